"""Inputs that the fuzzer found, each of which raised, hung, or ended the process once: all are answered by a report."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

CASES = Path(__file__).parent / "cases"
MOST_SECONDS = 20.0


@pytest.mark.parametrize("target", sorted(each.name for each in CASES.iterdir()))
def test_every_case_is_answered_in_time(target: str) -> None:
    # In a process of its own: what ends a process would end the tests.
    cases = sorted(map(str, (CASES / target).glob("*.bin")))
    done = subprocess.run(
        [sys.executable, "-m", "corpus_pkg.evaluate.fuzz.replay", target, *cases],
        capture_output=True, text=True, timeout=60 + MOST_SECONDS * len(cases), check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr[-2000:]
    answers = [json.loads(each) for each in done.stdout.splitlines()]
    assert [each["input"] for each in answers] == cases
    assert [each for each in answers if each["seconds"] > MOST_SECONDS] == []
