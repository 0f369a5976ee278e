"""Corrections applied over an article: what can be applied is, and everything else is a finding."""

from __future__ import annotations

import copy
from dataclasses import dataclass

from corpus_pkg.annotate.review.address import Aimed, aim
from corpus_pkg.annotate.review.make import added, changed
from corpus_pkg.annotate.review.settle import settle
from corpus_pkg.findings import Finding
from corpus_pkg.findings.rules import review as rules
from corpus_pkg.intake.review import Review, Stated
from corpus_pkg.model.article import Article
from corpus_pkg.model.rows import Row, from_row, to_row

_RECORDS = ("quotes", "entities", "claims", "dates")


@dataclass(frozen=True, slots=True)
class Reviewed:
    """An article with its corrections.

    Attributes:
        article: the article; as it was where nothing could be applied.
        findings: what could not be applied, and why.
    """

    article: Article
    findings: list[Finding]


def apply_review(article: Article, review: Review) -> Reviewed:
    """Applies corrections.

    Args:
        article: the article as the annotator made it.
        review: the corrections.
    """
    row = copy.deepcopy(to_row(article))
    aimed, findings = aim(row, review)
    if review.text_sha256 not in (None, article.text_sha256):
        message = f"text_sha256 is {review.text_sha256}, the text has {article.text_sha256}"
        findings.append(review.finding(rules.TEXT_CHANGED, "/text_sha256", message))
    if not aimed:
        return Reviewed(article, findings)
    findings += _carry_out(row, aimed, review)
    result: Article = from_row(Article, row)
    return Reviewed(result, findings)


def _carry_out(row: Row, aimed: list[Aimed], review: Review) -> list[Finding]:
    """Changes an article's row in place: changes and confirmations first, then removals, then additions."""
    renamed: dict[str, str | None] = {}
    findings: list[Finding] = []
    done: list[tuple[Stated, str | None]] = []
    gone: dict[str, set[int]] = {name: set() for name in _RECORDS}
    for each in aimed:
        stated = each.stated
        if each.target is None:
            continue
        record = row[stated.config][each.target]
        own = record.get("id")
        if stated.action == "remove":
            gone[stated.config].add(each.target)
            renamed |= {own: None} if own else {}
        else:
            setting = stated.set or {}
            if stated.action == "change" and all(record.get(name) == value for name, value in setting.items()):
                pointer = f"{stated.pointer}/set"
                findings.append(review.finding(rules.NOTHING_CHANGES, pointer, "the record says so already"))
            corrected = changed(row, stated.config, record, setting)
            row[stated.config][each.target] = corrected
            if own and corrected["id"] != own:
                renamed[own] = own = corrected["id"]
        done.append((stated, own))
    for name, places in gone.items():
        row[name] = [record for index, record in enumerate(row[name]) if index not in places]
    new = [each.stated for each in aimed if each.target is None]
    done += [(stated, _add(row, stated)) for stated in sorted(new, key=lambda each: each.config != "entities")]
    # What was removed and added anew is what it was, and what refers to it still does.
    standing = {record.get("id") for name in _RECORDS for record in row[name]}
    settle(row, {old: now for old, now in renamed.items() if now or old not in standing})
    row["corrections"] = [_kept(stated, own) for stated, own in sorted(done, key=lambda one: _number(one[0]))]
    return findings


def _add(row: Row, stated: Stated) -> str | None:
    """Adds a record, or marks the whole article; entities come first, so that new speakers find them."""
    if stated.config == "articles":
        row["review"] = "reviewed"
        for name in _RECORDS:
            for record in row[name]:
                record.update({"review": "reviewed"} | ({"confidence": 1.0} if "confidence" in record else {}))
        own: str | None = row["id"]
        return own
    record = added(row, stated)
    row[stated.config].append(record)
    return record.get("id")


def _number(stated: Stated) -> int:
    return int(stated.pointer.rpartition("/")[2])


def _kept(stated: Stated, own: str | None) -> Row:
    """A correction as the article keeps it."""
    return {
        "action": stated.action, "config": stated.config, "record": own, "start": stated.start, "end": stated.end,
        "text": stated.text, "fields": sorted(stated.set or {}), "by": stated.by, "on": stated.on, "note": stated.note,
    }  # fmt: skip
