"""Gold of pronouns that speak, and whom they stand for."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from corpus_pkg.evaluate.gold.lines import read_lines
from corpus_pkg.evaluate.stretches import Stretch


@dataclass(frozen=True, slots=True)
class SpokenText:
    """A text with one piece of speech whose speaker is a pronoun.

    Attributes:
        id: the record's id.
        text: the text.
        content: where the speech stands.
        pronoun: where the pronoun stands.
        key: what the name of the right speaker contains, mostly a surname.
    """

    id: str
    text: str
    content: Stretch
    pronoun: Stretch
    key: str


def read_speakers(path: Path) -> list[SpokenText]:
    """The texts of a set of speakers.

    Raises:
        UsageError: a line is not in the sets' form.
    """
    found = []
    for fields in read_lines(path):
        text = fields.text("text")
        pronoun = fields.stretch(text, "speaker_start", "speaker_end")
        found.append(
            SpokenText(fields.text("id"), text, fields.stretch(text), pronoun, fields.text("resolved_key"))
        )  # fmt: skip
    return found
