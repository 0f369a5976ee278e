"""Who says it: the noun phrase before or after a cue, found without a parse."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from corpus_pkg.annotate.quotes.tokens import DASHES, QUOTE, Token
from corpus_pkg.annotate.quotes.verbs import LEMMAS

PRONOUNS = frozenset("he she they it i we you who".split())
AUXILIARIES = frozenset(
    "has have had having is are was were be been being will "
    "would could can may might must should did does do not never also "
    "then later once still again already just only even now further repeatedly reportedly recently previously earlier "
    "instead first soon often always once initially meanwhile hasn’t hasn't didn’t didn't wouldn’t wouldn't simply "
    "himself herself themselves itself both".split()
)
SUBORDINATORS = frozenset(
    "that when while as because if but although though whether where after before since so yet which until unless than "
    "whereas once".split()
)
PREPOSITIONS = frozenset(
    "in on at during after before with about from by via outside inside through amid under over following ahead "
    "despite without into against among since within upon to".split()
)
_INSIDE = frozenset("of for in at the and with from to on a an & de von van der al bin la le du".split())
_DETERMINERS = frozenset(
    "the a an his her their its my our your this that "
    "these those one another some several many two three four five six "
    "both other most few no any every all each".split()
)
_OBJECTS = frozenset("him her them me us reporters that it this journalists lawmakers".split())
_TIMES = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday today yesterday tonight week month year morning "
    "afternoon evening night january february march april may june july august september october november "
    "december".split()
)
_VERBISH = frozenset(
    "is are was were has have had does did will would can "
    "could may might must should went took made gave got came held "
    "met won lost ran set kept sent stood sat seems seeks goes comes makes takes gives gets plans needs appears "
    "led became remains remained began".split()
)
_NO_ADVERBS = frozenset(
    "daily weekly monthly quarterly ally family assembly reply supply anomaly monopoly bully fly".split()
)
_NOT_ROLES = frozenset("late early here there now then who this last next so as not".split())
_POSSESSIVES = frozenset("the a an his her its their my our your".split())
_ORDINALS = frozenset("first second third fourth fifth last next latest only newly same own".split())
_CLAUSE_MARKS = frozenset((",", ";", ":", "(", ")", "?", "!", ".", "[", "]")) | DASHES
_MOST_APPOSITION = 40
Phrase = tuple[int, int]
"""First and last token of a noun phrase."""


def before(tokens: Sequence[Token], verb: int) -> Phrase | None:
    """The subject that stands before a verb: `Lindholm later said`, `Okoro, who joined in 2004, said`."""
    end = verb - 1
    while end >= 0 and _adverbial(tokens[end]):
        end -= 1
    end = _skip_time(tokens, end)
    while end >= 0 and _adverbial(tokens[end]):
        end -= 1
    if end < 0 or tokens[end].text == QUOTE:
        return None
    if tokens[end].text in _CLAUSE_MARKS:
        return _before_apposition(tokens, end)
    return _noun_phrase_ending(tokens, end)


def _adverbial(token: Token) -> bool:
    adverb = token.low.endswith("ly") and not token.capital and token.low not in _NO_ADVERBS
    return token.low in AUXILIARIES or adverb


def _skip_time(tokens: Sequence[Token], end: int) -> int:
    """Passes `on Thursday` and `Thursday` between subject and verb."""
    if end >= 1 and tokens[end].low in _TIMES:
        return end - 2 if tokens[end - 1].low in ("on", "in", "last", "this") else end - 1
    return end


def _before_apposition(tokens: Sequence[Token], mark: int) -> Phrase | None:
    """The subject before `, who joined in 2004,` or `, the minister,`: the words between two commas or dashes."""
    closer = tokens[mark].text
    if closer == ")":
        opening = _last(tokens, mark, lambda token: token.text == "(")
        return before(tokens, opening) if opening > 0 else None
    if closer not in (",", *DASHES):
        return None
    same = DASHES if closer in DASHES else frozenset((",",))
    opening = _last(tokens, mark, lambda token: token.text in same or token.text == QUOTE)
    if opening < 0 or tokens[opening].text == QUOTE or mark - opening > _MOST_APPOSITION:
        # "the company's head of affairs, Peter Okoro, said": no earlier comma, the phrase itself is the subject.
        return _noun_phrase_ending(tokens, mark - 1) if mark and tokens[mark - 1].word else None
    if _is_name(tokens, opening + 1, mark) and opening and not tokens[opening - 1].capital:
        return opening + 1, mark - 1  # "the harbour's pilot, Peter Okoro, said": the name says who
    while opening > 0 and _continues(tokens, opening):
        further = _last(tokens, opening, lambda token: token.text in same or token.text == QUOTE)
        if further < 0 or tokens[further].text == QUOTE:
            break
        opening = further
    if opening > 0 and tokens[opening - 1].word:
        return _noun_phrase_ending(tokens, opening - 1)
    return None


def _is_name(tokens: Sequence[Token], start: int, end: int) -> bool:
    """Whether two words or more, all with capitals, stand between two commas."""
    return end - start > 1 and all(token.word and token.capital for token in tokens[start:end])


def _continues(tokens: Sequence[Token], opening: int) -> bool:
    """Whether the chunk after a comma belongs to a longer apposition (`, a lawyer, father and mayor,`)."""
    return tokens[opening - 1].word and not tokens[opening - 1].capital and tokens[opening + 1].low == "and"


def _last(tokens: Sequence[Token], until: int, wanted: Callable[[Token], bool]) -> int:
    for index in range(until - 1, -1, -1):
        if wanted(tokens[index]):
            return index
    return -1


def _noun_phrase_ending(tokens: Sequence[Token], end: int) -> Phrase | None:
    """The noun phrase whose last token is `end`: back to the boundary of its clause, then trimmed from the left."""
    if tokens[end].low in PRONOUNS:
        return _relative(tokens, end) if tokens[end].low in ("who", "which") else (end, end)
    if tokens[end].low in SUBORDINATORS | _POSSESSIVES or not tokens[end].word:
        return None  # "their first confirmed contact": the form is an adjective
    start = end
    while start > 0 and not _boundary(tokens, start - 1, end):
        start -= 1
    start = _trim_left(tokens, start, end)
    if start > end or tokens[end].low in _ORDINALS:
        return None
    return start, end


def _relative(tokens: Sequence[Token], who: int) -> Phrase | None:
    """What `who said` refers to: the phrase before it."""
    end = who - 1
    if end >= 0 and tokens[end].text == ",":
        end -= 1
    return _noun_phrase_ending(tokens, end) if end >= 0 and tokens[end].word else None


def _boundary(tokens: Sequence[Token], index: int, end: int) -> bool:
    token = tokens[index]
    if token.text == QUOTE:
        # A nickname inside a name (Peter “Shorty” Okoro) is part of it.
        return not (index > 0 and tokens[index - 1].capital and tokens[index + 1].capital and index + 1 <= end)
    if not token.word:
        return not (token.text == "&" or (token.text == "." and len(tokens[index - 1].text) <= 4 and index > 0))  # noqa: PLR2004  "Sen."
    if token.low in ("who", "whom", "whose") or token.low in SUBORDINATORS:
        return True
    if token.low in _VERBISH and not token.capital:
        return True
    return token.text in LEMMAS and not token.capital


def _trim_left(tokens: Sequence[Token], start: int, end: int) -> int:
    while start < end and tokens[start].low in (
        "and",
        "but",
        "or",
        "so",
        "yet",
        "then",
        "meanwhile",
        "however",
        "still",
    ):
        start += 1
    if tokens[start].low in PREPOSITIONS or tokens[start].low in _TIMES:
        return _after_opening(tokens, start, end)
    # "They believe the Smith campaign said": what precedes the last determiner after a verb is another clause.
    for index in range(end, start, -1):
        if tokens[index].low.endswith("ed") and not tokens[index].capital and tokens[index - 1].capital and index < end:
            return index + 1
    return start


def _after_opening(tokens: Sequence[Token], start: int, end: int) -> int:
    """The subject after an opening phrase without a comma: `In an interview Trump said`."""
    if tokens[end].low in PRONOUNS:
        return end
    index = end
    while index > start and (tokens[index].capital or tokens[index].text in (".", "&")):
        index -= 1
    if index < end:
        return index + 1
    for index in range(end, start, -1):
        if tokens[index].low in _DETERMINERS:
            return index
    return start + 1


def after(tokens: Sequence[Token], verb: int) -> Phrase | None:
    """The subject that stands after a verb or `according to`: `said Anna Lindholm, the Swedish envoy`."""
    start = verb + 1
    while start < len(tokens) and _adverbial(tokens[start]):
        start += 1
    if start >= len(tokens) or tokens[start].text == QUOTE or not tokens[start].word:
        return None
    if tokens[start].low in _OBJECTS or tokens[start].low in SUBORDINATORS or tokens[start].low in _TIMES:
        return None
    if tokens[start].low in PRONOUNS:
        return start, start
    if tokens[start].low in PREPOSITIONS:
        return None
    return _noun_phrase_starting(tokens, start)


def _noun_phrase_starting(tokens: Sequence[Token], start: int) -> Phrase | None:
    end = start
    while end + 1 < len(tokens) and _extends(tokens, start, end + 1):
        end += 1
    while end > start and tokens[end].low in _INSIDE | {"."}:
        end -= 1
    return start, end


def _role_before_name(tokens: Sequence[Token], index: int) -> bool:
    """Whether a small word and at most two more lead to a name: `Harbour campaign manager Rosa Winter`."""
    for place in range(index, min(index + 3, len(tokens) - 1)):
        token, following = tokens[place], tokens[place + 1]
        if not token.word or token.capital or token.low in _NOT_ROLES | _VERBISH | PREPOSITIONS | _INSIDE:
            return False
        if token.low in LEMMAS or token.low.endswith("ed") or _adverbial(token):
            return False
        if following.capital:
            return following.low not in _TIMES
    return False


def _extends(tokens: Sequence[Token], start: int, index: int) -> bool:  # noqa: PLR0911  a test a line
    token, following = tokens[index], tokens[index + 1] if index + 1 < len(tokens) else None
    if token.text == QUOTE:
        return tokens[index - 1].capital and following is not None and following.capital
    if not token.word:
        short = token.text == "." and len(tokens[index - 1].text) <= 4 and tokens[index - 1].capital  # noqa: PLR2004  "Sen."
        return token.text == "&" or (short and following is not None and following.capital)
    if token.low in ("who", "which", "whose") or token.low in SUBORDINATORS or token.low in _TIMES:
        return False
    if token.low in PREPOSITIONS | {"for", "of"}:
        # "the head of the agency" and "a spokesperson for the ministry", but not "Lindholm at a briefing".
        named = tokens[index - 1].capital and any(each.capital for each in tokens[start:index])
        inner = token.low in ("of", "for", "at", "in", "with", "from")
        return (
            inner
            and following is not None
            and (following.capital or following.low in _DETERMINERS)
            and not (named and token.low != "of")
        )
    if token.low in ("and", "or"):
        return following is not None and following.capital and tokens[index - 1].capital
    if token.low in _VERBISH or _adverbial(token):
        return False
    # A name is over when a small word follows it ("said Lindholm late on Monday"), unless that word is a role before
    # a name ("said Foreign Ministry spokesperson Li Wen").
    role = _role_before_name(tokens, index)
    return token.capital or token.text[0].isdigit() or not tokens[index - 1].capital or token.low in _INSIDE or role
