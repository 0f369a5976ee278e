"""The fuzzer itself: what it begins with is sound, what it changes stays near it, what raises is kept and cut."""

from __future__ import annotations

import importlib.util
import io
import json
from pathlib import Path
from random import Random

import pyarrow.parquet as pq
import pytest

from corpus_pkg.errors import UsageError
from corpus_pkg.evaluate.fuzz.crashes import Crashes, failing, minimised
from corpus_pkg.evaluate.fuzz.material import TODAY, Material, make_material
from corpus_pkg.evaluate.fuzz.mutate_json import mutate_json
from corpus_pkg.evaluate.fuzz.mutate_parquet import mutate_parquet
from corpus_pkg.evaluate.fuzz.run import Outcome, as_text, fuzz, need_atheris
from corpus_pkg.evaluate.fuzz.targets import TARGETS, Target
from corpus_pkg.findings import Severity
from corpus_pkg.intake.source.json_source import read_json
from corpus_pkg.validate.judge import Judge


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Material:
    folder = tmp_path_factory.mktemp("made") / "data"
    folder.mkdir()
    return make_material(folder)


def _random(seed: int) -> Random:
    return Random(seed)  # noqa: S311  repeatable, not secret


def _raises_on_x(content: bytes) -> None:
    if b"x" in content:
        read_json(content)  # type: ignore[arg-type]  bytes are no text: it raises inside of the package


def test_the_material_is_sound(made: Material) -> None:
    assert [each for each in Judge(TODAY).findings(made.folder) if each.severity is Severity.ERROR] == []


@pytest.mark.parametrize("target", TARGETS.values(), ids=TARGETS)
def test_seeds_are_sound(target: Target, made: Material, tmp_path: Path) -> None:
    target.prepare(tmp_path)
    for seed in target.seeds(made):
        assert len(seed) <= target.most
        report = target.run(seed, tmp_path, made)
        # One array of records is read as lines, and lines as one document, too.
        assert target.name == "records" or not report.failed(), report.by_code


def test_changed_json_is_near_what_it_was() -> None:
    seed = json.dumps({"a": [1, {"b": "words"}], "c": None}).encode()
    changed = {mutate_json(seed, _random(each)) for each in range(200)}
    assert len(changed) > 50
    assert mutate_json(seed, _random(1)) == mutate_json(seed, _random(1))
    assert mutate_json(b"no JSON", _random(1)) is None
    assert any(fault.kind == "duplicate-key" for each in changed if each for fault in read_json(each.decode()).faults)


def test_changed_parquet_is_often_parquet(made: Material) -> None:
    seed = next(iter(made.shards))
    changed = [each for each in (mutate_parquet(seed, _random(number)) for number in range(60)) if each]
    assert len(set(changed)) > 30
    assert mutate_parquet(b"PAR1", _random(1)) is None
    readable = 0
    for each in changed:
        try:
            readable += pq.ParquetFile(io.BytesIO(each)).metadata.num_rows > 0
        except (OSError, ValueError):
            continue
    assert readable > 10


def test_what_raises_is_kept_once_and_made_short(tmp_path: Path) -> None:
    crashes = Crashes(tmp_path, _raises_on_x)
    for content in (b"fine", b"a long x input", b"another x"):
        crashes.take(content)
    (kept,) = tmp_path.glob("crash-*.bin")
    assert kept.read_bytes() == b"x"
    assert "Traceback" in kept.with_suffix(".txt").read_text("utf-8")
    place = failing(_raises_on_x, b"x")
    assert minimised(_raises_on_x, b"123456x7890", place) == b"x"


def test_the_figures_name_what_was_kept() -> None:
    text = as_text([Outcome("card", 12_345, 10, 20, 170, 0.5, [Path("card/crash-1.bin")])])
    assert "card             12,345     10       20       1      0.50     170\ncard/crash-1.bin" in text


def test_without_atheris_the_message_says_how_to_get_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(importlib.util, "find_spec", lambda _: None)
    with pytest.raises(UsageError, match=r"corpus-pkg\[fuzz\]"):
        need_atheris()


def test_a_target_is_fuzzed(tmp_path: Path) -> None:
    pytest.importorskip("atheris")
    (outcome,) = fuzz(["rejects"], 0.1, tmp_path, lambda _: None)
    assert outcome.executions > 0
    assert outcome.edges > 0
    assert outcome.crashes == []
