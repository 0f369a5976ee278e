"""One record of a dump, as JSON, a row of a table or of Parquet: which of its fields is which, and what they state."""

from __future__ import annotations

import ast
import datetime as dt
import hashlib
import json
import re
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import fields as members
from dataclasses import replace
from typing import Any

from corpus_pkg.findings import Finding, Place
from corpus_pkg.findings.rules.files import NO_TEXT
from corpus_pkg.findings.rules.forms import CUT_TEXT, FIELDS_GUESSED, TWO_FIELDS
from corpus_pkg.intake.fields import NAMES, Fields, Found, text_of
from corpus_pkg.intake.form import Reading
from corpus_pkg.intake.languages import language_tag
from corpus_pkg.intake.raw import Given, RawArticle
from corpus_pkg.intake.stamps import read_stamp
from corpus_pkg.intake.unit import Unit, refused
from corpus_pkg.intake.values import read_given

_NOTHING = Given()
_CUT = re.compile(r"(?:\[\+\d+ chars\]|\[\d+ chars more\])\s*\Z")
_LISTED, _AUTHORS = re.compile(r"\s*[;|]\s*"), re.compile(r"\s*(?:,\s+and\s+|,|\s+and\s+|\s+&\s+)\s*")
# Words with capitals, and what stands between them in names: no job and no place of work.
_NAME = re.compile(
    r"[^\W\d_a-z][\w.'’-]*"
    r"(?: (?:[^\W\d_a-z][\w.'’-]*|d[aei]l?|de[nrs]?|d[iou]s?|v[ao]n|l[ae]|al|bin|ibn|ter|zu|y)){1,5}\Z"
)
_LIST = re.compile(r"\[[^\n]{2,2000}\]\Z")
_BY = re.compile(r"by\s+", re.IGNORECASE)
Where = Callable[[tuple[str, ...]], Place]


class Records:
    """Reads the records of one file.

    Args:
        reading: the file.
        media_type: of the file.
    """

    def __init__(self, reading: Reading, media_type: str) -> None:
        self._reading, self._media_type = reading, media_type
        self._fields = Fields(reading.mapping)
        self._told: set[str] = set()

    def unit(self, record: Mapping[str, Any], path: str, sha256: str, place: Place, where: Where | None = None) -> Unit:
        """A record as a unit.

        Args:
            record: its fields.
            path: the file, with what tells the record in it.
            sha256: digest of its bytes.
            place: where it stands.
            where: where the value under some keys stands, if that is known.
        """
        where = where or (lambda keys: replace(place, pointer="".join(f"/{each}" for each in keys)))
        texts = [(each, text) for each in self._fields.all(record, "text") if (text := text_of(each.value)) is not None]
        if not texts:
            return refused(self._textless(record, place, where))
        (found, text), *others = texts
        if _CUT.search(text[-40:]):
            return refused(Finding(CUT_TEXT, where(found.path), f"the text ends {text[-40:]!r}"))
        chosen = {"text": found} | {name: each for name in NAMES if (each := self._fields.first(record, name))}
        given, findings = self._given(chosen, place, where)
        findings += self._guesses(chosen, place)
        if others and not any(text.strip() in each or each.strip() in text for _, each in others):
            message = f"{found.pointer} was taken for the text, beside {', '.join(each.pointer for each, _ in others)}"
            findings += self._once(Finding(TWO_FIELDS, where(found.path), message))
        article = RawArticle(path=path, sha256=sha256, media_type=self._media_type, encoding="utf-8",
                             encoding_provenance="declared", characters=text, given=given)  # fmt: skip
        return Unit(article, tuple(findings))

    def _textless(self, record: Mapping[str, Any], place: Place, where: Where) -> Finding:
        fields = {"fields": sorted(map(str, record))[:50]}
        found = self._fields.first(record, "text")
        if found is None:
            names = sorted(map(str, record))[:12]
            return Finding(NO_TEXT, place, f"no text under a known name; its fields are {', '.join(names)}", fields)
        kind = type(found.value).__name__
        return Finding(NO_TEXT, where(found.path), f"{found.pointer} holds a {kind}, not a text", fields)

    def _given(self, chosen: Mapping[str, Found], place: Place, where: Where) -> tuple[Given, list[Finding]]:
        values = {name: _plain(name, chosen[name].value) for name in NAMES if name in chosen}
        given, findings = read_given(values, place, self._reading.today, lambda field: where(chosen[field].path))
        return filled(given, self._reading.given), findings

    def _guesses(self, chosen: Mapping[str, Found], place: Place) -> list[Finding]:
        """What was told by a name that is not ours, once for each set of names."""
        names = {name: ".".join(found.path) for name, found in chosen.items()}
        guessed = [f"{name} from {path}" for name, path in names.items()
                   if path != name and name not in self._fields.mapped]  # fmt: skip
        if not guessed:
            return []
        return self._once(Finding(FIELDS_GUESSED, place, ", ".join(guessed), {"fields": names}))

    def _once(self, finding: Finding) -> list[Finding]:
        if finding.message in self._told:
            return []
        self._told.add(finding.message)
        return [finding]


def record_digest(record: Mapping[str, Any]) -> str:
    """The digest of a record: the same in whatever list, table and layout it comes.

    Args:
        record: its fields, in their order; what JSON does not know is taken by its words.
    """
    written = json.dumps(record, ensure_ascii=False, separators=(",", ":"), default=str)
    return hashlib.sha256(written.encode("utf-8")).hexdigest()


def filled(given: Given, beside: Given) -> Given:
    """What a record states, filled up with what its sidecar states of the whole file."""
    if beside == _NOTHING:
        return given
    taken = {}
    for each in members(Given):
        own = getattr(given, each.name)
        dated = each.name in {"date", "date_precision", "published_at"}
        if own in (None, ()) and not (dated and given.date is not None):
            taken[each.name] = getattr(beside, each.name)
    return replace(given, **taken)


def _plain(name: str, value: object) -> object:
    """A value of a dump in the form that metadata are stated in; as it is where it is of none that is known."""
    if isinstance(value, dict) and name == "source":
        return value.get("name") or value
    if name == "authors" and isinstance(value, str) and _LIST.match(value.strip()):
        value = _listed(value.strip())
    if name == "authors" and isinstance(value, str | list):
        return _authors(value) if isinstance(value, str) else [_author(each) for each in value]
    if name == "date" and not isinstance(value, dt.date):
        return read_stamp(value) or value
    return (language_tag(value) or value) if name == "language" and isinstance(value, str) else value


def _listed(value: str) -> object:
    """A list that a table holds as it was printed, by JSON or by Python; the words where it is none."""
    for read in (json.loads, ast.literal_eval):
        with suppress(ValueError, SyntaxError, RecursionError, MemoryError):
            found = read(value)
            return found if isinstance(found, list) else value
    return value


def _author(value: object) -> object:
    return value.get("name", value) if isinstance(value, dict) else value


def _authors(value: str) -> list[str]:
    """The names of a line, where all its parts are names; else the line as it stands."""
    line = _BY.sub("", " ".join(value.split()), count=1) if _BY.match(value) else " ".join(value.split())
    if _LISTED.search(line):
        # Commas within such a list part surnames from given names.
        return [each for each in _LISTED.split(line) if each]
    parts = [each for each in _AUTHORS.split(line) if each]
    return parts if len(parts) > 1 and all(map(_NAME.match, parts)) else [line]
