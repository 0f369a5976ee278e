"""The strongest evidence is taken, agreement is counted, contradiction is found."""

from __future__ import annotations

import datetime as dt

import pytest

from corpus_pkg.annotate.metadata.evidence import authors, judge_date, judge_source
from corpus_pkg.annotate.metadata.layout import lay_out
from corpus_pkg.findings import Place
from corpus_pkg.intake.raw import Given

TODAY = dt.date(2026, 1, 1)
PLACE = Place(file="a.txt")
BODY = "The port reopened on Thursday after a week of storms, officials said. Ships left at noon."


def _date(text: str, given: Given) -> tuple[object, object, int, list[str]]:
    verdict, findings = judge_date(given, lay_out(text, None), PLACE, TODAY)
    taken = verdict.taken
    return taken and taken.day, taken and taken.provenance, verdict.agreement, [each.rule.code for each in findings]


DAY = dt.date(2025, 3, 4)


@pytest.mark.parametrize(
    ("text", "given", "wanted"),
    [
        (BODY, Given(), (None, None, 0, [])),
        (f"Date: 4 March 2025\n{BODY}", Given(), (DAY, "header", 1, [])),
        (f"Date: 4 March 2025\nLAGOS, March 4 (AP) - {BODY}", Given(), (DAY, "header", 2, [])),
        (f"Date: 4 March 2025\nLAGOS, March 3 (AP) - {BODY}", Given(), (DAY, "header", 1, ["M002"])),
        (f"LAGOS, March 4, 2025 (AP) - {BODY}", Given(), (DAY, "dateline", 1, [])),
        (f"LAGOS, March 4 (AP) - {BODY}", Given(), (None, None, 0, [])),
        (BODY, Given(url="https://e.org/2025/03/04/port"), (DAY, "url", 1, [])),
        (BODY, Given(url="https://e.org/2025/02/31/port"), (None, None, 0, [])),
        (BODY, Given(url="https://e.org/world/2025/mar/04/port"), (DAY, "url", 1, [])),
        (BODY, Given(url="https://e.org/port-20250304.html"), (DAY, "url", 1, [])),
        (BODY, Given(url="https://e.org/port-20251304.html"), (None, None, 0, [])),
        (f"Date: 4 March 2025\n{BODY}", Given(url="https://e.org/2025/03/port"), (DAY, "header", 2, [])),
        (f"By Ada Lorne | 4 March 2025\n{BODY}", Given(), (DAY, "byline", 1, [])),
        (f"By Ada Lorne and Per Holm, March 4, 2025\n{BODY}", Given(), (DAY, "byline", 1, [])),
        (f"By Ada Lorne - 4 March 2025 10:30 GMT\n{BODY}", Given(date=DAY), (DAY, "given", 2, [])),
        (f"Date: 4 March 2025\nBy Ada Lorne, 5 March 2025\n{BODY}", Given(), (DAY, "header", 1, ["M002"])),
        (f"Date: 4 March 2025\n{BODY}", Given(date=DAY, date_precision="day"), (DAY, "given", 2, [])),
        (f"Date: 5 March 2025\n{BODY}", Given(date=DAY, date_precision="day"), (DAY, "given", 1, ["M002"])),
        (f"Date: 4 March 2095\n{BODY}", Given(), (None, None, 0, ["M001"])),
        (f"Date: 4 March 1500\n{BODY}", Given(), (None, None, 0, ["M001"])),
    ],
)
def test_dates(text: str, given: Given, wanted: object) -> None:
    assert _date(text, given) == wanted


def test_every_source_of_a_date_is_kept_with_its_words_and_what_was_made_of_it() -> None:
    text = f"Date: 4 March 2025\nBy Ada Lorne, 5 March 2025\nLAGOS, March 4 (AP) - {BODY}"
    given = Given(url="https://e.org/2095/03/04/port")
    verdict, _ = judge_date(given, lay_out(text, None), PLACE, TODAY)
    assert [(each.provenance, each.value, each.text, each.verdict) for each in verdict.proposals] == [
        ("header", "2025-03-04", "4 March 2025", "taken"),
        ("byline", "2025-03-05", "5 March 2025", "differs"),
        ("url", "2095-03-04", "2095/03/04", "refused"),
        ("dateline", "--03-04", "March 4", "agrees"),
    ]


def test_a_day_without_a_year_is_kept_though_nothing_completes_it() -> None:
    verdict, _ = judge_date(Given(), lay_out(f"LAGOS, March 4 (AP) - {BODY}", None), PLACE, TODAY)
    assert verdict.taken is None
    assert [(each.value, each.verdict) for each in verdict.proposals] == [("--03-04", "incomplete")]


@pytest.mark.parametrize(
    ("text", "given", "wanted"),
    [
        (BODY, Given(), (None, None, "none", None)),
        (f"{BODY}\n\nAFP", Given(), ("AFP", "agency", "tail", "AFP")),
        (f"LAGOS (AP) - {BODY}", Given(), ("AP", "agency", "dateline", "AP")),
        (f"LAGOS (AP) - {BODY}", Given(source="Harbour Courier"), ("Harbour Courier", None, "given", "AP")),
        (f"Source: The Guardian\n\n{BODY}", Given(), ("The Guardian", "outlet", "header", None)),
        (BODY, Given(source="Jo", source_kind="person"), ("Jo", "person", "given", None)),
        (f"{BODY}\n\n© 2025 AFP", Given(), ("AFP", "agency", "tail", "AFP")),
    ],
)
def test_sources(text: str, given: Given, wanted: object) -> None:
    verdict = judge_source(given, lay_out(text, None))
    assert (verdict.source, verdict.kind, verdict.provenance, verdict.agency) == wanted


def test_authors_are_those_of_the_byline_and_of_the_credit_only_without_one() -> None:
    credit = "(Reporting by Ann Moor; Editing by Karl Berg)"
    assert authors(Given(), lay_out(f"Port reopens\n\nBy Rosa Winter\n\n{BODY}\n\n{credit}", None)) == ["Rosa Winter"]
    assert authors(Given(), lay_out(f"{BODY}\n\n{credit}", None)) == ["Ann Moor"]
    assert authors(Given(authors=("X Y",)), lay_out(f"{BODY}\n\n{credit}", None)) == ["X Y"]
