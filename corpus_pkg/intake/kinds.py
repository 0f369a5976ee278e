"""What does not belong beside articles: programs and archives, by suffix and by their first bytes."""

from __future__ import annotations

from pathlib import Path

_CODE = frozenset(
    ".py .pyc .pyw .pyx .ipynb .sh .bash .zsh .bat .cmd .ps1 .exe .dll .so .dylib .jar .js .mjs .ts .php .rb .pl .lua "
    ".vbs .r .jl .go .rs .c .cpp .java .class .wasm .pkl .pickle .joblib .pt .pth .bin".split()
)
_ARCHIVES = frozenset(".zip .tar .tgz .7z .rar .iso".split())
_CODE_MAGIC = (b"#!", b"\x7fELF", b"MZ\x90", b"\xca\xfe\xba\xbe", b"\x80\x04\x95", b"\x80\x05\x95")
_ARCHIVE_MAGIC = (b"PK\x03\x04", b"PK\x05\x06", b"7z\xbc\xaf\x27\x1c", b"Rar!\x1a\x07")
_LONGEST = 8


def _head(path: Path) -> bytes:
    try:
        with path.open("rb") as stream:
            return stream.read(_LONGEST)
    except OSError:
        return b""


def is_code(path: Path) -> bool:
    """Whether a file is a program, or a pickle, which runs when it is opened."""
    return path.suffix.lower() in _CODE or _head(path).startswith(_CODE_MAGIC)


def is_archive(path: Path) -> bool:
    """Whether a file packs others."""
    return path.suffix.lower() in _ARCHIVES or _head(path).startswith(_ARCHIVE_MAGIC)
