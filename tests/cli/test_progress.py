"""The bar: words a second of what is annotated now, rejects; nothing in a pipe."""

from __future__ import annotations

import io
import sys

import pytest

from corpus_pkg.cli.progress import Pace, bar
from corpus_pkg.convert.progress import Phase, Progress


def _at(phase: Phase, done: int, **more: int) -> Progress:
    return Progress(phase=phase, done=done, total=10, **more)


def test_the_pace_is_that_of_fresh_words() -> None:
    times = iter([0.0, 100.0, 102.0, 104.0])
    pace = Pace(lambda: next(times))
    assert pace.words(_at("reading", 3, rejected=2)) == "2 rejected"
    assert not pace.words(_at("annotating", 0))
    assert not pace.words(_at("annotating", 5, words=9000))
    assert (
        pace.words(_at("annotating", 9, words=19_000, fresh=10_000, rejected=1200)) == "2,500 words/s, 1,200 rejected"
    )


def test_nothing_is_shown_in_a_pipe() -> None:
    with bar() as report:
        assert report is None


def test_a_terminal_shows_phase_articles_pace_and_time(monkeypatch: pytest.MonkeyPatch) -> None:
    class _Terminal(io.StringIO):
        def isatty(self) -> bool:
            return True

    terminal = _Terminal()
    monkeypatch.setattr(sys, "stderr", terminal)
    monkeypatch.setenv("COLUMNS", "160")
    monkeypatch.setenv("TERM", "xterm")
    with bar() as report:
        assert report is not None
        report(_at("reading", 10))
        report(_at("annotating", 1, fresh=100))
        report(_at("annotating", 4, fresh=400, rejected=1))
    shown = terminal.getvalue()
    assert "annotating" in shown
    assert "4/10" in shown
    assert "1 rejected" in shown
