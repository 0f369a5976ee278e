"""`corpus diff OLD NEW`."""

from __future__ import annotations

import json
from typing import Annotated, Literal

import typer


def diff(
    old: Annotated[str, typer.Argument(metavar="OLD", help="A dataset directory, or hub:NAMESPACE/NAME@VERSION.")],
    new: Annotated[str, typer.Argument(metavar="NEW", help="The same.")],
    form: Annotated[
        Literal["text", "markdown", "json"], typer.Option("--format", help="markdown is an entry of a changelog.")
    ] = "text",
) -> None:
    """Show what changed between two versions of a dataset, record by record."""
    from corpus_pkg.describe import diff as described
    from corpus_pkg.loading import Corpus, load

    def opened(name: str) -> Corpus:
        path, _, version = name.partition("@") if name.startswith("hub:") else (name, "", "")
        return load(path, version.removeprefix("v") or None)

    found = described.diff(opened(old), opened(new))
    if form == "json":
        typer.echo(json.dumps(found.as_json(), indent=1, ensure_ascii=False))
    else:
        typer.echo(described.as_markdown(found) if form == "markdown" else described.as_text(found))
