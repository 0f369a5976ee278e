"""Speed: the words of a set, and the CPU seconds of what is measured, in which reading gold and scoring are not."""

from __future__ import annotations

import time
from types import TracebackType


class Stopwatch:
    """Runs while its `with` block does.

    Attributes:
        seconds: CPU seconds of this process and its threads so far.
    """

    def __init__(self) -> None:
        self.seconds = 0.0
        self._since = 0.0

    def __enter__(self) -> None:
        self._since = time.process_time()

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.seconds += time.process_time() - self._since


def count_words(texts: list[str]) -> int:
    """The words of texts, as white space parts them."""
    return sum(len(each.split()) for each in texts)
