"""Rules of normalisation: what was put right on the way in, and kept in the edit list."""

from __future__ import annotations

from typing import Final

from corpus_pkg.findings.rule import info

MOJIBAKE: Final = info(
    "T001", "mojibake-repaired",
    "Text was decoded by the encoding it was written in.",
    "Characters that were decoded wrongly twice were put right; the edit list keeps the raw ones.",
    "Nothing; or save the raw file anew as UTF-8.",
    bad="cafÃ©",
    good="café",
)  # fmt: skip
CONTROLS: Final = info(
    "T002", "control-characters-removed",
    "Text holds no control characters but line ends and tabs.",
    "They are not read by people and break readers; the edit list keeps them.",
    "Nothing.",
    bad="The talks\\x07 failed.",
    good="The talks failed.",
)  # fmt: skip
INVISIBLE: Final = info(
    "T003", "invisible-characters-removed",
    "Text holds no soft hyphens, zero-width spaces, byte order marks or direction marks.",
    "They part words that readers see as one; the edit list keeps them.",
    "Nothing.",
    bad="har\\u00adbour",
    good="harbour",
)  # fmt: skip
SPACES: Final = info(
    "T004", "spaces-normalised",
    "Spaces between words are U+0020.",
    "A no-break space hides a word boundary from most tools; the edit list keeps it.",
    "Nothing.",
    bad="40\\u00a0percent",
    good="40 percent",
)  # fmt: skip
LINE_ENDS: Final = info(
    "T005", "line-ends-normalised",
    "Lines end with U+000A.",
    "Other line ends count as one or two characters by platform; the edit list keeps them.",
    "Nothing.",
    bad="One.\\r\\nTwo.",
    good="One.\\nTwo.",
)  # fmt: skip
COMPOSED: Final = info(
    "T006", "characters-composed",
    "A letter with its accents is in Unicode's composed form (NFC).",
    "The same word in two forms compares as different; the edit list keeps the raw form.",
    "Nothing.",
    bad="e\\u0301",
    good="é",
)  # fmt: skip
