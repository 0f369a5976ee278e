"""Keys: equal for equal work, and other as soon as anything is other that a record depends on."""

from __future__ import annotations

import datetime as dt
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from corpus_pkg.convert import keys
from corpus_pkg.convert.keys import article_key, code_digest, work_digest
from corpus_pkg.intake.raw import Defaults, Given, RawArticle, Statement
from corpus_pkg.model.provenance import ModelUse

RAW = RawArticle(path="a.txt", sha256="0" * 64, media_type="text/plain", encoding="utf-8", encoding_provenance="utf-8",
                 characters="It rained.", repeated=frozenset({b"one", b"two", b"three"}))  # fmt: skip
USE = ModelUse(name="m", version="1", sha256="0" * 64, verified=True)


@pytest.mark.parametrize(
    "other",
    [
        replace(RAW, path="b.txt"), replace(RAW, sha256="1" * 64), replace(RAW, characters="It rained"),
        replace(RAW, characters="It rained.\ud800"), replace(RAW, given=Given(date=dt.date(2024, 1, 1))),
        replace(RAW, defaults=Defaults(language="en")), replace(RAW, repeated=frozenset({b"one"})),
        replace(RAW, statements=(Statement(field="title", value="x", where="meta"),)), replace(RAW, encoding="cp1252"),
    ],
)  # fmt: skip
def test_whatever_a_record_depends_on_makes_another_key(other: RawArticle) -> None:
    assert article_key(other, "work") != article_key(RAW, "work") != article_key(RAW, "other work")


def test_models_and_options_make_other_work() -> None:
    one = work_digest([USE], "full", False)  # noqa: FBT003  an option as it comes
    assert one == work_digest([USE], "full", False)  # noqa: FBT003
    assert len({one, work_digest([USE], "fast", False), work_digest([], "full", False),  # noqa: FBT003
                work_digest([replace(USE, sha256="1" * 64)], "full", False)}) == 4  # noqa: FBT003  # fmt: skip


def test_a_key_does_not_depend_on_the_process() -> None:
    code = "import sys; sys.path.insert(0, sys.argv[1]); import test_keys as t; print(t.article_key(t.RAW, 'work'))"
    found = {
        subprocess.run([sys.executable, "-c", code, Path(__file__).parent], capture_output=True, text=True, check=True,
                       env={"PYTHONHASHSEED": seed, "PATH": ""}).stdout.strip()
        for seed in ("1", "2", "3")
    }  # fmt: skip
    assert found == {article_key(RAW, "work")}


def test_other_code_is_told_apart(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "annotate").mkdir()
    (tmp_path / "cli").mkdir()
    monkeypatch.setattr(keys, "_PACKAGE", tmp_path)
    digests = []
    for name, content in (("annotate/a.py", "1"), ("annotate/a.py", "2"), ("annotate/b.txt", ""), ("cli/c.py", "")):
        (tmp_path / name).write_text(content)
        code_digest.cache_clear()
        digests.append(code_digest())
    monkeypatch.undo()
    code_digest.cache_clear()
    assert len(set(digests[:3])) == 3
    assert digests[2] == digests[3], "no record depends on the command line"
