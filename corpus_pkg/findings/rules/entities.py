"""Rules of entities: persons, places and bodies, and where the text names them."""

from __future__ import annotations

from typing import Final

from corpus_pkg.findings.rule import error, warning

MENTION_OUTSIDE: Final = error(
    "E001", "mention-outside-text",
    "A mention lies inside the text: 0 <= start < end <= length.",
    "A span outside the text points at nothing.",
    "Correct start and end, in code points (not bytes, not UTF-16 units).",
    bad='"start": 9, "end": 900 in a text of 80 characters',
    good='"start": 9, "end": 15',
)  # fmt: skip
MENTION_MISMATCH: Final = error(
    "E002", "mention-text-mismatch",
    "A mention's text equals text[start:end] of its article.",
    "An offset that is off by one names something else.",
    "Correct start and end, in code points.",
    bad='"text": "Lagis" at [4, 9)',
    good='"text": "Lagos" at [4, 9)',
)  # fmt: skip
MENTIONS_OVERLAP: Final = error(
    "E003", "mentions-overlap",
    "Mentions of an article do not overlap, and stand in order within an entity.",
    "A word would count twice.",
    "Keep the longer of the two mentions.",
    bad="[3, 9) and [5, 12)",
    good="[3, 12)",
)  # fmt: skip
KEY_TWICE_IN_ARTICLE: Final = error(
    "E004", "key-twice",
    "Key and type name one entity of an article only.",
    "One person would count as two.",
    "Join the two entities.",
    bad="Two entities person:anna-lindholm",
    good="One entity with all her mentions",
)  # fmt: skip
NAME_NOT_PRINTED: Final = error(
    "E005", "name-not-printed",
    "The name is the form of one of its mentions or aliases, or nothing mentions it.",
    "A name that the article does not print was invented.",
    "Take the name as the text prints it.",
    bad='"name": "Anna M. Lindholm" where the text has Anna Lindholm',
    good='"name": "Anna Lindholm"',
)  # fmt: skip
COUNTRY_UNKNOWN: Final = error(
    "E006", "country-unknown",
    "A country is a code of ISO 3166-1, or of a state that is no more (3166-3).",
    "It cannot be joined with any other table.",
    "Use the two letters of ISO 3166-1, or null.",
    bad='"country": "UK"',
    good='"country": "GB"',
)  # fmt: skip
LIST_UNSORTED: Final = error(
    "E007", "list-not-a-set",
    "Aliases and roles are sorted, each once, none empty; the name is no alias.",
    "The same entity in two builds would differ.",
    "Build the dataset anew; do not edit its files by hand.",
    bad='"aliases": ["b", "a"]',
    good='"aliases": ["a", "b"]',
)  # fmt: skip
MENTION_ORDER: Final = error(
    "E008", "mentions-out-of-order",
    "Mentions of an entity stand in order; entities stand by their first mention, those without one last.",
    "Readers take the first mention for the first naming.",
    "Build the dataset anew; do not edit its files by hand.",
    bad="Mentions [30, 35), [3, 8)",
    good="Mentions [3, 8), [30, 35)",
)  # fmt: skip
UNMENTIONED: Final = error(
    "E009", "entity-without-mention",
    "An entity is mentioned in the text, or is the agency that a region names.",
    "An entity that nothing names has no evidence.",
    "Take the entity out.",
    bad='"mentions": [], "roles": []',
    good='"mentions": [], "roles": ["agency"]',
)  # fmt: skip
MENTION_EDGE: Final = warning(
    "E010", "mention-with-edges",
    "A mention is the name alone: no white space at its ends, no possessive, no leading article.",
    "The same name would count as two forms.",
    "Leave out 's and the.",
    bad="\"text\": \"Lagos's\"",
    good='"text": "Lagos"',
)  # fmt: skip
KEY_FORM: Final = error(
    "E011", "key-contradicts-type",
    "The key's prefix goes with the type: person with PERSON, org with ORG, place and country with LOC.",
    "A person and a place could get one key.",
    "Correct the type, or the key.",
    bad='"key": "person:lagos", "type": "LOC"',
    good='"key": "place:lagos", "type": "LOC"',
)  # fmt: skip
METONYM: Final = error(
    "E012", "metonym-of-itself",
    "metonym_of is the key of something else.",
    "A name that stands for itself is no metonym.",
    "Set metonym_of to null.",
    bad='"key": "country:ru", "metonym_of": "country:ru"',
    good='"key": "org:kremlin", "metonym_of": "country:ru"',
)  # fmt: skip
MENTION_CROSSES: Final = warning(
    "E013", "mention-crosses-paragraph",
    "A mention does not cross the edge of a paragraph.",
    "No name does.",
    "Correct start and end.",
    bad="A mention over a blank line.",
    good="A mention inside a paragraph.",
)  # fmt: skip
