"""Records seen flat: where each stands, what refers to what, and the forms of ids and times."""

from __future__ import annotations

import re
from typing import Any

import pyarrow as pa
import pytest
from hypothesis import given
from hypothesis import strategies as st
from record_support import records

from corpus_pkg.model.arrow import arrow_schema
from corpus_pkg.model.tables import table
from corpus_pkg.validate.columns import form
from corpus_pkg.validate.columns.frame import NONE, Batch, Items, lengths_of, present, truth
from corpus_pkg.validate.columns.references import Known, id_numbers, same_text
from corpus_pkg.validate.columns.timex import is_timex, unsound_values
from corpus_pkg.validate.records.dates import with_dates

_MENTION = pa.struct([("start", pa.int64()), ("text", pa.string())])
_ENTITY = pa.struct([("id", pa.string()), ("mentions", pa.list_(_MENTION)), ("cue", _MENTION)])
_SCHEMA = pa.schema([("id", pa.string()), ("entities", pa.list_(_ENTITY)), ("text", pa.string()), ("cue", _MENTION)])
_WORD = st.sampled_from(["", "x", "é", "two words"])
_MENTIONS = st.fixed_dictionaries({"start": st.none() | st.integers(0, 9), "text": st.none() | _WORD})
_ENTITIES = st.fixed_dictionaries(
    {"id": _WORD, "mentions": st.lists(_MENTIONS, max_size=3), "cue": st.none() | _MENTIONS}
)
_ROWS = st.lists(
    st.fixed_dictionaries(
        {"id": _WORD, "entities": st.lists(_ENTITIES, max_size=3), "text": _WORD, "cue": st.none() | _MENTIONS}
    ),
    max_size=4,
)
Row = dict[str, Any]


def _batch(rows: list[Row]) -> Batch:
    """Rows from the middle of a batch, so that every array has an offset."""
    around: Row = {"id": "o", "text": "é", "cue": {"start": 7, "text": "o"},
                   "entities": [{"id": "o", "mentions": [{"start": 8, "text": "o"}], "cue": None}]}  # fmt: skip
    whole = pa.RecordBatch.from_pylist([around, *rows, around], schema=_SCHEMA)
    return Batch(whole.slice(1, len(rows)))


def _found(items: Items) -> list[tuple[str, int, object]]:
    return [(items.where(index), int(items.rows[index]), items.array[index].as_py()) for index in range(len(items))]


@given(_ROWS)
def test_every_record_knows_its_place_and_its_row(rows: list[Row]) -> None:
    batch = _batch(rows)
    entities = [(f"/entities/{place}", row, each)
                for row, article in enumerate(rows) for place, each in enumerate(article["entities"])]  # fmt: skip
    assert len(batch) == len(rows)
    assert _found(batch.articles) == [("", row, each) for row, each in enumerate(rows)]
    assert _found(batch.listed("entities")) == entities
    assert _found(batch.listed("entities", "mentions")) == [
        (f"{above}/mentions/{place}", row, each)
        for above, row, entity in entities
        for place, each in enumerate(entity["mentions"])
    ]
    assert _found(batch.listed("entities").nested("cue")) == [
        (f"{above}/cue", row, each["cue"]) for above, row, each in entities
    ]
    assert _found(batch.articles.nested("cue")) == [("/cue", row, each["cue"]) for row, each in enumerate(rows)]


@given(_ROWS)
def test_fields_of_absent_records_are_null(rows: list[Row]) -> None:
    cues, expected = _batch(rows).articles.nested("cue"), [each["cue"] or {} for each in rows]
    starts = [each.get("start") for each in expected]
    assert cues.ints("start").tolist() == [NONE if each is None else each for each in starts]
    assert cues.ints("start").tolist() == cues.ints("start").tolist()
    assert cues.has("start").tolist() == [each is not None for each in starts]
    assert present(cues.array).tolist() == [each["cue"] is not None for each in rows]
    for values in (("x",), ("x", "é"), ()):
        assert cues.one_of("text", *values).tolist() == [each.get("text") in values for each in expected]


@given(st.lists(st.none() | st.lists(st.integers(0, 3), max_size=3), max_size=6))
def test_lengths_of_lists(values: list[list[int] | None]) -> None:
    column = pa.array([[1], *values], pa.list_(pa.int64()))[1:]
    assert lengths_of(column).tolist() == [len(each or []) for each in values]


@given(st.lists(st.none() | st.booleans(), max_size=20))
def test_null_is_not_true(values: list[bool | None]) -> None:
    assert truth(pa.array([True, *values], pa.bool_())[1:]).tolist() == [bool(each) for each in values]


def test_shipped_records_are_found_where_they_stand() -> None:
    found = records()
    rows = pa.RecordBatch.from_pylist([with_dates(each) for each in found], schema=arrow_schema(table("articles")))
    mentions = Batch(rows.slice(1)).listed("entities", "mentions")
    for index in range(len(mentions)):
        _, _, entity, _, place = mentions.where(index).split("/")
        article = found[1 + int(mentions.rows[index])]
        assert article["entities"][int(entity)]["mentions"][int(place)] == mentions.array[index].as_py()


_IDS = st.sampled_from([letter + digits * 16 for letter in "aqe" for digits in "012f"])
_REFERRING = pa.struct([("id", pa.string()), ("to", pa.string())])


def _records(found: list[list[tuple[str, str | None]]]) -> Items:
    """Records by article, each with its id and what it refers to."""
    rows = [{"records": [{"id": own, "to": other} for own, other in each]} for each in found]
    return Batch(pa.RecordBatch.from_pylist(rows, schema=pa.schema([("records", pa.list_(_REFERRING))]))).listed(
        "records"
    )


@given(st.lists(st.lists(st.tuples(_IDS, st.none() | _IDS), max_size=5), max_size=4))
def test_references_are_found_as_in_a_dict(found: list[list[tuple[str, str | None]]]) -> None:
    items, known = _records(found), {}
    flat = [(row, own, other) for row, each in enumerate(found) for own, other in each]
    for index, (row, own, _) in enumerate(flat):
        known.setdefault((row, own), index)
    expected = [-1 if other is None else known.get((row, other), -1) for row, _, other in flat]
    assert Known(items).find(items, "to").tolist() == expected
    dangling = [other is not None and place < 0 for (_, _, other), place in zip(flat, expected, strict=True)]
    assert Known(items).dangling(items, "to").tolist() == dangling


@given(st.lists(st.tuples(_IDS, st.none() | _IDS), min_size=1, max_size=5), st.lists(st.tuples(_IDS, _IDS), max_size=3))
def test_records_of_two_kinds_are_known_together(one: list[tuple[str, str | None]], two: list[tuple[str, str]]) -> None:
    first, second = _records([one]), _records([list(two)])
    known = {own for own, _ in (*one, *two)}
    assert (Known(first, second).find(first, "to") >= 0).tolist() == [other in known for _, other in one]


def test_nothing_is_known_where_there_is_nothing() -> None:
    items = _records([[("a" + "0" * 16, "a" + "0" * 16)]])
    assert Known(_records([[]])).find(items, "to").tolist() == [-1]
    assert Known(items).find(_records([[]]), "to").tolist() == []


@given(st.lists(_IDS, unique=True, max_size=9))
def test_ids_are_sorted_as_their_numbers_are(ids: list[str]) -> None:
    column = pa.array(["a" + "7" * 16, *ids, None], pa.string())[1:]
    assert id_numbers(column, letters=False).tolist() == [*(int(each[1:], 16) for each in ids), 0]
    assert len(set(id_numbers(column[: len(ids)]).tolist())) == len(ids)


@given(st.lists(st.tuples(st.none() | _WORD, st.none() | _WORD), min_size=1, max_size=6), st.data())
def test_the_same_text_is_no_null(pairs: list[tuple[str | None, str | None]], data: st.DataObject) -> None:
    one, two = zip(*pairs, strict=True)
    indices = data.draw(st.lists(st.integers(0, len(pairs) - 1), min_size=len(pairs), max_size=len(pairs)))
    expected = [left is not None and left == two[at] for left, at in zip(one, indices, strict=True)]
    assert same_text(pa.array(one, pa.string()), pa.array(two, pa.string()), pa.array(indices)).tolist() == expected


_HEX = st.text("0123456789abcdefgAF \n\x00é", max_size=5) | st.text("0123456789abcdef", min_size=3, max_size=5)


@given(st.lists(st.none() | _HEX, max_size=9), st.integers(0, 1), st.integers(2, 4))
def test_hexadecimal_is_what_the_pattern_says(values: list[str | None], letters: int, digits: int) -> None:
    pattern = re.compile(r"[a-z]" * letters + rf"[0-9a-f]{{{digits}}}", re.ASCII)
    column = pa.array(["é", *values], pa.string())[1:]
    found = form._hexadecimal(column, letters, digits)  # noqa: SLF001  the fast way is held to the plain one
    assert found.tolist() == [each is not None and pattern.fullmatch(each) is not None for each in values]


_GOOD = """
2025-02-13 2025-02 2025 202 20 XXXX XXXX-02-13 XXXX-XX-13 2025-02-XX 2025-W07 2025-W07-WE 2025-W07-3 2025-WXX
2025-WXX-5 XXXX-WXX-1 2025-Q1 2025-QX 2025-H2 2025-HX 2025-SP XXXX-SU 2025-FA 2025-WI 2025-02-13T14:30 2025-02-13T14
2025-02-13T14:30:05Z 2025-02-13TMO 2025-02-13TEV 2025-W07-3TAF XXXX-XX-XXT08:00 T14:30 TNI 2025-02-13T14:30+01:00
PRESENT_REF PAST_REF FUTURE_REF P3D P2W P1M P10Y P1.5Y PXD PXXY P1DE P2CE P1Q P1WE PT5M PT2H PT30S P1Y2M P1Y6M3D
P1DT12H 2024-02-29
""".split()
_BAD = """
2025-02-31TMO 2025-02-30 2025-13-01 2025-00-10 2025-02-29 2025-13 2025-00 2025-2-3 25-02-13 2025/02/13 2025-02-13T
2025-02-13T1 2025-W7 2025-Q5 2025-H3 2025-XX-W01 P3 3D PD P3d XXXX-13 P-3D PT3D P1.D 2025-02-13Z today present_ref
20250213 2 2025-02-13T14:3 T P1Y- 2025-02-1X ٢٠٢٥-٠٢-١٣
""".split()


@pytest.mark.parametrize("value", _GOOD)
def test_values_of_times(value: str) -> None:
    assert is_timex(value)


@pytest.mark.parametrize("value", [*_BAD, "", " ", "2025-02-13 ", "2025-02-13\n", "2025\n", "P3D\n"])
def test_what_is_no_value_of_a_time(value: str) -> None:
    assert not is_timex(value)


_IMPOSSIBLE = (
    "2025-W54",
    "2025-W00",
    "2025-02-13T25:00",
    "2025-02-13T14:61",
    "T99",
    "P",
    "PT",
    "P1YT",
    "XXXX-13-01",
    "XXXX-02-30",
    "2025-13-XX",
    "2025-02-13T14:30+99:00",
)


@pytest.mark.parametrize("value", _IMPOSSIBLE)
def test_what_no_calendar_or_clock_has_is_no_value(value: str) -> None:
    assert not is_timex(value)


@given(st.lists(st.none() | st.sampled_from([*_GOOD[:4], *_BAD[:4]]), max_size=12))
def test_null_is_a_sound_time(values: list[str | None]) -> None:
    column = pa.array(["2025-02-30", *values], pa.string())[1:]
    assert unsound_values(column).tolist() == [each is not None and each in _BAD for each in values]
