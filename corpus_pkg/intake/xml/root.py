"""The first element of an XML file, told by its first bytes."""

from __future__ import annotations

import re

_MOST_PROLOG = 50
_PROLOG = re.compile(rb"<\?.*?\?>|<!--.*?-->|<!DOCTYPE[^>\[]*(?:\[.*?\]\s*)?>|\s+", re.DOTALL)
_ROOT = re.compile(rb"<(?:[\w.-]+:)?([A-Za-z_][\w.-]*)[\s>/]")


def root_of(head: bytes) -> str | None:
    """The local name of the first element; None where no XML begins.

    Args:
        head: the beginning of a file.
    """
    at = 0
    for _ in range(_MOST_PROLOG):
        match = _PROLOG.match(head, at)
        if not match:
            break
        at = match.end()
    root = _ROOT.match(head, at)
    return root[1].decode("ascii") if root else None
