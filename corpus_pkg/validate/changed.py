"""The files that a pull request changes, as git tells them."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

from corpus_pkg.errors import UsageError

_MEND = "Run it in a git checkout with history (fetch-depth: 0), or leave --changed-only out."


def changed_files(since: str | None) -> set[Path]:
    """The real paths of files that differ from a revision, or are new.

    Args:
        since: the revision; None for the base of the pull request that CI names, else the last commit.

    Raises:
        UsageError: there is no git, no checkout, or no such revision.
    """
    git = shutil.which("git")
    if git is None:
        raise UsageError("--changed-only", "git is not installed", _MEND)
    base = since or _base()
    top = Path(_git(git, "rev-parse", "--show-toplevel")[0])
    # What the revision has changed since the two parted is not of this request.
    start = _git(git, "merge-base", base, "HEAD")[0]
    names = _git(git, "-C", str(top), "diff", "--name-only", "--diff-filter=d", "-z", start, "--")
    names += _git(git, "-C", str(top), "ls-files", "--others", "--exclude-standard", "-z")
    return {(top / each).resolve() for each in names if each}


def _base() -> str:
    named = os.environ.get("GITHUB_BASE_REF")
    return f"origin/{named}" if named else "HEAD"


def _git(git: str, *arguments: str) -> list[str]:
    done = subprocess.run([git, *arguments], capture_output=True, check=False)  # noqa: S603  git itself, arguments as a list
    if done.returncode:
        what = done.stderr.decode("utf-8", "replace").strip().partition("\n")[0]
        raise UsageError("--changed-only", f"git {arguments[0]} failed: {what}", _MEND)
    text = os.fsdecode(done.stdout)
    return text.split("\0") if "\0" in text else text.splitlines() or [""]
