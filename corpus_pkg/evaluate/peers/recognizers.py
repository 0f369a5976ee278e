"""The quantities and the times of Microsoft's recognizers-text, in its last release for Python.

That release has no model of ranges of numbers, none of bounds and no counted nouns; its ends count the last character
in, and it reads all texts in lower case.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping
from typing import Any

from corpus_pkg.evaluate.gold.quantities import Quantity
from corpus_pkg.evaluate.gold.times import Time
from corpus_pkg.evaluate.peers.reading import midnight, placed
from corpus_pkg.evaluate.stretches import Stretch, overlap
from corpus_pkg.text.paragraphs import paragraphs

_ENGLISH = "en-us"
_LONGER_IN_LOWER_CASE = str.maketrans("İ", "I")
_MONTH = re.compile(r"XXXX-\d\d")
_PART_OF_DAY = re.compile(r"T(?:MO|MI|AF|EV|NI)\Z")
_MONTHS_OF_QUARTER = 3


class RecognizersQuantities:
    """Finds quantities by the models of ages, currencies, dimensions, temperatures, percentages and numbers."""

    def __init__(self) -> None:
        """Builds the models; what they build late comes with a first text.

        Raises:
            ImportError: recognizers-text is not installed, or emoji 2 is.
        """
        from recognizers_number import NumberRecognizer
        from recognizers_number_with_unit import NumberWithUnitRecognizer

        units, numbers = NumberWithUnitRecognizer(_ENGLISH), NumberRecognizer(_ENGLISH)
        self._models = [
            units.get_age_model(), units.get_currency_model(), units.get_dimension_model(),
            units.get_temperature_model(), numbers.get_percentage_model(), numbers.get_number_model(),
        ]  # fmt: skip
        self.find_quantities("Five of them cost $3 million.")

    def find_quantities(self, text: str) -> list[Quantity]:
        """The quantities of a text; where models overlap, the first of them is believed."""
        read = text.translate(_LONGER_IN_LOWER_CASE)
        quantities: dict[Stretch, Quantity] = {}
        for model in self._models:
            for each in model.parse(read):
                stretch = placed(read, each.start, each.end + 1, each.text)
                if stretch and each.resolution["value"] and not any(overlap(stretch, two) > 0 for two in quantities):
                    quantities[stretch] = _quantity(stretch, each)
        return [quantities[stretch] for stretch in sorted(quantities)]


def _quantity(stretch: Stretch, found: Any) -> Quantity:  # noqa: ANN401  the library's own type, where installed
    percent = found.type_name == "percentage"
    value = float(found.resolution["value"].removesuffix("%"))
    unit = "percentage" if percent else found.resolution.get("unit", "").lower() or None
    return Quantity(stretch=stretch, value=value, low=None, high=None, unit=unit, modifier=None)


class RecognizersTimes:
    """Finds expressions of time, paragraph by paragraph: the library gives up a whole text for one that it fails on."""

    def __init__(self) -> None:
        """Builds the model; what it builds late comes with a first text.

        Raises:
            ImportError: recognizers-text is not installed, or emoji 2 is.
        """
        from recognizers_date_time import DateTimeRecognizer

        self._model = DateTimeRecognizer(_ENGLISH).get_datetime_model()
        self.find_times("They met on 3 May, two days ago.", None)

    def find_times(self, text: str, published: dt.date | None) -> list[Time]:
        """The expressions of time of a text, relative ones resolved from the day of publication."""
        read, base, times = text.translate(_LONGER_IN_LOWER_CASE), midnight(published), []
        for block in paragraphs(text):
            for each in self._model.parse(read[block.start : block.end], base):
                stretch = placed(read, block.start + each.start, block.start + each.end + 1, each.text)
                if stretch:
                    times.append(Time(stretch, _value(each.resolution)))
        return times


def _value(resolution: Mapping[str, list[dict[str, str]]] | None) -> str | None:
    """The TIMEX3 value: the library's own where that is complete, else that of its first reading, which is past."""
    readings = resolution["values"] if resolution else []
    first = readings[0] if readings else {}
    timex, kind = first.get("timex"), first.get("type", "")
    start = first.get("start") or first.get("value")
    if timex is None or start in (None, "not resolved") or not kind.startswith("date"):
        return timex
    if "X" not in timex and not timex.startswith("("):
        return timex
    if kind == "daterange" and _MONTH.fullmatch(timex):
        return start[: len("2025-02")]
    if kind == "daterange" and timex.endswith(",P3M)"):
        month = int(start[len("2025-") : len("2025-02")])
        return f"{start[: len('2025')]}-Q{(month + 2) // _MONTHS_OF_QUARTER}"
    if kind == "datetime":
        return start.replace(" ", "T")[: len("2025-02-13T10:30")]
    part = _PART_OF_DAY.search(timex)
    return start[: len("2025-02-13")] + (part[0] if part else "")
