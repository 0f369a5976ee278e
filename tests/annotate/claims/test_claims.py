from __future__ import annotations

import pytest
from claim_support import claims, only, surfaces
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus_pkg.annotate.claims import find_claims
from corpus_pkg.model.annotations import Span


@pytest.mark.parametrize(
    ("text", "surface", "value", "expected"),
    [
        ("Turnout was around 80% in the north.", "around 80%", 80, ("percent", "percent", "about")),
        ("It costs more than $3 billion.", "more than $3 billion", 3000000000.0, ("money", "USD", "more_than")),
        ("The levy brought in €4.5m.", "€4.5m", 4500000.0, ("money", "EUR", "equal")),
        ("He owes 2 million Danish crowns.", "2 million Danish crowns", 2000000.0, ("money", "DKK", "equal")),
        ("The fine was A$250,000.", "A$250,000", 250000, ("money", "AUD", "equal")),
        ("The house sold for $US1.2 million.", "$US1.2 million", 1200000.0, ("money", "USD", "equal")),
        ("A loan of Rs 35 lakh was granted.", "Rs 35 lakh", 3500000.0, ("money", "INR", "equal")),
        ("They paid some 40 pence.", "some 40 pence", 40, ("money", "penny", "about")),
        (
            "Gusts of 120 kilometres per hour hit.",
            "120 kilometres per hour",
            120,
            ("measure", "kilometre per hour", "equal"),
        ),
        ("Winds of up to 50mph hit.", "up to 50mph", 50, ("measure", "mile per hour", "at_most")),
        ("It fell to -5 degrees Celsius.", "-5 degrees Celsius", -5, ("measure", "Celsius", "equal")),
        (
            "It fell to minus-30 degrees Fahrenheit.",
            "minus-30 degrees Fahrenheit",
            -30,
            ("measure", "Fahrenheit", "equal"),
        ),
        ("They stood half a mile away.", "half a mile", 0.5, ("measure", "mile", "equal")),
        ("A 3-inch pipe burst.", "3-inch", 3, ("measure", "inch", "equal")),
        ("At least 40 people died.", "At least 40 people", 40, ("count", "person", "at_least")),
        ("Two and a half million bees left.", "Two and a half million bees", 2500000.0, ("count", "bee", "equal")),
        ("Nearly a dozen houses burned.", "Nearly a dozen houses", 12, ("count", "house", "nearly")),
        (
            "Fewer than 300 first-time buyers came.",
            "Fewer than 300 first-time buyers",
            300,
            ("count", "buyer", "less_than"),
        ),
        ("No more than six ministries agreed.", "No more than six ministries", 6, ("count", "ministry", "at_most")),
        ("The town lost two-thirds of its trees.", "two-thirds", 2 / 3, ("fraction", None, "equal")),
        ("Rates moved by 25 basis points.", "25 basis points", 25, ("percent", "basis point", "equal")),
        ("The lead is 3 percentage points.", "3 percentage points", 3, ("percent", "percentage point", "equal")),
        ("One in five households is cold.", "One in five", 0.2, ("ratio", None, "equal")),
        ("It is three times larger now.", "three times", 3, ("multiple", None, "equal")),
        ("A tenfold rise followed.", "tenfold", 10, ("multiple", None, "equal")),
        ("A 34-year-old driver was held.", "34-year-old", 34, ("age", "year", "equal")),
        ("Marta Nyland, 34, was held.", "34", 34, ("age", "year", "equal")),
        ("A 12-member board met.", "12-member", 12, ("count", "member", "equal")),
        ("We saw 40 or more.", "40 or more", 40, ("count", None, "at_least")),
        ("Sales will not exceed 20 tonnes.", "20 tonnes", 20, ("measure", "tonne", "at_most")),
    ],
)
def test_one_claim(text: str, surface: str, value: float, expected: tuple[str, str | None, str]) -> None:
    claim = only(text)
    assert text[claim.start : claim.end] == surface
    assert claim.value == pytest.approx(value, rel=1e-12)
    assert (claim.kind, claim.unit, claim.modifier) == expected


@pytest.mark.parametrize(
    ("text", "surface", "least", "unit"),
    [
        ("Tens of thousands of people marched.", "Tens of thousands of people", 1e4, "person"),
        ("Several hundred sheep drowned.", "Several hundred sheep", 200, "sheep"),
    ],
)
def test_a_vague_number_states_a_least_and_no_most(text: str, surface: str, least: float, unit: str) -> None:
    claim = only(text)
    assert text[claim.start : claim.end] == surface
    assert (claim.value, claim.low, claim.high, claim.modifier, claim.unit) == (least, None, None, "at_least", unit)


@pytest.mark.parametrize(
    ("text", "surface", "low", "high", "unit"),
    [
        ("Growth of 6 to 6.5 percent is likely.", "6 to 6.5 percent", 6, 6.5, "percent"),
        ("It cost between $3bn and $5bn.", "between $3bn and $5bn", 3e9, 5e9, "USD"),
        ("It cost $3-5 billion.", "$3-5 billion", 3e9, 5e9, "USD"),
        ("Some kept 100-150 goats.", "100-150 goats", 100, 150, "goat"),
        ("Four or five shots rang out.", "Four or five shots", 4, 5, "shot"),
        ("Bids ran from $500 to $2 million.", "$500 to $2 million", 500, 2e6, "USD"),
    ],
)
def test_range(text: str, surface: str, low: float, high: float, unit: str | None) -> None:
    claim = only(text)
    assert text[claim.start : claim.end] == surface
    assert (claim.value, claim.low, claim.high) == (None, low, high)
    assert (claim.modifier, claim.unit) == ("range", unit)


@pytest.mark.parametrize(
    ("text", "change"),
    [
        ("Rents rose 5% last year.", [("up", "by")]),
        ("Rents rose by 5%.", [("up", "by")]),
        ("Rents rose to 5%.", [("up", "to")]),
        ("Rents fell from 6% to 5%.", [("down", "from"), ("down", "to")]),
        ("Exports were down 7% to $2.3 billion.", [("down", "by"), ("down", "to")]),
        ("A 5% pay rise was agreed.", [("up", "by")]),
        ("A decline of more than 5% shocked traders.", [("down", "by")]),
        ("The firm will cut up to 400 jobs.", [("down", "by")]),
        ("It raised the rate to 4 percent.", [("up", "to")]),
        ("He gave up 40 yards.", [("none", None)]),
        ("The bridge is 40 metres long.", [("none", None)]),
    ],
)
def test_change_is_kept_apart_from_the_bound(text: str, change: list[tuple[str, str | None]]) -> None:
    assert [(claim.change, claim.change_kind) for claim in claims(text)] == change


def test_a_bound_and_a_change_stand_side_by_side() -> None:
    claim = only("Output grew by more than 3%.")
    assert (claim.modifier, claim.change, claim.change_kind) == ("more_than", "up", "by")


@pytest.mark.parametrize(
    ("text", "of"),
    [
        ("They shot down 56 of the ministry's gliders.", "the ministry's gliders"),
        ("Around 70% of those engines leaving Norland now come by rail.", "those engines leaving Norland"),
        (
            "About 55% of spare parts stored in northern depots on the coast have rusted.",
            "spare parts stored in northern depots",
        ),
        ("The flood covers roughly one-fifth of Norland and has moved on.", "Norland"),
        ("Half of the voters stayed away.", "the voters"),
        ("Nearly half the crop failed.", "the crop"),
        ("Three out of four pupils passed.", "pupils"),
        ("It holds 40 percent of the company's shares.", "the company's shares"),
        ("Prices rose 40 percent.", None),
    ],
)
def test_base_of_a_share(text: str, of: str | None) -> None:
    assert only(text).of == of


@pytest.mark.parametrize(
    ("text", "per", "unit"),
    [
        ("Crude costs $58 per barrel.", "barrel", "USD"),
        ("Crude costs $58 a barrel.", "barrel", "USD"),
        ("The plant makes 15 tonnes a day.", "day", "tonne per day"),
        ("Cars did 30 mpg.", "gallon", "mile per gallon"),
        ("The port handles 400 ships a month.", "month", "ship"),
        ("It earned $6 billion a year earlier.", None, "USD"),
    ],
)
def test_per(text: str, per: str | None, unit: str) -> None:
    claim = only(text)
    assert (claim.per, claim.unit) == (per, unit)


def test_measured() -> None:
    assert only("They won a $40 billion contract.").measured == "contract"
    assert only("She sent 12 tonnes of dried fish.").measured == "dried fish"
    assert only("Exports to Norland dropped 7%.").measured == "Exports to Norland"
    assert only("They burned 14 Norlandic drones.").measured == "Norlandic drones"
    assert only("The company paid $5 million.").measured is None


@pytest.mark.parametrize(
    "text",
    [
        "It was a meeting between the two leaders.",
        "Their two countries signed it.",
        "The war is now nearing its third anniversary.",
        "It was their first meeting.",
        "They met on February 13.",
        "They met on 13 February 2025.",
        "They met on March 1-3.",
        "It asks for equal participation by both sides.",
        "It is the only viable way.",
        "One of the ships sank.",
        "No one knew.",
        "They blamed one another.",
        "One day it will end.",
        "At one point it rained.",
        "An F-16 crashed.",
        "The G7 met.",
        "Article 5 applies.",
        "The Group of Seven met.",
        "A Boeing 737 crashed.",
        "COVID-19 spread.",
        "Flight 370 vanished.",
        "They drove along Route 66.",
        "Watch Channel 4 tonight.",
        "They won 3-1 at home.",
        "See page 12.",
        "See Section 4 and No. 5.",
        "Call 555-1234 today.",
        "Call +1 202 555 0100 today.",
        "It began at 6:40 p.m. and ended at 10.30pm.",
        "It began at 5 pm.",
        "The year was 2019.",
        "Between 1914 and 1918 it stood empty.",
        "In the 1990s it closed.",
        "The 2018 elections were void.",
        "Use version 2.0.1 of it.",
        "1. Heat the oven",
        "They showed zero tolerance.",
        "It is a two-way street.",
        "A two-state solution is dead.",
        "Visit www.example.org/2024/05 now.",
        "It is open 24/7.",
        "A man and an ox came.",
        "The second half was dull.",
        "It was born in nineteen eighty-four.",
    ],
)
def test_no_claim(text: str) -> None:
    assert surfaces(text) == []


@pytest.mark.parametrize(
    "text", ["Three people were killed.", "Two soldiers fled.", "One man died.", "The 40 miners fled."]
)
def test_plain_counts_are_claims(text: str) -> None:
    assert only(text).kind == "count"


def test_taken_stretches_make_no_claim() -> None:
    text = "For three days 40 men dug."
    assert surfaces(text) == ["three days", "40 men"]
    assert [text[claim.start : claim.end] for claim in claims(text, ((0, 14),))] == ["40 men"]


def test_an_age_that_bounds_a_group() -> None:
    child = claims("Some 900 children under five face hunger.")[1]
    assert (child.kind, child.modifier, child.value) == ("age", "less_than", 5)


def test_stance() -> None:
    assert only("It may cost $5 million.").hedged
    assert only("It did not cost $5 million.").negated
    assert only("It will cost $5 million.").projected
    plain = only("It cost $5 million.")
    assert (plain.hedged, plain.negated, plain.projected) == (False, False, False)


def test_offsets_are_of_the_whole_text() -> None:
    text = "Nobody came.\n\nOnly 30 “brave” birds sang; 🙂 4% did not."
    found = find_claims(text, [Span(start=14, end=len(text))])
    assert text[found[-1].start : found[-1].end] == "4%"
    assert all((claim.sentence_start, claim.sentence_end) == (14, len(text)) for claim in found)


def listed_words(words: str) -> list[str]:
    return words.split()


ONES = listed_words(
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen"
)
TENS = ["", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]


def spelled(number: int, *, conjunction: bool) -> str:
    for scale, name in ((10**9, "billion"), (10**6, "million"), (1000, "thousand"), (100, "hundred")):
        if number >= scale:
            rest = number % scale
            link = " and " if conjunction and 0 < rest < 100 else " "
            head = spelled(number // scale, conjunction=conjunction)
            return f"{head} {name}" + (f"{link}{spelled(rest, conjunction=conjunction)}" if rest else "")
    if number < 20:
        return ONES[number]
    return TENS[number // 10] + (f"-{ONES[number % 10]}" if number % 10 else "")


@given(st.integers(2, 10**12 - 1), st.booleans())
def test_written_out_numbers_round_trip(number: int, conjunction: bool) -> None:  # noqa: FBT001
    text = f"They counted {spelled(number, conjunction=conjunction)} beetles."
    claim = only(text)
    assert claim.value == number
    assert text[claim.number_start : claim.number_end] == spelled(number, conjunction=conjunction)
    assert claim.unit == "beetle"


@given(st.integers(2101, 10**12), st.sampled_from(["", " million", "bn"]))
def test_printed_numbers_round_trip(number: int, scale: str) -> None:
    factor = {"": 1, " million": 10**6, "bn": 10**9}[scale]
    assert only(f"It cost ${number:,}{scale}.").value == pytest.approx(number * factor, rel=1e-14)


WORDS = st.sampled_from(
    listed_words(
        "3 1.5 40 2019 $ € % - – — to and between or about 1/3 half a an the two one hundred million tens of "
        "dozens per / in five ' ’ . , ( ) + -5 0 0.0 000 bn m k x th year old people Boeing may May 13 USD Rs "
        "RM Y= ½ twice fold point from by"
    )
)
TEXTS = st.one_of(
    st.text(max_size=80), st.lists(WORDS, max_size=25).map(" ".join), st.lists(WORDS, max_size=25).map("".join)
)


@settings(max_examples=1500)
@given(TEXTS, st.lists(st.tuples(st.integers(-5, 90), st.integers(-5, 90)), max_size=3))
def test_any_text_gives_sound_claims(text: str, taken: list[tuple[int, int]]) -> None:
    found = find_claims(text, [Span(start=0, end=len(text))], taken)
    for claim in found:
        assert 0 <= claim.start <= claim.number_start < claim.number_end <= claim.end <= len(text)
        assert (claim.value is None) == (claim.low is not None)
        assert claim.low is None or claim.high is None or claim.low <= claim.high
        assert (claim.modifier == "range") == (claim.value is None)
        assert (claim.change == "none") == (claim.change_kind is None)
        assert 0 <= claim.confidence <= 1
        for part in (claim.measured, claim.of, claim.unit_text):
            assert part is None or (part and part in text)
        assert not any(start < claim.number_end and claim.number_start < end for start, end in taken if start < end)
    starts = [claim.number_start for claim in found]
    assert starts == sorted(starts)
    assert found == find_claims(text, [Span(start=0, end=len(text))], taken)


@pytest.mark.parametrize(
    "unit",
    [
        "1",
        " ",
        "one ",
        "1 ",
        "000 ",
        "100 000 ",
        "$",
        "-",
        "1-",
        "1/",
        "1,",
        "1.",
        "half ",
        "of ",
        "thousands of ",
        "to 5 ",
        "5 to ",
        "a ",
        "(1) ",
        "five hundred and ",
        "A.",
        "point one ",
        "tests ",
        "more than ",
        "½",
        "Boeing 7 ",
        "40 of the ",
        "'s ",
    ],
)
def test_a_hundred_thousand_characters_are_survived(unit: str) -> None:
    text = unit * (100_000 // len(unit))
    for each in claims(text):
        assert 0 <= each.start <= each.number_start < each.number_end <= each.end <= len(text)


def test_money_that_is_raised_is_no_change() -> None:
    assert only("It raised £84,000 through an offer.").change == "none"
    assert only("Output rose £84,000 in May.").change == "up"
