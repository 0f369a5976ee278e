"""The claim level by columns: the number and its bound against the very words that print them."""

from __future__ import annotations

import re
from collections.abc import Iterator

import numpy as np
import pyarrow.compute as pc

from corpus_pkg.annotate.claims.modifiers import BEFORE
from corpus_pkg.findings.rules import claims as rules
from corpus_pkg.validate.columns.breach import Breach
from corpus_pkg.validate.columns.frame import Batch, Mask, truth

_DIGITS = r"^[0-9]+(?:\.[0-9]+)?$|^[0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]+)?$"
_SCALE = re.compile(
    r"(?i)\d\s?(?:hundred|thousand|million|billion|trillion|mln|mn|bn|blns?|tn|trn|lakhs?|crores?|dozen|score|k|m|b)\b|"
    r"[$€£¥]|\b(?:in|to|of|and|out|minus|negative|by|x)\b|[-–/:^+%±]"
)


def number_word_breaches(batch: Batch) -> Iterator[Breach]:
    """A number printed in plain digits, alone, has that value."""
    claims = batch.listed("claims")
    number = claims.nested("number")
    words = batch.texts.cut(claims.rows, number.ints("start"), number.ints("end"))
    plain = np.flatnonzero(truth(pc.match_substring_regex(words, _DIGITS)) & claims.has("value") & ~claims.has("low"))
    printed = pc.replace_substring(words.take(plain), ",", "").cast("float64").to_numpy(zero_copy_only=False)
    bad = np.zeros(len(claims), dtype=bool)
    stated = np.abs(claims.floats("value")[plain])
    bad[plain] = np.isfinite(stated) & ~np.isclose(printed, stated, rtol=1e-9, atol=0)
    yield Breach(rules.NUMBER_DIFFERS, claims, bad, "value is {value} for {text!r}", "value")


def bound_word_breaches(batch: Batch) -> Iterator[Breach]:
    """The words before the number within the claim are the bound that the modifier names."""
    claims = batch.listed("claims")
    number = claims.nested("number")
    start, begins = claims.ints("start"), number.ints("start")
    led = np.flatnonzero(begins > start)
    bad: Mask = np.zeros(len(claims), dtype=bool)
    if len(led):
        words = batch.texts.cut(claims.rows[led], start[led], begins[led]).to_pylist()
        stated = claims.column("modifier").take(led).to_pylist()
        for index, each, modifier in zip(led.tolist(), words, stated, strict=True):
            wanted = BEFORE.get(" ".join(each.lower().split()))
            bad[index] = wanted is not None and modifier not in (wanted, "range")
    yield Breach(
        rules.BOUND_WORDS,
        claims,
        bad,
        "modifier is {modifier} for {text!r}",
        "modifier",
    )
