"""The quotation level by columns: stretches, cues and speakers, what holds between quotations."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from corpus_pkg.findings import Rule
from corpus_pkg.findings.rules import quotes as rules
from corpus_pkg.validate.columns.breach import Breach
from corpus_pkg.validate.columns.frame import Batch, Items, Mask, present, truth
from corpus_pkg.validate.columns.references import Known, same_text
from corpus_pkg.validate.columns.surfaces import surface_breach

_SURE = frozenset("he she they i we it you him her them me who which himself herself themselves".split())
"""What stands for somebody always; `this` and `one` may be a noun phrase."""
_LONGEST = 1 << 40
"""More code points than a text has: what sets the offsets of two articles apart."""
_PRONOUNS = _SURE | frozenset("that this these those us one".split())


def _written(words: frozenset[str]) -> list[str]:
    """As they are printed; in capitals WHO and IT may be names."""
    return sorted({*words, *(each.capitalize() for each in words)})


def span_breaches(batch: Batch) -> Iterator[Breach]:
    """The words of quotations, cues, speakers and reporters are where they are said to be."""
    quotes = batch.listed("quotes")
    inside = batch.texts.inside(quotes.rows, quotes.ints("start"), quotes.ints("end"))
    yield Breach(rules.QUOTE_OUTSIDE, quotes, ~inside, "{span} in a text of {length} code points")
    surfaces = surface_breach(rules.QUOTE_MISMATCH, batch, quotes)
    yield Breach(surfaces.rule, quotes, surfaces.mask & inside, surfaces.say, "text")
    yield surface_breach(rules.CUE_MISMATCH, batch, quotes.nested("cue"))
    for name in ("speaker", "reporter"):
        yield surface_breach(rules.SPEAKER_MISMATCH, batch, quotes.nested(name))
    yield Breach(
        rules.QUOTE_ORDER, quotes, _unordered(quotes), "[{start}, {end}) does not stand after the one above it"
    )


def _unordered(quotes: Items) -> Mask:
    start, end = quotes.ints("start"), quotes.ints("end")
    bad = np.zeros(len(quotes), dtype=bool)
    earlier = (start[1:] < start[:-1]) | ((start[1:] == start[:-1]) & (end[1:] > end[:-1]))
    bad[1:] = (quotes.rows[1:] == quotes.rows[:-1]) & earlier
    return bad


def speaker_breaches(batch: Batch) -> Iterator[Breach]:
    """Who speaks: references, names, kinds, places."""
    quotes, entities = batch.listed("quotes"), batch.listed("entities")
    known = Known(entities)
    for role in ("speaker", "reporter"):
        yield Breach(
            rules.SPEAKER_UNKNOWN,
            quotes,
            known.dangling(quotes, f"{role}_entity"),
            "{value} is no entity of the article",
            f"{role}_entity",
        )
        yield from _kind(quotes.nested(role))
    at = known.find(quotes, "speaker_entity")
    names = (
        same_text(quotes.column("speaker_name"), entities.column("name"), np.maximum(at, 0))
        if len(entities)
        else at < 0
    )
    yield Breach(
        rules.SPEAKER_NAME,
        quotes,
        (at >= 0) & ~names,
        "speaker_name is {speaker_name!r}, which is not the entity's name",
        "speaker_name",
    )
    speaker = quotes.has("speaker")
    yield Breach(
        rules.ATTRIBUTION,
        quotes,
        quotes.one_of("attribution", "none") == speaker,
        "attribution is {attribution}, speaker is {speaker!r:.60}",
        "attribution",
    )
    named, referred = quotes.has("speaker_name"), quotes.has("speaker_entity")
    alone = (
        ((named | referred) & ~speaker)
        | (referred & ~named)
        | (quotes.has("reporter_entity") & ~quotes.has("reporter"))
    )
    yield Breach(
        rules.SPEAKERLESS,
        quotes,
        alone,
        "speaker_name {speaker_name!r}, speaker_entity {speaker_entity}, speaker {speaker!r:.60}",
        "speaker_name",
    )
    marked = ~quotes.one_of("kind", "indirect")
    yield _within(rules.SPEAKER_INSIDE, quotes, quotes.nested("speaker"), marked)
    yield _within(rules.CUE_INSIDE, quotes, quotes.nested("cue"), np.ones(len(quotes), dtype=bool))


def _within(rule: Rule, quotes: Items, part: Items, looked_at: Mask) -> Breach:
    """Parts that lie inside the very words that are quoted."""
    start, end = part.ints("start"), part.ints("end")
    bad = looked_at & present(part.array) & (start >= quotes.ints("start")) & (end <= quotes.ints("end"))
    return Breach(rule, part, bad, "{text!r} at [{start}, {end})")


def _kind(speakers: Items) -> Iterator[Breach]:
    words = speakers.column("text")
    personal = truth(pc.is_in(words, pa.array(_written(_SURE))))
    pronoun = truth(pc.is_in(pc.utf8_lower(words), pa.array(sorted(_PRONOUNS))))
    said = speakers.one_of("kind", "pronoun")
    wrong = present(speakers.array) & ((personal & ~said) | (said & ~pronoun))
    yield Breach(rules.SPEAKER_KIND, speakers, wrong, "{text!r} is of kind {kind}", "kind")


def relation_breaches(batch: Batch) -> Iterator[Breach]:
    """Utterances, nesting, overlap."""
    quotes = batch.listed("quotes")
    known = Known(quotes)
    for name in ("group", "nested_in"):
        yield Breach(
            rules.QUOTE_REFERENCE,
            quotes,
            known.dangling(quotes, name),
            "{field} {value} is no quotation of the article",
            name,
        )
    start, end = quotes.ints("start"), quotes.ints("end")
    outer = known.find(quotes, "nested_in")
    inside = (start[outer] <= start) & (end <= end[outer]) & (outer != np.arange(len(quotes)))
    yield Breach(
        rules.NESTED_OUTSIDE,
        quotes,
        (outer >= 0) & ~inside,
        "[{start}, {end}) does not lie in {nested_in}",
        "nested_in",
    )
    head = known.find(quotes, "group")
    stray = (head >= 0) & ((head[head] != head) | (start[head] > start))
    yield Breach(
        rules.GROUP,
        quotes,
        stray | _two_voices(quotes, head),
        "group {group} is not the first part of what {speaker_name!r} says",
        "group",
    )
    yield Breach(
        rules.QUOTES_OVERLAP,
        quotes,
        _overlapping(quotes, outer),
        "[{start}, {end}) overlaps another quotation, and is not nested in it",
    )


def _two_voices(quotes: Items, head: np.ndarray[tuple[int], np.dtype[np.int64]]) -> Mask:
    """Parts of an utterance whose speaker is another than that of its first part."""
    if not len(quotes):
        return np.zeros(0, dtype=bool)
    one, two = quotes.column("speaker_entity"), quotes.column("speaker_entity").take(np.maximum(head, 0))
    mask: Mask = (head >= 0) & truth(pc.not_equal(one, two))
    return mask


def _overlapping(quotes: Items, outer: np.ndarray[tuple[int], np.dtype[np.int64]]) -> Mask:
    """Stretches in marks that overlap ones before them without being nested in them, and stretches that stand twice."""
    bad = np.zeros(len(quotes), dtype=bool)
    bases = quotes.rows * _LONGEST
    starts, ends = bases + quotes.ints("start"), bases + quotes.ints("end")
    bad[1:] = (starts[1:] == starts[:-1]) & (ends[1:] == ends[:-1])
    direct = np.flatnonzero(~quotes.one_of("kind", "indirect"))
    start, end = starts[direct], ends[direct]
    for place in np.flatnonzero(start[1:] < np.maximum.accumulate(end)[:-1]) + 1:
        around = _outwards(outer, int(direct[place]))
        before = direct[:place][end[:place] > start[place]]
        bad[direct[place]] |= not around.issuperset(before.tolist())
    return bad


def _outwards(outer: np.ndarray[tuple[int], np.dtype[np.int64]], index: int) -> set[int]:
    """The quotations that one is nested in, however deep."""
    found: set[int] = set()
    while outer[index] >= 0 and int(outer[index]) not in found:
        index = int(outer[index])
        found.add(index)
    return found


_OPENING = frozenset("\"'“”„‘’«»‹›`—–-―:\n\t[(")


def mark_breaches(batch: Batch) -> Iterator[Breach]:
    """What is quoted directly is bounded by marks, a dash, a colon, or an edge of a paragraph."""
    quotes = batch.listed("quotes")
    direct = np.flatnonzero(~quotes.one_of("kind", "indirect"))
    start, rows = quotes.ints("start")[direct], quotes.rows[direct]
    bare = np.ones(len(direct), dtype=bool)
    for back in (1, 2):
        before = batch.texts.at(rows, start - back)
        bare &= ~(np.isin(before, list(_OPENING)) | (start < back))
    bad = np.zeros(len(quotes), dtype=bool)
    bad[direct] = bare
    yield Breach(
        rules.NOT_IN_MARKS,
        quotes,
        bad,
        lambda quote, article: (
            f"before {quote['text'][:40]!r} stands {article['text'][max(0, quote['start'] - 3) : quote['start']]!r}"
        ),
        "start",
    )
