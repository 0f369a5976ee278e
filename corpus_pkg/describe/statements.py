"""What holds of every dataset of this package, in words: the card and the Croissant file say the same."""

from __future__ import annotations

from typing import Final

OFFSETS: Final = "Every offset counts Unicode code points: `text[start:end]` is the surface. Unknown is null."
RIGHTS: Final = """
Whose each article is stands in its `rights`: licence, holder, whether the text may be passed on and on what ground,
and whether text and data mining is reserved, with where that was read. Null means that nothing says so: such a text is
not to be passed on.
"""
PERSONS: Final = """
The articles name people, as news does, with what they said and what was said of them. Nothing was added about anyone
from elsewhere, except the Wikidata ids of public figures and bodies.
"""
TAKEDOWN: Final = """
Whoever wants an article, or a name in it, removed may write to {contact}; it is then left out of this and every later
build, and its digest kept so that it does not come back.
"""
NOBODY: Final = "the maintainers"
"""Whom to write to where the dataset names nobody."""
LIMITS: Final = (
    "The rules are for English. What was looked for in an article says its `layers`; what is not there is not known.",
    "A confidence is calibrated on news of a few outlets; other text is less certain.",
    "A bare surname, or a ministry without its country, is joined within its article alone.",
    "`measured` is right in about three of four claims; a bare `$` is read as USD.",
    "What hangs on the day of publication is resolved only where that day is known.",
)
BIASES: Final = (
    "Who is quoted, and who is named, is what the outlets chose to print.",
    "Names of English-speaking countries are found more often than others, persons and places more often than bodies.",
    "Quotations, dates and amounts are found best in the house styles of international agencies and newspapers.",
)
USES: Final = (
    "Research on news: who is quoted, on what, by whom; what figures are stated, and by whom; how events are reported.",
    "Training and evaluation of quotation attribution, named entities, numeric claims and temporal expressions.",
    "Not for judging persons: what is stated of somebody in an article is that article's statement, not a fact.",
)
IMPACT: Final = (
    "Evidence beside every record lets a reader check what was said, and by whom. The same records could be used to "
    "follow what private persons say; use them for public speech."
)
PREPROCESSING: Final = (
    (
        "Line ends, spaces, control characters and mangled encodings are normalised; the edit list of an article leads "
        "from its text back to the raw bytes, which their sha256 proves."
    ),
    "What stands around the body (headline, byline, dateline, tail, boilerplate, captions) is kept as regions.",
)
ANNOTATION: Final = (
    "Automatic: rules over characters, word classes and entities, each record with its rule and a confidence.",
    "What a person has checked says `review: reviewed`, and `corrections` says who changed what; the rest says `auto`.",
)
MISSING: Final = "Nothing is imputed or guessed: what an article does not say is null."
