"""The card: README.md of a dataset, with the YAML that declares its configs. Generated, never edited."""

from __future__ import annotations

import yaml

from corpus_pkg.model.dictionary import data_dictionary
from corpus_pkg.model.manifest import Manifest
from corpus_pkg.model.tables import table

NAME = "README.md"
_SIZES = ((1_000, "n<1K"), (10_000, "1K<n<10K"), (100_000, "10K<n<100K"), (1_000_000, "100K<n<1M"))
_USE = """```python
from datasets import load_dataset

articles = load_dataset("{name}", split="train")
quotes = load_dataset("{name}", "quotes", split="train")
```
"""


def render_card(manifest: Manifest) -> tuple[str, bytes]:
    """The card's name and bytes.

    Row counts stay in the manifest: counts in the card's YAML make `load_dataset(..., filters=)` fail.
    """
    head = yaml.safe_dump(_front_matter(manifest), sort_keys=False, allow_unicode=True, width=10_000)
    return NAME, f"---\n{head}---\n\n{_body(manifest)}".encode()


def _front_matter(manifest: Manifest) -> dict[str, object]:
    dataset = manifest.dataset
    articles = next((each.rows for each in manifest.configs if each.name == "articles"), 0)
    size = next((name for limit, name in _SIZES if articles < limit), "n>1M")
    head: dict[str, object] = {
        "pretty_name": dataset.title or dataset.name,
        "license": dataset.license.lower() if dataset.license else None,
        "language": dataset.languages or None,
        "task_categories": ["token-classification", "text-classification"],
        "tags": ["news", "quotation-attribution", "named-entity-recognition", "numeric-claims", "timex3"],
        "size_categories": [size],
        "configs": [
            {"config_name": each.name, "data_files": [{"split": "train", "path": f"{each.name}/train-*.parquet"}]}
            | ({"default": True} if each.name == "articles" else {})
            for each in manifest.configs
        ],
    }
    return {key: value for key, value in head.items() if value is not None}


def _body(manifest: Manifest) -> str:
    dataset = manifest.dataset
    rows = "\n".join(f"| `{each.name}` | {each.rows:,} | `{each.content_sha256}` |" for each in manifest.configs)
    models = "\n".join(
        f"- {each.name} {each.version}" + (" (files verified)" if each.verified else "") for each in manifest.models
    )
    parts = [
        f"# {dataset.title or dataset.name}",
        dataset.description or "An annotated news corpus.",
        f"Version {dataset.version}, schema {manifest.schema_version}, corpus-pkg {manifest.pipeline_version}.",
        "## Use",
        _USE.format(name=dataset.name),
        "Every offset counts Unicode code points: `text[start:end]` is the surface. Unknown is null.",
        "## Configs",
        "| config | rows | sha256 of the content |\n|---|---|---|\n" + rows,
        "## Annotation",
        "Automatic, by rules" + (" and these models:\n\n" + models if models else ", without a model.")
        + "\n\nWhat a person has checked says `review: reviewed`; the rest says `auto`, with a rule and a confidence.",
        "## Data dictionary",
        data_dictionary(table(each.name) for each in manifest.configs),
    ]  # fmt: skip
    if dataset.citation:
        parts += ["## Citation", dataset.citation]
    if dataset.contact:
        parts += ["## Contact", dataset.contact]
    return "\n\n".join(part.strip("\n") for part in parts) + "\n"
