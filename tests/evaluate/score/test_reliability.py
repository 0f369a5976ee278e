"""Records by confidence."""

from __future__ import annotations

from corpus_pkg.evaluate.score.reliability import Judged, reliability


def test_every_record_is_in_one_bin() -> None:
    confidences = (0.0, 0.49, 0.5, 0.6, 0.799, 0.8, 0.9, 0.95, 1.0)
    bins = reliability([Judged(each, right=each > 0.6) for each in confidences])
    assert [each.records for each in bins] == [2, 1, 1, 1, 1, 1, 2]
    assert [each.right for each in bins] == [0, 0, 0, 100, 100, 100, 100]
    assert bins[-1].confidence == 0.975


def test_an_empty_bin_has_no_figures() -> None:
    assert {(each.records, each.confidence, each.right) for each in reliability([])} == {(0, None, None)}
