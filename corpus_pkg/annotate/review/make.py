"""Records as corrections want them: an old one with fields set, or a new one."""

from __future__ import annotations

from typing import Any

from corpus_pkg.annotate.entities.names import slug
from corpus_pkg.annotate.review.address import id_of
from corpus_pkg.intake.review import Stated
from corpus_pkg.model.correction import CORRECTABLE
from corpus_pkg.model.declare import fields_of
from corpus_pkg.model.rows import Row

RULE = "reviewed"
_KEY_PREFIXES = {"PERSON": "person", "ORG": "org", "LOC": "place", "MISC": "misc"}
_PLAIN: dict[str, Row] = {
    "quotes": {"kind": "direct", "attribution": "none"},
    "entities": {"aliases": [], "roles": []},
    "claims": {
        "modifier": "equal", "change": "none", "hedged": False, "negated": False, "projected": False,
    },
    "dates": {"resolved": True, "alternatives": []},
}  # fmt: skip
"""What a record added by a person says where the person says nothing."""


def changed(article: Row, config: str, record: Row, setting: dict[str, Any]) -> Row:
    """A record with fields set, and what follows from them."""
    row = record | setting | {"review": "reviewed"}
    if config == "entities":
        row["mentions"] = sorted(row["mentions"], key=lambda each: each["start"])
        row["key"] = setting.get("key", _key(record, row["type"]))
    elif {"start", "end"} & setting.keys():
        row["text"] = setting.get("text", article["text"][row["start"] : row["end"]])
    if "confidence" in row:
        row["confidence"] = 1.0
    if config == "quotes" and "speaker" in setting:
        _speak(article, row, setting)
    return _named(article, config, row)


def _key(record: Row, kind: str) -> str:
    """The key of an entity whose type may be another now: a prefix that goes with the former type goes with it."""
    prefix, _, name = record["key"].partition(":")
    return f"{_KEY_PREFIXES[kind]}:{name}" if prefix == _KEY_PREFIXES[record["type"]] else str(record["key"])


def _speak(article: Row, row: Row, setting: dict[str, Any]) -> None:
    """Who a new speaker is: the entity that the words mention, if they mention one."""
    speaker = row["speaker"]
    entity = _mentioned(article, speaker) if speaker else None
    row["speaker_entity"] = setting.get("speaker_entity", entity["id"] if entity else None)
    row["speaker_name"] = setting.get("speaker_name", entity["name"] if entity else None)
    if speaker and row["speaker_name"] is None and speaker["kind"] == "name":
        row["speaker_name"] = speaker["text"]
    row["attribution"] = setting.get("attribution", "explicit" if speaker else "none")


def _mentioned(article: Row, words: Row) -> Row | None:
    for entity in article["entities"]:
        for each in entity["mentions"]:
            if words["start"] <= each["start"] and each["end"] <= words["end"]:
                found: Row = entity
                return found
    return None


def added(article: Row, stated: Stated) -> Row:
    """A new record."""
    setting, config = stated.set or {}, stated.config
    own: Row = {each.name: [] if each.shape.repeated else None for each in fields_of(CORRECTABLE[config])}
    row = own | _PLAIN[config] | {"start": stated.start, "end": stated.end, "text": stated.text}
    row = {name: value for name, value in row.items() if name in own} | {"review": "reviewed"}
    if "rule" in own:
        row |= {"rule": RULE, "confidence": 1.0}
    if config == "entities":
        row |= _entity(stated)
    if config == "claims":
        row |= _claim(article, stated)
    row |= setting
    if config == "quotes" and row["speaker"]:
        _speak(article, row, setting)
    return _named(article, config, row)


def _entity(stated: Stated) -> Row:
    kind = str((stated.set or {}).get("type", "MISC"))
    name = str((stated.set or {}).get("name", stated.text))
    mention = {"start": stated.start, "end": stated.end, "text": stated.text, "kind": "name", "provenance": "rule"}
    return {"name": name, "type": kind, "key": f"{_KEY_PREFIXES[kind]}:{slug(name)}", "mentions": [mention]}


def _claim(article: Row, stated: Stated) -> Row:
    setting = stated.set or {}
    span = {"start": stated.start, "end": stated.end}
    ends = setting.get("low") is not None and setting.get("value") is None
    return {"number": span, "sentence": _sentence(article, span), "modifier": "range" if ends else "equal"}


def _sentence(article: Row, span: Row) -> Row:
    """The sentence that a stretch lies in; the stretch itself where it crosses sentences, which is then unsound."""
    around = (each for each in article["sentences"] if each["start"] <= span["start"] and span["end"] <= each["end"])
    return next(around, span)


def _named(article: Row, config: str, row: Row) -> Row:
    """With the id that its content decides; a quotation that stands alone is its own group."""
    if config == "dates":
        return row
    before, row["id"] = row.get("id"), id_of(article, config, row)
    if config == "quotes" and row["group"] in (None, before):
        row["group"] = row["id"]
    if config == "claims":
        row["sentence"] = _sentence(article, row)
    return row
