"""Days that hang on the day of publication: weekdays, today, last night."""

from __future__ import annotations

from typing import Final

from corpus_pkg.annotate.dates.calendar_values import shifted
from corpus_pkg.annotate.dates.lexicon import WEEKDAYS
from corpus_pkg.annotate.dates.reading import NARRATIVE, Phrase, Reading, anchored
from corpus_pkg.annotate.dates.tense import Tense, tense

_NAMED_DAYS: Final = frozenset(
    "black good super bloody cyber ash easter palm holy ruby boxing shrove whit maundy sheffield giving".split()
)
_PAPERS: Final = frozenset(
    "times mail herald telegraph express mirror post observer independent tribune sun star journal world".split()
)
_WEEK: Final = 7


def weekday(phrase: Phrase) -> Reading | None:
    """Thursday, late Thursday, last Thursday, next Thursday, Thursday night.

    Wire copy says "on Thursday" on Thursday: a weekday is the nearest one, the day of publication included, that is
    not ahead, unless the words around it point ahead.
    """
    tokens, number = phrase.tokens, WEEKDAYS[phrase.word("w")]
    named = tokens.capital(phrase.first - 1) and tokens.word(phrase.first - 1) in _NAMED_DAYS
    if named or (tokens.capital(phrase.last) and tokens.word(phrase.last) in _PAPERS):
        return None
    part, anchor = phrase.word("part"), phrase.anchor
    if anchor is None:
        return anchored(f"XXXX-WXX-{number}", phrase, part)
    back, lead = (anchor.isoweekday() - number) % _WEEK, set(phrase.words("lead"))
    if lead & NARRATIVE:
        return anchored(None, phrase, part)
    if lead & {"next", "coming", "upcoming"}:
        days = (_WEEK - back) % _WEEK or _WEEK
    elif lead & {"last", "past"}:
        days = -(back or _WEEK)
    elif "this" in lead:
        days = number - anchor.isoweekday()
    else:
        ahead = back and tense(tokens, phrase.first, phrase.last) is Tense.FUTURE
        days = _WEEK - back if ahead else -back
    there = shifted(anchor, days)
    return anchored(there.isoformat() if there else None, phrase, part)


def deictic(phrase: Phrase) -> Reading | None:
    """Today, tonight, yesterday morning, earlier today."""
    word, part, tokens = phrase.word("d"), phrase.word("part"), phrase.tokens
    if word == "today" and all(tokens.capital(each) for each in (phrase.first - 1, phrase.first)) and (
        tokens.kind(phrase.first - 1) == "x" and not tokens.text[tokens.starts[phrase.first] :][:5].isupper()
    ):  # fmt: skip
        return None  # the name of a paper or a broadcast
    if word == "tonight":
        part = "night"
    there = phrase.anchor and shifted(phrase.anchor, {"yesterday": -1, "tomorrow": 1}.get(word, 0))
    return anchored(there.isoformat() if there else None, phrase, part)


def part_of_day(phrase: Phrase) -> Reading:
    """This morning, last night, later this afternoon, mid-afternoon yesterday."""
    yesterday = "last" in phrase.words("lead") or "yesterday" in phrase.words("lead")
    there = phrase.anchor and shifted(phrase.anchor, -1 if yesterday else 0)
    return anchored(there.isoformat() if there else None, phrase, phrase.word("part"))


def two_days(phrase: Phrase) -> Reading | None:
    """The day before yesterday, the day after tomorrow."""
    steps = {"day before yesterday": -2, "day after tomorrow": 2}
    step = steps.get(" ".join(phrase.tokens.words[phrase.first + 1 : phrase.last]))
    if step is None:
        return None
    there = phrase.anchor and shifted(phrase.anchor, step)
    return anchored(there.isoformat() if there else None, phrase)
