"""Damages of links between articles; a dataset is given sound links first."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from random import Random
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from corpus_pkg.describe.croissant import croissant_document
from corpus_pkg.evaluate.faults.datasets import agree, edit, shard
from corpus_pkg.evaluate.faults.files import FileSpot, damages
from corpus_pkg.model.arrow import arrow_schema
from corpus_pkg.model.tables import table
from corpus_pkg.store import manifest as manifest_file
from corpus_pkg.store.digest import ContentDigest

_CONFIG = "links"
Links = list[dict[str, Any]]


def with_links(dataset: Path, links: Links) -> None:
    """Gives a dataset links: the shard, the card's config, the manifest's entries."""
    rows = pa.Table.from_pylist(links, schema=arrow_schema(table(_CONFIG)))
    (dataset / _CONFIG).mkdir(exist_ok=True)
    path = dataset / _CONFIG / "train-00000-of-00001.parquet"
    pq.write_table(rows, path, compression="zstd", write_page_index=True)
    digest = ContentDigest()
    digest.add(rows)

    def change(value: dict[str, Any]) -> None:
        name = f"{_CONFIG}/{path.name}"
        value["files"] = [each for each in value["files"] if each["path"] != name]
        value["files"].append({"path": name, "sha256": "0" * 64, "bytes": 0, "rows": len(links)})
        value["configs"] = [each for each in value["configs"] if each["name"] != _CONFIG]
        value["configs"].append({"name": _CONFIG, "rows": len(links), "content_sha256": digest.hexdigest()})

    edit(dataset, change)
    card = dataset / "README.md"
    text = card.read_text("utf-8")
    if "config_name: links" not in text:
        declared = "- config_name: links\n  data_files:\n  - split: train\n    path: links/train-*.parquet\n---\n"
        card.write_text(text.replace("\n---\n", "\n" + declared, 1), "utf-8")
    agree(dataset)


def sound_links(dataset: Path) -> Links:
    """One link of each kind, between articles and quotations that are there."""
    quotes = pq.read_table(shard(dataset, "quotes"), columns=["id", "article_id"]).to_pylist()
    first = {each["article_id"]: each["id"] for each in quotes}
    one, two = sorted(first)[:2]
    plain = {"from_article": one, "to_article": two, "from_id": None, "to_id": None, "score": 0.9}
    quoted = plain | {"kind": "same_quote", "from_id": first[one], "to_id": first[two]}
    return [plain | {"kind": "near_duplicate"}, plain | {"kind": "same_event"}, quoted]


def _damaged(code: str, name: str, change: Callable[[Links, Random], None]) -> None:
    @damages("dataset", code, name)
    def _apply(folder: Path, random: Random) -> FileSpot:
        links = sound_links(folder)
        change(links, random)
        with_links(folder, links)
        return FileSpot("links/train-00000-of-00001.parquet")


def _article(links: Links, random: Random) -> None:
    links[0][random.choice(("to_article",))] = "a" + "f" * 16


def _turned(links: Links, random: Random) -> None:
    link = links[random.randrange(2)]
    link["from_article"], link["to_article"] = link["to_article"], link["from_article"]


def _record(links: Links, random: Random) -> None:
    links[2][random.choice(("from_id", "to_id"))] = "q" + "f" * 16


def _twice(links: Links, random: Random) -> None:
    links.append(dict(random.choice(links)))


def _ends(links: Links, random: Random) -> None:
    link = random.choice(links)
    if link["kind"] == "same_quote":
        link["from_id"] = None
    else:
        link |= {"from_id": links[2]["from_id"], "to_id": links[2]["to_id"]}


_damaged("L001", "link to no article", _article)
_damaged("L002", "link turned round", _turned)
_damaged("L003", "link to no record", _record)
_damaged("L004", "link twice", _twice)
_damaged("L005", "ends of another kind", _ends)


def described(dataset: Path, change: Callable[[dict[str, Any]], None]) -> None:
    """Gives a dataset the Croissant file that a build gives it, changed."""
    (content,) = (each for _, each in croissant_document(dataset, manifest_file.read(dataset)))
    croissant = json.loads(content)
    change(croissant)
    path = dataset / "croissant.json"
    path.write_text(json.dumps(croissant), "utf-8")

    def listed(value: dict[str, Any]) -> None:
        value["files"].append({"path": path.name, "sha256": "0" * 64, "bytes": 0, "rows": None})

    edit(dataset, listed)
    agree(dataset)


def _croissant(code: str, name: str, change: Callable[[dict[str, Any], Random], None]) -> None:
    @damages("dataset", code, name)
    def _apply(folder: Path, random: Random) -> FileSpot:
        described(folder, lambda value: change(value, random))
        return FileSpot("croissant.json")


def _no_dataset(value: dict[str, Any], _random: Random) -> None:
    value["@type"] = "sc:Thing"


def _lacking(value: dict[str, Any], random: Random) -> None:
    del value[random.choice(("license", "description", "version", "conformsTo", "name"))]


def _other_file(value: dict[str, Any], random: Random) -> None:
    random.choice(value["distribution"])["sha256"] = "0" * 64


def _fewer_columns(value: dict[str, Any], random: Random) -> None:
    fields = random.choice(value["recordSet"])["field"]
    fields.pop(random.randrange(len(fields)))


def _other_format(value: dict[str, Any], random: Random) -> None:
    random.choice(value["distribution"])["encodingFormat"] = "application/octet-stream"


_croissant("P020", "croissant of nothing", _no_dataset)
_croissant("P021", "croissant without a field", _lacking)
_croissant("P022", "croissant of another file", _other_file)
_croissant("P023", "croissant without a column", _fewer_columns)
_croissant("P024", "croissant of another format", _other_format)
