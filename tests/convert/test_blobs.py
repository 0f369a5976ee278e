"""Kept pieces: whole or absent, here and at addresses; a damaged one is removed and never given back."""

from __future__ import annotations

import os
import pickle
import resource
import subprocess
import sys
from pathlib import Path

import fsspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus_pkg.convert.blobs import Blobs, LocalBlobs, RemoteBlobs, blobs_at
from corpus_pkg.errors import CorpusError


@pytest.fixture(params=["here", "there"])
def blobs(request: pytest.FixtureRequest, tmp_path: Path) -> Blobs:
    return blobs_at(tmp_path / "kept" if request.param == "here" else f"memory://{tmp_path}")


def test_what_is_put_is_given_back_and_replaced(blobs: Blobs) -> None:
    assert blobs.get("ab12") is None
    for content in (b"one", b"", b"\0" * 70_000):
        blobs.put("ab12", content)
        assert blobs.get("ab12") == content
    assert blobs.get("ab13") is None
    assert pickle.loads(pickle.dumps(blobs)).get("ab12") == b"\0" * 70_000  # noqa: S301  our own


@given(content=st.binary(max_size=200), place=st.integers(0, 10**6), bit=st.integers(0, 7))
def test_no_damaged_piece_is_given_back(content: bytes, place: int, bit: int, tmp_path: Path) -> None:
    blobs = LocalBlobs(tmp_path)
    blobs.put("piece", content)
    path = tmp_path / "pi" / "piece"
    framed = bytearray(path.read_bytes())
    framed[place % len(framed)] ^= 1 << bit
    path.write_bytes(framed)
    assert not blobs.sound(path)
    assert blobs.get("piece") is None
    assert not path.exists()


def test_a_piece_cut_short_is_none_at_an_address_either(tmp_path: Path) -> None:
    blobs = RemoteBlobs(f"memory://{tmp_path}")
    blobs.put("piece", b"content")
    system = fsspec.filesystem("memory")
    (path,) = system.glob(f"{tmp_path}/pi/piece")
    system.pipe_file(path, system.cat_file(path)[:-1])
    assert blobs.get("piece") is None
    assert not system.exists(path)


def test_an_address_of_this_machine_is_a_folder(tmp_path: Path) -> None:
    assert blobs_at(f"file://{tmp_path}/x") == LocalBlobs(tmp_path / "x")
    assert blobs_at("s3://bucket/x") == RemoteBlobs("s3://bucket/x")


def test_a_place_that_takes_nothing_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(CorpusError, match="--cache DIR"):
        LocalBlobs(tmp_path / "file").put("piece", b"")


_FILL = """
import resource, signal, sys
from pathlib import Path
from corpus_pkg.convert.blobs import LocalBlobs
from corpus_pkg.errors import CorpusError
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (1000, 1000))
blobs = LocalBlobs(Path(sys.argv[1]))
try:
    blobs.put("piece", b"x" * 5000)
except CorpusError as error:
    print(error)
blobs.put("other", b"y")
"""


def test_a_piece_that_does_not_fit_leaves_nothing_behind(tmp_path: Path) -> None:
    assert hasattr(resource, "RLIMIT_FSIZE")
    done = subprocess.run([sys.executable, "-c", _FILL, tmp_path], capture_output=True, text=True, check=True)
    assert "work cannot be kept there: File too large" in done.stdout
    assert [each.name for each in tmp_path.rglob("*") if each.is_file()] == ["other"]


def test_a_piece_that_is_used_counts_as_new(tmp_path: Path) -> None:
    blobs = LocalBlobs(tmp_path)
    blobs.put("piece", b"")
    path = tmp_path / "pi" / "piece"
    os.utime(path, (0, 0))
    blobs.get("piece")
    assert path.stat().st_mtime > 10**9
