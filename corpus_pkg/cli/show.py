"""`corpus show DIR ID`."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer


def show(
    dataset: Annotated[Path, typer.Argument(metavar="DIR", help="A dataset directory.")],
    own: Annotated[str, typer.Argument(metavar="ID", help="An article's id; `corpus stats DIR --ids` lists them.")],
) -> None:
    """Show an article in the terminal: annotations coloured, speakers named."""
    from rich.console import Console

    from corpus_pkg.cli.page import article_page
    from corpus_pkg.loading import load

    console = Console(highlight=False, soft_wrap=False)
    for part in article_page(load(dataset).article(own)):
        console.print(part)
