"""Reviewed annotations: `NAME.annotations.json` beside a raw article, read strictly, every part with its place."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from corpus_pkg.findings import Finding, Place, Severity
from corpus_pkg.findings.finding import Fix
from corpus_pkg.findings.rules import review as rules
from corpus_pkg.findings.rules import schema as forms
from corpus_pkg.intake.source.document import Document, decoded
from corpus_pkg.intake.source.schema import schema_findings
from corpus_pkg.model.frozen import published_versions
from corpus_pkg.model.version import SCHEMA_VERSION
from corpus_pkg.model.vocabulary import Corrected, CorrectionAction

SUFFIX = ".annotations.json"
_MOST_BYTES = 20_000_000
_FIRST_YEAR = 2000


@dataclass(frozen=True, slots=True, kw_only=True)
class Stated:
    """One correction as a contributor states it.

    Attributes:
        action: what is to be done.
        config: the kind of record; `articles` for the whole article.
        id: the record's id, if stated.
        start: first code point of the record; None for the whole article.
        end: one past its last.
        text: the words that stand there.
        set: the fields that are to hold.
        by: who says so.
        on: when.
        note: why.
        pointer: where it stands in its file.
    """

    action: CorrectionAction
    config: Corrected
    id: str | None
    start: int | None
    end: int | None
    text: str | None
    set: dict[str, Any] | None
    by: str
    on: dt.date
    note: str | None
    pointer: str


@dataclass(frozen=True, slots=True)
class Review:
    """The corrections of one article.

    Attributes:
        document: their file.
        text_sha256: digest of the text that was reviewed, if stated.
        corrections: the corrections that can be read.
    """

    document: Document
    text_sha256: str | None
    corrections: list[Stated]

    def finding(self, rule: Any, pointer: str, message: str, fix: Fix | None = None) -> Finding:  # noqa: ANN401  a Rule
        """A finding about a part of the file."""
        return Finding(rule, self.document.of(pointer), message, {}, fix)

    def moved(self, stated: Stated, start: int) -> Fix | None:
        """The replacement of a correction's `start` and `end`, which stand beside each other in their file."""
        spans, text = self.document.source.spans, self.document.text
        one, two = spans[f"{stated.pointer}/start"], spans[f"{stated.pointer}/end"]
        if stated.text is None or two.start < one.end:
            return None
        new = f"{start}{text[one.end : two.start]}{start + len(stated.text)}"
        return Fix(one.start, two.end, text[one.start : two.end], new)


def read_review(path: Path, name: str, today: dt.date) -> tuple[Review | None, list[Finding]]:
    """The corrections of a file, and what is wrong with it; None if it cannot be read at all.

    Args:
        path: where it lies.
        name: its path relative to the source given.
        today: the day of conversion.
    """
    text, findings = _text(path, name)
    if text is None:
        return None, findings
    document = Document(name, text, whole=True)
    findings += document.faults()
    value = document.source.value
    if document.broken or not isinstance(value, dict):
        if not document.broken:
            findings.append(Finding(forms.NOT_A_RECORD, document.at(0), f"it holds a JSON {type(value).__name__}"))
        return None, findings
    version = value.get("schema_version", SCHEMA_VERSION)
    if version not in published_versions():
        message = f"schema_version is {version!r:.40}; known are {', '.join(published_versions())}"
        return None, [*findings, Finding(rules.VERSION_OF_ANNOTATIONS, document.of("/schema_version"), message)]
    broken = [_named(each, document) for each in schema_findings(value, version, "annotations", Place(file=name))]
    readable = list(_corrections(value, broken, document, today))
    stated = [each for each in readable if isinstance(each, Stated)]
    findings += broken + [each for each in readable if isinstance(each, Finding)]
    digest = value.get("text_sha256")
    return Review(document, digest if isinstance(digest, str) else None, stated), findings


def _text(path: Path, name: str) -> tuple[str | None, list[Finding]]:
    try:
        size = path.stat().st_size
        raw = path.read_bytes() if size <= _MOST_BYTES else b""
    except OSError as error:
        return None, [Finding(forms.JSON_SYNTAX, Place(file=name), f"it cannot be read: {error.strerror}")]
    if size > _MOST_BYTES:
        return None, [Finding(forms.LINE_TOO_LONG, Place(file=name), f"it has {size:,} bytes", {"bytes": size})]
    return decoded(raw, name)


def _named(finding: Finding, document: Document) -> Finding:
    """A schema finding at its line and column; an unknown field of `set` has a rule of its own."""
    inside = "/set/" in (finding.place.pointer or "")
    placed = replace(finding, place=document.located(finding), fix=document.mended(finding))
    if inside and finding.rule is forms.FIELD_UNKNOWN:
        return replace(placed, rule=rules.SET_UNKNOWN)
    return placed


def _corrections(
    value: dict[str, Any], broken: list[Finding], document: Document, today: dt.date
) -> Iterator[Stated | Finding]:
    """The corrections whose form is sound, and what else is wrong with them."""
    listed = value.get("corrections")
    pointers = [each.place.pointer or "" for each in broken if each.severity is Severity.ERROR]
    faulty = {each.split("/")[2] for each in pointers if each.startswith("/corrections/")}
    for index, entry in enumerate(listed if isinstance(listed, list) else []):
        pointer = f"/corrections/{index}"
        if str(index) in faulty:
            continue
        day = dt.date.fromisoformat(entry["on"])
        if not dt.date(_FIRST_YEAR, 1, 1) <= day <= today + dt.timedelta(days=1):
            yield Finding(rules.REVIEW_DATE, document.of(f"{pointer}/on"), f"on is {entry['on']}")
            continue
        if (entry["action"] in {"add", "change"}) != bool(entry.get("set")):
            message = f"{entry['action']} {'has no set' if not entry.get('set') else 'has a set'}"
            yield Finding(rules.SET_REQUIRED, document.of(pointer), message)
            continue
        optional = {name: _whole(entry.get(name)) for name in ("id", "start", "end", "text", "set", "note")}
        yield Stated(
            action=entry["action"], config=entry["config"], by=entry["by"], on=day, pointer=pointer, **optional
        )


def _whole(value: Any) -> Any:  # noqa: ANN401  a JSON value
    """A value whose whole numbers are integers: to JSON Schema `3.0` is one, and to Python no index."""
    if isinstance(value, dict):
        return {name: _whole(each) for name, each in value.items()}
    if isinstance(value, list):
        return [_whole(each) for each in value]
    return int(value) if isinstance(value, float) and value.is_integer() else value
