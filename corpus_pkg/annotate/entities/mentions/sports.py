"""Clubs that go by the name of their city, in reports of sport: `Norwood beat Castleton 2-1`.

National teams keep the name and the type of their country.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from corpus_pkg.annotate.entities.mentions.draft import Draft, Named
from corpus_pkg.annotate.gazetteer import countries

_SPORT = re.compile(
    r"\b(?:soccer|football|footballer|rugby|cricket|hockey|baseball|basketball|league|cup|match|matches|goal|goals|"
    r"goalkeeper|striker|midfielder|defender|winger|coach|season|playoffs?|quarterback|touchdown|innings?|wickets?|"
    r"pitcher|homer|homers|inning|halftime|half-time|semifinals?|semi-finals?|quarterfinals?|champions|championship|"
    r"standings|stadium|kickoff|referee|penalty|teammates?|scored|nets|puck|batting|tournament|games?|teams?|played|nba|nfl|nhl)\b",
    re.IGNORECASE,
)
_LEAST_WORDS = 4
_NAME = r"[A-ZÀ-Ý][\w.'’&-]*(?: (?:[A-ZÀ-Ý][\w.'’&-]*|de|of|la|und|&)){0,3}"
# Lines of results and of standings: names and scores, or a name and a row of numbers.
_RESULT = re.compile(
    rf"^[ \t]*({_NAME})[ ,]+\d{{1,3}}(?: \(\d+\))?[ ,]+({_NAME})[ ,]+\d{{1,3}}(?: ?\([^)\n]*\))?[ \t]*$", re.MULTILINE
)
_FIXTURE = re.compile(rf"^[ \t]*({_NAME}) (?:at|v\.?|vs\.?|versus|-) ({_NAME})(?: ?\([^)\n]*\))?[ \t]*$", re.MULTILINE)
_STANDING = re.compile(
    rf"^[ \t]*(?:\d{{1,2}}\. ?)?({_NAME})(?:[ \t]+[-+.]?\d[\d.:/-]*){{3,}}(?: -)?[ \t]*$", re.MULTILINE
)
_PLAYER = re.compile(rf"({_NAME}) ?\( ?({_NAME}|[A-Z]{{3}}) ?\)")
_BEATS = (
    r"(?:beat|beats|defeated|edged|thrashed|crushed|routed|outscored|stunned|downed|blanked|swept|trounced|hammered|drew|"
    r"hosts?|hosted|visits?|faces?|trails?|trailed|leads?|led|clinched|drafted|acquired)"
)
_BEATEN = re.compile(
    rf"(?<!\w)([A-Z][\w’'-]+(?: [A-Z][\w’'-]+)?) {_BEATS} ([A-Z][\w’'-]+(?: [A-Z][\w’'-]+)?)(?= \d|[ ,.;])"
)
_ACTS = re.compile(
    rf" {_BEATS} (?:with |by |the |\d)?|['’]s? (?:\d+-\d+|[Ww]in|victory|defeat|loss|goal|coach|striker|captain|bench|"
    r"offense|defense|attack|bullpen|goalkeeper|manager|scoring|lineup)\b| (?:striker|midfielder|defender|goalkeeper|"
    r"coach|manager|captain|winger|quarterback|pitcher|forward|guard|center|centre|fans|player|players|skipper|"
    r"catcher|outfielder|shortstop|fullback|halfback|scrum-half)\b| (?:won|lost|scored|equalised|conceded|rallied) "
)
_OPPOSED = re.compile(
    r"\b(?:beat|beats|beating|defeated|defeating|edged|thrashed|crushed|routed|stunned|downed|blanked|swept|trounced|"
    r"hammered|against|versus|vs\.?|lost to|win over|won over|victory over|triumph over|defeat of|lead over|drew with|"
    r"draw with|defeat by|loss to|defeat to|beaten by|host to|visitors|hosts|leaders|champions|rivals|for the)"
    r"[ \n]\Z"
)
_INITIAL = re.compile(r"[A-Z]\. ")
_PLACED = re.compile(r"\b(?:in|near|from|outside|around|of|to)[ \n]\Z", re.IGNORECASE)


def settle_clubs(draft: Draft) -> None:
    """Gives places that play the type of bodies, where the article is a report of sport."""
    if len({each.lower() for each in _SPORT.findall(draft.text)}) < _LEAST_WORDS:
        return
    for start, end in _listed(draft.text):
        _mark(draft, start, end, "ORG")
    for match in _BEATEN.finditer(draft.text):
        _pair(draft, match.span(1), match.span(2))
    clubs = {draft.surface(each) for each in draft if each.type in ("LOC", "PERSON") and _plays(draft, each)}
    for each in draft:
        if each.type == "LOC" and draft.surface(each) in clubs and not _placed(draft, each):
            draft.retype(each, "ORG")
    for match in _PLAYER.finditer(draft.text):
        code = draft.at(*match.span(2)) if len(match[2]) == 3 and match[2].isupper() else None  # noqa: PLR2004  GBR, KEN
        if code is not None:
            draft.retype(code, "LOC")
        if match[2] in countries() or code is not None or _INITIAL.match(match[1]):
            _mark(draft, *match.span(1), "PERSON")


def _pair(draft: Draft, one: tuple[int, int], two: tuple[int, int]) -> None:
    """Marks the club in a result whose opponent is marked as a place or a body: `Norwood beat Castleton 2-1`."""
    for known, other in ((draft.at(*one), two), (draft.at(*two), one)):
        if (
            known is not None
            and known.type in ("LOC", "ORG")
            and all(
                each.type == "MISC" or (each.type == "PERSON" and not _full(draft, each))
                for each in draft.meeting(*other)
            )
        ):
            _mark(draft, *other, "ORG")


def _full(draft: Draft, named: Named) -> bool:
    """Whether the text gives a person's name in full."""
    surname = draft.surface(named)
    return any(each.type == "PERSON" and draft.surface(each).endswith(" " + surname) for each in draft)


def _mark(draft: Draft, start: int, end: int, kind: str) -> None:
    name = draft.text[start:end]
    if _national(draft, name) or not any(each.islower() for each in name):
        return
    met = draft.meeting(start, end)
    if not met or all(start <= each.start and each.end <= end for each in met):
        draft.put(Named(start, end, "ORG" if kind == "ORG" else "PERSON", met[0].label if met else None, "rule"))


def _national(draft: Draft, name: str) -> bool:
    """Whether a name is of a country or the like, whose teams go by it, or of anything else that is no club."""
    place = draft.gazetteer.get(name, "LOC")
    return draft.gazetteer.type_of(name) is not None or (place is not None and place.kind not in ("city", "capital"))


def _listed(text: str) -> Iterator[tuple[int, int]]:
    """The clubs in lines of results, fixtures and standings."""
    for pattern in (_RESULT, _FIXTURE, _STANDING):
        for match in pattern.finditer(text):
            for group in range(1, pattern.groups + 1):
                yield match.span(group)


def _plays(draft: Draft, named: Named) -> bool:
    """Whether what stands around a place says that it plays."""
    if named.type != "LOC" or _national(draft, draft.surface(named)):
        return False
    before = draft.text[max(0, named.start - 30) : named.start]
    if _PLACED.search(before):
        return False
    return bool(_OPPOSED.search(before) or _ACTS.match(draft.text, named.end))


def _placed(draft: Draft, named: Named) -> bool:
    return bool(_PLACED.search(draft.text[max(0, named.start - 12) : named.start]))
