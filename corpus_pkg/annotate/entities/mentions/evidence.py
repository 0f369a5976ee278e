"""Which type a name has: what the model, its own words and what stands around it say, weighed over the text."""

from __future__ import annotations

import re
from collections import Counter, defaultdict

from corpus_pkg.annotate.entities.given_names import GIVEN_NAMES
from corpus_pkg.annotate.entities.mentions.draft import Draft, Named
from corpus_pkg.annotate.entities.mentions.heads import head_type
from corpus_pkg.annotate.entities.names import fold
from corpus_pkg.model.vocabulary import EntityType

# How much a witness weighs beside one label of the model.
_HEAD = 4.0
_GIVEN_NAME = 1.5
_SURE = 3.0
_KNOWN = 1.5
_HINT = 0.7
_PLACE = 1.2

_PLACE_BEFORE = re.compile(
    r"\b(?:village|town|city|municipality|district|province|port|suburb|hamlet|commune|region|island|county|parish|"
    r"state|department|département|capital|mayor|governor|bishop|archbishop|residents|"
    r"outskirts|streets|suburbs|people|resort|borough) of[ \n]\Z"
)
_PLACE_BEHIND = re.compile(
    r"(?:,? (?:is|was) (?:a|an|the)(?: [\w-]+){0,3}? |, (?:a|an|the)(?: [\w-]+){0,3}? )"
    r"(?:village|town|city|municipality|district|province|port|suburb|hamlet|commune|region|island|county|river|capital|"
    r"settlement|neighbourhood|neighborhood|resort|township)\b"
    r"|-based\b| (?:province|district|region|county|prefecture|airport|suburb|peninsula)\b"
)
_IN_STATE = re.compile(r", ([A-Z][\w.]+(?: [A-Z][\w.]+)?)(?=[,.;:)\n]| [a-z(]|\Z)")
_IN = re.compile(
    r"\b(?:[Ii]n|[Nn]ear|[Oo]utside|[Tt]hroughout|[Aa]cross|[Aa]round|southern|northern|eastern|western|central)[ \n]"
    r"(?:[A-Z]\w+(?:, [A-Z]\w+){0,3},? and )?\Z"
)
# "Confidence in Okoro", "a stake in Harland": no place.
_TRUST = re.compile(
    r"\b(?:confidence|trust|faith|belie\w+|interest\w*|invest\w*|stake|shares?|holding|share|role|part|disappointed)"
    r" in[ \n]\Z"
)
_POSSESSIVE = re.compile(r" ?[’']s|[ \n]v\.?[ \n]")
_TO = re.compile(r"\b(?:from|to|at|of|towards?|into)[ \n]\Z")
_PERSON_BEFORE = re.compile(
    r"\b(?:Mr|Mrs|Ms|Dr|Sir|Lord|Lady|Sen|Rep|Gov|Prof|Gen|Col|[Pp]resident|[Mm]inister|[Cc]hancellor|[Ss]enator|"
    r"[Ss]pokesman|[Ss]pokeswoman|[Ss]pokesperson|[Gg]overnor|[Mm]ayor|[Gg]eneral|[Jj]udge|[Pp]rofessor|[Cc]hairman|"
    r"[Cc]oach|[Cc]aptain|[Aa]nalyst|[Ee]conomist|[Ss]triker|[Mm]idfielder|[Dd]efender|[Gg]oalkeeper|brother|sister|"
    r"wife|husband|son|daughter|father|mother|actor|actress|singer|author|composer|songwriter|guitarist|drummer|"
    r"vocalist|writer|director|producer|footballer|businessman|lawyer|attorney|lawmaker|chief|envoy|founder|CEO|"
    r"[Ss]ecretary|[Aa]mbassador|candidate|historian|scientist|researcher|pitcher|quarterback|champion|boss|"
    r"(?<!market )(?<!industry )leader|prosecutor|activist|nominee|suspect)\.?[ \n]\Z"
)
_PERSON_BEHIND = re.compile(
    r",? (?:who|whose)\b|, (?:aged )?\d\d?,|, (?:his|her) |,? himself\b|,? herself\b"
    r"|, (?:the )?(?:\w+ ){0,2}"
    r"(?:chairman|spokesman|spokeswoman|president|director|analyst|economist|minister|professor|captain|coach|head|"
    r"leader)\b"
    r"| \((?:born |\d\d?\))| (?:was|is) (?:a|an)(?: [\w-]+){0,3} "
    r"(?:politician|player|footballer|singer|actor|actress|writer|poet|composer|lawyer|businessman|guitarist|pitcher)\b"
)
_SPEAKS = re.compile(
    r" (?:said|says|told|tells|added|adds|recalled|recalls|explained|explains|insisted|insists|argued|argues|admitted|"
    r"admits|warned|warns|wrote|writes|thinks|believes|laughed|laughs|grew up|was born|died|married)\b"
)
_ACTS = re.compile(
    r" ?[’']s\b|[ \n](?:has|had|is|was|will|would|may|might|can|could|said|says|told|rose|fell|won|lost|made|makes|"
    r"met|paid|sold|bought|plans|wants|owns|hopes|expects|\w+ed)\b"
)
_SPOKEN = re.compile(r"\b(?:said|says|added|recalled|explained)[ \n]\Z")
# "Said Hale." and "said Hale in Norwood", but not "said Norwood was lost".
_CLOSES = re.compile(r"[.,;:”\"’\n)]|\Z|[ ](?:in|on|at|of|from|after|during|who)\b")
_BODY_BEFORE = re.compile(
    r"\b(?:company|firm|bank|group|band|club|team|newspaper|daily|weekly|magazine|broadcaster|airline|carmaker|maker|"
    r"label|party|union|manufacturer|retailer|subsidiary|unit|agency|website|site|network|giant|conglomerate|parent|"
    r"rival|rivals|supplier|operator|startup|start-up|shares (?:of|in)|stake in|acquisition of|merger with|"
    r"(?i:analysts?|economists?|strategists?|traders?|brokers|researchers?|executives?|lawyers) (?:at|with))[ \n]\Z"
)
_BODY_BEHIND = re.compile(
    r" (?:Inc|Corp|Co|Ltd|Plc|PLC|plc|AG|SA|NV|GmbH|Group)\b| <[A-Z.]+>"
    r"|, (?:founded|owned|run|led|headquartered|based|listed|controlled) (?:by|in|at)\b"
    r"|['’]s? (?:shares|stock|board|subsidiary|parent|shareholders|chief executive|headquarters|profits?|earnings|"
    r"customers|products|CEO)\b"
    r"| (?:shares|stock|employees|officials)\b"
    r"|, (?:a|an|the)(?: [\w’'-]+){0,4}? "
    r"(?:company|firm|maker|bank|manufacturer|retailer|group|newspaper|unit|subsidiary)\b"
    r"|,? (?:is|was) (?:a|an|the)(?: [\w’'-]+){0,4}? "
    r"(?:company|band|manufacturer|club|team|newspaper|magazine|organi[sz]ation)\b"
)
_MOST_WORDS = 4
_BEFORE_REACH = 40
_BEHIND_REACH = 60


def settle_types(draft: Draft) -> None:
    """One string, one type: that for which the witnesses of the whole text weigh most."""
    for surface, group in draft.by_surface().items():
        if draft.gazetteer.type_of(surface) is not None:
            continue
        votes = _votes(draft, surface, group)
        ranked = sorted(votes, key=lambda each: (-votes[each], each != group[0].type, each))
        for each in group:
            draft.retype(each, ranked[0])


def _votes(draft: Draft, surface: str, group: list[Named]) -> dict[EntityType, float]:
    votes: defaultdict[EntityType, float] = defaultdict(float)
    for kind, count in Counter(each.type for each in group).items():
        votes[kind] += count
    words = surface.replace(".", "").split()
    for entry in draft.gazetteer.all(surface):
        votes[entry.type] += _KNOWN if fold(surface) not in GIVEN_NAMES else 0
    head = head_type([each.lower() for each in words])
    if head is not None:
        votes[head] += _HEAD * len(group)
    elif 1 < len(words) <= _MOST_WORDS and fold(words[0]) in GIVEN_NAMES and all(each[0].isupper() for each in words):
        votes["PERSON"] += _GIVEN_NAME * len(group)
    # Bodies speak, and so do governments by their seats; a place of which nothing is known does not.
    unknown = not draft.gazetteer.all(surface) and all(each.type == "LOC" for each in group)
    speaking = _PLACE if unknown else _HINT
    acronym = len(words) == 1 and surface.isupper()
    for each in group:
        before = draft.text[max(0, each.start - _BEFORE_REACH) : each.start]
        behind = draft.text[each.end : each.end + _BEHIND_REACH]
        # A bare name behind "in" is a place, unless it is one of the things that names are given to besides.
        bare = len(words) == 1 and each.type != "MISC" and not _POSSESSIVE.match(behind)
        for kind, weight in _around(draft, before, behind, _PLACE if bare else _HINT, speaking):
            # "A mix of African, Caribbean and Asian food": peoples and works stand where places do.
            if (weight >= _SURE or kind != "PERSON" or not acronym) and not (kind == "LOC" and each.type == "MISC"):
                votes[kind] += weight
        if votes.get("PERSON") and before.endswith(("the ", "The ")):
            votes["PERSON"] -= _HINT
    return votes


def _around(draft: Draft, before: str, behind: str, inside: float, speaking: float) -> list[tuple[EntityType, float]]:
    """What the words around a name say of it.

    Args:
        draft: the mentions so far.
        before: the words before the name.
        behind: the words behind it.
        inside: what it weighs that the name stands behind "in".
        speaking: what it weighs that it speaks.
    """
    found: list[tuple[EntityType, float]] = []
    if _PLACE_BEFORE.search(before) or _PLACE_BEHIND.match(behind):
        found.append(("LOC", _SURE))
    elif _IN.search(before):
        state = _IN_STATE.match(behind)
        sure = state is not None and draft.gazetteer.get(state[1], "LOC") is not None
        found.append(("LOC", _SURE if sure else _HINT if _TRUST.search(before) else inside))
    elif _TO.search(before):
        state = _IN_STATE.match(behind)
        if state and draft.gazetteer.get(state[1], "LOC"):
            found.append(("LOC", _SURE))
    if _PERSON_BEFORE.search(before) or _PERSON_BEHIND.match(behind):
        found.append(("PERSON", _SURE))
    elif _SPEAKS.match(behind) or (_SPOKEN.search(before) and _CLOSES.match(behind)):
        found.append(("PERSON", speaking))
    if _BODY_BEFORE.search(before) or _BODY_BEHIND.match(behind):
        found.append(("ORG", _SURE))
    return found


def acts(draft: Draft, named: Named) -> bool:
    """Whether a name does something, or is somebody's or some body's by what stands around it."""
    behind = _ACTS.match(draft.text, named.end) or _PERSON_BEHIND.match(draft.text, named.end)
    return behind is not None or body_around(draft, named)


def body_around(draft: Draft, named: Named) -> bool:
    """Whether what stands around a name says that a body is meant: `X shares`, `the company X`."""
    before = draft.text[max(0, named.start - _BEFORE_REACH) : named.start]
    return bool(_BODY_BEFORE.search(before) or _BODY_BEHIND.match(draft.text, named.end))
