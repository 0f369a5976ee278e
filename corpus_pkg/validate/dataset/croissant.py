"""Croissant, when present: what `mlcroissant validate` lets pass, and a reader would trip over."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from corpus_pkg.findings import Finding, Place, Rule
from corpus_pkg.findings.rules import card as rules
from corpus_pkg.intake.source.json_source import read_json
from corpus_pkg.model.manifest import FileEntry, Manifest
from corpus_pkg.model.tables import table
from corpus_pkg.validate.dataset.files import read_bounded

NAME = "croissant.json"
_MOST_BYTES, _MOST_PARTS = 20_000_000, 4
PARQUET = "application/x-parquet"
NEEDED = (
    "name", "description", "license", "version", "distribution", "recordSet", "conformsTo",
    "rai:dataCollection", "rai:dataAnnotationProtocol", "rai:machineAnnotationTools", "rai:dataLimitations",
    "rai:dataBiases", "rai:dataUseCases", "rai:personalSensitiveInformation", "rai:dataReleaseMaintenancePlan",
)  # fmt: skip
"""What every Croissant file states; `mlcroissant` asks for less."""


def croissant_findings(dataset: Path, manifest: Manifest) -> Iterator[Finding]:
    """What is wrong with a dataset's Croissant file; nothing where there is none."""
    path = dataset / NAME
    if not path.exists():
        return
    try:
        source = read_json(read_bounded(path, _MOST_BYTES))
    except (OSError, ValueError) as error:
        yield _finding(rules.CROISSANT_UNREADABLE, "", f"it cannot be read: {error}")
        return
    if source.faults or not isinstance(source.value, dict) or "Dataset" not in str(source.value.get("@type")):
        message = source.faults[0].message if source.faults else "it describes no Dataset"
        yield _finding(rules.CROISSANT_UNREADABLE, "", message)
        return
    value = source.value
    for name in NEEDED:
        if not value.get(name):
            yield _finding(rules.CROISSANT_FIELD, f"/{name}", f"{name} is missing")
    if not value.get("url") and not value.get("citeAs"):
        yield _finding(rules.CROISSANT_FIELD, "/url", "neither url nor citeAs is stated")
    yield from _files(value, manifest)
    yield from _record_sets(value, manifest)


def _objects(value: Any, name: str) -> list[dict[str, Any]]:  # noqa: ANN401  a JSON value
    found = value.get(name)
    listed = found if isinstance(found, list) else [found]
    return [each for each in listed if isinstance(each, dict)]


def _files(value: dict[str, Any], manifest: Manifest) -> Iterator[Finding]:
    listed = {each.path: each for each in manifest.files}
    for index, each in enumerate(_objects(value, "distribution")):
        pointer, url = f"/distribution/{index}", str(each.get("contentUrl", ""))
        parquet = url.endswith(".parquet") or "parquet" in str(each.get("includes"))
        if parquet and each.get("encodingFormat") != PARQUET:
            message = f"encodingFormat is {each.get('encodingFormat')!r}"
            yield _finding(rules.CROISSANT_FORMAT, f"{pointer}/encodingFormat", message)
        entry = _listed(url, listed)
        if url.endswith(".parquet") and (entry is None or each.get("sha256") != entry.sha256):
            message = (
                f"{url} is no file of the dataset" if entry is None else f"sha256 of {url} is {each.get('sha256')!r}"
            )
            yield _finding(rules.CROISSANT_FILES, pointer, message)


def _listed(url: str, listed: dict[str, FileEntry]) -> FileEntry | None:
    """The file of the dataset that an address ends with; shards stand in a folder, and no file stands much deeper."""
    parts = url.rsplit("/", _MOST_PARTS)
    ends = (url, *("/".join(parts[-count:]) for count in range(_MOST_PARTS, 0, -1)))
    return next((listed[each] for each in ends if each in listed), None)


def _record_sets(value: dict[str, Any], manifest: Manifest) -> Iterator[Finding]:
    stated = {str(each.get("name")): each for each in _objects(value, "recordSet")}
    wanted = [each.name for each in manifest.configs]
    if sorted(stated) != sorted(wanted):
        message = f"record sets are {', '.join(sorted(stated))}, configs {', '.join(sorted(wanted))}"
        yield _finding(rules.CROISSANT_RECORDS, "/recordSet", message)
    for name in wanted:
        if name not in stated:
            continue
        fields = {str(each.get("name")) for each in _objects(stated[name], "field")}
        missing = [each.name for each in table(name).fields if each.name not in fields]
        if missing:
            yield _finding(rules.CROISSANT_RECORDS, "/recordSet", f"{name} lacks {', '.join(missing)}")


def _finding(rule: Rule, pointer: str, message: str) -> Finding:
    return Finding(rule, Place(file=NAME, pointer=pointer or None), message)
