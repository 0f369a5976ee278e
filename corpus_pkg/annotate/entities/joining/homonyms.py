"""Places of one name: which is meant, as far as the article's other words tell."""

from __future__ import annotations

import re
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Reading:
    """One of the places that a name may mean.

    Attributes:
        key: its key.
        country: ISO 3166-1 alpha-2.
        wikidata: Wikidata id.
        cues: what is written of when it is meant.
    """

    key: str
    country: str
    wikidata: str
    cues: re.Pattern[str]


def _cues(words: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{words})(?!\w)")


_READINGS: dict[str, tuple[Reading, ...]] = {
    "Georgia": (
        Reading("country:GE", "GE", "Q230", _cues(
            "Tbilisi|Georgians?|Abkhazia|South Ossetia|Ossetians?|Caucasus|Batumi|Saakashvili|Shevardnadze|Armenia|"
            "Azerbaijan|Black Sea|Russian?|Moscow|Soviet")),
        Reading("place:georgia-us", "US", "Q1428", _cues(
            "Atlanta|Savannah|Macon|Augusta|Ga\\.|Alabama|Florida|Tennessee|South Carolina|North Carolina|Mississippi|"
            "Peach State|Democrats?|Republicans?|Kemp|Carter|Georgia Power|Georgia Tech")),
    ),
}  # fmt: skip


def ambiguous(name: str) -> bool:
    """Whether a name may mean several places."""
    return name in _READINGS


def reading(name: str, text: str) -> Reading | None:
    """The place that a name means in a text; None where the text names cues of none, or as many of each."""
    counts = [(len(set(each.cues.findall(text))), each) for each in _READINGS.get(name, ())]
    counts.sort(key=lambda each: -each[0])
    if not counts or counts[0][0] == 0 or (len(counts) > 1 and counts[0][0] == counts[1][0]):
        return None
    return counts[0][1]
