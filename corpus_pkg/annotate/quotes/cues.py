"""Cues of reported speech in a sentence, each with the subject that speaks."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from corpus_pkg.annotate.quotes.clauses import Phrase, finite, passive, relative
from corpus_pkg.annotate.quotes.lexicon import BE, NOUNS, PRONOUNS
from corpus_pkg.annotate.quotes.subjects import after, before, opening
from corpus_pkg.annotate.quotes.tokens import QUOTE, Words
from corpus_pkg.annotate.quotes.verbs import BARE, DESCRIBING, LEMMAS, NAMING, STRONG

_NOT_BEFORE_A_VERB = frozenset("to the a an this these those his her its their our my of no any".split())
_SPEAKING_PASSIVES = frozenset(("quote", "cite"))
_COORDINATING = frozenset("and but or then".split())
_OPENERS = PRONOUNS | frozenset("the a an one his her its their some another".split())
ACCORDING = "according to"
_MODALS = frozenset("will would may might could can should must did does do".split())
_MOST_OBJECT = 9
_WHAT = re.compile(r"W[DNnOPA#o]+\Z")
_HEADLINE = frozenset("says said tells warns asks urges".split())
_PARTING = frozenset("while whereas".split())


@dataclass(frozen=True, slots=True)
class Cue:
    """A verb (or `according to`) that reports speech.

    Attributes:
        first, last: its words.
        lemma: what it is a form of.
        subject: the words that name who speaks; None where the sentence does not say.
        inverted: the subject stands after it (`said Okoro`).
        pronoun: the token of `who` or `which` if it stands in a relative clause.
    """

    first: int
    last: int
    lemma: str
    subject: Phrase | None
    inverted: bool = False
    pronoun: int | None = None


def find_cues(words: Words) -> list[Cue]:
    """The cues of a sentence, in order."""
    cues: list[Cue] = []
    for index, token in enumerate(words):
        if token.low == "according" and index + 1 < len(words) and words[index + 1].low == "to":
            subject = after(words, index + 1)
            if subject:
                cues.append(Cue(index, index + 1, ACCORDING, subject, inverted=True))
        elif token.low in LEMMAS and (token.low in _HEADLINE or not _inside_capitals(words, index)):
            cue = _verb(words, index, cues)
            if cue:
                cues.append(cue)
        elif token.low in BARE and not token.capital and _present(words, index):
            subject = before(words, index)
            if subject:
                cues.append(Cue(index, index, BARE[token.low], subject, pronoun=relative(words, index)))
        elif token.low in BARE and index and words[index - 1].low == "to" and _spoken(words, index):
            subject = _shared(words, index, cues)  # "was forced to admit that ...", "took to calling it “...”"
            if subject:
                cues.append(Cue(index, index, BARE[token.low], subject))
        elif token.low == "per" and index and words.tags[index - 1] in ",Q":
            subject = after(words, index)
            if subject and words.tags[subject[0]] in "DN":
                cues.append(Cue(index, index, ACCORDING, subject, inverted=True))
    return cues


def _spoken(words: Words, index: int) -> bool:
    """Whether an infinitive reports speech: words follow that were said, in a clause or in quotation marks."""
    quoted = BARE[words[index].low] in DESCRIBING and "Q" in words.tags[index : index + _MOST_OBJECT]
    return words.tags[index + 1 : index + 2] == "T" or quoted


def _inside_capitals(words: Words, index: int) -> bool:
    """Whether a form with a capital stands inside a sentence: part of a name or of a headline."""
    return words[index].capital and index > 0 and words[index - 1].text != QUOTE


def _present(words: Words, index: int) -> bool:
    """Whether a base form is a finite verb: `officials say`, `they insist`, `she will say`, `Sousa and Okoro call`."""
    back = index - 1
    while back >= 0 and words.tags[back] == "A":
        back -= 1
    if back < 0:
        return False
    token, kind = words[back], words.tags[back]
    if kind == "X":
        return token.low in _MODALS
    if kind == "W":
        return True
    if words[index].low == "say" and (kind in "n#D)," or token.low == "percent") and token.low not in ("a", "the"):
        return True
    if kind == "P":
        return token.low in ("they", "we", "i", "you")
    plural = kind == "n" and token.low.endswith("s") and not token.low.endswith("ss")
    paired = kind == "N" and (token.low.endswith("s") or (back > 1 and words[back - 1].low == "and"))
    # "the reports claim" and "the union's demand": what follows tells the verb from the noun.
    following = words.tags[index + 1 : index + 2]
    return (plural or paired) and (token.low not in BARE) and following in ("T", "D", "P", "N", "Q", "n", "#", "O", ":", ",")


def _verb(words: Words, index: int, earlier: Sequence[Cue]) -> Cue | None:  # noqa: PLR0911  a test a line
    lemma = LEMMAS[words[index].low]
    previous = words[index - 1].low if index else ""
    if previous in _NOT_BEFORE_A_VERB or previous.endswith(("’s", "'s", "s’", "s'")):
        return None
    if index and words.tags[index - 1] in "Io" and not words[index].low.endswith("ing"):
        return None  # "articles from noted scholars"
    behind = _after_quote(words, index)
    if (behind or (previous == "," and lemma in STRONG)) and _inverts(words, index, lemma):
        subject = after(words, index)
        if subject and (behind or _ends(words, subject)):
            return Cue(index, index, lemma, subject, inverted=True)
    participle = lemma in NAMING and words.tags[index] == "E" and words.tags[index + 1 : index + 2] == "Q"
    if participle and not behind and not _WHAT.search(words.tags[:index]):
        return Cue(index, index, lemma, _agent(words, index))  # "a class called “Perception”"
    if passive(words, index) and lemma not in _SPEAKING_PASSIVES:
        if index > 1 and words[index - 1].low == "be" and words[index - 2].low == "to":
            return None  # "a conference to be announced" reports nothing yet
        return Cue(index, index, lemma, _agent(words, index))
    subject = _subject(words, index, previous, earlier)
    if subject is None and not _fronted(words, index):
        return None
    if words[index].low in NOUNS and (subject is None or _object(words, subject) or not finite(words, index)):
        return None
    return Cue(index, index, lemma, subject, pronoun=relative(words, index))


def _subject(words: Words, index: int, previous: str, earlier: Sequence[Cue]) -> Phrase | None:
    """Who does what the verb says; a participle or a coordinated verb has the subject of its sentence."""
    participle = words.tags[index] == "G" and previous not in BE
    if participle and words.tags[index - 1] in "Nn)":
        absolute = _absolute(words, index)
        if absolute:
            return absolute
    if participle and words.tags[index - 1] == "I":
        return _nearest(words, index) or opening(words, index)  # "she began by saying"
    back = index - 1
    while back > 0 and words.tags[back] in "AX":
        back -= 1  # "..., but has also said"
    if words[max(back, 0)].low in _COORDINATING or participle:
        return _shared(words, index, earlier)
    return before(words, index)


def _absolute(words: Words, index: int) -> Phrase | None:
    """`with one of his aides noting that ...`"""
    start = index - 1
    while start > 0 and words.tags[start] in "NDn#oA&.":
        start -= 1
    if words[start].low != "with" or start + 1 >= index:
        return None
    last = index - 1
    while last > start and words.tags[last] == "A":
        last -= 1
    return start + 1, last


def _nearest(words: Words, index: int) -> Phrase | None:
    """The subject of the nearest finite verb before a token, relative clauses left out."""
    for back in range(index - 1, 0, -1):
        if words.tags[back] == "Q":
            return None
        if finite(words, back) and relative(words, back) is None:
            found = before(words, back)
            if found:
                return found
    return None


def _shared(words: Words, index: int, earlier: Sequence[Cue]) -> Phrase | None:
    """The subject that a verb without one of its own shares: that of its part of the sentence."""
    start = max((at for at in range(index) if words[at].low in _PARTING or words.tags[at] == ";"), default=-1) + 1
    comma = words.tags.rfind(",", start, max(index - 1, 0))
    if words.tags[index - 1] == "," and comma >= 0 and words.tags[comma + 1] == "S" and "Q" not in words.tags[comma:index]:
        return opening(words, index, comma + 2)  # "..., when protesters cut in, shouting"
    for cue in reversed(earlier):
        if cue.subject and cue.first >= start and cue.lemma in STRONG and cue.pronoun is None:
            return cue.subject
    return opening(words, index, start) or opening(words, index)


def _object(words: Words, subject: Phrase) -> bool:
    """Whether the words before a form are part of a phrase that it heads: `of Republican claims`."""
    return (subject[0] > 0 and words.tags[subject[0] - 1] in "Io") or words.tags[subject[0]] in "Io"


def _after_quote(words: Words, index: int) -> bool:
    back = index - 1
    if back > 0 and (words[back].text == "," or words.tags[back] == "-"):
        back -= 1
    return back >= 0 and words[back].text == QUOTE


def _ends(words: Words, subject: Phrase) -> bool:
    """Whether a clause is over with its subject: `..., said Okoro.`, `..., said Okoro, the pilot.`"""
    return words.tags[subject[1] + 1 : subject[1] + 2] in ("", ".", ",", ";") and words.tags[subject[0]] in "ND#"


def _inverts(words: Words, index: int, lemma: str) -> bool:
    """Whether a subject follows the verb: surely after a verb of saying, else before a name, pronoun or article."""
    if words.tags[index] == "G":
        return False  # "“...,” saying the city was ready": its subject stands before the quotation
    following = words[index + 1] if index + 1 < len(words) else None
    return following is not None and (lemma in STRONG or following.capital or following.low in _OPENERS)


def _agent(words: Words, index: int) -> Phrase | None:
    """`described by Okoro as`: who did it."""
    for by in range(index + 1, min(index + 8, len(words) - 1)):
        if words[by].low == "by":
            return after(words, by)
    return None


def _fronted(words: Words, index: int) -> bool:
    if words[index].low == "asked" and index + 1 < len(words):
        return words.tags[index + 1] == "W" or words[index + 1].low in ("if", "whether", "how", "why")
    return index + 1 < len(words) and words[index + 1].text in (":", ",", QUOTE)
