"""The plots of a card: what is drawn is what was counted."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path
from xml.etree import ElementTree as ET

from hypothesis import given
from hypothesis import strategies as st

from corpus_pkg.describe.plots import Plot, plots
from corpus_pkg.describe.statistics import UNKNOWN, Statistics, statistics
from corpus_pkg.loading import load

DATA = Path(__file__).parents[2] / "data"
SVG = "{http://www.w3.org/2000/svg}"


@given(
    st.dictionaries(st.text(min_size=1), st.integers(0, 10**9), min_size=1, max_size=10).filter(
        lambda each: any(each.values())
    )
)
def test_any_labels_and_counts_make_sound_svg(bars: dict[str, int]) -> None:
    drawn = Plot("x", "What <is> & counted", list(bars.items())).svg()
    if not re.search("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]", "".join(bars)):
        assert len(ET.fromstring(drawn).findall(f"{SVG}rect")) == len(bars)  # noqa: S314  our own bytes


def test_bars_are_as_long_as_their_counts() -> None:
    tree = ET.fromstring(Plot("x", "x", [("a", 4), ("b", 2), ("c", 0), ("d", 1)]).svg())  # noqa: S314  our own bytes
    assert [int(each.attrib["width"]) for each in tree.findall(f"{SVG}rect")] == [340, 170, 0, 85]
    assert [each.text for each in tree.findall(f"{SVG}text")][1:] == ["a", "4", "b", "2", "c", "0", "d", "1"]


def _over(months: dict[str, int]) -> Plot:
    found = Statistics()
    found.spread["month"] = Counter(months)
    return next(plots(found))


def test_many_months_are_drawn_by_year_and_many_years_by_decade() -> None:
    assert _over({"2025-02": 2, UNKNOWN: 1, "2025-01": 3}).bars == [("2025-01", 3), ("2025-02", 2), (UNKNOWN, 1)]
    years = _over({f"{year}-{month:02d}": 1 for year in range(2000, 2004) for month in range(1, 13)})
    assert (years.title, years.bars) == ("Articles by year", [(str(year), 12) for year in range(2000, 2004)])
    assert _over({f"{year}-01": 1 for year in range(1950, 1990)}).bars == [
        (f"{each}0s", 10) for each in range(195, 199)
    ]


def test_the_plots_of_a_dataset_are_small_and_add_up() -> None:
    found = statistics(load(DATA))
    drawn = {each.name: each for each in plots(found)}
    assert set(drawn) == {"time", "sources", "quotations", "speakers", "entities", "units"}
    assert sum(count for _, count in drawn["time"].bars) == found.counts["articles"]
    assert all(len(each.svg()) < 10_000 and each.svg() == each.svg() for each in drawn.values())
    assert list(plots(Statistics())) == []
