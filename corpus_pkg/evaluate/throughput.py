"""How fast articles are converted, beside the bare pipelines of spaCy with the same weights, and what is not the model.

A conversion and a bare pipeline run in turn in one process over the same articles; CPU seconds are compared, so that
their ratio does not depend on what else the machine does. Reading, annotating, Parquet and documents are all counted,
loading the models is not: neither ours nor the bare one's.
"""

from __future__ import annotations

import json
import tempfile
import warnings
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from corpus_pkg.annotate.entities.finder import EntityFinder
from corpus_pkg.annotate.entities.spacy_recognizer import open_default
from corpus_pkg.annotate.pipelines import default_folder
from corpus_pkg.convert.build import Options, build
from corpus_pkg.convert.work import BATCH, open_once
from corpus_pkg.describe.card import card_document
from corpus_pkg.evaluate.conversions import Spread, spread
from corpus_pkg.evaluate.generated import write
from corpus_pkg.evaluate.stopwatch import Stopwatch, count_words
from corpus_pkg.text.paragraphs import paragraphs

_BARE = {"ner": ("ner",), "tagger, parser, ner": ("tok2vec", "tagger", "parser", "ner")}
_OURS = {"--ner none --mode fast": Options(ner="none", mode="fast", workers=1),
         "--mode fast": Options(mode="fast", workers=1), "--mode full": Options(workers=1)}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Throughput:
    """What was measured.

    Attributes:
        articles: how many were converted.
        words: their words.
        pace: words a CPU second, by what was run.
        ratio: CPU seconds of each by those of bare `nlp.pipe` with `ner` alone, round by round.
        full: CPU seconds of `--mode full` by those of bare `nlp.pipe` with tagger, parser and `ner`.
        rest: words a CPU second of all that is not the recogniser, in the fast mode.
    """

    articles: int
    words: int
    pace: dict[str, Spread]
    ratio: dict[str, Spread]
    full: Spread
    rest: Spread


def measure(articles: int, rounds: int, progress: Callable[[str], None]) -> Throughput:
    """Runs everything in turn, several times.

    Args:
        articles: how many of our own making.
        rounds: how often each is run.
        progress: is told each run before it is begun.
    """
    with tempfile.TemporaryDirectory(prefix="throughput-") as name:
        folder = Path(name)
        source = write(folder / "in.jsonl", articles)
        texts = [json.loads(line)["text"] for line in source.read_text("utf-8").splitlines()]
        runs: dict[str, Callable[[], None]] = {
            **{f"bare: {each}": _bare(each, texts) for each in _BARE}, "recogniser alone": _recogniser(texts),
            **{each: _ours(options, source, folder / "data") for each, options in _OURS.items()},
        }  # fmt: skip
        seconds: dict[str, list[float]] = {each: [] for each in runs}
        for number in range(rounds):
            for each, run in runs.items():
                progress(f"{each}, round {number + 1} of {rounds}")
                watch = Stopwatch()
                with watch:
                    run()
                seconds[each].append(watch.seconds)
    words = count_words(texts)
    bare, whole, fast, alone = (seconds[each] for each in ("bare: ner", "bare: tagger, parser, ner", "--mode fast",
                                                           "recogniser alone"))  # fmt: skip
    return Throughput(
        articles, words, {each: spread([words / second for second in found]) for each, found in seconds.items()},
        {each: _by(seconds[each], bare) for each in _OURS}, _by(seconds["--mode full"], whole),
        spread([words / (one - two) for one, two in zip(fast, alone, strict=True)]),
    )  # fmt: skip


def _by(ours: Sequence[float], theirs: Sequence[float]) -> Spread:
    return spread([one / two for one, two in zip(ours, theirs, strict=True)])


def _bare(name: str, texts: Sequence[str]) -> Callable[[], None]:
    """`nlp.pipe` as it comes: what is not asked for is not loaded."""
    pipeline = bare_pipeline(_BARE[name])
    list(pipeline.pipe(texts[:20]))

    def run() -> None:
        for doc in pipeline.pipe(texts):
            _ = [(each.start_char, each.end_char, each.label_) for each in doc.ents]

    return run


def bare_pipeline(components: Sequence[str]) -> Any:  # noqa: ANN401  spaCy is imported when it is needed
    """The default weights, loaded as anyone would load them."""
    import spacy

    folder = default_folder()
    with warnings.catch_warnings():
        warnings.filterwarnings("ignore", message=r"\[W095\]")
        config = spacy.util.load_config(folder / "config.cfg")
        return spacy.load(folder, exclude=[each for each in config["nlp"]["pipeline"] if each not in components])


def _recogniser(texts: Sequence[str]) -> Callable[[], None]:
    """The recogniser with the paragraphs that a conversion gives it, and nothing else."""
    bodies = [(text, paragraphs(text)) for text in texts]

    def run() -> None:
        finder = EntityFinder(recognizer)
        for start in range(0, len(bodies), BATCH):
            finder.read(bodies[start : start + BATCH])

    recognizer = open_default()
    return run


def _ours(options: Options, source: Path, target: Path) -> Callable[[], None]:
    models = open_once(options.names)
    options = replace(options, documents=(card_document(),))
    # The first build of a process loads what later ones find loaded.
    build([write(source.with_name("first.jsonl"), 3)], target, options)

    def run() -> None:
        models.finder.forget()
        build([source], target, options)

    return run
