"""Whether two names are of one body: acronyms, short forms, legal forms, and the country before the name."""

from __future__ import annotations

import re

from corpus_pkg.annotate.entities.mentions.acronyms import initials_match
from corpus_pkg.annotate.entities.mentions.companies import SHARED, has_legal_form, without_legal_form
from corpus_pkg.annotate.entities.mentions.heads import BEFORE_OF, BEHIND, GENERIC
from corpus_pkg.annotate.entities.names import parts
from corpus_pkg.annotate.gazetteer import countries, default_gazetteer, demonyms

_LEAST_ACRONYM = 2
_CLUBS = frozenset("real inter atletico ac as fc sc sv bayern borussia dynamo dinamo spartak sporting".split())
_UNHYPHENED = re.compile(r"-|[’']s\b")


def is_acronym(name: str) -> bool:
    """Whether a name is written as an acronym is."""
    plain = name.replace(".", "").replace("&", "")
    return len(plain) >= _LEAST_ACRONYM and plain.isalpha() and plain.isupper() and " " not in name


def same_body(full: str, short: str) -> bool:
    """Whether a name may be a shorter form of a body's.

    Args:
        full: the longer name.
        short: the other.
    """
    if _nickname(full, short):
        return True
    if is_acronym(short) and initials_match(_UNHYPHENED.sub(" ", full).split(), short.replace(".", "")):
        return True
    owner, bare = _parted(full)
    whose, other = _parted(short)
    if not bare or not other or (owner and whose and owner != whose):
        return False
    return (
        bare == other
        or parts(full) == parts(short)
        or (len(other) < len(bare) and _shorter(bare, other, company=has_legal_form(full)))
    )


def _shorter(bare: tuple[str, ...], other: tuple[str, ...], *, company: bool) -> bool:
    """Whether what a shorter name leaves out is no matter."""
    if bare[-len(other) :] == other:
        # "the Journal", "the Air Force": a head, or several words; "Democrats" of "Senate Democrats" is neither.
        # "Madrid" of Real Madrid, "Fox" of a company that ends with it.
        if len(other) > 1 or other[0] in GENERIC or BEHIND.get(other[0]) == "ORG":
            return True
        return company or (bare[0] in _CLUBS and len(bare) == 2)  # noqa: PLR2004  club and city
    # "Dome" of "Dome Petroleum": what is left out only says what sort of body it is.
    rest = bare[len(other) :]
    if rest[0] == "of" and len(other) == 1 and other[0] in BEFORE_OF:
        return bare[:1] == other  # "the Church" of the Church of England
    return bare[: len(other)] == other and (
        all(each in BEHIND or each in GENERIC for each in rest) or (company and other[0] not in SHARED)
    )


def _nickname(full: str, short: str) -> bool:
    """Whether a name is one half of a club's: `Falcons`, or `Norwood`, of the Norwood Falcons."""
    city, _, nickname = full.rpartition(" ")
    place = default_gazetteer().get(city, "LOC") if nickname.endswith("s") else None
    return place is not None and place.kind in ("city", "capital", "state") and short in (city, nickname)


def _parted(name: str) -> tuple[str | None, tuple[str, ...]]:
    """The country that a name opens with, if one, and the other words without the legal form."""
    name = without_legal_form(name)
    words = name.split()
    for count in (2, 1):
        opening = " ".join(words[:count]).removesuffix("'s").removesuffix("’s")
        country = countries().get(opening) or demonyms().get(opening)
        if country is not None and len(words) > count + 1:
            return country.country, parts(" ".join(words[count:]))
    return None, parts(name)
