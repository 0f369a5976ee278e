"""After corrections: references follow the records they mean, names agree, lists stand in order."""

from __future__ import annotations

from collections.abc import Mapping

from corpus_pkg.model.rows import Row

_LAST = 1 << 62
Renamed = Mapping[str, str | None]
"""New ids by old ones; None for a record that was removed."""


def settle(article: Row, renamed: Renamed) -> None:
    """Brings an article's records into agreement, in place.

    Args:
        article: the article.
        renamed: ids that changed.
    """
    _follow(article, renamed)
    _names(article)
    _groups(article, renamed)
    _quotes_of_claims(article)
    article["quotes"].sort(key=lambda each: (each["start"], -each["end"]))
    article["claims"].sort(key=lambda each: each["start"])
    article["dates"].sort(key=lambda each: each["start"])
    article["entities"].sort(key=lambda each: each["mentions"][0]["start"] if each["mentions"] else _LAST)


def _follow(article: Row, renamed: Renamed) -> None:
    for quote in article["quotes"]:
        for name in ("speaker_entity", "reporter_entity", "nested_in"):
            quote[name] = renamed.get(quote[name], quote[name])
        # Parts of one utterance whose first is gone keep its name until they have another.
        quote["group"] = renamed.get(quote["group"], quote["group"]) or quote["group"]
    for claim in article["claims"]:
        claim["asserted_by"] = renamed.get(claim["asserted_by"], claim["asserted_by"])


def _names(article: Row) -> None:
    """A speaker has the name of the entity; one whose entity was removed has none but its own words."""
    names = {each["id"]: each["name"] for each in article["entities"]}
    for quote in article["quotes"]:
        if quote["speaker_entity"] is not None:
            quote["speaker_name"] = names.get(quote["speaker_entity"], quote["speaker_name"])


def _groups(article: Row, renamed: Renamed) -> None:
    """A group is named after its first part; one whose first part was removed, after the first that is left."""
    there = {each["id"]: each for each in article["quotes"]}
    parts: dict[str, list[Row]] = {}
    for quote in article["quotes"]:
        parts.setdefault(quote["group"], []).append(quote)
    for name, members in parts.items():
        members.sort(key=lambda each: each["start"])
        head = there.get(name)
        if name in renamed if head is None else head["start"] > members[0]["start"]:
            for each in members:
                each["group"] = members[0]["id"]
    for quote in article["quotes"]:
        head = there.get(quote["group"], quote)
        if head["speaker_entity"] != quote["speaker_entity"]:
            quote["group"] = quote["id"]


def _quotes_of_claims(article: Row) -> None:
    """A claim names the innermost quotation that it lies in."""
    for claim in article["claims"]:
        around = [each for each in article["quotes"] if each["start"] <= claim["start"] and claim["end"] <= each["end"]]
        inner = min(around, key=lambda each: each["end"] - each["start"], default=None)
        held = next((each for each in around if each["id"] == claim["quote_id"]), None)
        if held is None:
            claim["quote_id"] = inner["id"] if inner else None
            if inner is None and claim["asserter"] is None:
                claim["asserted_by"] = None
