"""`corpus explain CODE`."""

from __future__ import annotations

from typing import Annotated

import typer


def explain(code: Annotated[str, typer.Argument(metavar="CODE", help="A code such as Q003, or its name.")]) -> None:
    """Explain a rule: what it asks for, why, how to mend a breach, an example that breaks it and a sound one."""
    from corpus_pkg.errors import UsageError
    from corpus_pkg.findings.registry import rule

    found = rule(code)
    if found is None:
        raise UsageError(code, "is no rule", "`corpus rules` lists them all.")
    typer.echo(f"{found.code} {found.name} ({found.severity}, since {found.since})\n")
    typer.echo(f"What:  {found.what}\nWhy:   {found.why}\nMend:  {found.mend}\n")
    typer.echo(f"Wrong: {found.bad}\nSound: {found.good}")
