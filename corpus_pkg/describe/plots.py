"""Small bar charts as SVG: text, no script, the same bytes for the same counts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import escape

from corpus_pkg.describe.statistics import UNKNOWN, Statistics, ranked

FOLDER = "plots"
_MOST_BARS, _MOST_TIMES = 10, 36
_TIMES = (("month", 7, ""), ("year", 4, ""), ("decade", 3, "0s"))
_WIDTH, _LABEL, _BAR, _STEP, _TOP = 640, 200, 340, 22, 34
_MOST_LETTERS = 28
# Greys and blues that are read on white and on black.
_INK, _FILL = "#767676", "#4a7fb5"


@dataclass(frozen=True, slots=True)
class Plot:
    """One chart.

    Attributes:
        name: of the file, without its ending.
        title: what is counted.
        bars: labels and counts, in order.
    """

    name: str
    title: str
    bars: Sequence[tuple[str, int]]

    @property
    def path(self) -> str:
        """Where it stands in the dataset."""
        return f"{FOLDER}/{self.name}.svg"

    def svg(self) -> bytes:
        """The picture."""
        height = _TOP + _STEP * len(self.bars) + 10
        most = max(count for _, count in self.bars)
        parts = [
            (
                f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_WIDTH} {height}" width="{_WIDTH}" '
                f'height="{height}" role="img" font-family="sans-serif" font-size="13" fill="{_INK}">'
            ),
            f"<title>{escape(self.title)}</title>",
            f'<text x="10" y="20" font-weight="bold">{escape(self.title)}</text>',
        ]
        for index, (label, count) in enumerate(self.bars):
            top = _TOP + _STEP * index
            # Integers, so that no machine's floats show; a count that is not zero is seen.
            width = max(1, _BAR * count // most) if count else 0
            parts += [
                f'<text x="{_LABEL - 8}" y="{top + 15}" text-anchor="end">{escape(_short(label))}</text>',
                f'<rect x="{_LABEL}" y="{top + 3}" width="{width}" height="{_STEP - 6}" fill="{_FILL}"/>',
                f'<text x="{_LABEL + width + 6}" y="{top + 15}">{count:,}</text>',
            ]
        return ("\n".join([*parts, "</svg>"]) + "\n").encode()


def plots(found: Statistics) -> Iterator[Plot]:
    """The charts of a dataset, those of which there is something to show."""
    yield from _over_time(found)
    for name, key, title in (
        ("sources", "source", "Articles by source"),
        ("quotations", "quote kind", "Quotations by kind"),
        ("speakers", "speaker", "Quotations by speaker"),
        ("entities", "entity", "Articles by entity named"),
        ("units", "unit", "Numeric claims by unit"),
    ):
        known = ranked(found.spread[key])
        if known:
            yield Plot(name, _titled(title, len(known)), known[:_MOST_BARS])


def _over_time(found: Statistics) -> Iterator[Plot]:
    """Articles by month, or by year or decade where there are too many; what has no month comes last."""
    months = {month: count for month, count in found.spread["month"].items() if month != UNKNOWN}
    unknown = found.spread["month"][UNKNOWN]
    by, letters, ending = next(
        (each for each in _TIMES if len({month[: each[1]] for month in months}) <= _MOST_TIMES), _TIMES[-1]
    )
    bars: Counter[str] = Counter()
    for month, count in months.items():
        bars[month[:letters] + ending] += count
    if bars or unknown:
        yield Plot("time", f"Articles by {by}", sorted(bars.items()) + ([(UNKNOWN, unknown)] if unknown else []))


def _titled(title: str, values: int) -> str:
    return title if values <= _MOST_BARS else f"{title}: the {_MOST_BARS} most frequent of {values:,}"


def _short(label: str) -> str:
    return label if len(label) <= _MOST_LETTERS else label[: _MOST_LETTERS - 1] + "…"
