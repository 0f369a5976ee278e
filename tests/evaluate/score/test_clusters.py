"""B-cubed over gold's names."""

from __future__ import annotations

import pytest
from gold_support import at

from corpus_pkg.evaluate.gold.names import Name, NamedText
from corpus_pkg.evaluate.score.clusters import ClusterScore

TEXT = "Anna Lindholm spoke. Okoro spoke. Lindholm left."


def _names(**clusters: tuple[str, str | None]) -> list[Name]:
    places = {"full": "Anna Lindholm", "other": "Okoro", "short": "Lindholm left"}
    return [
        Name(at(TEXT, places[each]), "PERSON", cluster=cluster, link=link) for each, (cluster, link) in clusters.items()
    ]


GOLD = _names(full=("1", "anna"), other=("2", None), short=("1", "anna"))


def _score(*found: list[Name]) -> ClusterScore:
    score = ClusterScore()
    for number, names in enumerate(found):
        score.add(NamedText(f"text {number}", TEXT, GOLD), names)
    return score


def test_any_names_of_clusters_do_if_they_join_the_same() -> None:
    score = _score(_names(full=("x", "k"), other=("y", "m"), short=("x", "k")))
    assert (score.within(), score.across(), score.mistakes()) == (100, 100, [])


def test_a_split_costs_recall_and_a_join_precision() -> None:
    split = _score(_names(full=("x", "k"), other=("y", "m"), short=("z", "k")))
    # precision 1; recall (1/2 + 1 + 1/2) / 3
    assert split.within() == pytest.approx(80.0)
    joined = _score(_names(full=("x", "k"), other=("x", "k"), short=("x", "k")))
    # precision (2/3 + 1/3 + 2/3) / 3; recall 1
    assert joined.within() == pytest.approx(71.43)
    assert [(each.kind, each.gold, each.predicted) for each in split.mistakes()] == [
        ("cluster", "Anna Lindholm | Lindholm left", "Anna Lindholm"),
        ("cluster", "Anna Lindholm | Lindholm left", "Lindholm left"),
    ]


def test_a_name_that_is_not_found_is_alone() -> None:
    assert _score(_names(full=("x", "k"), other=("y", "m"))).within() == pytest.approx(80.0)


def test_clusters_are_of_a_text_and_links_of_the_set() -> None:
    same = _names(full=("x", "k"), other=("y", "m"), short=("x", "k"))
    changed = _names(full=("x", "n"), other=("y", "m"), short=("x", "n"))
    assert _score(same, same).across() == 100
    score = _score(same, changed)
    assert score.within() == 100
    assert score.across() == pytest.approx(66.67)


def test_without_names_there_is_no_figure() -> None:
    assert (ClusterScore().within(), ClusterScore().across()) == (None, None)
