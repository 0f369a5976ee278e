"""The table of how many articles a word stands in, counted over openly licensed texts."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path

from corpus_pkg.link.words import words_of

SOURCES = ("entities/wikigold.jsonl", "times/gum_news_dates.jsonl", "times/meantime_even.jsonl")
_HEAD = """\
# In how many articles a stem stands, counted over Wikigold (Wikipedia), the news and interviews of GUM, and the even
# half of MEANTIME (Wikinews), all under CC BY. A stem of fewer than three is left out; the line without one counts all.
"""
_LEAST = 3


def table(gold: Path) -> str:
    """The table as the package has it.

    Args:
        gold: the folder of gold sets.
    """
    counts: Counter[str] = Counter()
    for name in SOURCES:
        for line in (gold / name).read_text("utf-8").splitlines():
            counts.update({each.stem for each in words_of(json.loads(line)["text"])} | {""})
    rows = sorted(each for each in counts.items() if each[1] >= _LEAST)
    return _HEAD + "".join(f"{stem}\t{count}\n" for stem, count in rows)
