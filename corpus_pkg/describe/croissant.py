"""`croissant.json`: the dataset for programs that search and load, with what responsible use asks for.

Croissant 1.1 (MLCommons, 2026) and its extension RAI 1.0 (MLCommons, 2024).
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from corpus_pkg.describe import statements
from corpus_pkg.describe.record_sets import record_set
from corpus_pkg.model.licences import spelled
from corpus_pkg.model.manifest import FileEntry, Manifest
from corpus_pkg.model.tables import table
from corpus_pkg.validate.dataset.croissant import NAME, PARQUET

Json = dict[str, Any]
CROISSANT, RAI = "http://mlcommons.org/croissant/1.1", "http://mlcommons.org/croissant/RAI/1.0"
_SPDX = "https://spdx.org/licenses/"
_TERMS = """arrayShape citeAs column containedIn equivalentProperty extract field fileProperty fileObject fileSet format
    includes isArray isLiveDataset jsonPath key md5 parentField path recordSet references regex repeated replace
    samplingRate separator source subField transform""".split()
_CONTEXT: Json = {
    "@language": "en",
    "@vocab": "https://schema.org/",
    "sc": "https://schema.org/",
    "cr": "http://mlcommons.org/croissant/",
    "rai": "http://mlcommons.org/croissant/RAI/",
    "dct": "http://purl.org/dc/terms/",
    "conformsTo": "dct:conformsTo",
    "data": {"@id": "cr:data", "@type": "@json"},
    "dataType": {"@id": "cr:dataType", "@type": "@vocab"},
    "description": {"@container": "@language"},
    "examples": {"@id": "cr:examples", "@type": "@json"},
    "name": {"@container": "@language"},
    **{term: f"cr:{term}" for term in _TERMS},
}


def unstated(manifest: Manifest) -> list[str]:
    """What `corpus.toml` has to state for a Croissant file, and does not."""
    dataset = manifest.dataset
    missing = [name for name in ("description", "license") if not getattr(dataset, name)]
    return missing + ([] if dataset.homepage or dataset.citation else ["homepage or citation"])


def croissant_document(_folder: Path, manifest: Manifest) -> Iterator[tuple[str, bytes]]:
    """The file; none where the dataset does not say enough of itself."""
    if not unstated(manifest):
        yield NAME, (json.dumps(_dataset(manifest), indent=1, ensure_ascii=False) + "\n").encode()


def _dataset(manifest: Manifest) -> Json:
    dataset = manifest.dataset
    licence = spelled(dataset.license or "")
    shards = sorted((each for each in manifest.files if each.path.endswith(".parquet")), key=lambda each: each.path)
    value: Json = {
        "@context": dict(sorted(_CONTEXT.items())),
        "@type": "sc:Dataset",
        "conformsTo": [CROISSANT, RAI],
        "name": dataset.name,
        "alternateName": dataset.title,
        "description": dataset.description,
        "license": _SPDX + licence if licence else dataset.license,
        "url": dataset.homepage,
        "citeAs": dataset.citation,
        "version": dataset.version,
        "inLanguage": dataset.languages,
        "keywords": ["news", "quotation attribution", "named entities", "numeric claims", "TIMEX3"],
        **_responsible(manifest),
        "distribution": [
            *(_file(each) for each in shards),
            *(_files(each.name) for each in manifest.configs),
        ],
        "recordSet": [record_set(table(each.name), _set_of(each.name)) for each in manifest.configs],
    }
    return {key: each for key, each in value.items() if each}


def _file(entry: FileEntry) -> Json:
    return {
        "@type": "cr:FileObject", "@id": entry.path, "name": entry.path, "contentUrl": entry.path,
        "contentSize": f"{entry.bytes} B", "encodingFormat": PARQUET, "sha256": entry.sha256,
    }  # fmt: skip


def _set_of(config: str) -> str:
    return f"{config}-shards"


def _files(config: str) -> Json:
    return {
        "@type": "cr:FileSet", "@id": _set_of(config), "name": _set_of(config),
        "description": f"All shards of {config}.", "encodingFormat": PARQUET, "includes": f"{config}/train-*.parquet",
    }  # fmt: skip


def _responsible(manifest: Manifest) -> Json:
    units, contact = manifest.units, manifest.dataset.contact or statements.NOBODY
    models = [f"{each.name} {each.version}" for each in manifest.models]
    collected = (
        f"{units.read:,} raw units were read: {units.records:,} are articles, {units.refused:,} were refused or passed "
        f"over for the reasons that rejects.jsonl lists, {units.tombstones:,} were left out as they were taken down."
    )
    value = {
        "dataCollection": collected,
        "dataCollectionRawData": "Each article as it came in; its row has the sha256 of the raw bytes.",
        "dataCollectionMissingData": statements.MISSING,
        "dataImputationProtocol": statements.MISSING,
        "dataPreprocessingProtocol": list(statements.PREPROCESSING),
        "dataAnnotationProtocol": list(statements.ANNOTATION),
        "annotationsPerItem": "One, by the program; one more where a person has checked the record.",
        "machineAnnotationTools": [f"corpus-pkg {manifest.pipeline_version}", *models],
        "dataBiases": list(statements.BIASES),
        "dataLimitations": list(statements.LIMITS),
        "dataUseCases": list(statements.USES),
        "dataSocialImpact": statements.IMPACT,
        "personalSensitiveInformation": [" ".join(statements.PERSONS.split())],
        "dataReleaseMaintenancePlan": " ".join(
            ("Versions are semantic and immutable.", *statements.TAKEDOWN.format(contact=contact).split())
        ),
    }
    return {f"rai:{name}": each for name, each in value.items()}
