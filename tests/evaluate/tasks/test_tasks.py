"""What runs on each kind of set: the pipeline's records in gold's shape, and the figures of a set."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

import pytest
from gold_support import SAID, at, quote_record, write_set

from corpus_pkg.annotate.entities.finder import EntityFinder
from corpus_pkg.annotate.entities.recognizer import Labelled, NoRecognizer
from corpus_pkg.evaluate.gold.quotes import Reported
from corpus_pkg.evaluate.outcome import Tools
from corpus_pkg.evaluate.tasks import clusters, entities, quantities, quotes, speakers, times
from corpus_pkg.evaluate.tasks.quantities import find_quantities
from corpus_pkg.evaluate.tasks.quotes import find_reported, measure_system
from corpus_pkg.model import ModelUse


class _Named:
    """Labels fixed names, wherever they first stand in a text."""

    uses: list[ModelUse] = []  # noqa: RUF012  a test double

    def __init__(self, **labels: str) -> None:
        self._labels = {name.replace("_", " "): label for name, label in labels.items()}

    def recognize(self, texts: Iterable[str]) -> Iterator[Sequence[Labelled]]:
        for text in texts:
            found = [Labelled(*at(text, name), label) for name, label in self._labels.items() if name in text]
            yield sorted(found, key=lambda each: each.start)


def _no_names() -> EntityFinder:
    return EntityFinder(NoRecognizer())


def test_quotations_take_gold_s_shape() -> None:
    text = "Peter Okoro called the plan “an utter farce” on Monday."
    (direct,), (mixed,) = find_reported(SAID), find_reported(text)
    assert direct.speaker is not None
    assert (direct.type, direct.quoted, direct.cue) == ("direct", (at(SAID, "The ferry leaves at six,"),), "said")
    assert direct.speaker.spans == (at(SAID, "Anna Lindholm"),)
    assert (mixed.type, mixed.content) == ("mixed", (at(text, "an utter farce"),))
    assert direct.confidence is not None


def test_quotations_inside_quotations_are_left_out() -> None:
    assert len(find_reported("“He told me ‘go home’ and I went,” said Peter Okoro.")) == 1


def test_a_set_of_quotations_has_figures_words_and_reliability(tmp_path: Path) -> None:
    outcome = quotes.measure(write_set(tmp_path, "own", quote_record()), Tools(_no_names))
    assert outcome.figures == {"stretch_f1": 100, "end_to_end_f1": 100, "speaker_exact": 100, "indirect_f1": None,
                               "cases_right": 1}  # fmt: skip
    assert outcome.words == len(SAID.split())
    assert outcome.reliability is not None
    assert sum(each.records for each in outcome.reliability) == 1
    assert outcome.mistakes == []


def test_a_system_without_confidence_has_no_reliability(tmp_path: Path) -> None:
    def silent(_text: str) -> list[Reported]:
        return []

    outcome = measure_system(write_set(tmp_path, "own", quote_record()), silent)
    assert (outcome.figures["stretch_f1"], outcome.figures["cases_right"], outcome.reliability) == (0, 0, None)
    assert [each.kind for each in outcome.mistakes] == ["missed"]


def test_a_pronoun_is_resolved_or_it_is_an_error(tmp_path: Path) -> None:
    text = "Anna Lindholm met the press.\n\n“The text is ready,” she said."
    start, end = at(text, "The text is ready")
    first, last = at(text, "she said")
    record = {"id": "one", "text": text, "start": start, "end": end, "speaker_start": first,
              "speaker_end": last - len(" said"), "resolved_key": "lindholm"}  # fmt: skip
    path = write_set(tmp_path, "own", record, record | {"id": "two", "resolved_key": "Okoro"})
    outcome = speakers.measure(path, Tools(lambda: EntityFinder(_Named(Anna_Lindholm="PERSON"))))
    assert outcome.figures == {"resolved": 1}
    assert [(each.document, each.gold, each.predicted) for each in outcome.mistakes] == [
        ("two", "Okoro", "Anna Lindholm")
    ]


def test_a_speaker_that_has_no_record_is_unresolved(tmp_path: Path) -> None:
    record = {"id": "one", "text": "She said so.", "start": 9, "end": 11, "speaker_start": 0, "speaker_end": 3,
              "resolved_key": "Lindholm"}  # fmt: skip
    outcome = speakers.measure(write_set(tmp_path, "own", record), Tools(_no_names))
    assert outcome.figures == {"resolved": 0}
    assert outcome.mistakes[0].predicted is None


NAMED = "Anna Lindholm left Tromburg. Lindholm was glad."


def _names(*names: tuple[str, str, str]) -> list[dict[str, object]]:
    return [{"start": at(NAMED, name)[0], "end": at(NAMED, name)[1], "label": label, "cluster": cluster, "link": None}
            for name, label, cluster in names]  # fmt: skip


def test_entities_are_scored_with_the_rules_of_the_text(tmp_path: Path) -> None:
    record = {
        "id": "one",
        "text": NAMED,
        "entities": _names(("Anna Lindholm", "PERSON", "1"), ("Tromburg", "LOC", "2")),
    }
    outcome = entities.measure(
        write_set(tmp_path, "own", record), Tools(lambda: EntityFinder(_Named(Anna_Lindholm="PERSON")))
    )
    # The rules carry the surname through the text, and gold does not have it.
    assert outcome.figures == {"f1": 50, "person_f1": 66.67, "org_f1": None, "loc_f1": 0}


def test_clusters_are_joined_from_gold_s_names_and_from_our_own(tmp_path: Path) -> None:
    names = _names(("Anna Lindholm", "PERSON", "1"), ("Tromburg", "LOC", "2"), ("Lindholm was", "PERSON", "1"))
    names[-1]["end"] = at(NAMED, "Lindholm was")[0] + len("Lindholm")
    path = write_set(tmp_path, "own", {"id": "one", "text": NAMED, "entities": names})
    outcome = clusters.measure(path, Tools(lambda: EntityFinder(_Named(Tromburg="LOC"))))
    assert (outcome.figures["within_f1"], outcome.figures["across_f1"]) == (100, None)
    own = outcome.figures["own_f1"]
    assert own is not None
    assert own < 100


@pytest.mark.parametrize(
    ("text", "quantities"),
    [
        ("The town bought 40 electric buses.", [(40.0, None, None, "electric bus", "exact")]),
        ("About 300 people left.", [(300.0, None, None, "people", "approx")]),
        ("It cost at least $5 million.", [(5e6, None, None, "dollar", "more_than")]),
        ("Sales fell 5 percent.", [(5.0, None, None, "percentage", "down")]),
        ("She is 51 years old.", [(51.0, None, None, "year of age", "exact")]),
        ("Water flowed at 118 cubic metres per second.", [(118.0, None, None, "cubic metre per second", "exact")]),
        ("Turnout rose from 41 percent to 46 percent.", [(None, 41.0, 46.0, "percentage", "exact")]),
        ("They walked 5 to 6 miles.", [(None, 5.0, 6.0, "mile", "exact")]),
    ],
)
def test_claims_take_the_names_of_the_sets(text: str, quantities: list[tuple[object, ...]]) -> None:
    found = find_quantities(text)
    assert [(each.value, each.low, each.high, each.unit, each.modifier) for each in found] == quantities


def test_a_set_of_quantities_has_figures(tmp_path: Path) -> None:
    text = "The town bought 40 buses."
    start, end = at(text, "40 buses")
    gold = {
        "start": start,
        "end": end,
        "value": 40,
        "value_low": None,
        "value_high": None,
        "unit": "bus",
        "modifier": None,
    }
    outcome = quantities.measure(
        write_set(tmp_path, "own", {"id": "one", "text": text, "quantities": [gold]}), Tools(_no_names)
    )
    assert outcome.figures == {"value_f1": 100, "value_unit_f1": 100, "value_modifier_f1": None, "span_overlap_f1": 100}


@pytest.mark.parametrize(("published", "value"), [("2024-05-10", 100), (None, 0)])
def test_times_hang_on_the_day_of_publication(tmp_path: Path, published: str | None, value: int) -> None:
    text = "The ferry sank on Tuesday."
    start, end = at(text, "Tuesday")
    gold = {"start": start, "end": end, "value": dt.date(2024, 5, 7).isoformat()}
    record = {"id": "one", "text": text, "reference_date": published, "times": [gold]}
    outcome = times.measure(write_set(tmp_path, "own", record), Tools(_no_names))
    assert (outcome.figures["strict_f1"], outcome.figures["value_f1"]) == (100, value)
