"""Judges a contribution: a tree of raw articles with what stands beside them, or some of its files."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from corpus_pkg.annotate.entities.choice import DEFAULT
from corpus_pkg.annotate.models import Models
from corpus_pkg.convert.settings import read_defaults, read_mapping, read_settings
from corpus_pkg.convert.work import Names, open_once
from corpus_pkg.errors import CorpusError
from corpus_pkg.findings import Finding, Place
from corpus_pkg.findings.rules.files import NOTHING
from corpus_pkg.intake.companions import beside, companions, is_companion
from corpus_pkg.intake.files import SETTINGS, RawFile, find
from corpus_pkg.intake.raw import Defaults
from corpus_pkg.intake.reader import FormatReader
from corpus_pkg.model.frozen import frozen_schema
from corpus_pkg.model.version import SCHEMA_VERSION
from corpus_pkg.validate.columns.judge import Ground
from corpus_pkg.validate.contribution.articles import Articles
from corpus_pkg.validate.contribution.names import foreign, name_findings
from corpus_pkg.validate.contribution.settings import MOST_BYTES, settings_findings
from corpus_pkg.validate.target import Steps


def _open() -> Models:
    """The models, loaded when the first article with corrections comes."""
    return open_once(Names(DEFAULT))


@dataclass(slots=True)
class Contribution:
    """Judges contributions.

    Attributes:
        today: a publication date after it is impossible.
        steps: counts what was looked at.
        changed: the files to look at, by their real paths; None for all.
        models: opens what annotates articles that have corrections.
    """

    today: dt.date
    steps: Steps
    changed: Collection[Path] | None = None
    models: Callable[[], Models] = _open

    def tree(self, root: Path) -> Iterator[Finding]:
        """What is wrong with a folder; findings name files by their path in it."""
        settings = root / SETTINGS
        if settings.is_file() and self._wanted(settings):
            self.steps.count("files")
            yield from settings_findings(settings, SETTINGS)
        found = list(find([root]))
        if not any(isinstance(each, RawFile) for each in found):
            yield Finding(NOTHING, Place(file="."), "it is no dataset, and holds no article")
        yield from self._files(found, settings)

    def file(self, path: Path) -> Iterator[Finding]:
        """What is wrong with one file, and with the article that it stands beside."""
        if path.name == SETTINGS:
            self.steps.count("files")
            yield from settings_findings(path, path.name)
            return
        yield from self._files(list(find(_family(path))), path.with_name(SETTINGS))

    def _files(self, found: Sequence[RawFile | Finding], settings: Path) -> Iterator[Finding]:
        files = [each for each in found if isinstance(each, RawFile)]
        yield from (each for each in found if isinstance(each, Finding))
        yield from name_findings(files)
        articles = Articles(self._ground(settings), self.steps, self.models)
        reader = FormatReader(self.today, self._mapping(settings), self._defaults(settings))
        for file in files:
            if not self._wanted(file.path) and not any(map(self._wanted, companions(file.path))):
                continue
            self.steps.count("files")
            alien = foreign(file)
            if alien:
                yield alien
                continue
            yield from self._read(file, reader, articles)

    def _read(self, file: RawFile, reader: FormatReader, articles: Articles) -> Iterator[Finding]:
        for unit in reader.read(file):
            yield from unit.findings
            if unit.article is not None:
                yield from articles.findings(unit.article)

    def _wanted(self, path: Path) -> bool:
        return self.changed is None or path.resolve() in self.changed

    def _mapping(self, settings: Path) -> dict[str, str]:
        """The corpus's names of fields; an unsound table is a finding of the settings."""
        try:
            return read_mapping(settings if settings.is_file() else None)
        except (CorpusError, ValueError, OSError, RecursionError):
            return {}

    def _defaults(self, settings: Path) -> Defaults:
        """What the corpus states of all its articles; what is unsound is a finding of the settings."""
        try:
            return read_defaults(settings if settings.is_file() else None)
        except (CorpusError, ValueError, OSError, RecursionError):
            return Defaults()

    def _ground(self, settings: Path) -> Ground:
        """What articles are judged by; unsound settings are findings of their own."""
        ground = Ground(frozen_schema(SCHEMA_VERSION, "article"), self.today)
        try:
            there = settings.is_file() and settings.stat().st_size <= MOST_BYTES
            description = read_settings(settings if there else None)
        except (CorpusError, RecursionError):
            return replace(ground, licensed=True)
        return replace(ground, licensed=bool(description.license), languages=frozenset(description.languages))


def _family(path: Path) -> list[Path]:
    """A file with the article that it stands beside, if there is one."""
    return (beside(path) or [path]) if is_companion(path.name) else [path]
