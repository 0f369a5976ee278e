"""When two mentions of a speaker are the same: by their words, or by their place."""

from __future__ import annotations

import re

from corpus_pkg.evaluate.gold.quotes import Mention
from corpus_pkg.evaluate.stretches import overlap

_POSSESSIVE = re.compile(r"[’']s\b")
_APPOSITION = re.compile(r"[,(;]")
_WORD = re.compile(r"\w+")
_OPENING = frozenset("the a an mr mrs ms dr".split())
_PRONOUNS = frozenset("he she they it i we you who him her them his their one".split())


def bare(mention: str) -> str:
    """The words of a mention without what does not count: possessive, apposition, article and title before it."""
    core = _APPOSITION.split(_POSSESSIVE.sub("", mention).strip(" ,;("))[0]
    words = [each.lower() for each in _WORD.findall(core)]
    while words and words[0] in _OPENING:
        del words[0]
    return " ".join(words)


def exact(gold: Mention | None, predicted: Mention | None) -> bool:
    """Whether the same words name the speaker; nobody where gold has nobody."""
    if gold is None or predicted is None:
        return gold is predicted
    return bare(gold.text) == bare(predicted.text)


def lenient(gold: Mention | None, predicted: Mention | None) -> bool:
    """Whether the mentions overlap, or a name is the same elsewhere in the text; nobody where gold has nobody."""
    if gold is None or predicted is None:
        return gold is predicted
    if any(overlap(one, two) > 0 for one in gold.spans for two in predicted.spans):
        return True
    # The same pronoun at another place may be somebody else.
    return exact(gold, predicted) and gold.text.lower() not in _PRONOUNS
