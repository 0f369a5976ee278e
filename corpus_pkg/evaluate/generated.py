"""News articles of our own making, in any number: lengths, names, quotations and numbers as news has them.

Each article is about an event of its own with its own people. Lengths are spread as those of news agencies are
(log-normal, a median of some 350 words). Of a thousand words some 20 quotations, 20 claims, 20 dates and 40 names are
made, as the annotator finds 16 to 22, 10 to 15, 14 to 15 and 31 to 48 in news pages and political news. One article in
twenty ends with paragraphs that others have as well, as background is sent again.
"""

from __future__ import annotations

import datetime as dt
import json
import re
import tomllib
from collections.abc import Callable, Iterator
from importlib.resources import files
from pathlib import Path
from random import Random

_FIRST = dt.date(2024, 1, 1)
_SLOT = re.compile(r"\{(\w+)\}")
_WORDS: dict[str, list[str]] = tomllib.loads((files("corpus_pkg.evaluate") / "news_templates.toml").read_text("utf-8"))
_NUMBERS: dict[str, Callable[[Random], str]] = {
    "count": lambda random: f"{int(random.lognormvariate(6, 2)) + 2:,}",
    "percent": lambda random: str(random.randrange(2, 95)),
    "decimal": lambda random: f"{random.uniform(0.1, 12):.1f}",
    "money": lambda random: f"{random.uniform(1, 900):.{random.randrange(2)}f}",
    "small": lambda random: random.choice(["two", "three", "five", "seven", "12", "20", "35"]),
    "age": lambda random: str(random.randrange(24, 81)),
    "year": lambda random: str(random.randrange(1998, 2024)),
}
_OUTLETS = ("The Quay Courier", "Northern Ledger", "Daily Meridian", "Evening Tide", "The Upland Post")
_BACKGROUND = 200


class Story:
    """One article in the making: its people come back in it.

    Args:
        seed: tells it from others.
    """

    def __init__(self, seed: str) -> None:
        self._random = Random(seed)  # noqa: S311  for variety
        self._people = [self._expanded("{given} {surname}") for _ in range(self._random.randrange(2, 6))]
        self._met: set[str] = set()

    def headline(self) -> str:
        """A headline."""
        text = self._expanded(self._random.choice(_WORDS["headline"]))
        return text[:1].upper() + text[1:]

    def paragraphs(self, words: int) -> list[str]:
        """Paragraphs of so many words, or a few more."""
        made: list[str] = []
        while words > 0:
            found = [self._sentence() for _ in range(self._random.choice((1, 1, 2, 2, 3)))]
            made.append(" ".join(found))
            words -= made[-1].count(" ") + 1
        return made

    def _sentence(self) -> str:
        text = self._expanded(self._random.choice(_WORDS["sentence"]))
        return text[:1].upper() + text[1:]

    def _expanded(self, template: str) -> str:
        return _SLOT.sub(lambda match: self._slot(match[1]), template)

    def _slot(self, name: str) -> str:
        if name in _NUMBERS:
            return _NUMBERS[name](self._random)
        if name == "person":
            person = self._random.choice(self._people)
            known = person in self._met
            self._met.add(person)
            return person.split()[1] if known else person
        return self._expanded(self._random.choice(_WORDS[name]))


def article(number: int, seed: int = 0) -> dict[str, str]:
    """One article as a line of JSON Lines has it.

    Args:
        number: which.
        seed: of all.
    """
    random = Random(f"{seed} {number}")  # noqa: S311  for variety
    story = Story(f"{seed} story {number}")
    day = _FIRST + dt.timedelta(days=random.randrange(700))
    paragraphs = story.paragraphs(min(3000, max(60, int(random.lognormvariate(5.85, 0.6)))))
    paragraphs[0] = f"{random.choice(_WORDS['place']).upper()}, {day:%B} {day.day} (AP) - {paragraphs[0]}"
    if random.random() < 1 / 20:
        paragraphs += Story(f"{seed} background {random.randrange(_BACKGROUND)}").paragraphs(80)
    outlet = random.choice(_OUTLETS)
    return {"title": story.headline(), "text": "\n\n".join(paragraphs), "date": day.isoformat(), "source": outlet,
            "url": f"https://{outlet.lower().replace(' ', '-')}.example/{day:%Y/%m/%d}/{number}"}  # fmt: skip


def articles(count: int, seed: int = 0) -> Iterator[dict[str, str]]:
    """The first articles of a seed.

    Args:
        count: how many.
        seed: of all.
    """
    return (article(number, seed) for number in range(count))


def write(path: Path, count: int, seed: int = 0) -> Path:
    """Writes articles as JSON Lines.

    Args:
        path: the file.
        count: how many.
        seed: of all.
    """
    with path.open("w", encoding="utf-8") as stream:
        for each in articles(count, seed):
            stream.write(json.dumps(each, ensure_ascii=False) + "\n")
    return path
