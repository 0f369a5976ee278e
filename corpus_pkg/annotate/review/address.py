"""Which record a correction means: by its place and words, and by its id where one is stated."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from corpus_pkg.findings import Finding
from corpus_pkg.findings.rules import review as rules
from corpus_pkg.intake.review import Review, Stated
from corpus_pkg.model.ids import record_id
from corpus_pkg.model.rows import Row

_WHOLE = "articles"
_SHOWN = 60
_LEAST_MOVED = 4
_PREFIXES = {"quotes": ("q", "quote"), "claims": ("c", "claim")}


@dataclass(frozen=True, slots=True)
class Aimed:
    """A correction and what it means.

    Attributes:
        stated: the correction.
        target: the index of the record in its list; None for an addition, and for the whole article.
    """

    stated: Stated
    target: int | None


def aim(article: Row, review: Review) -> tuple[list[Aimed], list[Finding]]:
    """The corrections that can be applied, and what is wrong with the others."""
    found = [_aimed(article, review, stated) for stated in review.corrections]
    aimed = [each for each in found if isinstance(each, Aimed)]
    findings = [each for each in found if isinstance(each, Finding)]
    clashing = list(_clashes(aimed))
    for one, two in clashing:
        message = f"{two.stated.action} here, {one.stated.action} at {one.stated.pointer}: neither is applied"
        findings.append(review.finding(rules.CONFLICT, two.stated.pointer, message))
    void = {id(each) for pair in clashing for each in pair}
    return [each for each in aimed if id(each) not in void], findings


def _clashes(aimed: Sequence[Aimed]) -> Iterator[tuple[Aimed, Aimed]]:
    first: dict[tuple[object, ...], Aimed] = {}
    for each in aimed:
        span = (each.stated.start, each.stated.end) if each.target is None else None
        key = (each.stated.config, each.target, span)
        if key in first:
            yield first[key], each
        else:
            first[key] = each


def _aimed(article: Row, review: Review, stated: Stated) -> Aimed | Finding:
    if stated.config == _WHOLE:
        return _differs(article, review, stated, "the article") or Aimed(stated, None)
    stale = _stale(article["text"], review, stated)
    if stale:
        return stale
    there = _standing(article, stated)
    if stated.action == "add":
        return Aimed(stated, None) if there is None else _found(article[stated.config][there], review, stated)
    if there is None:
        message = f"no {stated.config} record stands at {_words(stated)}" + _near(article, stated)
        return review.finding(rules.TARGET_UNKNOWN, f"{stated.pointer}/start", message)
    record = article[stated.config][there]
    return _differs(record, review, stated, f"the record at {_words(stated)}") or Aimed(stated, there)


def _differs(record: Row, review: Review, stated: Stated, what: str) -> Finding | None:
    """What is wrong where an id is stated, and is not that of what is meant."""
    own = record.get("id")
    if stated.id in (None, own):
        return None
    message = f"id is {stated.id}, {what} is {own}"
    return review.finding(rules.ADDRESS_DIFFERS, f"{stated.pointer}/id", message)


def _found(record: Row, review: Review, stated: Stated) -> Finding:
    message = f"{_words(stated)} is there already: {record.get('id', 'found')}"
    return review.finding(rules.ALREADY_THERE, stated.pointer, message)


def _words(stated: Stated) -> str:
    return f"[{stated.start}, {stated.end}) {stated.text!r:.60}"


def _stale(text: str, review: Review, stated: Stated) -> Finding | None:
    """What is wrong where the quoted words do not stand at their place."""
    start, end, words = stated.start or 0, stated.end or 0, stated.text or ""
    there = text[start:end] if start <= end else ""
    if there == words:
        return None
    message = _difference(words, there, f"[{start}, {end})")
    found = text.find(words)
    fix = None
    if found < 0:
        message += "; the words are no more in the article"
    elif text.find(words, found + 1) >= 0:
        message += f"; the words stand at {found}, and again later"
    else:
        message += f"; the words stand at [{found}, {found + len(words)})"
        # A letter or two stand in any text: only words that are words there have moved.
        whole = len(words) >= _LEAST_MOVED and re.search(rf"(?<!\w){re.escape(words)}(?!\w)", text)
        fix = review.moved(stated, found) if whole else None
    return review.finding(rules.STALE, f"{stated.pointer}/start", message, fix)


def _difference(words: str, there: str, span: str) -> str:
    """What the article has where other words are quoted; of long ones the part where they begin to differ."""
    same = next((at for at, (one, two) in enumerate(zip(words, there, strict=False)) if one != two), None)
    same = min(len(words), len(there)) if same is None else same
    at = max(0, same - _SHOWN // 2)
    lengths = f" ({len(words)} characters, {len(there)} there)" if len(words) != len(there) else ""
    return f"text has {words[at : at + _SHOWN]!r}, the article {there[at : at + _SHOWN]!r} at {span}{lengths}"


def _standing(article: Row, stated: Stated) -> int | None:
    """The index of the record at a correction's place."""
    span = (stated.start, stated.end)
    for index, record in enumerate(article[stated.config]):
        spans = record["mentions"] if stated.config == "entities" else [record]
        if any((each["start"], each["end"]) == span for each in spans):
            return index
    return None


def _near(article: Row, stated: Stated) -> str:
    """The record that overlaps the place, for a person who is off by some characters."""
    for record in article[stated.config]:
        spans = record["mentions"] if stated.config == "entities" else [record]
        for each in spans:
            if each["start"] < (stated.end or 0) and (stated.start or 0) < each["end"]:
                return f"; one stands at [{each['start']}, {each['end']}) {each['text']!r:.60}"
    return ""


def id_of(article: Row, config: str, record: Row) -> str:
    """The id of a record as its content decides it."""
    if config == "entities":
        return record_id("e", article["id"], record["key"], record["type"])
    prefix, kind = _PREFIXES[config]
    return record_id(prefix, article["id"], kind, record["start"], record["end"])
