"""Damages of quotations: stretches, speakers, cues, what holds between them."""

from __future__ import annotations

from random import Random

from corpus_pkg.evaluate.faults.damage import NotHere, Spot, damage, pick, setting, spot
from corpus_pkg.evaluate.faults.text import surface
from corpus_pkg.model.rows import Row

surface("Q003", "quotes")
surface("Q004", "quotes", "cue")
surface("Q005", "quotes", "speaker")


@damage("Q005", "reporter of other words")
def _reported(row: Row, random: Random) -> Spot:
    index, quote = pick(row, random, "quotes", lambda each: each["speaker"])
    quote["reporter"] = quote["speaker"] | {"text": quote["speaker"]["text"] + "§"}
    return Spot(f"/quotes/{index}/reporter")


@damage("Q001", "quotation beyond the text")
def _outside(row: Row, random: Random) -> Spot:
    index, quote = pick(row, random, "quotes")
    quote["end"] = len(row["text"]) + random.randint(1, 10**6)
    return spot("quotes", index, quote)


@damage("Q001", "quotation that is empty")
def _empty(row: Row, random: Random) -> Spot:
    index, quote = pick(row, random, "quotes")
    quote["end"] = quote["start"] - random.randint(0, min(2, quote["start"]))
    return spot("quotes", index, quote)


@damage("Q002", "quotations overlap")
def _overlap(row: Row, random: Random) -> Spot:
    def fits(each: Row) -> bool:
        long = each["end"] - each["start"] > 20  # noqa: PLR2004  room for another inside
        return each["kind"] != "indirect" and long and each["nested_in"] is None and each["id"] == each["group"]

    index, quote = pick(row, random, "quotes", fits)
    start, end = quote["start"] + 2, quote["end"] - 3
    twin = quote | {
        "id": "q" + "f" * 16,
        "group": "q" + "f" * 16,
        "start": start,
        "end": end,
        "text": row["text"][start:end],
    }
    row["quotes"].insert(index + 1, twin)
    return Spot(f"/quotes/{index + 1}")


setting("Q006", "quotes/speaker_entity", "e" + "f" * 16, "e" + "0" * 16)


@damage("Q006", "speaker who is an entity of no article")
def _reporter(row: Row, random: Random) -> Spot:
    index, quote = pick(row, random, "quotes", lambda each: each["speaker"])
    quote |= {"reporter": dict(quote["speaker"]), "reporter_entity": "e" + "f" * 16}
    return spot("quotes", index, quote, "reporter_entity")


@damage("Q007", "name that is not the entity's")
def _name(row: Row, random: Random) -> Spot:
    index, quote = pick(row, random, "quotes", lambda each: each["speaker_entity"])
    quote["speaker_name"] += random.choice((" Jr", "s", "."))
    return spot("quotes", index, quote, "speaker_name")


setting("Q008", "quotes/group", "q" + "f" * 16)
setting("Q008", "quotes/nested_in", "q" + "f" * 16)


@damage("Q009", "attribution against the speaker")
def _attribution(row: Row, random: Random) -> Spot:
    index, quote = pick(row, random, "quotes")
    quote["attribution"] = "none" if quote["speaker"] else "explicit"
    return spot("quotes", index, quote, "attribution")


@damage("Q011", "quotations out of order")
def _order(row: Row, random: Random) -> Spot:
    if len(row["quotes"]) < 2:  # noqa: PLR2004  an order needs two
        raise NotHere
    index = random.randrange(len(row["quotes"]) - 1)
    row["quotes"][index], row["quotes"][index + 1] = row["quotes"][index + 1], row["quotes"][index]
    return Spot(f"/quotes/{index + 1}")


@damage("Q012", "nested in another that does not hold it")
def _nested(row: Row, random: Random) -> Spot:
    index, quote = pick(row, random, "quotes")
    others = [each for each in row["quotes"] if not (each["start"] <= quote["start"] and quote["end"] <= each["end"])]
    if not others:
        raise NotHere
    quote["nested_in"] = random.choice(others)["id"]
    return spot("quotes", index, quote, "nested_in")


@damage("Q013", "direct quotation without marks")
def _marks(row: Row, random: Random) -> Spot:
    def fits(each: Row) -> bool:
        before = row["text"][max(0, each["start"] - 2) : each["start"]]
        return bool(each["kind"] == "indirect" and before.strip(" ").isalpha())

    index, quote = pick(row, random, "quotes", fits)
    quote["kind"] = "direct"
    return spot("quotes", index, quote)


@damage("Q014", "group of another speaker")
def _group(row: Row, random: Random) -> Spot:
    index, quote = pick(row, random, "quotes", lambda each: each["speaker_entity"])

    def fits(each: Row) -> bool:
        first = each["start"] < quote["start"] and each["group"] == each["id"]
        return bool(first and each["speaker_entity"] and each["speaker_entity"] != quote["speaker_entity"])

    if any(each["group"] == quote["id"] for each in row["quotes"] if each is not quote):
        raise NotHere
    quote["group"] = pick(row, random, "quotes", fits)[1]["id"]
    return spot("quotes", index, quote, "group")


@damage("Q015", "speaker inside the quotation")
def _inside(row: Row, random: Random) -> Spot:
    index, quote = pick(row, random, "quotes", lambda each: each["kind"] != "indirect" and each["speaker"])
    end = min(quote["end"], quote["start"] + 4)
    words = row["text"][quote["start"] : end]
    quote["speaker"] = {"start": quote["start"], "end": end, "text": words, "kind": "nominal"}
    return Spot(f"/quotes/{index}/speaker")


@damage("Q016", "cue inside the quotation")
def _cue(row: Row, random: Random) -> Spot:
    index, quote = pick(row, random, "quotes", lambda each: each["cue"])
    end = min(quote["end"], quote["start"] + 4)
    quote["cue"] = {"start": quote["start"], "end": end, "text": row["text"][quote["start"] : end]}
    return Spot(f"/quotes/{index}/cue")


@damage("Q017", "name without a speaker")
def _speakerless(row: Row, random: Random) -> Spot:
    index, quote = pick(row, random, "quotes", lambda each: each["speaker"] is None)
    quote["speaker_name"] = "Anna Moor"
    return spot("quotes", index, quote)


@damage("Q017", "entity without a name")
def _nameless(row: Row, random: Random) -> Spot:
    index, quote = pick(row, random, "quotes", lambda each: each["speaker_entity"])
    quote["speaker_name"] = None
    return spot("quotes", index, quote)


@damage("Q018", "pronoun that is called a name")
def _pronoun(row: Row, random: Random) -> Spot:
    index, quote = pick(row, random, "quotes", lambda each: each["speaker"] and each["speaker"]["kind"] == "pronoun")
    quote["speaker"]["kind"] = random.choice(("name", "nominal"))
    return Spot(f"/quotes/{index}/speaker/kind")


@damage("Q018", "name that is called a pronoun")
def _no_pronoun(row: Row, random: Random) -> Spot:
    index, quote = pick(row, random, "quotes", lambda each: each["speaker"] and each["speaker"]["kind"] == "name")
    quote["speaker"]["kind"] = "pronoun"
    return Spot(f"/quotes/{index}/speaker/kind")
