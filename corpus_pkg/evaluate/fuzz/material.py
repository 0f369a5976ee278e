"""Sound inputs, made without a model: what the fuzzer begins with, and what stands beside the file that it changes."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any, Final

from corpus_pkg.annotate.article import annotate
from corpus_pkg.annotate.entities.finder import EntityFinder
from corpus_pkg.annotate.entities.recognizer import NoRecognizer
from corpus_pkg.annotate.models import Models
from corpus_pkg.convert.settings import read_settings
from corpus_pkg.describe.card import card_document
from corpus_pkg.describe.croissant import croissant_document
from corpus_pkg.intake.forms.text import plain_article
from corpus_pkg.intake.raw import Given, RawArticle
from corpus_pkg.intake.rights import read_rights
from corpus_pkg.model.manifest import CodeCount, Manifest, SourceEntry, Units
from corpus_pkg.model.rows import Row, json_form, to_row
from corpus_pkg.model.version import PIPELINE_VERSION, SCHEMA_VERSION
from corpus_pkg.store.writer import WRITER, write_dataset
from corpus_pkg.validate.dataset.ledger import REJECTS

TODAY: Final = dt.date(2026, 1, 1)
ARTICLE: Final = (
    "MOMBASA, March 4, 2025 (Reuters) - “We will sign on Friday,” Anna Lindholm, who chairs the talks, told "
    "reporters. “The text is ready.”\n\nShe said about 40% of the ships had left, some 1,200 in all.\n"
)
NOTICE: Final = "Harbour reopens\n\nDate: 2 September 2022\n\nOkoro said the port of Lagos had cost $3.2 million.\n"
SETTINGS: Final = (
    'name = "small"\nversion = "1.0.0"\ntitle = "A small corpus"\ndescription = "Small."\n'
    'license = "CC-BY-4.0"\nlanguages = ["en"]\n'
    'citation = "Nobody, 2026"\n'
)
SIDECAR: Final = (
    'title = "Ships leave"\ndate = 2025-03-04\nsource = "The Gazette"\nsource_kind = "newspaper"\n'
    'url = "https://example.org/a"\nauthors = ["Rosa Winter"]\nlanguage = "en"\nrights = "CC-BY-4.0"\n'
)


@dataclass(frozen=True)
class Material:
    """A small sound dataset, and what it was made from.

    Attributes:
        folder: the dataset.
        manifest: its manifest.
        rows: its articles.
    """

    folder: Path
    manifest: Manifest
    rows: list[Row]

    @cached_property
    def records(self) -> list[bytes]:
        """The articles as JSON."""
        return [json.dumps(json_form(each), ensure_ascii=False).encode("utf-8") for each in self.rows]

    @property
    def shards(self) -> Iterator[bytes]:
        """The Parquet files."""
        return (path.read_bytes() for path in sorted(self.folder.rglob("*.parquet")))

    def corrections(self) -> bytes:
        """Reviewed annotations of an article: something of most actions, each on a record of its own."""
        article = self.rows[-1]
        stated: dict[str, Any] = {"by": "R. Winter", "on": "2025-06-01", "note": "seen"}

        def of(config: str, index: int) -> dict[str, Any]:
            found = article[config][index]
            start, end = found["start"], found["end"]
            return stated | {"config": config, "start": start, "end": end, "text": article["text"][start:end]}

        listed = [
            of("quotes", 0) | {"action": "confirm", "id": article["quotes"][0]["id"]},
            of("quotes", 1) | {"action": "change", "set": {"cue": None}},
            of("claims", 0) | {"action": "remove"},
            stated | {"action": "confirm", "config": "articles"},
        ]
        whole = {"schema_version": SCHEMA_VERSION, "corrections": listed}
        return json.dumps(whole, indent=1).encode("utf-8")

    def croissant(self) -> bytes:
        """The dataset's Croissant file, of its fields the names alone: a short one is changed where it matters."""
        value = json.loads(next(content for _, content in croissant_document(self.folder, self.manifest)))
        for each in value["recordSet"]:
            each["field"] = [{"name": field["name"]} for field in each["field"]]
        return json.dumps({key: each for key, each in value.items() if key != "@context"}).encode("utf-8")


def quick_models() -> Models:
    """What annotates without a model."""
    return Models(EntityFinder(NoRecognizer()))


def make_material(folder: Path) -> Material:
    """Writes a small sound dataset into an empty folder."""
    settings = folder.parent / "corpus.toml"
    settings.write_text(SETTINGS, "utf-8")
    given = Given(source="The Gazette", rights=read_rights("CC-BY-4.0"), language="en")
    raws = [plain_article(text.encode("utf-8"), name, given)
            for text, name in ((ARTICLE, "article.txt"), (NOTICE, "notice.txt"))]  # fmt: skip
    sound = [each for each in raws if isinstance(each, RawArticle)]
    rows = [to_row(each.article) for each in annotate(sound, quick_models(), TODAY) if each.article]
    rows.sort(key=lambda row: (str(row["date"]), row["id"]))
    (folder / REJECTS).write_text('{"code": "F003", "file": "empty.txt"}\n', "utf-8")
    draft = Manifest(
        dataset=read_settings(settings), schema_version=SCHEMA_VERSION, pipeline_version=PIPELINE_VERSION,
        writer=WRITER, mode="fast", models=[], identifier=None, configs=[], complete=[], files=[],
        sources=[SourceEntry(path=each.path, sha256=each.sha256) for each in sound],
        units=Units(read=3, records=len(sound), refused=3 - len(sound), tombstones=0),
        rejected=[CodeCount(code="F003", count=1)], noted=[],
    )  # fmt: skip
    manifest = write_dataset(folder, rows, draft, (card_document(),))
    return Material(folder, manifest, rows)
