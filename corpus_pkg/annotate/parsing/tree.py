"""A parsed sentence: tokens with offsets, and the word that each depends on."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Tree:
    """The dependency tree of a sentence, in the labels of spaCy's English pipelines (ClearNLP).

    Attributes:
        text: the sentence.
        starts: first code point of each token, in the sentence.
        ends: one past the last code point of each token.
        heads: the token that each depends on; its own index for a root.
        labels: what each is to its head (`nsubj`, `dobj`, `nummod`, ...).
        tags: Penn Treebank part of speech of each.
    """

    text: str
    starts: list[int]
    ends: list[int]
    heads: list[int]
    labels: list[str]
    tags: list[str]

    def word(self, index: int) -> str:
        """A token in lower case."""
        return self.text[self.starts[index] : self.ends[index]].lower()

    def tokens(self, start: int, end: int) -> range:
        """The tokens that a stretch of the sentence touches."""
        inside = [i for i in range(len(self.starts)) if self.starts[i] < end and start < self.ends[i]]
        return range(inside[0], inside[-1] + 1) if inside else range(0)

    def top(self, tokens: range) -> int | None:
        """The first token of a stretch that depends on one outside it; None for an empty stretch."""
        return next((i for i in tokens if self.heads[i] not in tokens or self.heads[i] == i), None)

    def children(self, index: int) -> list[int]:
        """The tokens that depend on one, in order."""
        return [i for i, head in enumerate(self.heads) if head == index and i != index]

    def child(self, index: int, *labels: str) -> int | None:
        """The first token that depends on one in one of some ways."""
        return next((i for i in self.children(index) if self.labels[i] in labels), None)

    def span(self, index: int, leave: frozenset[str]) -> range:
        """The unbroken stretch of tokens around one that depend on it, without those that hang on by some labels."""
        kept = {index}
        queue = [index]
        while queue:
            for child in self.children(queue.pop()):
                if self.labels[child] not in leave or self.word(child) == "-":
                    kept.add(child)
                    queue.append(child)
        first = last = index
        while first - 1 in kept:
            first -= 1
        while last + 1 in kept:
            last += 1
        return range(first, last + 1)
