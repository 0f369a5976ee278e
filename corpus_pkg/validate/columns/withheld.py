"""Articles whose text is withheld: they quote nothing at length, and their stretches lie where the text was."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pyarrow as pa

from corpus_pkg.findings import Rule
from corpus_pkg.findings.rules import text as rules
from corpus_pkg.model.rows import Row
from corpus_pkg.model.withheld import LONGEST, QUOTING

Fault = tuple[Rule, str, str]
"""A rule, where in the article it is broken, and how."""


def withheld_faults(row: Row) -> Iterator[Fault]:
    """What is wrong with an article without its text."""
    if row["edits"]:
        yield rules.WITHHELD_WORDS, "/edits", "edits hold pieces of the raw file"
    for index, region in enumerate(row["regions"]):
        if region["text"] is not None:
            yield rules.WITHHELD_WORDS, f"/regions/{index}/text", "a region has its words"
    for pointer, record in stretches(row):
        start, end, words = record["start"], record["end"], record.get("text")
        if not 0 <= start < end <= row["text_length"]:
            yield rules.WITHHELD_OFFSET, pointer, f"[{start}, {end}) of {row['text_length']:,} code points"
        allowed = 0 if pointer.split("/")[1] in QUOTING and pointer.count("/") == _OWN else LONGEST
        if words is not None and len(words.split()) > allowed:
            yield rules.WITHHELD_WORDS, f"{pointer}/text", f"{len(words.split())} words stand there; {allowed} may"


_OTHER_WORDS = frozenset({"date_proposals", "candidates", "corrections"})
"""Columns whose records hold words that are none of the text, or none at all."""
_OWN = 2
"""Slashes in the pointer of a record that is itself a quotation, not its cue or speaker."""


def missing_words(row: Row) -> Iterator[Fault]:
    """Records without their words in an article that has its text."""
    listed = (*stretches(row), *((f"/regions/{index}", each) for index, each in enumerate(row["regions"])))
    for pointer, record in listed:
        if "text" in record and record["text"] is None:
            yield rules.WORDS_MISSING, f"{pointer}/text", "its words are null"


def stretches(value: Any, pointer: str = "") -> Iterator[tuple[str, Row]]:  # noqa: ANN401  a row, or what is in it
    """Every record of an article that is a stretch of its text, with its JSON pointer."""
    if isinstance(value, list):
        for index, each in enumerate(value):
            yield from stretches(each, f"{pointer}/{index}")
    elif isinstance(value, dict):
        if value.get("start") is not None and value.get("end") is not None and "page_start" not in value:
            yield pointer, value
        for name, each in value.items():
            yield from stretches(each, f"{pointer}/{name}")


def lacks_words(rows: pa.RecordBatch) -> bool:
    """Whether any record of a batch has no words: a look at the columns, as it is rare."""
    named = zip(rows.schema.names, rows.columns, strict=True)
    return any(_null_texts(column) for name, column in named if name not in _OTHER_WORDS)


def _null_texts(column: pa.Array) -> bool:
    if pa.types.is_list(column.type):
        return _null_texts(column.flatten())
    if not pa.types.is_struct(column.type):
        return False
    there = column.drop_null() if column.null_count else column
    for field, inner in zip(column.type, there.flatten(), strict=True):
        if (field.name == "text" and inner.null_count) or _null_texts(inner):
            return True
    return False
