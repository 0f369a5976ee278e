"""`corpus cache`: what is kept of the work of builds, and how to be rid of it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Annotated

import typer

from corpus_pkg.errors import UsageError

_UNITS = {"": 1, "K": 1000, "M": 1000**2, "G": 1000**3, "T": 1000**4}

cache = typer.Typer(help="Look at the work that builds keep, and prune it.", invoke_without_command=True)
_FOLDER = typer.Option("--cache", metavar="DIR", help="Another folder than the one that convert uses by itself.")


@cache.callback()
def show(
    context: typer.Context,
    folder: Annotated[Path | None, _FOLDER] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print the figures as JSON.")] = False,
) -> None:
    """Show where work is kept, how much, of which code, and whether any of it is damaged; prune it."""
    from corpus_pkg.convert.cache import default_cache, survey

    if context.invoked_subcommand:
        return
    place = folder or default_cache()
    found = survey(place)
    if as_json:
        typer.echo(json.dumps({"place": str(place), **found.as_json()}, indent=1))
        return
    typer.echo(f"{place}: {found.pieces:,} pieces, {found.size / 1000**2:,.1f} MB")
    typer.echo(f"of this version of the code: {found.current:,}; of others: {found.pieces - found.current:,}")
    if found.damaged:
        typer.echo(f"damaged: {found.damaged:,}; builds make them anew")


@cache.command()
def prune(
    folder: Annotated[Path | None, _FOLDER] = None,
    older_than: Annotated[
        float | None, typer.Option(min=0, metavar="DAYS", help="What no build used for so long.")
    ] = None,
    most: Annotated[
        str | None, typer.Option("--max-size", metavar="SIZE", help="Keep so much of the newest: 5G, 800M.")
    ] = None,
    everything: Annotated[bool, typer.Option("--all", help="All of it.")] = False,
) -> None:
    """Remove work of other versions of the package, and what else is asked for. No dataset is touched."""
    from corpus_pkg.convert.cache import default_cache
    from corpus_pkg.convert.cache import prune as remove

    pieces, size = remove(folder or default_cache(), older_than, _bytes(most) if most else None, everything=everything)
    typer.echo(f"removed {pieces:,} pieces, {size / 1000**2:,.1f} MB")


def _bytes(size: str) -> int:
    number, unit = size.strip().upper().removesuffix("B"), ""
    if number[-1:] in _UNITS:
        number, unit = number[:-1], number[-1:]
    try:
        return int(float(number) * _UNITS[unit])
    except (ValueError, OverflowError) as error:
        raise UsageError(f"--max-size {size}", "is no size", "For example: 5G, 800M.") from error
