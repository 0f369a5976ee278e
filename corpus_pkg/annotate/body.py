"""The body of an article, parted from what stands around it; the edit list leads from it to the whole raw file."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from corpus_pkg.annotate.metadata.layout import Layout, lay_out
from corpus_pkg.annotate.metadata.markup import stated_title
from corpus_pkg.intake.raw import RawArticle
from corpus_pkg.model.annotations import Span
from corpus_pkg.model.provenance import Edit, Region
from corpus_pkg.text.edits import OffsetMap, compose
from corpus_pkg.text.normalize import normalize
from corpus_pkg.text.paragraphs import paragraphs
from corpus_pkg.text.quotation_marks import Stretch, quoted_stretches
from corpus_pkg.text.sentences import sentences


@dataclass(frozen=True, slots=True)
class Body:
    """An article's text with its structure, and what leads back to the raw characters."""

    text: str
    edits: list[Edit]
    regions: list[Region]
    layout: Layout
    repairs: Counter[str]
    paragraphs: list[Span]
    sentences: list[Span]
    stretches: list[Stretch]


def part_body(raw: RawArticle) -> Body:
    """Normalises the raw characters and parts the body from its surroundings."""
    whole = normalize(raw.characters)
    layout = lay_out(whole.text, raw.given.title or stated_title(raw.statements))
    start, end = layout.body_start, max(layout.body_start, layout.body_end)
    text = whole.text[start:end].rstrip()
    end = start + len(text)
    cuts = []
    if start:
        cuts.append(Edit(start=0, length=0, raw=whole.text[:start]))
    if end < len(whole.text):
        cuts.append(Edit(start=len(text), length=0, raw=whole.text[end:]))
    blocks = paragraphs(text)
    stretches = quoted_stretches(text, blocks)
    return Body(text, compose(raw.characters, whole.edits, cuts), _regions(whole.text, whole.edits, layout),
                layout, whole.repairs, blocks, sentences(text, blocks, stretches), stretches)  # fmt: skip


def _regions(text: str, edits: list[Edit], layout: Layout) -> list[Region]:
    offsets = OffsetMap(edits)
    regions = []
    for part in layout.parts:
        surface = text[part.start : part.end]
        start = part.start + len(surface) - len(surface.lstrip())
        end = start + len(surface.strip())
        if start < end:
            regions.append(Region(role=part.role, text=text[start:end],
                                  raw_start=offsets.start(start), raw_end=offsets.end(end)))  # fmt: skip
    return regions
