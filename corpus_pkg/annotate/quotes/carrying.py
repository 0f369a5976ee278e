"""Attribution over a whole text: sentence by sentence, with speakers carried on to quotations that stand alone."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from corpus_pkg.annotate.quotes.attribution import Attribution, Sentence
from corpus_pkg.model.annotations import Span
from corpus_pkg.text.quotation_marks import Stretch

_CARRIED_NEAR = 0.85
_CARRIED_FAR = 0.7


@dataclass(frozen=True, slots=True)
class Attributed:
    """A stretch with its attribution.

    Attributes:
        stretch: what stands between the marks.
        attribution: None where no speaker could be found.
        carried: the attribution was taken over from a neighbour.
        utterance: number of the utterance it is part of.
        parent: the stretch it stands inside.
    """

    stretch: Stretch
    attribution: Attribution | None
    carried: bool
    utterance: int
    parent: Stretch | None = None


@dataclass(frozen=True, slots=True)
class Said:
    """What a sentence says of speakers.

    Attributes:
        subjects: the stretches that name who acts or speaks in it, for pronouns that follow.
        quotations: its quotations, attributed.
    """

    subjects: list[tuple[int, int]]
    quotations: list[Attributed]


@dataclass(slots=True)
class _State:
    """What a following quotation may be carried on from."""

    last: Attribution | None = None
    quoted: bool = False
    continues: bool = False
    utterance: int = 0
    new_paragraph: bool = True


def attribute_text(
    text: str, paragraphs: Sequence[Span], sentences: Sequence[Span], stretches: Sequence[Stretch]
) -> Iterator[Said]:
    """Every sentence with its quotations, attributed; nested ones follow the one they stand in.

    Args:
        text: the article's text.
        paragraphs: its paragraphs.
        sentences: its sentences.
        stretches: its quoted stretches, by opening mark.
    """
    starts = {each.start for each in paragraphs}
    state, position = _State(), 0
    for sentence in sentences:
        inside = []
        while position < len(stretches) and stretches[position].open < sentence.end:
            inside.append(stretches[position])
            position += 1
        state.new_paragraph = sentence.start in starts
        outer = [each for each in inside if each.depth == 0]
        parsed = Sentence(text, sentence.start, sentence.end, outer)
        yield Said(parsed.subjects(), list(_sentence(text, sentence, parsed, inside, state)))


def _sentence(
    text: str, span: Span, sentence: Sentence, stretches: Sequence[Stretch], state: _State
) -> Iterator[Attributed]:
    if not sentence.quotes:
        reported = sentence.reported() or _colon_label(sentence) or sentence.acting()
        if reported or state.new_paragraph:
            state.last, state.quoted = reported, False
        state.continues = False
        return
    utterances: dict[tuple[int, int] | None, int] = {}
    for index in sentence.quotes:
        stretch = sentence.tokens[index].stretch
        if stretch is None:
            continue
        found, carried = sentence.attribute(index), False
        weak = found is None or found.rule in ("subject", "parallel")
        # A quotation that opens its paragraph after one left open goes on with it.
        goes_on = weak and state.continues and stretch.open == span.start
        if state.last is not None and (goes_on or (found is None and _alone(sentence, index))):
            carried, found = True, _carry(state)
        if carried:
            utterance = state.utterance
        else:
            utterance = utterances.get(found.speaker if found else None, state.utterance + 1)
            state.utterance = max(state.utterance, utterance)
        if found:
            utterances[found.speaker] = utterance
            state.last, state.quoted = found, True
        state.continues = stretch.continues
        yield Attributed(stretch, found, carried, utterance)
        yield from _nested(text, stretch, stretches, state)


def _alone(sentence: Sentence, index: int) -> bool:
    """Whether nothing but quotations stands in the sentence, or nothing before a long quotation that opens it."""
    return sentence.bare or index == 0


def _carry(state: _State) -> Attribution | None:
    """The speaker of the quotation before, or of the reporting clause just before."""
    if state.last is None:
        return None
    confidence = _CARRIED_NEAR if state.quoted and not state.new_paragraph else _CARRIED_FAR
    return Attribution(state.last.speaker, state.last.cue, "carried", confidence)


def _colon_label(sentence: Sentence) -> Attribution | None:
    """A paragraph that ends with a colon introduces the next: `And from chairwoman Rosa Winter:`."""
    if not sentence.tokens or sentence.tokens[-1].text != ":":
        return None
    return sentence.introduced_by(len(sentence.tokens) - 1)


def _nested(text: str, parent: Stretch, stretches: Sequence[Stretch], state: _State) -> Iterator[Attributed]:
    """The stretches inside a quotation, attributed by the words inside it alone."""
    children = [each for each in stretches if each.depth == 1 and parent.start <= each.open < parent.end]
    if not children:
        return
    inner = Sentence(text, parent.start, parent.end, children)
    for index in inner.quotes:
        child = inner.tokens[index].stretch
        if child is not None:
            state.utterance += 1
            yield Attributed(child, inner.attribute(index), carried=False, utterance=state.utterance, parent=parent)
