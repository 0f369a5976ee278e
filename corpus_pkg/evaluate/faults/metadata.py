"""Damages of metadata: dates, sources, rights, evidence."""

from __future__ import annotations

import datetime as dt
from random import Random

from corpus_pkg.evaluate.faults.damage import NotHere, Spot, damage, pick, setting
from corpus_pkg.model.rows import Row


def _dated(row: Row) -> None:
    if row["date"] is None:
        raise NotHere


@damage("M010", "date without precision")
def _precision(row: Row, _random: Random) -> Spot:
    _dated(row)
    row["date_precision"] = None
    return Spot("/date_precision")


@damage("M010", "date without provenance")
def _provenance(row: Row, _random: Random) -> Spot:
    _dated(row)
    row["date_provenance"] = "none"
    return Spot("/date_provenance")


@damage("M010", "source without provenance")
def _source(row: Row, _random: Random) -> Spot:
    if row["source"] is None:
        raise NotHere
    row["source_provenance"] = "none"
    return Spot("/source_provenance")


def _on(row: Row, day: dt.date) -> None:
    """The date and its proposal moved together."""
    _dated(row)
    row |= {"date": day, "date_precision": "day", "published_at": None, "published_offset": None}
    for each in row["date_proposals"]:
        if each["verdict"] in ("taken", "agrees"):
            each["value"] = day.isoformat()


@damage("M011", "date in the future")
def _future(row: Row, random: Random) -> Spot:
    _on(row, dt.date(2199, 1, 1) + dt.timedelta(days=random.randrange(9000)))
    return Spot("/date")


@damage("M012", "date before newspapers")
def _early(row: Row, random: Random) -> Spot:
    _on(row, dt.date(1, 1, 1) + dt.timedelta(days=random.randrange(600_000)))
    return Spot("/date")


@damage("M013", "date that nothing proposes")
def _unproposed(row: Row, random: Random) -> Spot:
    _dated(row)
    row["date"] += dt.timedelta(days=random.choice((-400, -3, 2, 366)))
    row |= {"published_at": None, "published_offset": None, "date_precision": "day"}
    return Spot("/date")


@damage("M014", "agreement miscounted")
def _agreement(row: Row, random: Random) -> Spot:
    _dated(row)
    row["date_agreement"] += random.randint(1, 3)
    return Spot("/date_agreement")


@damage("M015", "instant on another day")
def _instant(row: Row, random: Random) -> Spot:
    _dated(row)
    day = row["date"] + dt.timedelta(days=random.choice((-30, -3, 4, 200)))
    row["published_at"] = dt.datetime(day.year, day.month, day.day, 12, tzinfo=dt.UTC)
    row["published_offset"] = 0
    return Spot("/published_at")


@damage("M016", "month with a day")
def _month(row: Row, random: Random) -> Spot:
    _dated(row)
    _on(row, row["date"].replace(day=random.randint(2, 28)))
    row["date_precision"] = "month"
    return Spot("/date_precision")


@damage("M017", "proposals differ")
def _differ(row: Row, _random: Random) -> Spot:
    _dated(row)
    row["date_proposals"].append(
        {"provenance": "header", "value": "1999-01-01", "text": "1 January 1999", "verdict": "differs"}
    )
    return Spot("/date_proposals")


@damage("M018", "no rights")
def _rights(row: Row, _random: Random) -> Spot:
    row["rights"] = None
    return Spot("/rights")


@damage("M019", "kind of no source")
def _kind(row: Row, _random: Random) -> Spot:
    row |= {"source": None, "source_provenance": "none", "source_kind": "agency"}
    return Spot("/source_kind")


for _name in ("title", "agency", "dateline", "rights/statement"):
    setting("M021", _name, "None", "null", "N/A", "nan", "unknown", "-", "???")


@damage("M022", "author that is none")
def _author(row: Row, random: Random) -> Spot:
    row["authors"] = [random.choice(("staff@courier.example", "https://x.example/me", "1234", " Anna Moor"))]
    return Spot("/authors")


@damage("M022", "author twice")
def _authors(row: Row, _random: Random) -> Spot:
    row["authors"] = ["Anna Moor", "Ben Hall", "Anna Moor"]
    return Spot("/authors")


@damage("M023", "evidence without a region")
def _region(row: Row, random: Random) -> Spot:
    _dated(row)
    role = random.choice(("header", "byline", "dateline", "tail"))
    row["regions"] = [each for each in row["regions"] if each["role"] not in (role, "title")]
    row["date_provenance"] = role
    for each in row["date_proposals"]:
        if each["verdict"] == "taken":
            each["provenance"] = role
    return Spot("/date_provenance")


setting("M024", "language", "fr", "de-AT")
setting("M025", "raw_path", "/home/me/story.txt", "../story.txt", "C:\\story.txt", "seeds/../../x.txt")
setting("M026", "raw_encoding", "utf-9", "klingon", "x" * 40)


@damage("M027", "id of other bytes")
def _id(row: Row, random: Random) -> Spot:
    row["raw_sha256"] = "".join(random.choice("0123456789abcdef") for _ in range(64))
    return Spot("/id")


@damage("M028", "headline in the text")
def _title(row: Row, _random: Random) -> Spot:
    row["title"] = row["text"].partition("\n")[0]
    return Spot("/title")


@damage("M029", "reviewed by nobody")
def _unsigned(row: Row, random: Random) -> Spot:
    if row["corrections"]:
        raise NotHere
    config = random.choice(("quotes", "entities", "claims", "dates", "articles"))
    if config == "articles":
        row["review"] = "reviewed"
        return Spot("/review")
    index, record = pick(row, random, config)
    record["review"] = "reviewed"
    return Spot(f"/{config}/{index}/review")


@damage("M010", "language without provenance")
def _language(row: Row, _random: Random) -> Spot:
    row["language_provenance"] = "given" if row["language"] is None else "none"
    return Spot("/language_provenance")


@damage("M031", "passed on without a ground")
def _ground(row: Row, random: Random) -> Spot:
    if row["rights"] is None:
        raise NotHere
    row["rights"] |= random.choice((
        {"redistributable": True, "basis": None}, {"redistributable": None, "basis": "permission"},
        {"redistributable": False, "basis": "license"}, {"redistributable": True, "basis": "license", "license": None},
    ))  # fmt: skip
    return Spot("/rights")


@damage("M032", "headline that nothing states")
def _untaken(row: Row, _random: Random) -> Spot:
    stating = [each for each in row["candidates"] if each["field"] == "title" and each["taken"]]
    if not stating:
        raise NotHere
    for each in stating:
        each["taken"] = False
    return Spot("/title")


@damage("M033", "layer that was not looked for")
def _layer(row: Row, random: Random) -> Spot:
    found = [each for each in row["layers"] if row[each]]
    if not found or row["corrections"]:
        raise NotHere
    row["layers"].remove(random.choice(found))
    return Spot("/layers")
