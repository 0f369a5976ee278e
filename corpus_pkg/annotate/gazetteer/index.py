"""Where any of many names stands in a text, the longest at each place."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache

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
        places, last = _places(text), 0
        shared = self._by_head.keys() & places.keys()
        for start, head in sorted((start, each) for each in shared for start in places[each]):
            if start < last:
                continue
            for name in self._by_head[head]:
                end = start + len(name)
                if text.startswith(name, start) and not _AFTER.match(text, end):
                    yield start, end
                    last = end
                    break


@lru_cache(maxsize=1)  # several rules in turn look for names in one text
def _places(text: str) -> Mapping[str, Sequence[int]]:
    """Where each word stands that a name may begin with."""
    places: defaultdict[str, list[int]] = defaultdict(list)
    for word in _HEAD.finditer(text):
        places[word[0]].append(word.start())
    return places
