"""The text level by columns: the characters of a text, and what the text is."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator

import numpy as np
import pyarrow.compute as pc

from corpus_pkg.findings.rules import text as rules
from corpus_pkg.model.ids import text_sha256
from corpus_pkg.validate.columns.breach import Breach, Say
from corpus_pkg.validate.columns.frame import Batch, Mask, truth

# Everything that normalisation takes out: invisible and direction marks, spaces that are not U+0020, C1 controls.
_FOREIGN = "[\x80-\xa0\xad\u2000-\u200b\u200e\u200f\u2028-\u202f\u205f-\u2064\u2066-\u2069\u3000\ufeff]"
_CONTROL_BYTES = np.zeros(256, dtype=bool)
_CONTROL_BYTES[:32] = _CONTROL_BYTES[127] = True
_CONTROL_BYTES[[*b"\t\n"]] = False
_WHITE_BYTES = np.zeros(256, dtype=bool)
_WHITE_BYTES[[*b" \t\n"]] = True
_MOJIBAKE = "[\xc2\xc3][\x80-\xbf]|\xe2\u20ac[\u2122\u0153\u201c\u201d\xa6\u02dc]|\xef\xbf\xbd"
_BOILERPLATE = (
    r"(?i)(?:^|\n)[ \t]*(?:read (?:more|also)\b|also read\b|sign up (?:for|to|here)\b|follow us on\b|share this\b|"
    r"subscribe (?:to|now|today|here)\b|click here\b|download (?:our|the) app\b|related (?:articles|stories)\b|"
    r"all rights reserved|copyright (?:\xa9|\(c\)|[12][0-9]{3})|\xa9 ?[12][0-9]{3}|advertisement\s*(?:\n|$))"
)
_CLUSTER = re.compile(r".[\u0300-\u036f]*", re.DOTALL)
_WORD = re.compile(r"\w+")
_LEAST_WORDS, _LEAST_LENGTH = 5, 100
# Not a single letter among those of a script that has no small ones.
_CAPITALS = r"(?:\p{Lu}[^\p{L}]*){40}"
_LONG_PARAGRAPH, _LONGEST = 80, 1 << 31
_ENGLISH = frozenset(
    "the of and to in a is that for on with as was at by it from be has have said an are his he not will its".split()
)
_RATE, _SAMPLE = 40, 2000


def text_breaches(batch: Batch) -> Iterator[Breach]:
    """What is wrong with the texts themselves."""
    articles, texts = batch.articles, batch.texts
    yield Breach(
        rules.TEXT_CONTROLS,
        articles,
        texts.holding(_CONTROL_BYTES) | _matching(batch, _FOREIGN),
        lambda _, article: _first_foreign(article["text"]),
        "text",
    )
    yield from _stated(batch)
    first, last = texts.edges()
    yield Breach(
        rules.TEXT_EDGES,
        articles,
        _WHITE_BYTES[first] | _WHITE_BYTES[last],
        "white space stands before its first or after its last word",
        "text",
    )
    for rule, pattern, words in (
        (rules.TEXT_MOJIBAKE, _MOJIBAKE, "characters of UTF-8 that were read as another encoding"),
        (rules.TEXT_REPLACEMENT, "\ufffd", "U+FFFD stands for a character that was lost"),
    ):
        yield Breach(
            rule,
            articles,
            _matching(batch, pattern),
            _showing(pattern, words),
            "text",
        )
    boilerplate = truth(pc.match_substring_regex(articles.column("text"), _BOILERPLATE))
    yield Breach(
        rules.TEXT_BOILERPLATE,
        articles,
        boilerplate,
        lambda _, article: f"a paragraph of the page around the article: {_shown(_BOILERPLATE, article['text'])!r}",
        "text",
    )
    yield Breach(
        rules.TEXT_NOT_COMPOSED,
        articles,
        _among(batch, lambda text: not _composed(text)),
        "a letter and its accent stand apart",
        "text",
    )


def _stated(batch: Batch) -> Iterator[Breach]:
    """Lengths and digests that are not those of the texts."""
    articles = batch.articles
    lengths, texts = articles.ints("text_length"), articles.column("text").to_pylist()
    yield Breach(rules.TEXT_LENGTH, articles, lengths != batch.texts.lengths,
                 lambda _, article: f"{article['text_length']:,} are stated, {len(article['text']):,} are there",
                 "text_length")  # fmt: skip
    stated = articles.column("text_sha256").to_pylist()
    other = np.array([text_sha256(text) != each for text, each in zip(texts, stated, strict=True)], dtype=bool)
    yield Breach(rules.TEXT_DIGEST, articles, other, lambda _, article: f"the text has {text_sha256(article['text'])}",
                 "text_sha256")  # fmt: skip


def _among(batch: Batch, broken: Callable[[str], bool]) -> Mask:
    """Which of the texts that are not plain ASCII are broken."""
    mask = np.zeros(len(batch), dtype=bool)
    column = batch.articles.column("text")
    for row in np.flatnonzero(~batch.texts.plain):
        mask[row] = broken(column[int(row)].as_py())
    return mask


def _matching(batch: Batch, pattern: str) -> Mask:
    search = re.compile(pattern).search
    return _among(batch, lambda text: search(text) is not None)


def _first_foreign(text: str) -> str:
    at = next((place for place, each in enumerate(text) if not each.isprintable() and each not in "\n\t"), 0)
    return f"U+{ord(text[at]):04X} at {at}: {text[max(0, at - 10) : at + 10]!r}"


def _showing(pattern: str, words: str) -> Say:
    return lambda _, article: f"{words}: {_shown(pattern, article['text'])!r}"


def _shown(pattern: str, text: str) -> str:
    found = re.search(pattern, text)
    return text[found.start() : found.start() + 60].strip() if found else ""


def _composed(text: str) -> bool:
    """NFC, but for single characters that it would swap for others."""
    return unicodedata.is_normalized("NFC", text) or all(
        len(each) == 1 or unicodedata.is_normalized("NFC", each) for each in _CLUSTER.findall(text)
    )


def content_breaches(batch: Batch) -> Iterator[Breach]:
    """What the texts are: long enough, in their language, without a paragraph twice."""
    articles, column = batch.articles, batch.articles.column("text")
    short = np.zeros(len(batch), dtype=bool)
    for row in np.flatnonzero(batch.texts.lengths < _LEAST_LENGTH):
        short[row] = len(_WORD.findall(column[int(row)].as_py())) < _LEAST_WORDS
    yield Breach(rules.TEXT_SHORT, articles, short, "the text is {text!r:.100}", "text")
    capitals = truth(pc.and_(pc.utf8_is_upper(column), pc.match_substring_regex(column, _CAPITALS)))
    yield Breach(rules.CAPITALS, articles, capitals, "it has no small letter: {text!r:.100}", "text")
    foreign = truth(pc.starts_with(articles.column("language"), "en"))
    for row in np.flatnonzero(foreign):
        foreign[row] = _not_english(column[int(row)].as_py())
    yield Breach(
        rules.LANGUAGE_DIFFERS, articles, foreign, "language is {language}, the text begins {text!r:.60}", "language"
    )
    yield from _repeated(batch)


def _not_english(text: str) -> bool:
    """Whether hardly one word in forty is a function word of English, where English has one in three or four."""
    if " the " in text and " of " in text:
        return False
    words = text[:_SAMPLE].lower().split()
    return len(words) >= _RATE and sum(each in _ENGLISH for each in words) * _RATE < len(words)


def _repeated(batch: Batch) -> Iterator[Breach]:
    """Paragraphs of one length are compared word by word."""
    spans = batch.listed("paragraphs")
    start, end = spans.ints("start"), spans.ints("end")
    sizes = (end - start).astype(np.int64)
    long = np.flatnonzero((sizes > _LONG_PARAGRAPH) & batch.texts.inside(spans.rows, start, end))
    keys = spans.rows[long] * _LONGEST + sizes[long]
    order = np.argsort(keys, kind="stable")
    same = keys[order][1:] == keys[order][:-1]
    above: dict[int, set[str]] = {}
    bad = np.zeros(len(spans), dtype=bool)
    for place in np.flatnonzero(np.append(same, False) | np.append(False, same)):
        index = int(long[order[place]])
        words = batch.articles.column("text")[int(spans.rows[index])].as_py()[start[index] : end[index]]
        seen = above.setdefault(int(keys[order[place]]), set())
        bad[index] = words in seen
        seen.add(words)
    yield Breach(rules.PARAGRAPH_TWICE, spans, bad, "{there!r:.60} stands above already")
