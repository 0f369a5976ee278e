"""Judges whatever it is given: a dataset, Parquet files, records, a contribution, a whole tree of seeds."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterator
from dataclasses import dataclass, field, replace
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

from corpus_pkg.errors import UsageError
from corpus_pkg.findings import Finding
from corpus_pkg.intake.review import SUFFIX as REVIEW
from corpus_pkg.intake.source.lines import bounded_lines
from corpus_pkg.model.tables import TABLES
from corpus_pkg.store import manifest as manifest_file
from corpus_pkg.validate.dataset.directory import dataset_findings
from corpus_pkg.validate.dataset.parquet_file import parquet_findings
from corpus_pkg.validate.records.judge import MOST_LINE, Records
from corpus_pkg.validate.records.line import looks_like_record
from corpus_pkg.validate.target import Steps

if TYPE_CHECKING:
    from corpus_pkg.validate.contribution.judge import Contribution

# The first line may be the damaged one.
_LOOKED_AT = 20
_LINES, _JSON, _PARQUET = (".jsonl", ".ndjson"), ".json", ".parquet"


@dataclass(slots=True)
class Judge:
    """Judges paths, and names each file in the findings as it can be opened.

    Attributes:
        today: a publication date after it is impossible.
        changed: the files to look at, by their real paths; None for all.
        steps: what was looked at.
    """

    today: dt.date
    changed: Collection[Path] | None = None
    steps: Steps = field(default_factory=Steps)

    def findings(self, path: Path) -> Iterator[Finding]:
        """Everything that is wrong with a path.

        Raises:
            UsageError: there is nothing at the path.
        """
        if path.is_dir():
            for finding in self._folder(path):
                yield replace(finding, place=replace(finding.place, file=(path / finding.place.file).as_posix()))
        elif path.is_file() or path.is_symlink():
            if self._wanted(path):
                for finding in self._file(path):
                    own = (path.parent / finding.place.file).as_posix()
                    yield replace(finding, place=replace(finding.place, file=own))
        else:
            raise UsageError(str(path), "no such file or folder", "Check the path.")

    def _wanted(self, path: Path) -> bool:
        return self.changed is None or path.resolve() in self.changed

    def _contribution(self) -> Contribution:
        # Datasets and records are judged without what annotates.
        from corpus_pkg.validate.contribution.judge import Contribution

        return Contribution(self.today, self.steps, self.changed)

    def _folder(self, path: Path) -> Iterator[Finding]:
        if not _is_dataset(path):
            yield from self._contribution().tree(path)
        elif self.changed is None or any(path.resolve() in each.parents for each in self.changed):
            self.steps.count("datasets")
            yield from dataset_findings(path, self.today, self.steps)

    def _file(self, path: Path) -> Iterator[Finding]:
        if path.suffix == _PARQUET:
            self.steps.count("files")
            yield from parquet_findings(path, self.today, self.steps)
        elif path.suffix in _LINES and _holds_records(path):
            self.steps.count("files")
            yield from Records(self.today, self.steps).lines(path, path.name)
        elif path.suffix == _JSON and not path.name.endswith(REVIEW):
            self.steps.count("files")
            yield from Records(self.today, self.steps).document(path, path.name)
        else:
            yield from self._contribution().file(path)


def _is_dataset(path: Path) -> bool:
    """Whether a folder is a dataset, or was one before something was lost."""
    shards = (path / each.name for each in TABLES)
    return (path / manifest_file.NAME).exists() or any(each.is_dir() and any(each.glob("*.parquet")) for each in shards)


def _holds_records(path: Path) -> bool:
    """Whether a file of JSON Lines holds records of a dataset, and not raw articles: by its first lines."""
    try:
        with path.open("rb") as stream:
            first = islice(bounded_lines(stream, MOST_LINE), _LOOKED_AT)
            return any(looks_like_record(each.content or b"") for each in first)
    except OSError:
        return False  # whoever reads it says so


def validate(*paths: Path) -> list[Finding]:
    """Everything that is wrong with paths, as of today.

    Args:
        paths: datasets, Parquet files, records, contributions.

    Raises:
        UsageError: there is nothing at a path.
    """
    judge = Judge(dt.datetime.now(dt.UTC).date())
    return [finding for path in paths for finding in judge.findings(path)]
