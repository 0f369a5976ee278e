"""`corpus doctor`."""

from __future__ import annotations

import json
from typing import Annotated

import typer


def doctor(as_json: Annotated[bool, typer.Option("--json", help="Print the checks as JSON.")] = False) -> None:
    """Say what is installed, verified and usable.

    Exits 1 if something that the default pipeline needs is missing or broken.
    """
    from corpus_pkg.describe.installation import inspect_installation

    checks = inspect_installation()
    if as_json:
        typer.echo(json.dumps([each.as_json() for each in checks], indent=1, ensure_ascii=False))
    else:
        for each in checks:
            typer.echo(f"{each.state:7s} {each.name:24s} {each.detail}")
            if each.mend:
                typer.echo(f"{'':32s} {each.mend}")
    if any(each.needed and each.state != "ok" for each in checks):
        raise typer.Exit(1)
