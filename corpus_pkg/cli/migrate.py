"""`corpus migrate DIR`."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer


def migrate(
    dataset: Annotated[Path, typer.Argument(metavar="DIR", help="A dataset directory.")],
) -> None:
    """Lift a dataset of an older schema version to the newest, losslessly.

    What people wrote in the card stays. Nothing is changed unless everything could be lifted and proved.
    """
    from corpus_pkg.convert.migrate import migrate as lift
    from corpus_pkg.describe.card import card_document, written_in
    from corpus_pkg.describe.croissant import croissant_document
    from corpus_pkg.model.version import SCHEMA_VERSION
    from corpus_pkg.store import manifest as manifest_file

    before = manifest_file.read(dataset).schema_version
    written, changes = written_in(dataset)
    if lift(dataset, (card_document(written, changes), croissant_document)) is None:
        typer.echo(f"{dataset}: follows schema {SCHEMA_VERSION}, the newest; nothing to do")
    else:
        typer.echo(f"{dataset}: lifted from schema {before} to {SCHEMA_VERSION}; every config has the rows it had")
