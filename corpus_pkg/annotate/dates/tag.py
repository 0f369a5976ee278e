"""Expressions of time in news text, after TIMEX3 (ISO 24617-1), by patterns in a fixed order."""

from __future__ import annotations

import datetime as dt

from corpus_pkg.annotate.dates.clocks import dated, joined
from corpus_pkg.annotate.dates.forms import PATTERNS
from corpus_pkg.annotate.dates.order import text_order
from corpus_pkg.annotate.dates.reading import REFUSED, Order, Phrase, Reading
from corpus_pkg.annotate.dates.tokens import tokenize
from corpus_pkg.model.annotations import DateMention


def find_dates(text: str, anchor: dt.date | None, order: Order | None = None) -> list[DateMention]:
    """Find the expressions of time in a text.

    Args:
        text: The article's text.
        anchor: The day of publication, where it is trusted. Without it, expressions that hang on it stay unresolved,
            with X for what is open (`XXXX-02-13`, `XXXX-WXX-4`) or no value.
        order: What numeric dates begin with where it was published, if known; the text's own sure dates go before it.

    Returns:
        The mentions, by start, without overlap; offsets are code points, half-open. Values are TIMEX3 values
        (ISO 24617-1): 2025-02-13, 2025-W07, 2025-Q1, 202 (a decade), P3D, PXY, PAST_REF.
    """
    tokens = tokenize(text)
    order = text_order(text) or order
    taken = bytearray(len(tokens.classes))
    found: list[tuple[int, int, Reading]] = []
    for pattern, reader in PATTERNS:
        for match in pattern.finditer(tokens.classes):
            if any(taken[match.start() : match.end()]):
                continue
            reading = reader(Phrase(match, tokens, anchor, order))
            if reading is None:
                continue
            first = match.start() if reading.first is None else reading.first
            last = match.end() if reading.last is None else reading.last
            while first < last and taken[first]:
                first += 1
            taken[first:last] = b"\x01" * (last - first)
            if reading is not REFUSED:
                found.append((first, last, reading))
    found.sort(key=lambda each: each[0])
    whole = joined(found, tokens)
    mentions = []
    for place in range(len(whole)):
        first, last, reading = dated(place, whole, tokens, anchor)
        start, end = tokens.starts[first], tokens.ends[last - 1]
        mentions.append(
            DateMention(start=start, end=end, text=text[start:end], value=reading.value, type=reading.type,
                        resolved=reading.resolved, alternatives=list(reading.alternatives), review="auto")
        )  # fmt: skip
    return mentions
