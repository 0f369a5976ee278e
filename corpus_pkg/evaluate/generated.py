"""News articles of our own making, in any number: lengths, names, quotations and numbers as news has them.

Each article is about an event of its own with its own people. Lengths are spread as those of news agencies are (log-normal,
a median of some 350 words). Of a thousand words some 20 quotations, 20 claims, 20 dates and 40 names are made, as the
annotator finds 16 to 22, 10 to 15, 14 to 15 and 31 to 48 in news pages and political news. One article in twenty ends with
paragraphs that others have as well, as background is sent again.
"""

from __future__ import annotations

import datetime as dt
import json
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from random import Random

_FIRST = dt.date(2024, 1, 1)
_SLOT = re.compile(r"\{(\w+)\}")
_WORDS: dict[str, list[str]] = {
    "given": "Anna Boris Carla Daniel Elena Felix Greta Hassan Irene Jonas Karim Lena Marco Nadia Oscar Petra Rafael Sofia "
    "Tomas Ursula Viktor Wanda Yusuf Zoe Amara Bruno Chloe Dmitri Esther Farid Gloria Henrik".split(),
    "surname": "Abara Bergman Castellan Dumont Eriksen Farrow Galvez Hartmann Ivanchuk Jokinen Kovac Lindqvist Moretti "
    "Nakagawa Okafor Pereira Quist Rahmani Sandoval Takahashi Ulbricht Varga Whitlock Yilmaz Zielinski Brandt Coulter "
    "Delacroix Ferreira Grimaldi Holloway Iversen".split(),
    "role": ["Mayor", "Finance Minister", "spokesman", "Professor", "union leader", "police chief", "President",
             "Judge", "chief executive", "coach", "Governor", "director"],
    "place": "Lisbon Oslo Nairobi Manila Quito Vienna Tunis Hanoi Dublin Lima Warsaw Accra Zagreb Osaka Perth Bergen Leeds "
    "Porto Malmo Kampala".split(),
    "country": "Portugal Norway Kenya Ecuador Austria Tunisia Vietnam Ireland Peru Poland Ghana Croatia Japan Australia "
    "Uganda Chile Finland Jordan".split(),
    "body": ["the Harbour Authority", "the Ministry of Transport", "Northwind Energy", "the Central Bank", "Calder Group Inc.",
             "the World Health Organization", "the Farmers' Union", "Meridian Airlines", "the High Court",
             "the University of Bergen", "the European Commission", "Tallgrass Foods Ltd", "the Fishing Board"],
    "thing": "bridge harbour budget strike railway festival vaccine dam election pipeline school tariff wildfire ferry "
    "treaty merger drought reactor museum stadium hospital archive reef tunnel".split(),
    "plural": "workers homes passengers voters students tonnes ships farmers patients tickets hectares jobs schools "
    "vehicles cases families".split(),
    "adjective": "new disputed regional temporary costly unexpected joint public delayed ambitious narrow growing".split(),
    "verbed": "approved delayed rejected reopened financed inspected criticised abandoned expanded defended".split(),
    "said": ["said", "told reporters", "added", "warned", "argued", "noted", "insisted", "explained", "conceded"],
    "weekday": "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split(),
    "month": "January February March April May June July August September October November December".split(),
    "clause": [
        "nobody expected the {thing} to be ready before the winter", "the {adjective} {thing} would cost less than feared",
        "talks on the {thing} had failed more than once", "people there had waited long enough for a {adjective} {thing}",
        "the {body} would look into the matter again", "it was too early to judge what the {thing} had changed",
        "rising prices had made the {adjective} plan hard to defend", "the damage was greater than first thought",
    ],
    "speech": [
        "We did what we could, and we will do it again", "Nobody asked the people who live beside the {thing}",
        "This {thing} is the most {adjective} one we have ever had", "There is no reason to believe that it will end soon",
        "It will take about {small} years before the {thing} pays for itself", "I do not know who gave that order",
        "If the {thing} closes, {count} {plural} will have nowhere to go", "We are close, but we are not there yet",
    ],
    "sentence": [
        "{person} {said} on {weekday} that {clause}.",
        "\u201c{speech},\u201d {said} {person}, {role} of {body}.",
        "\u201c{speech},\u201d {person} {said}. \u201c{speech}.\u201d",
        "The {adjective} {thing} in {place} was {verbed} after {body} found that {clause}.",
        "About {count} {plural} were affected, {percent} percent more than a year earlier, according to {body}.",
        "{body} put the cost at ${money} million, up from ${money} million in {year}.",
        "Officials in {country} have {verbed} the {thing} twice since {month} {year}, and {clause}.",
        "Critics say that {clause}, while others point out that the {thing} was {verbed} in {place} as well.",
        "Prices rose {decimal} percent in {month}, the fastest pace in {small} years.",
        "In a letter to {body}, {person} called the {thing} \u201c{adjective} and {adjective}\u201d.",
        "More than {count} {plural} took part, though police spoke of {count}.",
        "The {thing}, which was {verbed} in {year}, runs for {small} kilometres along the coast of {country}.",
        "{person}, {age}, who leads {body}, declined to comment, and a lawyer for the company did not return calls.",
        "It was not clear whether {clause}, or who would pay for what had already been {verbed}.",
        "Talks between {country} and {country} are to resume on {weekday} in {place}.",
        "Shares of {body} fell {decimal} percent to {money} euros by midday before they recovered some of the loss.",
        "Nearly {percent}% of those asked {said} {clause}, a survey of {count} people found.",
        "For years the region has lived with the {thing}, its {adjective} neighbour, and few there want to see it go.",
        *"""
Few of those who gathered outside the town hall in {place} expected the {thing} to be {verbed} before the summer was over.
The {adjective} {thing} has divided families, neighbours and whole streets, and it is hard to find anyone without an opinion.
It began as an idea that nobody took seriously, grew into a {adjective} {thing}, and ended in the courts of {country}.
Behind the dispute lies a question that {country} has never answered: who should own the {thing}, and who should look after it.
{person} grew up not far from the old {thing}, studied law, and returned when {body} was looking for somebody to lead it.
A visitor who walks along the river sees little of the {thing} at first, only cranes, fences and the backs of warehouses.
Supporters of the plan speak of work for the young and of a {adjective} future; its opponents speak of noise, dust and debt.
What happens next will depend on {body}, which has promised an answer but has not named a day or set any conditions.
In the end the {adjective} {thing} was {verbed} without a vote, by people whose names most of those present had never heard.
{person} and {person} met in {place} and later appeared together before the press, smiling but saying little of substance.
The mood in {country} is different, since there the {thing} was {verbed} long ago and hardly anybody remembers the quarrel.
Teachers, drivers and nurses stood side by side with people who had never been to a demonstration in their lives.
Nothing in the report explains why the {thing} was {verbed} in such a hurry, or why {body} kept silent for so long.
Whether the {adjective} {thing} can be saved is far from clear, and even those who want to save it disagree about how.
The government of {country} has so far refused to say whether it would support the {thing} if the courts were to stop it.
Lawyers for {person} asked the court to dismiss the case, calling the charges against their client baseless and political.
""".strip().split("\n"),
    ],
    "headline": ["{body} to review {adjective} {thing} in {place}", "{place} {thing} {verbed} after {count} {plural} affected",
                 "{country} and {country} agree on {adjective} {thing}", "{surname} warns of {adjective} {thing}"],
}  # fmt: skip
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
