"""A quotation whose closing mark is missing, cut where its own reporting clause begins."""

from __future__ import annotations

import re
from dataclasses import replace

from corpus_pkg.annotate.quotes.sentence import Attribution, Sentence
from corpus_pkg.annotate.quotes.verbs import STRONG
from corpus_pkg.text.quotation_marks import Stretch

_MOST = 1000
_OVER = re.compile(r"(?:[tIDnN#]{0,4}\.|[tIDnN#]{0,4}\Z)")


def attributed_inside(text: str, stretch: Stretch) -> tuple[Stretch, Attribution | None]:
    """The stretch up to its reporting clause, with who speaks (`“The road is open, Okoro said`).

    Args:
        text: the article's text.
        stretch: a stretch without a closing mark; it comes back whole where no such clause ends a sentence in it.
    """
    sentence = Sentence(text, stretch.start, min(stretch.end, stretch.start + _MOST), ())
    tags = sentence.tokens.tags
    for cue in sentence.cues:
        if cue.subject is None or cue.lemma not in STRONG:
            continue
        first, last = min(cue.first, cue.subject[0]), max(cue.last, cue.subject[1])
        if first > 1 and tags[first - 1] == "," and _OVER.match(tags, last + 1):
            end = sentence.tokens[first - 1].start
            return replace(stretch, end=end, close=end), sentence.from_cue(cue, "unclosed")
    return stretch, None
