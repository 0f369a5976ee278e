"""Wires against what their fields say: datelines, dates, titles left whole, and the way back to every raw character."""

from __future__ import annotations

import datetime as dt
import hashlib
import json
import re
import time
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from corpus_pkg.annotate.article import annotate
from corpus_pkg.annotate.entities.finder import EntityFinder
from corpus_pkg.annotate.entities.recognizer import NoRecognizer
from corpus_pkg.annotate.models import Models
from corpus_pkg.intake.raw import Given, RawArticle
from corpus_pkg.model.article import Article
from corpus_pkg.text.edits import restore
from corpus_pkg.text.normalize import normalize

_PLACE = re.compile(r"[,\s]*(?:\(?(?:[A-Z][a-z]{2,8}|[A-Z]{3,9})\.?\s+\d{1,2}\)?)?\s*[-–—]*\s*\Z")


@dataclass(slots=True)
class Tally:
    """Counts over wires; a rate is of those that have what is counted."""

    wires: int = 0
    datelines: int = 0
    read: int = 0
    days: int = 0
    right: int = 0
    dated: int = 0
    agreed: int = 0
    from_title: int = 0
    restored: int = 0
    characters: int = 0
    seconds: float = 0

    def figures(self) -> dict[str, float]:
        """Shares from 0 to 1, regions taken from headlines, and million characters normalised a CPU second."""
        return {
            "wires": self.wires,
            "datelines read right": self.read / max(1, self.datelines),
            "date right": self.right / max(1, self.days),
            "dateline's day right": self.agreed / max(1, self.dated),
            "regions from headlines": self.from_title,
            "restored": self.restored / max(1, self.wires),
            "Mchars/s normalised": self.characters / max(self.seconds, 1e-9) / 1e6,
        }


def measure_wires(path: Path, most: int | None = None) -> dict[str, float]:
    """The figures over a file of wires, each put together as it was sent: headline, dateline and text.

    Args:
        path: JSON Lines with title, dateline, date and text.
        most: how many are taken; None for all.
    """
    models, tally = Models(EntityFinder(NoRecognizer())), Tally()
    today = dt.datetime.now(dt.UTC).date()
    with path.open(encoding="utf-8") as stream:
        wires = [json.loads(line) for line in islice(stream, most)]
    raws = [_raw(each) for each in wires]
    # In one go: to ask for the time takes longer than to normalise a wire.
    before = time.process_time()
    for each in raws:
        normalize(each.characters)
    tally.seconds = time.process_time() - before
    tally.characters = sum(len(each.characters) for each in raws)
    for wire, raw in zip(wires, raws, strict=True):
        for done in annotate([raw], models, today):
            _count(tally, wire, raw, done.article)
    return tally.figures()


def _raw(wire: dict[str, str | None]) -> RawArticle:
    title, dateline, text = (wire[each] or "" for each in ("title", "dateline", "text"))
    characters = f"{title}\n\n{dateline} {text}".strip() if dateline else f"{title}\n\n{text}"
    day = dt.date.fromisoformat(wire["date"][:10]) if wire["date"] else None
    return RawArticle(path=str(wire["id"]), sha256=hashlib.sha256(characters.encode("utf-8")).hexdigest(),
                      media_type="application/jsonl", encoding="utf-8", encoding_provenance="declared",
                      characters=characters, given=Given(date=day, date_precision="day" if day else None))  # fmt: skip


def _count(tally: Tally, wire: dict[str, str | None], raw: RawArticle, article: Article | None) -> None:
    tally.wires += 1
    if article is None:
        return
    tally.restored += restore(article.text or "", article.edits) == raw.characters
    headline = len(wire["title"] or "")
    tally.from_title += sum(each.raw_start < headline and each.role != "title" for each in article.regions)
    if wire["date"]:
        tally.days += 1
        tally.right += str(article.date) == wire["date"][:10]
    if wire["dateline"]:
        tally.datelines += 1
        tally.read += _same(article.dateline, _PLACE.sub("", wire["dateline"]))
        verdicts = [each.verdict for each in article.date_proposals if each.provenance == "dateline"]
        tally.dated += bool(verdicts)
        tally.agreed += verdicts == ["agrees"]


def _same(one: str | None, two: str) -> bool:
    return _letters([one or ""]) == _letters([two])


def _letters(words: Iterable[str]) -> str:
    return "".join(character for each in words for character in each if character.isalnum()).casefold()
