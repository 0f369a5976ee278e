"""How fast entities and claims are found, beside the bare pipeline of spaCy that does the greater part of it.

Both run in turn in one process over the same texts, with the same weights, so that their ratio does not depend on the
machine or on what else it does. Words are counted by white space, seconds are of CPU time.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from statistics import median

from corpus_pkg.annotate.entities.finder import EntityFinder
from corpus_pkg.annotate.entities.spacy_recognizer import NEEDED, open_default
from corpus_pkg.annotate.parsing import open_parser
from corpus_pkg.annotate.pipelines import default_folder, load_pipeline
from corpus_pkg.evaluate.stopwatch import Stopwatch, count_words
from corpus_pkg.evaluate.tasks.quantities import find_quantities, find_refined
from corpus_pkg.evaluate.tasks.structure import ANY_ARTICLE, structure
from corpus_pkg.model.annotations import Span
from corpus_pkg.text.paragraphs import paragraphs

_BATCH = 16
_WARM = 20


@dataclass(frozen=True, slots=True)
class Pace:
    """What one kind of corpus took.

    Attributes:
        corpus: which.
        words: its words.
        ours: words a CPU second of the entities stage: recogniser, rules, joining.
        bare: words a CPU second of `nlp.pipe`.
        ratio: ours by bare, the median of the rounds.
    """

    corpus: str
    words: int
    ours: float
    bare: float
    ratio: float


def measure_entities(texts: Sequence[str], rounds: int, progress: Callable[[str], None]) -> list[Pace]:
    """The paces over texts as they are, and with every text printed a second time, as wire copy is.

    Args:
        texts: the bodies of articles.
        rounds: how often each is run.
        progress: is told each round before it is run.

    Raises:
        ModelError: the default model is missing or damaged.
    """
    pipeline, recognizer = load_pipeline(default_folder(), NEEDED), open_default()

    def ours(chosen: Sequence[str]) -> None:
        finder = EntityFinder(recognizer)
        for start in range(0, len(chosen), _BATCH):
            batch: list[tuple[str, list[Span]]] = [(text, paragraphs(text)) for text in chosen[start : start + _BATCH]]
            for (text, _), labelled in zip(batch, finder.read(batch), strict=True):
                finder.find(ANY_ARTICLE, text, labelled)

    def bare(chosen: Sequence[str]) -> None:
        for doc in pipeline.pipe(chosen):
            _ = [(each.start_char, each.end_char, each.label_) for each in doc.ents]

    rivals = _Rivals(ours, bare)
    rivals.race(texts[:_WARM])
    paces = []
    for corpus, chosen in (("as it is", texts), ("each text twice", [*texts, *texts])):
        seconds = []
        for number in range(rounds):
            progress(f"{corpus}, round {number + 1}")
            seconds.append(rivals.race(chosen))
        paces.append(_pace(corpus, chosen, seconds))
    return paces


def measure_claims(texts: Sequence[str], rounds: int, progress: Callable[[str], None]) -> list[Pace]:
    """The paces of dates and claims together, in both modes, beside the bare parser over all sentences.

    Args:
        texts: the bodies of articles.
        rounds: how often each is run.
        progress: is told each round before it is run.

    Returns:
        Paces whose words are sentences.

    Raises:
        ModelError: the default model is missing or damaged.
    """
    opened = open_parser()
    sentences = [text[each.start : each.end] for text in texts for each in structure(text).sentences]

    def fast(chosen: Sequence[str]) -> None:
        for text in chosen:
            find_quantities(text)

    def full(chosen: Sequence[str]) -> None:
        parser = opened.emptied()
        for start in range(0, len(chosen), _BATCH):
            find_refined(chosen[start : start + _BATCH], parser)

    def bare(_chosen: Sequence[str]) -> None:
        opened.emptied().parse(sentences)

    paces = []
    for mode, ours in (("fast", fast), ("full", full)):
        rivals, seconds = _Rivals(ours, bare), []
        for number in range(rounds):
            progress(f"claims, {mode}, round {number + 1}")
            seconds.append(rivals.race(texts))
        pace = _pace(f"claims, {mode}", sentences, seconds)
        scale = len(sentences) / pace.words
        paces.append(Pace(pace.corpus, len(sentences), pace.ours * scale, pace.bare * scale, pace.ratio))
    return paces


@dataclass(frozen=True, slots=True)
class _Rivals:
    """What is timed beside what."""

    ours: Callable[[Sequence[str]], None]
    bare: Callable[[Sequence[str]], None]

    def race(self, texts: Sequence[str]) -> tuple[float, float]:
        """The CPU seconds of each."""
        return _seconds(self.ours, texts), _seconds(self.bare, texts)


def _pace(corpus: str, texts: Sequence[str], seconds: Sequence[tuple[float, float]]) -> Pace:
    words = count_words(list(texts))
    return Pace(corpus, words, words / min(each[0] for each in seconds), words / min(each[1] for each in seconds),
                median(theirs / own for own, theirs in seconds))  # fmt: skip


def _seconds(run: Callable[[Sequence[str]], None], texts: Sequence[str]) -> float:
    watch = Stopwatch()
    with watch:
        run(texts)
    return watch.seconds
