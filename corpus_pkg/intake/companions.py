"""What stands beside a raw file: its sidecar NAME.meta.toml, and reviewed annotations NAME.annotations.json."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from pathlib import Path

from corpus_pkg.findings import Finding, Place
from corpus_pkg.findings.rules.files import LONE_ANNOTATIONS, LONE_SIDECAR, TWO_SUFFIXES
from corpus_pkg.intake.files import SIDECAR, RawFile
from corpus_pkg.intake.forms import suffixes
from corpus_pkg.intake.raw import Given
from corpus_pkg.intake.review import SUFFIX as REVIEW
from corpus_pkg.intake.review import read_review
from corpus_pkg.intake.sidecar import read_sidecar
from corpus_pkg.intake.streams import PACKED, bare_name
from corpus_pkg.intake.unit import Unit

SUFFIXES = (SIDECAR, REVIEW)


def is_companion(name: str) -> bool:
    """Whether a file is read with another."""
    return name.endswith(SUFFIXES)


def stem_of(name: str) -> str:
    """A raw file's name without its suffixes: what its companions are called after."""
    bare = bare_name(name)
    suffix = next((each for each in suffixes() if bare.lower().endswith(each)), "")
    return bare[: len(bare) - len(suffix)]


def companions(article: Path) -> list[Path]:
    """Where the companions of a raw file lie, whether they exist or not."""
    return [article.with_name(stem_of(article.name) + suffix) for suffix in SUFFIXES]


def beside(companion: Path) -> list[Path]:
    """The raw files that a companion stands beside."""
    suffix = next(each for each in SUFFIXES if companion.name.endswith(each))
    stem = companion.name.removesuffix(suffix)
    names = [stem + own + packed for own in suffixes() for packed in ("", *PACKED)]
    return [path for path in map(companion.with_name, names) if path.is_file()]


def stated(file: RawFile, today: dt.date) -> tuple[Given | None, list[Finding]]:
    """What the sidecar of a file states of all its articles; None if the sidecar is damaged.

    Args:
        file: the raw file.
        today: the day of conversion.
    """
    path = companions(file.path)[0]
    return read_sidecar(path, _beside(file, SIDECAR), today) if path.is_file() else (Given(), [])


def has_review(file: RawFile) -> bool:
    """Whether people corrected the one article of a file."""
    return companions(file.path)[1].is_file()


def reviewed(unit: Unit, file: RawFile, today: dt.date) -> Unit:
    """The one article of a file, with the corrections that people made."""
    path = companions(file.path)[1]
    if unit.article is None or not path.is_file():
        return unit
    review, findings = read_review(path, _beside(file, REVIEW), today)
    article = replace(unit.article, review=review)
    return replace(unit, article=article, findings=(*unit.findings, *findings))


def companion_findings(file: RawFile, today: dt.date) -> list[Finding]:
    """What is wrong with a companion that stands alone, or beside two: with its article it would be read with that."""
    sidecar = file.name.endswith(SIDECAR)
    found = beside(file.path)
    if len(found) > 1:
        names = " and ".join(sorted(each.name for each in found))
        return [Finding(TWO_SUFFIXES, Place(file=file.name), f"{names} stand beside it")]
    if found:
        return []
    _, findings = (read_sidecar if sidecar else read_review)(file.path, file.name, today)
    stem = file.path.name.removesuffix(SIDECAR if sidecar else REVIEW)
    lone = Finding(LONE_SIDECAR if sidecar else LONE_ANNOTATIONS, Place(file=file.name),
                   f"there is no {stem}.txt, nor a file of another form, beside it")  # fmt: skip
    return [*findings, lone]


def _beside(file: RawFile, suffix: str) -> str:
    folder, slash, name = file.name.rpartition("/")
    return folder + slash + stem_of(name) + suffix
