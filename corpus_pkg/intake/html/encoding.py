"""The bytes of a page to characters: byte order mark, what the contributor says, what the page declares, UTF-8, cp1252.

Labels are read as the Encoding Standard (WHATWG) has them where Python differs: Latin-1 and ASCII are windows-1252.
"""

from __future__ import annotations

import re
from contextlib import suppress
from dataclasses import dataclass

from corpus_pkg.text.encoding import Decoded, NotText, decode

_HEAD, _SLIPS = 4096, 3
_SINGLE = re.compile(r"(?:cp|windows-)125\d\Z|iso-?8859|mac", re.IGNORECASE)
_DECLARED = re.compile(
    rb"<meta[^>]{0,500}?charset\s*=\s*[\"']?\s*([\w.:-]{2,40})"
    rb"|<\?xml[^>]{0,200}encoding\s*=\s*[\"']([\w.:-]{2,40})",
    re.IGNORECASE,
)
_LABELS = {"iso-8859-1": "cp1252", "latin-1": "cp1252", "latin1": "cp1252", "ascii": "cp1252", "us-ascii": "cp1252",
           "gb2312": "gb18030", "gbk": "gb18030", "ks_c_5601-1987": "cp949", "euc-kr": "cp949", "shift_jis": "cp932",
           "shift-jis": "cp932", "x-sjis": "cp932", "iso-8859-9": "cp1254", "utf8": "utf-8"}  # fmt: skip


@dataclass(frozen=True, slots=True)
class DecodedPage:
    """The characters of a page, or why there are none.

    Attributes:
        decoded: the characters.
        lost: how many bytes of it are lost.
        wrong: the encoding that was declared, where it is another.
    """

    decoded: Decoded | NotText
    lost: int = 0
    wrong: str | None = None


def decode_page(raw: bytes, stated: str | None) -> DecodedPage:
    """The characters of a page.

    Args:
        raw: its bytes.
        stated: the encoding that the contributor states, or the server did.
    """
    label = stated or _declared(raw)
    if label is not None and _is_utf8_for_all_that(raw, label):
        return DecodedPage(decode(raw), wrong=label)
    decoded = decode(raw, label)
    if isinstance(decoded, Decoded) or not _known(label or "utf-8"):
        return DecodedPage(decoded)
    encoding = label or "utf-8"
    text = raw.decode(encoding, "replace")
    lost = text.count("\ufffd")
    if lost <= max(_SLIPS, len(text) // 1000):
        return DecodedPage(Decoded(text, encoding, "declared"), lost)
    # More than a slip here and there: it is of another encoding, and which is not known.
    return DecodedPage(decoded)


def _is_utf8_for_all_that(raw: bytes, label: str) -> bool:
    """Whether a page that declares one byte a character is UTF-8: no text of such an encoding happens to be."""
    if not _SINGLE.match(label):
        return False
    with suppress(UnicodeDecodeError):
        return len(raw.decode("utf-8")) < len(raw)
    return False


def _declared(raw: bytes) -> str | None:
    match = _DECLARED.search(raw, 0, _HEAD)
    if match is None:
        return None
    label = (match[1] or match[2]).decode("ascii", "replace").lower()
    # A page that can be read for this declaration is not of two bytes a character.
    label = "utf-8" if label.startswith("utf-16") else _LABELS.get(label, label)
    return label if _known(label) else None


def _known(label: str) -> bool:
    try:
        return isinstance(b"".decode(label), str)
    except (LookupError, ValueError):
        return False
