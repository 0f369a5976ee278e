"""`corpus inspect`: what the readers see, for people and for programs."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

from typer.testing import CliRunner

from corpus_pkg.cli import app

_PAGE = (
    '<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>Ferry stays | Courier</title>'
    '<meta property="og:site_name" content="Courier"><meta property="article:published_time" '
    'content="2025-03-04T21:30:00+02:00"><meta name="tdm-reservation" content="1"></head><body><article>'
    "<h1>Ferry stays</h1><p>The ferry between the two towns stayed in port on Monday after the river had fallen.</p>"
    "<p>About 300 passengers waited in the hall, and were brought tea by the keeper of the station.</p>"
    "<p>It left a day later, when rain in the hills had raised the water by half a metre.</p></article></body></html>"
)


def _run(*arguments: str, given: bytes | None = None) -> tuple[int, str]:
    done = CliRunner().invoke(app, ["inspect", *arguments], input=given)
    return done.exit_code, done.stdout


def test_a_page_with_all_that_is_seen_of_it(tmp_path: Path) -> None:
    (tmp_path / "a.html.gz").write_bytes(gzip.compress(_PAGE.encode()))
    (tmp_path / "corpus.toml").write_text('[rights]\nholder = "Courier Press"\n', "utf-8")
    code, text = _run(str(tmp_path / "a.html.gz"))
    assert code == 0
    for words in (
        "read as      HTML, gzip", "encoding     utf-8: it is declared", "extracted    by trafilatura",
        "region       title at 0-11: 'Ferry stays'", "date         2025-03-04 19:30:00+00:00 (to the day, 1 agree)",
        "taken      2025-03-04 meta article:published_time '2025-03-04T21:30:00+02:00'",
        "title        Ferry stays\n", "taken      'Ferry stays | Courier' title at", "source       Courier",
        "language     en (markup)", "holder Courier Press", "text and data mining reserved", "3 paragraphs",
        "The ferry between the two towns", "entities",
    ):  # fmt: skip
        assert words in text, words


def test_what_is_refused_says_why_and_how_to_mend_it(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("title,text\nFerry,It stayed in port on Monday.\nx\n", "utf-8")
    code, text = _run(str(tmp_path / "a.csv"))
    assert code == 1
    assert "F038 bad-table-row: it has 1 cells" in text
    assert "to mend it: Mend the row" in text
    assert "record       none" in text
    assert _run(str(tmp_path / "none.txt"))[0] != 0


def test_one_object_a_unit_for_programs() -> None:
    lines = b'{"content": "It stayed in port on Monday."}\n{"content": 7}\n'
    code, text = _run("-", "--json", given=lines)
    assert code == 1
    one, two = map(json.loads, text.splitlines())
    assert (one["read_as"], one["record"]["text"]) == ("JSON Lines", "It stayed in port on Monday.")
    assert [each["code"] for each in one["findings"]] == ["F030"]
    assert (two["record"], [each["code"] for each in two["findings"]]) == (None, ["F008"])


def test_no_more_units_than_asked_for() -> None:
    code, text = _run("-", "--most", "2", given=b'{"text": "It stayed in port."}\n' * 5)
    assert code == 0
    assert text.count("read as") == 2
