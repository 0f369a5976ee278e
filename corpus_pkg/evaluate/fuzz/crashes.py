"""What a target did with the inputs it was given: exceptions by where they come from, and what took longest."""

from __future__ import annotations

import hashlib
import time
import traceback
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

_PATIENCE = 20.0
_TRIALS = 400
_PACKAGE = "corpus_pkg"
Run = Callable[[bytes], object]


@dataclass(slots=True)
class Crashes:
    """Runs inputs and keeps those that raise, one for each place that raises, as small as it quickly gets.

    Attributes:
        folder: where they are kept, with their traceback beside them.
        run: judges an input.
        seen: the places that raised so far.
    """

    folder: Path
    run: Run
    seen: set[str] = field(default_factory=set)
    slowest: float = 0.0

    def take(self, content: bytes) -> None:
        """Judges an input."""
        started = time.perf_counter()
        place = failing(self.run, content)
        took = time.perf_counter() - started
        if place and place not in self.seen:
            self.seen.add(place)
            least = minimised(self.run, content, place)
            name = "crash-" + hashlib.sha256(place.encode("utf-8")).hexdigest()[:12]
            (self.folder / f"{name}.bin").write_bytes(least)
            (self.folder / f"{name}.txt").write_text(_trace(self.run, least), "utf-8", "backslashreplace")
        if took > self.slowest:
            self.slowest = took
            (self.folder / "slowest.bin").write_bytes(content)
            (self.folder / "slowest.txt").write_text(f"{took:.3f}", "ascii")
        if took > _PATIENCE:
            (self.folder / f"slow-{hashlib.sha256(content).hexdigest()[:12]}.bin").write_bytes(content)


def failing(run: Run, content: bytes) -> str:
    """Where an input raises: the exception and the innermost line of the package; empty if it does not."""
    try:
        run(content)
    except Exception as error:  # noqa: BLE001  whatever it is, it should not be
        frames = [each for each in traceback.extract_tb(error.__traceback__) if f"/{_PACKAGE}/" in each.filename]
        words = f"{error}".partition(":")[0] if type(error).__name__ == "HiddenError" else ""
        last = frames[-1]
        return f"{type(error).__name__}{words} {last.filename.rpartition(_PACKAGE)[2]}:{last.lineno}"
    return ""


def minimised(run: Run, content: bytes, place: str) -> bytes:
    """A shorter input that raises in the same place: stretches are left out while it still does, for some trials."""
    trials, size = 0, max(1, len(content) // 2)
    while size:
        start = 0
        while start < len(content) and trials < _TRIALS:
            shorter = content[:start] + content[start + size :]
            trials += 1
            if failing(run, shorter) == place:
                content = shorter
            else:
                start += size
        size //= 2
    return content


def _trace(run: Run, content: bytes) -> str:
    try:
        run(content)
    except Exception:  # noqa: BLE001  the same that was caught before
        return traceback.format_exc()
    return ""
