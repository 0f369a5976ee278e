"""Clubs that go by the name of their city, in reports of sport: `Norwood beat Castleton 2-1`.

National teams keep the name and the type of their country.
"""

from __future__ import annotations

import re
from itertools import pairwise

from corpus_pkg.annotate.entities.mentions.draft import Draft, Named
from corpus_pkg.annotate.entities.mentions.scores import clubs_listed, players_listed, scorers_listed
from corpus_pkg.annotate.gazetteer import countries
from corpus_pkg.model.vocabulary import EntityType

_SPORT = frozenset(
    "soccer football footballer rugby cricket hockey baseball basketball league cup match matches goal goals "
    "goalkeeper striker midfielder defender winger coach season playoff playoffs quarterback touchdown inning innings "
    "wicket wickets pitcher homer homers halftime half-time semifinal semifinals semi-final semi-finals quarterfinal "
    "quarterfinals champions championship standings stadium kickoff referee penalty teammate teammates scored nets "
    "puck batting tournament game games team teams played nba nfl nhl".split()
)
_TERM = re.compile(r"(?:half-time|semi-finals?)\b|\w+")
_LEAST_WORDS = 4
_WORD = r"[A-ZÀ-Ý][\w’'-]+"
_BEATS = (
    r"(?:beat|beats|defeated|edged|thrashed|crushed|routed|outscored|stunned|downed|blanked|swept|trounced|hammered|drew|"
    r"hosts?|hosted|visits?|faces?|trails?|trailed|leads?|led|clinched|drafted|acquired)"
)
_BEATEN = re.compile(rf"(?<!\w)({_WORD}(?: {_WORD})?) {_BEATS} ({_WORD}(?: {_WORD})?)(?= \d|[ ,.;])")
# What clubs have before or behind the name of their city.
_CLUB = re.compile(
    rf"(?<![\w’'-])(?:(?:Real|Atletico|Deportivo|Sporting|Dynamo|Dinamo|Spartak|CSKA|Lokomotiv|Inter|AC|AS|FC|SC|SV|"
    rf"VfB|Borussia|Bayern|Olympique|Racing|Athletic|Steaua) {_WORD}|{_WORD} (?:United|City|Rovers|Wanderers|Albion|"
    r"Rangers|Hotspur|Villa|Forest|Wednesday|Athletic|FC))(?![\w-])"
)
# "The Norwood Falcons".
_NICKNAME = re.compile(r" [A-Z][a-z]+s(?![\w’'-])")
_ACTS = re.compile(
    rf" {_BEATS} (?:with |by |the |\d)?|['’]s? (?:\d+-\d+|[Ww]in|victory|defeat|loss|goal|coach|striker|captain|bench|"
    r"offense|defense|attack|bullpen|goalkeeper|manager|scoring|lineup)\b| (?:striker|midfielder|defender|goalkeeper|"
    r"coach|manager|captain|winger|quarterback|pitcher|forward|guard|center|centre|fans|player|players|skipper|"
    r"catcher|outfielder|shortstop|fullback|halfback|scrum-half)\b| (?:won|lost|scored|equalised|conceded|rallied) "
)
_OPPOSED = re.compile(
    r"\b(?:beat|beats|beating|defeated|defeating|edged|thrashed|crushed|routed|stunned|downed|blanked|swept|trounced|"
    r"hammered|against|versus|vs\.?|lost to|win over|won over|victory over|triumph over|defeat of|lead over|drew with|"
    r"draw with|defeat by|loss to|defeat to|beaten by|held by|host to|visitors|hosts|leaders|champions|rivals|for the)"
    r"[ \n]\Z"
)
_INITIAL = re.compile(r"[A-Z]\. ")
_CODE = re.compile("[A-Z]{3}")
_PLACED = re.compile(r"\b(?:in|near|from|outside|around|of|to)[ \n]\Z", re.IGNORECASE)
_LISTED = re.compile(r"[ ]?,[ \n]|[ ]?,?[ \n]and[ \n]")
_NATIONS = frozenset(["England", "Scotland", "Wales", "Northern Ireland"])
_REACH = 30


def settle_clubs(draft: Draft) -> None:
    """Gives places that play the type of bodies, where the article is a report of sport."""
    if len(_SPORT.intersection(_TERM.findall(draft.text.lower()))) < _LEAST_WORDS:
        return
    for start, end in clubs_listed(draft.text):
        _mark(draft, start, end, "ORG")
    for match in _CLUB.finditer(draft.text):
        if not _PLACED.search(draft.text, max(0, match.start() - _REACH), match.start()):
            _mark(draft, *match.span(), "ORG")
    for each in list(draft):
        nickname = _NICKNAME.match(draft.text, each.end) if _city(draft, each) else None
        if nickname is not None:
            _mark(draft, each.start, nickname.end(), "ORG")
    for match in _BEATEN.finditer(draft.text):
        _pair(draft, match.span(1), match.span(2))
    _settle_prose(draft)
    _settle_players(draft)


def _settle_prose(draft: Draft) -> None:
    clubs = {draft.surface(each) for each in draft if _plays(draft, each)}
    for one, two in pairwise(list(draft)):
        # "Norwood, Castleton and Harrow all won": what holds of one of a list holds of all.
        club = one.type == "ORG" or draft.surface(one) in clubs
        if club and _LISTED.fullmatch(draft.text, one.end, two.start) and _city(draft, two):
            clubs.add(draft.surface(two))
    for each in draft:
        if each.type == "LOC" and draft.surface(each) in clubs and not _placed(draft, each):
            draft.retype(each, "ORG")


def _settle_players(draft: Draft) -> None:
    for player, brackets in players_listed(draft.text):
        inside = draft.text[slice(*brackets)]
        code = draft.at(*brackets) if _CODE.fullmatch(inside) else None
        if code is not None:
            draft.retype(code, "LOC")
        if inside in countries() or code is not None or _INITIAL.match(draft.text, player[0]):
            _mark(draft, *player, "PERSON")
    for scorer in scorers_listed(draft.text):
        _mark(draft, *scorer, "PERSON")


def _pair(draft: Draft, one: tuple[int, int], two: tuple[int, int]) -> None:
    """Marks the club in a result whose opponent is marked as a place or a body: `Norwood beat Castleton 2-1`."""
    for known, other in ((draft.at(*one), two), (draft.at(*two), one)):
        if known is not None and known.type in ("LOC", "ORG") and all(_open(draft, e) for e in draft.meeting(*other)):
            _mark(draft, *other, "ORG")


def _open(draft: Draft, named: Named) -> bool:
    """Whether a name may yet be a club's: no place, no body, and no person whose full name the text gives."""
    if named.type == "PERSON":
        surname = " " + draft.surface(named)
        return not any(each.type == "PERSON" and draft.surface(each).endswith(surname) for each in draft)
    return named.type == "MISC"


def _mark(draft: Draft, start: int, end: int, kind: EntityType) -> None:
    name = draft.text[start:end]
    if _national(draft, name) or (name.isupper() and not draft.meeting(start, end)):
        return
    met = draft.meeting(start, end)
    if not met or all(start <= each.start and each.end <= end + 3 for each in met):
        draft.put(Named(start, end, kind, met[0].label if met else None, "rule"))


def _national(draft: Draft, name: str) -> bool:
    """Whether a name is of a country or the like, whose teams go by it, or of anything else that is no club."""
    place = draft.gazetteer.get(name, "LOC")
    club = place is None or place.kind in ("city", "capital", "state")
    return name in _NATIONS or draft.gazetteer.type_of(name) is not None or not club


def _city(draft: Draft, named: Named) -> bool:
    return named.type == "LOC" and not _national(draft, draft.surface(named)) and not _placed(draft, named)


def _plays(draft: Draft, named: Named) -> bool:
    """Whether what stands around a place says that it plays."""
    if not _city(draft, named):
        return False
    before = draft.text[max(0, named.start - _REACH) : named.start]
    return bool(_OPPOSED.search(before) or _ACTS.match(draft.text, named.end))


def _placed(draft: Draft, named: Named) -> bool:
    return draft.is_fixed(named) or _PLACED.search(draft.text, max(0, named.start - _REACH), named.start) is not None
