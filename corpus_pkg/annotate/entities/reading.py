"""Texts read by a recogniser paragraph by paragraph, each different paragraph once."""

from __future__ import annotations

import re
from collections import OrderedDict
from collections.abc import Iterator, Sequence

from corpus_pkg.annotate.entities.mentions.capitals import recase
from corpus_pkg.annotate.entities.recognizer import Labelled, Recognizer
from corpus_pkg.model.annotations import Span

_LONGEST = 20_000
_SPACE = re.compile(r"\s")


class ParagraphReader:
    """Gives a recogniser the paragraphs of texts, and remembers what it found in them.

    Wire copy is printed by many outlets, and what a recogniser finds in a paragraph depends on the paragraph alone: the
    second print costs a look-up. The memory is bounded; what has not been asked for longest is forgotten.
    """

    def __init__(self, recognizer: Recognizer, most: int = 40_000) -> None:
        """Takes a recogniser.

        Args:
            recognizer: what finds names.
            most: how many paragraphs and labels, together, are remembered.
        """
        self.recognizer = recognizer
        self._most, self._held = most, 0
        self._memory: OrderedDict[str, Sequence[Labelled]] = OrderedDict()

    def read(self, texts: Sequence[tuple[str, Sequence[Span]]]) -> list[list[Labelled]]:
        """What is labelled in each text.

        Args:
            texts: texts with their paragraphs.
        """
        pieces = [_pieces(recase(text), paragraphs) for text, paragraphs in texts]
        known = {piece: self._memory[piece] for each in pieces for _, piece in each if piece in self._memory}
        new = list(dict.fromkeys(piece for each in pieces for _, piece in each if piece not in known))
        found = dict(zip(new, self.recognizer.recognize(new), strict=True)) | known
        for piece, labels in found.items():
            self._remember(piece, labels)
        return [
            [
                Labelled(start + each.start, start + each.end, each.label)
                for start, piece in parts
                for each in found[piece]
            ]
            for parts in pieces
        ]

    def forget(self) -> None:
        """Forgets what was found."""
        self._memory.clear()
        self._held = 0

    def _remember(self, piece: str, labels: Sequence[Labelled]) -> None:
        if piece in self._memory:
            self._memory.move_to_end(piece)
            return
        self._memory[piece] = labels
        self._held += 1 + len(labels)
        while self._held > self._most and len(self._memory) > 1:
            _, forgotten = self._memory.popitem(last=False)
            self._held -= 1 + len(forgotten)


def _pieces(text: str, paragraphs: Sequence[Span]) -> list[tuple[int, str]]:
    """The paragraphs as single lines, with where each starts; overlong ones parted at white space."""
    return [
        (start, text[start:end].replace("\n", " "))
        for each in paragraphs
        for start, end in _parts(text, each.start, each.end)
        if any(map(str.isalpha, text[start:end]))
    ]


def _parts(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    while end - start > _LONGEST:
        cut = max((match.start() for match in _SPACE.finditer(text, start + _LONGEST // 2, start + _LONGEST)),
                  default=start + _LONGEST)  # fmt: skip
        yield start, cut
        start = cut
    yield start, end
