"""The manifest: what a dataset is, what made it, and the digests that prove it whole."""

from __future__ import annotations

from dataclasses import dataclass

from corpus_pkg.model.article import SHA256
from corpus_pkg.model.declare import declared
from corpus_pkg.model.provenance import ModelUse
from corpus_pkg.model.vocabulary import Mode

VERSION = r"^[0-9]+\.[0-9]+\.[0-9]+\Z"


@dataclass(frozen=True, slots=True, kw_only=True)
class FileEntry:
    """One file of the dataset."""

    path: str = declared("Path in the dataset, with forward slashes.", min_length=1)
    sha256: str = declared("Digest of its bytes.", pattern=SHA256)
    bytes: int = declared("Its size.", unit="bytes", minimum=0)
    rows: int | None = declared("Rows of a Parquet file; null for others.", minimum=0)


@dataclass(frozen=True, slots=True, kw_only=True)
class ConfigEntry:
    """One config of the dataset."""

    name: str = declared("The config, as `load_dataset` calls it.", min_length=1)
    rows: int = declared("Rows over all its shards.", minimum=1)
    content_sha256: str = declared("Digest of the rows alone, whatever wrote them.", pattern=SHA256)


@dataclass(frozen=True, slots=True, kw_only=True)
class CodeCount:
    """How often something was reported during the build."""

    code: str = declared("A finding's code.", pattern=r"^[A-Z][0-9]{3}\Z")
    count: int = declared("How often.", minimum=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Units:
    """What became of the raw units: those read are the records, the refused and the tombstones together."""

    read: int = declared("Files, lines, rows, records of archives, items of feeds that came in.", minimum=1)
    records: int = declared("Those that are articles of the dataset.", minimum=1)
    refused: int = declared("Those that `rejects.jsonl` says why they are none.", minimum=0)
    tombstones: int = declared("Those left out as `tombstones.toml` asks.", minimum=0)


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceEntry:
    """One raw file that the dataset was made from."""

    path: str = declared("Path relative to the source given.", min_length=1)
    sha256: str = declared("Digest of its bytes.", pattern=SHA256)


@dataclass(frozen=True, slots=True, kw_only=True)
class Description:
    """What the dataset says of itself, from `corpus.toml`."""

    name: str = declared("The dataset's name.", min_length=1)
    version: str = declared("The dataset's own version.", pattern=VERSION)
    title: str | None = declared("A readable title.", min_length=1)
    description: str | None = declared("A paragraph on what it is.", min_length=1)
    license: str | None = declared("SPDX identifier of the data's licence.", min_length=1)
    languages: list[str] = declared("BCP 47 tags of its languages.")
    citation: str | None = declared("How to cite it.", min_length=1)
    contact: str | None = declared("Whom to write to.", min_length=1)
    homepage: str | None = declared("Where it lives.", min_length=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Manifest:
    """The last file a build writes."""

    dataset: Description = declared("What the dataset says of itself.")
    schema_version: str = declared("The schema that its records follow.", pattern=VERSION)
    pipeline_version: str = declared("The version of the package that built it.", pattern=VERSION)
    writer: str = declared("The library that wrote the Parquet files, with its version.", min_length=1)
    mode: Mode = declared("`full`: sentences in which it pays were parsed; `fast`: none was.")
    models: list[ModelUse] = declared("The models that took part.")
    identifier: ModelUse | None = declared(
        "What told the language of articles that do not state it; null where none had to be told."
    )
    configs: list[ConfigEntry] = declared("The configs that have rows.")
    complete: list[ConfigEntry] = declared(
        "The same with every text in its place, where texts are withheld; else empty.", since="0.2.0"
    )
    files: list[FileEntry] = declared("Every other file of the dataset, by path.")
    sources: list[SourceEntry] = declared("Every raw file read, by path.")
    units: Units = declared("What became of the raw units.")
    rejected: list[CodeCount] = declared("What could not be converted, by code.")
    noted: list[CodeCount] = declared("What was repaired, left out or doubted on the way in, by code.")
