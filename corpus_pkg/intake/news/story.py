"""What every kind of news XML comes to: what it states, and the text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from corpus_pkg.intake.raw import StatedField, Statement
from corpus_pkg.intake.xml.items import Element
from corpus_pkg.intake.xml.text import Style

BLOCKS = frozenset(
    "p hl1 hl2 hl3 block bq blockquote pre li ul ol dl dt dd table tr td th caption lede note h1 h2 h3 h4 h5 h6 div "
    "section article head lg l list item sp speaker q quote cit ab row cell opener closer salute signed byline "
    "dateline headline trailer argument epigraph".split()
)
NEWS = Style(
    BLOCKS - {"q", "quote", "byline", "dateline"},
    frozenset(["media", "media-caption", "media-producer", "figure", "img", "script", "style", "nitf-table-metadata"]),
)
"""NITF, and XHTML in NewsML: pictures and what stands below them are no text."""
TEXTS = Style(
    BLOCKS - {"q", "quote"},
    frozenset(["note", "figure", "fw", "del", "gap", "figdesc", "teiheader", "front", "back", "index"]),
    breaks=frozenset(),
    either={"choice": ("sic", "orig", "abbr"), "app": ("lem",), "subst": ("add",)},
)
"""TEI: of two readings the printed one; running heads, editors' notes and what was struck out are no text."""


class NoStory(Exception):  # noqa: N818  it is a result
    """Why an item is no article."""


@dataclass(frozen=True, slots=True)
class Story:
    """An article in XML.

    Attributes:
        statements: what it states of itself.
        text: its text, with paragraphs parted by blank lines.
        kind: what kind of markup it is.
    """

    statements: tuple[Statement, ...]
    text: str
    kind: str


def words(element: Element | None) -> str:
    """The words of an element, in one line."""
    return " ".join(element.text.split()) if element is not None else ""


def stated(kind: str, found: Iterable[tuple[StatedField, str, str]]) -> tuple[Statement, ...]:
    """Statements out of field, words and the name of what states them; those without words are none."""
    return tuple(Statement(field=field, value=" ".join(value.split()), where=f"{kind} {where}")
                 for field, value, where in found if value.split())  # fmt: skip


def attribute(element: Element | None, *names: str) -> str:
    """The first of some attributes that says something."""
    return next((value for name in names if element and (value := element.attributes.get(name, "").strip())), "")


def each_of(elements: Iterable[Element], field: StatedField, where: str) -> Iterator[tuple[StatedField, str, str]]:
    """The words of each element as a statement."""
    return ((field, words(each), where) for each in elements)
