"""The scores are those of the reference scorers, on the same predictions: the pipeline's own, and gold damaged."""

from __future__ import annotations

import importlib.util
import json
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from corpus_pkg.annotate.entities.finder import EntityFinder
from corpus_pkg.evaluate.gold.names import Name, NamedText, read_names
from corpus_pkg.evaluate.gold.quantities import Quantity, read_quantities
from corpus_pkg.evaluate.gold.quotes import QuotedText, Reported, read_quotes
from corpus_pkg.evaluate.gold.times import Time, read_times
from corpus_pkg.evaluate.score.clusters import ClusterScore
from corpus_pkg.evaluate.score.entities import EntityScore
from corpus_pkg.evaluate.score.indirect import IndirectScore
from corpus_pkg.evaluate.score.quantities import QuantityScore
from corpus_pkg.evaluate.score.quotations import QuotationScore
from corpus_pkg.evaluate.score.times import TimeScore
from corpus_pkg.evaluate.tasks.entities import as_names, find_in
from corpus_pkg.evaluate.tasks.quantities import find_quantities
from corpus_pkg.evaluate.tasks.quotes import find_reported


@pytest.fixture
def scorer(shared: Path) -> Callable[[str], ModuleType]:
    def load(name: str) -> ModuleType:
        spec = importlib.util.spec_from_file_location(f"shared_{name}", shared / "score" / f"{name}.py")
        assert spec is not None
        assert spec.loader is not None
        module = importlib.util.module_from_spec(spec)
        spec.loader.exec_module(module)
        return module

    return load


def _raw(path: Path, ids: Iterable[str]) -> dict[str, dict[str, Any]]:
    wanted = set(ids)
    records = map(json.loads, path.read_text("utf-8").splitlines())
    return {each["id"]: each for each in records if each["id"] in wanted}


def _damaged(document: QuotedText) -> list[Reported]:
    """Gold with stretches cut, types and speakers changed and pieces lost, in turn."""
    found, speakers = [], [each.speaker for each in document.reported]
    for number, each in enumerate(document.reported):
        changes: list[dict[str, Any]] = [
            {},
            {"content": tuple((start, max(start + 1, end - 9)) for start, end in each.content)},
            {"quoted": tuple((start, max(start + 1, end - 9)) for start, end in each.quoted)},
            {"speaker": speakers[number - 1]},
            {"speaker": None},
            {"type": "indirect", "quoted": ()},
            {"cue": "thought"},
        ]
        if number % 8 < len(changes):
            found.append(replace(each, **changes[number % 8]))
    return found


def _as_prediction(reported: Reported) -> dict[str, Any]:
    speaker = reported.speaker
    value: dict[str, Any] = {
        "start": reported.content[0][0], "end": reported.content[-1][1], "type": reported.type,
        "content_spans": [list(each) for each in reported.content],
        "quoted_spans": [list(each) for each in reported.quoted], "cue_text": reported.cue,
    }  # fmt: skip
    if speaker and speaker.spans:
        value |= {
            "speaker_text": speaker.text,
            "speaker_start": speaker.spans[0][0],
            "speaker_end": speaker.spans[0][1],
        }
    return value


@pytest.mark.parametrize("find", [lambda document: find_reported(document.text), _damaged], ids=["ours", "damaged"])
@pytest.mark.parametrize(("name", "most"), [("challenge", 51), ("polnear_dev", 12), ("polnear_train300", 12)])
def test_quotes(
    shared: Path, scorer: Callable[[str], ModuleType], name: str, most: int,
    find: Callable[[QuotedText], list[Reported]],
) -> None:  # fmt: skip
    path = shared / "gold" / "quotes" / f"{name}.jsonl"
    documents = read_quotes(path)[:most]
    quotations, indirect, predictions = QuotationScore(), IndirectScore(), {}
    for document in documents:
        # The reference takes one stretch a speaker; a mention in several is left to our own tests.
        found = [each for each in find(document) if each.speaker is None or len(each.speaker.spans) == 1]
        quotations.add(document, found)
        indirect.add(document, found)
        predictions[document.id] = {"quotes": [_as_prediction(each) for each in found]}
    expected = scorer("quotes").score(list(_raw(path, predictions).values()), predictions)
    ends = expected["end_to_end"]
    assert quotations.figures() == pytest.approx({
        "stretch_f1": 100 * expected["segments"]["exact"]["f1"], "end_to_end_f1": 100 * ends["lenient"]["f1"],
        "speaker_exact": 100 * ends["exact"]["f1"],
    })  # fmt: skip
    assert quotations.gold > 10
    counts = expected["attributions"]["indirect"]
    assert (indirect.right, indirect.predicted, indirect.gold) == (counts["tp"], counts["pred"], counts["gold"])
    assert indirect.figures()["indirect_f1"] == pytest.approx(100 * counts["f1"])


def _named(document: NamedText, finder: EntityFinder) -> list[Name]:
    return as_names(find_in(document.text, finder))


def test_entities(shared: Path, scorer: Callable[[str], ModuleType], finder: EntityFinder) -> None:
    path = shared / "gold" / "entities" / "wikigold.jsonl"
    score, predictions = EntityScore(), {}
    for document in read_names(path)[:15]:
        found = _named(document, finder)
        score.add(document, found)
        names = [{"start": each.stretch[0], "end": each.stretch[1], "label": each.label} for each in found]
        predictions[document.id] = {"entities": names}
    labels = ["PERSON", "ORG", "LOC"]
    expected = scorer("entities").score(_raw(path, predictions), predictions, labels, do_norm=True)
    assert score.figures() == pytest.approx({
        "f1": expected["micro"]["f"], **{f"{each.lower()}_f1": expected[each]["f"] for each in labels}
    })  # fmt: skip


def test_clusters(shared: Path, scorer: Callable[[str], ModuleType], finder: EntityFinder) -> None:
    path = shared / "gold" / "clusters" / "gum_named_clusters.jsonl"
    score, predictions = ClusterScore(), {}
    for document in read_names(path, clustered=True)[:6]:
        found = _named(document, finder)
        score.add(document, found)
        names = [{"start": each.stretch[0], "end": each.stretch[1], "cluster": each.cluster, "key": each.link}
                 for each in found]  # fmt: skip
        predictions[document.id] = {"entities": names}
    gold = _raw(path, predictions)
    reference = scorer("clusters")
    assert score.within() == pytest.approx(reference.score(gold, predictions, across=False)["f"])
    assert score.across() == pytest.approx(reference.score(gold, predictions, across=True)["f"])


def _quantity(quantity: Quantity) -> dict[str, Any]:
    start, end = quantity.stretch or (None, None)
    return {"start": start, "end": end, "value": quantity.value, "value_low": quantity.low,
            "value_high": quantity.high, "unit": quantity.unit, "modifier": quantity.modifier}  # fmt: skip


@pytest.mark.parametrize("name", ["newsquant_even", "rtext_dimension", "meantime_even"])
def test_quantities(shared: Path, scorer: Callable[[str], ModuleType], name: str) -> None:
    path = shared / "gold" / "quantities" / f"{name}.jsonl"
    score, predictions = QuantityScore(), {}
    for document in read_quantities(path)[:80]:
        found = find_quantities(document.text)
        score.add(document, found)
        predictions[document.id] = {"quantities": [_quantity(each) for each in found]}
    expected = scorer("numbers").quantities(_raw(path, predictions), predictions)
    names = {"value_f1": "value", "value_unit_f1": "value+unit", "value_modifier_f1": "value+modifier",
             "span_overlap_f1": "span_overlap"}  # fmt: skip
    for measure, figure in score.figures().items():
        if figure is not None:
            assert figure == pytest.approx(expected[names[measure]]["F1"], abs=0.051)


def _shifted(times: Sequence[Time]) -> list[Time]:
    """Gold with stretches cut, values changed and expressions lost, in turn."""
    cut = [Time((each.stretch[0], each.stretch[1] - (number % 3 == 0)), each.value if number % 4 else "P1D")
           for number, each in enumerate(times)]  # fmt: skip
    return [each for number, each in enumerate(cut) if number % 5 and each.stretch[0] < each.stretch[1]]


def test_times(shared: Path, scorer: Callable[[str], ModuleType]) -> None:
    path = shared / "gold" / "times" / "timebank.jsonl"
    score, predictions = TimeScore(), {}
    for document in read_times(path)[:40]:
        found = _shifted(document.times)
        score.add(document, found)
        predictions[document.id] = {
            "times": [{"start": each.stretch[0], "end": each.stretch[1], "value": each.value} for each in found]
        }
    expected = scorer("numbers").times(_raw(path, predictions), predictions)
    figures = score.figures()
    assert figures["strict_f1"] == pytest.approx(expected["strict"]["F1"], abs=0.051)
    assert figures["relaxed_f1"] == pytest.approx(expected["relaxed"]["F1"], abs=0.051)
    assert figures["value_f1"] == pytest.approx(expected["value"]["F1"], abs=0.051)
    assert figures["value_on_matched"] == pytest.approx(expected["value_acc_on_relaxed"], abs=0.051)
