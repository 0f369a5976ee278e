"""`datasets.Features` of each config, derived by way of the Arrow schema."""

from __future__ import annotations

from typing import Any

from corpus_pkg.model.arrow import arrow_schema
from corpus_pkg.model.tables import Table


def features(table: Table) -> Any:  # noqa: ANN401  `datasets` publishes no types
    """The `datasets.Features` of a config. Imports `datasets`, which takes most of a second."""
    from datasets import Features

    return Features.from_arrow_schema(arrow_schema(table))
