"""`corpus schema`."""

from __future__ import annotations

from typing import Annotated, Literal

import typer

Form = Literal["json", "arrow", "features", "dictionary"]


def schema(
    name: Annotated[str, typer.Argument(help="article, a config, annotations or manifest.")] = "article",
    form: Annotated[
        Form, typer.Option("--format", help="JSON Schema, Arrow schema, datasets.Features, or Markdown.")
    ] = "json",
) -> None:
    """Print the schema of a config or of the manifest, derived from the one declaration."""
    from corpus_pkg.errors import UsageError
    from corpus_pkg.model.frozen import dump
    from corpus_pkg.model.json_schema import json_schemas
    from corpus_pkg.model.tables import TABLES

    name = "article" if name == "articles" else name
    known = json_schemas()
    if name not in known:
        raise UsageError(name, "is no schema", f"Known: {', '.join(known)}.")
    config = next(
        (each for each in TABLES if each.name == name or (name == "article" and each.name == "articles")), None
    )
    if form == "json":
        typer.echo(dump(known[name]), nl=False)
    elif config is None:
        raise UsageError(name, f"has no {form} schema", "It is a JSON document: use --format json.")
    elif form == "arrow":
        from corpus_pkg.model.arrow import arrow_schema

        typer.echo(arrow_schema(config).to_string(show_field_metadata=False))
    elif form == "features":
        from corpus_pkg.model.features import features

        typer.echo(str(features(config)))
    else:
        from corpus_pkg.model.dictionary import data_dictionary

        typer.echo(data_dictionary([config]), nl=False)
