"""The writer: content-defined row groups, digests, sorted spill, and a directory that comes into being at once."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus_pkg.errors import CorpusError, UsageError
from corpus_pkg.model import table
from corpus_pkg.model.arrow import arrow_schema
from corpus_pkg.store import parquet
from corpus_pkg.store.digest import ContentDigest
from corpus_pkg.store.directory import BuildDirectory
from corpus_pkg.store.parquet import TableWriter, starts_group
from corpus_pkg.store.spill import Spill

LINKS = table("links")


def _link(number: int) -> dict[str, object]:
    own = f"a{number:016x}"
    return {"kind": "same_event", "from_article": own, "from_id": None, "to_article": own, "to_id": None, "score": 0.5}


def _write(folder: Path, numbers: list[int]) -> Path:
    writer = TableWriter(folder, LINKS)
    for number in numbers:
        writer.add(f"a{number:016x}", [_link(number)])
    ((path, rows),) = writer.close()
    assert rows == len(numbers)
    return path


def _groups(path: Path) -> list[frozenset[str]]:
    with pq.ParquetFile(path) as file:
        return [
            frozenset(file.read_row_group(index, columns=["from_article"]).column(0).to_pylist())
            for index in range(file.num_row_groups)
        ]


def test_rows_come_back_with_the_declared_schema(tmp_path: Path) -> None:
    path = _write(tmp_path / "links", list(range(50)))
    found = pq.read_table(path)
    assert found.schema.equals(arrow_schema(LINKS))
    assert found.to_pylist() == [_link(number) for number in range(50)]
    assert pq.ParquetFile(path).metadata.row_group(0).column(0).compression == "ZSTD"


def test_an_insertion_changes_the_groups_it_stands_in_and_no_other(tmp_path: Path) -> None:
    before = _groups(_write(tmp_path / "one", list(range(0, 40_000, 2))))
    after = _groups(_write(tmp_path / "two", sorted([*range(0, 40_000, 2), 19_001, 19_003])))
    assert len(before) > 10
    assert all(parquet.LEAST_ROWS <= len(each) <= parquet.MOST_ROWS for each in before[:-1])
    assert len(set(after) - set(before)) <= 2


@given(st.lists(st.integers(0, 10**9), unique=True, min_size=1, max_size=50), st.integers(0, 5000))
def test_a_group_is_cut_by_content_between_a_least_and_a_most(numbers: list[int], buffered: int) -> None:
    for number in numbers:
        cut = starts_group(f"a{number:016x}", buffered)
        assert not cut or buffered >= parquet.LEAST_ROWS
        assert cut or buffered < parquet.MOST_ROWS


def test_shards_are_cut_by_size_and_numbered(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parquet, "MOST_SHARD_BYTES", 1)
    writer = TableWriter(tmp_path / "links", LINKS)
    for number in range(8000):
        writer.add(f"a{number:016x}", [_link(number)])
    shards = writer.close()
    assert len(shards) > 2
    assert [path.name for path, _ in shards] == [
        f"train-{i:05d}-of-{len(shards):05d}.parquet" for i in range(len(shards))
    ]
    assert sum(rows for _, rows in shards) == 8000


def test_a_config_without_rows_leaves_no_folder(tmp_path: Path) -> None:
    assert TableWriter(tmp_path / "links", LINKS).close() == []
    assert not (tmp_path / "links").exists()


def test_the_content_digest_sees_every_value_and_the_order() -> None:
    def digest(*rows: dict[str, object]) -> str:
        content = ContentDigest()
        content.add(pa.Table.from_pylist(list(rows), schema=arrow_schema(table("links"))))
        return content.hexdigest()

    assert digest(_link(1), _link(2)) == digest(_link(1), _link(2))
    assert (
        len({digest(_link(1), _link(2)), digest(_link(2), _link(1)), digest(_link(1) | {"score": 0.25}, _link(2))}) == 3
    )


def _row(own: str, path: str, date: object = None) -> dict[str, object]:
    return {"id": own, "raw_path": path, "date": date}


def test_the_spill_sorts_and_keeps_one_row_an_id_whatever_the_order(tmp_path: Path) -> None:
    rows = [_row("b", "2"), _row("a", "1"), _row("b", "0")]
    outcomes = []
    for order in (rows, rows[::-1]):
        with Spill(tmp_path) as spill:
            dropped = [each for each in map(spill.add, order) if each]
            outcomes.append(([(row["id"], row["raw_path"]) for row in spill], dropped, len(spill)))
    assert outcomes[0] == outcomes[1] == ([("a", "1"), ("b", "0")], [("2", "0")], 2)


def test_a_build_replaces_the_dataset_only_when_it_is_committed(tmp_path: Path) -> None:
    target = tmp_path / "data"
    for content in ("one", "two"):
        with BuildDirectory(target) as build:
            (build.path / "manifest.json").write_text(content)
            build.commit()
        assert (target / "manifest.json").read_text() == content
    with BuildDirectory(target) as build:
        (build.path / "manifest.json").write_text("three")
    assert (target / "manifest.json").read_text() == "two"
    assert [each.name for each in tmp_path.iterdir()] == ["data"]


def test_the_old_dataset_survives_where_directories_cannot_be_exchanged(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("corpus_pkg.store.directory._exchange", lambda _one, _two: False)
    test_a_build_replaces_the_dataset_only_when_it_is_committed(tmp_path)


def test_what_is_no_dataset_is_not_overwritten(tmp_path: Path) -> None:
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "thesis.txt").write_text("x")
    (tmp_path / "file").write_text("x")
    for name in ("mine", "file"):
        with pytest.raises(UsageError), BuildDirectory(tmp_path / name):
            pass
    assert (tmp_path / "mine" / "thesis.txt").read_text() == "x"


def test_two_builds_of_one_directory_do_not_meet(tmp_path: Path) -> None:
    with BuildDirectory(tmp_path / "data") as build:
        (build.path / "keep").write_text("x")
        with pytest.raises(CorpusError, match="another build"):
            BuildDirectory(tmp_path / "data").__enter__()
        assert (build.path / "keep").read_text() == "x"


KILLED = """
import os, signal, sys
from pathlib import Path
from corpus_pkg.store.directory import BuildDirectory
with BuildDirectory(Path(sys.argv[1])) as build:
    (build.path / "manifest.json").write_text("half")
    os.kill(os.getpid(), signal.SIGKILL)
"""


def test_a_killed_build_leaves_the_former_dataset_and_the_next_build_cleans_up(tmp_path: Path) -> None:
    target = tmp_path / "data"
    with BuildDirectory(target) as build:
        (build.path / "manifest.json").write_text(json.dumps("whole"))
        build.commit()
    done = subprocess.run([sys.executable, "-c", KILLED, str(target)], check=False)
    assert done.returncode == -9
    assert json.loads((target / "manifest.json").read_text()) == "whole"
    assert (tmp_path / ".data.building" / "manifest.json").read_text() == "half"
    with BuildDirectory(target) as build:
        assert list(build.path.iterdir()) == []
        (build.path / "manifest.json").write_text("new")
        build.commit()
    assert (target / "manifest.json").read_text() == "new"
    assert [each.name for each in tmp_path.iterdir()] == ["data"]
