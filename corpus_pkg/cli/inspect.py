"""`corpus inspect FILE`."""

from __future__ import annotations

import json
from itertools import islice
from pathlib import Path
from typing import Annotated, Literal

import typer


def inspect(
    source: Annotated[str, typer.Argument(metavar="FILE", help="A file, folder or address; - for standard input.")],
    ner: Annotated[str, typer.Option(help="none, default, spacy:NAME_OR_PATH, or a plugin's name.")] = "none",
    mode: Annotated[Literal["full", "fast"], typer.Option(help="full parses sentences, fast none.")] = "fast",
    most: Annotated[int, typer.Option("--most", min=1, help="Show so many units only.")] = 10,
    settings: Annotated[Path | None, typer.Option(help="corpus.toml, if not beside the file.")] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print a JSON object a unit, with its record.")] = False,
) -> None:
    """Show what the readers see in a raw file: form, encoding, regions, all evidence, and the record to be.

    The first thing to run when something looks wrong. Exits 1 if something of it cannot be converted.
    """
    from corpus_pkg.convert.work import Names
    from corpus_pkg.describe.inspection import as_text, inspect_source

    units = inspect_source(source, Names(ner, mode=mode), settings)
    refused = False
    for found in islice(units, most):
        refused |= found.refused
        typer.echo(json.dumps(found.as_json(), ensure_ascii=False) if as_json else as_text(found))
    if next(units, None) is not None:
        typer.echo(f"only the first {most} units are shown; --most shows more", err=True)
    if refused:
        raise typer.Exit(1)
