"""Pipelines made faster find what they found; networks of another make are left alone."""

from __future__ import annotations

import spacy
from network_support import TEXTS

from corpus_pkg.annotate.networks import name_decoder, quicken
from corpus_pkg.annotate.networks.quicken import networks
from corpus_pkg.annotate.pipelines import default_folder, load_pipeline


def test_a_quickened_pipeline_predicts_what_it_did() -> None:
    plain, quick = (load_pipeline(default_folder(), ("tagger", "parser", "ner")) for _ in range(2))
    assert len(networks(quick)) == 2  # the recogniser's, and that which the others share
    quicken(quick)
    assert networks(quick) == []  # done once
    for one, two in zip(plain.pipe(TEXTS), quick.pipe(TEXTS), strict=True):
        assert one.to_json() == two.to_json()


def test_networks_of_another_make_are_left_as_they_are() -> None:
    other = spacy.blank("en")
    other.add_pipe("ner").add_label("PERSON")
    other.initialize()
    before = [each.name for each in other.get_pipe("ner").model.walk()]
    quicken(other)
    assert [each.name for each in other.get_pipe("ner").model.walk()] == before
    assert name_decoder(spacy.blank("en")) is None
