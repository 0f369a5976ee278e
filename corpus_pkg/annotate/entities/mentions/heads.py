"""Head words: the word of a name that says what kind of thing is named (`Harbour Authority`, `Gulf of Aden`)."""

from __future__ import annotations

from corpus_pkg.model.vocabulary import EntityType

_LAST: dict[EntityType, str] = {
    "ORG": "university college institute institution academy school inc corp corporation co company companies ltd "
    "limited plc llc llp ag sa nv gmbh spa bhd pte group holdings holding partners associates brothers sons "
    "bank bancorp trust fund foundation "
    "association federation confederation committee commission council agency authority ministry department bureau "
    "organization organisation party union alliance coalition league society institute consortium network "
    "airlines airways railways motors industries enterprises systems technologies technology "
    "pharmaceuticals laboratories communications telecom electronics petroleum resources "
    "insurance securities capital investments financial bancshares savings stores "
    "army navy corps regiment battalion brigade squadron police guards court tribunal parliament congress senate "
    "assembly cabinet secretariat directorate board office orchestra symphony philharmonic choir "
    "times journal post herald tribune gazette telegraph chronicle "
    "news newspaper magazine press radio television tv broadcasting records "
    "fc afc cf united rovers wanderers athletic hospital clinic chamber guild front movement initiative "
    "firm brewery breweries studios pictures entertainment productions productions airlines",
    "MISC": "telescope satellite cup prize award awards medal treaty agreement accord accords pact convention protocol "
    "war olympics games championship championships marathon festival",
    "LOC": "county river street road avenue boulevard highway lane lake mountain mountains valley bay beach sea ocean "
    "desert province peninsula canyon creek airport bridge square coast island islands isles isle archipelago strait "
    "straits gulf cape plateau basin forest park gardens zoo stadium arena reservoir cave caves "
    "cathedral basilica mosque castle fort airfield district region oblast prefecture parish township village city "
    "town borough suburb harbour harbor glacier volcano crater waterfall falls hills heights plains "
    "plaza boulevard tunnel canal pier dock docks crossing border cemetery prison jail",
}
BEHIND: dict[str, EntityType] = {word: kind for kind, words in _LAST.items() for word in words.split()}
"""Words that end names of one type."""
_WITH_OF: dict[EntityType, str] = {
    "ORG": "university college institute bank ministry department federation association organization organisation "
    "committee commission council church society academy bureau league union house court chamber confederation board "
    "army",
    "LOC": "gulf strait cape isle republic province bay sea city state kingdom principality duchy district county port "
    "valley",
}
BEFORE_OF: dict[str, EntityType] = {word: kind for kind, words in _WITH_OF.items() for word in words.split()}
"""Words that with `of` begin names of one type."""
OPENING: dict[str, EntityType] = dict.fromkeys("lake mount mt cape fort port".split(), "LOC")
"""Words that begin names of places."""
GENERIC = frozenset(
    "university college institute institution academy school company group bank trust fund foundation association "
    "federation committee commission council agency authority ministry department bureau organization organisation "
    "party union alliance coalition league society army navy police court tribunal parliament congress senate "
    "assembly cabinet board office government state states city town county province island islands river street "
    "park airport house hall church club club museum center centre station press news magazine newspaper "
    "hospital program programme project act bill law treaty agreement constitution internet web".split()
)
"""Words that, alone, name something only where the text says which."""


def head_type(words: list[str]) -> EntityType | None:
    """The type that a name's own words tell; None where they tell none.

    Args:
        words: the words of a name, lower case, full stops left out.
    """
    if len(words) < 2:  # noqa: PLR2004  a head alone names nothing
        return None
    if "of" in words[1:-1]:
        before = words[words.index("of", 1) - 1]
        if before in BEFORE_OF:
            return BEFORE_OF[before]
        words = words[: words.index("of", 1)]
        return BEHIND.get(words[-1]) if len(words) > 1 else None
    return BEHIND.get(words[-1]) or OPENING.get(words[0])
