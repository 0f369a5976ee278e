"""Texts for networks: odd ones, wires, and news of our own making."""

from __future__ import annotations

from tests_support import HARBOUR, SUMMIT

from corpus_pkg.evaluate.generated import articles

# Words whose norm is not their spelling, words that no vector knows, white space, marks, other scripts.
_ODD = [
    "He can't, won't and shan't; it's o'clock ... 'em :-)",
    "Zyxwvutsrq \U0001f600 \u0416\u0437 3,000.5\u00b0C",
    " \n\n ",
    "US us Us \u201cUS\u201d",
    "a" * 400,
    "I\u2019m gonna go.",
]
TEXTS = [*_ODD, HARBOUR, SUMMIT, *(each["text"] for each in articles(6))]
