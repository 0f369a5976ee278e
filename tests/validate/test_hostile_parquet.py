"""Parquet that means harm: files of a few thousand bytes that unfold to more than memory holds."""

from __future__ import annotations

from pathlib import Path

import pyarrow as pa
import pytest
from hostile_support import judged, swollen, write_links

from corpus_pkg.evaluate.fuzz.material import make_material

MOST_MEGABYTES = 1500


@pytest.mark.parametrize(("rows", "size"), [(500_000, 1000), (5000, 50_000_000), (100_000, 1_000_000)])
def test_constant_columns_of_gigabytes_are_not_unfolded(tmp_path: Path, rows: int, size: int) -> None:
    path = write_links(tmp_path / "links.parquet", rows, from_id="c" * size)
    assert path.stat().st_size < 300_000
    verdict = judged(path)
    assert verdict.codes.keys() & {"D013", "D010"}
    assert verdict.peak < MOST_MEGABYTES


def test_rows_that_grow_after_the_first_ones_are_not_unfolded(tmp_path: Path) -> None:
    values = pa.array(["q" + "0" * 16, "c" * 5_000_000])
    grown = pa.DictionaryArray.from_arrays(pa.array([0] * 40 + [1] * 2960), values)
    verdict = judged(write_links(tmp_path / "links.parquet", 3000, from_id=grown))
    assert verdict.codes.keys() & {"D013", "D010"}
    assert verdict.peak < MOST_MEGABYTES


@pytest.mark.parametrize(("name", "count"), [("paragraphs", 10_000_000), ("entities", 1_000_000)])
def test_lists_of_millions_are_not_unfolded(tmp_path: Path, name: str, count: int) -> None:
    (tmp_path / "data").mkdir()
    make_material(tmp_path / "data")
    (shard,) = (tmp_path / "data" / "articles").iterdir()
    verdict = judged(swollen(shard, tmp_path / "swollen.parquet", name, count))
    assert verdict.codes == {"D013": 1}
    assert verdict.peak < MOST_MEGABYTES


def test_every_bad_value_is_counted_and_few_are_kept(tmp_path: Path) -> None:
    path = write_links(tmp_path / "links.parquet", 30_000, kind="no kind", score=7.5)
    verdict = judged(path)
    assert verdict.codes == {"D014": 1, "S005": 30_000, "S007": 30_000}
    assert verdict.peak < 400
