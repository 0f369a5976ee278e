"""The steps of a composite action or of a job, run as GitHub's runner runs them."""

from __future__ import annotations

import os
import re
import subprocess
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

_EXPRESSION = re.compile(r"\$\{\{ *(.*?) *\}\}")
_NAME = re.compile(r"[a-z_]+(\.[a-z_-]+)+")
_KEYS = {"name", "id", "shell", "env", "run"}  # a key that is not known here would silently not be obeyed


@dataclass(frozen=True, slots=True, kw_only=True)
class Ran:
    """What the steps did, up to the first that failed."""

    code: int
    log: str
    outputs: dict[str, str]
    summary: str


@dataclass(slots=True, kw_only=True)
class Runner:
    """Runs steps in a work tree.

    Attributes:
        tree: the work tree.
        temporary: what the runner calls RUNNER_TEMP.
        environment: what the steps find in their environment.
        context: what expressions know: `github`, `inputs`.
    """

    tree: Path
    temporary: Path
    environment: dict[str, str]
    context: dict[str, Any] = field(default_factory=dict)

    def run(self, steps: Sequence[Mapping[str, Any]], outputs: Mapping[str, Any] | None = None) -> Ran:
        """The `run` steps, in order; others are passed over."""
        self.temporary.mkdir(exist_ok=True)
        summary = self.temporary / "summary.md"
        summary.touch()
        known: dict[str, Any] = {}
        context, log, code = self.context | {"steps": known}, "", 0
        for number, step in enumerate(each for each in steps if "run" in each):
            assert step.keys() <= _KEYS
            written = self.temporary / f"output-{number}"
            written.touch()
            own = {name: evaluate(str(value), context) for name, value in step.get("env", {}).items()}
            files = {"GITHUB_OUTPUT": str(written), "GITHUB_STEP_SUMMARY": str(summary)}
            done = self._bash(step["run"], {**self.environment, "RUNNER_TEMP": str(self.temporary), **files, **own})
            log, code = log + done.stdout, done.returncode
            pairs = (line.partition("=") for line in written.read_text("utf-8").splitlines())
            known[step.get("id", str(number))] = {"outputs": {name: value for name, _, value in pairs}}
            if code:
                break
        values = {name: evaluate(str(each["value"]), context) for name, each in (outputs or {}).items()}
        return Ran(code=code, log=log, outputs=values, summary=summary.read_text("utf-8"))

    def _bash(self, script: str, environment: dict[str, str]) -> subprocess.CompletedProcess[str]:
        file = self.temporary / "step.sh"
        file.write_text(script, "utf-8")
        command = ["/bin/bash", "--noprofile", "--norc", "-eo", "pipefail", str(file)]
        return subprocess.run(command, cwd=self.tree, env=environment, text=True, check=False,
                              stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)  # fmt: skip


def evaluate(text: str, context: Mapping[str, Any]) -> str:
    """A text with its expressions evaluated: names, and names joined by `||`."""

    def value(match: re.Match[str]) -> str:
        return next(filter(None, (_look_up(each.strip(), context) for each in match[1].split("||"))), "")

    return _EXPRESSION.sub(value, text)


def _look_up(name: str, context: Mapping[str, Any]) -> str:
    assert _NAME.fullmatch(name), f"{name} is more than this evaluator knows"
    found: Any = context
    for part in name.split("."):
        found = found.get(part, {})  # what a context does not have is empty
    return str(found) if found else ""


def git(tree: Path, *arguments: str) -> str:
    """Runs git in a tree, apart from whatever the user's own settings say."""
    settings = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull, "PATH": os.environ["PATH"]}
    names = {f"GIT_{role}_{what}": f"test@{role}.example".lower() for role in ("AUTHOR", "COMMITTER")
             for what in ("NAME", "EMAIL")}  # fmt: skip
    command = ["git", "-C", str(tree), *arguments]
    done = subprocess.run(command, env=settings | names, capture_output=True, text=True, check=True)
    return done.stdout.strip()


def branched(tree: Path) -> str:
    """Makes a folder the work tree of a pull request: its files lie on `origin/main`, one more commit on top."""
    git(tree, "init", "--quiet", "--initial-branch=main")
    git(tree, "add", "--all")
    git(tree, "commit", "--quiet", "--allow-empty", "--message=base")
    git(tree, "update-ref", "refs/remotes/origin/main", "HEAD")
    git(tree, "commit", "--quiet", "--allow-empty", "--message=change")
    return git(tree, "rev-parse", "origin/main")
