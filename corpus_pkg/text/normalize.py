"""Normalisation that is reversible and changes nothing that a reader reads.

Line ends, no-break spaces, invisible and control characters, accents in composed form (NFC), and text that was decoded
wrongly. Quotation marks, dashes, ligatures and full-width forms stay as they are printed.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass

from ftfy import TextFixerConfig, fix_encoding
from ftfy.badness import is_bad

from corpus_pkg.findings import Rule
from corpus_pkg.findings.rules.normalisation import COMPOSED, CONTROLS, INVISIBLE, LINE_ENDS, MOJIBAKE, SPACES
from corpus_pkg.model.provenance import Edit
from corpus_pkg.text.edits import compose

# Classes of characters, without their brackets.
_LINE = "\r\x0b\x0c\x85\u2028\u2029"
_SPACE = "\u00a0\u2000-\u200a\u202f\u205f\u3000"
_INVISIBLE = "\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff"
_CONTROL = "\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f"
_PATTERN = re.compile(
    f"(?P<line>\r\n|[{_LINE}])|(?P<space>[{_SPACE}])|(?P<invisible>[{_INVISIBLE}])|(?P<control>[{_CONTROL}])"
)
_ANY = re.compile(f"[{_LINE}{_SPACE}{_INVISIBLE}{_CONTROL}]")
"""One class is looked for much quicker than the four kinds, and most texts hold none of them."""
_ASCII = bytes(each for each in range(128) if _ANY.match(chr(each)))
_KINDS: dict[str, tuple[str, Rule]] = {
    "line": ("\n", LINE_ENDS),
    "space": (" ", SPACES),
    "invisible": ("", INVISIBLE),
    "control": ("", CONTROLS),
}
# The lead characters of UTF-8 read as a Windows code page, each followed by another non-ASCII character.
_LEAD = "[\u00c2\u00c3\u00c5\u00e2\u00e3\u0102\u0413\u0432\u00ef\u00d0\u00d1][^\x00-\x7f]"
_SEEN = re.compile(_LEAD)
_SUSPECT = re.compile(f"\\S*(?:{_LEAD})\\S*")
# No mark stands below U+0300: what lies between runs of higher characters is as it is.
_RUN = re.compile("[\\s\\S][\u0300-\U0010ffff]+")
_MOST_ROUNDS = 8
_REPAIR = TextFixerConfig(
    unescape_html=False, remove_terminal_escapes=False, fix_latin_ligatures=False, fix_character_width=False,
    uncurl_quotes=False, fix_line_breaks=False, fix_surrogates=False, remove_control_chars=False,
    normalization=None, replace_lossy_sequences=False, restore_byte_a0=True,
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Normalized:
    """Normalised text, what leads back to the raw characters, and how often each repair was made."""

    text: str
    edits: list[Edit]
    repairs: Counter[str]


def normalize(raw: str) -> Normalized:
    """Normalises decoded characters.

    Args:
        raw: any string, lone surrogates included.

    Returns:
        The text, with `restore(text, edits) == raw`.
    """
    repairs: Counter[str] = Counter()
    text, edits = raw, list[Edit]()
    if _is_plain(raw):
        return Normalized(text, edits, repairs)
    # What was invisible or decomposed may have parted a sequence that only the next round can read.
    for _ in range(_MOST_ROUNDS):
        before = text
        for step in (_encoding, _characters, _composition):
            changed, later = step(text, repairs)
            if later:
                edits = compose(raw, edits, later) if edits else later
                text = changed
        if text == before or not _SEEN.search(text):
            break
    return Normalized(text, edits, repairs)


def _is_plain(text: str) -> bool:
    """Whether a text is ASCII without anything to normalise: told at the speed of a copy."""
    if not text.isascii():
        return False
    raw = text.encode("ascii")
    return len(raw.translate(None, _ASCII)) == len(raw)


def _replace(text: str, pattern: re.Pattern[str], new: Callable[[re.Match[str]], str | None]) -> tuple[str, list[Edit]]:
    """Replaces matches; a match for which `new` gives None stays."""
    parts, edits, position, length = [], [], 0, 0
    for match in pattern.finditer(text):
        replacement = new(match)
        if replacement is None:
            continue
        parts += [text[position : match.start()], replacement]
        length += match.start() - position
        edits.append(Edit(start=length, length=len(replacement), raw=match[0]))
        length += len(replacement)
        position = match.end()
    parts.append(text[position:])
    return "".join(parts), edits


def _encoding(text: str, repairs: Counter[str]) -> tuple[str, list[Edit]]:
    if not _SEEN.search(text):
        return text, []

    def new(match: re.Match[str]) -> str | None:
        token = match[0]
        fixed = fix_encoding(token, _REPAIR) if is_bad(token) else token
        # A repair that leaves a replacement character, or gains length, is a guess.
        if fixed == token or len(fixed) >= len(token) or "\ufffd" in fixed:
            return None
        repairs[MOJIBAKE.code] += 1
        return fixed

    return _replace(text, _SUSPECT, new)


def _characters(text: str, repairs: Counter[str]) -> tuple[str, list[Edit]]:
    if not _ANY.search(text):
        return text, []

    def new(match: re.Match[str]) -> str:
        replacement, rule = _KINDS[match.lastgroup or ""]
        repairs[rule.code] += 1
        return replacement

    return _replace(text, _PATTERN, new)


def _marks_after(text: str, index: int) -> int:
    """Where the run of combining marks (and Hangul vowels and finals) that starts at `index` ends."""
    while index < len(text) and (unicodedata.combining(text[index]) or "\u1160" <= text[index] <= "\u11ff"):
        index += 1
    return index


def _composition(text: str, repairs: Counter[str]) -> tuple[str, list[Edit]]:
    """NFC of letters with marks; single characters stay, so that no CJK form is swapped for another."""
    if unicodedata.is_normalized("NFC", text):
        return text, []
    parts, edits, position, length = [], [], 0, 0
    for run in _RUN.finditer(text):
        index = run.start()
        while index < run.end():
            end = _marks_after(text, index + 1)
            cluster = text[index:end]
            composed = unicodedata.normalize("NFC", cluster) if end - index > 1 else cluster
            if composed != cluster:
                repairs[COMPOSED.code] += 1
                parts += [text[position:index], composed]
                length += index - position
                edits.append(Edit(start=length, length=len(composed), raw=cluster))
                length += len(composed)
                position = end
            index = end
    parts.append(text[position:])
    return "".join(parts), edits
