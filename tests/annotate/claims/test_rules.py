"""The rules that read more than one number, or more than a number: sums, lists, courses, bases, scores, whose age."""

from __future__ import annotations

import pytest
from claim_support import claims, only, surfaces


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("It only cost 3 dollars 50 cents.", 3.5, "USD"),
        ("It only cost thirteen dollars and forty-five cents.", 13.45, "USD"),
        ("He is 6 feet 2 inches tall.", 6 + 2 / 12, "foot"),
        ("He is 5 ft 2 in and thin.", 5 + 2 / 12, "foot"),
        ("Growth was minus five percent.", -5, "percent"),
        ("The film runs 2 hours and 5 minutes.", 2 + 5 / 60, "hour"),
        ("He was jailed for 10 years and 6 months.", 10.5, "year"),
    ],
)
def test_two_units_of_one_quantity_are_one_claim(text: str, value: float, unit: str) -> None:
    claim = only(text)
    assert claim.value == pytest.approx(value)
    assert claim.unit == unit


@pytest.mark.parametrize(
    ("text", "units"),
    [
        ("Rates of 3, 4 and 5 percent were seen.", ["percent", "percent", "percent"]),
        ("They build four-, five- and six-cylinder engines.", ["cylinder", "cylinder", "cylinder"]),
        ("He has raised 280 million of the 1.5 billion euros he needs.", ["EUR", "EUR"]),
        ("Women hold 32 of the 150 seats.", ["seat", "seat"]),
        ("Attendance averaged 23,400, 7 percent below last season.", [None, "percent"]),
    ],
)
def test_a_unit_that_a_list_says_once(text: str, units: list[str | None]) -> None:
    assert [each.unit for each in claims(text)] == units


@pytest.mark.parametrize(
    ("text", "changes"),
    [
        ("Oil fell from $75 a barrel in October to $46.", [("down", "from"), ("down", "to")]),
        ("Mileage crept upward, from 20 mpg in 2008 to 29 mpg in 2020.", [("up", "from"), ("up", "to")]),
        ("It reached 424 ppm, up from 421 ppm.", [("up", "to"), ("up", "from")]),
        ("The bank raised its rate by 25 basis points to 4.75 percent.", [("up", "by"), ("up", "to")]),
        ("Prices range from $5 in spring to $9.", [("none", None), ("none", None)]),
        ("Crude fell below $60.", [("down", "to")]),
        ("Profit rose over 5 percent.", [("up", "by")]),
        ("Unemployment edged up to 5.1 percent.", [("up", "to")]),
        ("The figure drops to just 87 mph.", [("down", "to")]),
        ("It lowered pressure by an average of 9 mmHg.", [("down", "by")]),
        ("They dug up three tonnes of bones.", [("none", None)]),
        ("Employers added 187,000 jobs.", [("up", "by")]),
        ("The army lost 40 soldiers.", [("none", None)]),
        ("Revenue tripled.", [("none", None)]),
    ],
)
def test_changes_that_run_over_a_sentence(text: str, changes: list[tuple[str, str | None]]) -> None:
    assert [(each.change, each.change_kind) for each in claims(text)] == changes


@pytest.mark.parametrize(
    ("text", "bases"),
    [
        ("Of 240 patients given the pill, 18% relapsed.", [None, "240 patients given the pill"]),
        ("The share fell from 12% of the stock to 9%.", ["the stock", "the stock"]),
        ("Of the voters, 52% agree.", ["the voters"]),
        ("He got 62% of that from panels.", ["that"]),
        ("Nearly half of the teachers questioned had considered quitting.", ["the teachers questioned"]),
        ("Inflation was 2.9% a month earlier.", [None]),
    ],
)
def test_bases_that_stand_elsewhere(text: str, bases: list[str | None]) -> None:
    assert [each.of for each in claims(text)] == bases


@pytest.mark.parametrize(
    ("text", "per"),
    [
        ("There were 40 deaths per 100,000 people.", "100,000 people"),
        ("It burns 4.1 litres per 100 km.", "100 km"),
        ("Revenue grew about 15 percent per annum.", "year"),
        ("It buys 2.4 billion gallons of jet fuel a year.", "year"),
        ("It hosts one 52,000 barrel-a-day refinery.", "day"),
        ("They got a $70-a-share bid.", "share"),
    ],
)
def test_rates(text: str, per: str) -> None:
    assert claims(text)[-1].per == per


@pytest.mark.parametrize(
    "text",
    [
        "A thousand thanks to everyone.",
        "The cat seems to have nine lives.",
        "He put two and two together and was on cloud nine.",
        "Take it one step at a time.",
        "He finished second in the 400 metres.",
        "Ministers want to (1) simplify the code and (2) publish it.",
        "Call 0800 555 0142 now.",
        "Write to Cloud City, PA 23456 today.",
        "Yields are near the 90049 ZIP code.",
        "The parts 24703L202 and SCP2-173m failed.",
        "The chances were fifty-fifty.",
        "The post 783491630540001280 was removed.",
        "See https://example.org/a?q=30%25%2020% or ada.40@example.org or www.example.org/9,000 now.",
        "It is a million miles from failing.",
        "He won 3-1 and then lost 6-4, 7-5.",
    ],
)
def test_numbers_that_claim_nothing(text: str) -> None:
    assert surfaces(text) == []


def test_scores_are_claims_only_where_they_are_asked_for() -> None:
    text = "They won 3-1 on Saturday after a 5–4 vote; 3-4 people and flight 12-34-5 do not count."
    assert [each.kind for each in claims(text)] == ["count"]
    found = [(each.kind, each.low, each.high, text[each.start : each.end]) for each in claims(text, scores=True)]
    assert found == [("score", 1, 3, "3-1"), ("score", 4, 5, "5–4"), ("count", 3, 4, "3-4 people")]


@pytest.mark.parametrize(
    ("text", "value", "kind"),
    [
        ("Nine of 10 limes are grown there.", 0.9, "ratio"),
        ("Nine of 12 jurors agreed.", 9, "count"),
        ("It was a 2 to 1 margin.", 2, "ratio"),
        ("Pupils outnumber teachers 12-to-1.", 12, "ratio"),
    ],
)
def test_ratios_are_told_from_counts(text: str, value: float, kind: str) -> None:
    (claim, *_) = claims(text)
    assert (claim.value, claim.kind) == (value, kind)


def test_a_plus_over_a_hyphen_is_a_bound() -> None:
    claim = only("He paid nothing for 15-plus years.")
    assert (claim.value, claim.unit, claim.modifier, claim.kind) == (15, "year", "at_least", "measure")


@pytest.mark.parametrize(
    ("text", "whose"),
    [
        ("They held a 34-year-old teacher.", "teacher"),
        ("Marta Nyland, 34, was jailed.", "Marta Nyland"),
        ("It helps children aged 6 to 11.", "children"),
        ("She was 34.", None),
    ],
)
def test_whose_age_it_is(text: str, whose: str | None) -> None:
    (claim,) = claims(text)
    assert (claim.kind, claim.measured) == ("age", whose)


@pytest.mark.parametrize(
    ("text", "values", "unit"),
    [
        ("Customers hold 7.5 million crowns ($1.1 million).", [7.5e6, 1.1e6], "USD"),
        ("It weighs ($99) a lot.", [99], "USD"),
        ("They paid 75 USD million.", [75e6], "USD"),
        ("Sales were 48.5 MEUR and costs twenty MUSD.", [48.5e6, 20e6], "USD"),
        ("It costs half million euros.", [5e5], "EUR"),
        ("It costs C$5 and HK $216,925.", [5, 216925], "HKD"),
        ("It needs a 5 W charger.", [5], "watt"),
        ("It reached 34.5 celcius.", [34.5], "Celsius"),
        ("Gusts hit 60 mph.", [60], "mile per hour"),
        ("They rode 517 long yards.", [517], "yard"),
        ("They fly two new 737 Max jets.", [2], "jet"),
        ("It sold 4.3 million digital and physical copies.", [4.3e6], "copy"),
        ("It made thousands of small, friendly deals.", [1000], "deal"),
        ("They seated 80, 000 spectators.", [80000], "spectator"),
        ("They sold 30 - year bonds.", [30], "year"),
    ],
)
def test_units_where_print_is_odd(text: str, values: list[float], unit: str) -> None:
    found = claims(text)
    assert [each.value for each in found] == values
    assert found[-1].unit == unit


def test_a_sum_restated_in_another_currency_has_the_bound_of_the_first() -> None:
    found = claims("It has more than 7.5 million Danish crowns ($1.1 million) in deposits.")
    assert [each.modifier for each in found] == ["more_than", "more_than"]


@pytest.mark.parametrize(
    ("text", "hedged", "projected"),
    [
        ("It may cost $3 million.", True, False),
        ("It rose 5 percent in May and 3 percent in June.", False, False),
        ("Output will reach 40 tonnes.", False, True),
        ("The bonds due then paid 5 percent.", False, False),
        ("They’ll pay $40.", False, True),
    ],
)
def test_what_is_possible_or_to_come(text: str, *, hedged: bool, projected: bool) -> None:
    claim = claims(text)[-1]
    assert (claim.hedged, claim.projected) == (hedged, projected)


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("Four gray whales were seen.", "whale"),
        ("It sold 500,000 Teslas last year.", "tesla"),
        ("It sold 500,000 Tesla cars.", "car"),
        ("Six quad bikes were stolen.", "bike"),
        ("They have two real problems.", "problem"),
        ("All 12 won medals.", None),
        ("Three bar owners agreed.", "owner"),
        ("Some 40 ore carriers wait.", "carrier"),
        ("He made four punts.", "punt"),
        ("They own two second homes.", "home"),
        ("10 stone houses stand.", "house"),
        ("He scored 20 marks.", "mark"),
        ("Two birds were found dead.", "bird"),
        ("Half a dozen of the men left.", "man"),
    ],
)
def test_a_word_that_is_a_unit_too_counts_before_a_noun(text: str, unit: str | None) -> None:
    claim = only(text)
    assert (claim.kind, claim.unit) == ("count", unit)


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("It cost 5,000 won.", "KRW"),
        ("It cost 300 million marks.", "mark"),
        ("It cost 500 real.", "BRL"),
        ("Pressure rose to 3 bar.", "bar"),
        ("He weighs 12 stone.", "stone"),
        ("She ran a 10 second lap.", "second"),
        ("Add 1/2 cup olive oil.", "cup"),
        ("Two cents a share was paid.", "cent"),
        ("The 1 percent rise in prices hurt.", "percent"),
    ],
)
def test_and_is_a_unit_where_nothing_is_counted(text: str, unit: str) -> None:
    assert only(text).unit == unit


@pytest.mark.parametrize("text", ["He flew on Flight 12 A to Rome.", "He filed Form 10 K late."])
def test_a_letter_behind_a_name_and_its_number_is_no_unit(text: str) -> None:
    assert [each.unit for each in claims(text) if each.unit] == []
