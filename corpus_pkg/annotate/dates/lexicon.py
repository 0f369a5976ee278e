"""The words of time, and the class that stands for each of them in the patterns.

A text is matched as a string of classes, one letter a token, so that a pattern such as `W?,?MD,?Y` reads "Tuesday,
February 13, 2025". `CLASSES` gives the letter of every word that counts; all others are `x`.
"""

from __future__ import annotations

from typing import Final

OTHER: Final = "x"
_MONTHS: Final = "january february march april may june july august september october november december".split()
_SHORT_MONTHS: Final = "jan feb mar apr jun jul aug sep sept oct nov dec".split()
MONTHS: Final = {name: number for number, name in enumerate(_MONTHS, 1)} | {
    short: next(number for number, name in enumerate(_MONTHS, 1) if name[:3] == short[:3]) for short in _SHORT_MONTHS
}
# These are verbs or nouns too, so that alone they need a word before them that a month follows.
UNSURE_MONTHS: Final = frozenset({"may", "march", "mar"})
SHORT_MONTHS: Final = frozenset(_SHORT_MONTHS) - {"may"}
_WEEKDAYS: Final = "monday tuesday wednesday thursday friday saturday sunday".split()
_SHORT_WEEKDAYS: Final = "mon tue tues wed weds thu thur thurs fri sat sun".split()
WEEKDAYS: Final = {name: number for number, name in enumerate(_WEEKDAYS, 1)} | {
    short: next(number for number, name in enumerate(_WEEKDAYS, 1) if name[:3] == short[:3])
    for short in _SHORT_WEEKDAYS
}
# TIMEX3 designators; those of the clock stand behind a T. Decades and centuries are counted in years.
UNITS: Final = {
    "second": "TS", "minute": "TM", "hour": "TH", "day": "D", "week": "W", "weekend": "WE", "fortnight": "W",
    "month": "M", "quarter": "Q", "year": "Y", "decade": "DE", "century": "CE",
}  # fmt: skip
PLURALS: Final = {f"{unit}s": unit for unit in UNITS if unit != "century"} | {"centuries": "century"}
ORDINALS: Final = {
    word: number
    for number, word in enumerate(
        "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth "
        "fifteenth sixteenth seventeenth eighteenth nineteenth twentieth".split(),
        1,
    )
}
SEASONS: Final = {"spring": "SP", "summer": "SU", "autumn": "FA", "fall": "FA", "winter": "WI"}
PARTS: Final = {"morning": "MO", "afternoon": "AF", "evening": "EV", "night": "NI"}
DECADES: Final = {
    f"{tens[:-1]}ies": number
    for number, tens in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split(), 2)
}
SMALL: Final = {
    word: number
    for number, word in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
        "seventeen eighteen nineteen".split()
    )
}
TENS: Final = {
    word: 10 * number for number, word in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split(), 2)
}
SCALES: Final = {"dozen": 12, "hundred": 100, "thousand": 1000}
VAGUE: Final = frozenset("few several some many numerous countless".split())
ADVERBS: Final = {
    "hourly": "PT1H", "daily": "P1D", "nightly": "P1D", "weekly": "P1W", "fortnightly": "P2W", "monthly": "P1M",
    "quarterly": "P1Q", "annually": "P1Y", "yearly": "P1Y", "biweekly": "P2W", "bimonthly": "P2M",
    "biannually": "P6M",
}  # fmt: skip
REFERENCES: Final = {
    "now": "PRESENT_REF", "currently": "PRESENT_REF", "nowadays": "PRESENT_REF", "presently": "PRESENT_REF",
    "recently": "PAST_REF", "lately": "PAST_REF", "soon": "FUTURE_REF",
}  # fmt: skip
ZONES: Final = frozenset(
    "GMT UTC EST EDT ET CST CDT CT PST PDT PT MST MDT BST CET CEST EET EEST IST JST KST HKT SGT AEST AEDT MSK".split()
)
# What a zone's abbreviation is from UTC, where it is one zone's alone; ET, CT and PT change with the season.
OFFSETS: Final = {
    "GMT": "Z", "UTC": "Z", "EST": "-05:00", "EDT": "-04:00", "CDT": "-05:00", "MST": "-07:00", "MDT": "-06:00",
    "PST": "-08:00", "PDT": "-07:00", "BST": "+01:00", "CET": "+01:00", "CEST": "+02:00", "EET": "+02:00",
    "EEST": "+03:00", "JST": "+09:00", "KST": "+09:00", "HKT": "+08:00", "SGT": "+08:00", "AEST": "+10:00",
    "AEDT": "+11:00", "MSK": "+03:00",
}  # fmt: skip

_WORDS: Final = {
    "T": "the",
    "A": "a an another",
    "l": "last",
    "p": "past",
    "v": "previous preceding prior",
    "n": "next",
    "c": "coming upcoming following",
    "i": "this",
    "t": "these",
    "h": "that",
    "s": "same",
    "k": "current latest",
    "u": "recent",
    "e": "early late mid",
    "r": "earlier later",
    "g": "ago",
    "b": "before after back",
    "d": "today tonight yesterday tomorrow",
    "z": "morning afternoon evening night",
    "Z": "mornings afternoons evenings nights",
    "L": "noon midday midnight",
    "y": "every each",
    "f": "of",
    "&": "and or to",
    "H": "half",
    "F": "fiscal financial",
    "j": "old",
    "B": "end start beginning middle close",
    "+": "more consecutive straight full trading business working additional calendar whole successive extra",
    "#": "future",
    "~": "near short long medium foreseeable immediate distant",
    "_": "term",
    "%": "time",
    "$": "being",
    "m": "period",
    "@": "9/11",
    "?": "couple hundreds thousands dozens scores tens",
}  # fmt: skip


def _classes() -> dict[str, str]:
    """The class of each word in lower case; names of months and weekdays are added where they are capitals."""
    table = {word: letter for letter, words in _WORDS.items() for word in words.split()}
    table |= dict.fromkeys(UNITS, "U") | dict.fromkeys(PLURALS, "V") | dict.fromkeys(SEASONS, "S")
    table |= (
        dict.fromkeys([*SMALL, *TENS], "1")
        | dict.fromkeys(SCALES, "9")
        | dict.fromkeys(VAGUE, "q")
        | dict.fromkeys(ORDINALS, "o")
    )
    table |= dict.fromkeys(DECADES, "E")
    return table | dict.fromkeys(ADVERBS, "X") | dict.fromkeys(REFERENCES, "R") | {"quarter": "Q", "some": "q"}


def _names() -> dict[str, str]:
    """The class of each word that must be written with a capital."""
    table = (
        {name: "J" if name in SHORT_MONTHS else "M" for name in MONTHS}
        | dict.fromkeys(_WEEKDAYS, "W")
        | dict.fromkeys(_SHORT_WEEKDAYS, "w")
    )
    table |= {f"{name}s": "P" for name in _WEEKDAYS}
    cased = {form: letter for name, letter in table.items() for form in (name.capitalize(), name.upper())}
    return cased | dict.fromkeys(ZONES, "G")


CLASSES: Final = _classes()
NAMES: Final = _names()
