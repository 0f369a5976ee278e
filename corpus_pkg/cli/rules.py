"""`corpus rules`."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import Annotated

import typer


def rules(
    as_json: Annotated[bool, typer.Option("--json", help="Print the whole registry as JSON.")] = False,
) -> None:
    """List every rule: code, severity, name, what it asks for."""
    from corpus_pkg.findings.registry import RULES

    if as_json:
        typer.echo(json.dumps([asdict(each) for each in RULES.values()], indent=1, ensure_ascii=False))
        return
    for each in RULES.values():
        typer.echo(f"{each.code}  {each.severity:7s} {each.name:30s} {each.what}")
