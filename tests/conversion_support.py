"""Conversions in processes of their own, and what is looked at after them."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from corpus_pkg.evaluate.conversions import children, tree
from corpus_pkg.evaluate.generated import write

FAST = ("--ner", "none", "--mode", "fast")
__all__ = ["FAST", "children", "command", "run", "source", "started", "tree", "wait_for"]


def source(folder: Path, articles: int) -> Path:
    """Articles of our own making."""
    folder.mkdir(parents=True, exist_ok=True)
    return write(folder / "news.jsonl", articles)


def command(given: Path, target: Path, *options: str) -> list[str]:
    """A fast conversion."""
    return [
        sys.executable,
        "-W",
        "error",
        "-m",
        "corpus_pkg",
        "convert",
        str(given),
        "-o",
        str(target),
        *FAST,
        *options,
    ]


def run(given: Path, target: Path, *options: str) -> subprocess.CompletedProcess[str]:
    """A fast conversion, to its end."""
    return subprocess.run(command(given, target, *options), capture_output=True, text=True, check=False)


@contextmanager
def started(line: list[str], **environment: str) -> Iterator[subprocess.Popen[str]]:
    """A process that is ended with the block."""
    process = subprocess.Popen(line, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
                               env=os.environ | environment)  # fmt: skip
    try:
        yield process
    finally:
        process.kill()
        process.communicate()


def wait_for(what: object, seconds: float = 60) -> bool:
    """Whether something becomes true in time: a call without arguments."""
    assert callable(what)
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        if what():
            return True
        time.sleep(0.02)
    return False
