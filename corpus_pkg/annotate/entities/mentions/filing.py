"""Where copy was filed: the place in capitals that a line opens with (`AL-AIN, March 4 (Agency) - `)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from corpus_pkg.annotate.entities.mentions.draft import Draft, Named
from corpus_pkg.annotate.gazetteer import default_gazetteer

_DAY = (
    r"(?:(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Sept|Oct|Nov|Dec)[a-z]*\.? ?\d{1,2}(?!\d)"
    r"|\d{1,2} ?(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Sept|Oct|Nov|Dec)|\d{4}-\d\d-\d\d)"
)
_PLACE = r"[A-ZÀ-Ý][A-ZÀ-Ý'’.-]+(?: [A-ZÀ-Ý][A-ZÀ-Ý'’.-]*){0,3}"
_REGION = r"[A-ZÀ-Ý][\w.'’-]+(?: [A-ZÀ-Ý][\w.'’-]*){0,3}"
_FILED = re.compile(
    rf"^[ \t]*(?P<place>{_PLACE})(?: ?, ?(?!{_DAY})(?P<region>{_REGION}))??"
    rf"(?=(?: ?,)? ?(?:{_DAY}| ?\(\w[\w .]*\) ?[-–—_]))",
    re.MULTILINE,
)


_DASHED = re.compile(rf"^[ \t]*(?P<place>{_PLACE})(?: ?, ?(?P<region>{_REGION}))??(?= ?(?:--|—|–|-|_) )", re.MULTILINE)


def filed(text: str) -> Iterator[re.Match[str]]:
    """The openings of lines that say where copy was filed, with groups `place` and, where given, `region`.

    A dash alone says so behind a place that the gazetteer knows.
    """
    known = default_gazetteer()
    yield from _FILED.finditer(text)
    for match in _DASHED.finditer(text):
        if known.get(match["place"].title(), "LOC") or (match["region"] and known.get(match["region"], "LOC")):
            yield match


def add_filed(draft: Draft, text: str) -> None:
    """Marks the places where copy was filed.

    Args:
        draft: the mentions so far.
        text: the text as it is printed; the draft's may be written anew.
    """
    for match in filed(text):
        for group in ("place", "region"):
            start, end = match.span(group)
            if start >= 0 and draft.gazetteer.type_of(draft.text[start:end]) in (None, "LOC"):
                met = draft.at(start, end)
                if met is not None and met.type == "LOC":
                    draft.fix(met)
                else:
                    draft.fix(Named(start, end, "LOC", met.label if met else None, "rule"))
