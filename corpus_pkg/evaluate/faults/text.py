"""Damages of the text, its structure, its expressions of time."""

from __future__ import annotations

import hashlib
from random import Random

from corpus_pkg.evaluate.faults.damage import NotHere, Spot, damage, pick, setting
from corpus_pkg.model.rows import Row
from corpus_pkg.model.withheld import withhold

_LONG = 90


def _replacing(code: str, name: str, *characters: str) -> None:
    """A character of the text, one that is not at its edge, is replaced."""

    @damage(code, name)
    def _apply(row: Row, random: Random) -> Spot:
        text, at = row["text"], random.randrange(1, len(row["text"]) - 1)
        row["text"] = text[:at] + random.choice(characters) + text[at + 1 :]
        return Spot("/text")


_replacing("T015", "control character", "\x00", "\x07", "\x1b", "\x7f")
_replacing("T015", "C1 control", "\x85", "\x9b")
_replacing("T015", "no-break space", "\u00a0", "\u2009", "\u3000")
_replacing("T015", "invisible character", "\u200b", "\u00ad", "\u2060", "\ufeff")
_replacing("T015", "direction mark", "\u200e", "\u202e", "\u2066")
_replacing("T015", "carriage return", "\r")


def _adding(row: Row, words: str) -> None:
    """A paragraph of one sentence behind the last."""
    start = len(row["text"]) + 2
    row["text"] += "\n\n" + words
    span = {"start": start, "end": start + len(words)}
    row["paragraphs"].append(span)
    row["sentences"].append(dict(span))


def _appended(code: str, name: str, *paragraphs: str) -> None:
    @damage(code, name)
    def _apply(row: Row, random: Random) -> Spot:
        _adding(row, random.choice(paragraphs))
        return Spot("/text")


_appended("T016", "letter and accent apart", "The cafe\u0301 in Lome\u0301 is open again.")
_appended("T017", "mojibake", "The cafÃ© is open again.", "It was â€œover in an hourâ€\u009d, he wrote."[:24])
_appended("T018", "boilerplate", "Sign up for our newsletter and never miss a story.", "Read more: Port reopens.",
          "All rights reserved by the publisher.", "Follow us on the usual channels for more.")  # fmt: skip
_appended("T021", "lost character", "The caf\ufffd is open again.")


@damage("T020", "white space at an edge")
def _edge(row: Row, random: Random) -> Spot:
    row["text"] += random.choice(("\n", " ", "\n\n"))
    return Spot("/text")


@damage("T023", "paragraph twice")
def _twice(row: Row, random: Random) -> Spot:
    _, span = pick(row, random, "paragraphs", lambda each: each["end"] - each["start"] > _LONG)
    _adding(row, row["text"][span["start"] : span["end"]])
    return Spot(f"/paragraphs/{len(row['paragraphs']) - 1}")


@damage("T023", "paragraph twice, and one as long between")
def _twice_apart(row: Row, random: Random) -> Spot:
    _, span = pick(row, random, "paragraphs", lambda each: each["end"] - each["start"] > _LONG)
    words = row["text"][span["start"] : span["end"]]
    _adding(row, words[::-1].strip().ljust(len(words), "."))
    _adding(row, words)
    return Spot(f"/paragraphs/{len(row['paragraphs']) - 1}")


_GERMAN = "Der Hafen ist seit Freitag wieder offen. Die Arbeiter kehrten zurück, und die ersten Schiffe liefen ein. "


def _bare(row: Row, text: str) -> None:
    """Another text, without annotations."""
    for name in ("quotes", "scare", "entities", "claims", "dates", "edits", "regions", "candidates"):
        row[name] = []
    span = {"start": 0, "end": len(text)}
    row |= {"text": text, "paragraphs": [span], "sentences": [dict(span)]}
    row |= {"date": None, "date_precision": None, "date_provenance": "none", "date_agreement": 0, "date_proposals": []}
    row |= {
        "published_at": None,
        "published_offset": None,
        "source_provenance": "given" if row["source"] else "none",
        "title": None,
        "url": None,
    }


@damage("T024", "another language")
def _language(row: Row, random: Random) -> Spot:
    _bare(row, (_GERMAN * random.randint(3, 6)).strip())
    row["language"] = "en"
    return Spot("/language")


@damage("T019", "hardly a text")
def _short(row: Row, random: Random) -> Spot:
    _bare(row, random.choice(("Photo: AFP", "Breaking.", "See page 4")))
    return Spot("/text")


@damage("T028", "nothing but capitals")
def _capitals(row: Row, _random: Random) -> Spot:
    _bare(row, "THE HARBOUR REOPENED ON FRIDAY, OFFICIALS SAID, AND THE SHIPS LEFT A DAY LATER.")
    return Spot("/text")


@damage("T022", "last sentence left out")
def _uncovered(row: Row, random: Random) -> Spot:
    name = random.choice(("sentences", "paragraphs"))
    if name == "paragraphs":
        last = row["paragraphs"].pop()
        row["sentences"] = [each for each in row["sentences"] if each["end"] <= last["start"]]
        return Spot("")
    row["sentences"].pop()
    return Spot("/sentences")


def _structure(name: str, list_: str, shift: str) -> None:
    @damage("T013", name)
    def _apply(row: Row, random: Random) -> Spot:
        index, span = pick(row, random, list_)
        if shift == "over":
            span["end"] = len(row["text"]) + random.randint(1, 50)
        elif shift == "empty":
            span["end"] = span["start"]
        elif shift == "turned":
            span["start"], span["end"] = span["end"], span["start"]
        elif index + 1 < len(row[list_]):
            span["end"] = row[list_][index + 1]["start"] + 1
        else:
            raise NotHere
        return Spot(f"/{list_}")


for _list in ("sentences", "paragraphs"):
    for _shift in ("over", "empty", "turned", "overlapping"):
        _structure(f"{_list} {_shift}", _list, _shift)


@damage("T010", "edit beyond the text")
def _edit(row: Row, random: Random) -> Spot:
    row["edits"].append({"start": len(row["text"]) + random.randint(1, 9), "length": 0, "raw": "x"})
    return Spot(f"/edits/{len(row['edits']) - 1}")


@damage("T010", "edits overlap")
def _edits(row: Row, random: Random) -> Spot:
    index, edit = pick(row, random, "edits", lambda each: each["start"] + 2 < len(row["text"]))
    row["edits"].insert(index + 1, {"start": edit["start"], "length": 1, "raw": "x"})
    edit["length"] = 2
    return Spot("/edits")


@damage("T011", "word of a text file changed")
def _raw(row: Row, random: Random) -> Spot:
    if not row["raw_path"].endswith((".txt", ".text")):
        raise NotHere
    row["raw_media_type"] = "text/plain"
    row["raw_sha256"] = row["raw_sha256"][:16] + "".join(random.choice("0123456789abcdef") for _ in range(48))
    return Spot("/raw_sha256")


@damage("T012", "region says something else")
def _region(row: Row, random: Random) -> Spot:
    index, region = pick(row, random, "regions")
    region["text"] += random.choice("xyz")
    return Spot(f"/regions/{index}")


def surface(code: str, config: str, *inner: str) -> None:
    """Damages of a surface: its words, its start, its end, each by one character."""

    def part(record: Row) -> Row | None:
        found: Row | None = record
        for each in inner:
            found = found[each] if found else None
        return found

    def register(name: str, change: str) -> None:
        @damage(code, f"{'/'.join((config, *inner))} {name}")
        def _apply(row: Row, random: Random) -> Spot:
            index, record = pick(row, random, config, part)
            target = part(record) or {}
            if change == "text":
                at = random.randrange(len(target["text"]))
                target["text"] = target["text"][:at] + "§" + target["text"][at + 1 :]
            elif change == "start":
                target["start"] += 1 if target["end"] - target["start"] > 1 else -1
            else:
                target["end"] -= 1
            return Spot("/".join((f"/{config}/{index}", *inner)))

    register("other words", "text")
    register("begins elsewhere", "start")
    register("ends elsewhere", "end")


surface("T014", "dates")
setting("T026", "dates/value", "13.2.2025", "2025-02-31", "2025-13", "yesterday", "P", "2025-W7")


@damage("T025", "dates out of order")
def _dates(row: Row, random: Random) -> Spot:
    if len(row["dates"]) < 2:  # noqa: PLR2004  an order needs two
        raise NotHere
    index = random.randrange(len(row["dates"]) - 1)
    row["dates"][index], row["dates"][index + 1] = row["dates"][index + 1], row["dates"][index]
    return Spot(f"/dates/{index + 1}")


@damage("T027", "weekday resolved from nothing")
def _hanging(row: Row, random: Random) -> Spot:
    dates = [each for each in row["dates"] if each["type"] == "DATE" and (each["value"] or "X")[0].isdigit()
             and not any(character.isdigit() for character in each["text"])]  # fmt: skip
    if not dates:
        raise NotHere
    row |= {"date": None, "date_precision": None, "date_provenance": "none", "date_agreement": 0, "date_proposals": []}
    row["published_at"] = None
    row["published_offset"] = None
    chosen = random.choice(dates)
    return Spot(f"/dates/{row['dates'].index(chosen)}")


@damage("Q010", "scare quote of other words")
def _scare(row: Row, random: Random) -> Spot:
    start = random.randrange(len(row["text"]) - 6)
    row["scare"].append({"start": start, "end": start + 5, "text": "§§§§§", "kind": "scare"})
    return Spot(f"/scare/{len(row['scare']) - 1}")


@damage("T030", "another length")
def _length(row: Row, random: Random) -> Spot:
    row["text_length"] += random.choice((-1, 1, 100))
    return Spot("/text_length")


@damage("T031", "digest of another text")
def _digest(row: Row, random: Random) -> Spot:
    row["text_sha256"] = hashlib.sha256(random.randbytes(8)).hexdigest()
    return Spot("/text_sha256")


def _kept_words(config: str) -> None:
    @damage("T032", f"{config} in words beside a withheld text")
    def _apply(row: Row, random: Random) -> Spot:
        at, record = pick(row, random, config)
        words = record["text"]
        row |= withhold(row)
        row[config][at]["text"] = words
        return Spot(f"/{config}/{at}/text")


_kept_words("quotes")
_kept_words("scare")
_kept_words("regions")


@damage("T032", "long surface beside a withheld text")
def _long(row: Row, random: Random) -> Spot:
    at, _ = pick(row, random, "claims")
    row |= withhold(row)
    row["claims"][at]["text"] = "one two three four five six seven eight nine ten eleven"
    return Spot(f"/claims/{at}/text")


@damage("T032", "edits beside a withheld text")
def _kept_edits(row: Row, random: Random) -> Spot:
    pick(row, random, "edits")
    edits = row["edits"]
    row |= withhold(row) | {"edits": edits}
    return Spot("/edits")


@damage("T033", "stretch beyond a withheld text")
def _beyond(row: Row, random: Random) -> Spot:
    row |= withhold(row)
    at, span = pick(row, random, "sentences")
    span["end"] = row["text_length"] + random.choice((1, 50))
    return Spot(f"/sentences/{at}")


@damage("T034", "record without its words")
def _wordless(row: Row, random: Random) -> Spot:
    config = random.choice(("quotes", "claims", "dates", "regions"))
    at, record = pick(row, random, config)
    record["text"] = None
    return Spot(f"/{config}/{at}/text")
