"""A sentence for attribution: its words, its cues, and who it is about."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from corpus_pkg.annotate.quotes.clauses import Phrase, finite
from corpus_pkg.annotate.quotes.cue import ACCORDING, Cue
from corpus_pkg.annotate.quotes.cues import find_cues
from corpus_pkg.annotate.quotes.subjects import antecedents, opening
from corpus_pkg.annotate.quotes.tokens import Words, tokenize
from corpus_pkg.annotate.quotes.verbs import SPEECH
from corpus_pkg.text.quotation_marks import Stretch

_MOST_INTRODUCTION = 9
_LEADING = frozenset("and but or more also another".split())


@dataclass(frozen=True, slots=True)
class Attribution:
    """Who is said to speak, by which words, found by which rule.

    Attributes:
        speaker: stretch of the speaker's mention; None where nothing names one.
        cue: stretch of the cue; None where there is none.
        rule: the frame's name.
        reporter: stretch of the mention of who reports that the speaker said so, where that is not the article itself.
    """

    speaker: tuple[int, int] | None
    cue: tuple[int, int] | None
    rule: str
    reporter: tuple[int, int] | None = None


class Sentence:
    """A sentence's words and cues.

    Attributes:
        source: the whole text.
        tokens: the words, each quotation folded to one.
        cues: the cues, in order.
        quotes: the tokens that are quotations.
        done: what was found for the quotations so far, by token.
    """

    def __init__(self, text: str, start: int, end: int, stretches: Sequence[Stretch]) -> None:
        self.source = text
        self.tokens = Words(tokenize(text, start, end, stretches))
        self.cues = find_cues(self.tokens)
        tags = self.tokens.tags
        self.quotes = [index for index, kind in enumerate(tags) if kind == "Q"] if "Q" in tags else []
        self.done: dict[int, Attribution] = {}

    @property
    def bare(self) -> bool:
        """Nothing but quotations and marks, at most a word."""
        return sum(1 for token in self.tokens if token.word) <= 1

    def embedded(self, quote: int) -> bool:
        """Whether a quotation stands inside the reporter's clause: a word, no mark, leads to it."""
        return quote > 0 and self.tokens.tags[quote - 1].isalpha() and self.tokens.tags[quote - 1] not in "cQ"

    def subjects(self) -> list[tuple[int, int]]:
        """The stretches that name who acts or speaks: what the sentence opens with, and the subjects of its cues."""
        first = opening(self.tokens, len(self.tokens))
        found = ([first] if first else []) + [each.subject for each in self.cues if each.subject]
        return [self.span(each) for each in dict.fromkeys(found)]

    def antecedents(self) -> list[tuple[int, int]]:
        """The stretches that relative clauses are about: `came from Rosa Winter, who ...`."""
        return [self.span(each) for each in antecedents(self.tokens)]

    def reported(self, *, last: bool = False) -> Attribution | None:
        """The speaker of the sentence's first speech clause, whom a following quotation may continue.

        Args:
            last: take the last one, which the mark that ends the sentence belongs to.
        """
        for cue in reversed(self.cues) if last else self.cues:
            if cue.subject and (cue.lemma in SPEECH or cue.lemma == ACCORDING):
                return self.from_cue(cue, "report")
        return None

    def from_cue(self, cue: Cue, rule: str) -> Attribution:
        """The attribution by a cue to its subject."""
        speaker = self.span(cue.subject) if cue.subject else None
        reporter = self.span(cue.reporter) if cue.reporter else None
        return Attribution(speaker, self.span((cue.first, cue.last)), rule, reporter)

    def span(self, phrase: Phrase) -> tuple[int, int]:
        """The stretch of a phrase."""
        return self.tokens[phrase[0]].start, self.tokens[phrase[1]].end

    def text(self, index: int) -> str:
        """The text of a token; empty beyond the ends."""
        return self.tokens[index].text if 0 <= index < len(self.tokens) else ""

    def introduced_by(self, colon: int) -> Attribution | None:
        """Who a clause without a verb of speech introduces: its label, else its subject (`He listed the terms:`)."""
        found = self._label(colon) or self.subject(colon)
        return replace(found, rule="before-subject") if found and found.rule == "subject" else found

    def _label(self, colon: int) -> Attribution | None:
        """A short phrase before a colon, without a verb: `SMITH:`, `From chairwoman Rosa Winter:`."""
        start = colon
        while start > 0 and self.tokens.tags[start - 1] not in "Q;-)?!.":
            start -= 1
        if colon - start > _MOST_INTRODUCTION:
            return None
        source = any(each.low == "from" for each in self.tokens[start:colon][:2])
        while start < colon and (self.tokens[start].low in _LEADING or self.tokens.tags[start] == "I"):
            start += 1
        if any(finite(self.tokens, index) for index in range(start, colon)):
            return None
        words = self.tokens[start:colon]
        named = source or any(each.capital for each in words)
        if not words or not named or any(each.text == "," for each in words):
            return None
        return Attribution((words[0].start, words[-1].end), None, "before-label")

    def subject(self, quote: int) -> Attribution | None:
        """No cue at all: the subject of the sentence, if a verb parts it from the fragment."""
        phrase = opening(self.tokens, quote)
        if phrase is None or phrase[1] + 1 >= quote or not self._may_speak(phrase):
            return None
        return Attribution(self.span(phrase), None, "subject")

    def _may_speak(self, phrase: Phrase) -> bool:
        first = self.tokens[phrase[0]]
        return (
            first.low in ("he", "she", "they")
            or any(self.tokens[i].capital for i in range(max(1, phrase[0]), phrase[1] + 1))
            or (
                phrase[0] == 0
                and first.capital
                and first.low not in ("the", "a", "an", "his", "her", "their", "its", "some")
            )
        )
