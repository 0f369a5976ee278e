"""What a store takes in for a release is counted, and least where ours were written."""

from __future__ import annotations

from pathlib import Path

import pytest

from corpus_pkg.evaluate.release import as_text, measure

SEEDS = Path(__file__).parents[2] / "seeds"


@pytest.mark.filterwarnings("ignore::ResourceWarning")
def test_ours_cost_less_than_those_of_others() -> None:
    steps: list[str] = []
    ours, *others = measure([SEEDS], 700, 0, steps.append)
    assert [each.writer for each in others] == ["datasets", "pyarrow"]
    assert ours.first > 500_000
    for other in others:
        assert 0 < ours.inserted < other.inserted / 3
        assert 0 < ours.edited < other.edited
    assert any("inserted" in each for each in steps)
    assert as_text([ours]).splitlines()[1].split()[0] == "corpus-pkg"
