"""The quantities and times of Microsoft's Recognizers-Text 1.0.2a2, the last version on the index.

It imports with emoji 1.7 only. It gives offsets with an inclusive end, and values as strings.
"""

from __future__ import annotations

import datetime as dt
import warnings
from collections.abc import Callable
from typing import Any

from corpus_pkg.evaluate.gold.quantities import Quantity
from corpus_pkg.evaluate.gold.times import Time
from corpus_pkg.evaluate.stretches import overlap

_OPEN = "X"
_RANGES = ("daterange", "datetimerange", "timerange")


class RecognizersQuantities:
    """Finds numbers with units, then numbers, where no unit stands."""

    def __init__(self) -> None:
        """Loads the recognisers.

        Raises:
            ImportError: the recognisers are not installed.
        """
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            import recognizers_number as numbers
            import recognizers_number_with_unit as measures
            from recognizers_text import Culture
        self._culture: str = Culture.English
        self._units: list[Callable[..., Any]] = [
            measures.recognize_currency, measures.recognize_dimension, measures.recognize_temperature,
            measures.recognize_age, numbers.recognize_percentage,
        ]  # fmt: skip
        self._numbers: Callable[..., Any] = numbers.recognize_number

    def find_quantities(self, text: str) -> list[Quantity]:
        """The quantities of a text."""
        found: list[Quantity] = []
        for recognize in (*self._units, self._numbers):
            for each in recognize(text, self._culture):
                quantity = _quantity(each)
                if quantity is not None and not any(_overlap(quantity, other) for other in found):
                    found.append(quantity)
        return found


def _overlap(one: Quantity, two: Quantity) -> bool:
    return one.stretch is not None and two.stretch is not None and overlap(one.stretch, two.stretch) > 0


def _quantity(found: Any) -> Quantity | None:  # noqa: ANN401  the library states no types
    resolution = found.resolution or {}
    printed = str(resolution.get("value") or "").rstrip("%")
    try:
        value = float(printed)
    except ValueError:
        return None
    percent = found.type_name == "percentage"
    unit = "percentage" if percent else resolution.get("unit")
    return Quantity((found.start, found.end + 1), value, None, None, unit.lower() if unit else None, None)


class RecognizersTimes:
    """Finds expressions of time."""

    def __init__(self) -> None:
        """Loads the recogniser.

        Raises:
            ImportError: the recogniser is not installed.
        """
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            from recognizers_date_time import recognize_datetime
            from recognizers_text import Culture
        self._recognize: Callable[..., Any] = recognize_datetime
        self._culture: str = Culture.English

    def find_times(self, text: str, published: dt.date | None) -> list[Time]:
        """The expressions of time of a text, the nearest past day where two are possible."""
        reference = dt.datetime.combine(published or dt.date(1900, 1, 1), dt.time())
        try:
            found = self._recognize(text, self._culture, reference=reference)
        except Exception:  # noqa: BLE001  some texts of the sets raise errors of many kinds
            return []
        return [Time((each.start, each.end + 1), _value(each, published)) for each in found]


def _value(found: Any, published: dt.date | None) -> str | None:  # noqa: ANN401  the library states no types
    """The TIMEX3 value: as it is where it names a day, else that of the last day up to the publication."""
    values = (found.resolution or {}).get("values") or []
    if not values:
        return None
    timex = str(values[0].get("timex") or "")
    if _OPEN not in timex and not timex.startswith("("):
        return timex or None
    if published is None:
        return timex or None
    days = [each.get("value") or each.get("start") for each in values]
    past = [each for each in days if each and each[:10] <= published.isoformat()]
    return past[-1] if past else next((each for each in days if each), None)
