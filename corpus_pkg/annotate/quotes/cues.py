"""Cues of reported speech in a sentence, each with the subject that speaks."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from corpus_pkg.annotate.quotes.subjects import PREPOSITIONS, PRONOUNS, SUBORDINATORS, Phrase, after, before
from corpus_pkg.annotate.quotes.tokens import DASHES, QUOTE, Token
from corpus_pkg.annotate.quotes.verbs import LEMMAS, STRONG

_NOT_BEFORE_A_VERB = frozenset("to the a an this these those his her its their our my of no any".split())
_BE = frozenset("is are was were be been being".split())
_SPEAKING_PASSIVES = frozenset(("quote", "cite"))
_ADVERBS = frozenset("however meanwhile still instead later earlier then yet moreover also so now today".split())
_COORDINATING = frozenset("and but or then".split())
_OPENERS = PRONOUNS | frozenset("the a an one his her its their some another".split())
ACCORDING = "according to"
# Third persons that are plural nouns as often: a verb only behind a subject of its own.
_NOUNS = frozenset(
    "claims reports comments notes calls charges demands states posts pens orders promises labels brands answers "
    "questions requests signals protests reads points presents appeals jokes hints blasts boasts quotes brands finds "
    "estimates cries remarks vows pledges counters cautions whispers shouts holds sums terms goes".split()
)


@dataclass(frozen=True, slots=True)
class Cue:
    """A verb (or `according to`) that reports speech.

    Attributes:
        first, last: its tokens.
        lemma: what it is a form of.
        subject: the tokens that name who speaks; None where the sentence does not say.
        inverted: the subject stands after it (`said Okoro`).
    """

    first: int
    last: int
    lemma: str
    subject: Phrase | None
    inverted: bool = False


def find_cues(tokens: Sequence[Token]) -> list[Cue]:
    """The cues of a sentence, in order."""
    cues: list[Cue] = []
    for index, token in enumerate(tokens):
        if token.low == "according" and index + 1 < len(tokens) and tokens[index + 1].low == "to":
            subject = after(tokens, index + 1)
            if subject:
                cues.append(Cue(index, index + 1, ACCORDING, subject, inverted=True))
        elif token.low in LEMMAS and not (token.capital and index and tokens[index - 1].text != QUOTE):
            cue = _verb(tokens, index, cues)
            if cue:
                cues.append(cue)
    return cues


def _verb(tokens: Sequence[Token], index: int, earlier: Sequence[Cue]) -> Cue | None:  # noqa: PLR0911  a test a line
    lemma = LEMMAS[tokens[index].low]
    previous = tokens[index - 1].low if index else ""
    if previous in _NOT_BEFORE_A_VERB:
        return None
    if _after_quote(tokens, index) and _inverts(tokens, index, lemma):
        subject = after(tokens, index)
        if subject:
            return Cue(index, index, lemma, subject, inverted=True)
    if _passive(tokens, index) and lemma not in _SPEAKING_PASSIVES:
        if index > 1 and tokens[index - 1].low == "be" and tokens[index - 2].low == "to":
            return None  # "a conference to be announced" reports nothing yet
        return Cue(index, index, lemma, _agent(tokens, index))
    subject = _subject(tokens, index, previous, earlier)
    if subject is None and not _fronted(tokens, index):
        return None
    if tokens[index].low in _NOUNS and (subject is None or _object(tokens, subject)):
        return None
    return Cue(index, index, lemma, subject)


def _subject(tokens: Sequence[Token], index: int, previous: str, earlier: Sequence[Cue]) -> Phrase | None:
    """Who does what the verb says; a participle or a coordinated verb has the subject of its sentence."""
    participle = tokens[index].low.endswith("ing") and previous not in _BE
    dependent = participle and (not previous[:1].isalnum() or previous in PREPOSITIONS | SUBORDINATORS | {"for", "of"})
    if previous in _COORDINATING or dependent:
        spoken = next((each.subject for each in reversed(earlier) if each.subject), None)
        return spoken or opening(tokens, index)
    return before(tokens, index)


def _object(tokens: Sequence[Token], subject: Phrase) -> bool:
    """Whether the words before a form are part of a phrase that it heads: `of Republican claims`."""
    return (subject[0] > 0 and tokens[subject[0] - 1].low in PREPOSITIONS | {"of", "for"}) or tokens[
        subject[0]
    ].low in (PREPOSITIONS | {"of", "for"})


def opening(tokens: Sequence[Token], limit: int) -> Phrase | None:
    """The phrase that a sentence opens with, behind `In August,` or `However,`: mostly its subject."""
    start = 0
    while start < limit and (tokens[start].low in _COORDINATING or not tokens[start].word):
        if tokens[start].text == QUOTE:
            return None
        start += 1
    if start < limit and _introductory(tokens, start):
        start = next((index + 1 for index in range(start, limit) if tokens[index].text == ","), limit)
    if start >= limit or not tokens[start].word or tokens[start].low in ("it", "there", "this", "that", "what"):
        return None
    phrase = (start, start) if tokens[start].low in PRONOUNS else after(tokens, start - 1)
    return phrase if phrase and phrase[1] < limit else None


def _introductory(tokens: Sequence[Token], start: int) -> bool:
    first = tokens[start]
    adverb = (
        start + 1 < len(tokens)
        and tokens[start + 1].text == ","
        and (first.low.endswith("ly") or first.low in _ADVERBS)
    )
    return first.low in PREPOSITIONS | SUBORDINATORS | {"for", "as", "of"} or adverb or first.low.endswith("ing")


def _after_quote(tokens: Sequence[Token], index: int) -> bool:
    back = index - 1
    if back > 0 and (tokens[back].text == "," or tokens[back].text in DASHES):
        back -= 1
    return back >= 0 and tokens[back].text == QUOTE


def _inverts(tokens: Sequence[Token], index: int, lemma: str) -> bool:
    """Whether a subject follows the verb: surely after a verb of saying, else before a name, pronoun or article."""
    following = tokens[index + 1] if index + 1 < len(tokens) else None
    return following is not None and (lemma in STRONG or following.capital or following.low in _OPENERS)


def _passive(tokens: Sequence[Token], index: int) -> bool:
    token = tokens[index].low
    if not (token.endswith("ed") or token in ("said", "told", "written", "put", "held", "seen", "known")):
        return False
    back = index - 1
    while back > 0 and tokens[back].low.endswith("ly"):
        back -= 1
    return back >= 0 and tokens[back].low in _BE


def _agent(tokens: Sequence[Token], index: int) -> Phrase | None:
    """`described by Okoro as`: who did it."""
    for by in range(index + 1, min(index + 8, len(tokens) - 1)):
        if tokens[by].low == "by":
            return after(tokens, by)
    return None


def _fronted(tokens: Sequence[Token], index: int) -> bool:
    return index + 1 < len(tokens) and tokens[index + 1].text in (":", ",", QUOTE)
