"""Damages of entities: names, keys, mentions."""

from __future__ import annotations

from random import Random

from corpus_pkg.evaluate.faults.damage import NotHere, Spot, damage, pick, setting, spot
from corpus_pkg.model.rows import Row


def _mention(row: Row, random: Random) -> tuple[int, int, Row]:
    index, entity = pick(row, random, "entities", lambda each: each["mentions"])
    place = random.randrange(len(entity["mentions"]))
    return index, place, entity["mentions"][place]


@damage("E001", "mention beyond the text")
def _outside(row: Row, random: Random) -> Spot:
    index, place, mention = _mention(row, random)
    mention["end"] = len(row["text"]) + random.randint(1, 999)
    return Spot(f"/entities/{index}/mentions/{place}")


@damage("E001", "mention that is empty")
def _empty(row: Row, random: Random) -> Spot:
    index, place, mention = _mention(row, random)
    mention["end"] = mention["start"]
    return Spot(f"/entities/{index}/mentions/{place}")


@damage("E002", "mention of other words")
def _words(row: Row, random: Random) -> Spot:
    index, place, mention = _mention(row, random)
    at = random.randrange(len(mention["text"]))
    mention["text"] = mention["text"][:at] + "§" + mention["text"][at + 1 :]
    return Spot(f"/entities/{index}/mentions/{place}/text")


@damage("E002", "mention one character off")
def _shifted(row: Row, random: Random) -> Spot:
    index, place, mention = _mention(row, random)
    by = 1 if mention["end"] < len(row["text"]) else -1
    mention |= {"start": mention["start"] + by, "end": mention["end"] + by}
    return Spot(f"/entities/{index}/mentions/{place}/text")


@damage("E003", "mentions overlap")
def _overlap(row: Row, random: Random) -> Spot:
    index, place, mention = _mention(row, random)
    entity = row["entities"][index]
    entity["mentions"].insert(place + 1, dict(mention))
    return Spot(f"/entities/{index}/mentions")


@damage("E004", "key twice")
def _key(row: Row, random: Random) -> Spot:
    _, entity = pick(row, random, "entities")
    row["entities"].append(entity | {"id": "e" + "f" * 16, "mentions": [], "roles": ["agency"]})
    return Spot(f"/entities/{len(row['entities']) - 1}")


@damage("E005", "name that is not printed")
def _name(row: Row, random: Random) -> Spot:
    index, entity = pick(row, random, "entities", lambda each: each["mentions"])
    if any(each["speaker_entity"] == entity["id"] for each in row["quotes"]):
        raise NotHere
    entity["name"] = "Zyxw " + entity["name"]
    return spot("entities", index, entity, "name")


setting("E006", "entities/country", "UK", "ZZ", "EU", "XX")


@damage("E007", "aliases unsorted")
def _aliases(row: Row, random: Random) -> Spot:
    index, entity = pick(row, random, "entities")
    entity["aliases"] = random.choice((["b", "a"], ["a", "a"], [entity["name"]], [""]))
    return spot("entities", index, entity, "aliases")


@damage("E007", "roles unsorted")
def _roles(row: Row, random: Random) -> Spot:
    index, entity = pick(row, random, "entities")
    entity["roles"] = ["president", "minister"]
    return spot("entities", index, entity, "roles")


@damage("E008", "mentions out of order")
def _mentions(row: Row, random: Random) -> Spot:
    index, entity = pick(row, random, "entities", lambda each: len(each["mentions"]) > 1)
    entity["mentions"].reverse()
    return Spot(f"/entities/{index}")


@damage("E008", "entities out of order")
def _entities(row: Row, _random: Random) -> Spot:
    if sum(1 for each in row["entities"] if each["mentions"]) < 2:  # noqa: PLR2004  an order needs two
        raise NotHere
    row["entities"].reverse()
    return Spot("/entities/")


@damage("E009", "entity that nothing mentions")
def _unmentioned(row: Row, random: Random) -> Spot:
    if not row["entities"]:
        raise NotHere
    fresh: Row = {
        "id": "e" + "f" * 16,
        "key": "person:zyxw",
        "type": "PERSON",
        "mentions": [],
        "roles": [],
        "metonym_of": None,
    }
    row["entities"].append(random.choice(row["entities"]) | fresh)
    return Spot(f"/entities/{len(row['entities']) - 1}")


@damage("E010", "mention with its possessive")
def _edge(row: Row, random: Random) -> Spot:
    found = [(index, place, each) for index, entity in enumerate(row["entities"])
             for place, each in enumerate(entity["mentions"])
             if row["text"][each["end"] : each["end"] + 2] in ("’s", "'s") and each["kind"] == "name"]  # fmt: skip
    if not found:
        raise NotHere
    index, place, mention = random.choice(found)
    mention |= {"end": mention["end"] + 2, "text": row["text"][mention["start"] : mention["end"] + 2]}
    return Spot(f"/entities/{index}/mentions/{place}/text")


@damage("E011", "key of another type")
def _form(row: Row, random: Random) -> Spot:
    index, entity = pick(row, random, "entities", lambda each: each["key"].startswith("person:"))
    entity["type"] = random.choice(("ORG", "LOC", "MISC"))
    return spot("entities", index, entity, "key")


@damage("E012", "metonym of itself")
def _metonym(row: Row, random: Random) -> Spot:
    index, entity = pick(row, random, "entities")
    entity["metonym_of"] = entity["key"]
    return spot("entities", index, entity, "metonym_of")


@damage("E013", "mention over two paragraphs")
def _crossing(row: Row, random: Random) -> Spot:
    if len(row["paragraphs"]) < 2:  # noqa: PLR2004  an edge needs two
        raise NotHere
    one, two = row["paragraphs"][-2:]
    start, end = one["end"] - 1, two["start"] + 1
    taken = [each for entity in row["entities"] for each in entity["mentions"]]
    if any(each["start"] < end and start < each["end"] for each in taken):
        raise NotHere
    name = row["text"][start:end]
    mention = {"start": start, "end": end, "text": name, "kind": "name", "provenance": "rule"}
    index, entity = pick(
        row, random, "entities", lambda each: each["mentions"] and each["mentions"][-1]["end"] <= start
    )
    entity["mentions"].append(mention)
    return Spot(f"/entities/{index}/mentions/{len(entity['mentions']) - 1}")
