"""Files that mean harm: deep, long, endless, of odd names. Each is answered by a report, in bounded memory and time."""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from hostile_support import DEEP, judged, write_long_line

from corpus_pkg.evaluate.fuzz.material import ARTICLE, Material, make_material
from corpus_pkg.model.version import SCHEMA_VERSION

NEST = "[" * DEEP + "]" * DEEP
MOST_MEGABYTES = 600


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Material:
    folder = tmp_path_factory.mktemp("made") / "data"
    folder.mkdir()
    return make_material(folder)


@pytest.fixture
def data(made: Material, tmp_path: Path) -> Path:
    """A sound dataset to be spoilt."""
    return Path(shutil.copytree(made.folder, tmp_path / "data"))


@pytest.fixture
def record(made: Material) -> str:
    return made.records[0].decode("utf-8")


@pytest.fixture
def seeds(tmp_path: Path) -> Path:
    folder = tmp_path / "seeds"
    folder.mkdir()
    (folder / "a.txt").write_text(ARTICLE, "utf-8")
    return folder


@pytest.mark.parametrize("levels", [200, 300, 900, 1100, DEEP])
def test_deep_nesting_in_records(tmp_path: Path, record: str, levels: int) -> None:
    deep = record.replace('"title"', f'"x": {"[" * levels + "]" * levels}, "title"', 1)
    (tmp_path / "deep.jsonl").write_text(f"{record}\n{deep}\n", "utf-8")
    (tmp_path / "deep.json").write_text(deep, "utf-8")
    assert judged(tmp_path / "deep.jsonl").codes["S013"] == 1
    assert judged(tmp_path / "deep.json").codes["S013"] == 1


def test_deep_nesting_beside_articles(seeds: Path) -> None:
    (seeds / "a.annotations.json").write_text(f'{{"corrections": {NEST}}}', "utf-8")
    (seeds / "corpus.toml").write_text(f"title = {NEST}", "utf-8")
    (seeds / "b.jsonl").write_text(f'{{"text": {NEST}}}\n', "utf-8")
    assert judged(seeds).codes.keys() >= {"S013", "S018", "F007"}
    (seeds / "a.meta.toml").write_text(f"title = {NEST}", "utf-8")
    assert judged(seeds).codes["F010"] == 2


@pytest.mark.parametrize(
    ("name", "content", "code"),
    [
        ("manifest.json", f'{{"schema_version": "{SCHEMA_VERSION}", "files": {NEST}}}', "D001"),
        ("croissant.json", f'{{"@type": "Dataset", "x": {NEST}}}', "P020"),
        ("rejects.jsonl", "".join(f'{{"code": {"[" * n + "]" * n}}}\n' for n in (600, 900, DEEP)), "D025"),
        ("README.md", f"---\na: {NEST}\n---\n", "P001"),
        ("README.md", "---\n" + "".join(" " * n + "a:\n" for n in range(600)) + "---\n", "P001"),
        ("README.md", f"---\na: {NEST[:-20]}\nb: &b 1\nc: *b\n---\n", "P001"),
        ("README.md", "---\na: &a [x, x]\n" + "b: &b [*a, *a]\nc: [*b, *b]\n---\n", "P003"),
        ("README.md", "---\na: [" + "1," * 2_000_000 + "1]\n---\n", "P001"),
        ("README.md", "---\na: 1" + ":1" * 90_000 + "\n---\n", "P002"),
        *[("README.md", f"---\na: {tag}\n---\n", "P001") for tag in ('!!int ""', "!!timestamp x", "!!bool x")],
        ("README.md", '---\nlicense: "\\ud800"\n---\n', "P006"),
    ],
)
def test_hostile_documents_of_a_dataset(data: Path, name: str, content: str, code: str) -> None:
    (data / name).write_text(content, "utf-8")
    verdict = judged(data)
    assert code in verdict.codes
    assert verdict.peak < MOST_MEGABYTES


def test_a_line_of_200_megabytes(tmp_path: Path, seeds: Path, record: str) -> None:
    own = judged(write_long_line(tmp_path / "records.jsonl", [record.encode(), record.encode()], 200_000_000))
    assert own.codes["S020"] == 1
    raw = [b'{"text": "Ships left, he said."}', b'{"text": "Ships came, she said."}']
    write_long_line(seeds / "raw.jsonl", raw, 200_000_000)
    assert judged(seeds).codes["F013"] == 1
    assert max(own.peak, judged(seeds).peak) < MOST_MEGABYTES


def test_every_fault_of_many_records_is_counted(tmp_path: Path, record: str) -> None:
    faulty = json.dumps(json.loads(record) | {f"x{number}": 1 for number in range(48)} | {"title": 5, "id": "no"})
    (tmp_path / "faults.jsonl").write_text((faulty + "\n") * 600, "utf-8")
    verdict = judged(tmp_path / "faults.jsonl")
    assert verdict.codes == {"S003": 28_800, "S004": 600, "S006": 600}
    assert verdict.peak < 400


@pytest.mark.parametrize("opening", ['{"raw_sha256": [', '{"raw_sha256": 0, "id": ['])
def test_a_record_of_a_million_values(tmp_path: Path, opening: str) -> None:
    (tmp_path / "many.jsonl").write_text(f'{opening}{"0," * 1_000_000}0], "from_article": 0}}\n', "utf-8")
    verdict = judged(tmp_path / "many.jsonl")
    assert verdict.codes
    assert verdict.peak < 1000


_START = '"paragraphs": [{"start": 0'


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        *[(_START, f"{_START[:-1]}{number}", "S015") for number in ("9" * 5000, str(2**70), "1e999")],
        *[(_START, f"{_START[:-1]}{number}", "S007") for number in ("1e300", "-1")],
        (_START, f"{_START[:-1]}NaN", "S012"),
        (_START, f"{_START[:-1]}2147483648", "T013"),
        ('"title": ', '"title": "\\ud800", "x": ', "S014"),
        ('"title": ', '"id": "a", "title": ', "S011"),
        ('"title": ', '\x00"title": ', "S010"),
        ("{", "\ufeff{", "S016"),
        ("{", '{"raw_sha256": 1} {', "S010"),
        ('"title": "', '"title": "\u2028', ""),
    ],
)
def test_values_that_readers_take_in_different_ways(tmp_path: Path, record: str, old: str, new: str, code: str) -> None:
    assert old in record
    (tmp_path / "odd.jsonl").write_text(record.replace(old, new, 1) + "\n", "utf-8")
    assert code in {*judged(tmp_path / "odd.jsonl").codes, ""}


def test_encodings_and_line_ends(tmp_path: Path, seeds: Path, record: str) -> None:
    (tmp_path / "wide.json").write_bytes(record.encode("utf-16"))
    assert judged(tmp_path / "wide.json").codes == {"S017": 1}
    (tmp_path / "cr.jsonl").write_bytes(f"{record}\r{record}\r".encode())
    assert "S010" in judged(tmp_path / "cr.jsonl").codes
    (seeds / "wide.jsonl").write_bytes('{"text": "Ships left, he said."}\n'.encode("utf-16"))
    (seeds / "cr.txt").write_bytes(b"Ships left.\r\rThey came, he said.\r")
    (seeds / "lines.jsonl").write_bytes(
        b'\xef\xbb\xbf{"text": "Ships left."}\r{"text": "b"}\n{"text": "a"}{"text": "b"}\n{"text": "l\xe2\x80\xa8s"}\n'
    )
    assert judged(seeds).codes["F007"] == 4


def test_a_manifest_of_30_000_files(data: Path) -> None:
    manifest = json.loads((data / "manifest.json").read_text("utf-8"))
    entry = manifest["files"][0]
    manifest["files"] += [entry | {"path": f"articles/train-00000-of-{each:05}.parquet"} for each in range(2, 30_000)]
    (data / "manifest.json").write_text(json.dumps(manifest), "utf-8")
    verdict = judged(data)
    assert verdict.codes["D002"] == 29_998
    assert verdict.peak < 1000


def test_paths_that_lead_out_or_to_nothing(data: Path) -> None:
    manifest = json.loads((data / "manifest.json").read_text("utf-8"))
    out, lost = ["../x", "/etc/passwd", "articles/../../x", "C:/x", "a\\b"], ["x" * 5000, "articles/\0.parquet", "."]
    manifest["files"] += [manifest["files"][0] | {"path": each} for each in (*out, *lost)]
    (data / "manifest.json").write_text(json.dumps(manifest), "utf-8")
    codes = judged(data).codes
    assert (codes["D029"], codes["D002"]) == (len(out), len(lost))


def _pipe(path: Path) -> None:
    path.unlink(missing_ok=True)
    os.mkfifo(path)


def _endless(path: Path) -> None:
    path.unlink(missing_ok=True)
    path.symlink_to("/dev/zero")


def _dangling(path: Path) -> None:
    path.unlink(missing_ok=True)
    path.symlink_to("nowhere")


def _folder(path: Path) -> None:
    path.unlink(missing_ok=True)
    path.mkdir()


_MAKERS = pytest.mark.parametrize("make", [_pipe, _endless, _dangling, _folder])


@_MAKERS
def test_files_of_a_dataset_that_are_none(data: Path, make: Callable[[Path], None]) -> None:
    (shard,) = (data / "quotes").iterdir()
    for path in (data / "README.md", data / "rejects.jsonl", data / "croissant.json", shard, data / "x.py"):
        make(path)
    assert judged(data, 60).codes.keys() >= {"P001", "D005"}
    make(data / "manifest.json")
    assert judged(data, 60).codes["D001"] == 1


@_MAKERS
def test_files_of_a_contribution_that_are_none(seeds: Path, make: Callable[[Path], None]) -> None:
    names = ("corpus.toml", "a.meta.toml", "a.annotations.json", "b.txt", "c.jsonl", "d.json")
    for name in names:
        make(seeds / name)
    assert judged(seeds, 60).codes
    if make is _dangling:
        for name in set(names) - {"c.jsonl"}:
            assert judged(seeds / name, 60).codes


def test_a_sidecar_of_five_megabytes(seeds: Path) -> None:
    for name in ("a.meta.toml", "corpus.toml"):
        (seeds / name).write_text(f'title = "{"x" * 5_000_000}"\n', "utf-8")
    verdict = judged(seeds)
    assert (verdict.codes["F010"], verdict.codes["S018"]) == (2, 1)
    assert verdict.peak < MOST_MEGABYTES


@pytest.mark.parametrize("name", [b"new\nline.txt", b"bad\xff.txt", b"bad\xff.jsonl", b"a#L7.txt", b"[ab]*.txt"])
def test_odd_names(seeds: Path, data: Path, name: bytes) -> None:
    for folder in (seeds, data):
        (folder / os.fsdecode(name)).write_text("Ships left, he said.", "utf-8")
    assert judged(data).codes["D004"] == 1
    odd = not os.fsdecode(name).isprintable()
    assert ("F017" in judged(seeds).codes) == odd
    assert ("F017" in judged(seeds / os.fsdecode(name)).codes) == odd
