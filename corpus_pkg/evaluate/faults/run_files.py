"""The mutation run over files: a sound dataset, file of records or contribution is copied, damaged, and judged."""

from __future__ import annotations

import datetime as dt
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path
from random import Random

import orjson

from corpus_pkg.evaluate.faults import cards, contributions, datasets, linked, records
from corpus_pkg.evaluate.faults.datasets import remove
from corpus_pkg.evaluate.faults.files import FILE_DAMAGES, FileDamage, FileSpot
from corpus_pkg.evaluate.faults.tally import Tally
from corpus_pkg.findings import Finding
from corpus_pkg.loading import load
from corpus_pkg.model.rows import json_form, to_row
from corpus_pkg.validate.dataset.croissant import NAME as CROISSANT
from corpus_pkg.validate.judge import Judge

_MODULES = (datasets, cards, linked, records, contributions)
_SHOWN = 2


class Grounds:
    """Sound things to damage: made once, copied for each damage.

    Args:
        dataset: a sound dataset.
        folder: an empty folder to work in.
    """

    def __init__(self, dataset: Path, folder: Path) -> None:
        self._dataset, self._folder = dataset, folder
        self._records = folder / "sound-records"
        self._records.mkdir()
        lines = [orjson.dumps(json_form(to_row(article))) for article in load(dataset)]
        (self._records / records.NAME).write_bytes(b"".join(each + b"\n" for each in lines))
        self._contribution = folder / "sound-contribution"
        self._contribution.mkdir()
        for name, content in (
            ("story.txt", contributions.TEXT),
            ("story.meta.toml", contributions.SIDECAR),
            ("corpus.toml", contributions.SETTINGS),
            ("story.annotations.json", contributions.review()),
        ):
            (self._contribution / name).write_text(content, "utf-8")

    def fresh(self, ground: str) -> Path:
        """A sound copy."""
        source = {"dataset": self._dataset, "records": self._records, "contribution": self._contribution}[ground]
        target = Path(tempfile.mkdtemp(dir=self._folder)) / ground
        shutil.copytree(source, target)
        if ground == "dataset":
            # It names every shard and column, so that most faults would be found twice; its own begin with a new one.
            remove(target, CROISSANT)
        return target

    def judged(self, damage: FileDamage, random: Random) -> tuple[FileSpot, list[Finding]]:
        """Damages a copy and judges it."""
        target = self.fresh(damage.ground)
        spot = damage.apply(target, random)
        found = judge(target, damage.ground)
        shutil.rmtree(target.parent)
        return spot, found


def judge(target: Path, ground: str) -> list[Finding]:
    """The findings of a dataset, a file of records or a contribution."""
    path = target / records.NAME if ground == "records" else target
    return list(Judge(dt.datetime.now(dt.UTC).date()).findings(path))


def at_its_place(finding: Finding, damage: FileDamage, spot: FileSpot) -> bool:
    """Whether a finding is the one that a damage asks for."""
    place = finding.place
    return finding.rule.code == damage.code and place.file.endswith(spot.file) and spot.line in (None, place.line)


def mutate_files(dataset: Path, times: int, seed: int) -> Iterator[Tally]:
    """Does every damage of files many times.

    Args:
        dataset: a sound dataset.
        times: how often each is done.
        seed: of the places.
    """
    with tempfile.TemporaryDirectory() as name:
        grounds = Grounds(dataset, Path(name))
        for damage in FILE_DAMAGES:
            random = Random(f"{seed} {damage.code} {damage.name}")  # noqa: S311  places, no secrets
            caught, missed = 0, list[str]()
            for _ in range(times):
                spot, found = grounds.judged(damage, random)
                if any(at_its_place(each, damage, spot) for each in found):
                    caught += 1
                elif len(missed) < _SHOWN:
                    missed.append(
                        f"{spot}: {[f'{each.rule.code} {each.place} {each.message}'[:160] for each in found][:4]}"
                    )
            yield Tally(damage.name, damage.code, times, caught, missed)
