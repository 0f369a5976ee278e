"""The quotations of a whole text in their order, each attributed: sentence by sentence, turn by turn."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from corpus_pkg.annotate.quotes.attribution import attribute
from corpus_pkg.annotate.quotes.carrying import Carrying
from corpus_pkg.annotate.quotes.indirect import Reported, reported_clauses
from corpus_pkg.annotate.quotes.sentence import Attribution, Sentence
from corpus_pkg.annotate.quotes.transcript import Turn, turns
from corpus_pkg.annotate.quotes.unclosed import attributed_inside
from corpus_pkg.annotate.quotes.windows import windows
from corpus_pkg.model.annotations import Span
from corpus_pkg.text.quotation_marks import Stretch

_SAME = ("carried-on", "carried-over", "continued")


@dataclass(frozen=True, slots=True)
class Attributed:
    """A stretch with its attribution.

    Attributes:
        stretch: what stands between the marks.
        attribution: None where no speaker could be found.
        carried: the attribution was taken over from a neighbour.
        utterance: number of the utterance it is part of.
        embedded: a word of the reporter's clause leads to it.
        parent: the stretch it stands inside.
    """

    stretch: Stretch
    attribution: Attribution | None
    carried: bool
    utterance: int
    embedded: bool = False
    parent: Stretch | None = None


@dataclass(frozen=True, slots=True)
class Said:
    """What a sentence says of speakers.

    Attributes:
        subjects: the stretches that name who acts or speaks in it, for pronouns that follow.
        antecedents: the stretches that its relative clauses are about.
        quotations: its quotations, attributed; those inside another follow it.
        reported: the clauses that it reports without quotation marks.
    """

    subjects: list[tuple[int, int]]
    antecedents: list[tuple[int, int]]
    quotations: list[Attributed]
    reported: list[Reported]


def attribute_text(
    text: str, paragraphs: Sequence[Span], sentences: Sequence[Span], stretches: Sequence[Stretch]
) -> Iterator[Said]:
    """Every sentence with its quotations, attributed; a turn of a transcript stands for its sentences.

    Args:
        text: the article's text.
        paragraphs: its paragraphs.
        sentences: its sentences.
        stretches: its quoted stretches, by opening mark.
    """
    starts, spoken = {each.start for each in paragraphs}, turns(text, paragraphs)
    walk, position, over = _Walk(text), 0, 0
    for sentence in sentences:
        turn = spoken.get(sentence.start)
        end = turn.said.end if turn else sentence.end
        first = position
        while position < len(stretches) and stretches[position].open < end:
            position += 1
        if turn:
            over = end
            yield Said([], [], list(walk.turn(turn, stretches[first:position])), [])
        elif sentence.start >= over:
            inside = stretches[first:position]
            for window, marked in windows(text, sentence, inside):
                parsed = Sentence(text, window.start, window.end, [each for each in marked if each.depth == 0])
                quotations = list(walk.sentence(parsed, marked, new_paragraph=window.start in starts))
                yield Said(parsed.subjects(), parsed.antecedents(), quotations, list(reported_clauses(parsed)))


@dataclass(slots=True)
class _Walk:
    """The walk through a text: what is carried on, and the number of the last utterance."""

    text: str
    carrying: Carrying = field(default_factory=Carrying)
    utterance: int = 0

    def turn(self, turn: Turn, stretches: Sequence[Stretch]) -> Iterator[Attributed]:
        start, end = turn.said.start, turn.said.end
        said = Stretch(start, start, end, end, closed=True, continues=False, depth=0)
        found = Attribution(turn.label, turn.colon, "turn")
        self.utterance += 1
        self.carrying.take(found, self.text, said)
        self.carrying.utterance = self.utterance
        yield Attributed(said, found, carried=False, utterance=self.utterance)
        yield from self._nested(said, [replace(each, depth=each.depth + 1) for each in stretches])

    def sentence(
        self, sentence: Sentence, stretches: Sequence[Stretch], *, new_paragraph: bool
    ) -> Iterator[Attributed]:
        if not sentence.quotes:
            self.carrying.pass_over(sentence, new_paragraph=new_paragraph)
        utterances: dict[tuple[int, int] | None, int] = {}
        for index in sentence.quotes:
            stretch = sentence.tokens[index].stretch
            if stretch is None:
                continue
            found, carried = attribute(sentence, index), False
            if found is None and not stretch.closed and not stretch.continues:
                stretch, found = attributed_inside(self.text, stretch)
            taken = self.carrying.carried(
                alone=sentence.bare or index == 0, opens=index == 0, new_paragraph=new_paragraph, found=found
            )
            if taken:
                carried, found = True, taken
            # A speaker's next stretch in the sentence, and what is carried on, are parts of one utterance.
            known = utterances.get(found.speaker if found else None)
            same = index == 0 and self.carrying.continues and found is None
            same = same or (carried and found is not None and found.rule in _SAME)
            utterance = self.carrying.utterance if same else known or self.utterance + 1
            self.utterance = max(self.utterance, utterance)
            if found:
                utterances[found.speaker] = utterance
                self.carrying.take(found, self.text, stretch)
            else:
                self.carrying.continues = stretch.continues
            self.carrying.utterance = utterance
            yield Attributed(stretch, found, carried, utterance, sentence.embedded(index))
            yield from self._nested(stretch, stretches)

    def _nested(self, parent: Stretch, stretches: Sequence[Stretch]) -> Iterator[Attributed]:
        """The stretches inside a quotation, attributed by the words inside it alone."""
        low, high = (bisect_left(stretches, at, key=lambda each: each.open) for at in (parent.start, parent.end))
        children = [each for each in stretches[low:high] if each.depth == 1 and each.close <= parent.end]
        for window, marked in windows(self.text, Span(start=parent.start, end=parent.end), children):
            inner = Sentence(self.text, window.start, window.end, marked)
            for index in inner.quotes:
                child = inner.tokens[index].stretch
                if child is not None:
                    self.utterance += 1
                    found = attribute(inner, index)
                    yield Attributed(
                        child,
                        found,
                        carried=False,
                        utterance=self.utterance,
                        embedded=inner.embedded(index),
                        parent=parent,
                    )
