"""Where the values of a document stand, by JSON pointer (RFC 6901)."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from corpus_pkg.intake.source.place import Span


class Node:
    """Where one value stands.

    Pointers are made when asked for: one beneath a key of a million characters is as long, and there may be as many.

    Attributes:
        start: first code point of the value.
        end: one past its last.
        parent: the array or object that holds it; None for the root.
        token: its key or index in that.
        key: where its key stands, if it has one.
        children: what stands in it, if it is an array or object.
        depth: how many arrays and objects hold it.
    """

    __slots__ = ("children", "depth", "end", "key", "parent", "start", "token")

    def __init__(self, span: Span, parent: Node | None = None, token: str | int = "", key: Span | None = None) -> None:
        self.start, self.end = span
        self.parent = parent
        self.token = token
        self.key = key
        self.children: dict[str, Node] | list[Node] | None = None
        self.depth: int = parent.depth + 1 if parent else 0

    @property
    def span(self) -> Span:
        """Where the value stands."""
        return Span(self.start, self.end)

    @property
    def pointer(self) -> str:
        """The JSON pointer of the value."""
        tokens: list[str] = []
        node = self
        while node.parent:
            tokens.append(escaped(node.token))
            node = node.parent
        return "".join(reversed(tokens))

    def find(self, pointer: str) -> Node | None:
        """The node that a pointer leads to from here."""
        node: Node | None = self
        first, *tokens = pointer.split("/")
        for token in tokens:
            node = node and node.child(token.replace("~1", "/").replace("~0", "~"))
        return None if first else node

    def child(self, token: str) -> Node | None:
        """What stands here under a key or index."""
        if isinstance(self.children, dict):
            return self.children.get(token)
        # More than eighteen digits count no elements, and int() refuses thousands of them.
        if not self.children or not token.isdecimal() or not token.isascii() or len(token) > len(f"{10**17}"):
            return None
        index = int(token)
        return self.children[index] if token == f"{index}" and index < len(self.children) else None

    def walk(self) -> Iterator[tuple[str, Node]]:
        """Every node with its pointer, in the order of the text."""
        waiting = [("", self)]
        while waiting:
            pointer, node = waiting.pop()
            yield pointer, node
            inside = node.children.values() if isinstance(node.children, dict) else node.children or ()
            waiting += [(pointer + escaped(each.token), each) for each in reversed(inside)]


def escaped(token: str | int) -> str:
    """A key or index as a step of a pointer."""
    return "/" + str(token).replace("~", "~0").replace("/", "~1")


class Spans(Mapping[str, Span]):
    """Spans by pointer: a view of a tree."""

    def __init__(self, root: Node | None, span: Callable[[Node], Span | None]) -> None:
        self._root = root
        self._span = span

    def __getitem__(self, pointer: str) -> Span:
        node = self._root.find(pointer) if self._root else None
        span = self._span(node) if node else None
        if span is None:
            raise KeyError(pointer)
        return span

    def __iter__(self) -> Iterator[str]:
        for pointer, node in self._root.walk() if self._root else ():
            if self._span(node) is not None:
                yield pointer

    def __len__(self) -> int:
        return sum(1 for _ in self)
