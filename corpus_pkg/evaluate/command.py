"""`scripts/bench quality --gold DIR`: parse, call, print."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from corpus_pkg.errors import CorpusError, UsageError

if TYPE_CHECKING:
    from collections.abc import Mapping

    from corpus_pkg.evaluate.outcome import Outcome

app = typer.Typer(
    name="bench",
    help="Measures the pipeline.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)


@app.callback()
def _measures() -> None:
    """Keeps `quality` a command of its own, though it is the only one."""


@app.command()
def quality(
    gold: Annotated[Path, typer.Option(metavar="DIR", help="Gold sets: quotes/*.jsonl, entities/*.jsonl, ...")],
    as_json: Annotated[bool, typer.Option("--json", help="Print the figures as JSON.")] = False,
    sets: Annotated[str, typer.Option(metavar="A,B", help="Run these sets only, such as quotes/challenge.")] = "",
    errors: Annotated[Path | None, typer.Option(metavar="FILE", help="Write each error as a JSON line.")] = None,
    peers: Annotated[bool, typer.Option("--peers", help="Run other systems beside ours on quotations.")] = False,
    floors: Annotated[Path | None, typer.Option(metavar="FILE", help="Exit 1 if a figure is below its floor.")] = None,
    pin: Annotated[
        Path | None,
        typer.Option(metavar="FILE", help="Write as floors what the sets reached that FILE or --sets names."),
    ] = None,
    lower: Annotated[bool, typer.Option("--lower", help="Let --pin lower floors.")] = False,
) -> None:
    """Score the pipeline against gold.

    F1 figures and shares run from 0 to 100; words a second are of CPU time. Exits 1 if a figure is below its floor.
    """
    from corpus_pkg.evaluate import report
    from corpus_pkg.evaluate.floors import below, read_floors, refuse_unmeasured
    from corpus_pkg.evaluate.floors import pin as write_floors
    from corpus_pkg.evaluate.peers.run import MISSING, measure_peers, open_peers
    from corpus_pkg.evaluate.quality import find_sets, measure_sets

    found = find_sets(gold, [each.strip() for each in sets.split(",") if each.strip()])
    least = read_floors(floors) if floors else {}
    if floors and not sets:
        refuse_unmeasured(floors, least, found)
    outcomes = measure_sets(found, _progress)
    systems = open_peers() if peers else {}
    others = measure_peers(found, systems, _progress)
    if None in systems.values():
        typer.echo(f"bench: {MISSING}", err=True)
    typer.echo(report.as_json(outcomes, others) if as_json else report.as_text(outcomes, others))
    if errors:
        _write_errors(errors, outcomes)
    short = below(outcomes, least)
    for each in short:
        typer.echo(f"bench: {each}", err=True)
    if pin:
        write_floors(pin, outcomes, extend=bool(sets), lower=lower)
    if short:
        raise typer.Exit(1)


def _progress(name: str) -> None:
    """What is being run, on a terminal only."""
    if sys.stderr.isatty():
        typer.echo(f"running {name}", err=True)


def _write_errors(path: Path, outcomes: Mapping[str, Outcome]) -> None:
    try:
        with path.open("w", encoding="utf-8") as stream:
            for name, outcome in outcomes.items():
                for each in outcome.mistakes:
                    stream.write(json.dumps(each.as_json(name), ensure_ascii=False) + "\n")
    except OSError as error:
        raise UsageError(
            str(path), f"cannot be written: {error.strerror}", "Name a file in a folder of yours."
        ) from error


def main() -> None:
    """The entry point: an error that stops a run is one clear message, never a traceback."""
    try:
        app()
    except CorpusError as error:
        typer.echo(f"bench: {error}", err=True)
        sys.exit(2 if isinstance(error, UsageError) else 3)
    except KeyboardInterrupt:
        typer.echo("bench: stopped", err=True)
        sys.exit(3)
