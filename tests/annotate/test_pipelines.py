"""Pipelines of one folder share words and vectors, and find what they find alone."""

from __future__ import annotations

import subprocess
import sys

from corpus_pkg.annotate.pipelines import default_folder, load_pipeline

_TEXT = "Anna Lindholm said on Tuesday that the Bank of Norrland had lent $20 million to Rosa Winter."
_ALONE = """
import sys
from corpus_pkg.annotate.pipelines import default_folder, load_pipeline
doc = load_pipeline(default_folder(), ("tagger", "parser"))(sys.argv[1])
print([(each.text, each.tag_, each.dep_, each.head.i) for each in doc])
"""


def test_a_pipeline_loaded_beside_another_finds_what_it_finds_alone() -> None:
    names = load_pipeline(default_folder(), ("ner",))
    trees = load_pipeline(default_folder(), ("tagger", "parser"))
    assert trees.vocab is names.vocab
    assert [each.text for each in names(_TEXT).ents][:1] == ["Anna Lindholm"]
    command = [sys.executable, "-c", _ALONE, _TEXT]
    alone = subprocess.run(command, capture_output=True, text=True, check=True)
    assert str([(each.text, each.tag_, each.dep_, each.head.i) for each in trees(_TEXT)]) == alone.stdout.strip()
