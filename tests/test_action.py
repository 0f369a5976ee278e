"""The action's own steps, run as the runner runs them, with a stand-in for `corpus`."""

from __future__ import annotations

import json
import os
import re
import sys
import venv
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml
from stub_support import calls_of, stub, stub_environment
from workflow_support import Ran, Runner, branched, git

from corpus_pkg.describe.project import project_files, write_project

ROOT = Path(__file__).parents[1]
ACTION: dict[str, Any] = yaml.safe_load((ROOT / "action.yml").read_text("utf-8"))
STEPS: list[dict[str, Any]] = ACTION["runs"]["steps"]
DEFAULTS = {name: str(each.get("default", "")) for name, each in ACTION["inputs"].items()}
PULL, PUSH = {"event_name": "pull_request", "base_ref": "main"}, {"event_name": "push"}


@pytest.fixture(scope="module")
def interpreter(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An environment in which `corpus_pkg` can be imported and `corpus` is a stand-in."""
    folder = tmp_path_factory.mktemp("environment")
    venv.create(folder, symlinks=True)
    (site,) = folder.glob("lib/python*/site-packages")
    (site / "corpus_pkg").mkdir()
    (site / "corpus_pkg" / "__init__.py").touch()
    stub(folder / "bin", "corpus")
    return folder / "bin" / "python3"


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    (tmp_path / "tree").mkdir()
    branched(tmp_path / "tree")
    return tmp_path / "tree"


Act = Callable[..., Ran]


@pytest.fixture
def act(tmp_path: Path, tree: Path, interpreter: Path) -> Act:
    """Runs the action with some inputs; `calls` holds how the stand-in was called."""

    def run(inputs: dict[str, str] | None = None, github: dict[str, Any] | None = None, **answers: str | int) -> Ran:
        environment = {"PATH": f"{interpreter.parent}:/usr/bin:/bin"} | stub_environment(tmp_path / "calls", **answers)
        context = {"inputs": DEFAULTS | (inputs or {}), "github": {"action_path": str(ROOT)} | (github or PUSH)}
        runner = Runner(tree=tree, temporary=tmp_path / "temp", environment=environment, context=context)
        return runner.run(STEPS, ACTION["outputs"])

    return run


@pytest.fixture
def options(tmp_path: Path) -> Callable[[], list[str]]:
    """What the last call gave beside format and paths, and the paths."""

    def last() -> list[str]:
        own, command, *rest = calls_of(tmp_path / "calls")[-1]
        assert [own, command] == ["corpus", "validate"]
        return list(rest)

    return last


def test_no_expression_stands_in_a_script() -> None:
    assert STEPS
    assert all(step["shell"] == "bash" and step["run"].startswith("set -euo pipefail\n") for step in STEPS)
    assert not any("${{" in step["run"] for step in STEPS)


def test_every_input_reaches_a_step_and_each_has_a_meaning() -> None:
    used = set(re.findall(r"inputs\.([a-z-]+)", json.dumps([step["env"] for step in STEPS])))
    assert used == ACTION["inputs"].keys()
    assert all(each["description"] for each in (*ACTION["inputs"].values(), *ACTION["outputs"].values()))


def test_the_seeds_are_judged_and_the_outputs_set(act: Act, tmp_path: Path) -> None:
    done = act()
    report = Path(done.outputs.pop("report"))
    assert (done.code, done.outputs) == (0, {"errors": "3", "warnings": "4"})
    assert json.loads(report.read_text())["counts"]["error"] == 3
    assert [call[1:] for call in calls_of(tmp_path / "calls")] == [
        ["validate", "--fail-on", "error", "--format", "json", "--output", str(report), "--", "seeds"],
        ["validate", "--fail-on", "error", "--format", "github", "--", "seeds"],
    ]
    assert "what the stub found" in done.log


def test_inputs_become_options(act: Act, options: Callable[[], list[str]]) -> None:
    inputs = {
        "fail-on": "warning",
        "strict": "true",
        "select": "Q, F001\nM\n",
        "ignore": "Q003",
        "baseline": "a b.json",
    }
    assert act(inputs).code == 0
    assert options() == [
        "--fail-on", "warning", "--select", "Q", "--select", "F001", "--select", "M", "--ignore", "Q003",
        "--strict", "--baseline", "a b.json", "--format", "github", "--", "seeds",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("paths", "judged"),
    [
        ("seeds data", ["seeds", "data"]),
        ("seeds/two words.txt\n", ["seeds/two words.txt"]),
        ("seeds/a b.txt\r\n\n  data\n", ["seeds/a b.txt", "data"]),
        ("--fix\n*\n", ["--fix", "*"]),
        ("“größe”.txt\n\\n'\"\n", ["“größe”.txt", "\\n'\""]),
    ],
)
def test_paths_come_through_as_they_are(
    act: Act, options: Callable[[], list[str]], paths: str, judged: list[str]
) -> None:
    assert act({"paths": paths}).code == 0
    given = options()
    assert given[given.index("--") + 1 :] == judged


EVIL = "seeds; touch pwned; $(touch pwned) `touch pwned` '\"; touch pwned #"


@pytest.mark.parametrize("name", sorted(DEFAULTS))
@pytest.mark.parametrize("evil", [EVIL, f"{EVIL}\n{EVIL}\ntouch pwned\n"], ids=["line", "lines"])
def test_no_input_is_executed(act: Act, tree: Path, tmp_path: Path, name: str, evil: str) -> None:
    act({name: evil})
    assert list(tmp_path.rglob("pwned")) == []
    assert (tree / ".git").is_dir()


@pytest.mark.parametrize("evil", [EVIL, "--index-url=https://evil.example"])
def test_what_is_installed_is_one_argument_and_no_option(act: Act, tree: Path, tmp_path: Path, evil: str) -> None:
    fake = tmp_path / "fake python"
    fake.write_text(
        '#!/bin/bash\nprintf "%s\\n" "$@" >> "$STUB_CALLS"\n'
        'if [[ $2 == venv ]]; then mkdir -p "$3/bin"; cp "$0" "$3/bin/python"; fi\n'
        "[[ $1 == -m ]]\n"
    )
    fake.chmod(0o755)
    act({"python": str(fake), "version": evil})
    assert f"install\n--quiet\n--disable-pip-version-check\n--\n{evil}\n" in (tmp_path / "calls").read_text()
    assert list(tree.iterdir()) == [tree / ".git"]


def test_only_what_a_pull_request_changes_is_judged(act: Act, options: Callable[[], list[str]], tree: Path) -> None:
    base = git(tree, "rev-parse", "origin/main")
    assert act(github=PULL).code == 0
    assert options()[2:5] == ["--changed-only", "--since", base]
    act({"changed-only": "false"}, PULL)
    assert "--changed-only" not in options()
    act(github=PUSH | {"event": {"before": base}})
    assert "--changed-only" not in options()
    act({"changed-only": "true"}, PUSH | {"event": {"before": base}})
    assert options()[2:5] == ["--changed-only", "--since", base]


@pytest.mark.parametrize("github", [PULL | {"base_ref": "gone"}, PUSH | {"event": {"before": "0" * 40}}, PUSH])
def test_where_no_base_is_known_everything_is_judged(
    act: Act, options: Callable[[], list[str]], github: dict[str, Any]
) -> None:
    done = act({"changed-only": "true"}, github)
    assert "--changed-only" not in options()
    assert "::warning title=corpus validate::What was changed is not known" in done.log


def test_findings_fail_the_step_after_every_report_is_written(act: Act, tree: Path) -> None:
    done = act({"sarif-file": "to upload/corpus.sarif"}, code=1)
    assert (done.code, done.outputs["errors"], done.outputs["warnings"]) == (1, "3", "4")
    assert (tree / "to upload" / "corpus.sarif").is_file()
    assert "what the stub found" in done.log


@pytest.mark.parametrize("code", [2, 3])
def test_a_run_that_cannot_judge_is_an_annotation(act: Act, tmp_path: Path, code: int) -> None:
    done = act(code=code, says="corpus: 100% wrong\n::warning::mend it")
    assert done.code == code
    assert done.log == "::error title=corpus validate::corpus: 100%25 wrong%0A::warning::mend it\n"
    assert done.outputs == {"errors": "", "warnings": "", "report": ""}
    assert len(calls_of(tmp_path / "calls")) == 1


def test_a_crash_is_no_finding(act: Act) -> None:
    done = act(code=1, report="", says="Traceback (most recent call last):")
    assert done.code == 3
    assert "::error title=corpus validate::Traceback" in done.log


@pytest.mark.parametrize(
    ("inputs", "message"),
    [
        ({"format": "text json"}, "format: there is none that is called 'text json'"),
        ({"strict": "yes"}, "strict: it is true or false, not 'yes'"),
        ({"changed-only": ""}, "changed-only: it is true, false or auto, not ''"),
        ({"paths": " \n "}, "paths: there is none"),
        ({"python": "no-such-python"}, "the input python names no interpreter"),
    ],
)
def test_wrong_inputs_are_refused(act: Act, tmp_path: Path, inputs: dict[str, str], message: str) -> None:
    done = act(inputs)
    assert (done.code, calls_of(tmp_path / "calls")) == (2, [])
    assert re.fullmatch(rf"::error title=[^:]+::{re.escape(message)}\n", done.log)


def test_words_of_an_article_are_no_commands_to_the_runner(act: Act) -> None:
    lines = act({"format": "text"}).log.split("\n")
    token = lines[0].removeprefix("::stop-commands::")
    assert token != lines[0]
    assert lines.index("what the stub found") < lines.index(f"::{token}::")


def test_a_module_in_the_work_tree_is_not_imported(act: Act, tree: Path) -> None:
    for name in ("json", "sysconfig", "corpus_pkg", "venv"):
        (tree / f"{name}.py").write_text("open('pwned', 'w')\n")
    assert act().code == 0
    assert not (tree / "pwned").exists()


def test_the_package_is_installed_apart_where_it_is_missing(act: Act, tmp_path: Path) -> None:
    (tmp_path / "bare").mkdir()
    venv.create(tmp_path / "bare", symlinks=True)
    wheel = tmp_path / "corpus_pkg-9.0-py3-none-any.whl"
    about = "corpus_pkg-9.0.dist-info"
    with zipfile.ZipFile(wheel, "w") as archive:
        archive.writestr("corpus_pkg/__init__.py", "def main():\n    raise SystemExit('installed, and called')\n")
        archive.writestr(f"{about}/METADATA", "Metadata-Version: 2.1\nName: corpus-pkg\nVersion: 9.0\n")
        archive.writestr(f"{about}/WHEEL", "Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n")
        archive.writestr(f"{about}/entry_points.txt", "[console_scripts]\ncorpus = corpus_pkg:main\n")
        archive.writestr(f"{about}/RECORD", "")
    done = act({"python": str(tmp_path / "bare" / "bin" / "python"), "version": str(wheel)})
    assert "::error title=corpus validate::installed, and called" in done.log
    assert not list(tmp_path.glob("bare/lib/python*/site-packages/corpus_pkg"))


def test_the_action_judges_a_new_project_for_real(tmp_path: Path) -> None:
    write_project(tmp_path / "tree", project_files("town-news"))
    branched(tmp_path / "tree")
    context = {"inputs": DEFAULTS | {"python": sys.executable, "sarif-file": "corpus.sarif"},
               "github": PUSH | {"action_path": str(ROOT)}}  # fmt: skip
    runner = Runner(tree=tmp_path / "tree", temporary=tmp_path / "temp", environment=dict(os.environ), context=context)
    done = runner.run(STEPS, ACTION["outputs"])
    assert (done.code, done.outputs["errors"], done.outputs["warnings"]) == (0, "0", "0"), done.log
    assert json.loads((tmp_path / "tree" / "corpus.sarif").read_text())["version"] == "2.1.0"
    assert done.summary


def test_a_planted_fault_fails_the_step_with_an_annotation_at_its_line(tmp_path: Path) -> None:
    tree = tmp_path / "tree"
    write_project(tree, project_files("town-news"))
    sidecar = tree / "seeds" / "library-of-things.meta.toml"
    sidecar.write_text(sidecar.read_text() + 'publisher = "Town News"\n')
    line = len(sidecar.read_text().splitlines())
    branched(tree)
    context = {"inputs": DEFAULTS | {"python": sys.executable}, "github": PUSH | {"action_path": str(ROOT)}}
    runner = Runner(tree=tree, temporary=tmp_path / "temp", environment=dict(os.environ), context=context)
    done = runner.run(STEPS, ACTION["outputs"])
    assert done.code == 1
    assert done.outputs["errors"] != "0"
    assert f"::error file=seeds/library-of-things.meta.toml,line={line},col=1,title=F010" in done.log
    assert "F010" in done.summary
