"""The card level: the YAML that tells `load_dataset` the configs."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

from corpus_pkg.findings import Finding, Place
from corpus_pkg.findings.rules.card import CARD_CONFIGS, NO_CARD
from corpus_pkg.model.manifest import Manifest

NAME = "README.md"
_FENCE = "---\n"


def card_findings(dataset: Path, manifest: Manifest) -> Iterator[Finding]:
    """What is wrong with the card."""
    place = Place(file=NAME)
    try:
        head = _front_matter((dataset / NAME).read_text("utf-8"))
    except (OSError, ValueError, yaml.YAMLError, RecursionError) as error:
        yield Finding(NO_CARD, place, f"{error}".replace("\n", " "))
        return
    declared = head.get("configs")
    configs = [each for each in declared if isinstance(each, dict)] if isinstance(declared, list) else []
    names = [each.get("config_name") for each in configs]
    wanted = [each.name for each in manifest.configs]
    if sorted(map(str, names)) != sorted(wanted):
        yield Finding(CARD_CONFIGS, place, f"configs {names} are declared, {wanted} have rows")
    defaults = [each.get("config_name") for each in configs if each.get("default")]
    if defaults != ["articles"]:
        yield Finding(CARD_CONFIGS, place, f"the default is {defaults}, not articles")
    for each in configs:
        if f"'{each.get('config_name')}/train-*.parquet'" not in str(each.get("data_files")):
            message = f"config {each.get('config_name')} reads {each.get('data_files')}, not its own shards"
            yield Finding(CARD_CONFIGS, place, message)


def _front_matter(text: str) -> dict[str, Any]:
    if not text.startswith(_FENCE) or "\n" + _FENCE not in text[len(_FENCE) :]:
        raise ValueError("it does not open with YAML between two lines ---")
    head = text[len(_FENCE) :].partition("\n" + _FENCE)[0]
    if "&" in head and "*" in head and any(isinstance(each, yaml.AliasToken) for each in yaml.scan(head)):
        raise ValueError("YAML aliases are not allowed: they can unfold without end")
    value = yaml.safe_load(head)
    if not isinstance(value, dict):
        raise ValueError("its YAML is no mapping")  # noqa: TRY004  one kind of error for what a file holds
    return value
