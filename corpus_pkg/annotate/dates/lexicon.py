"""The words of time: months, weekdays, units, number words."""

from __future__ import annotations

MONTHS = {name: number for number, name in enumerate(
    "january february march april may june july august september october november december".split(), 1)}  # fmt: skip
WEEKDAYS = {name: number for number, name in enumerate(
    "monday tuesday wednesday thursday friday saturday sunday".split())}  # fmt: skip
MONTH = (r"(?:Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)?|Apr(?:il|\.)?|May|June?|July?|Aug(?:ust|\.)?|"
         r"Sept?(?:ember|\.)?|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?)")  # fmt: skip
WEEKDAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
ORDINALS = {"first": 1, "second": 2, "third": 3, "fourth": 4}
SEASONS = {"spring": "SP", "summer": "SU", "autumn": "FA", "fall": "FA", "winter": "WI"}
DAYPARTS = {"morning": "MO", "afternoon": "AF", "evening": "EV", "night": "NI"}
# TIMEX3 letters of units; those of the clock stand behind a T.
UNITS = {"second": "TS", "minute": "TM", "hour": "TH", "day": "D", "week": "W", "weekend": "WE", "fortnight": "W",
         "month": "M", "quarter": "Q", "year": "Y", "decade": "DE", "century": "CE", "centurie": "CE"}  # fmt: skip
UNIT = r"(?:second|minute|hour|day|weekend|week|fortnight|month|quarter|year|decade|centur(?:y|ie))"
_SMALL = ("one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
          "eighteen nineteen").split()  # fmt: skip
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
NUMBERS = {word: value for value, word in enumerate(_SMALL, 1)} | {
    word: 10 * value for value, word in enumerate(_TENS, 2)
} | {"a": 1, "an": 1, "hundred": 100, "dozen": 12}  # fmt: skip
_WORDS = "|".join(sorted(NUMBERS.keys() - {"a", "an"}, key=len, reverse=True))
NUMBER = rf"(?:\d{{1,4}}(?:\.\d+)?|(?:{_WORDS})(?:-(?:{'|'.join(_SMALL[:9])}))?)"
VAGUE = r"(?:a few|few|several|some|many|a couple of|couple of|recent|a number of)"


def month_number(name: str) -> int:
    """1 for January, by the first three letters."""
    return next(number for month, number in MONTHS.items() if month[:3] == name[:3].lower())


def number(words: str) -> float | None:
    """The number that digits or words name; None for a vague one."""
    words = words.lower().strip()
    if words[:1].isdigit():
        return float(words)
    if words in ("a couple of", "couple of"):
        return 2
    parts = [NUMBERS.get(each) for each in words.split("-")]
    return sum(each for each in parts if each is not None) if all(parts) else None


def amount(value: float | None) -> str:
    """A number in a TIMEX3 duration: X where it is vague."""
    return "X" if value is None else f"{value:g}"


def duration(count: str, unit: str) -> str:
    """The TIMEX3 value of so many units: P3D, PT2H, PXW."""
    unit = unit.lower()
    if unit == "fortnight" and count != "X":
        count = f"{2 * float(count):g}"
    letters = UNITS[unit]
    return f"PT{count}{letters[1]}" if letters[0] == "T" and len(letters) > 1 else f"P{count}{letters}"
