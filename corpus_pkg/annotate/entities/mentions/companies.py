"""Companies: a bare `Harlow` is Harlow Engines Ltd where the text names the company in full."""

from __future__ import annotations

import re

from corpus_pkg.annotate.entities.given_names import GIVEN_NAMES
from corpus_pkg.annotate.entities.mentions.draft import Draft, Named
from corpus_pkg.annotate.entities.mentions.spread import mark_occurrences
from corpus_pkg.annotate.entities.names import fold

_LEGAL = (
    r"(?:Inc|Corp|Corporation|Co|Cos|Company|Ltd|Limited|Plc|PLC|plc|LLC|LLP|AG|SA|S\.A|NV|N\.V|AB|ASA|Oyj|GmbH|SE|SpA|"
    r"S\.p\.A|KK|Bhd|Pty|Pte|Incorporated|Holdings?|Group)"
)
_SUFFIX = re.compile(rf",?[ \n](?:{_LEGAL}\b(?!-)\.?(?:[ \n](?={_LEGAL}\b))?)+")
_COMPANY = re.compile(
    r"(?<![\w’'.&-])([A-Z][\w&.’'-]*[a-z&](?:[ \n](?:[A-Z&][\w&.’'-]*|of|and|de)){0,4})"
    r"(?=,?[ \n](?:Inc|Corp|Ltd|Plc|PLC|plc|LLC|GmbH|SE|SpA|Bhd|Oyj)\b)"
)
_ENDS = re.compile(rf"[ ,]+(?:& )?{_LEGAL}\.?\Z")
SHARED = frozenset(
    "american national first united general international new royal great standard central pacific atlantic "
    "southern northern eastern western north south east west federal state public union global world universal "
    "consolidated associated allied continental imperial independent grand golden security capital industrial "
    "commercial merchants farmers home community bank banco banque credit societe compagnie grupo group hotel "
    "hotels air the old saint san st los las santa el la le de van von mr long big best good fort port lake mount "
    "rio hong saudi trans pan inter computer data digital electronic electric energy gas oil steel power water "
    "telecom media motor motors".split()
)
"""First words, in lower case, that many companies share, or that name no company alone."""
_BODY_OF = re.compile(
    r"(?<![\w’'.-])(?:(?!The )[A-Z][\w’'-]+[ \n]){0,2}(?:University|Bank|Institute|Ministry|Department|College|Church|"
    r"Academy|Army|Authority|Society|Union|Council|Federation|Association|Commission|Court|Party|"
    r"Chamber of Commerce)[ \n]of[ \n](?:the[ \n])?\Z"
)
_REACH = 60
_HEAD_AND_PLACE = 2
_LEAST_LETTERS = 4


def extend_companies(draft: Draft) -> None:
    """Names with the legal form that follows them are bodies, the form included."""
    for match in _COMPANY.finditer(draft.text):
        if not draft.meeting(match.start(), match.end(1)):
            draft.put(Named(match.start(), match.end(1), "ORG", None, "rule"))
    for each in list(draft):
        suffix = _SUFFIX.match(draft.text, each.end)
        if suffix is None or each.type == "MISC":
            continue
        end = suffix.end()
        if draft.text[end - 1] == "." and _ends_sentence(draft.text, end):
            end -= 1
        end -= len(draft.text[each.end : end]) - len(draft.text[each.end : end].rstrip())
        if all(met.start >= each.start for met in draft.meeting(each.start, end)):
            draft.put(Named(each.start, end, "ORG", each.label, "rule" if each.type != "ORG" else each.provenance))


def extend_bodies(draft: Draft) -> None:
    """A head that a model passes over or parts from the place that it labels behind it: `Reserve Bank of India`."""
    for each in list(draft):
        head = _BODY_OF.search(draft.text, max(0, each.start - _REACH), each.start) if each.type == "LOC" else None
        if head is None:
            continue
        met = draft.meeting(head.start(), each.end)
        if len(met) == 1 or (len(met) == _HEAD_AND_PLACE and met[0].type == "ORG" and met[0].start <= head.start()):
            draft.put(Named(min(met[0].start, head.start()), each.end, "ORG", met[0].label, "rule"))


def _ends_sentence(text: str, end: int) -> bool:
    """Whether the full stop before a place ends a sentence, and not the abbreviation alone."""
    rest = text[end : end + 2]
    return not rest.strip() or (rest[0].isspace() and not rest[1].islower())


def has_legal_form(name: str) -> bool:
    """Whether a name ends with a company's legal form."""
    return _ENDS.search(name) is not None


def without_legal_form(name: str) -> str:
    """A company's name without `Inc`, `Ltd` and the like at its end; the name itself if that is all there is."""
    base = name
    while _ENDS.search(base):
        base = _ENDS.sub("", base)
    return base or name


def settle_companies(draft: Draft) -> None:
    """The short form of a company's name is of the company, whatever the model makes of it.

    Where a person of the text has that surname, each mention is told by what stands around it.
    """
    persons = {words[-1] for each in draft if each.type == "PERSON" and len(words := draft.surface(each).split()) > 1}
    short = set(short_names(draft)) - persons
    for each in draft:
        if draft.surface(each) in short:
            draft.retype(each, "ORG")
    mark_occurrences(draft, dict.fromkeys(sorted(short), ("ORG", None)))


def short_names(draft: Draft) -> dict[str, int]:
    """The forms by which a text may call the companies that it names in full, each with where it first does so."""
    short: dict[str, int] = {}
    for each in draft:
        name = draft.surface(each)
        if each.type == "ORG" and _ENDS.search(name):
            base = without_legal_form(name)
            words = base.replace(",", "").split()
            # "Disney" of the Walt Disney Co.
            for form in (base, words[-1] if fold(words[0]) in GIVEN_NAMES else words[0]):
                if _telling(form) and draft.gazetteer.type_of(form) is None:
                    short.setdefault(form, each.start)
    return short


def _telling(name: str) -> bool:
    return " " in name or (len(name) >= _LEAST_LETTERS and name[0].isupper() and name.lower() not in SHARED)
