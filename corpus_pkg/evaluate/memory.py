"""Peak memory of a conversion as the corpus grows: of the process itself, and of its workers."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from corpus_pkg.evaluate.conversions import convert
from corpus_pkg.evaluate.generated import write


@dataclass(frozen=True, slots=True)
class Peak:
    """What a conversion of so many articles held at most.

    Attributes:
        articles: how many.
        parent: MB of the process itself.
        worker: MB of the largest of its workers.
        seconds: how long it took.
    """

    articles: int
    parent: float
    worker: float
    seconds: float


def measure(sizes: Sequence[int], ner: str, progress: Callable[[str], None]) -> list[Peak]:
    """Converts corpora of some sizes, with two workers and a cache, as a user does.

    Args:
        sizes: numbers of articles.
        ner: the recogniser.
        progress: is told each size before it is run.
    """
    found = []
    for articles in sizes:
        progress(f"{articles:,} articles")
        with tempfile.TemporaryDirectory(prefix="memory-") as name:
            folder = Path(name)
            source = write(folder / "in.jsonl", articles)
            run = convert(source, folder / "data", "--ner", ner, "--mode", "fast", "--workers", "2", "--cache",
                          str(folder / "cache"))  # fmt: skip
            found.append(Peak(articles, run.parent, max(run.workers, default=0), run.seconds))
    return found
