"""Reports, surveys and bodies that state a number outside a quotation: `a survey by X found that 40 percent ...`.

What people and bodies *say* is a quotation, direct or indirect, and is read there; here stand the verbs of evidence.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from corpus_pkg.model.annotations import Entity, Mention, Span, Speaker

_VERBS = frozenset(
    "suggest suggests suggested show shows showed shown find finds found indicate indicates indicated estimate "
    "estimates estimated reveal reveals revealed put puts forecast forecasts project projects projected predict "
    "predicts predicted expect expects expected calculate calculates calculated count counts counted record records "
    "recorded report reports reported list lists listed reckons reckoned concluded concludes".split()
)
# Verbs that are nouns as well, and what stands behind the noun.
_NOUNS = frozenset(
    "report reports forecast forecasts estimate estimates project projects count counts record records list lists "
    "show shows find finds".split()
)
_NOUN_ENDS = [[word] for word in "from of on about in into by and for was is has were , which".split()]
_SOURCES = frozenset(
    "report reports survey surveys poll polls study studies data figures estimate estimates census analysis "
    "analyses statistics findings research records documents review audit tally inquiry investigation paper "
    "papers bulletin projection projections forecast forecasts model models numbers article articles readings "
    "results returns agency ministry police government authorities officials economists analysts researchers "
    "scientists experts company firm bank office organisers organizers witnesses rebels activists campaigners "
    "insurers forecasters pollsters prosecutors investigators doctors rescuers ministers opposition union unions "
    "charity group regulator watchdog toymaker carmaker brewer retailer airline operator maker lender insurer "
    "club council institute bureau department commission board committee".split()
)
_BREAKS = frozenset("that while but because as when which who after before if whether and or than".split())
_LEADING = frozenset("meanwhile however also but and so yet still now then instead separately overall".split())
_PREPOSITIONS = frozenset("in on at by for with from to of under over during since after before".split())
_DETERMINERS = frozenset("the a an this these those that its his her their our some previous recent official".split())
_HELPING = frozenset("has have had also now still recently later has was were is are will would could may".split())
_STOPS = frozenset(';:—()“”"')
_TOKEN = re.compile(r"[\w’'.&-]*[\w’']|[^\w\s]")
_BOUNDS = _BREAKS | _STOPS | {",", "."}
_LONGEST = 12


@dataclass(frozen=True, slots=True)
class Asserter:
    """Who states a number: the words that name them, and the entity among those words."""

    words: Speaker
    entity: str | None


def find_asserter(text: str, sentence: Span, claim: tuple[int, int], entities: Sequence[Entity]) -> Asserter | None:
    """Finds who states a number of a sentence by a verb of evidence.

    Args:
        text: the article's text.
        sentence: the sentence of the number.
        claim: where the number stands.
        entities: the article's entities.

    Returns:
        The subject of the verb; None where the article itself states the number.
    """
    tokens = [match.span() for match in _TOKEN.finditer(text, sentence.start, sentence.end)]
    words = [text[start:end].lower() for start, end in tokens]
    for place in reversed(range(len(tokens))):
        if words[place] not in _VERBS or not _governs(words, tokens, place, claim):
            continue
        subject = _subject(words, place)
        if subject is None:
            continue
        found = _asserter(text, (tokens[subject[0]][0], tokens[subject[1] - 1][1]), words[slice(*subject)], entities)
        if found is not None:
            return found
    return None


def _governs(words: list[str], tokens: list[tuple[int, int]], place: int, claim: tuple[int, int]) -> bool:
    """Whether a verb before a number reaches it, or a verb behind closes the clause that holds it."""
    if words[place] in _NOUNS and words[place + 1 : place + 2] in _NOUN_ENDS:
        return False  # "a Courier report from last week"
    start, end = tokens[place]
    if end <= claim[0]:
        between = [word for word, span in zip(words, tokens, strict=True) if end <= span[0] < claim[0]]
        return not _STOPS.intersection(between) and words[place - 1 : place] != ["to"]
    if start < claim[1]:
        return False
    if words[place - 2 : place - 1] in (["that"], ["than"], ["as"]) or "that" in words[max(0, place - 4) : place]:
        return False  # "fewer than the 210,000 that analysts had expected"
    opened = [i for i, span in enumerate(tokens) if claim[1] <= span[0] < start and words[i] == ","]
    behind = words[place + 1 : place + 2]
    return bool(opened) and behind in ([], ["."], [","], ["on"], ["last"], ["in"]) and len(opened) <= 2  # noqa: PLR2004


def _subject(words: list[str], verb: int) -> tuple[int, int] | None:
    """First token of the subject of a verb, and the one past its last; None where no noun phrase stands there."""
    last = verb
    while last and words[last - 1] in _HELPING:
        last -= 1
    if last and words[last - 1] == ",":
        opening = next((i for i in range(last - 2, max(-1, last - _LONGEST), -1) if words[i] == ","), None)
        if opening is None:
            return None
        last = opening
    first = last
    while first and last - first < _LONGEST and words[first - 1] not in _BOUNDS:
        first -= 1
    if first and words[first - 1] in {"than", "as"}:
        return None  # "fewer than analysts had expected"
    while first < last and words[first] in _LEADING:
        first += 1
    if first < last and words[first] in _PREPOSITIONS:
        behind = [i for i in range(first + 1, last) if words[i] in _DETERMINERS]
        first = behind[-1] if behind else last
    return (first, last) if first < last else None


def _asserter(text: str, span: tuple[int, int], words: list[str], entities: Sequence[Entity]) -> Asserter | None:
    """The noun phrase as one that states things; None where it is neither a source nor names one."""
    inside = [(each, mention) for each in entities for mention in each.mentions
              if span[0] <= mention.start and mention.end <= span[1]]  # fmt: skip
    bodies = sorted(((mention, each) for each, mention in inside if each.type in {"ORG", "PERSON"}),
                    key=lambda pair: pair[0].start)  # fmt: skip
    source = any(word in _SOURCES for word in words)
    whole = any(_is_whole(mention, span) for mention, _ in bodies)
    if not source and not whole:
        return None
    speaker = Speaker(start=span[0], end=span[1], text=text[slice(*span)], kind="name" if whole else "nominal")
    return Asserter(speaker, bodies[0][1].id if bodies else None)


def _is_whole(mention: Mention, span: tuple[int, int]) -> bool:
    """Whether a mention is the noun phrase, an article and a title before it aside."""
    return mention.end == span[1]
