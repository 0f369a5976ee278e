"""`corpus stats DIR`."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Annotated

import typer

_MOST = 10


def stats(
    dataset: Annotated[Path, typer.Argument(metavar="DIR", help="A dataset directory.")],
    as_json: Annotated[bool, typer.Option("--json", help="Print all counts as JSON.")] = False,
    ids: Annotated[bool, typer.Option("--ids", help="List the articles: id, date, source, file.")] = False,
) -> None:
    """Count what is in a dataset."""
    from corpus_pkg.describe.statistics import ranked, statistics
    from corpus_pkg.loading import load

    corpus = load(dataset)
    if ids:
        columns = ["id", "date", "source", "raw_path"]
        for row in corpus.arrow("articles", columns).to_pylist():
            typer.echo("\t".join(str(row[each]) if row[each] is not None else "-" for each in columns))
        return
    found = statistics(corpus)
    if as_json:
        typer.echo(json.dumps(found.as_json(), indent=1, ensure_ascii=False))
        return
    for name, count in found.counts.items():
        typer.echo(f"{name:28s} {count:>9,}")
    typer.echo("\nnot known")
    for name, (null, of) in found.unknown.items():
        typer.echo(f"  {name:28s} {null:>7,}  {null / of if of else 0:6.1%}")
    for name, counter in found.spread.items():
        typer.echo(f"\n{name}")
        for value, count in ranked(counter, _MOST):
            typer.echo(f"  {value:32.32s} {count:>9,}")
