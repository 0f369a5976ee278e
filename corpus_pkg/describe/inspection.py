"""What the readers see in a raw file: form, encoding, what stands around the body, all evidence, the record to be."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from corpus_pkg.convert.settings import read_defaults, read_mapping
from corpus_pkg.convert.sources import Source, Sources
from corpus_pkg.convert.work import Names, annotate_batch
from corpus_pkg.findings import Finding, Severity
from corpus_pkg.findings.registry import RULES
from corpus_pkg.intake.files import SETTINGS
from corpus_pkg.intake.piece import units_of
from corpus_pkg.intake.reader import FormatReader
from corpus_pkg.intake.unit import Unit
from corpus_pkg.model.rows import Row, json_form

_SHOWN, _MOST_TEXT = 100, 400
_ENCODINGS = {
    "bom": "its byte order mark says so", "declared": "it is declared", "utf-8": "every byte of it is UTF-8",
    "utf-16": "every second byte is zero", "cp1252": "it is no UTF-8, and its bytes leave no other",
}  # fmt: skip
_ANNOTATIONS = ("quotes", "entities", "claims", "dates")


@dataclass(frozen=True, slots=True)
class Inspected:
    """One unit of a file.

    Attributes:
        unit: what the reader made of it.
        row: the record to be; None where there is none.
        findings: what is wrong with it, on the way in and afterwards.
        repairs: what was put right in its characters: how often, by code.
    """

    unit: Unit
    row: Row | None
    findings: list[Finding]
    repairs: dict[str, int]

    @property
    def refused(self) -> bool:
        """Whether nothing becomes of it, and that is an error."""
        return self.row is None and any(each.severity is Severity.ERROR for each in self.findings)

    def as_json(self) -> dict[str, Any]:
        """The same for a program."""
        return {
            "read_as": self.unit.read_as or None,
            "findings": [each.as_json() for each in self.findings],
            "repairs": self.repairs,
            "record": json_form(self.row) if self.row else None,
        }


def inspect_source(source: Source, names: Names, settings: Path | None = None) -> Iterator[Inspected]:
    """The units of a file, folder or address, as `convert` would read them, one by one.

    Args:
        source: `-` for standard input.
        names: what annotates.
        settings: the `corpus.toml`; None for the one in the folder, or beside the file.

    Raises:
        UsageError: there is no such file.
    """
    today = dt.datetime.now(dt.UTC).date()
    with Sources([source]) as sources:
        found = settings or sources.settings() or _beside(source)
        reader = FormatReader(today, read_mapping(found), read_defaults(found))
        for unit in units_of(sources.pieces(reader)):
            if unit.article is None:
                yield Inspected(unit, None, list(unit.findings), {})
                continue
            (outcome,) = annotate_batch([unit.article], names, today)
            repairs = dict(sorted(outcome.repairs.items()))
            yield Inspected(unit, outcome.row, [*unit.findings, *outcome.findings], repairs)


def _beside(source: Source) -> Path | None:
    path = Path(source).with_name(SETTINGS) if Path(source).name else None
    return path if path and path.is_file() else None


def as_text(found: Inspected) -> str:
    """A unit in lines for people."""
    lines = [f"read as      {found.unit.read_as or 'nothing that is known'}"]
    lines += [f"{each.severity!s:12s} {each.place}: {each.rule.code} {each.rule.name}: {each.message}\n"
              f"{'':12s} to mend it: {each.rule.mend}" for each in found.findings]  # fmt: skip
    if found.row is None:
        return "\n".join([*lines, "record       none: nothing of it comes into a dataset", ""])
    return "\n".join([*lines, *_record(found.row, found.repairs), ""])


def _record(row: Row, repairs: dict[str, int]) -> Iterator[str]:
    yield f"record       {row['id']}  {row['raw_path']}"
    yield f"encoding     {row['raw_encoding']}: {_ENCODINGS[row['raw_encoding_provenance']]}"
    for code, count in repairs.items():
        yield f"repaired     {count} times {code} {RULES[code].name}; the edit list keeps what stood there"
    if row["extraction"]:
        by = row["extraction"]
        yield (f"extracted    by {by['extractor']} {by['version']} ({by['options']}): {by['share']:.0%} of the visible "
               f"text, {by['restored']} paragraphs put back")  # fmt: skip
    for each in row["regions"]:
        place = f"{each['raw_start']}-{each['raw_end']}"
        yield f"region       {each['role']} at {place}: {_short(each['text'])}"
    yield from _evidence(row)
    yield f"language     {row['language'] or 'not known'} ({row['language_provenance']})"
    yield f"rights       {_rights(row['rights'])}"
    yield (f"text         {len(row['text']):,} characters, {len(row['paragraphs'])} paragraphs, "
           f"{len(row['sentences'])} sentences")  # fmt: skip
    yield from (f"             {each}" for each in row["text"][:_MOST_TEXT].splitlines() if each.strip())
    counts = [f"{len(row[name])} {name}" if name in row["layers"] else f"{name} not looked for"
              for name in _ANNOTATIONS]  # fmt: skip
    yield f"annotations  {', '.join(counts)}"


def _evidence(row: Row) -> Iterator[str]:
    """The metadata, each with everything that states it."""
    date = row["published_at"] or row["date"]
    exact = f" (to the {row['date_precision']}, {row['date_agreement']} agree)" if row["date"] else ""
    yield f"date         {date or 'not known'}{exact}"
    for each in row["date_proposals"]:
        words = f" {_short(each['text'])}" if each["text"] else ""
        at = f" at {each['start']}" if each["start"] is not None else ""
        yield f"  {each['verdict']:10s} {each['value']} {each['where'] or each['provenance']}{words}{at}"
    for name in ("title", "source", "agency", "authors", "url"):
        value = ", ".join(row[name]) if isinstance(row[name], list) else row[name]
        yield f"{name:12s} {value or 'not known'}"
        for each in row["candidates"]:
            if each["field"] == name:
                at = f" at {each['start']}" if each["start"] is not None else ""
                verdict = "taken" if each["taken"] else "not taken"
                yield f"  {verdict:10s} {_short(each['value'])} {each['where'] or each['provenance']}{at}"
    yield f"dateline     {row['dateline'] or 'none'}"


def _rights(rights: Row | None) -> str:
    if rights is None:
        return "not known: the text is withheld when the dataset is published"
    stated = [rights["license"] or "no licence that SPDX knows", f"holder {rights['holder'] or 'not known'}"]
    stated.append({True: "may be passed on", False: "may not be passed on"}.get(
        rights["redistributable"], "whether it may be passed on is not known"))  # fmt: skip
    if rights["tdm_reserved"] is not None:
        stated.append(f"text and data mining {'reserved' if rights['tdm_reserved'] else 'not reserved'}")
    return f"{', '.join(stated)} ({rights['provenance']})"


def _short(words: str) -> str:
    line = " ".join(words.split())
    return repr(line if len(line) <= _SHOWN else line[: _SHOWN - 1] + "…")
