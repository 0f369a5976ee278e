"""Texts marked up with what a recogniser labels in them, for tests of the rules."""

from __future__ import annotations

import re

from corpus_pkg.annotate.entities.mentions.capitals import recase
from corpus_pkg.annotate.entities.mentions.draft import Draft
from corpus_pkg.annotate.entities.mentions.find import find_mentions
from corpus_pkg.annotate.entities.recognizer import Labelled
from corpus_pkg.annotate.gazetteer import default_gazetteer


def marked(text: str) -> tuple[str, list[Labelled]]:
    """A text in which `[words|LABEL]` stands for what a model labelled, without the marks; and the labels."""
    plain, labels, position = "", [], 0
    for match in re.finditer(r"\[([^|\]]+)\|(\w+)\]", text):
        plain += text[position : match.start()]
        labels.append(Labelled(len(plain), len(plain) + len(match[1]), match[2]))
        plain += match[1]
        position = match.end()
    return plain + text[position:], labels


def mentions(text: str) -> list[tuple[str, str]]:
    """The mentions of a marked text, each with its type."""
    plain, labels = marked(text)
    found = find_mentions(plain, recase(plain), labels, default_gazetteer())
    return [(plain[each.start : each.end], each.type) for each in found]


def draft(text: str) -> Draft:
    """A draft of a text without mentions."""
    return Draft(text, default_gazetteer())
