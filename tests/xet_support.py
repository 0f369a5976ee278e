"""A Xet store on disk, as `hf_xet` keeps one for `local://` addresses: what a hub asks of it."""

from __future__ import annotations

import struct
import tempfile
from collections.abc import Iterator
from pathlib import Path

import hf_xet

_HEAD = _ENTRY = 48
_END = b"\xff" * 32
_VERIFIED, _DESCRIBED = 1 << 31, 1 << 30


class XetStore:
    """The store.

    Args:
        folder: where it lies.
    """

    def __init__(self, folder: Path) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self._folder = folder
        self.address = f"local://{folder}"

    def hashes(self) -> dict[str, str]:
        """The Xet hash of every file by its sha256, as the shards on disk list them."""
        shards = (self._folder / "xet" / "xorbs" / "shards").glob("*.mdb")
        return {sha256: xet for each in sorted(shards) for sha256, xet in _listed(each.read_bytes())}

    def content(self, xet: str, size: int) -> bytes:
        """A file's bytes, put together from its chunks by the client itself."""
        with tempfile.TemporaryDirectory() as folder:
            target = Path(folder) / "file"
            group = hf_xet.XetSession().new_file_download_group(endpoint=self.address)
            group.start_download_file(hf_xet.XetFileInfo(xet, size), str(target))
            group.wait_to_finish()
            return target.read_bytes()


def _listed(shard: bytes) -> Iterator[tuple[str, str]]:
    """Pairs of sha256 and Xet hash: a record a file, followed by its stretches, their proofs and its description."""
    at = _HEAD
    while at + _ENTRY <= len(shard) and shard[at : at + 32] != _END:
        own = _hex(shard[at : at + 32])
        flags, stretches = struct.unpack_from("<II", shard, at + 32)
        at += _ENTRY * (1 + stretches * (2 if flags & _VERIFIED else 1))
        if flags & _DESCRIBED:
            yield _hex(shard[at : at + 32]), own
            at += _ENTRY


def _hex(value: bytes) -> str:
    """A hash as Xet writes it: four numbers, each the lowest byte first."""
    return "".join(f"{each:016x}" for each in struct.unpack("<4Q", value))
