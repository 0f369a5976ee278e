"""The entity level by columns: names, keys, mentions."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import numpy as np
import pyarrow.compute as pc

from corpus_pkg.findings.rules import entities as rules
from corpus_pkg.validate.columns.breach import Breach
from corpus_pkg.validate.columns.countries import COUNTRIES
from corpus_pkg.validate.columns.frame import Batch, Items, Mask, lengths_of, truth
from corpus_pkg.validate.columns.structure import contained
from corpus_pkg.validate.columns.surfaces import surface_breach

_PREFIXES = {
    "person": ("PERSON",),
    "org": ("ORG",),
    "place": ("LOC",),
    "country": ("LOC",),
    "people": ("MISC",),
    "misc": ("MISC",),
}
_EDGES = r"^\s|\s$|['’]s$|^(?:the|The|a|an) [A-Z]"
_MOST_KEYS, _MOST_TYPES = 1 << 32, 16


def mention_breaches(batch: Batch) -> Iterator[Breach]:
    """Where the text names entities."""
    mentions = batch.listed("entities", "mentions")
    start, end = mentions.ints("start"), mentions.ints("end")
    inside = batch.texts.inside(mentions.rows, start, end)
    yield Breach(rules.MENTION_OUTSIDE, mentions, ~inside, "{span} in a text of {length} code points")
    surfaces = surface_breach(rules.MENTION_MISMATCH, batch, mentions)
    yield Breach(surfaces.rule, mentions, surfaces.mask & inside, surfaces.say, "text")
    yield Breach(
        rules.MENTIONS_OVERLAP, mentions, _overlapping(batch, mentions), "[{start}, {end}) overlaps another mention"
    )
    edged = truth(pc.match_substring_regex(mentions.column("text"), _EDGES)) & mentions.one_of("kind", "name")
    edged &= ~_whole_names(batch, mentions, edged)
    yield Breach(rules.MENTION_EDGE, mentions, edged, "{text!r}", "text")
    crossing = inside & ~contained(batch.texts, mentions, batch.listed("paragraphs"))
    yield Breach(rules.MENTION_CROSSES, mentions, crossing, "{text!r} crosses an edge")
    yield from _order(batch, mentions)


def _whole_names(batch: Batch, mentions: Items, edged: Mask) -> Mask:
    """Which of the mentions with an edge are the name as it is (Macy's, The Hague) in some other place too."""
    entities, whole = batch.listed("entities"), np.zeros(len(mentions), dtype=bool)
    owners = np.repeat(np.arange(len(entities)), lengths_of(entities.column("mentions")))
    for index in np.flatnonzero(edged):
        entity = entities.array[int(owners[index])].as_py()
        whole[index] = entity["mentions"][int(mentions.places[-1][index])]["text"] in (
            entity["name"],
            *entity["aliases"],
        )
    return whole


def _overlapping(batch: Batch, mentions: Items) -> Mask:
    base = batch.texts.bases[mentions.rows]
    start, end = base + mentions.ints("start"), base + mentions.ints("end")
    order = np.argsort(start, kind="stable")
    bad = np.zeros(len(mentions), dtype=bool)
    bad[order[1:]] = start[order[1:]] < end[order[:-1]]
    return bad


def _order(batch: Batch, mentions: Items) -> Iterator[Breach]:
    """Mentions stand by start, entities by their first mention, and those without one last."""
    start, owner = mentions.ints("start"), mentions.places[0]
    bad = np.zeros(len(mentions), dtype=bool)
    bad[1:] = (mentions.rows[1:] == mentions.rows[:-1]) & (owner[1:] == owner[:-1]) & (start[1:] < start[:-1])
    yield Breach(rules.MENTION_ORDER, mentions, bad, "{text!r} stands after a later one")
    entities = batch.listed("entities")
    counts = lengths_of(entities.column("mentions"))
    begins = np.cumsum(counts) - counts
    first = np.full(len(entities), np.iinfo(np.int64).max)
    first[counts > 0] = start[begins[counts > 0]]
    late = np.zeros(len(entities), dtype=bool)
    late[1:] = (entities.rows[1:] == entities.rows[:-1]) & (first[1:] < first[:-1])
    yield Breach(rules.MENTION_ORDER, entities, late, "{name!r} is named before the one above")


def entity_breaches(batch: Batch) -> Iterator[Breach]:
    """What an entity says of itself."""
    entities = batch.listed("entities")
    yield Breach(
        rules.KEY_TWICE_IN_ARTICLE, entities, _keys_twice(entities), "{key} of type {type} stands above already", "key"
    )
    unknown = entities.has("country") & ~entities.one_of("country", *COUNTRIES)
    yield Breach(rules.COUNTRY_UNKNOWN, entities, unknown, "country is {country}", "country")
    prefix = pc.list_element(pc.split_pattern(entities.column("key"), ":", max_splits=1), 0)
    contradicting = np.zeros(len(entities), dtype=bool)
    for name, types in _PREFIXES.items():
        contradicting |= truth(pc.equal(prefix, name)) & ~entities.one_of("type", *types)
    yield Breach(rules.KEY_FORM, entities, contradicting, "{key} is of type {type}", "key")
    itself = truth(pc.equal(entities.column("metonym_of"), entities.column("key")))
    yield Breach(rules.METONYM, entities, itself, "metonym_of is {metonym_of}", "metonym_of")
    yield from _lists(entities)
    yield from _names(batch, entities)


def _keys_twice(entities: Items) -> Mask:
    bad = np.ones(len(entities), dtype=bool)
    codes = entities.column("key").dictionary_encode().indices.to_numpy().astype(np.int64)
    types = entities.column("type").dictionary_encode().indices.to_numpy()
    _, first = np.unique((entities.rows * _MOST_KEYS + codes) * _MOST_TYPES + types, return_index=True)
    bad[first] = False
    return bad


def _lists(entities: Items) -> Iterator[Breach]:
    for name in ("aliases", "roles"):
        column = entities.column(name)
        values, owners = column.flatten(), pc.list_parent_indices(column).to_numpy()
        wrong = np.zeros(len(values), dtype=bool)
        if len(values) > 1:
            wrong[1:] = (owners[1:] == owners[:-1]) & ~truth(pc.greater(values[1:], values[:-1]))
        wrong |= truth(pc.equal(values, ""))
        if name == "aliases" and len(values):
            wrong |= truth(pc.equal(values, entities.column("name").take(owners)))
        bad = np.zeros(len(entities), dtype=bool)
        bad[owners[wrong]] = True
        yield Breach(rules.LIST_UNSORTED, entities, bad, "{field} are {value!r:.120}", name)


def _names(batch: Batch, entities: Items) -> Iterator[Breach]:
    """The name is printed; what nothing mentions is an agency."""
    mentions = batch.listed("entities", "mentions")
    counts = lengths_of(entities.column("mentions"))
    owners = np.repeat(np.arange(len(entities)), counts)
    printed = np.zeros(len(entities), dtype=bool)
    names = _plain(entities.column("name"))
    spelled = truth(pc.equal(_plain(mentions.column("text")), names.take(owners)))
    printed[owners[spelled]] = True
    for index in np.flatnonzero(~printed & (counts > 0)):
        forms = _plain(entities.column("mentions")[int(index)].values.field("text")).to_pylist()
        name = " ".join(names[int(index)].as_py().split())
        printed[index] = any(name in " ".join(each.split()) for each in forms)
    yield Breach(
        rules.NAME_NOT_PRINTED,
        entities,
        ~printed & (counts > 0),
        "name is {name!r}, mentions begin {mentions[0][text]!r}",
        "name",
    )
    roles = entities.column("roles")
    agencies = np.zeros(len(entities), dtype=bool)
    agencies[pc.list_parent_indices(roles).to_numpy()[truth(pc.equal(roles.flatten(), "agency"))]] = True
    yield Breach(rules.UNMENTIONED, entities, (counts == 0) & ~agencies, "nothing mentions {name!r}", "mentions")


def _plain(names: Any) -> Any:  # noqa: ANN401  Arrow arrays have no types
    """Names in lower case, a line end in them being a blank."""
    return pc.utf8_lower(pc.replace_substring(names, "\n", " "))
