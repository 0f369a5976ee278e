"""The digests that records of web archives state of their own bytes."""

from __future__ import annotations

import base64
import binascii
import hashlib

_KNOWN = ("md5", "sha1", "sha256", "sha384", "sha512")


def matches(stated: str | None, content: bytes) -> bool | None:
    """Whether bytes have the digest that a record states.

    Args:
        stated: as `WARC-Block-Digest` has it: `sha1:` and the digest in base 32 or base 16.
        content: the bytes.

    Returns:
        None where nothing is stated, or by a way of digesting that is not known.
    """
    name, _, value = (stated or "").partition(":")
    name = name.strip().lower().replace("-", "")
    if name not in _KNOWN:
        return None
    digest = hashlib.new(name, content, usedforsecurity=False).digest()
    return digest in _written(value.strip())


def _written(value: str) -> list[bytes]:
    """What a digest may mean: the same letters are of base 16 and of base 32."""
    found = []
    padded = value.rstrip("=").upper()
    padded += "=" * (-len(padded) % 8)
    for read in (bytes.fromhex, base64.b32decode):
        try:
            found.append(read(value if read is bytes.fromhex else padded))
        except (ValueError, binascii.Error):
            continue
    return found
