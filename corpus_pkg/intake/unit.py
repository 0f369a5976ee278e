"""What comes out of a raw file: units, each of which is an article or the reason why there is none."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from corpus_pkg.findings import Finding
from corpus_pkg.intake.raw import RawArticle


@dataclass(frozen=True, slots=True)
class Unit:
    """One raw unit: a file, a line, a row, a record of an archive, an item of a feed.

    The law of every run is counted in units: units in = records + rejects + tombstones.

    Attributes:
        article: what is in it; None where it was refused.
        read_as: the form that it was read as, and how it was compressed; empty where that could not be told.
        findings: what is wrong with it. Of a unit without an article one of them says why there is none.
    """

    article: RawArticle | None = None
    findings: tuple[Finding, ...] = ()
    read_as: str = ""


def refused(reason: Finding, besides: Iterable[Finding] = ()) -> Unit:
    """A unit of which nothing becomes a record.

    Args:
        reason: why.
        besides: what else is wrong with it.
    """
    return Unit(None, (*besides, reason))
