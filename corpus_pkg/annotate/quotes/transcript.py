"""Transcripts and interviews: paragraphs that open with who speaks (`SMITH:`, `Q:`) and hold a turn without marks."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from corpus_pkg.model.annotations import Span
from corpus_pkg.text.paragraphs import trimmed

_LABEL = re.compile(
    r"(?P<label>(?P<sure>[QA]|[A-Z][A-Z.’'-]+(?: [A-Z][A-Z.’'-]+){0,3})|[A-Z][a-zà-ÿ.’'-]+(?: [A-Z][\w.’'-]+){0,3})"
    r"(?P<colon>[:.](?<![A-Z]{2}\.)) +(?=[^\s“\"‘«„])"
)
_LEAST_SURE = 2
_LEAST_NAMES = 3


@dataclass(frozen=True, slots=True)
class Turn:
    """One turn of a conversation.

    Attributes:
        label: stretch of the words that name the speaker.
        colon: stretch of the mark behind them.
        said: stretch of the turn's words.
    """

    label: tuple[int, int]
    colon: tuple[int, int]
    said: Span


def turns(text: str, paragraphs: Sequence[Span]) -> dict[int, Turn]:
    """The turns of a transcript, by the start of their paragraph; none where the text is no transcript.

    Two speakers at least must take turns: one label may be a heading, and `Name: ..., Age: ...` is a form. Labels in
    capitals and `Q`/`A` need two turns, names in small letters three.

    Args:
        text: the article's text.
        paragraphs: its paragraphs.
    """
    found, sure = {}, 0
    for paragraph in paragraphs:
        match = _LABEL.match(text, paragraph.start, paragraph.end)
        if match is None or (match["colon"] == "." and match["label"] not in ("Q", "A")):
            continue
        said = trimmed(text, match.end(), paragraph.end)
        found[paragraph.start] = Turn(match.span("label"), match.span("colon"), said)
        sure += match["sure"] is not None
    labels = {text[slice(*each.label)] for each in found.values()}
    enough = sure >= _LEAST_SURE or len(found) >= _LEAST_NAMES
    # Who talks takes more than one turn; a list of headings names each once.
    return found if enough and 1 < len(labels) < len(found) else {}
