"""The card: README.md of a dataset, with the YAML that declares its configs. Generated, never edited."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from pathlib import Path

import yaml

from corpus_pkg.convert.blobs import Blobs
from corpus_pkg.describe import statements
from corpus_pkg.describe.performance import speed
from corpus_pkg.describe.plots import Plot, plots
from corpus_pkg.describe.quality import quality_section
from corpus_pkg.describe.statistics import Statistics, statistics
from corpus_pkg.errors import UsageError
from corpus_pkg.findings.registry import RULES
from corpus_pkg.intake.files import CARD
from corpus_pkg.loading import Corpus
from corpus_pkg.model.dictionary import data_dictionary
from corpus_pkg.model.manifest import Manifest
from corpus_pkg.model.tables import table
from corpus_pkg.model.withheld import LONGEST
from corpus_pkg.store.writer import Document

NAME = "README.md"
_SIZES = ((1_000, "n<1K"), (10_000, "1K<n<10K"), (100_000, "10K<n<100K"), (1_000_000, "100K<n<1M"))
_USE = """```python
from datasets import load_dataset

name = {name}  # NAMESPACE/NAME on the Hub, or the directory
articles = load_dataset(name, split="train")
quotes = load_dataset(name, "quotes", split="train")
of_one_source = load_dataset(name, "quotes", split="train", streaming=True, columns=["source", "speaker_name", "text"])
```

On the Hub, `revision="v{version}"` keeps to this version. `corpus_pkg.load("hub:NAMESPACE/NAME", version="{version}")`
proves every file by its digest, and raises where another version would be loaded."""
_HUB = "https://huggingface.co/datasets/"
_OWN = re.compile(r"\n## Known limits\n\n(?:- [^\n]*\n)+(.*?)\n## Data dictionary\n\n### Config `", re.DOTALL)
_CHANGES = re.compile(r"\n## Data dictionary\n.*\n## Changelog\n(.*?)(?:\n## Citation\n|\n## Contact\n|\Z)", re.DOTALL)


def card_document(written: str = "", changes: str = "", kept: Blobs | None = None) -> Document:
    """What makes the card and its plots.

    Row counts stay in the manifest: counts in the card's YAML make `load_dataset(..., filters=)` fail.

    Args:
        written: what its maintainers wrote by hand, as Markdown.
        changes: their changelog, as Markdown.
        kept: where the counts of each shard are kept from one build to the next.
    """

    def made(folder: Path, manifest: Manifest) -> Iterator[tuple[str, bytes]]:
        found = statistics(Corpus(folder, manifest), kept)
        drawn = list(plots(found))
        head = yaml.safe_dump(_front_matter(manifest), sort_keys=False, allow_unicode=True, width=10_000)
        parts = [*_what(manifest), *_contents(manifest, found, drawn), *_how(manifest), *_right(manifest, found)]
        if written.strip():
            parts.append(written.strip())
        parts += _last(manifest, changes)
        body = "\n\n".join(part.strip("\n") for part in parts)
        yield NAME, f"---\n{head}---\n\n{body}\n".encode()
        yield from ((each.path, each.svg()) for each in drawn)

    return made


def hand_written(sources: Sequence[str], name: str = CARD) -> str:
    """What the maintainers wrote, in a single source folder; empty where there is none.

    Args:
        sources: what is converted.
        name: `CARD.md`, or `CHANGELOG.md`.

    Raises:
        UsageError: it cannot be read.
    """
    path = Path(sources[0]) / name if len(sources) == 1 else None
    if path is None or not path.is_file():
        return ""
    return _read(path)


def _read(path: Path) -> str:
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
            {"config_name": each.name, "data_files": [{"split": "train", "path": f"{each.name}/train-*.parquet"}],
             # `datasets` knows what it cached of a directory by these lines and its last name alone: where the rows are
             # others, so are the lines, and it does not give those of an earlier build, or of another dataset.
             "description": f"content sha256 {each.content_sha256}"}
            | ({"default": True} if each.name == "articles" else {})
            for each in manifest.configs
        ],
    }  # fmt: skip
    return {key: value for key, value in head.items() if value is not None}


def _what(manifest: Manifest) -> list[str]:
    dataset = manifest.dataset
    name = (dataset.homepage or "").removeprefix(_HUB) if (dataset.homepage or "").startswith(_HUB) else dataset.name
    return [
        f"# {dataset.title or dataset.name}",
        dataset.description or "An annotated news corpus.",
        f"Version {dataset.version}, schema {manifest.schema_version}, corpus-pkg {manifest.pipeline_version}.",
        "## Use",
        _USE.format(name=json.dumps(name, ensure_ascii=False), version=dataset.version),
        statements.OFFSETS,
    ]


def _contents(manifest: Manifest, found: Statistics, drawn: Sequence[Plot]) -> list[str]:
    rows = "\n".join(f"| `{each.name}` | {each.rows:,} | `{each.content_sha256}` |" for each in manifest.configs)
    unknown = "\n".join(f"| `{name}` | {null:,} of {of:,} | {null / of:.1%} |"
                        for name, (null, of) in found.unknown.items())  # fmt: skip
    return [
        "## Configs",
        "| config | rows | sha256 of the content |\n|---|---|---|\n" + rows,
        "## What is in it",
        "\n".join(f"![{each.title}]({each.path})" for each in drawn),
        "## What is not known",
        "Of each column that may be null, in how many rows it is; of `authors`, in how many articles there is none.",
        "| column | null | share |\n|---|---|---|\n" + unknown,
    ]


def _how(manifest: Manifest) -> list[str]:
    models = "\n".join(
        f"- {each.name} {each.version}" + (" (files verified)" if each.verified else "") for each in manifest.models
    )
    return [
        "## Annotation",
        "Automatic, by rules" + (" and these models:\n\n" + models if models else ", without a model.")
        + "\n\nWhat a person has checked says `review: reviewed`; the rest says `auto`, with a rule and a confidence.",
        speed(),
        "## Quality",
        quality_section(manifest),
        "## How it was made",
        _made(manifest),
    ]  # fmt: skip


_WITHHELD = """
The text of {null:,} of {of:,} articles is withheld, as nothing allows to pass it on. Offsets, digests, addresses and
all annotations are there, quotations without their words, and no record with more than {longest} words of a text;
headlines, and the nouns in `measured` and `of`, stay as they are. Who holds the articles puts the texts back, each
proved by its sha256: `corpus rehydrate DIR SOURCES -o OUT`. With all texts in place the configs are:
"""


def _withheld(manifest: Manifest, found: Statistics) -> list[str]:
    if not manifest.complete:
        return []
    null, of = found.unknown["articles.text"]
    proof = "\n".join(f"| `{each.name}` | {each.rows:,} | `{each.content_sha256}` |" for each in manifest.complete)
    return [_WITHHELD.format(null=null, of=of, longest=LONGEST),
            "| config | rows | sha256 of the content |\n|---|---|---|\n" + proof]  # fmt: skip


def _right(manifest: Manifest, found: Statistics) -> list[str]:
    contact = manifest.dataset.contact or statements.NOBODY
    return [
        "## Rights, people, takedown",
        *_withheld(manifest, found),
        "".join((statements.RIGHTS, statements.PERSONS, statements.TAKEDOWN.format(contact=contact))),
        "## Known limits",
        "\n".join(f"- {each}" for each in statements.LIMITS),
    ]


def _last(manifest: Manifest, changes: str) -> list[str]:
    dataset = manifest.dataset
    parts = ["## Data dictionary", data_dictionary(table(each.name) for each in manifest.configs)]
    if changes.strip():
        parts += ["## Changelog", _below(changes)]
    if dataset.citation:
        parts += ["## Citation", dataset.citation]
    if dataset.contact:
        parts += ["## Contact", dataset.contact]
    return parts


def written_in(dataset: Path) -> tuple[str, str]:
    """What people wrote in a dataset's card: their own part, and their changelog, as they were given.

    Args:
        dataset: the directory; empty where it has no card.

    Raises:
        UsageError: the card cannot be read.
    """
    card = _read(dataset / NAME) if (dataset / NAME).is_file() else ""
    own = _OWN.search(card)
    changes = _CHANGES.search(card)
    lines = changes[1].strip().splitlines() if changes else []
    return own[1].strip() if own else "", "\n".join(line[1:] if line.startswith("##") else line for line in lines)


def _below(changes: str) -> str:
    """A changelog under a heading of the card: without its title, its own headings one lower."""
    lines = changes.strip().splitlines()
    lines = lines[1:] if lines[0].startswith("# ") else lines
    return "\n".join(f"#{line}" if line.startswith("#") else line for line in lines).strip()


def _made(manifest: Manifest) -> str:
    units = manifest.units
    law = (
        f"{units.read:,} raw units came in: {units.records:,} are articles, {units.refused:,} were refused or passed "
        f"over (`rejects.jsonl` says why), {units.tombstones:,} were left out because they were taken down."
    )
    noted = [f"- {each.count:,} times {each.code} {RULES[each.code].name}: {RULES[each.code].what}"
             for each in manifest.noted if each.code in RULES]  # fmt: skip
    return law + ("\n\nPut right, left out or doubted on the way in:\n\n" + "\n".join(noted) if noted else "")
