"""The claim level by columns: where numbers stand, what they say, what holds between their fields."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import pyarrow.compute as pc

from corpus_pkg.findings.rules import claims as rules
from corpus_pkg.validate.columns.breach import Breach
from corpus_pkg.validate.columns.frame import Batch, Items, Mask, present
from corpus_pkg.validate.columns.measures import dimension_of
from corpus_pkg.validate.columns.references import Known
from corpus_pkg.validate.columns.surfaces import surface_breach
from corpus_pkg.validate.columns.timex import unsound_values

_NUMBERS = "modifier {modifier}, value {value}, low {low}, high {high}"


def place_breaches(batch: Batch) -> Iterator[Breach]:
    """Claims, numbers, sentences and asserters are where they are said to be."""
    claims = batch.listed("claims")
    number, sentence = claims.nested("number"), claims.nested("sentence")
    start, end = claims.ints("start"), claims.ints("end")
    inside = batch.texts.inside(claims.rows, start, end)
    outside = ~inside
    for part in (number, sentence):
        outside |= ~batch.texts.inside(claims.rows, part.ints("start"), part.ints("end"))
    yield Breach(
        rules.CLAIM_OUTSIDE,
        claims,
        outside,
        "{span}, number {number}, sentence {sentence} in a text of {length} code points",
    )
    surfaces = surface_breach(rules.CLAIM_MISMATCH, batch, claims)
    yield Breach(surfaces.rule, claims, surfaces.mask & inside, surfaces.say, "text")
    yield surface_breach(rules.ASSERTER, batch, claims.nested("asserter"))
    within = (start <= number.ints("start")) & (number.ints("end") <= end)
    within &= (sentence.ints("start") <= start) & (end <= sentence.ints("end"))
    yield Breach(
        rules.NUMBER_OUTSIDE, claims, ~within & ~outside, "number {number}, claim {span}, sentence {sentence}", "number"
    )
    later = np.zeros(len(claims), dtype=bool)
    later[1:] = (claims.rows[1:] == claims.rows[:-1]) & (start[1:] < start[:-1])
    yield Breach(rules.CLAIM_ORDER, claims, later, "{span} stands after a later one")
    yield Breach(
        rules.CLAIMS_OVERLAP,
        claims,
        _overlapping(batch, number),
        "number {number} shares words with another claim's",
        "number",
    )
    yield Breach(
        rules.CLAIM_SENTENCE,
        claims,
        ~_a_sentence(batch, sentence),
        "{sentence} is no sentence of the article",
        "sentence",
    )


def _overlapping(batch: Batch, number: Items) -> Mask:
    base = batch.texts.bases[number.rows]
    start, end = base + number.ints("start"), base + number.ints("end")
    order = np.lexsort((end, start))
    bad = np.zeros(len(number), dtype=bool)
    bad[order[1:]] = start[order[1:]] < end[order[:-1]]
    return bad


def _a_sentence(batch: Batch, sentence: Items) -> Mask:
    """Where a span is one of the article's sentences."""
    known = batch.listed("sentences")
    if not len(known):
        return np.zeros(len(sentence), dtype=bool)
    begins = batch.texts.bases[known.rows] + known.ints("start")
    base = batch.texts.bases[sentence.rows]
    at = np.minimum(np.searchsorted(begins, base + sentence.ints("start")), len(known) - 1)
    same = (known.rows[at] == sentence.rows) & (known.ints("start")[at] == sentence.ints("start"))
    mask: Mask = same & (known.ints("end")[at] == sentence.ints("end"))
    return mask


def number_breaches(batch: Batch) -> Iterator[Breach]:
    """Value, ends, bound and change say one thing."""
    claims = batch.listed("claims")
    value, low, high = (claims.floats(name) for name in ("value", "low", "high"))
    infinite = np.isinf(value) | np.isinf(low) | np.isinf(high)
    for name in ("value", "low", "high"):
        infinite |= np.isnan(claims.floats(name)) & claims.has(name)
    yield Breach(rules.VALUE_NOT_FINITE, claims, infinite, _NUMBERS, "value")
    has_low, has_high, has_value = claims.has("low"), claims.has("high"), claims.has("value")
    range_ = claims.one_of("modifier", "range")
    partial = has_low != has_high
    contradicting = partial | (~has_low & ~has_high & (~has_value | range_))
    yield Breach(rules.CLAIM_VALUE, claims, contradicting & ~infinite, _NUMBERS, "value")
    ends = has_low & has_high & ~infinite
    with np.errstate(invalid="ignore"):
        turned = ends & ((low > high) | (has_value & ((value < low) | (value > high))))
    yield Breach(rules.LOW_OVER_HIGH, claims, turned, _NUMBERS, "low")
    changed = ~claims.one_of("change", "none")
    yield Breach(
        rules.CHANGE,
        claims,
        changed != claims.has("change_kind"),
        "change {change}, change_kind {change_kind}",
        "change_kind",
    )
    yield Breach(rules.AS_OF, claims, unsound_values(claims.column("as_of")), "as_of is {as_of!r}", "as_of")
    yield Breach(
        rules.EXACT, claims, _inexact(claims), "exact {exact!r}, value {value}, low {low}, high {high}", "exact"
    )


def _inexact(claims: Items) -> Mask:
    """Where the digits in full are not the numbers that the doubles round."""
    bad = np.zeros(len(claims), dtype=bool)
    for index in np.flatnonzero(claims.has("exact")):
        parts = claims.column("exact")[int(index)].as_py().split("/")
        stated = [claims.column(name)[int(index)].as_py() for name in ("value", "low", "high")]
        try:
            bad[index] = [float(each) for each in parts] != [each for each in stated if each is not None]
        except ValueError:
            bad[index] = True
    return bad


def source_breaches(batch: Batch) -> Iterator[Breach]:
    """Who states a claim, and in which quotation."""
    claims, quotes = batch.listed("claims"), batch.listed("quotes")
    by_entity, by_quote = Known(batch.listed("entities")), Known(quotes)
    for name, known in (("asserted_by", by_entity), ("quote_id", by_quote)):
        yield Breach(
            rules.CLAIM_REFERENCE,
            claims,
            known.dangling(claims, name),
            "{field} {value} is no record of the article",
            name,
        )
    quoted = claims.has("quote_id")
    nobody = claims.has("asserted_by") & ~quoted & ~present(claims.column("asserter"))
    yield Breach(
        rules.ASSERTER, claims, nobody, "asserted_by stands without an asserter and outside quotations", "asserted_by"
    )
    at = by_quote.find(claims, "quote_id")
    start, end = claims.ints("start"), claims.ints("end")
    if len(quotes):
        outside = (at >= 0) & ~((quotes.ints("start")[at] <= start) & (end <= quotes.ints("end")[at]))
    else:
        outside = np.zeros(len(claims), dtype=bool)
    outside |= ~quoted & _inside_any(batch, claims, quotes)
    yield Breach(rules.CLAIM_QUOTE, claims, outside, "claim {span}, quote_id {quote_id}", "quote_id")


def _inside_any(batch: Batch, claims: Items, quotes: Items) -> Mask:
    """Where a claim lies in a quotation of its article."""
    bad = np.zeros(len(claims), dtype=bool)
    if not len(quotes) or not len(claims):
        return bad
    begins = batch.texts.bases[quotes.rows] + quotes.ints("start")
    # Nested quotations may end before the ones around them: the farthest end so far decides.
    reach = np.maximum.accumulate(batch.texts.bases[quotes.rows] + quotes.ints("end"))
    base = batch.texts.bases[claims.rows]
    at = np.searchsorted(begins, base + claims.ints("start"), side="right") - 1
    inside = (at >= 0) & (base + claims.ints("end") <= reach[np.maximum(at, 0)])
    mask: Mask = inside & (quotes.rows[np.maximum(at, 0)] == claims.rows)
    return mask


def printed_breaches(batch: Batch) -> Iterator[Breach]:
    """What is measured, and its unit, are words of the article."""
    claims = batch.listed("claims")
    unitless = claims.has("unit_text") & ~claims.has("unit")
    yield Breach(
        rules.UNIT_TEXT,
        claims,
        unitless | _unprinted(batch, claims, "unit_text"),
        "unit_text is {unit_text!r}, unit {unit!r}",
        "unit_text",
    )
    for name in ("measured", "of"):
        yield Breach(
            rules.MEASURED_NOT_PRINTED,
            claims,
            _unprinted(batch, claims, name),
            "{field} is {value!r}, which the article does not print",
            name,
        )


def _unprinted(batch: Batch, claims: Items, name: str) -> Mask:
    """Words that are not printed in their article, line ends counting as blanks."""
    bad = np.zeros(len(claims), dtype=bool)
    texts = batch.articles.column("text").to_pylist()
    there = np.flatnonzero(claims.has(name))
    words = claims.column(name).take(there).to_pylist()
    for index, row, each in zip(there.tolist(), claims.rows[there].tolist(), words, strict=True):
        text = texts[row]
        bad[index] = each not in text and " ".join(each.split()) not in " ".join(text.split())
    return bad


def kind_breaches(batch: Batch) -> Iterator[Breach]:
    """Kind, unit and dimension go together."""
    claims = batch.listed("claims")
    dimension = claims.column("dimension")
    unit, has_dimension = claims.has("unit"), claims.has("dimension")
    wrong = claims.one_of("kind", "percent") & ~claims.one_of("dimension", "proportion")
    wrong |= claims.one_of("kind", "money") & ~claims.one_of("dimension", "currency")
    wrong |= claims.one_of("kind", "age") & ~claims.one_of("dimension", "age")
    wrong |= claims.one_of("kind", "measure") & ~unit
    wrong |= claims.one_of("kind", "count", "multiple", "score") & has_dimension
    yield Breach(rules.KIND_UNIT, claims, wrong, "kind {kind}, unit {unit!r}, dimension {dimension!r}", "kind")
    coded = claims.column("unit").dictionary_encode()
    wanted = pc.cast([dimension_of(each) for each in coded.dictionary.to_pylist()], dimension.type)
    stated = wanted.take(coded.indices) if len(wanted) else dimension
    # A count may be of what is a unit elsewhere (ten equivalent barrels), an age is of years and yet no duration.
    known = present(stated) & ~claims.one_of("kind", "age", "count")
    differs = known & unit & ~pc.fill_null(pc.equal(stated, dimension), False).to_numpy(zero_copy_only=False)  # noqa: FBT003
    yield Breach(
        rules.UNIT_DIMENSION,
        claims,
        (has_dimension & ~unit) | differs,
        "unit {unit!r}, dimension {dimension!r}",
        "dimension",
    )
