"""What a storage that knows chunks stores anew when a dataset changes a little, by who wrote its Parquet.

Stored is what `hf_xet`, the client of the Hub, puts into a store of its own on disk. Three writers write the same rows:
ours; `datasets`, as `Dataset.push_to_hub` writes its shards; and pyarrow as it comes.
"""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from corpus_pkg.convert.build import Options, build
from corpus_pkg.evaluate.variants import Variants, releases
from corpus_pkg.loading import load
from corpus_pkg.model.manifest import Manifest
from corpus_pkg.model.rows import Row, to_row
from corpus_pkg.store.writer import write_dataset

_TAKEN = 300
Write = Callable[[pa.Table, Path], None]


@dataclass(frozen=True, slots=True)
class Stored:
    """What one writer's files cost.

    Attributes:
        writer: whose files they are.
        size: bytes of the files of the first release.
        first: bytes stored of it.
        inserted: bytes stored anew after articles of one day were added.
        edited: bytes stored anew after a few were edited and left out.
    """

    writer: str
    size: int
    first: int
    inserted: int
    edited: int


def measure(sources: Sequence[Path], articles: int, seed: int, progress: Callable[[str], None]) -> list[Stored]:
    """Writes three releases with each writer, and stores them.

    Args:
        sources: articles to vary.
        articles: of the first release.
        seed: of the places that change.
        progress: is told each step before it is taken.
    """
    with tempfile.TemporaryDirectory(prefix="release-") as name:
        folder = Path(name)
        progress("annotating what is varied")
        build(sources, folder / "stock", Options(mode="fast"))
        stock = load(folder / "stock")
        variants = Variants([to_row(each) for each in islice(stock, _TAKEN)])
        draft = replace(stock.manifest, units=replace(stock.manifest.units, records=articles))
        for release, rows in releases(variants, articles, seed):
            progress(f"writing the release: {release}")
            own = folder / "corpus-pkg" / release
            _write_ours(own, rows, draft)
            for config in load(own).configs:
                table = _whole(own, config)
                for writer, write in _OTHERS.items():
                    target = folder / writer / release / config / "train-00000-of-00001.parquet"
                    target.parent.mkdir(parents=True)
                    write(table, target)
        return [_stored(folder, writer, progress) for writer in ("corpus-pkg", *_OTHERS)]


def _write_ours(folder: Path, rows: Iterable[Row], draft: Manifest) -> None:
    folder.mkdir(parents=True)
    write_dataset(folder, rows, draft, ())


def _whole(folder: Path, config: str) -> pa.Table:
    """A config as one table, as other writers get it."""
    shards = sorted((folder / config).glob("*.parquet"))
    return pa.concat_tables([pq.read_table(each) for each in shards]).replace_schema_metadata()


def _as_datasets(rows: pa.Table, target: Path) -> None:
    from datasets import Dataset, disable_progress_bars

    disable_progress_bars()
    Dataset(rows).to_parquet(target)


def _as_pyarrow(rows: pa.Table, target: Path) -> None:
    pq.write_table(rows, target)


_OTHERS: dict[str, Write] = {"datasets": _as_datasets, "pyarrow": _as_pyarrow}


def _stored(folder: Path, writer: str, progress: Callable[[str], None]) -> Stored:
    progress(f"storing what {writer} wrote")
    own, store = folder / writer, folder / f"{writer}.store"
    first = _grown(store, own / "first")
    size = sum(each.stat().st_size for each in (own / "first").rglob("*.parquet"))
    after = {}
    for release in ("inserted", "edited"):
        other = store.with_suffix(f".{release}")
        shutil.copytree(store, other)
        after[release] = _grown(other, own / release)
    return Stored(writer, size, first, **after)


def _grown(store: Path, release: Path) -> int:
    """How many bytes of chunks a store takes in for a release."""
    import hf_xet

    store.mkdir(exist_ok=True)
    before = _chunks(store)
    with hf_xet.XetSession().new_upload_commit(endpoint=f"local://{store}") as commit:
        for shard in sorted(release.glob("*/*.parquet")):
            commit.start_upload_file(str(shard))
    return _chunks(store) - before


def _chunks(store: Path) -> int:
    blocks = (store / "xet" / "xorbs" / "xorbs").glob("default.*")
    return sum(each.stat().st_size for each in blocks if each.suffix != ".tagset")


def as_text(figures: Sequence[Stored]) -> str:
    """A line a writer: bytes of the first release, and the share of them that the next one stores anew."""
    lines = [f"{'writer':12s} {'bytes':>13s} {'stored':>13s} {'inserted':>9s} {'edited':>9s}"]
    lines += [f"{each.writer:12s} {each.size:13,} {each.first:13,} {each.inserted / each.first:9.1%} "
              f"{each.edited / each.first:9.1%}" for each in figures]  # fmt: skip
    return "\n".join(lines)
