"""A baseline in a page: marks paired by a pattern, the speaker the nearest capitalised words beside a speech verb.

What a rule of an afternoon reaches, to tell what the rest of the rules are worth.
"""

from __future__ import annotations

import re

from corpus_pkg.evaluate.gold.quotes import Mention, Reported
from corpus_pkg.evaluate.stretches import Stretch

_QUOTED = re.compile(r"[“\"]([^“”\"\n]+)[”\"]")
_VERB = re.compile(
    r"\b(?:sa(?:id|ys?)|t(?:old|ells?)|add(?:ed|s)|ask(?:ed|s)|wr(?:ote|ites?)|tweeted|call(?:ed|s)|argue[ds]|"
    r"claim(?:ed|s)|explain(?:ed|s)|insist(?:ed|s)|not(?:ed|es)|repli(?:ed|es)|warn(?:ed|s)|according to)\b"
)
_CAPITALISED = re.compile(r"\b(?:[A-Z][\w’'.-]*[\w’']|[A-Z])(?: (?:[A-Z][\w’'.-]*[\w’']|[A-Z]\.?))*")
_SENTENCE_END = re.compile(r"[.!?](?=[\s“”\"])|\n")
_WINDOW = 200


def find_reported(text: str) -> list[Reported]:
    """The quotations of a text."""
    quoted = [(match.start(1), match.end(1)) for match in _QUOTED.finditer(text)]
    open_text = _QUOTED.sub(lambda match: " " * len(match[0]), text)
    return [_attributed(open_text, each) for each in quoted]


def _attributed(text: str, quoted: Stretch) -> Reported:
    """A quotation with the nearest verb of its sentence, and the nearest name beside that.

    Args:
        text: the text, its quotations blanked out.
        quoted: where the quotation stands.
    """
    low, high = _sentence(text, quoted)
    verb = _nearest([match.span() for match in _VERB.finditer(text, low, high)], quoted)
    name = _nearest([match.span() for match in _CAPITALISED.finditer(text, low, high)], verb) if verb else None
    return Reported(
        type="direct", content=(quoted,), quoted=(quoted,),
        speaker=Mention(text[slice(*name)], (name,)) if name else None, cue=text[slice(*verb)] if verb else None,
    )  # fmt: skip


def _sentence(text: str, quoted: Stretch) -> Stretch:
    """What surrounds a quotation up to the ends of its sentence, at most 200 characters on either side."""
    low, high = max(0, quoted[0] - _WINDOW), min(len(text), quoted[1] + _WINDOW)
    before = [match.end() for match in _SENTENCE_END.finditer(text, low, quoted[0])]
    after = _SENTENCE_END.search(text, quoted[1] + 1, high)
    return before[-1] if before else low, after.start() if after else high


def _nearest(stretches: list[Stretch], place: Stretch) -> Stretch | None:
    return min(stretches, key=lambda each: max(each[0] - place[1], place[0] - each[1]), default=None)
