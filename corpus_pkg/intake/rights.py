"""Statements of rights: a licence by its identifier or its address, a copyright line, or a table that says more."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from typing import get_args

from corpus_pkg.model.licences import is_open, is_spdx, spelled
from corpus_pkg.model.rights import Rights
from corpus_pkg.model.vocabulary import RightsBasis, RightsProvenance

_ADDRESS = re.compile(
    r"https?://(?:www\.)?creativecommons\.org/(?P<kind>licenses/(?P<terms>by(?:-nc)?(?:-nd|-sa)?)|publicdomain/(?:zero|mark))"
    r"/(?P<version>\d\.\d)(?:/.*)?\Z",
    re.IGNORECASE,
)
_HOLDER = re.compile(
    r"(?:©|\(c\)|\bcopyright\b)\s*(?:(?:©|\(c\))\s*)?(?:\d{4}(?:\s*[-–]\s*\d{2,4})?[ ,]*)?(?:by\s+)?"
    r"(?P<who>[^\W\d_][^.,;|©\n]{1,80}?)\s*(?:[.,;|]|\ball rights reserved\b|\Z)",
    re.IGNORECASE,
)
_CLOSED = re.compile(r"\ball rights reserved\b", re.IGNORECASE)
_PUBLIC = re.compile(r"(?:the )?public domain(?: mark 1\.0)?\.?\Z", re.IGNORECASE)
_TEXTS = ("statement", "license", "holder")
_TRUTHS = ("redistributable", "tdm_reserved")
KEYS = (*_TEXTS, *_TRUTHS, "basis")
"""What a table of rights may state."""


def read_rights(value: object, provenance: RightsProvenance = "given") -> Rights | None:
    """What a statement of rights says; None if it cannot be read.

    Args:
        value: words, such as `CC-BY-4.0`, or a table with keys of `KEYS`.
        provenance: where it stands.
    """
    if isinstance(value, str):
        words = " ".join(value.split())
        return _of_words(words, provenance) if words else None
    return _of_table(value, provenance) if isinstance(value, dict) else None


def rights_fault(value: object) -> str | None:
    """What is wrong with a statement of rights; None if it can be read."""
    if read_rights(value) is not None:
        return None
    if not isinstance(value, dict):
        return "rights are a text or a table"
    unknown = next((str(each) for each in value if each not in KEYS), None)
    if unknown is not None:
        return f"unknown key {unknown!r:.60}; known are {', '.join(KEYS)}"
    bad = next((name for name, each in value.items() if not _sound(name, each)), None)
    return f"{bad} = {value[bad]!r:.60} is not of its form" if bad else "it states nothing"


def filled(rights: Rights | None, beside: Rights | None) -> Rights | None:
    """Rights with what weaker evidence adds; what was stated is left as it is.

    A licence that weaker evidence names does not open what stronger evidence calls closed, or states in words that
    name no licence; nor the other way round.
    """
    if rights is None or beside is None:
        return rights or beside
    added = {name: getattr(beside, name) for name in ("holder", "tdm_reserved") if getattr(rights, name) is None}
    if rights.redistributable is None and rights.license is None and rights.basis is None and not rights.statement:
        # Words that nobody here can read may forbid what weaker evidence allows.
        added |= {name: getattr(beside, name) for name in ("license", "redistributable", "basis")}
        added |= {} if rights.statement else {"statement": beside.statement}
    return replace(rights, **added)


def _of_words(words: str, provenance: RightsProvenance) -> Rights:
    license_id = spelled(words) or _by_address(words)
    holder = _HOLDER.search(words)
    public = bool(_PUBLIC.match(words)) or license_id == "CC-PDDC"
    free = public or (license_id is not None and is_open(license_id))
    return Rights(
        statement=words, license=license_id, holder=" ".join(holder["who"].split()) if holder else None,
        redistributable=True if free else False if _CLOSED.search(words) else None, tdm_reserved=None,
        basis="public_domain" if public else "license" if free else None, provenance=provenance,
    )  # fmt: skip


def _by_address(words: str) -> str | None:
    match = _ADDRESS.match(words)
    if match is None:
        return None
    if match["terms"]:
        return spelled(f"CC-{match['terms'].upper()}-{match['version']}")
    return "CC0-1.0" if match["kind"].lower().endswith("zero") else "CC-PDDC"


def _of_table(table: Mapping[str, object], provenance: RightsProvenance) -> Rights | None:
    if not table or any(name not in KEYS or not _sound(name, each) for name, each in table.items()):
        return None
    stated = str(table.get("license") or table.get("statement") or "")
    read = _of_words(" ".join(stated.split()), provenance)
    own = {name: table[name] for name in (*_TRUTHS, "basis") if name in table}
    own |= {name: " ".join(str(table[name]).split()) for name in ("statement", "holder") if name in table}
    if table.get("redistributable") is False:
        own["basis"] = None
    found = replace(read, **{"statement": read.statement or None} | own)  # type: ignore[arg-type]
    said = _of_words(" ".join(str(table.get("statement") or "").split()), provenance)
    return weighed(found, said) if "redistributable" not in table else found


def weighed(rights: Rights, beside: Rights) -> Rights:
    """Rights beside others of the same strength: where one opens what the other closes, nothing is known."""
    if {rights.redistributable, beside.redistributable} == {True, False}:
        return replace(rights, redistributable=None, basis=None)
    return rights


def _sound(name: str, value: object) -> bool:
    if name in _TRUTHS:
        return isinstance(value, bool)
    if name == "basis":
        return value in get_args(RightsBasis)
    if not isinstance(value, str) or not value.strip():
        return False
    return name != "license" or is_spdx(value.strip()) or _by_address(value.strip()) is not None
