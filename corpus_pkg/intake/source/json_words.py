"""What stands in a JSON text where something else should, in words that help."""

from __future__ import annotations

import re

from corpus_pkg.intake.source.read import brief

_WORD = re.compile(r"[^\W\d][\w$-]*")
_FOREIGN = {"True": "true", "False": "false", "None": "null", "undefined": "null", "nan": "null", "inf": "null"}
_MARKS = {
    "'": "a single quotation mark stands here; JSON strings stand in double ones",
    "#": "a comment stands here; JSON has none",
    "/": "a comment stands here; JSON has none",
    "+": "a plus sign stands here; JSON numbers have none",
    ".": "a point stands here; JSON numbers have digits on both sides of it",
    ",": "a comma stands here",
    '"': "a string begins here",
    "{": "an object begins here",
    "[": "an array begins here",
    "\ufeff": "a byte order mark (U+FEFF) stands here",
    "\xa0": "a no-break space (U+00A0) stands here",
} | dict.fromkeys("“”„‟", "a typographic quotation mark stands here; JSON strings stand in straight ones")


def misplaced(text: str, at: int) -> tuple[str, int]:
    """What stands at an offset, as a clause, and how many code points it has."""
    if at >= len(text):
        return "the text ends", 0
    here = text[at]
    if here == "/" and text[at + 1 : at + 2] not in {"/", "*"}:
        return "'/' stands here", 1
    if here in _MARKS:
        return _MARKS[here], 1
    word = _WORD.match(text, at)
    if word is None:
        return f"{here!r} stands here", 1
    name = _FOREIGN.get(word[0])
    hint = f"; JSON writes {name}" if name else ""
    return f"the word {brief(word[0])} stands here{hint}", len(word[0])
