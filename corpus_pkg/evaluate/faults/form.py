"""Damages of form: vocabularies, patterns, bounds, empty values."""

from __future__ import annotations

from random import Random

from corpus_pkg.evaluate.faults.damage import NotHere, Spot, damage, pick, setting, spot
from corpus_pkg.model.rows import Row

for _path in (
    "source_kind", "date_precision", "date_provenance", "source_provenance", "raw_encoding_provenance", "review",
    "quotes/kind", "quotes/attribution", "quotes/review", "quotes/speaker/kind", "entities/type", "entities/review",
    "claims/kind", "claims/modifier", "claims/change", "claims/change_kind", "claims/review", "dates/type",
    "regions/role", "date_proposals/verdict", "date_proposals/provenance",
):  # fmt: skip
    setting("S005", _path, "sideways", "DIRECT", "None")
for _path in (
    "title", "source", "agency", "dateline", "rights/statement", "raw_media_type", "quotes/text", "quotes/cue/text",
    "entities/name", "entities/subtype", "claims/unit", "claims/measured", "claims/rule", "regions/text",
):  # fmt: skip
    setting("S008", _path, "")
setting("S006", "id", "A0123456789abcdef", "a0123", "a0123456789abcdeg", "a0123456789abcdef\n")
setting("S006", "url", "ftp://x.example", "www.x.example", "https://x y")
setting("S006", "language", "e n", "english language", "en_GB", "")
setting("S006", "raw_sha256", "0" * 63, "G" * 64)
setting("S006", "schema_version", "1", "0.1", "0.1.0\n")
setting("S006", "quotes/id", "q12", "Q0123456789abcdef")
setting("S006", "quotes/group", "group-1", "")
setting("S006", "entities/key", "person anna", "anna", "")
setting("S006", "entities/wikidata", "42", "q42", "Q042")
setting("S006", "entities/country", "usa", "us", "")
setting("S006", "claims/id", "", "c")
setting("S006", "date_proposals/value", "2025/01/02", "last week")
setting("S007", "quotes/start", -1, -(2**40))
setting("S007", "quotes/cue/end", -1)
setting("S007", "quotes/confidence", 1.5, -0.25)
setting("S007", "claims/confidence", 2.0, -1.0)
setting("S007", "claims/number/start", -7)
setting("S007", "claims/sentence/end", -1)
setting("S007", "dates/start", -1)
setting("S007", "sentences/end", -3)
setting("S007", "paragraphs/start", -1)
setting("S007", "edits/length", -1)
setting("S007", "regions/raw_start", -9)
setting("S007", "date_agreement", -1)


@damage("S007", "mention before the text")
def _mention(row: Row, random: Random) -> Spot:
    index, entity = pick(row, random, "entities", lambda each: each["mentions"])
    place = random.randrange(len(entity["mentions"]))
    entity["mentions"][place]["start"] = -1
    return Spot(f"/entities/{index}/mentions/{place}/start")


@damage("S005", "mention of no known kind")
def _kind(row: Row, random: Random) -> Spot:
    index, entity = pick(row, random, "entities", lambda each: each["mentions"])
    place = random.randrange(len(entity["mentions"]))
    entity["mentions"][place]["kind"] = "noun"
    return Spot(f"/entities/{index}/mentions/{place}/kind")


@damage("S006", "model's digest cut short")
def _model(row: Row, random: Random) -> Spot:
    models = row["annotator"]["models"]
    if not models:
        raise NotHere
    place = random.randrange(len(models))
    models[place]["sha256"] = "abc"
    return Spot(f"/annotator/models/{place}/sha256")


@damage("S006", "reference of no form")
def _reference(row: Row, random: Random) -> Spot:
    index, quote = pick(row, random, "quotes", lambda each: each["speaker_entity"])
    quote["speaker_entity"] = quote["speaker_entity"].upper()
    return spot("quotes", index, quote, "speaker_entity")
