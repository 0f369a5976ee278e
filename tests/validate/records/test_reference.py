"""The schema level is held equal to the reference: the same verdict at the same places, of records and of columns."""

from __future__ import annotations

from typing import Any

import pyarrow as pa
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from record_support import ODD_DAYS, ODD_INSTANTS, ODD_WORDS, damaged, kind, places, put, records
from schema_support import Verdict, reference

from corpus_pkg.findings import Place
from corpus_pkg.intake.source.schema import schema_findings
from corpus_pkg.model.arrow import arrow_schema
from corpus_pkg.model.frozen import frozen_schema
from corpus_pkg.model.tables import table
from corpus_pkg.model.version import SCHEMA_VERSION
from corpus_pkg.validate.columns.breach import findings_of
from corpus_pkg.validate.columns.form import form_breaches
from corpus_pkg.validate.columns.frame import Batch
from corpus_pkg.validate.records.dates import with_dates

_PLACE = Place(file="a.jsonl")
_NOT_HELD = {"S002", "S003", "S004", "S009"}
_BLANKS = ("\u00a0", "\u2003", "\u3000", "\u2028", "\x0b")


def _ours(record: object) -> Verdict:
    found = schema_findings(record, SCHEMA_VERSION, "article", _PLACE)
    return {(each.place.pointer or "", each.rule.code) for each in found}


def _columns(record: dict[str, Any]) -> Verdict:
    rows = pa.RecordBatch.from_pylist([with_dates(record)], schema=arrow_schema(table("articles")))
    batch = Batch(rows)
    breaches = form_breaches(batch, frozen_schema(SCHEMA_VERSION, "article"))
    found = (finding for each in breaches for finding in findings_of(each, batch, lambda _: _PLACE))
    return {(each.place.pointer or "", each.rule.code) for each in found}


def _held(record: object, verdict: Verdict) -> bool:
    """Whether Arrow can hold a record: its names and types are right, its whole numbers of 64 bits."""
    if not isinstance(record, dict) or any(code in _NOT_HELD for _, code in verdict):
        return False
    try:
        pa.RecordBatch.from_pylist([with_dates(record)], schema=arrow_schema(table("articles")))
    except (OverflowError, pa.ArrowInvalid):
        return False
    return True


def test_the_records_are_sound_and_fill_most_fields() -> None:
    kinds = {kind(path) for record in records() for path in places(record)}
    assert all(_ours(each) == reference(each) == _columns(each) == set() for each in records())
    assert kinds >= {
        "/quotes/*/cue/text",
        "/claims/*/number/end",
        "/entities/*/mentions/*/start",
        "/annotator/models/*/name",
    }


@given(damaged())
@settings(max_examples=300)
def test_a_damaged_record_is_judged_as_the_reference_judges_it(record: dict[str, Any]) -> None:
    verdict = reference(record)
    assert _ours(record) == verdict
    if _held(record, verdict):
        assert _columns(record) == verdict


@given(st.none() | st.booleans() | st.integers(-9, 9) | st.text(max_size=3) | st.lists(st.none(), max_size=2))
def test_what_is_no_object_is_judged_as_the_reference_judges_it(value: object) -> None:
    assert _ours(value) == reference(value)


@pytest.mark.parametrize("value", [*ODD_DAYS, *ODD_INSTANTS])
def test_odd_dates_are_judged_as_the_reference_judges_them(value: str) -> None:
    for path in (("date",), ("published_at",)):
        record = put(records()[0], path, value)
        verdict = reference(record)
        assert _ours(record) == verdict
        if _held(record, verdict):
            assert _columns(record) == verdict


def _leaf(pointer: str) -> tuple[dict[str, Any], tuple[str | int, ...]]:
    """The first record that has such a leaf, and where."""
    return next((each, path) for each in records() for path in places(each) if kind(path) == pointer)


_PATTERNS = (
    "/id", "/language", "/url", "/raw_sha256", "/schema_version", "/date_proposals/*/value", "/quotes/*/id",
    "/quotes/*/group", "/entities/*/key", "/entities/*/country", "/annotator/models/*/sha256", "/title", "/raw_path",
)  # fmt: skip


@pytest.mark.parametrize("pointer", _PATTERNS)
def test_every_form_is_tried_with_odd_words(pointer: str) -> None:
    record, path = _leaf(pointer)
    for value in ODD_WORDS:
        changed = put(record, path, value)
        verdict = reference(changed)
        assert _ours(changed) == verdict
        assert _columns(changed) == verdict


@pytest.mark.parametrize("blank", _BLANKS)
@pytest.mark.parametrize(("pointer", "before"), [("/url", "http://a"), ("/entities/*/key", "org:a")])
def test_a_blank_is_a_blank_in_records(pointer: str, before: str, blank: str) -> None:
    record, path = _leaf(pointer)
    changed = put(record, path, before + blank)
    assert _ours(changed) == reference(changed) != set()


@pytest.mark.parametrize("blank", _BLANKS)
@pytest.mark.parametrize(("pointer", "before"), [("/url", "http://a"), ("/entities/*/key", "org:a")])
def test_a_blank_is_a_blank_in_columns(pointer: str, before: str, blank: str) -> None:
    record, path = _leaf(pointer)
    changed = put(record, path, before + blank)
    assert _columns(changed) == reference(changed)
