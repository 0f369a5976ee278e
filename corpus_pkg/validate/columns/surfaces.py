"""Surfaces: what a record says that the text says at its place."""

from __future__ import annotations

import numpy as np

from corpus_pkg.findings import Rule
from corpus_pkg.validate.columns.breach import ArticleRow, Breach
from corpus_pkg.validate.columns.frame import Batch, Items, present

_MOST_SHOWN = 60


def surface_breach(rule: Rule, batch: Batch, items: Items) -> Breach:
    """Records whose `text` is not `text[start:end]` of their article; what is null is not looked at."""
    there = present(items.array)
    rows, start, end = items.rows, items.ints("start"), items.ints("end")
    surfaces = items.column("text")
    if not there.all():
        rows, start, end, surfaces = rows[there], start[there], end[there], surfaces.filter(there)
    bad = np.zeros(len(items), dtype=bool)
    bad[there] = ~batch.texts.say(rows, start, end, surfaces)
    return Breach(rule, items, bad, _words, "text")


def _words(record: dict[str, object], article: ArticleRow) -> str:
    start, end = int(str(record["start"])), int(str(record["end"]))
    text = article["text"]
    said = str(record["text"])
    there = text[start:end] if 0 <= start <= end else ""
    words = f"text is {said[:_MOST_SHOWN]!r}, text[{start}:{end}] is {there[:_MOST_SHOWN]!r}"
    found = text.find(said)
    if found >= 0 and text.find(said, found + 1) < 0:
        words += f"; the words stand at [{found}, {found + len(said)})"
    return words
