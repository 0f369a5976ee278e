"""Gold of named entities: their stretches and types, and which of them name the same thing."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from corpus_pkg.evaluate.gold.lines import read_lines
from corpus_pkg.evaluate.stretches import Stretch


@dataclass(frozen=True, slots=True)
class Name:
    """One name in a text.

    Attributes:
        stretch: where it stands.
        label: PERSON, ORG, LOC or MISC.
        optional: whether to find it is neither right nor wrong.
        cluster: shared by the names of one thing in a text; None in sets without clusters.
        link: what tells a thing in the whole set; None where gold does not know.
    """

    stretch: Stretch
    label: str
    optional: bool = False
    cluster: str | None = None
    link: str | None = None


@dataclass(frozen=True, slots=True)
class NamedText:
    """A text with its names."""

    id: str
    text: str
    names: list[Name]


def read_names(path: Path, *, clustered: bool = False) -> list[NamedText]:
    """The texts of a set of entities or, with clusters, of a set of clusters.

    Raises:
        UsageError: a line is not in the sets' form.
    """
    texts = []
    for fields in read_lines(path):
        text = fields.text("text")
        names = [
            Name(each.stretch(text), each.text("label"), each.flag("optional"),
                 each.text("cluster") if clustered else None, each.text_or_none("link") if clustered else None)
            for each in fields.objects("entities")
        ]  # fmt: skip
        texts.append(NamedText(fields.text("id"), text, names))
    return texts
