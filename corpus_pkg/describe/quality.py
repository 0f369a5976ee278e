"""The quality figures of the card: what the pipeline reached on gold sets, measured by `scripts/bench quality`."""

from __future__ import annotations

import json
from importlib.resources import files

from corpus_pkg.annotate.entities.choice import DEFAULT
from corpus_pkg.model.manifest import Manifest

FIGURES = "figures.json"
"""As `scripts/bench quality --pin` writes it: cut to one decimal, by set and measure."""
SHOWN: dict[str, tuple[str, dict[str, str]]] = {
    "quotes/polnear_dev": ("PolNeAR, development part: political news of the US", {
        "stretch_f1": "stretches in quotation marks, F1",
        "end_to_end_f1": "stretches in quotation marks with their speaker, F1",
        "indirect_f1": "indirect quotations, F1",
    }),
    "entities/uner_pud_news": ("Universal NER, PUD: sentences of news", {
        "f1": "persons, bodies and places, F1",
        "person_f1": "persons, F1", "org_f1": "bodies, F1", "loc_f1": "places, F1",
    }),
    "clusters/gum_named_clusters": ("GUM: Wikinews and interviews", {
        "within_f1": "mentions of one entity joined within an article, F1",
        "across_f1": "entities joined across articles, F1",
    }),
    "quantities/newsquant_even": ("NewsQuant, every other sentence: sentences of news", {
        "value_f1": "numbers with their value, F1", "value_unit_f1": "with value and unit, F1",
        "value_modifier_f1": "with value and bound, F1",
    }),
    "claims/own": ("170 items of our own, on which the rules were written", {
        "measured_f1": "what is measured, F1", "asserted_by_f1": "who states it, F1",
    }),
    "times/timebank": ("TimeBank: news of the 1990s", {
        "relaxed_f1": "expressions of time, F1", "value_f1": "with their value, F1",
    }),
    "times/meantime_even": ("MEANTIME, every other article: Wikinews", {
        "relaxed_f1": "expressions of time, F1", "value_f1": "with their value, F1",
    }),
}  # fmt: skip
"""The sets of the card, what each is, and what each of its measures says."""


def figures() -> dict[str, dict[str, float]]:
    """The figures by set and measure, 0 to 100."""
    stored: dict[str, dict[str, float]] = json.loads((files("corpus_pkg.describe") / FIGURES).read_text("utf-8"))
    return stored


def quality_section(manifest: Manifest) -> str:
    """The table of figures, as Markdown, and under what conditions they hold."""
    reached = figures()
    rows = [f"| {label} | {what} | {reached[name][measure]:.1f} |"
            for name, (what, measures) in SHOWN.items() for measure, label in measures.items()]  # fmt: skip
    return "\n\n".join((_conditions(manifest), "| what | gold | figure |\n|---|---|---|\n" + "\n".join(rows)))


def _conditions(manifest: Manifest) -> str:
    said = (
        f"Measured on gold sets with corpus-pkg {manifest.pipeline_version}, its default models and the full mode, "
        "from 0 to 100. None of it is measured on this dataset: other news is read better or worse."
    )
    other = [f"in the {manifest.mode} mode"] if manifest.mode != "full" else []
    if not any(each.verified for each in manifest.models):
        other.append(f"without the verified `{DEFAULT}` model")
    return said + (f" This dataset was made {' and '.join(other)}, for which they do not hold." if other else "")
