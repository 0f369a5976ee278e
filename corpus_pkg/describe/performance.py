"""How fast articles are converted: said in the card, from what `scripts/bench throughput --keep` measured last."""

from __future__ import annotations

import json
from importlib.resources import files
from typing import Any

FIGURES = "performance.json"
"""What the benches of speed, growth and crashes kept, by their names."""


def performance() -> dict[str, Any]:
    """The figures, by what measured them."""
    stored: dict[str, Any] = json.loads((files("corpus_pkg.describe") / FIGURES).read_text("utf-8"))
    return stored


def speed() -> str:
    """What a CPU second converts, on which machine, and what the bare library takes there."""
    found = performance()["throughput"]
    pace = {name: f"{each['median']:,.0f}" for name, each in found["pace"].items()}
    return (
        f"On one core of a machine ({found['machine']}) a CPU second converts {pace['--mode full']} words in the full "
        f"mode, {pace['--mode fast']} in the fast one and {pace['--ner none --mode fast']} without a recogniser, "
        f"reading and Parquet included; spaCy alone, with the same weights, reads {pace['bare: ner']} with its "
        f"recogniser and {pace['bare: tagger, parser, ner']} with tagger and parser besides. Median of "
        f"{found['ratio']['--mode full']['rounds']} rounds over {found['articles']:,} made-up articles."
    )
