"""Texts read by paragraph: each different one once, whatever stands beside it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus_pkg.annotate.entities.reading import ParagraphReader
from corpus_pkg.annotate.entities.recognizer import Labelled, Recognizer
from corpus_pkg.model.annotations import Span
from corpus_pkg.model.provenance import ModelUse
from corpus_pkg.text.paragraphs import paragraphs

COPY = "Anna Lindholm flew to Lagos on Monday.\n\nThe Harrow Institute in London paid.\n\nPeter Okoro met Mr. Hale."


class _Capitals:
    """Labels every capital letter, and counts what it is given."""

    def __init__(self) -> None:
        self.seen: list[str] = []

    @property
    def uses(self) -> list[ModelUse]:
        return []

    def recognize(self, texts: Iterable[str]) -> Iterator[Sequence[Labelled]]:
        for text in texts:
            self.seen.append(text)
            yield [Labelled(at, at + 1, "ORG") for at, each in enumerate(text) if each.isupper()]


def _read(reader: ParagraphReader, *texts: str) -> list[list[Labelled]]:
    return reader.read([(text, paragraphs(text)) for text in texts])


def test_a_paragraph_that_many_print_is_read_once() -> None:
    counting = _Capitals()
    reader = ParagraphReader(counting)
    first, second = _read(reader, COPY, "Another Paper adds.\n\n" + COPY)
    third = _read(reader, COPY)[0]
    assert len(counting.seen) == 4
    assert first == third
    shift = len("Another Paper adds.\n\n")
    assert [(each.start - shift, each.label) for each in second if each.start >= shift] == [
        (each.start, each.label) for each in first
    ]


@given(st.lists(st.text("AB cd.\n", max_size=30), max_size=6), st.integers(1, 9))
def test_what_is_remembered_does_not_change_what_is_found(texts: list[str], most: int) -> None:
    remembering = ParagraphReader(_Capitals(), most=most)
    for _ in range(2):
        for found, text in zip(_read(remembering, *texts), texts, strict=True):
            assert found == _read(ParagraphReader(_Capitals()), text)[0]


def test_the_memory_is_bounded() -> None:
    counting = _Capitals()
    reader = ParagraphReader(counting, most=50)
    for number in range(100):
        _read(reader, f"Note {number} says.")
    _read(reader, "Note 99 says.", "Note 0 says.")
    assert counting.seen[-1] == "Note 0 says."
    assert counting.seen.count("Note 99 says.") == 1


def test_a_wrapped_paragraph_is_read_as_one_line() -> None:
    counting = _Capitals()
    text = "A line that is wrapped\nat its end."
    (found,) = ParagraphReader(counting).read([(text, [Span(start=0, end=len(text))])])
    assert counting.seen == ["A line that is wrapped at its end."]
    assert found == [Labelled(0, 1, "ORG")]


def test_an_overlong_paragraph_is_parted_where_a_word_ends() -> None:
    counting = _Capitals()
    text = "Alpha beta gamma. " * 5000
    (found,) = _read(ParagraphReader(counting), text.rstrip())
    assert max(map(len, counting.seen)) <= 20_000
    assert [each.start for each in found] == list(range(0, 5000 * 18, 18))
    unbroken = "Ab" * 25_000
    assert len(_read(ParagraphReader(_Capitals()), unbroken)[0]) == 25_000


@pytest.mark.parametrize("beside", [1, 7, 60])
def test_the_model_s_names_do_not_depend_on_the_neighbours(recognizer: Recognizer, beside: int) -> None:
    pieces = [f"Clerk {number} of Castleton told the Harrow Institute in Kenya so." for number in range(beside)]
    alone = {text: list(next(iter(recognizer.recognize([text])))) for text in COPY.split("\n\n")}
    for text, expected in alone.items():
        *_, found = recognizer.recognize([*pieces, text])
        assert list(found) == expected


def test_the_model_s_vectors_do_not_depend_on_the_neighbours() -> None:
    from corpus_pkg.annotate.entities.spacy_recognizer import NEEDED
    from corpus_pkg.annotate.pipelines import default_folder, load_pipeline

    pipeline = load_pipeline(default_folder(), NEEDED)
    network = pipeline.get_pipe("ner").model.get_ref("tok2vec")
    docs = [pipeline.make_doc(text) for text in COPY.split("\n\n") * 9]
    together = iter(network.predict(docs))
    for doc in docs:
        alone = network.predict([doc])
        assert len(alone) == len(doc)
        assert all((next(together) == vector).all() for vector in alone)
