"""What is fuzzed: each target is one file that someone else wrote, in a place where everything else is sound."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from corpus_pkg.evaluate.fuzz import material as sound
from corpus_pkg.evaluate.fuzz.material import TODAY, Material, quick_models
from corpus_pkg.findings import Finding
from corpus_pkg.findings.rules.files import FAILED
from corpus_pkg.validate.contribution.fixing import apply_fixes
from corpus_pkg.validate.contribution.judge import Contribution
from corpus_pkg.validate.dataset.card import card_findings
from corpus_pkg.validate.dataset.croissant import croissant_findings
from corpus_pkg.validate.dataset.ledger import reject_findings
from corpus_pkg.validate.judge import Judge
from corpus_pkg.validate.records.judge import Records
from corpus_pkg.validate.report import FORMATS, Report
from corpus_pkg.validate.target import Steps

_MODELS: Final = quick_models()


class HiddenError(AssertionError):
    """An article could not be annotated: an exception stands behind the finding that says so."""


@dataclass(frozen=True, slots=True)
class Target:
    """One reader.

    Attributes:
        name: how it is called.
        file: the file whose bytes are made up; its folder holds what stands beside it.
        judge: what judges the folder.
        seeds: sound contents to begin with.
        most: the longest content that is tried.
        structure: what the content is made of, for a mutator that knows it.
        beside: other files of the folder.
    """

    name: str
    file: str
    judge: Callable[[Path, Material], Iterable[Finding]]
    seeds: Callable[[Material], Iterable[bytes]]
    most: int = 4096
    structure: str = "bytes"
    beside: tuple[tuple[str, str], ...] = ()

    def prepare(self, folder: Path) -> None:
        """Puts into a folder what stands beside the file."""
        for name, content in self.beside:
            (folder / name).write_text(content, "utf-8")

    def run(self, content: bytes, folder: Path, material: Material) -> Report:
        """Judges a content, and prints what was found in every format.

        Raises:
            HiddenError: the report hides an exception.
        """
        path = folder / self.file
        path.write_bytes(content)
        report, mended = Report(), []
        for finding in self.judge(folder, material):
            if finding.rule is FAILED:
                raise HiddenError(finding.message)
            report.add([finding])
            if finding.fix:
                mended.append(finding)
        for form in FORMATS.values():
            form(report).encode("utf-8")
        apply_fixes(_as_opened(mended, folder))
        self.prepare(folder)
        return report


def _as_opened(findings: Iterable[Finding], folder: Path) -> Iterator[Finding]:
    """The findings, their files named as they can be opened."""
    for each in findings:
        yield replace(each, place=replace(each.place, file=str(folder / each.place.file)))


def _contribution(folder: Path, _: Material) -> Iterator[Finding]:
    return Contribution(TODAY, Steps(), None, lambda: _MODELS).tree(folder)


def _records(folder: Path, _: Material) -> Iterator[Finding]:
    path = folder / "records.jsonl"
    yield from Records(TODAY, Steps()).lines(path, path.name)
    yield from Records(TODAY, Steps()).document(path, path.name)


def _copied(folder: Path, material: Material) -> None:
    """Puts the dataset's files beside the one that is made up; a dataset by links would be none."""
    for path in material.folder.rglob("*"):
        own = folder / path.relative_to(material.folder)
        if path.is_file() and not own.exists():
            own.parent.mkdir(exist_ok=True)
            own.write_bytes(path.read_bytes())


def _manifest(folder: Path, material: Material) -> Iterator[Finding]:
    _copied(folder, material)
    return Judge(TODAY).findings(folder)


def _card(folder: Path, material: Material) -> Iterator[Finding]:
    _copied(folder, material)
    return card_findings(folder, material.manifest)


_BESIDE: Final = (("article.txt", sound.ARTICLE),)
_SHORT: Final = (("article.txt", "Ships left.\n"),)
TARGETS: Final = {
    each.name: each
    for each in (
        Target("text", "article.txt", _contribution, lambda _: [sound.ARTICLE.encode(), sound.NOTICE.encode()]),
        Target("json_lines", "articles.jsonl", _contribution,
               lambda _: [b'{"title": "Ships", "text": "Ships left, he said.", "date": "2025-03-04"}\n'],
               structure="json"),
        Target("sidecar", "article.meta.toml", _contribution, lambda _: [sound.SIDECAR.encode()], beside=_SHORT),
        Target("settings", "corpus.toml", _contribution, lambda _: [sound.SETTINGS.encode()], beside=_SHORT),
        Target("annotations", "article.annotations.json", _contribution, lambda made: [made.corrections()],
               structure="json", beside=_BESIDE),
        Target("records", "records.jsonl", _records, lambda made: [*made.records, b"\n".join(made.records)],
               most=40_000, structure="json"),
        Target("parquet", "shard.parquet", lambda folder, _: Judge(TODAY).findings(folder / "shard.parquet"),
               lambda made: made.shards, most=200_000, structure="parquet"),
        Target("manifest", "manifest.json", _manifest,
               lambda made: [(made.folder / "manifest.json").read_bytes()], most=8192, structure="json"),
        Target("card", "README.md", _card,
               lambda made: [(made.folder / "README.md").read_bytes()[:2000] + b"\n"]),
        Target("croissant", "croissant.json", lambda folder, made: croissant_findings(folder, made.manifest),
               lambda made: [made.croissant()], most=12_000, structure="json"),
        Target("rejects", "rejects.jsonl", lambda folder, made: reject_findings(folder, made.manifest),
               lambda made: [(made.folder / "rejects.jsonl").read_bytes()], structure="json"),
    )
}  # fmt: skip
"""The targets by name."""
