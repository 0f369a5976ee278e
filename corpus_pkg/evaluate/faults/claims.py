"""Damages of claims: numbers against their words, units, bounds, who states them."""

from __future__ import annotations

import re
from random import Random

from corpus_pkg.evaluate.faults.damage import NotHere, Spot, damage, pick, setting, spot
from corpus_pkg.evaluate.faults.text import surface
from corpus_pkg.model.rows import Row

surface("C002", "claims")
surface("C012", "claims", "asserter")
_DIGITS = re.compile(r"\d{1,3}(?:,\d{3})*(?:\.\d+)?\Z|\d+(?:\.\d+)?\Z")


def _value(claim: Row) -> bool:
    return claim["value"] is not None and claim["low"] is None


@damage("C001", "claim beyond the text")
def _outside(row: Row, random: Random) -> Spot:
    index, claim = pick(row, random, "claims")
    random.choice((claim, claim["number"], claim["sentence"]))["end"] = len(row["text"]) + random.randint(1, 999)
    return spot("claims", index, claim)


setting("C003", "claims/quote_id", "q" + "f" * 16)


@damage("C003", "stated by an entity of no article")
def _asserted(row: Row, random: Random) -> Spot:
    index, claim = pick(row, random, "claims", lambda each: each["asserted_by"])
    claim["asserted_by"] = "e" + "f" * 16
    return spot("claims", index, claim, "asserted_by")


@damage("C004", "range without ends")
def _range(row: Row, random: Random) -> Spot:
    index, claim = pick(row, random, "claims", _value)
    claim["modifier"] = "range"
    return spot("claims", index, claim)


@damage("C004", "one end of a range")
def _end(row: Row, random: Random) -> Spot:
    index, claim = pick(row, random, "claims", _value)
    claim[random.choice(("low", "high"))] = 3.0
    return spot("claims", index, claim)


@damage("C004", "no number at all")
def _nothing(row: Row, random: Random) -> Spot:
    index, claim = pick(row, random, "claims", _value)
    claim["value"] = None
    return spot("claims", index, claim)


@damage("C005", "claims out of order")
def _order(row: Row, random: Random) -> Spot:
    if len(row["claims"]) < 2:  # noqa: PLR2004  an order needs two
        raise NotHere
    index = random.randrange(len(row["claims"]) - 1)
    row["claims"][index], row["claims"][index + 1] = row["claims"][index + 1], row["claims"][index]
    return Spot(f"/claims/{index + 1}")


@damage("C006", "value that the digits do not print")
def _number(row: Row, random: Random) -> Spot:
    def fits(claim: Row) -> bool:
        words = row["text"][claim["number"]["start"] : claim["number"]["end"]]
        return _value(claim) and claim["value"] and bool(_DIGITS.match(words))

    index, claim = pick(row, random, "claims", fits)
    claim["value"] = random.choice((claim["value"] + 1, claim["value"] * 10, claim["value"] / 1000))
    return spot("claims", index, claim, "value")


@damage("C007", "dimension of another unit")
def _dimension(row: Row, random: Random) -> Spot:
    index, claim = pick(row, random, "claims", lambda each: each["kind"] == "measure" and each["dimension"])
    claim["dimension"] = "mass" if claim["dimension"] != "mass" else "length"
    return spot("claims", index, claim, "dimension")


@damage("C007", "dimension without a unit")
def _unitless(row: Row, random: Random) -> Spot:
    index, claim = pick(row, random, "claims", lambda each: each["kind"] == "percent")
    claim |= {"unit": None, "unit_text": None}
    return spot("claims", index, claim, "dimension")


@damage("C008", "ends turned round")
def _turned(row: Row, random: Random) -> Spot:
    index, claim = pick(row, random, "claims", lambda each: each["low"] is not None and each["low"] != each["high"])
    claim["low"], claim["high"] = claim["high"], claim["low"]
    return spot("claims", index, claim, "low")


@damage("C008", "value outside its interval")
def _interval(row: Row, random: Random) -> Spot:
    index, claim = pick(row, random, "claims", _value)
    claim |= {"low": claim["value"] + 1, "high": claim["value"] + 2}
    return spot("claims", index, claim, "low")


@damage("C009", "bound against its words")
def _bound(row: Row, random: Random) -> Spot:
    def fits(claim: Row) -> bool:
        led = row["text"][claim["start"] : claim["number"]["start"]].strip().lower()
        return led in ("about", "nearly", "more than", "at least", "less than", "up to", "almost", "over", "around")

    index, claim = pick(row, random, "claims", fits)
    claim["modifier"] = "equal"
    return spot("claims", index, claim, "modifier")


@damage("C010", "kind against the unit")
def _kind(row: Row, random: Random) -> Spot:
    index, claim = pick(row, random, "claims", lambda each: each["kind"] in ("percent", "money", "measure"))
    claim["kind"] = {"percent": "money", "money": "percent", "measure": "percent"}[claim["kind"]]
    return spot("claims", index, claim, "kind")


@damage("C011", "claim put into another mouth")
def _quote(row: Row, random: Random) -> Spot:
    index, claim = pick(row, random, "claims", lambda each: each["quote_id"] is None)
    claim["quote_id"] = pick(row, random, "quotes")[1]["id"]
    return spot("claims", index, claim, "quote_id")


@damage("C011", "claim taken out of its quotation")
def _unquoted(row: Row, random: Random) -> Spot:
    index, claim = pick(row, random, "claims", lambda each: each["quote_id"])
    claim |= {"quote_id": None, "asserted_by": None}
    return spot("claims", index, claim, "quote_id")


@damage("C012", "stated by somebody whom no words name")
def _nobody(row: Row, random: Random) -> Spot:
    def fits(claim: Row) -> bool:
        return claim["quote_id"] is None and claim["asserter"] is None

    index, claim = pick(row, random, "claims", fits)
    claim["asserted_by"] = pick(row, random, "entities")[1]["id"]
    return spot("claims", index, claim, "asserted_by")


setting("C013", "claims/as_of", "last year", "2025-02-30", "13/02/2025")
setting("C014", "claims/exact", "12345678901234567890.5", "no number", "1/2/3/4")


@damage("C015", "sentence that is none")
def _sentence(row: Row, random: Random) -> Spot:
    index, claim = pick(row, random, "claims", lambda each: each["sentence"]["end"] < len(row["text"]))
    claim["sentence"]["end"] += 1
    return spot("claims", index, claim, "sentence")


@damage("C016", "change without its kind")
def _change(row: Row, random: Random) -> Spot:
    index, claim = pick(row, random, "claims")
    if claim["change"] == "none":
        claim["change_kind"] = random.choice(("by", "to", "from"))
    else:
        claim["change_kind"] = None
    return spot("claims", index, claim, "change_kind")


@damage("C017", "number claimed twice")
def _twice(row: Row, random: Random) -> Spot:
    index, claim = pick(row, random, "claims")
    row["claims"].insert(index + 1, claim | {"id": "c" + "f" * 16})
    return Spot("/claims/")


@damage("C018", "value that is not finite")
def _infinite(row: Row, random: Random) -> Spot:
    index, claim = pick(row, random, "claims", _value)
    claim["value"] = random.choice((float("inf"), float("-inf"), float("nan")))
    return spot("claims", index, claim, "value")


@damage("C019", "number outside its claim")
def _number_outside(row: Row, random: Random) -> Spot:
    index, claim = pick(row, random, "claims", lambda each: each["end"] + 3 < len(row["text"]))
    claim["number"] = {"start": claim["end"] + 1, "end": claim["end"] + 2}
    return spot("claims", index, claim, "number")


@damage("C020", "unit that is not printed")
def _unit_text(row: Row, random: Random) -> Spot:
    index, claim = pick(row, random, "claims", lambda each: each["unit_text"])
    claim["unit_text"] = random.choice(("furlongs", "§§"))
    return spot("claims", index, claim, "unit_text")


@damage("C021", "measured thing that is not printed")
def _measured(row: Row, random: Random) -> Spot:
    index, claim = pick(row, random, "claims")
    name = random.choice(("measured", "of"))
    claim[name] = "zyxwv"
    return spot("claims", index, claim, name)
