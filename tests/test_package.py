"""The package as a whole: what the wheel holds, and what the repository says of itself."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tomllib
import zipfile
from pathlib import Path

import pytest

from corpus_pkg.model import PIPELINE_VERSION
from corpus_pkg.model.json_schema import json_schemas

ROOT = Path(__file__).parents[1]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
    (path,) = folder.glob("*.whl")
    return path


def test_the_wheel_holds_the_schemas_and_the_tables(wheel: Path) -> None:
    names = set(zipfile.ZipFile(wheel).namelist())
    assert {f"corpus_pkg/schema/{PIPELINE_VERSION}/{name}.schema.json" for name in json_schemas()} <= names
    assert {"corpus_pkg/annotate/gazetteer/countries.csv", "corpus_pkg/annotate/model_files.json",
            "corpus_pkg/link/background.tsv",
            "corpus_pkg/py.typed", "corpus_pkg/describe/template/dot-github/workflows/corpus.yml"} <= names  # fmt: skip
    assert not any(name.startswith(("tests", "seeds", "data")) for name in names)


def test_no_other_folder_stands_at_the_top() -> None:
    listed = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=False)  # noqa: S607
    if listed.returncode:
        pytest.skip("no git checkout")
    folders = {name.partition("/")[0] for name in listed.stdout.splitlines() if "/" in name}
    assert {each for each in folders if not each.startswith(".")} == {
        "corpus_pkg", "schema", "data", "seeds", "tests", "scripts",
    }  # fmt: skip


def test_the_wheel_works_away_from_the_checkout(wheel: Path, tmp_path: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(tmp_path / "site")
    code = (
        f"import sys; sys.path.insert(0, {str(tmp_path / 'site')!r})\n"
        "import corpus_pkg.model.frozen as f; print(f.schema_folder()); print(len(f.frozen_schema('0.1.0', 'article')))"
    )
    environment = {key: value for key, value in os.environ.items() if key != "PYTHONPATH"}
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=tmp_path, env=environment, capture_output=True, text=True, check=True
    )
    assert done.stdout.splitlines()[0] == str(tmp_path / "site" / "corpus_pkg" / "schema")


def _modules() -> list[Path]:
    return sorted((ROOT / "corpus_pkg").rglob("*.py"))


def test_modules_are_short_and_named_after_their_subject() -> None:
    lengths = {path: len(path.read_text("utf-8").splitlines()) for path in _modules()}
    assert max(lengths.values()) <= 400
    assert sorted(lengths.values())[len(lengths) // 2] <= 110
    assert not {path.stem for path in lengths} & {"utils", "util", "helpers", "common", "misc"}


def test_the_lock_pins_every_dependency_with_hashes() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    extras = project["optional-dependencies"]
    for lock, wanted in (("run", project["dependencies"]), ("test", extras["test"]), ("eval", extras["eval"])):
        text = (ROOT / "scripts" / "locks" / f"{lock}.txt").read_text("utf-8")
        pinned = set(re.findall(r"^([a-z0-9-]+)==", text, re.MULTILINE))
        assert {re.split(r"[<>=\[; ]", each)[0].lower() for each in wanted} <= pinned
        assert "://" not in text


def _pins(lock: str) -> dict[str, set[str]]:
    text = (ROOT / "scripts" / "locks" / f"{lock}.txt").read_text("utf-8")
    pins: dict[str, set[str]] = {}
    for name, version in re.findall(r"^([a-z0-9-]+)==(\S+)", text, re.MULTILINE):
        pins.setdefault(name, set()).add(version)
    return pins


def test_all_locks_pin_the_same_versions() -> None:
    narrow = _pins("run")
    for lock in ("test", "eval"):
        wide = _pins(lock)
        assert {name: wide.get(name) for name in narrow} == narrow


def test_what_is_compared_is_pinned_exactly() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    exact = re.compile(r"[a-z0-9-]+==[0-9]+(\.[0-9]+)+(a[0-9]+)?")
    assert all(exact.fullmatch(each) for each in project["optional-dependencies"]["eval"])


def test_the_command_line_does_not_pay_for_the_measures() -> None:
    code = "import sys, corpus_pkg.cli; print([each for each in sys.modules if each.startswith('corpus_pkg.evaluate')])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_the_changelog_names_the_version() -> None:
    assert f"## {PIPELINE_VERSION}" in (ROOT / "CHANGELOG.md").read_text("utf-8")


def _readme_code() -> list[str]:
    text = (ROOT / "README.md").read_text("utf-8")
    return re.findall(r"```python\n(.*?)```", text, re.DOTALL)


def test_the_code_of_the_readme_runs(tmp_path: Path) -> None:
    blocks = _readme_code()
    assert blocks
    environment = os.environ | {"HF_HOME": str(tmp_path / "hf"), "HF_HUB_OFFLINE": "1"}
    done = subprocess.run(
        [sys.executable, "-c", "\n".join(blocks)],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    shown = re.search(r"```text\n(.*?)```", (ROOT / "README.md").read_text("utf-8"), re.DOTALL)
    assert shown is not None
    assert shown[1] in done.stdout
