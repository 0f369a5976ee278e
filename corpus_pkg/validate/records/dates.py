"""The JSON form of an article back to plain values: days and instants, as Arrow takes them."""

from __future__ import annotations

import datetime as dt
from typing import Any

from corpus_pkg.model.rows import Row


def with_dates(record: dict[str, Any]) -> Row:
    """A record whose schema is sound, with days and instants in place of their texts."""
    row = dict(record)
    row["date"] = dt.date.fromisoformat(record["date"]) if record["date"] else None
    row["published_at"] = dt.datetime.fromisoformat(record["published_at"].upper()) if record["published_at"] else None
    row["corrections"] = [each | {"on": dt.date.fromisoformat(each["on"])} for each in record["corrections"]]
    return row
