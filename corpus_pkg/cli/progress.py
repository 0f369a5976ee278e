"""How far a build is, on a terminal: articles, words a second, rejects, time left. In a pipe nothing is shown."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from corpus_pkg.convert.progress import Progress


class Pace:
    """Words a second of those that are annotated now; those that were kept from before say nothing of it.

    Args:
        clock: seconds that never go back.
    """

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._phase: str | None = None
        self._since = 0.0

    def words(self, progress: Progress) -> str:
        """What stands behind the bar."""
        now = self._clock()
        if progress.phase != self._phase:
            self._phase, self._since = progress.phase, now
        told = []
        if progress.phase == "annotating" and progress.fresh and now > self._since:
            told.append(f"{progress.fresh / (now - self._since):,.0f} words/s")
        if progress.rejected:
            told.append(f"{progress.rejected:,} rejected")
        return ", ".join(told)


@contextmanager
def bar() -> Iterator[Callable[[Progress], None] | None]:
    """What a build tells its progress to; None where nobody looks."""
    if not sys.stderr.isatty():
        yield None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, TextColumn, TimeElapsedColumn, TimeRemainingColumn
    from rich.progress import Progress as Bar

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TextColumn("articles"),
               TextColumn("{task.fields[told]}"), TimeElapsedColumn(), TimeRemainingColumn())  # fmt: skip
    with Bar(*columns, console=Console(stderr=True), transient=True) as shown:
        task, pace, phase = shown.add_task("reading", total=None, told=""), Pace(), "reading"

        def report(progress: Progress) -> None:
            nonlocal phase
            if progress.phase != phase:
                phase = progress.phase
                shown.reset(task, total=progress.total, told="")
            shown.update(
                task, description=phase, completed=progress.done, total=progress.total, told=pace.words(progress)
            )

        yield report
