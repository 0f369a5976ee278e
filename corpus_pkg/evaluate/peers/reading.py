"""What adapters share: stretches that are checked against the text, and the instant that relative times start from."""

from __future__ import annotations

import datetime as dt

from corpus_pkg.evaluate.stretches import Stretch

_NO_DAY = dt.date(2000, 1, 1)


def placed(text: str, start: int, end: int, surface: str) -> Stretch | None:
    """The stretch at which a peer says that a surface stands; None where something else stands there.

    Args:
        text: the text.
        start: first code point.
        end: code point after the last.
        surface: what the peer read there; in whatever case, as some read lower case only.
    """
    inside = 0 <= start < end <= len(text)
    return (start, end) if inside and text[start:end].lower() == surface.lower() else None


def midnight(published: dt.date | None) -> dt.datetime:
    """The start of the day of publication; of a fixed day where there is none, so that runs agree."""
    return dt.datetime.combine(published or _NO_DAY, dt.time())
