"""What judges a contribution beside the action: the workflow of a new project, hooks, and what git leaves alone."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml
from stub_support import calls_of, stub, stub_environment
from workflow_support import Ran, Runner, branched, git

from corpus_pkg.describe.project import project_files, write_project
from corpus_pkg.model.version import PIPELINE_VERSION

ROOT = Path(__file__).parents[1]
FILES = project_files("town-news")
WORKFLOW: dict[Any, Any] = yaml.safe_load(FILES[".github/workflows/corpus.yml"])
STEPS: list[dict[str, Any]] = WORKFLOW["jobs"]["validate"]["steps"]
HOOKS: dict[str, dict[str, Any]] = {
    each["id"]: each for each in yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text("utf-8"))
}


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    write_project(tmp_path / "tree", FILES)
    branched(tmp_path / "tree")
    stub(tmp_path / "bin", "corpus", "pip")
    return tmp_path / "tree"


def _run(tree: Path, github: dict[str, str], code: int = 0) -> tuple[Ran, list[list[str]]]:
    folder = tree.parent
    environment = {"PATH": f"{folder / 'bin'}:/usr/bin:/bin"} | stub_environment(folder / "calls", code=code)
    runner = Runner(tree=tree, temporary=folder / "temp", environment=environment, context={"github": github})
    return runner.run(STEPS), calls_of(folder / "calls")


def test_the_workflow_judges_what_a_request_changes(tree: Path) -> None:
    done, calls = _run(tree, {"base_ref": "main"})
    assert done.code == 0
    assert calls == [
        ["pip", "install", f"corpus-pkg=={PIPELINE_VERSION}"],
        [
            "corpus",
            "validate",
            "seeds",
            "--format",
            "github",
            "--changed-only",
            "--since",
            git(tree, "rev-parse", "HEAD~"),
        ],
        ["corpus", "convert", "seeds", "-o", "data"],
        ["corpus", "validate", "data", "--format", "github"],
    ]


def test_a_push_is_judged_whole(tree: Path) -> None:
    done, calls = _run(tree, {})
    assert (done.code, calls[1]) == (0, ["corpus", "validate", "seeds", "--format", "github"])


def test_a_base_that_is_not_there_stops_the_run(tree: Path) -> None:
    done, calls = _run(tree, {"base_ref": "gone"})
    assert done.code != 0
    assert len(calls) == 1


def test_a_step_that_fails_fails_the_job(tree: Path) -> None:
    done, calls = _run(tree, {}, code=3)
    assert (done.code, len(calls)) == (3, 1)


def test_a_branch_name_is_not_executed(tree: Path) -> None:
    _run(tree, {"base_ref": "$(touch pwned);touch${IFS}pwned"})
    assert not (tree / "pwned").exists()


def test_the_workflow_may_only_read_and_holds_no_expression_in_a_script() -> None:
    assert WORKFLOW["permissions"] == {"contents": "read"}
    assert set(WORKFLOW[True]) == {"pull_request", "push"}  # YAML 1.1 reads `on` as true, GitHub does not
    assert WORKFLOW["defaults"] == {"run": {"shell": "bash"}}
    assert STEPS[0]["with"]["fetch-depth"] == 0
    assert not any("${{" in step.get("run", "") for step in STEPS)


def _run_for_real(tree: Path) -> Ran:
    """The workflow's own steps with the validator itself; only the installation is played."""
    folder = tree.parent
    stub(folder / "pip-alone", "pip")
    path = f"{folder / 'pip-alone'}:{Path(sys.executable).parent}:/usr/bin:/bin"
    environment = {"PATH": path, "HOME": str(folder)} | stub_environment(folder / "calls", code=0)
    context = {"github": {"base_ref": "main"}}
    return Runner(tree=tree, temporary=folder / "temp", environment=environment, context=context).run(STEPS)


def test_what_the_template_gives_passes_as_it_stands(tree: Path) -> None:
    done = _run_for_real(tree)
    assert done.code == 0, done.log
    assert "::error" not in done.log
    assert (tree / "data" / "manifest.json").is_file()


def test_a_planted_fault_fails_with_an_annotation_at_its_line(tree: Path) -> None:
    (tree / "seeds" / "island-ferry-returns.meta.toml").write_text('source = "Skerry Newswire"\ndate = 2025-13-01\n')
    git(tree, "add", "--all")
    git(tree, "commit", "--quiet", "--message", "a fault")
    done = _run_for_real(tree)
    assert done.code == 1
    assert "::error file=seeds/island-ferry-returns.meta.toml,line=2,col=" in done.log
    assert not (tree / "data").exists()


@pytest.mark.parametrize(
    ("path", "judged"),
    [
        ("seeds/a.txt", True),
        ("seeds/2025/a b.txt", True),
        ("seeds/a.jsonl", True),
        ("seeds/a.meta.toml", True),
        ("seeds/a.annotations.json", True),
        ("seeds/corpus.toml", True),
        ("seeds/CARD.md", False),
        ("seeds/other.toml", False),
        ("seeds/notcorpus.toml", False),
        ("other/seeds/a.txt", False),
        ("a.txt", False),
    ],
)
def test_the_hook_takes_what_belongs_to_an_article(path: str, *, judged: bool) -> None:
    assert bool(re.search(HOOKS["corpus-validate"]["files"], path)) == judged
    (local,) = yaml.safe_load(FILES[".pre-commit-config.yaml"])["repos"][0]["hooks"]
    assert local["files"] == HOOKS["corpus-validate"]["files"]


def test_the_hooks_are_understood() -> None:
    command = [sys.executable, "-m", "pre_commit", "validate-manifest", str(ROOT / ".pre-commit-hooks.yaml")]
    assert subprocess.run(command, check=False, capture_output=True).returncode == 0
    assert {each["language"] for each in HOOKS.values()} == {"python"}
    assert HOOKS["corpus-validate-dataset"]["args"] == ["data"]
    assert not HOOKS["corpus-validate-dataset"]["pass_filenames"]


@pytest.mark.parametrize("code", [0, 1])
def test_a_commit_is_judged_by_its_files(tree: Path, code: int) -> None:
    (tree / "seeds" / "two words.txt").write_text("An article.\n")
    (tree / "seeds" / "CARD.md").write_text("Changed.\n")
    git(tree, "add", "--all")
    folder = tree.parent
    environment = os.environ | stub_environment(folder / "calls", code=code) | {"PRE_COMMIT_HOME": str(folder / "home")}
    environment["PATH"] = f"{folder / 'bin'}:{environment['PATH']}"
    done = subprocess.run(
        [sys.executable, "-m", "pre_commit", "run"], cwd=tree, env=environment, check=False, capture_output=True
    )
    assert done.returncode == code
    assert calls_of(folder / "calls") == [["corpus", "validate", "seeds/two words.txt"]]


def test_git_never_changes_a_line_end_of_what_is_compared_by_bytes(tmp_path: Path) -> None:
    git(tmp_path, "init", "--quiet")
    (tmp_path / ".gitattributes").write_bytes((ROOT / ".gitattributes").read_bytes())
    kept = ("seeds/a.txt", "data/manifest.json", "data/quotes/train-00000-of-00001.parquet", "schema/0.1.0/quotes.json",
            "tests/gold/claims/own.jsonl", "corpus_pkg/describe/template/seeds/library-of-things.txt")  # fmt: skip
    told = git(tmp_path, "check-attr", "text", "--", *kept).splitlines()
    assert [line.rpartition(": ")[2] for line in told] == ["unset"] * len(kept)
