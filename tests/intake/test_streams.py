"""Compressed raw files: unpacked to their end, or as far as they are whole, with a word."""

from __future__ import annotations

import bz2
import gzip
import io
import lzma
from pathlib import Path

import pyarrow as pa
import pytest
from hypothesis import given
from hypothesis import strategies as st
from intake_support import articles, codes, findings, read_bytes, read_path

from corpus_pkg.intake.streams import Unpacked, bare_name

_LINES = b"".join(b'{"text": "Line %d of the story, which goes on."}\n' % number for number in range(20_000))
_CODECS = {"gzip": "gz", "bzip2": "bz2", "xz": "xz", "zstd": "zst", "lz4": "lz4", "brotli": "br"}


def _packed(codec: str, content: bytes) -> bytes:
    if codec in {"gzip", "bzip2", "xz"}:
        packed: bytes = {"gzip": gzip.compress, "bzip2": bz2.compress, "xz": lzma.compress}[codec](content)
        return packed
    sink = pa.BufferOutputStream()
    with pa.CompressedOutputStream(sink, codec) as stream:
        stream.write(content)
    return sink.getvalue().to_pybytes()


def _unpacked(content: bytes, name: str = "a") -> tuple[bytes, Unpacked]:
    stream = Unpacked(io.BytesIO(content), name)
    return io.BufferedReader(stream).read(), stream


@pytest.mark.parametrize("codec", _CODECS)
def test_a_compressed_file_is_read_as_what_is_in_it(tmp_path: Path, codec: str) -> None:
    path = tmp_path / f"a.jsonl.{_CODECS[codec]}"
    path.write_bytes(_packed(codec, _LINES))
    found = read_path(path)
    assert codes(found) == []
    assert [each.path for each in articles(found)][::19_999] == [f"{path.name}#L1", f"{path.name}#L20000"]


@pytest.mark.parametrize("codec", _CODECS)
def test_of_a_cut_file_the_rows_before_the_cut_are_kept(tmp_path: Path, codec: str) -> None:
    packed = _packed(codec, _LINES)
    path = tmp_path / f"a.jsonl.{_CODECS[codec]}"
    path.write_bytes(packed[: len(packed) * 2 // 3])
    found = read_path(path)
    kept = articles(found)
    assert codes(found)[-1] == "F028"
    assert set(codes(found)) <= {"F007", "F028"}
    assert ("after" if kept else "nothing") in findings(found)[-1].message
    assert [each.path for each in kept] == [f"{path.name}#L{number}" for number in range(1, len(kept) + 1)]
    assert codec in {"bzip2", "zstd", "lz4", "brotli"} or len(kept) > 5_000


@pytest.mark.parametrize("codec", ["gzip", "bzip2", "xz", "zstd", "lz4"])
def test_members_one_behind_the_other_are_one_file(codec: str) -> None:
    content, stream = _unpacked(_packed(codec, b"One. ") + _packed(codec, b"Two."))
    assert (content, stream.codec, stream.damage) == (b"One. Two.", codec, None)


def test_what_unfolds_without_end_is_stopped() -> None:
    content, stream = _unpacked(gzip.compress(bytes(200_000_000), 1))
    assert len(content) < 110_000_000
    assert stream.damage is not None
    assert "unfold" in stream.damage


def test_archives_and_what_is_compressed_twice_are_refused() -> None:
    assert codes(read_bytes(gzip.compress(gzip.compress(b"A story.")), "a.txt.gz")) == ["F036"]
    assert codes(read_bytes(gzip.compress(b"PK\x03\x04" + bytes(30)), "a.zip.gz")) == ["F036"]
    assert codes(read_bytes(gzip.compress(b""), "a.txt.gz")) == ["F001"]
    assert codes(read_bytes(b"\x1f\x8b\x08", "a.txt.gz")) == ["F028"]


@pytest.mark.parametrize(
    ("name", "bare"), [("a.txt.gz", "a.txt"), ("a.JSONL.ZST", "a.JSONL"), ("a.txt", "a.txt"), (".gz", "")]
)
def test_the_name_without_its_compression(name: str, bare: str) -> None:
    assert bare_name(name) == bare


@given(st.binary(max_size=200), st.sampled_from(["", *_CODECS]))
def test_whatever_the_bytes_are_they_end(content: bytes, codec: str) -> None:
    damaged = _packed(codec, content)[: len(content)] + content if codec else content
    unpacked, stream = _unpacked(damaged, "a.br" if codec == "brotli" else "a")
    assert stream.codec is not None or unpacked == damaged
