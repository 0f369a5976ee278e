"""The card: README.md of a dataset, with the YAML that declares its configs. Generated, never edited."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import yaml

from corpus_pkg.errors import UsageError
from corpus_pkg.findings.registry import RULES
from corpus_pkg.intake.files import CARD
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
_RIGHTS = """
Whose each article is stands in its `rights`: licence, holder, whether the text may be passed on and on what ground,
and whether text and data mining is reserved, with where that was read. Null means that nothing says so: such a text is
not to be passed on. The articles name people, as news does. Whoever wants an article, or a name in it, removed may
write to {contact}; it is then left out of this and every later build, and its digest kept so that it does not come
back.
"""
_LIMITS = """
- The rules are for English. What was looked for in an article says its `layers`; what is not there is not known.
- A confidence is calibrated on news of a few outlets; other text is less certain.
- A bare surname, or a ministry without its country, is joined within its article alone.
- `measured` is right in about three of four claims; a bare `$` is read as USD.
- What hangs on the day of publication is resolved only where that day is known.
"""


def render_card(manifest: Manifest, written: str = "") -> tuple[str, bytes]:
    """The card's name and bytes.

    Row counts stay in the manifest: counts in the card's YAML make `load_dataset(..., filters=)` fail.

    Args:
        manifest: what the dataset says of itself.
        written: what its maintainers wrote by hand, as Markdown.
    """
    head = yaml.safe_dump(_front_matter(manifest), sort_keys=False, allow_unicode=True, width=10_000)
    return NAME, f"---\n{head}---\n\n{_body(manifest, written)}".encode()


def hand_written(sources: Sequence[str]) -> str:
    """What the maintainers wrote for the card: `CARD.md` in a single source folder; empty where there is none.

    Raises:
        UsageError: it cannot be read.
    """
    path = Path(sources[0]) / CARD if len(sources) == 1 else None
    if path is None or not path.is_file():
        return ""
    try:
        return path.read_text("utf-8")
    except (OSError, ValueError) as error:
        raise UsageError(str(path), f"cannot be read: {error}", "Save it as UTF-8.") from error


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


def _body(manifest: Manifest, written: str) -> str:
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
        "## How it was made",
        _made(manifest),
        "## Rights, people, takedown",
        _RIGHTS.format(contact=dataset.contact or "the maintainers"),
        "## Known limits",
        _LIMITS,
        *([written.strip()] if written.strip() else []),
        "## Data dictionary",
        data_dictionary(table(each.name) for each in manifest.configs),
    ]  # fmt: skip
    if dataset.citation:
        parts += ["## Citation", dataset.citation]
    if dataset.contact:
        parts += ["## Contact", dataset.contact]
    return "\n\n".join(part.strip("\n") for part in parts) + "\n"


def _made(manifest: Manifest) -> str:
    units = manifest.units
    law = (
        f"{units.read:,} raw units came in: {units.records:,} are articles, {units.refused:,} were refused or passed "
        f"over (`rejects.jsonl` says why), {units.tombstones:,} were left out because they were taken down."
    )
    noted = [f"- {each.count:,} times {each.code} {RULES[each.code].name}: {RULES[each.code].what}"
             for each in manifest.noted if each.code in RULES]  # fmt: skip
    return law + ("\n\nPut right, left out or doubted on the way in:\n\n" + "\n".join(noted) if noted else "")
