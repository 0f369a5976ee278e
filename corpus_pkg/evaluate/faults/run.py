"""The mutation run: every damage many times at random places, and sound records that must have no finding."""

from __future__ import annotations

import copy
import datetime as dt
from collections.abc import Iterator, Sequence
from random import Random

import pyarrow as pa

from corpus_pkg.evaluate.faults import claims, entities, form, metadata, quotes, text
from corpus_pkg.evaluate.faults.damage import DAMAGES, Damage, NotHere, Spot
from corpus_pkg.evaluate.faults.tally import Tally
from corpus_pkg.findings import Finding, Place
from corpus_pkg.intake.rights import read_rights
from corpus_pkg.model.arrow import arrow_schema
from corpus_pkg.model.frozen import frozen_schema
from corpus_pkg.model.ids import text_sha256
from corpus_pkg.model.rows import Row, to_row
from corpus_pkg.model.tables import table
from corpus_pkg.model.version import SCHEMA_VERSION
from corpus_pkg.validate.columns.judge import Ground, article_findings

# Each registers its damages when it is imported.
_MODULES = (form, text, metadata, quotes, entities, claims)
_SCHEMA = arrow_schema(table("articles"))
_FREE = to_row(read_rights("CC0-1.0"))
_BESIDE = 2
_OF_TEXT = frozenset({"T030", "T031"})
_TRIES = 400


def ground() -> Ground:
    """What damaged rows are judged by: a dataset in English that says nothing of rights."""
    languages = frozenset({"en", "en-GB", "en-US"})
    return Ground(frozen_schema(SCHEMA_VERSION, "article"), dt.datetime.now(dt.UTC).date(), languages=languages)


def prepared(rows: Sequence[Row]) -> list[Row]:
    """Rows as a JSON Lines file would give them, each with rights: the text alone may then be damaged."""
    return [row | {"raw_media_type": "application/jsonl", "rights": row["rights"] or dict(_FREE)} for row in rows]


def damaged(damage: Damage, rows: Sequence[Row], random: Random) -> tuple[Row, Spot] | None:
    """A row with the damage, and where it was done; None where no row has anything to damage."""
    for _ in range(_TRIES):
        row = copy.deepcopy(random.choice(rows))
        try:
            return row, _settled(row, damage, damage.apply(row, random))
        except NotHere:
            continue
    return None


def _settled(row: Row, damage: Damage, spot: Spot) -> Spot:
    """What changes a text states the changed one: a digest of another text is a fault of its own."""
    if damage.code not in _OF_TEXT and isinstance(row["text"], str):
        row |= {"text_length": len(row["text"]), "text_sha256": text_sha256(row["text"])}
    return spot


def judge(row: Row, beside: Sequence[Row], random: Random) -> tuple[int, list[Finding]]:
    """The findings of a batch that holds a row among sound ones, and where the row stands in it."""
    at = random.randrange(len(beside) + 1)
    batch = pa.RecordBatch.from_pylist([*beside[:at], row, *beside[at:]], schema=_SCHEMA)
    return at, list(article_findings(batch, ground(), lambda number: Place(file="articles", row=number)))


def at_its_place(finding: Finding, damage: Damage, spot: Spot, row: int) -> bool:
    """Whether a finding is the one that a damage asks for."""
    place = finding.place
    fits = (place.pointer or "").startswith(spot.pointer) and spot.record in (None, place.record)
    return finding.rule.code == damage.code and place.row == row and fits


def mutate(rows: Sequence[Row], times: int, seed: int) -> Iterator[Tally]:
    """Does every damage many times.

    Args:
        rows: sound rows.
        times: how often each is done.
        seed: of the places.
    """
    stock = prepared(rows)
    for damage in DAMAGES:
        random = Random(f"{seed} {damage.name}")  # noqa: S311  places, no secrets
        done, caught, missed = 0, 0, list[str]()
        for _ in range(times):
            made = damaged(damage, stock, random)
            if made is None:
                break
            row, spot = made
            at, found = judge(row, random.sample(stock, _BESIDE), random)
            done += 1
            if any(at_its_place(each, damage, spot, at) for each in found):
                caught += 1
            elif len(missed) < _BESIDE:
                missed.append(f"{row['id']} {spot}: {[f'{each.rule.code} {each.place}' for each in found][:4]}")
        yield Tally(damage.name, damage.code, done, caught, missed)
