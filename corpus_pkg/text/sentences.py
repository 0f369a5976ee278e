"""Sentences of news text: none breaks inside a quotation, at an abbreviation, an initial or a decimal."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from corpus_pkg.model.annotations import Span
from corpus_pkg.text.paragraphs import trimmed
from corpus_pkg.text.quotation_marks import Stretch

_TITLES = (
    "Mr Mrs Ms Dr Prof Rev Fr Sr Jr St Sen Sens Rep Reps Gov Govs Gen Lt Col Maj Capt Cmdr Sgt Cpl Pvt Adm Hon Pres "
    "Amb Messrs Mmes Mme Mlle Supt Insp Det"
)
_OTHERS = (
    "Inc Corp Co Ltd Bros Assn Dept Univ Mt Ft Ave Blvd Rd No Nos vs v etc al ca cf pp p vol ed eds approx est "
    "Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec Mon Tue Tues Wed Thu Thur Thurs Fri Sat Sun "
    "Ala Ariz Ark Calif Colo Conn Del Fla Ga Ill Ind Kan Ky La Md Mass Mich Minn Miss Mo Mont Neb Nev Okla Ore Pa Penn "
    "Tenn Tex Va Vt Wash Wis Wyo"
)
_ALWAYS = frozenset(_TITLES.split()) | {"vs", "v", "No", "Nos", "Mt", "Ft", "cf", "ca", "approx", "al"}
_SOMETIMES = frozenset(_OTHERS.split()) - _ALWAYS
_END = re.compile(r"(?<![.!?…])[.!?…]+[)\]’”\"'»]*(?=\s)")
_WORD_BEFORE = re.compile(r"[^\s(\[“‘\"'—–]+\Z")
_ACRONYM = re.compile(r"(?:[A-Za-z]\.)+[A-Za-z]\Z")
_NEXT = re.compile(r"\s+([“‘„«\"'(\[`]*)(\S+)")
_STARTERS = frozenset(
    "The A An In On At It He She They We I You This That These Those But And So Yet Or If When While As After Before "
    "Since For From With By There Here His Her Their Its Our My What Who How Why Where Both Some Many Most All No Not "
    "Meanwhile However Earlier Later Now Then Last Next Officials Police Analysts Asked".split()
)
_SPEECH = re.compile(
    r"\s*(?:[\w.’'-]+\s+){0,5}?(?:said|says|asked|asks|wondered|wrote|told|added|replied|shouted|cried|exclaimed|"
    r"demanded|joked|quipped|tweeted)\b"
)
# “...,” is what should stand before a reporting clause; “....” Okoro said. stands there often enough.
_TAG = re.compile(
    r"\s+(?:[A-Z][\w.’'-]+\s+){1,3}(?:said|says|added|wrote|tweeted)(?: (?:on|in|at|to|during) [^.]{0,40})?\.(?=\s|\Z)"
)
_WINDOW = 120
_CLOSING = "”\"'’»)]"


def sentences(text: str, paragraphs: Sequence[Span], stretches: Sequence[Stretch]) -> list[Span]:
    """The sentences of a text, in order; none crosses a paragraph.

    Args:
        text: normalised text.
        paragraphs: its paragraphs.
        stretches: its quoted stretches: what they hold is opaque.
    """
    result: list[Span] = []
    outer = iter([each for each in stretches if each.depth == 0])
    pending: Stretch | None = next(outer, None)
    for paragraph in paragraphs:
        own = []
        while pending is not None and pending.open < paragraph.end:
            own.append(pending)
            pending = next(outer, None)
        start = paragraph.start
        for end in _ends(text, paragraph, own):
            span = trimmed(text, start, end)
            if span.start < span.end:
                result.append(span)
            start = end
        last = trimmed(text, start, paragraph.end)
        if last.start < last.end:
            result.append(last)
    return result


def _ends(text: str, paragraph: Span, stretches: Sequence[Stretch]) -> Iterator[int]:
    """Where sentences end inside a paragraph, its own end left out."""
    position = paragraph.start
    for stretch in [*stretches, None]:
        until = stretch.open if stretch else paragraph.end
        for match in _END.finditer(text, position, until):
            if match.end() < paragraph.end and _breaks(text, match.start(), match[0], match.end(), paragraph.end):
                yield match.end()
        if stretch:
            position = stretch.close
            if _breaks_after(text, stretch, paragraph.end):
                yield stretch.close


def _breaks(text: str, dot: int, mark: str, end: int, limit: int) -> bool:
    following = _NEXT.match(text, end, min(limit, end + _WINDOW))
    if following is None:
        return False
    word = following[2]
    first = word.lstrip("“‘„«\"'([`")[:1]
    if first.islower():
        return False
    if not mark.startswith(".") or mark.startswith(".."):
        return first.isupper() or first.isdigit() or bool(following[1])
    before = _WORD_BEFORE.search(text, max(0, dot - 40), dot)
    return _full_stop(before[0] if before else "", word.strip(",.;:”’\"'"))


def _full_stop(before: str, after: str) -> bool:
    """Whether the dot after `before` ends a sentence, when a capital, digit or mark follows."""
    if before in _ALWAYS:
        return False
    if before in _SOMETIMES or _ACRONYM.match(before):
        return after in _STARTERS
    # A single capital is an initial ("John F. Kennedy").
    return not (len(before) == 1 and before.isupper() and before != "I")


def _breaks_after(text: str, stretch: Stretch, limit: int) -> bool:
    """Whether a sentence ends with the closing mark of a quotation."""
    if not stretch.closed or stretch.close >= limit:
        return False
    inside = text[stretch.start : stretch.end].rstrip().rstrip(_CLOSING)[-1:]
    following = _NEXT.match(text, stretch.close, min(limit, stretch.close + _WINDOW))
    if following is None or inside not in ".?!…" or inside == "" or following[2][0] in "—–―-":
        return False
    first = (following[2].lstrip("“‘„«\"'([`"))[:1]
    if first.islower():
        return False
    if inside == "." and not following[1]:
        return not _TAG.match(text, stretch.close, min(limit, stretch.close + _WINDOW))
    return bool(following[1]) or not _SPEECH.match(text, stretch.close, min(limit, stretch.close + _WINDOW))
