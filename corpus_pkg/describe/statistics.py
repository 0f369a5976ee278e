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
    """

    counts: dict[str, int] = field(default_factory=dict)
    spread: dict[str, Counter[str]] = field(default_factory=dict)

    def as_json(self) -> dict[str, Any]:
        """The same as plain JSON, values by falling count."""
        return {"counts": self.counts, "spread": {name: dict(_ranked(each)) for name, each in self.spread.items()}}


def _ranked(counter: Counter[str]) -> list[tuple[str, int]]:
    return sorted(counter.items(), key=lambda each: (-each[1], each[0]))


def statistics(corpus: Corpus) -> Statistics:
    """Reads a dataset once and counts."""
    counts: Counter[str] = Counter(dict.fromkeys(("articles", "words", "sentences", "quotes", "quotes with a speaker",
                                                  "quotes with a known speaker", "entities", "mentions", "claims",
                                                  "dates", "dates resolved", "articles with a date",
                                                  "articles with a source"), 0))  # fmt: skip
    spread = {
        name: Counter[str]() for name in ("source", "quote kind", "speaker", "entity type", "entity", "claim kind")
    }
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
        spread["quote kind"].update(each.kind for each in article.quotes)
        spread["speaker"].update(each.speaker_name or "(unknown)" for each in article.quotes)
        spread["entity type"].update(each.type for each in article.entities)
        spread["entity"].update(each.name for each in article.entities)
        spread["claim kind"].update(each.kind for each in article.claims)
    return Statistics(dict(counts), spread)


def ranked(counter: Counter[str], most: int) -> list[tuple[str, int]]:
    """The values with the highest counts, ties by name."""
    return _ranked(counter)[:most]
