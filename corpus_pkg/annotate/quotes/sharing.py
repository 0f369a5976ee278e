"""The subject of a verb that has none of its own before it: a participle, a coordinated verb, an infinitive."""

from __future__ import annotations

from collections.abc import Sequence

from corpus_pkg.annotate.quotes.clauses import Phrase, finite, relative
from corpus_pkg.annotate.quotes.cue import Cue
from corpus_pkg.annotate.quotes.lexicon import BE
from corpus_pkg.annotate.quotes.subjects import before, opening
from corpus_pkg.annotate.quotes.tokens import Words
from corpus_pkg.annotate.quotes.verbs import STRONG

_COORDINATING = frozenset("and but or then".split())
_PARTING = frozenset("while whereas".split())


def subject_of(words: Words, index: int, earlier: Sequence[Cue]) -> Phrase | None:
    """Who does what a verb says; a participle or a coordinated verb has the subject of its sentence.

    Args:
        words: the sentence.
        index: the verb's token.
        earlier: the cues before it.
    """
    previous = words[index - 1].low if index else ""
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
        return shared(words, index, earlier)
    return before(words, index)


def shared(words: Words, index: int, earlier: Sequence[Cue]) -> Phrase | None:
    """The subject that a verb without one of its own shares: that of its part of the sentence.

    Args:
        words: the sentence.
        index: the verb's token.
        earlier: the cues before it.
    """
    start = max((at for at in range(index) if words[at].low in _PARTING or words.tags[at] == ";"), default=-1) + 1
    comma = words.tags.rfind(",", start, max(index - 1, 0))
    aside = words.tags[comma + 1 : index] if words.tags[index - 1] == "," and comma >= 0 else ""
    if aside.startswith("S") and "Q" not in aside:
        return opening(words, index, comma + 2)  # "..., when protesters cut in, shouting"
    for cue in reversed(earlier):
        if cue.subject and cue.first >= start and cue.lemma in STRONG and cue.pronoun is None:
            return cue.subject
    return opening(words, index, start) or opening(words, index) or _later(words, index)


def _absolute(words: Words, index: int) -> Phrase | None:
    """Who `with one of his aides noting that ...` is about."""
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


def _later(words: Words, index: int) -> Phrase | None:
    """The subject of the main clause behind an opening participle: `Conceding a “...”, he warned`."""
    for verb in range(index + 1, len(words)):
        if finite(words, verb):
            found = before(words, verb)
            if found and found[0] > index and words.tags[found[0] - 1] in ",Q":
                return found
    return None
