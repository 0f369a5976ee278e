"""Where any of many names stands in a text, the longest at each place."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator

_HEAD = re.compile(r"(?<![\w’'.-])[^\W_]+")
_AFTER = re.compile(r"[\w-]|[’'][a-rt-z]")


class NameIndex:
    """Names by their first word: a pass over a text costs by the text's words, not by the number of names."""

    def __init__(self, names: Iterable[str]) -> None:
        """Takes names."""
        heads: defaultdict[str, list[str]] = defaultdict(list)
        for name in sorted(names, key=lambda each: (-len(each), each)):
            head = _HEAD.match(name)
            if head:
                heads[head[0]].append(name)
        self._by_head = dict(heads)

    def occurrences(self, text: str) -> Iterator[tuple[int, int]]:
        """Where names stand, whole: neither inside words nor before a hyphen, but before a possessive."""
        last = 0
        for head in _HEAD.finditer(text):
            if head[0] not in self._by_head or head.start() < last:
                continue
            start = head.start()
            for name in self._by_head[head[0]]:
                end = start + len(name)
                if text.startswith(name, start) and not _AFTER.match(text, end):
                    yield start, end
                    last = end
                    break
