"""`corpus rehydrate DIR SRC... -o OUT`."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

_MOST_SHOWN = 20


def rehydrate(
    dataset: Annotated[Path, typer.Argument(metavar="DIR", help="A dataset whose texts were withheld.")],
    sources: Annotated[list[str], typer.Argument(metavar="SRC...", help="The raw articles, as they were converted.")],
    output: Annotated[Path, typer.Option("--output", "-o", help="The dataset directory to make or replace.")],
) -> None:
    """Put texts and quotations back into a dataset, for whoever holds the articles; each is proved by its sha256.

    Exits 1 if a text could not be put back.
    """
    from corpus_pkg.convert.rehydrate import rehydrate as restore
    from corpus_pkg.describe.card import card_document, written_in
    from corpus_pkg.describe.croissant import croissant_document

    written, changes = written_in(dataset)
    done = restore(dataset, sources, output, (card_document(written, changes), croissant_document))
    for listed, why in (
        (done.missing, "no source has its raw bytes"),
        (done.other, "its raw bytes give another text than the one that was annotated"),
    ):
        for own in listed[:_MOST_SHOWN]:
            typer.echo(f"{own}: {why}")
        if len(listed) > _MOST_SHOWN:
            typer.echo(f"... and {len(listed) - _MOST_SHOWN:,} more")
    typer.echo(f"{output}: {len(done.restored):,} texts put back and proved, "
               f"{len(done.missing) + len(done.other):,} still withheld"
               + ("; every config is now the one that they were withheld from" if done.whole else ""))  # fmt: skip
    if not done.whole:
        raise typer.Exit(1)
