"""A number written out in any of the supported forms is read back: the same value, the same stretch."""

from __future__ import annotations

from fractions import Fraction

from claim_support import claims
from hypothesis import assume, given
from hypothesis import strategies as st

from corpus_pkg.annotate.units import currencies, units

ONES = "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen".split()
ONES += ["sixteen", "seventeen", "eighteen", "nineteen"]
TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
SCALES = {"thousand": 10**3, "million": 10**6, "billion": 10**9, "trillion": 10**12}
SHORT = {"m": 10**6, "bn": 10**9, "mn": 10**6, "tn": 10**12, "k": 10**3}
PARTS = {"third": 3, "quarter": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9, "tenth": 10}
SCRIPTS = ["0123456789", "٠١٢٣٤٥٦٧٨٩", "०१२३४५६७८९", "０１２３４５６７８９"]


def spelled(number: int) -> str:
    """A cardinal below a trillion in words, as British news writes it."""
    if number < 20:
        return ONES[number]
    if number < 100:
        return TENS[number // 10 - 2] + (f"-{ONES[number % 10]}" if number % 10 else "")
    if number < 1000:
        rest = f" and {spelled(number % 100)}" if number % 100 else ""
        return f"{ONES[number // 100]} hundred{rest}"
    name, scale = next((name, scale) for name, scale in reversed(SCALES.items()) if number >= scale)
    rest = number % scale
    link = " and " if 0 < rest < 100 else " "
    return f"{spelled(number // scale)} {name}" + (f"{link}{spelled(rest)}" if rest else "")


def read_back(text: str, number: str, value: Fraction | float, *, at: int | None = None) -> None:
    """Asserts that one claim of a text has a number as printed and its value, and is alone."""
    start = text.index(number) if at is None else at
    found = claims(text)
    assert [(each.number_start, each.number_end) for each in found] == [(start, start + len(number))], text
    (claim,) = found
    assert claim.value == float(value)


decimals = st.decimals(min_value=0, max_value=10**7, places=2, allow_nan=False)
large = st.integers(2000, 10**12).filter(lambda number: not 1000 <= number < 2200)


@given(large)
def test_grouped_digits(number: int) -> None:
    read_back(f"The fund held {number:,} euros.", f"{number:,}", number)


@given(large, st.sampled_from(["\u00a0", "\u202f", "’"]))
def test_digits_grouped_by_thin_spaces_and_apostrophes(number: int, mark: str) -> None:
    printed = f"{number:,}".replace(",", mark)
    read_back(f"The fund held {printed} euros.", printed, number)


@given(st.integers(10**5, 10**12))
def test_lakh_grouping(number: int) -> None:
    head, tail = str(number)[:-3], str(number)[-3:]
    pairs = []
    while head:
        pairs.insert(0, head[-2:])
        head = head[:-2]
    printed = ",".join([*pairs, tail])
    read_back(f"The fund held {printed} rupees.", printed, number)


@given(decimals)
def test_decimals(number: Fraction) -> None:
    read_back(f"The rate was {number} percent.", str(number), Fraction(str(number)))


@given(st.integers(1, 10**9 - 1))
def test_words(number: int) -> None:
    printed = spelled(number)
    assume(printed != "one")
    read_back(f"The fund held {printed} euros.", printed, number)


@given(decimals.filter(lambda number: number > 0), st.sampled_from(sorted(SCALES)))
def test_scales_in_words(number: Fraction, scale: str) -> None:
    printed = f"{number} {scale}"
    read_back(f"The fund held {printed} euros.", printed, Fraction(str(number)) * SCALES[scale])


@given(decimals.filter(lambda number: number > 0), st.sampled_from(sorted(SHORT)))
def test_scales_in_letters(number: Fraction, scale: str) -> None:
    read_back(f"The fund held €{number}{scale}.", f"{number}{scale}", Fraction(str(number)) * SHORT[scale])


@given(st.integers(10, 99_999).filter(lambda number: not 1000 <= number < 2200), st.sampled_from(SCRIPTS))
def test_digits_of_any_script(number: int, script: str) -> None:
    printed = str(number).translate(str.maketrans("0123456789", script))
    read_back(f"The fund held {printed} euros.", printed, number)


@given(st.integers(-60, -1), st.sampled_from(["-", "−", "minus "]))
def test_signs(number: int, sign: str) -> None:
    read_back(f"It fell to {sign}{-number} degrees Celsius.", f"{sign}{-number}", number)


@given(st.integers(1, 9), st.sampled_from(sorted(PARTS)))
def test_fractions_in_words(above: int, below: str) -> None:
    assume(above < PARTS[below])
    printed = f"{ONES[above]}-{below}{'s' if above > 1 else ''}"
    read_back(f"They sold {printed} of the crop.", printed, Fraction(above, PARTS[below]))


@given(st.integers(1, 9), st.integers(2, 100))
def test_shares(above: int, below: int) -> None:
    assume(above < below)
    printed = f"{spelled(above)} in {spelled(below)}"
    read_back(f"They said {printed} voters agreed.", printed, Fraction(above, below))


@given(st.integers(2, 40), st.integers(0, 9))
def test_multiples(whole: int, tenth: int) -> None:
    read_back(f"It holds {whole}.{tenth} times as much water.", f"{whole}.{tenth}", Fraction(10 * whole + tenth, 10))


@given(decimals, decimals, st.sampled_from(["{} to {} percent", "{}-{} percent", "between {} and {} percent"]))
def test_ranges(one: Fraction, two: Fraction, form: str) -> None:
    low, high = sorted((one, two))
    assume(low < high)
    text = f"Growth of {form.format(low, high)} was seen."
    (claim,) = claims(text)
    printed = text[claim.number_start : claim.number_end]
    assert printed.startswith(str(low))
    assert printed.endswith(str(high))
    assert (claim.value, claim.low, claim.high) == (None, float(low), float(high))
    assert (claim.unit, claim.modifier) == ("percent", "range")


@given(decimals, st.decimals(min_value="0.1", max_value=9, places=1))
def test_margins(value: Fraction, margin: Fraction) -> None:
    (claim,) = claims(f"Support was {value} ± {margin} percent.")
    exact, width = Fraction(str(value)), Fraction(str(margin))
    assert (claim.value, claim.low, claim.high) == (float(exact), float(exact - width), float(exact + width))


@given(st.decimals(min_value="1.01", max_value="9.99", places=2), st.integers(-30, 30))
def test_powers_of_ten(mantissa: Fraction, power: int) -> None:
    printed = f"{mantissa} × 10^{power}".replace("^-", "^−")
    read_back(f"It weighs {printed} kilograms.", printed, Fraction(str(mantissa)) * Fraction(10) ** power)


@given(st.integers(10**17, 10**30))
def test_what_a_double_rounds_is_kept_exactly(number: int) -> None:
    (claim,) = claims(f"It weighs {number:,} kilograms.")
    assert Fraction(claim.exact or repr(claim.value)) == number


@given(st.decimals(min_value=1, max_value=100, places=22))
def test_decimals_that_a_double_rounds_are_kept_exactly(number: Fraction) -> None:
    (claim,) = claims(f"The ratio was {number} percent.")
    assert Fraction(claim.exact or repr(claim.value)) == Fraction(str(number))


@given(
    st.integers(2, 900),
    st.sampled_from(
        sorted(
            name
            for name, unit in units().items()
            if unit.kind == "measure" and not name.startswith(("million", "billion", "trillion", "thousand"))
        )
    ),
)
def test_every_unit_by_its_name(number: int, name: str) -> None:
    text = f"It came to {number} {name}."
    found = claims(text)
    assert [each.value for each in found] == [number], text
    assert found[0].unit in units(), text


@given(st.integers(2, 900), st.sampled_from(sorted(currencies())))
def test_every_currency_by_its_code(number: int, code: str) -> None:
    (claim,) = claims(f"It came to {number},000 {code}.")
    assert (claim.value, claim.unit, claim.kind) == (number * 1000, code, "money")
