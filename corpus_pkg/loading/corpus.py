"""A dataset directory as typed records, and as the tables of other libraries."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from corpus_pkg.errors import DatasetError, UsageError, VersionMismatchError
from corpus_pkg.model.article import Article
from corpus_pkg.model.frozen import published_versions
from corpus_pkg.model.lift import lifted
from corpus_pkg.model.manifest import Manifest
from corpus_pkg.model.rows import from_row
from corpus_pkg.model.tables import TABLES, table
from corpus_pkg.store import manifest as manifest_file

if TYPE_CHECKING:
    import pandas as pd
    import polars as pl
    import pyarrow as pa

_BATCH = 64


@dataclass(frozen=True, slots=True)
class Corpus:
    """A dataset on disk; nothing is read before it is asked for.

    Attributes:
        path: the directory.
        manifest: what it is, and what made it.
    """

    path: Path
    manifest: Manifest

    def __len__(self) -> int:
        """The number of articles."""
        return next(each.rows for each in self.manifest.configs if each.name == "articles")

    def __iter__(self) -> Iterator[Article]:
        """The articles, by date and id, read in small batches."""
        return self.records("articles")

    @property
    def configs(self) -> list[str]:
        """The configs that have rows."""
        return [each.name for each in self.manifest.configs]

    def records(self, config: str = "articles") -> Iterator[Any]:
        """The records of a config, in order: `Article`, `Quote`, `Entity`, `Claim` or `Link`.

        Records of child configs do not name their article; use `arrow`, or read them from the articles.

        Raises:
            UsageError: the dataset has no such config.
        """
        record = table(config).record if self._known(config) else Article
        for batch in self.batches(config, _BATCH):
            for row in self._lifted(batch, config).to_pylist():
                yield from_row(record, row)

    def batches(
        self, config: str = "articles", rows: int = 1024, columns: Sequence[str] | None = None
    ) -> Iterator[pa.RecordBatch]:
        """The rows of a config in Arrow batches of at most so many, shard after shard; memory stays flat.

        Args:
            config: which.
            rows: at most so many a batch.
            columns: which are read; None for all.

        Raises:
            UsageError: the dataset has no such config.
        """
        import pyarrow.parquet as pq

        for path in self.shards(config):
            with pq.ParquetFile(path) as file:
                yield from file.iter_batches(rows, columns=list(columns) if columns is not None else None)

    def article(self, own: str) -> Article:
        """The article of that id.

        Raises:
            UsageError: there is none.
        """
        import pyarrow.dataset as ds

        shards = ds.dataset(self.shards("articles"), format="parquet")
        found = shards.to_table(filter=ds.field("id") == own).combine_chunks().to_batches()
        if not found:
            raise UsageError(own, f"no article of {self.path} has this id", "`corpus stats DIR` lists what is there.")
        article: Article = from_row(Article, self._lifted(found[0], "articles").to_pylist()[0])
        return article

    def _lifted(self, batch: pa.RecordBatch, config: str) -> pa.RecordBatch:
        """Rows as the records of this package have them, whatever schema version the dataset follows."""
        return lifted(batch, table(config), self.manifest.schema_version)

    def arrow(self, config: str = "articles", columns: Sequence[str] | None = None) -> pa.Table:
        """A config as one Arrow table, all of it or some columns."""
        import pyarrow.dataset as ds

        return ds.dataset(self.shards(config), format="parquet").to_table(columns=list(columns) if columns else None)

    def pandas(self, config: str = "articles", columns: Sequence[str] | None = None) -> pd.DataFrame:
        """A config as a pandas frame."""
        frame: pd.DataFrame = self.arrow(config, columns).to_pandas()
        return frame

    def polars(self, config: str = "articles", columns: Sequence[str] | None = None) -> pl.DataFrame:
        """A config as a polars frame; needs the extra `polars`.

        Raises:
            UsageError: polars is not installed.
        """
        try:
            import polars as pl
        except ImportError as error:
            raise UsageError("polars", "is not installed", "Install it: pip install 'corpus-pkg[polars]'") from error
        return pl.DataFrame(self.arrow(config, columns))

    def datasets(self, config: str = "articles", **options: Any) -> Any:  # noqa: ANN401  `datasets` publishes no types
        """A config as `datasets.load_dataset` gives it; `streaming`, `columns`, `filters` and others are passed on."""
        from datasets import load_dataset

        self._known(config)
        return load_dataset(str(self.path), config, split="train", **options)

    def _known(self, config: str) -> bool:
        if config not in self.configs:
            known = ", ".join(self.configs)
            reason = "has no rows" if config in {each.name for each in TABLES} else "is no config"
            raise UsageError(config, f"{reason} in {self.path}", f"Configs with rows: {known}.")
        return True

    def shards(self, config: str) -> list[Path]:
        """The Parquet files of a config, in order.

        Raises:
            UsageError: the dataset has no such config.
        """
        self._known(config)
        return [self.path / each.path for each in self.manifest.files if each.path.startswith(f"{config}/")]


def opened(folder: Path, version: str | None = None) -> Corpus:
    """A dataset directory.

    Args:
        folder: the directory.
        version: the dataset version that is wanted; None for whatever is there.

    Raises:
        DatasetError: it is no dataset, or of a schema that this package does not know.
        VersionMismatchError: it is of another version than the one wanted.
    """
    manifest = manifest_file.read(folder)
    if manifest.schema_version not in published_versions():
        raise DatasetError(str(folder), f"follows schema {manifest.schema_version}, which is not known here",
                           f"Known: {', '.join(published_versions())}. Install a newer corpus-pkg.")  # fmt: skip
    if version is not None and version != manifest.dataset.version:
        raise VersionMismatchError(str(folder), f"holds version {manifest.dataset.version}, not {version}",
                                   "Load the version that is there, or fetch the other one.")  # fmt: skip
    return Corpus(folder, manifest)
