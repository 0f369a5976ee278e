"""Stable ids: from content alone, never from order, machine or number of workers."""

from __future__ import annotations

import hashlib

_LENGTH = 16


def article_id(raw_sha256: str) -> str:
    """The id of the article whose raw bytes have that digest."""
    return "a" + raw_sha256[:_LENGTH]


def record_id(prefix: str, article: str, *parts: object) -> str:
    """The id of an annotation: a letter for its kind, and 64 bits of a digest over what makes it this one.

    Args:
        prefix: one letter, `q`, `e` or `c`.
        article: the article's id.
        parts: what tells the record from others of its kind in the article.
    """
    content = "\x1f".join([article, *map(str, parts)])
    return prefix + hashlib.sha256(content.encode("utf-8", "surrogatepass")).hexdigest()[:_LENGTH]


def text_sha256(text: str) -> str:
    """The digest of a text (UTF-8) that an article states."""
    return hashlib.sha256(text.encode("utf-8")).hexdigest()
