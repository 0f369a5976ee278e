"""Damages of a dataset directory: files, manifest, shards, what holds between them."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from random import Random
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from corpus_pkg.evaluate.faults.files import FileSpot, damages
from corpus_pkg.store import manifest as manifest_file
from corpus_pkg.store.digest import file_sha256

_CONFIGS = ("articles", "quotes", "entities", "claims")
_WRITER = {"compression": "zstd", "write_page_index": True}


def shard(dataset: Path, config: str) -> Path:
    """The first shard of a config."""
    return min((dataset / config).glob("*.parquet"))


def edit(dataset: Path, change: Callable[[dict[str, Any]], None]) -> None:
    """Changes the manifest."""
    path = dataset / manifest_file.NAME
    value = json.loads(path.read_text("utf-8"))
    change(value)
    path.write_text(json.dumps(value, indent=1), "utf-8")


def agree(dataset: Path) -> None:
    """Makes the manifest's digests and sizes those of the files."""

    def change(value: dict[str, Any]) -> None:
        for entry in value["files"]:
            path = dataset / entry["path"]
            if path.is_file():
                entry |= {"sha256": file_sha256(path), "bytes": path.stat().st_size}

    edit(dataset, change)


def remove(dataset: Path, name: str) -> None:
    """Takes a file out of a dataset and its manifest."""
    (dataset / name).unlink(missing_ok=True)

    def change(value: dict[str, Any]) -> None:
        value["files"] = [each for each in value["files"] if each["path"] != name]

    edit(dataset, change)


def rewrite(path: Path, change: Callable[[pa.Table], pa.Table], **options: Any) -> FileSpot:  # noqa: ANN401  the writer's
    """Writes a shard anew with its rows changed; the manifest agrees with the file."""
    pq.write_table(change(pq.read_table(path)), path, **(_WRITER | options))
    agree(path.parents[1])
    return FileSpot(f"{path.parent.name}/{path.name}")


def _deleted(code: str, name: str, file: Callable[[Path], Path]) -> None:
    @damages("dataset", code, name)
    def _apply(folder: Path, _random: Random) -> FileSpot:
        path = file(folder)
        path.unlink()
        return FileSpot(path.name)


_deleted("D001", "no manifest", lambda folder: folder / manifest_file.NAME)
_deleted("D002", "file gone", lambda folder: folder / "rejects.jsonl")


@damages("dataset", "D003", "byte of a document flipped")
def _changed(folder: Path, random: Random) -> FileSpot:
    path = folder / "README.md"
    raw = bytearray(path.read_bytes())
    at = raw.index(b"# ") + 2 + random.randrange(200)
    raw[at] ^= 1
    path.write_bytes(bytes(raw))
    return FileSpot("README.md")


def _stray(code: str, name: str, *files: str) -> None:
    @damages("dataset", code, name)
    def _apply(folder: Path, random: Random) -> FileSpot:
        chosen = random.choice(files)
        (folder / chosen).parent.mkdir(exist_ok=True)
        (folder / chosen).write_text("x = 1\n", "utf-8")
        return FileSpot(chosen)


_stray("D004", "stray file", "notes.txt", "articles/more.csv", "copy/README.md")
_stray("D021", "hidden file", ".DS_Store", ".env", "articles/.swp")
_stray("D022", "program", "loader.py", "data.py", "run.sh", "articles/x.ipynb")


@damages("dataset", "D020", "link out of the dataset")
def _link(folder: Path, random: Random) -> FileSpot:
    (folder / "extra").symlink_to(random.choice(("/etc", "..", "/nowhere")))
    return FileSpot("extra")


def _manifest(code: str, name: str, change: Callable[[dict[str, Any], Random], None], along: str = "") -> None:
    @damages("dataset", code, name, along)
    def _apply(folder: Path, random: Random) -> FileSpot:
        edit(folder, lambda value: change(value, random))
        return FileSpot("")


def _config(value: dict[str, Any], random: Random) -> dict[str, Any]:
    found: dict[str, Any] = random.choice(value["configs"])
    return found


def _more_rows(value: dict[str, Any], random: Random) -> None:
    _config(value, random)["rows"] += random.randint(1, 9)


def _other_content(value: dict[str, Any], random: Random) -> None:
    _config(value, random)["content_sha256"] = f"{random.getrandbits(256):064x}"


def _more_file_rows(value: dict[str, Any], random: Random) -> None:
    random.choice([each for each in value["files"] if each["rows"]])["rows"] += 1


def _newer(value: dict[str, Any], random: Random) -> None:
    value["schema_version"] = f"{random.randint(8, 99)}.0.0"


def _reject(value: dict[str, Any], random: Random) -> None:
    value["rejected"].append({"code": "F001", "count": random.randint(1, 9)})


def _source_gone(value: dict[str, Any], random: Random) -> None:
    articles = [each for each in value["sources"] if each["path"].endswith(".txt")]
    value["sources"].remove(random.choice(articles))


def _entry_twice(value: dict[str, Any], random: Random) -> None:
    listed = value[random.choice(("files", "sources"))]
    # A shard that is listed twice is read twice, which is another rule's business.
    listed.append(dict(random.choice([each for each in listed if each.get("rows") is None])))


def _unsafe(value: dict[str, Any], random: Random) -> None:
    entry = next(each for each in value["files"] if each["path"] == "rejects.jsonl")
    value["files"].append(entry | {"path": random.choice(("../secret.txt", "/etc/passwd", "a\\b.txt"))})


def _mode(value: dict[str, Any], _random: Random) -> None:
    value["mode"] = "fast" if value["mode"] == "full" else "full"


_manifest("D005", "rows miscounted", _more_rows)
_manifest("D008", "another content", _other_content)
_manifest("D024", "rows of a file miscounted", _more_file_rows)
_manifest("D012", "unknown version", _newer)
_manifest("D025", "reject that is not listed", _reject)
_manifest("D026", "source that is not listed", _source_gone)
_manifest("D028", "entry twice", _entry_twice)
_manifest("D029", "path that leads out", _unsafe)
_manifest("M030", "another mode", _mode)


@damages("dataset", "D031", "config of no known name", "P002 D005 P008 D004")
def _unknown(folder: Path, _random: Random) -> FileSpot:
    def change(value: dict[str, Any]) -> None:
        value["configs"].append(dict(value["configs"][0]) | {"name": "numbers"})

    edit(folder, change)
    return FileSpot(manifest_file.NAME)


@damages("dataset", "D006", "row twice", "D005 D007 D008 D024")
def _twice(folder: Path, random: Random) -> FileSpot:
    path = shard(folder, random.choice(_CONFIGS[1:]))

    def change(rows: pa.Table) -> pa.Table:
        at = random.randrange(rows.num_rows)
        return pa.concat_tables([rows.slice(0, at + 1), rows.slice(at)])

    return rewrite(path, change)


@damages("dataset", "D007", "value of a flat table changed", "D008")
def _flat(folder: Path, random: Random) -> FileSpot:
    path = shard(folder, "quotes")

    def change(rows: pa.Table) -> pa.Table:
        rules = rows["rule"].to_pylist()
        rules[random.randrange(len(rules))] += " guessed"
        return rows.set_column(rows.schema.get_field_index("rule"), rows.schema.field("rule"), pa.array(rules))

    return rewrite(path, change)


@damages("dataset", "D007", "row of a flat table dropped", "D005 D008 D024")
def _dropped(folder: Path, random: Random) -> FileSpot:
    path = shard(folder, random.choice(_CONFIGS[1:]))

    def change(rows: pa.Table) -> pa.Table:
        at = random.randrange(rows.num_rows)
        return pa.concat_tables([rows.slice(0, at), rows.slice(at + 1)])

    rewrite(path, change)
    return FileSpot("")


@damages("dataset", "D009", "articles out of order", "D007 D008")
def _order(folder: Path, random: Random) -> FileSpot:
    path = shard(folder, "articles")

    def change(rows: pa.Table) -> pa.Table:
        at = random.randrange(rows.num_rows - 1)
        order = list(range(rows.num_rows))
        order[at], order[at + 1] = order[at + 1], order[at]
        return rows.take(order)

    return rewrite(path, change)


@damages("dataset", "D010", "shard cut short")
def _cut(folder: Path, random: Random) -> FileSpot:
    path = shard(folder, random.choice(_CONFIGS))
    raw = path.read_bytes()
    path.write_bytes(raw[: -random.randint(1, len(raw) - 1)])
    agree(folder)
    return FileSpot(path.name)


def _schema(code: str, name: str, change: Callable[[pa.Table, Random], pa.Table], config: str = "quotes",
            along: str = "", **options: Any) -> None:  # fmt: skip  # noqa: ANN401  the writer's options
    @damages("dataset", code, name, along)
    def _apply(folder: Path, random: Random) -> FileSpot:
        return rewrite(shard(folder, config), lambda rows: change(rows, random), **options)


def _cast(rows: pa.Table, _random: Random) -> pa.Table:
    at = rows.schema.get_field_index("start")
    return rows.cast(rows.schema.set(at, pa.field("start", pa.int32(), nullable=False)))


def _narrow(rows: pa.Table, random: Random) -> pa.Table:
    return rows.drop_columns([random.choice(("rule", "nested_in", "reporter", "cue"))])


def _wide(rows: pa.Table, _random: Random) -> pa.Table:
    return rows.append_column("mood", pa.array([None] * rows.num_rows, pa.string()))


def _renamed(rows: pa.Table, _random: Random) -> pa.Table:
    return rows.rename_columns(["rules" if each == "rule" else each for each in rows.column_names])


def _nullable(rows: pa.Table, random: Random) -> pa.Table:
    name = random.choice(("start", "text", "kind", "confidence"))
    at = rows.schema.get_field_index(name)
    return rows.cast(rows.schema.set(at, rows.schema.field(at).with_nullable(nullable=True)))


def _mapped(rows: pa.Table, _random: Random) -> pa.Table:
    return rows.append_column("tags", pa.array([None] * rows.num_rows, pa.map_(pa.string(), pa.string())))


def _told(rows: pa.Table, _random: Random) -> pa.Table:
    told = {"huggingface": json.dumps({"info": {"features": {"other": {"dtype": "string"}}}})}
    return rows.replace_schema_metadata(told)


def _same(rows: pa.Table, _random: Random) -> pa.Table:
    return rows


_schema("D011", "column of another type", _cast)
_schema("D011", "column dropped", _narrow)
_schema("D011", "column added", _wide)
_schema("D011", "column renamed", _renamed)
_schema("D019", "column that may be null", _nullable)
_schema("D027", "column of a type that does not load", _mapped, along="D011")
_schema("D030", "features of another library", _told)
_schema("D018", "another compression", _same, compression="snappy")
_schema("D018", "no page index", _same, write_page_index=False)


@damages("dataset", "D016", "shard without rows", "D005 D007 D008 D018 D024")
def _none(folder: Path, _random: Random) -> FileSpot:
    return rewrite(shard(folder, "claims"), lambda rows: rows.slice(0, 0))


@damages("dataset", "D017", "shard of another number", "P002 P008")
def _number(folder: Path, random: Random) -> FileSpot:
    path = shard(folder, "claims")
    name = random.choice(("train-00000-of-00002.parquet", "train-00001-of-00001.parquet", "claims.parquet"))
    path.rename(path.with_name(name))

    def change(value: dict[str, Any]) -> None:
        for each in value["files"]:
            if each["path"] == f"claims/{path.name}":
                each["path"] = f"claims/{name}"

    edit(folder, change)
    return FileSpot("")


@damages("dataset", "D023", "article in two splits", "P008 D005 D006 D007 D008")
def _leak(folder: Path, random: Random) -> FileSpot:
    path = shard(folder, "articles")
    rows = pq.read_table(path)
    twin = path.with_name("test-00000-of-00001.parquet")
    pq.write_table(rows.slice(random.randrange(rows.num_rows), 1), twin, **_WRITER)

    def change(value: dict[str, Any]) -> None:
        value["files"].append({"path": f"articles/{twin.name}", "sha256": "0" * 64, "bytes": 0, "rows": 1})

    edit(folder, change)
    agree(folder)
    return FileSpot("")
