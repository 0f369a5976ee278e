"""What is in a dataset, counted."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import Any

from corpus_pkg.loading import Corpus


@dataclass(slots=True)
class Statistics:
    """Counts over a dataset.

    Attributes:
        counts: single figures by name.
        spread: counts by value, by the name of the column.
        unknown: of each field that may be null, how many of its records say nothing, and how many there are.
    """

    counts: dict[str, int] = field(default_factory=dict)
    spread: dict[str, Counter[str]] = field(default_factory=dict)
    unknown: dict[str, tuple[int, int]] = field(default_factory=dict)

    def as_json(self) -> dict[str, Any]:
        """The same as plain JSON, values by falling count."""
        return {
            "counts": self.counts,
            "spread": {name: dict(_ranked(each)) for name, each in self.spread.items()},
            "unknown": {name: {"null": null, "of": of} for name, (null, of) in self.unknown.items()},
        }


_SPREAD = ("source", "month", "language", "quote kind", "speaker", "entity type", "entity", "claim kind", "unit")
_OF_ARTICLES = ("title", "language", "date", "published_at", "source", "agency", "url", "authors", "dateline", "rights")
_OF_QUOTES = ("cue", "speaker", "speaker_name", "speaker_entity")
_OF_CLAIMS = ("value", "unit", "measured", "of", "asserted_by", "as_of")


def _ranked(counter: Counter[str]) -> list[tuple[str, int]]:
    return sorted(counter.items(), key=lambda each: (-each[1], each[0]))


def statistics(corpus: Corpus) -> Statistics:
    """Reads a dataset once and counts."""
    counts: Counter[str] = Counter(dict.fromkeys(("articles", "words", "sentences", "quotes", "quotes with a speaker",
                                                  "quotes with a known speaker", "entities", "mentions", "claims",
                                                  "dates", "dates resolved", "articles with a date",
                                                  "articles with a source"), 0))  # fmt: skip
    spread = {name: Counter[str]() for name in _SPREAD}
    nulls = {name: [0, 0] for name in (*_OF_ARTICLES, *(f"quotes.{name}" for name in _OF_QUOTES),
                                       *(f"claims.{name}" for name in _OF_CLAIMS))}  # fmt: skip
    for article in corpus:
        counts.update({
            "articles": 1, "words": len(article.text.split()), "sentences": len(article.sentences),
            "quotes": len(article.quotes), "entities": len(article.entities), "claims": len(article.claims),
            "dates": len(article.dates), "dates resolved": sum(each.resolved for each in article.dates),
            "quotes with a speaker": sum(each.speaker is not None for each in article.quotes),
            "quotes with a known speaker": sum(each.speaker_name is not None for each in article.quotes),
            "mentions": sum(len(each.mentions) for each in article.entities),
            "articles with a date": article.date is not None, "articles with a source": article.source is not None,
        })  # fmt: skip
        spread["source"][article.source or "(unknown)"] += 1
        spread["month"][
            str(article.date)[:7] if article.date and article.date_precision != "year" else "(unknown)"
        ] += 1
        spread["language"][article.language or "(unknown)"] += 1
        spread["unit"].update(each.unit for each in article.claims if each.unit)
        for above, names, records in (("", _OF_ARTICLES, [article]), ("quotes.", _OF_QUOTES, article.quotes),
                                      ("claims.", _OF_CLAIMS, article.claims)):  # fmt: skip
            for name in names:
                nulls[above + name][0] += sum(getattr(each, name) in (None, []) for each in records)
                nulls[above + name][1] += len(records)
        spread["quote kind"].update(each.kind for each in article.quotes)
        spread["speaker"].update(each.speaker_name or "(unknown)" for each in article.quotes)
        spread["entity type"].update(each.type for each in article.entities)
        spread["entity"].update(each.name for each in article.entities)
        spread["claim kind"].update(each.kind for each in article.claims)
    return Statistics(dict(counts), spread, {name: (null, of) for name, (null, of) in nulls.items()})


def ranked(counter: Counter[str], most: int) -> list[tuple[str, int]]:
    """The values with the highest counts, ties by name."""
    return _ranked(counter)[:most]
