"""Which form a file is of: by its content, and by its name only where the content leaves it open."""

from __future__ import annotations

import codecs
from collections.abc import Sequence

from corpus_pkg.intake.form import Form
from corpus_pkg.intake.streams import bare_name

HEAD = 1 << 16
"""How much of a file its form is told by."""
_BINARY: tuple[tuple[bytes, int, str], ...] = (
    (b"%PDF-", 0, "a PDF document"),
    (b"\x89PNG\r\n", 0, "a PNG image"),
    (b"\xff\xd8\xff", 0, "a JPEG image"),
    (b"GIF8", 0, "a GIF image"),
    (b"WEBP", 8, "a WebP image"),
    (b"PK\x05\x06", 0, "an empty zip archive"),
    (b"7z\xbc\xaf\x27\x1c", 0, "a 7-Zip archive"),
    (b"Rar!\x1a\x07", 0, "a RAR archive"),
    (b"ustar", 257, "a tar archive"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", 0, "an Office document of the old form"),
    (b"\x7fELF", 0, "a program"),
    (b"SQLite format 3\x00", 0, "an SQLite database"),
    (b"ID3", 0, "an MP3 recording"),
    (b"ftyp", 4, "a video or an image in an MP4 container"),
)
_MARKS = (codecs.BOM_UTF32_LE, codecs.BOM_UTF32_BE, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_WIDE = ("utf-32-le", "utf-32-be", "utf-16-le", "utf-16-be")


def binary_kind(head: bytes) -> str | None:
    """What a file is that no text is: told by its first bytes; None where they tell nothing."""
    return next((kind for magic, at, kind in _BINARY if head[at : at + len(magic)] == magic), None)


def plain_head(head: bytes) -> bytes:
    """The beginning of a file as UTF-8, without a byte order mark and the white space before the first character."""
    for mark, encoding in zip(_MARKS, _WIDE, strict=True):
        if head.startswith(mark):
            head = head[len(mark) :].decode(encoding, "ignore").encode("utf-8", "ignore")
    return head.removeprefix(codecs.BOM_UTF8).lstrip(b" \t\r\n\x0c")


def recognise(name: str, head: bytes, forms: Sequence[Form]) -> tuple[Form | None, bool]:
    """The form of a file, and whether its name says so too.

    A form that the name asks for is taken if the content fits; else the first that the content fits. What fits none but
    plain text is what its name says: a damaged file of that form, or plain text. Under a suffix that says nothing it is
    left alone.

    Args:
        name: the file's name.
        head: its first bytes, unpacked.
        forms: the forms, the most special first, plain text last.

    Returns:
        The form (None if there is none), and whether the suffix says nothing else.
    """
    suffix = _suffix(name)
    start = plain_head(head)
    named = [each for each in forms if suffix in each.suffixes]
    special = [each for each in named if each is not forms[-1]]
    fitting = next((each for each in [*special, *forms[:-1]] if each.fits(start)), None)
    if fitting is None and (named or not suffix):
        fitting = named[0] if named and not named[0].or_text else forms[-1]
    return fitting, fitting in named or not suffix


def _suffix(name: str) -> str:
    bare = bare_name(name).rpartition("/")[2].lower()
    return "." + bare.rpartition(".")[2] if "." in bare[1:] else ""
