"""What the tests of claims share."""

from __future__ import annotations

from corpus_pkg.annotate.claims import ClaimSpan, find_claims
from corpus_pkg.model.annotations import Span


def claims(text: str, taken: tuple[tuple[int, int], ...] = (), *, scores: bool = False) -> list[ClaimSpan]:
    return find_claims(text, [Span(start=0, end=len(text))], taken, scores=scores)


def only(text: str) -> ClaimSpan:
    found = claims(text)
    assert len(found) == 1, [text[claim.start : claim.end] for claim in found]
    return found[0]


def surfaces(text: str) -> list[str]:
    return [text[claim.start : claim.end] for claim in claims(text)]
