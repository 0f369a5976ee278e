"""`corpus new DIR`."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer


def new(
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="A new or empty directory.")],
    name: Annotated[str | None, typer.Option(help="The dataset's name. Default: made of the directory's.")] = None,
    license_id: Annotated[
        str, typer.Option("--license", metavar="SPDX", help="SPDX identifier of the data's licence.")
    ] = "CC0-1.0",
    title: Annotated[str | None, typer.Option(help="A readable title. Default: made of the name.")] = None,
) -> None:
    """Begin a dataset of your own: sample articles, documents, checks for contributors."""
    from corpus_pkg.describe.project import project_files, project_name, write_project

    contents = project_files(project_name(folder) if name is None else name, title=title, license_id=license_id)
    write_project(folder, contents)
    for path in contents:
        typer.echo(folder / path)
    typer.echo(f"\nNext: cd {folder}, corpus validate seeds, corpus convert seeds -o data, corpus validate data")
