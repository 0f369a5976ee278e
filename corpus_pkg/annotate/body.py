"""The body of an article, parted from what stands around it; the edit list leads from it to the whole raw file."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from itertools import pairwise

from corpus_pkg.annotate.metadata.boilerplate import inner_blocks
from corpus_pkg.annotate.metadata.layout import Layout, Part, lay_out
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
    layout = lay_out(whole.text, raw.given.title or stated_title(raw.statements), raw.repeated)
    text, cuts = _cut(whole.text, layout, raw.repeated)
    blocks = paragraphs(text)
    stretches = quoted_stretches(text, blocks)
    return Body(text, compose(raw.characters, whole.edits, cuts), _regions(whole.text, whole.edits, layout),
                layout, whole.repairs, blocks, sentences(text, blocks, stretches), stretches)  # fmt: skip


def _cut(whole: str, layout: Layout, repeated: frozenset[bytes]) -> tuple[str, list[Edit]]:
    """The body without what stands around it and in it, and the edits that put that back."""
    start, end = layout.body_start, max(layout.body_start, layout.body_end)
    end = start + len(whole[start:end].rstrip())
    body = whole[start:end]
    blocks = inner_blocks(body, paragraphs(body), repeated)
    layout.parts += [Part(role, start + one, start + two) for role, one, two in blocks]
    layout.parts.sort(key=lambda part: part.start)
    out = [(0, start)]
    for _, one, two in blocks:
        # With a block goes the white space behind it: what stands before it parts its neighbours.
        behind = two + len(body[two:]) - len(body[two:].lstrip())
        first = start + (one if behind < len(body) else len(body[:one].rstrip()))
        while first <= out[-1][0] and len(out) > 1:
            first = out.pop()[0]
        out.append((max(first, start), start + behind))
    out.append((end, len(whole)))
    return _without(whole, out)


def _without(whole: str, out: list[tuple[int, int]]) -> tuple[str, list[Edit]]:
    """A text without stretches, in order, and what puts them back; the white space before the end goes too."""
    kept = [whole[one[1] : two[0]] for one, two in pairwise(out)]
    text = "".join(kept)
    cuts, at = list[Edit](), 0
    for (one, two), piece in zip(out, [*kept, ""], strict=True):
        cuts += [Edit(start=at, length=0, raw=whole[one:two])] if two > one else []
        at += len(piece)
    return text, cuts


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
