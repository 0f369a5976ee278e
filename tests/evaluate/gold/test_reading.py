"""Gold files: what is read, and what is refused with file, line and field."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from gold_support import SAID, at, quote_record, write_set

from corpus_pkg.errors import UsageError
from corpus_pkg.evaluate.gold.lines import read_lines
from corpus_pkg.evaluate.gold.names import read_names
from corpus_pkg.evaluate.gold.quantities import read_quantities
from corpus_pkg.evaluate.gold.quotes import read_quotes
from corpus_pkg.evaluate.gold.speakers import read_speakers
from corpus_pkg.evaluate.gold.times import read_times


@pytest.mark.parametrize(
    ("content", "line", "what"),
    [
        (b'{"id": "a", "text": "x"}\n{"id": ', 2, "not JSON"),
        (b'{"id": "a"}\n\n{"id": "a"}\n', 3, "stands on line 1 too"),
        (b"[1]\n", 1, "not an object"),
        (b'{"id": 7}\n', 1, "`id` is 7; it must be a string"),
        (b'{"text": "x"}\n', 1, "`id` is missing"),
        (b'{"id": "\xff"}\n', 1, "not JSON"),
    ],
)
def test_a_bad_line_is_named(tmp_path: Path, content: bytes, line: int, what: str) -> None:
    path = tmp_path / "set.jsonl"
    path.write_bytes(content)
    with pytest.raises(UsageError, match=what) as caught:
        list(read_lines(path))
    assert caught.value.where == f"{path}:{line}"
    assert caught.value.mend


def test_a_file_that_is_empty_or_no_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "empty.jsonl").write_bytes(b"\n")
    with pytest.raises(UsageError, match="no record"):
        list(read_lines(tmp_path / "empty.jsonl"))
    with pytest.raises(UsageError, match="cannot be read"):
        list(read_lines(tmp_path))


def test_quotes_are_read(tmp_path: Path) -> None:
    (document,) = read_quotes(write_set(tmp_path, "own", quote_record()))
    (reported,) = document.reported
    assert reported.speaker is not None
    assert (reported.type, reported.quoted, reported.cue) == ("direct", (at(SAID, "The ferry leaves at six"),), "said")
    assert reported.speaker.spans == (at(SAID, "Anna Lindholm"),)


def test_speech_without_speaker_or_cue_has_none(tmp_path: Path) -> None:
    record = quote_record()
    record["quotes"][0] |= {"speaker_text": None, "speaker_spans": None, "cue_text": "", "content_spans": None}
    (document,) = read_quotes(write_set(tmp_path, "own", record))
    (reported,) = document.reported
    assert (reported.speaker, reported.cue, reported.content) == (None, None, reported.quoted)


def _spoiled(**changes: object) -> dict[str, Any]:
    record = quote_record()
    record["quotes"][0] |= changes
    return record


def _one(text: str, **fields: object) -> dict[str, Any]:
    return {"id": "one", "text": text, **fields}


@pytest.mark.parametrize(
    ("read", "record", "what"),
    [
        (read_quotes, _one("x"), "`quotes` is missing; it must be a list of objects"),
        (read_quotes, _spoiled(type="spoken"), r"`quotes\[0\].type` is 'spoken'"),
        (read_quotes, _spoiled(quoted_spans=[[5, 900]]), r"`quotes\[0\].quoted_spans` is \[\[5, 900\]\]"),
        (read_quotes, _spoiled(quoted_spans=[[5]]), "a list of"),
        (read_quotes, _spoiled(content_spans=None, start="1"), r"`quotes\[0\].start` is '1'; it must be a whole"),
        (read_quotes, _spoiled(content_spans=None, start=9, end=4), r"`quotes\[0\].end` is 4"),
        (read_speakers, _one("He spoke.", start=0, end=2, speaker_start=0, speaker_end=2), "`resolved_key` is missing"),
        (read_names, _one("Okoro", entities=[{"start": 0, "end": 5}]), r"`entities\[0\].label` is missing"),
        (read_names, _one("Okoro", entities=[{"start": 0, "end": 5, "label": "ORG", "optional": 1}]), "true or false"),
        (read_quantities, _one("5", quantities=[{"start": 0, "end": 1, "value": "5"}]), "a number or null"),
        (read_times, _one("1998", times=[{"start": 0, "end": 9, "value": None}]), "at most 4"),
    ],
)  # fmt: skip
def test_a_field_that_does_not_fit_is_named(
    tmp_path: Path, read: Callable[[Path], object], record: dict[str, Any], what: str
) -> None:
    with pytest.raises(UsageError, match=what) as caught:
        read(write_set(tmp_path, "own", record))
    assert caught.value.where.endswith("own.jsonl:1")


def test_clusters_need_a_cluster(tmp_path: Path) -> None:
    path = write_set(tmp_path, "own", _one("Okoro", entities=[{"start": 0, "end": 5, "label": "PERSON"}]))
    assert read_names(path)[0].names[0].cluster is None
    with pytest.raises(UsageError, match="cluster"):
        read_names(path, clustered=True)


def test_quantities_may_have_no_place(tmp_path: Path) -> None:
    values = {"value": None, "value_low": 2, "value_high": 3.5, "unit": "", "modifier": None}
    path = write_set(tmp_path, "own", _one("two to three", quantities=[{"start": None, "end": None, **values}]))
    ((quantity,),) = (each.quantities for each in read_quantities(path))
    assert (quantity.stretch, quantity.value, quantity.low, quantity.high, quantity.unit) == (None, None, 2, 3.5, None)


@pytest.mark.parametrize(
    ("given", "day"),
    [
        ("2024-05-07", dt.date(2024, 5, 7)),
        ("2024-05-07T10:00:00", dt.date(2024, 5, 7)),
        ("2024-05", None),
        (None, None),
    ],
)
def test_the_day_of_publication_is_known_or_not(tmp_path: Path, given: str | None, day: dt.date | None) -> None:
    (document,) = read_times(write_set(tmp_path, "own", _one("x", reference_date=given, times=[])))
    assert document.published == day
