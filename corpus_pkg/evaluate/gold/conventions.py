"""What a gold set takes for a quotation mark, and our records in its terms.

Some sets were made from annotation that knew a few marks only: a text that quotes ''like this'' then has its quotations
listed as indirect speech, marks and all. A stretch between marks that a set never annotates is therefore compared as
what that set would list: one attribution without quoted stretches, the parts of an utterance joined.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from corpus_pkg.evaluate.gold.quotes import QuotedText, Reported

_MARKS = frozenset("“”„‟«»‹›\"‘’‚'")


def opening_marks(documents: Iterable[QuotedText]) -> frozenset[str]:
    """The marks that open the quoted stretches of a set; a text may begin with its quotation's first word."""
    marks = {_mark(each.text, start) for each in documents for speech in each.reported for start, _ in speech.quoted}
    return frozenset(mark for mark in marks if mark.strip())


def in_terms_of(marks: frozenset[str], text: str, found: Sequence[Reported]) -> tuple[list[Reported], int]:
    """What was found, in the terms of a set.

    Args:
        marks: the marks that the set annotates.
        text: the text.
        found: what was found in it.

    Returns:
        The records, and how many quoted stretches stood between marks that the set does not annotate.
    """
    kept: list[Reported] = []
    joined: dict[str, int] = {}
    other = 0
    for each in found:
        unknown = bool(each.quoted) and _mark(text, each.quoted[0][0]) not in marks
        other += len(each.quoted) if unknown else 0
        if not unknown and each.type != "indirect":
            kept.append(each)
            continue
        # A turn of a transcript has no marks: it stays direct, without quoted stretches.
        marked = _mark(text, each.quoted[0][0]) if each.quoted else ""
        plain = replace(each, type="indirect" if not each.quoted or marked.strip() else each.type, quoted=())
        if each.utterance is not None and each.utterance in joined:
            earlier = kept[joined[each.utterance]]
            kept[joined[each.utterance]] = replace(earlier, content=(*earlier.content, *plain.content))
        else:
            if each.utterance is not None:
                joined[each.utterance] = len(kept)
            kept.append(plain)
    return kept, other


def _mark(text: str, start: int) -> str:
    """The mark that opens a stretch, right before it or, for systems that count it in, its first: ``, '' or one."""
    for place in (start - 2, start):
        if text[max(0, place) : max(0, place) + 2] in ("``", "''"):
            return text[place : place + 2]
    before = text[max(0, start - 1) : start]
    return before if before in _MARKS or text[start] not in _MARKS else text[start]
