"""Each quotation's speaker: the frames in which news copy attributes what it quotes, the surest first."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
import re

from corpus_pkg.annotate.quotes.clauses import Phrase, finite
from corpus_pkg.annotate.quotes.cues import ACCORDING, Cue, find_cues
from corpus_pkg.annotate.quotes.lexicon import PRONOUNS, SUBORDINATORS
from corpus_pkg.annotate.quotes.subjects import after, before, opening
from corpus_pkg.annotate.quotes.tokens import DASHES, QUOTE, Words, tokenize
from corpus_pkg.text.quotation_marks import Stretch
from corpus_pkg.annotate.quotes.verbs import DESCRIBING, SPEECH, STRONG, UTTERING

_MOST_TRAILING = 14
_MOST_INTRODUCTION = 9
_TURN = re.compile(r"([A-Z][A-Z.’'-]+(?: [A-Z][A-Z.’'-]+){0,3})(:)(?= )")
_LEADING = frozenset("and but or more also another".split())


@dataclass(frozen=True, slots=True)
class Attribution:
    """Who is said to speak, by which words, found by which rule.

    Attributes:
        speaker: stretch of the speaker's mention; None where nothing names one.
        cue: stretch of the cue; None where there is none.
        rule: the frame's name.
        confidence: how often the frame is right.
    """

    speaker: tuple[int, int] | None
    cue: tuple[int, int] | None
    rule: str
    confidence: float


class Sentence:
    """A sentence's tokens and cues, and the frames that hold its quotations."""

    def __init__(self, text: str, start: int, end: int, stretches: Sequence[Stretch]) -> None:
        self._source = text
        self.tokens = Words(tokenize(text, start, end, stretches))
        self.cues = find_cues(self.tokens)
        self.quotes = [index for index, token in enumerate(self.tokens) if token.text == QUOTE]
        self._done: dict[int, Attribution] = {}

    @property
    def bare(self) -> bool:
        """Nothing but quotations and marks, at most a word."""
        return sum(1 for token in self.tokens if token.word) <= 1

    def subjects(self) -> list[tuple[int, int]]:
        """The stretches that name who acts or speaks: what the sentence opens with, and the subjects of its cues."""
        first = opening(self.tokens, len(self.tokens))
        found = ([first] if first else []) + [each.subject for each in self.cues if each.subject]
        return [self._span(each) for each in dict.fromkeys(found)]

    def reported(self) -> Attribution | None:
        """The speaker of the sentence's first speech clause, whom a following quotation may continue."""
        for cue in self.cues:
            if cue.subject and (cue.lemma in SPEECH or cue.lemma == ACCORDING):
                return self.from_cue(cue, "carried", 0.0)
        return None

    def acting(self) -> Attribution | None:
        """The person by name whom the sentence is about, whom a quotation that follows may come from."""
        phrase = opening(self.tokens, len(self.tokens))
        if phrase is None or self.tokens.tags[phrase[1]] != "N" or "N" not in self.tokens.tags[phrase[0]]:
            return None
        return Attribution(self._span(phrase), None, "carried", 0.0)

    def attribute(self, quote: int) -> Attribution | None:
        """The attribution of the quotation at a token; None if no frame holds it."""
        frames: tuple[Callable[[int], Attribution | None], ...] = (
            self._turn, self._behind, self._introduced, self._inside, self._closing, self._according, self._parallel, self._subject,
        )  # fmt: skip
        found = next((each for each in (frame(quote) for frame in frames) if each), None)
        if found:
            self._done[quote] = found
        return found

    def _span(self, phrase: Phrase) -> tuple[int, int]:
        return self.tokens[phrase[0]].start, self.tokens[phrase[1]].end

    def from_cue(self, cue: Cue, rule: str, confidence: float) -> Attribution:
        """The attribution by a cue to its subject."""
        speaker = self._span(cue.subject) if cue.subject else None
        return Attribution(speaker, self._span((cue.first, cue.last)), rule, confidence)

    def _text(self, index: int) -> str:
        return self.tokens[index].text if 0 <= index < len(self.tokens) else ""

    def _turn(self, quote: int) -> Attribution | None:
        """`“SMITH: Let us begin.”`: a turn of a transcript names its speaker itself."""
        stretch = self.tokens[quote].stretch
        named = _TURN.match(self._source, stretch.start, stretch.end) if stretch else None
        if named is None:
            return None
        return Attribution(named.span(1), named.span(2), "turn", 0.95)

    def _behind(self, quote: int) -> Attribution | None:
        """`“...,” said Okoro` / `“...,” Okoro said` / `“...,” according to Okoro` / `“...” — Peter Okoro`."""
        at = quote + 1
        while self._text(at) == "," or self._text(at) in DASHES:
            at += 1
        separated = at > quote + 1 or self._open_ended(quote)
        for cue in self.cues:
            if cue.first < at or not separated:
                continue
            if cue.inverted and cue.first == at:
                return self.from_cue(cue, "behind-inverted", 0.97)
            if not cue.inverted and cue.subject and self._reaches(at, cue):
                return self.from_cue(cue, "behind-plain", 0.96)
            break
        if separated and quote == self.quotes[0] and self.tokens.tags[:quote].strip("c,A") == "":
            found = self._any_verb(at)
            if found:
                return found
        if at > quote + 1 and self._text(at - 1) in DASHES and not self.cues:
            phrase = after(self.tokens, at - 1)
            if phrase and self.tokens[phrase[0]].capital and phrase[1] >= len(self.tokens) - 2:
                return Attribution(self._span(phrase), None, "behind-dash", 0.85)
        return None

    def _any_verb(self, at: int) -> Attribution | None:
        """`“...!” barked Okoro` / `“...,” Okoro shot back`: beside a quotation, whatever one does is said."""
        tags = self.tokens.tags
        if at >= len(tags):
            return None
        if tags[at] in "VE" and tags[at + 1 : at + 2] in ("N", "D", "P"):
            phrase = after(self.tokens, at)
            return Attribution(self._span(phrase), self._span((at, at)), "behind-any", 0.8) if phrase else None
        verb = next((i for i in range(at + 1, len(tags)) if tags[i] in "VE" and finite(self.tokens, i)), None)
        phrase = before(self.tokens, verb) if verb is not None and "Q" not in tags[at:verb] else None
        if verb is None or phrase is None or phrase[0] != at:
            return None
        return Attribution(self._span(phrase), self._span((verb, verb)), "behind-any", 0.8)

    def _open_ended(self, quote: int) -> bool:
        """Whether a comma, question or exclamation mark inside the marks joins the quotation to its clause."""
        return quote == 0 or self.tokens[quote].last in ",?!—–-…."

    def _reaches(self, at: int, cue: Cue) -> bool:
        """Whether the cue's subject begins right behind the quotation."""
        if cue.subject is None:
            return False
        first = cue.subject[0]
        if not at <= first <= at + 1 or cue.first <= cue.subject[1] - 1:
            return False
        return all(self.tokens[index].low not in SUBORDINATORS for index in range(at, first + 1)) and not any(
            self._text(index) == QUOTE for index in range(at, cue.first)
        )

    def _introduced(self, quote: int) -> Attribution | None:
        """`Okoro said: “...”` / `Okoro said, “...”` / `..., Okoro said, “...”` / `From the report: “...”`."""
        mark = self._text(quote - 1)
        if mark not in (":", ",") and mark not in DASHES:
            return None
        near = self._verb_before(quote)
        if near:
            return near
        cues = [each for each in self.cues if each.last < quote and each.lemma in SPEECH | {ACCORDING}]
        between = [index for index in self.quotes if cues and cues[-1].last < index < quote]
        if cues and not between and (mark == ":" or self._near(cues[-1], quote)):
            return self.from_cue(cues[-1], "before-" + ("colon" if mark == ":" else "comma"), 0.95)
        if mark == ":" and not between and not cues:
            return self.introduced_by(quote - 1)
        return None

    def _verb_before(self, quote: int) -> Attribution | None:
        """`Okoro shot back, “...”`: a verb of any kind right before the mark that introduces a quotation."""
        for index in range(quote - 2, max(quote - 4, 0), -1):
            if self.tokens.tags[index] in "VE" and self.tokens.tags[index + 1 : quote - 1].strip("A") == "":
                if any(each.first == index for each in self.cues) or not finite(self.tokens, index):
                    return None
                phrase = before(self.tokens, index)
                return Attribution(self._span(phrase), self._span((index, index)), "before-any", 0.8) if phrase else None
        return None

    def _near(self, cue: Cue, quote: int) -> bool:
        reach = max(cue.last, cue.subject[1] if cue.subject else 0)
        return quote - reach <= _MOST_TRAILING

    def introduced_by(self, colon: int) -> Attribution | None:
        """Who a clause without a verb of speech introduces: its label, else its subject (`He listed the terms:`)."""
        return self._label(colon) or self._subject(colon)

    def _label(self, colon: int) -> Attribution | None:
        """A short phrase before a colon, without a verb: `SMITH:`, `From chairwoman Rosa Winter:`."""
        start = colon
        while start > 0 and self.tokens.tags[start - 1] not in "Q;-)?!." and colon - start < _MOST_INTRODUCTION:
            start -= 1
        source = any(each.low == "from" for each in self.tokens.tokens[start:colon][:2])
        while start < colon and (self.tokens[start].low in _LEADING or self.tokens.tags[start] == "I"):
            start += 1
        if any(finite(self.tokens, index) for index in range(start, colon)):
            return None
        words = self.tokens.tokens[start:colon]
        named = source or any(each.capital for each in words)
        if not words or not named or any(each.text == "," for each in words):
            return None
        return Attribution((words[0].start, words[-1].end), None, "before-label", 0.75)

    def _inside(self, quote: int) -> Attribution | None:
        """`Okoro said the plan was “...”`: the nearest cue before the fragment governs it, or one above that cue."""
        governing = [each for each in self.cues if each.last < quote and each.lemma != ACCORDING]
        while governing:
            cue = governing.pop()
            if any(self.tokens[index].text == ";" for index in range(cue.last, quote)):
                return None
            if self._closed(cue, quote):
                continue
            if cue.subject is None:
                return self.from_cue(cue, "inside-passive", 0.6)
            if self.tokens.tags[cue.subject[0]] == "P" and self.tokens.tags[cue.subject[0] - 1 : cue.subject[0]] == "W":
                phrase = opening(self.tokens, cue.subject[0])  # "Okoro condemned what she called “...”"
                if phrase:
                    return Attribution(self._span(phrase), self._span((cue.first, cue.last)), "inside-above", 0.8)
            above = None if self._speaks(cue) else self._above(cue, governing)
            if above:
                return self.from_cue(above, "inside-above", 0.8)
            return self.from_cue(cue, "inside", 0.88 if cue.lemma in STRONG else 0.8)
        return None

    def _closed(self, cue: Cue, quote: int) -> bool:
        """Whether the cue's clause is over before the quotation: behind an earlier one, or a relative clause's comma."""
        if cue.inverted and any(index < cue.first for index in self.quotes) and self._ended(cue, quote):
            return True
        if cue.pronoun is None or self.tokens.tags[cue.pronoun - 1] != ",":
            return False
        return "," in self.tokens.tags[cue.last : quote] and not self._said_between(cue, quote)

    def _said_between(self, cue: Cue, quote: int) -> bool:
        return any(cue.last < index < quote for index in self.quotes)

    def _speaks(self, cue: Cue) -> bool:
        """Whether a clause keeps its fragment: a verb of speech or description whose subject is named."""
        if cue.subject is None or (cue.lemma not in STRONG and cue.lemma not in DESCRIBING):
            return False
        first, last = cue.subject
        named = "N" in self.tokens.tags[first : last + 1] or cue.lemma in UTTERING
        return self.tokens.tags[first] not in "PW" and named

    def _above(self, cue: Cue, governing: Sequence[Cue]) -> Cue | None:
        """The clause that a clause of thought, of a thing or of a pronoun hangs on: `Okoro said the spate demands`."""
        for each in reversed(governing):
            if each.subject is None or each.lemma not in STRONG or each.pronoun is not None or cue.subject is None:
                continue
            start = min(cue.first, cue.subject[0])
            if each.subject == cue.subject:
                return None
            same = self.tokens[each.subject[0]].low == self.tokens[cue.subject[0]].low
            if same and cue.lemma in STRONG | DESCRIBING:
                return None  # "He said ... which he called “...”": the mention beside the fragment
            before_subject = self.tokens.tags[max(0, start - 2) : start]
            return None if before_subject in (",c", ",S") or before_subject.endswith(",") else each
        return None

    def _ended(self, cue: Cue, quote: int) -> bool:
        """Whether the clause of an attribution behind an earlier quotation is over before this one."""
        reach = cue.subject[1] if cue.subject else cue.last
        words = [each for each in self.tokens.tokens[reach + 1 : quote] if each.word]
        return bool(words) and words[0].low in ("while", "but", "whereas", "although")

    def _closing(self, quote: int) -> Attribution | None:
        """`The offer would “...”, the daily said.`: a clause at the end holds the whole sentence."""
        for cue in self.cues:
            if cue.first < quote or cue.lemma not in SPEECH or cue.subject is None:
                continue
            trailing = sum(1 for each in self.tokens.tokens[max(cue.last, cue.subject[1]) + 1 :] if each.word)
            opening = min(cue.first, cue.subject[0])
            joined = self._text(opening - 1) == "," or self._text(opening - 1).lower() == "as"
            if joined and trailing <= _MOST_TRAILING and not self._complement(cue):
                return self.from_cue(cue, "closing", 0.85)
        return None

    def _complement(self, cue: Cue) -> bool:
        """Whether the clause has content of its own: `, Trump said he expected ...`."""
        following = self._text(max(cue.last, cue.subject[1] if cue.subject else 0) + 1).lower()
        return following in PRONOUNS | {"that", "the", "a", "there"} and not cue.inverted

    def _according(self, quote: int) -> Attribution | None:
        for cue in self.cues:
            if cue.lemma == ACCORDING:
                return self.from_cue(cue, "according-to", 0.9 if cue.first > quote else 0.85)
        return None

    def _parallel(self, quote: int) -> Attribution | None:
        """`“...” and “...”`: the second shares the first's speaker."""
        earlier = [self._done[index] for index in self.quotes if index < quote and index in self._done]
        if not earlier:
            return None
        return Attribution(earlier[-1].speaker, earlier[-1].cue, "parallel", 0.9 * earlier[-1].confidence)

    def _subject(self, quote: int) -> Attribution | None:
        """No cue at all: the subject of the sentence, if a verb parts it from the fragment."""
        phrase = opening(self.tokens, quote)
        if phrase is None or phrase[1] + 1 >= quote or not self._may_speak(phrase):
            return None
        return Attribution(self._span(phrase), None, "subject", 0.5)

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
