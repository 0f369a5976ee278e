"""`corpus validate PATH...`."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from corpus_pkg.findings import Severity

if TYPE_CHECKING:
    from corpus_pkg.findings import Finding
    from corpus_pkg.validate.judge import Judge
    from corpus_pkg.validate.report import Report

Format = Literal["text", "json", "jsonl", "github", "sarif", "junit", "markdown"]
_MOST_ROUNDS = 4


def validate(
    paths: Annotated[
        list[Path], typer.Argument(metavar="PATH...", help="Datasets, Parquet, JSON or JSON Lines, articles, seeds/.")
    ],
    form: Annotated[Format, typer.Option("--format", help="How findings are printed.")] = "text",
    output: Annotated[Path | None, typer.Option("--output", "-o", help="Write the report here, not to stdout.")] = None,
    select: Annotated[
        list[str] | None, typer.Option(metavar="CODE", help="Only these rules: codes, beginnings (Q, Q0), names.")
    ] = None,
    ignore: Annotated[list[str] | None, typer.Option(metavar="CODE", help="Not these rules.")] = None,
    fail_on: Annotated[Severity, typer.Option(help="The severity from which on the exit code is 1.")] = Severity.ERROR,
    strict: Annotated[bool, typer.Option("--strict", help="Warnings are errors.")] = False,
    max_findings: Annotated[
        int, typer.Option(min=0, help="Findings of one code that are printed, 0 for all; counts are exact.")
    ] = 20,
    baseline: Annotated[
        Path | None, typer.Option(metavar="FILE", help="A former JSON report: what it holds is not reported again.")
    ] = None,
    changed_only: Annotated[bool, typer.Option("--changed-only", help="Only files that git sees changed.")] = False,
    since: Annotated[
        str | None, typer.Option(metavar="REV", help="Changed since this revision; default: the pull request's base.")
    ] = None,
    fix: Annotated[bool, typer.Option("--fix", help="Mend what is mechanical in contributions, then judge.")] = False,
) -> None:
    """Prove data sound, or say exactly what is wrong: exits 1 on findings.

    Judges datasets, single Parquet files, JSON and JSON Lines records, raw articles with sidecars and reviewed
    annotations, and whole trees of them. `corpus explain CODE` says more of each finding.
    """
    from corpus_pkg.errors import UsageError
    from corpus_pkg.validate.report import FORMATS, Report, write_step_summary
    from corpus_pkg.validate.report.baseline import read_baseline

    report = Report(most=max_findings, fail_on=fail_on, judged=[str(each) for each in paths])
    changed = _changed(since) if changed_only or since else None
    chosen = (tuple(select or ()), tuple(ignore or ()))
    known = read_baseline(baseline) if baseline else None
    if fix:
        _fix(paths, changed, chosen)
    _judge_all(paths, changed, report, chosen, known, strict=strict)
    text = FORMATS[form](report)
    if output is None:
        typer.echo(text)
    else:
        try:
            output.write_text(text + "\n", "utf-8")
        except OSError as error:
            raise UsageError(str(output), f"cannot be written: {error.strerror}", "Name another file.") from error
    summary = os.environ.get("GITHUB_STEP_SUMMARY")
    if form == "github" and summary:
        write_step_summary(report, Path(summary))
    if report.failed():
        raise typer.Exit(1)


def _changed(since: str | None) -> set[Path]:
    from corpus_pkg.validate.changed import changed_files

    return changed_files(since)


def _judge(changed: set[Path] | None) -> Judge:
    import datetime as dt

    from corpus_pkg.validate.judge import Judge

    return Judge(dt.datetime.now(dt.UTC).date(), changed)


def _judge_all(
    paths: list[Path],
    changed: set[Path] | None,
    report: Report,
    chosen: tuple[tuple[str, ...], tuple[str, ...]],
    known: Counter[str] | None,
    *,
    strict: bool,
) -> None:
    """Judges all paths into the report."""
    from corpus_pkg.validate.report.baseline import unknown
    from corpus_pkg.validate.report.policy import judge as by_policy

    judge = _judge(changed)
    findings: Iterator[Finding] = (each for path in paths for each in judge.findings(path))
    counting = by_policy(
        findings, select=chosen[0], ignore=chosen[1], strict=strict, version=lambda: judge.steps.declared
    )
    report.add(counting if known is None else unknown(counting, known))
    report.steps |= dict(sorted(judge.steps.counts.items()))


def _fix(paths: list[Path], changed: set[Path] | None, chosen: tuple[tuple[str, ...], tuple[str, ...]]) -> None:
    """Applies fixes until none is left: mending one thing may show the next."""
    from corpus_pkg.validate.contribution.fixing import apply_fixes
    from corpus_pkg.validate.report.policy import judge as by_policy

    done = 0
    for _ in range(_MOST_ROUNDS):
        judge = _judge(changed)
        findings = (each for path in paths for each in judge.findings(path))
        counting = by_policy(findings, select=chosen[0], ignore=chosen[1], strict=False, version=lambda: None)
        fixed = apply_fixes(counting)
        done += fixed
        if not fixed:
            break
    typer.echo(f"{done} fixed", err=True)
