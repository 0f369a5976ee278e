"""Articles in any number from a few: each with other words of the same lengths, so that every offset holds.

Copies of one text would be stored once, whoever writes them; these differ as articles do.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from random import Random

from corpus_pkg.model.ids import article_id, record_id
from corpus_pkg.model.rows import Row

_WORD = re.compile(r"[A-Za-z]{2,}")
_FIRST, _DAYS = dt.date(2023, 1, 1), 730
_LISTED = ("quotes", "entities", "claims")


class Variants:
    """Makes rows.

    Args:
        rows: the articles to vary.
    """

    def __init__(self, rows: Sequence[Row]) -> None:
        self._rows = rows
        words: dict[int, set[str]] = defaultdict(set)
        for row in rows:
            for word in _WORD.findall(row["text"]):
                words[len(word)].add(word)
        self._words = {length: sorted(each) for length, each in words.items()}

    def row(self, number: int, day: dt.date, edition: int) -> Row:
        """The article of that number; another edition of it has another text under the same id.

        Args:
            number: which.
            day: its date.
            edition: counts the changes to it.
        """
        original = self._rows[number % len(self._rows)]
        digest = hashlib.sha256(f"variant {number}".encode("ascii")).hexdigest()
        text = self._reworded(original["text"], Random(f"{number} {edition}"))  # noqa: S311  for variety
        row: Row = _recut(original, original["text"], text)
        own = article_id(digest)
        ids = {each["id"]: record_id(each["id"][0], own, each["id"]) for name in _LISTED for each in row[name]}
        renamed: Row = {name: _renamed(row[name], ids) for name in _LISTED}
        return row | renamed | {"id": own, "text": text, "date": day, "raw_sha256": digest}

    def _reworded(self, text: str, random: Random) -> str:
        return _WORD.sub(lambda match: random.choice(self._words[len(match[0])]), text)


def _day(number: int) -> int:
    return int.from_bytes(hashlib.sha256(f"day {number}".encode("ascii")).digest()[:4], "big") % _DAYS


def _recut(value: Row, old: str, new: str) -> Row:
    """A record with every surface cut out of the new text."""
    made = {name: _recut_value(each, old, new) for name, each in value.items()}
    start, end = made.get("start"), made.get("end")
    if isinstance(start, int) and isinstance(end, int) and made.get("text") == old[start:end]:
        made["text"] = new[start:end]
    return made


def _recut_value(value: object, old: str, new: str) -> object:
    if isinstance(value, dict):
        return _recut(value, old, new)
    return [_recut_value(each, old, new) for each in value] if isinstance(value, list) else value


def _renamed(value: object, ids: dict[str, str]) -> object:
    """The same with every id of a record replaced."""
    if isinstance(value, dict):
        return {name: _renamed(each, ids) for name, each in value.items()}
    if isinstance(value, list):
        return [_renamed(each, ids) for each in value]
    return ids.get(value, value) if isinstance(value, str) else value


def releases(variants: Variants, count: int, seed: int) -> Iterator[tuple[str, Iterator[Row]]]:
    """The first release and two that may follow, as rows sorted by date and id.

    Inserted: a hundredth more articles, all of one day. Edited: five articles with another text, ten left out.
    """
    random = Random(seed)  # noqa: S311  for variety
    first = [(_FIRST + dt.timedelta(days=_day(number)), number, 0) for number in range(count)]
    day = _FIRST + dt.timedelta(days=random.randrange(_DAYS))
    inserted = [*first, *((day, number, 0) for number in range(count, count + count // 100))]
    changed = random.sample(range(count), 15)
    edited = [(on, number, 1 if number in changed[:5] else 0) for on, number, _ in first if number not in changed[5:]]
    for name, plan in (("first", first), ("inserted", inserted), ("edited", edited)):
        yield name, _rows(variants, plan)


def _rows(variants: Variants, plan: list[tuple[dt.date, int, int]]) -> Iterator[Row]:
    """The rows of a plan in the order of a dataset, a day at a time."""
    days: dict[dt.date, list[tuple[int, int]]] = defaultdict(list)
    for day, number, edition in plan:
        days[day].append((number, edition))
    for day in sorted(days):
        made = [variants.row(number, day, edition) for number, edition in days[day]]
        yield from sorted(made, key=lambda row: str(row["id"]))
