"""Sentences of no natural length, cut so that the work on each stays bounded."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from corpus_pkg.model.annotations import Span
from corpus_pkg.text.quotation_marks import Stretch

_MOST = 2000
_MOST_STRETCHES = 60


def windows(text: str, span: Span, stretches: Sequence[Stretch]) -> Iterator[tuple[Span, list[Stretch]]]:
    """A sentence with its stretches, whole where it is as long as sentences are, else in parts; none cuts a stretch.

    What attribution looks for stands in the same part: a clause does not reach over thousands of characters.

    Args:
        text: the article's text.
        span: the sentence, or what stands inside a quotation.
        stretches: its stretches, by opening mark, those inside another behind it.
    """
    if span.end - span.start <= _MOST and len(stretches) <= _MOST_STRETCHES:
        yield span, list(stretches)
        return
    start, marked, outer = span.start, list[Stretch](), 0
    close = span.start
    for stretch in [*stretches, None]:
        until = stretch.open if stretch else span.end
        while until >= close and (until - start > _MOST or outer >= _MOST_STRETCHES) and until > start:
            cut = until if outer >= _MOST_STRETCHES else _space(text, max(close, start + _MOST), until)
            yield Span(start=start, end=cut), marked
            start, marked, outer = cut, [], 0
        if stretch:
            outer += stretch.open >= close
            close = max(close, stretch.close)
            marked.append(stretch)
    if start < span.end:
        yield Span(start=start, end=span.end), marked


def _space(text: str, start: int, end: int) -> int:
    """The first white space from a place on; the end where there is none."""
    found = next((at for at in range(start, min(end, start + _MOST)) if text[at].isspace()), min(end, start + _MOST))
    return max(found, start)
