"""Who says it: the noun phrase before or after a cue, found without a parse."""

from __future__ import annotations

import re

from corpus_pkg.annotate.quotes.clauses import Phrase, finite, nickname, region, relative
from corpus_pkg.annotate.quotes.tokens import QUOTE, Words
from corpus_pkg.annotate.quotes.verbs import LEMMAS

_INSIDE = frozenset("of for in at the and with from to on a an & de von van der al bin la le du".split())
_NOT_ROLES = frozenset("late early here there now then who this last next so as not".split())
_POSSESSIVES = frozenset("the a an his her its their my our your no every".split())
_ORDINALS = frozenset("first second third fourth fifth last next latest only newly same own".split())
_NO_ROLES = _NOT_ROLES | _INSIDE | frozenset(LEMMAS)
_MOST_APPOSITION = 40
_NO_HEADS = _ORDINALS | _POSSESSIVES
_SHORT = 4
_MOST_WORK = 60
_PAIR = re.compile(r"N+cN+")
_LIST_BEFORE = re.compile(r"D?(?:N+,)+\Z")
_LIST_BEHIND = re.compile(r"(?:,D?N+)+,?cD?N")


def before(words: Words, verb: int) -> Phrase | None:
    """The subject that stands before a verb: `Lindholm later said`, `Okoro, who joined in 2004, said`.

    Args:
        words: the sentence.
        verb: its token.
    """
    pronoun = relative(words, verb)
    if pronoun is not None and not any(each in "VEGP" for each in words.tags[pronoun + 1 : verb]):
        first = words.tags[pronoun + 1 : pronoun + 2]
        if first in ("X", "V", "E", "A", "I") and _antecedent(words, pronoun):
            return pronoun, pronoun  # "Okoro, who has in the past said"
    end = _skip(words, verb - 1)
    if end < 0 or words.tags[end] == "Q":
        return _past_work(words, end)
    if words.tags[end] in ",)-":
        return _before_apposition(words, end)
    return _ending(words, end)


def _past_work(words: Words, end: int) -> Phrase | None:
    """The subject before an apposition that a title ends: `Rosa Winter, author of “The Long Road,” said`."""
    opening = words.tags.rfind(",", 0, end) if end >= 0 else -1
    aside = words.tags[opening + 1 : end]
    short = end >= 0 and words[end].end - words[end].start <= _MOST_WORK
    if opening <= 0 or not aside or not short or words[end].last != "," or aside.strip("NDn#oIA&.cQ") != "":
        return None
    return _head_of(words, opening, end + 1)


def _skip(words: Words, end: int) -> int:
    """Passes adverbs, auxiliaries, objects and times between subject and verb: `Okoro on Thursday also said`."""
    while end >= 0:
        kind = words.tags[end]
        if kind == "t" and end >= 1:
            end -= 2 if words[end - 1].low in ("on", "in", "last", "this", "late", "early") else 1
        elif kind in "AX" or words[end].low in ("both", "all") or words[end].low.endswith(("self", "selves")):
            end -= 1
        else:
            break
    return end


def _before_apposition(words: Words, mark: int) -> Phrase | None:
    """The subject before `, who joined in 2004,` or `, the minister,`: past the words between two commas or dashes."""
    closer = words.tags[mark]
    if closer == ")" or (closer == "," and words.tags[max(0, mark - 1)] == ")"):
        opening = words.tags.rfind("(", 0, mark)
        return before(words, opening) if opening > 0 else None
    opening = max(words.tags.rfind(closer, 0, mark), words.tags.rfind("Q", 0, mark))
    if opening < 0 or words.tags[opening] == "Q" or mark - opening > _MOST_APPOSITION:
        # "the company's head of affairs, Peter Okoro, said": no earlier comma, the phrase itself is the subject.
        return _ending(words, mark - 1) if mark and words[mark - 1].word else None
    if _is_name(words, opening + 1, mark) and opening and words.tags[opening - 1] != "N":
        return opening + 1, mark - 1  # "the harbour's pilot, Peter Okoro, said": the name says who
    return _head_of(words, _first_comma(words, opening, closer), mark)


def _first_comma(words: Words, opening: int, closer: str) -> int:
    """The mark that opens an apposition of several chunks: `, a lawyer, father and mayor,`."""
    while opening > 0 and words.tags[opening - 1] in "nG" and words[opening + 1].low == "and":
        further = max(words.tags.rfind(closer, 0, opening), words.tags.rfind("Q", 0, opening))
        if further < 0 or words.tags[further] == "Q":
            break
        opening = further
    return opening


def _head_of(words: Words, opening: int, mark: int) -> Phrase | None:
    """The phrase that an apposition between two marks belongs to."""
    if opening <= 0:
        return None
    if words.tags[opening - 1] == ")":
        return before(words, opening)
    if not words[opening - 1].word:
        return None
    found = _ending(words, opening - 1)
    if found and _introduction(words, found[0]) and words.tags[opening + 1] in "NDP":
        return _ending(words, mark - 1)  # "In Lagos, the mayor, said": what stands before is no subject
    return _named_before(words, found) if found else None


def _named_before(words: Words, found: Phrase) -> Phrase:
    """The name that a phrase stands in apposition to: `Rosa Winter, head of the agency, which funds it, said`."""
    comma = found[0] - 1
    if comma < 1 or words.tags[comma] != "," or words.tags[comma - 1] not in "N)" or words.tags[found[0]] == "N":
        return found
    named = before(words, comma + 1) if words.tags[comma - 1] == ")" else _ending(words, comma - 1)
    return named if named and not _introduction(words, named[0]) else found


def _introduction(words: Words, start: int) -> bool:
    return start > 0 and words.tags[start - 1] == "I" and not any(each in "VX" for each in words.tags[:start])


def _is_name(words: Words, start: int, end: int) -> bool:
    """Whether two words or more, all with capitals, stand between two commas."""
    return end - start > 1 and all(token.word and token.capital for token in words[start:end])


def _ending(words: Words, end: int) -> Phrase | None:
    """The noun phrase that ends at a token, relative clauses and opening phrases left out."""
    kind = words.tags[end]
    if kind == "P":
        return end, end
    if kind in "WT":
        return (end, end) if _antecedent(words, end) and not (kind == "T" and words.tags[end - 1] == ",") else None
    if kind in "EVXG":
        pronoun = relative(words, end)
        if pronoun is None:
            return None
    elif kind not in "NDn#)tI" or words[end].low in _POSSESSIVES or words[end].low in _ORDINALS:
        return None  # "their first confirmed contact": the form is an adjective
    found = region(words, end)
    return _trimmed(words, *found) if found else None


def _antecedent(words: Words, pronoun: int) -> Phrase | None:
    """What `who said` refers to: the phrase before it."""
    end = pronoun - 1
    if end >= 0 and words.tags[end] == ",":
        end -= 1
    if end < 0 or words.tags[end] not in "Nn)":
        return None
    if words.tags[end] == ")":
        return before(words, end + 1)
    return _ending(words, end)


def antecedents(words: Words) -> list[Phrase]:
    """The phrases that the relative clauses of a sentence are about: `came from Rosa Winter, who ...`."""
    found = (_antecedent(words, index) for index, token in enumerate(words) if token.low == "who")
    return [each for each in found if each]


def _trimmed(words: Words, start: int, end: int) -> Phrase | None:
    """The phrase itself: without what leads in, and without what hangs on behind a name."""
    while start < end and words.tags[start] in "cA.,":
        start += 1
    if words.tags[start] in "ItGoE" and not (words.tags[start] == "E" and words.tags[start + 1 : start + 2] == "n"):
        start = _after_opening(words, start, end)
    end = _cut(words, start, end)
    start = _listed_before(words, start, end)
    if words.tags[end] in "Io" or words[end].low in _NO_HEADS:
        return None
    return start, end


def _listed_before(words: Words, start: int, end: int) -> int:
    """Where a list of names begins whose last two a phrase holds: `The U.S., Britain and France`."""
    if words.tags[end] != "N" or not _PAIR.fullmatch(words.tags, start, end + 1):
        return start
    match = _LIST_BEFORE.search(words.tags[:start])
    return match.start() if match and words.tags[max(0, match.start() - 1) : match.start()] not in ("I", "o") else start


def _cut(words: Words, start: int, end: int) -> int:
    """Where a phrase ends: a name before `at the time`, anything before `obtained by`."""
    for index in range(start + 1, end + 1):
        kind, previous = words.tags[index], words.tags[index - 1]
        if kind == "t" and previous in "Nn" and words[index].low not in words[index - 1].low:
            return index - 1
        if kind in "EG" and previous in "Nn":
            return index - 1
        if kind in "IA" and previous == "N" and not any(each in "Io" for each in words.tags[start:index]):
            return index - 1
    while end > start and words.tags[end] in "AIo":
        end -= 1
    return end


def _after_opening(words: Words, start: int, end: int) -> int:
    """The subject after an opening phrase without a comma: `In an interview Okoro said`."""
    index = end
    while index > start and (words.tags[index] == "N" or words.tags[index] in ".&"):
        index -= 1
    if index < end:
        while index > start and words.tags[index] == "n":
            index -= 1  # "In Lagos foreign minister Peter Okoro said"
        return index if words.tags[index] == "D" and words[index].low in ("the", "a", "an") else index + 1
    for index in range(end, start, -1):
        if words.tags[index] == "D":
            return index
    return min(start + 1, end)


def opening(words: Words, limit: int, start: int = 0) -> Phrase | None:
    """The subject of the sentence's main clause, behind `In August,`, `Hours later,` or `Holding signs,`.

    Args:
        words: the sentence.
        limit: only words before this token count.
        start: only words from this token on count.
    """
    while start < limit and words.tags[start] in "c,-.)~":
        start += 1
    if start >= limit or words.tags[start] == "Q":
        return None
    if words.tags[start] in "SIG":
        comma = words.tags.find(",", start, limit)
        start = comma + 1 if comma >= 0 else start
    index = start
    while index < limit:
        if finite(words, index) and relative(words, index) is None:
            found = before(words, index)
            if found and found[0] >= start and _names(words, found):
                return found
        index += 1
    return _first_phrase(words, start, limit)


def _names(words: Words, phrase: Phrase) -> bool:
    return words[phrase[0]].low not in ("it", "there", "this", "that", "what", "these", "those")


def _first_phrase(words: Words, start: int, limit: int) -> Phrase | None:
    if start >= limit or not words[start].word or words[start].low in ("it", "there", "this", "that", "what"):
        return None
    if words.tags[start] == "G":
        return None
    phrase = (start, start) if words.tags[start] == "P" else after(words, start - 1)
    return phrase if phrase and phrase[1] < limit else None


def after(words: Words, verb: int) -> Phrase | None:
    """The subject that stands after a verb or `according to`: `said Anna Lindholm, the Swedish envoy`.

    Args:
        words: the sentence.
        verb: its token.
    """
    start = verb + 1
    while start < len(words) and (words.tags[start] in "AX"):
        start += 1
    if start >= len(words) or not words[start].word or words.tags[start] in "OSTtIc":
        return None
    if words.tags[start] in "PW":
        return (start, start) if words.tags[start] == "P" else None
    end = start
    while end + 1 < len(words) and _extends(words, start, end + 1):
        end += 1
    while end > start and (words[end].low in _INSIDE or words.tags[end] == "."):
        end -= 1
    return start, end


def _extends(words: Words, start: int, index: int) -> bool:  # noqa: PLR0911  a test a line
    kind, previous = words.tags[index], words.tags[index - 1]
    token, following = words[index], words.tags[index + 1 : index + 2]
    if token.text == QUOTE:
        return nickname(words, index)
    if kind == ",":
        return previous == "N" and _LIST_BEHIND.match(words.tags, index) is not None
    if not token.word:
        short = kind == "." and len(words[index - 1].text) <= _SHORT and previous == "N"
        return kind == "&" or (short and following == "N")
    if kind in "WTStXVAP":
        return False
    if kind in "Io":
        # "the head of the agency" and "a spokesperson for the ministry", but not "Lindholm at a briefing".
        named = previous == "N" and "N" in words.tags[start:index]
        inner = token.low in ("of", "for", "at", "in", "with", "from")
        return inner and following != "" and following in "NDn" and not (named and token.low != "of")
    if kind == "c":
        return following == "N" and previous == "N"
    if kind in "EG" and previous in "Nn":
        return False
    # A name is over when a small word follows it ("said Lindholm late on Monday"), unless that word is a role before
    # a name ("said Foreign Ministry spokesperson Li Wen") or the noun that the name describes ("a Courier report").
    if kind == "n" and previous == "N" and token.low not in _NOT_ROLES:
        return True
    return token.capital or kind == "#" or previous != "N" or token.low in _INSIDE or _role_before_name(words, index)


def _role_before_name(words: Words, index: int) -> bool:
    """Whether a small word and at most two more lead to a name: `Harbour campaign manager Rosa Winter`."""
    for place in range(index, min(index + 3, len(words) - 1)):
        token, following = words[place], words[place + 1]
        if words.tags[place] not in "nD" or token.low in _NO_ROLES:
            return False
        if following.capital:
            return words.tags[place + 1] != "t"
    return False
