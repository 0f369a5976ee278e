"""The spool gives back what came in, as often as it is asked."""

from __future__ import annotations

from pathlib import Path

from corpus_pkg.convert.spool import Spool


def test_the_same_in_the_same_order(tmp_path: Path) -> None:
    values = [("a", [1, 2]), ("b", []), ("c", [3])]
    with Spool[tuple[str, list[int]]](tmp_path) as spool:
        assert list(spool) == []
        for each in values:
            spool.add(each)
        assert (list(spool), list(spool)) == (values, values)
