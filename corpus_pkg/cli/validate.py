"""`corpus validate PATH...`."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Literal

import typer

from corpus_pkg.findings import Severity


def validate(
    paths: Annotated[list[Path], typer.Argument(metavar="PATH...", help="Dataset directories.")],
    form: Annotated[Literal["text", "json"], typer.Option("--format", help="How findings are printed.")] = "text",
    fail_on: Annotated[Severity, typer.Option(help="The severity from which on the exit code is 1.")] = Severity.ERROR,
    max_findings: Annotated[
        int, typer.Option(min=1, help="Findings of one code that are printed; counts are exact.")
    ] = 20,
) -> None:
    """Prove datasets sound, or say exactly what is wrong: exits 1 on findings."""
    from corpus_pkg.validate.dataset import validate_dataset
    from corpus_pkg.validate.report import Report

    report = Report(most=max_findings)
    for path in paths:
        report.add(validate_dataset(path))
    judged = [str(each) for each in paths]
    typer.echo(report.as_json(judged) if form == "json" else report.as_text(judged))
    if report.failed(fail_on):
        raise typer.Exit(1)
