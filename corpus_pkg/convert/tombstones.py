"""`tombstones.toml`: what was taken down, and must be in no dataset again."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

from corpus_pkg.convert.records import Facts
from corpus_pkg.errors import UsageError
from corpus_pkg.findings import Finding, Place
from corpus_pkg.findings.rules.forms import TAKEDOWN_UNMET, TAKEN_DOWN
from corpus_pkg.intake.files import TOMBSTONES
from corpus_pkg.model.annotations import ID
from corpus_pkg.model.article import SHA256

_BY: Final = {"id": "id", "url": "url", "sha256": "raw_sha256"}
"""What an entry may name an article by, and the fact that holds it."""
_FORMS: Final = {"id": re.compile(ID), "sha256": re.compile(SHA256)}
_ALSO: Final = frozenset({"reason", "date"})
_TABLE: Final = "takedown"


@dataclass(frozen=True, slots=True)
class Tombstones:
    """What is left out of every build.

    Attributes:
        asked: why, by the kind of name and the name.
    """

    asked: Mapping[tuple[str, str], str] = field(default_factory=dict)
    _met: set[tuple[str, str]] = field(default_factory=set)

    def of(self, facts: Facts) -> Finding | None:
        """The finding for an article that is to be left out; None for one that stays."""
        for kind, column in _BY.items():
            name = kind, str(getattr(facts, column))
            reason = self.asked.get(name)
            if reason is not None:
                self._met.add(name)
                place = Place(file=facts.raw_path, record=facts.id)
                return Finding(TAKEN_DOWN, place, f"left out by its {kind}: {reason}", {"by": kind})
        return None

    def unmet(self) -> Iterator[Finding]:
        """The entries that no article was left out for."""
        for kind, name in sorted(self.asked.keys() - self._met):
            message = f"no article has the {kind} {name[:200]!r}"
            yield Finding(TAKEDOWN_UNMET, Place(file=TOMBSTONES), message, {"by": kind, "name": name})


def read_tombstones(paths: Iterable[Path]) -> Tombstones:
    """The articles that were taken down: tables `[[takedown]]` with `id`, `url` or `sha256`, and a `reason`.

    Args:
        paths: the lists; all of them are honoured.

    Raises:
        UsageError: a file is damaged; nothing is built, as what was taken down could slip through.
    """
    return Tombstones({name: reason for path in paths for name, reason in _entries(path)})


def _entries(path: Path) -> Iterator[tuple[tuple[str, str], str]]:
    try:
        values = tomllib.loads(path.read_text("utf-8"))
    except (OSError, ValueError, RecursionError) as error:
        raise UsageError(str(path), f"is not valid TOML: {error}", "Mend the file; nothing was built.") from error
    entries = values.get(_TABLE, [])
    if set(values) - {_TABLE} or not isinstance(entries, list):
        raise UsageError(str(path), f"holds tables [[{_TABLE}]] alone", _example())
    yield from (_entry(path, number, each) for number, each in enumerate(entries, 1))


def _entry(path: Path, number: int, entry: Any) -> tuple[tuple[str, str], str]:  # noqa: ANN401  TOML is of any type
    names = [each for each in _BY if isinstance(entry, dict) and isinstance(entry.get(each), str) and entry[each]]
    if len(names) != 1 or set(entry) - {*_BY, *_ALSO}:
        raise UsageError(str(path), f"[[{_TABLE}]] number {number} has not one of {', '.join(_BY)}", _example())
    kind, name = names[0], entry[names[0]].strip()
    form = _FORMS.get(kind)
    name = name.lower() if form else name
    if form and not form.fullmatch(name):
        raise UsageError(str(path), f"[[{_TABLE}]] number {number}: {name[:80]!r} is no {kind}", _example())
    return (kind, name), str(entry.get("reason", "no reason is stated"))


def _example() -> str:
    return f'For example: [[{_TABLE}]] url = "https://www.example.org/a" reason = "At the author\'s request."'
