"""The metadata level by columns: dates, sources, rights, and the evidence for them."""

from __future__ import annotations

import codecs
import datetime as dt
from collections.abc import Callable, Iterator
from functools import lru_cache
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from corpus_pkg.findings.rules import metadata as rules
from corpus_pkg.validate.columns.breach import Breach
from corpus_pkg.validate.columns.frame import Batch, Items, Mask, lengths_of, truth

_EPOCH = dt.date(1970, 1, 1)
_EARLIEST = (dt.date(1700, 1, 1) - _EPOCH).days
_DAY = 86_400_000_000
_PLACEHOLDER = r"(?i)^\s*(?:none|null|n/?a|nan|undefined|unknown|tbd|todo|-+|\?+)\s*$"
_NO_AUTHOR = r"(?i)@|https?://|www\.|^[\d\W]*$|^\s|\s$"


def evidence_breaches(batch: Batch) -> Iterator[Breach]:
    """A value and its evidence stand together."""
    articles = batch.articles
    date, source = articles.has("date"), articles.has("source")
    for name, value, evidence in (
        ("date_precision", date, articles.has("date_precision")),
        ("date_provenance", date, ~articles.one_of("date_provenance", "none")),
        ("date_agreement", date, articles.ints("date_agreement") > 0),
        ("source_provenance", source, ~articles.one_of("source_provenance", "none")),
        ("published_offset", articles.has("published_at"), articles.has("published_offset")),
        ("language_provenance", articles.has("language"), ~articles.one_of("language_provenance", "none")),
    ):
        yield Breach(
            rules.EVIDENCE_MISSING,
            articles,
            value != evidence,
            "{field} is {value!r} where date is {date}, source {source!r} and language {language!r}",
            name,
        )
    yield from _regions(batch)
    yield from _candidates(batch)
    yield from _layers(batch)


def _candidates(batch: Batch) -> Iterator[Breach]:
    """Headline and address are what one of the candidates states, and of none where the record states none."""
    articles, found = batch.articles, batch.listed("candidates")
    by_people = _by_people(batch)
    for name in ("title", "url"):
        stating = _rows(batch, found, truth(found.column("taken")) & found.one_of("field", name))
        message = "{field} is {value!r}; candidates say otherwise"
        yield Breach(rules.NOT_A_CANDIDATE, articles, (stating != articles.has(name)) & ~by_people, message, name)


def _by_people(batch: Batch) -> Mask:
    """The articles that people corrected."""
    return np.bincount(batch.listed("corrections").rows, minlength=len(batch)) > 0


def _layers(batch: Batch) -> Iterator[Breach]:
    """What was not looked for was found by nobody but people."""
    articles, by_people = batch.articles, _by_people(batch)
    layers = articles.column("layers")
    parents, named = pc.list_parent_indices(layers).to_numpy(), layers.flatten()
    for name in ("quotes", "entities", "claims", "dates"):
        looked = np.zeros(len(batch), dtype=bool)
        looked[parents[truth(pc.equal(named, name))]] = True
        found = lengths_of(articles.column(name)) > 0
        message = f"it has {name}, and layers are {{layers}}"
        yield Breach(rules.LAYER_MISSING, articles, found & ~looked & ~by_people, message, "layers")


def _regions(batch: Batch) -> Iterator[Breach]:
    """What was read in the raw file is kept as a region, or in the address."""
    articles, regions = batch.articles, batch.listed("regions")
    held = {
        role: _rows(batch, regions, regions.one_of("role", role)) for role in ("header", "byline", "dateline", "tail")
    }
    held["header"] = held["header"] | _rows(batch, regions, regions.one_of("role", "title"))
    held["url"] = articles.has("url")
    for column in ("date_provenance", "source_provenance"):
        bad = np.zeros(len(batch), dtype=bool)
        for role, there in held.items():
            bad |= articles.one_of(column, role) & ~there
        yield Breach(rules.EVIDENCE_REGION, articles, bad, "{field} is {value}, and there is no such region", column)


def _rows(batch: Batch, items: Items, mask: Mask) -> Mask:
    """Which articles have a record that the mask names."""
    found = np.zeros(len(batch), dtype=bool)
    found[items.rows[mask]] = True
    return found


def date_breaches(batch: Batch, today: dt.date) -> Iterator[Breach]:
    """The date: possible, proposed, agreed on as often as it says, and the same in all its forms."""
    articles = batch.articles
    there = articles.has("date")
    days = _days(articles.column("date"))
    late, early = there & (days > (today - _EPOCH).days + 1), there & (days < _EARLIEST)
    for rule, bad in ((rules.DATE_IN_FUTURE, late), (rules.DATE_TOO_EARLY, early)):
        yield Breach(rule, articles, bad, "date is {date}", "date")
    instants = articles.column("published_at")
    lag = pc.fill_null(instants.cast(pa.int64()), 0).to_numpy(zero_copy_only=False) // _DAY - days
    yield Breach(
        rules.INSTANT_DIFFERS,
        articles,
        there & articles.has("published_at") & (np.abs(lag) > 1),
        "date is {date}, published_at {published_at}",
        "published_at",
    )
    yield Breach(
        rules.PRECISION, articles, _imprecise(articles), "{date} with precision {date_precision}", "date_precision"
    )
    yield from _proposals(batch)


def _days(column: Any) -> np.ndarray[Any, np.dtype[np.int64]]:  # noqa: ANN401  Arrow arrays have no types
    days: np.ndarray[Any, np.dtype[np.int64]] = (
        pc.fill_null(column.cast(pa.int32()), 0).to_numpy(zero_copy_only=False).astype(np.int64)
    )
    return days


def _imprecise(articles: Items) -> Mask:
    month, year = articles.one_of("date_precision", "month"), articles.one_of("date_precision", "year")
    if not (month | year).any():
        return np.zeros(len(articles), dtype=bool)
    date = articles.column("date")
    first = truth(pc.equal(pc.day(date), 1))
    january = truth(pc.equal(pc.month(date), 1))
    return (month | year) & (~first | (year & ~january) | articles.has("published_at"))


def _proposals(batch: Batch) -> Iterator[Breach]:
    articles, proposals = batch.articles, batch.listed("date_proposals")
    taken = proposals.one_of("verdict", "taken")
    agreeing = taken | proposals.one_of("verdict", "agrees")
    counts = np.bincount(proposals.rows[agreeing], minlength=len(batch))
    yield Breach(
        rules.AGREEMENT_COUNT,
        articles,
        counts != articles.ints("date_agreement"),
        "date_agreement is {date_agreement}",
        "date_agreement",
    )
    of_articles = proposals.rows[taken]
    stated = articles.column("date").cast(pa.string()).take(pa.array(of_articles))
    value = proposals.column("value").filter(pa.array(taken))
    origin = articles.column("date_provenance").take(pa.array(of_articles))
    fits = truth(pc.starts_with_each(stated, value)) if hasattr(pc, "starts_with_each") else _begins(stated, value)
    fits &= truth(pc.equal(origin, proposals.column("provenance").filter(pa.array(taken))))
    bad = np.bincount(of_articles, minlength=len(batch)) != articles.has("date")
    bad[of_articles[~fits]] = True
    yield Breach(
        rules.DATE_NOT_PROPOSED,
        articles,
        bad,
        "date is {date} by {date_provenance}; date_proposals say otherwise",
        "date",
    )
    differ = _rows(batch, proposals, proposals.one_of("verdict", "differs"))
    yield Breach(
        rules.DATES_DIFFER,
        articles,
        differ,
        lambda article, _: "; ".join(
            f"{each['provenance']} says {each['value']}" for each in article["date_proposals"]
        ),
        "date_proposals",
    )


def _begins(whole: Any, part: Any) -> Mask:  # noqa: ANN401  Arrow arrays have no types
    pairs = zip(whole.to_pylist(), part.to_pylist(), strict=True)
    return np.fromiter((one is not None and one.startswith(two) for one, two in pairs), bool, len(whole))


def source_breaches(batch: Batch, licensed: bool) -> Iterator[Breach]:  # noqa: FBT001  what the dataset states
    """Sources, rights, authors, and words that stand for nothing."""
    articles = batch.articles
    source, kind = articles.has("source"), articles.has("source_kind")
    agency = articles.one_of("source_kind", "agency")
    same = truth(pc.equal(pc.utf8_lower(articles.column("source")), pc.utf8_lower(articles.column("agency"))))
    yield Breach(
        rules.SOURCE_KIND,
        articles,
        (kind & ~source) | (agency & source & ~same & articles.has("agency")),
        "source {source!r} of kind {source_kind!r}, agency {agency!r}",
        "source_kind",
    )
    if not licensed:
        yield Breach(
            rules.RIGHTS_MISSING,
            articles,
            ~articles.has("rights"),
            "neither the article nor the dataset says",
            "rights",
        )
    yield from _rights(articles)
    for items, names in (
        (articles, ("title", "source", "agency", "dateline")),
        (articles.nested("rights"), ("statement", "holder")),
    ):
        for name in names:
            empty = truth(pc.match_substring_regex(items.column(name), _PLACEHOLDER))
            yield Breach(rules.PLACEHOLDER, items, empty, "{field} is {value!r}", name)
    yield from _authors(articles)


def _rights(articles: Items) -> Iterator[Breach]:
    """What may be passed on says on what ground, and nothing else does."""
    rights = articles.nested("rights")
    free, based = truth(rights.column("redistributable")), rights.has("basis")
    unnamed = rights.one_of("basis", "license") & ~rights.has("license")
    yield Breach(
        rules.RIGHTS_CONTRADICT,
        rights,
        (free != based) | unnamed,
        "redistributable is {redistributable}, on the ground {basis!r}, with the licence {license!r}",
        "redistributable",
    )


def _authors(articles: Items) -> Iterator[Breach]:
    column = articles.column("authors")
    names = column.flatten()
    if not len(names):
        return
    wrong = truth(pc.match_substring_regex(names, _NO_AUTHOR)) | truth(pc.match_substring_regex(names, _PLACEHOLDER))
    bad = np.zeros(len(articles), dtype=bool)
    parents = pc.list_parent_indices(column).to_numpy()
    bad[parents[wrong]] = True
    twice = pa.table({"row": parents, "name": names}).group_by(["row", "name"]).aggregate([([], "count_all")])
    bad[twice["row"].to_numpy()[twice["count_all"].to_numpy() > 1]] = True
    yield Breach(rules.AUTHOR, articles, bad, "authors are {authors!r:.120}", "authors")


def origin_breaches(batch: Batch, languages: frozenset[str]) -> Iterator[Breach]:
    """Language, path, encoding, headline, signature."""
    articles = batch.articles
    yield _coded(
        rules.LANGUAGE_UNLISTED,
        articles,
        "language",
        lambda tag: bool(languages) and tag not in languages and tag.partition("-")[0] not in languages,
    )
    paths = articles.column("raw_path")
    climbing = truth(pc.match_substring_regex(paths, r"^/|^[A-Za-z]:|\\|(?:^|/)\.\.(?:/|$)"))
    yield Breach(rules.RAW_PATH, articles, climbing, "raw_path is {raw_path!r}", "raw_path")
    yield _coded(rules.RAW_ENCODING, articles, "raw_encoding", lambda name: not _codec(name))
    title, text = articles.column("title"), articles.column("text")
    head = pc.utf8_slice_codeunits(text, 0, 400)
    repeated = np.fromiter(
        (
            one is not None and two is not None and two.partition("\n")[0].strip() == one.strip()
            for one, two in zip(title.to_pylist(), head.to_pylist(), strict=True)
        ),
        bool,
        len(batch),
    )
    yield Breach(rules.TITLE_IN_TEXT, articles, repeated, "the text begins {title!r}", "title")


def _coded(rule: Any, articles: Items, name: str, wrong: Callable[[str], bool]) -> Breach:  # noqa: ANN401  a Rule
    """Records whose value of few different ones is wrong; null is not looked at."""
    coded = articles.column(name).dictionary_encode()
    bad = np.array([wrong(each) for each in coded.dictionary.to_pylist()] + [False], dtype=bool)
    indices = pc.fill_null(coded.indices, len(bad) - 1).to_numpy(zero_copy_only=False)
    return Breach(rule, articles, bad[indices], "{field} is {value!r}", name)


@lru_cache
def _codec(name: str) -> bool:
    try:
        return codecs.lookup(name) is not None
    except (LookupError, ValueError, TypeError):
        return False


def review_breaches(batch: Batch) -> Iterator[Breach]:
    """What says reviewed was reviewed by somebody."""
    corrections = batch.listed("corrections")
    signed = np.bincount(corrections.rows, minlength=len(batch)) > 0
    for items in (batch.articles, *(batch.listed(name) for name in ("quotes", "entities", "claims", "dates"))):
        unsigned = items.one_of("review", "reviewed") & ~signed[items.rows]
        yield Breach(
            rules.REVIEW_UNSIGNED, items, unsigned, "it says reviewed, and no correction says by whom", "review"
        )
