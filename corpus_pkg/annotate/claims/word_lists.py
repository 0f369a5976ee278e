"""Word lists as text: a closed class of words reads better as a paragraph than as two hundred literals."""

from __future__ import annotations


def listed(words: str) -> frozenset[str]:
    """The set of the words that blanks separate in a text."""
    return frozenset(words.split())
