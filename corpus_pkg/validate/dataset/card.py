"""The card level: the YAML that tells `load_dataset` the configs."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

from corpus_pkg.findings import Finding, Place, Rule
from corpus_pkg.findings.rules import card as rules
from corpus_pkg.model.licences import is_spdx
from corpus_pkg.model.manifest import Manifest
from corpus_pkg.validate.dataset.files import read_bounded, unsafe
from corpus_pkg.validate.dataset.shards import shards

NAME = "README.md"
_FENCE = "---\n"
_MOST_BYTES = 20_000_000
_MOST_CHARACTERS, _MOST_LEVELS = 200_000, 50
# Tags such as !!int on words that are none make PyYAML fail in ways of its own.
_UNSOUND = (OSError, ValueError, yaml.YAMLError, RecursionError, KeyError, IndexError, AttributeError, TypeError)
_PLACE = Place(file=NAME, line=1)
_OPENING = (yaml.BlockMappingStartToken, yaml.BlockSequenceStartToken, yaml.FlowMappingStartToken,
            yaml.FlowSequenceStartToken)  # fmt: skip
_CLOSING = (yaml.BlockEndToken, yaml.FlowMappingEndToken, yaml.FlowSequenceEndToken)


class _AliasError(ValueError):
    """The YAML holds anchors and aliases."""


def card_findings(dataset: Path, manifest: Manifest) -> Iterator[Finding]:
    """What is wrong with the card."""
    try:
        head = _front_matter(read_bounded(dataset / NAME, _MOST_BYTES))
    except _AliasError as error:
        yield Finding(rules.CARD_ALIASES, _PLACE, f"{error}")
        return
    except _UNSOUND as error:
        yield Finding(rules.NO_CARD, _PLACE, " ".join(f"{error}".split())[:300])
        return
    yield from _configs(dataset, head, manifest)
    yield from _features(head)
    yield from _description(head, manifest)


def _configs(dataset: Path, head: dict[str, Any], manifest: Manifest) -> Iterator[Finding]:
    declared = head.get("configs")
    configs = [each for each in declared if isinstance(each, dict)] if isinstance(declared, list) else []
    names, wanted = [str(each.get("config_name")) for each in configs], [each.name for each in manifest.configs]
    if sorted(names) != sorted(wanted):
        yield _finding(rules.CARD_CONFIGS, f"configs {', '.join(names)} are declared, {', '.join(wanted)} have rows")
    defaults = [str(each.get("config_name")) for each in configs if each.get("default")]
    if defaults != ["articles"]:
        yield _finding(rules.CARD_DEFAULT, f"the default is {', '.join(defaults) or 'none'}, not articles")
    for each in configs:
        yield from _splits(dataset, each, manifest)


def _splits(dataset: Path, config: dict[str, Any], manifest: Manifest) -> Iterator[Finding]:
    """Each split reads its own shards, and each split that has shards is declared."""
    name = str(config.get("config_name"))
    entries = config.get("data_files")
    listed = entries if isinstance(entries, list) else [{"split": "train", "path": entries}]
    stated = {str(each.get("split")): str(each.get("path")) for each in listed if isinstance(each, dict)}
    there = {each.split for each in shards(dataset, manifest, name)}
    for split, path in stated.items():
        if unsafe(path) or "://" in path:
            yield _finding(rules.CARD_PATH, f"config {name} reads {path!r}")
        elif split not in there:
            yield _finding(rules.CARD_SPLIT, f"config {name} declares the split {split}, which has no shards")
        elif path != f"{name}/{split}-*.parquet":
            yield _finding(rules.CARD_CONFIGS, f"config {name} reads {path!r} for {split}, not its own shards")
    for split in sorted(there - stated.keys()):
        yield _finding(rules.CARD_SPLIT, f"config {name} has shards of {split}, which is not declared")


def _features(head: dict[str, Any]) -> Iterator[Finding]:
    infos = head.get("dataset_info")
    for info in infos if isinstance(infos, list) else [infos]:
        if not isinstance(info, dict):
            continue
        if info.get("splits"):
            yield _finding(rules.CARD_COUNTS, "dataset_info states splits and their rows")
        if info.get("features") is not None:
            old = "sequence" in str(info["features"])
            yield _finding(rules.CARD_SEQUENCE if old else rules.CARD_FEATURES,
                           "dataset_info states features" + (" of the form sequence" if old else ""))  # fmt: skip


def _description(head: dict[str, Any], manifest: Manifest) -> Iterator[Finding]:
    dataset = manifest.dataset
    stated, wanted = head.get("license"), dataset.license
    if not wanted:
        yield _finding(rules.CARD_LICENCE_MISSING, "neither corpus.toml nor the manifest states a license")
    elif str(stated).lower() != wanted.lower():
        yield _finding(rules.CARD_LICENCE, f"the card states {stated!r}, the manifest {wanted!r}")
    elif not is_spdx(wanted):
        yield _finding(rules.LICENCE_UNKNOWN, f"{wanted!r} is no SPDX identifier")
    languages = head.get("language") or []
    listed = [str(each) for each in languages] if isinstance(languages, list) else [str(languages)]
    if sorted(listed) != sorted(dataset.languages):
        yield _finding(rules.CARD_LANGUAGE, f"the card states {listed}, the manifest {dataset.languages}")
    if not dataset.citation:
        yield _finding(rules.CARD_CITATION, "the manifest states no citation")


def _finding(rule: Rule, message: str) -> Finding:
    return Finding(rule, _PLACE, message)


def _front_matter(text: str) -> dict[str, Any]:
    if not text.startswith(_FENCE) or "\n" + _FENCE not in text[len(_FENCE) :]:
        raise ValueError("it does not open with YAML between two lines ---")
    head = text[len(_FENCE) :].partition("\n" + _FENCE)[0]
    if len(head) > _MOST_CHARACTERS:
        raise ValueError(f"its YAML has {len(head):,} characters")
    _refuse_unbounded(head)
    value = yaml.safe_load(head)
    if not isinstance(value, dict):
        raise ValueError("its YAML is no mapping")  # noqa: TRY004  one kind of error for what a file holds
    return value


def _refuse_unbounded(head: str) -> None:
    """Refuses what takes PyYAML long: it is looked for token by token, before anything is put together."""
    level = 0
    for token in yaml.scan(head):
        if isinstance(token, yaml.AliasToken):
            raise _AliasError("YAML aliases can unfold without end")
        level += isinstance(token, _OPENING) - isinstance(token, _CLOSING)
        if level > _MOST_LEVELS:
            raise ValueError(f"its YAML is nested more than {_MOST_LEVELS} levels deep")
