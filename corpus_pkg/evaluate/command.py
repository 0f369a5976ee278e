"""`scripts/bench`: `quality`, `speed`, `release`, `intake`, `validate`, `faults`, `fuzz` and `performance`'s own."""

from __future__ import annotations

import json
import sys
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from corpus_pkg.errors import CorpusError, UsageError
from corpus_pkg.evaluate.conversions import machine
from corpus_pkg.evaluate.performance import performance

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from corpus_pkg.evaluate.outcome import Outcome
    from corpus_pkg.evaluate.speed import Pace
    from corpus_pkg.findings import Finding

app = typer.Typer(
    name="bench",
    help="Measures the pipeline.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
app.registered_commands += performance.registered_commands


@app.command()
def quality(
    gold: Annotated[Path, typer.Option(metavar="DIR", help="Gold sets: quotes/*.jsonl, entities/*.jsonl, ...")],
    as_json: Annotated[bool, typer.Option("--json", help="Print the figures as JSON.")] = False,
    sets: Annotated[str, typer.Option(metavar="A,B", help="Run these sets only, such as quotes/challenge.")] = "",
    mode: Annotated[
        Literal["full", "fast"], typer.Option(help="full parses the sentences in which it pays, fast none.")
    ] = "full",
    errors: Annotated[Path | None, typer.Option(metavar="FILE", help="Write each error as a JSON line.")] = None,
    peers: Annotated[bool, typer.Option("--peers", help="Run other systems beside ours, where there are.")] = False,
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
    from corpus_pkg.evaluate.peers.run import measure_peers, missing, open_peers
    from corpus_pkg.evaluate.quality import find_sets, measure_sets, tools_for

    found = find_sets(gold, [each.strip() for each in sets.split(",") if each.strip()])
    least = read_floors(floors) if floors else {}
    if floors and not sets:
        refuse_unmeasured(floors, least, found)
    outcomes = measure_sets(found, _progress, tools_for(mode))
    systems = open_peers(found) if peers else {}
    others = measure_peers(found, systems, _progress)
    for each in missing(systems):
        typer.echo(f"bench: {each}", err=True)
    typer.echo(report.as_json(outcomes, others) if as_json else _on_this(report.as_text(outcomes, others)))
    if errors:
        _write_errors(errors, outcomes)
    short = below(outcomes, least)
    for each in short:
        typer.echo(f"bench: {each}", err=True)
    if pin:
        write_floors(pin, outcomes, extend=bool(sets), lower=lower)
    if short:
        raise typer.Exit(1)


@app.command()
def speed(
    sources: Annotated[list[Path], typer.Argument(metavar="SRC...", help="Articles, as `corpus convert` takes them.")],
    rounds: Annotated[int, typer.Option(min=1, help="How often each is run.")] = 3,
    most: Annotated[int, typer.Option("--most", min=1, help="Take so many articles only.")] = 1000,
    as_json: Annotated[bool, typer.Option("--json", help="Print the figures as JSON.")] = False,
) -> None:
    """Time entities and claims beside the bare pipeline of spaCy: words and sentences a CPU second, and their ratio."""
    from corpus_pkg.evaluate.speed import measure_claims, measure_entities
    from corpus_pkg.evaluate.texts import read_texts

    texts = read_texts(sources, most)
    paces, claimed = measure_entities(texts, rounds, _progress), measure_claims(texts, rounds, _progress)
    if as_json:
        typer.echo(json.dumps({each.corpus: asdict(each) for each in (*paces, *claimed)}, indent=1))
        return
    typer.echo(machine())
    _table("entities stage", "words", paces)
    _table("claims and dates", "sentences", claimed)


@app.command()
def validate(
    sources: Annotated[list[Path], typer.Argument(metavar="SRC...", help="Articles, as `corpus convert` takes them.")],
    records: Annotated[int, typer.Option(min=100, help="Records of about 12 kB that are judged in a round.")] = 5000,
    rounds: Annotated[int, typer.Option(min=1, help="How often each is run.")] = 5,
    memory: Annotated[bool, typer.Option("--memory", help="Measure memory over 10,000 and 100,000 too.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Print the figures as JSON.")] = False,
) -> None:
    """Time the validator beside `jsonschema` and a bare scan: records a CPU second, and their ratio."""
    from corpus_pkg.evaluate.validation import as_text, measure

    figures = measure(sources, records, rounds, memory=memory)
    typer.echo(json.dumps(asdict(figures), indent=1) if as_json else as_text(figures))


@app.command()
def intake(
    pages: Annotated[Path | None, typer.Option(metavar="DIR", help="Gold pages: pages.jsonl and its files.")] = None,
    wires: Annotated[Path | None, typer.Option(metavar="FILE", help="Wires with title, dateline, date, text.")] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print the figures as JSON.")] = False,
) -> None:
    """Score what is read of pages, beside other extractors, and of wires; figures run from 0 to 1."""
    from corpus_pkg.evaluate.pages import measure_pages, read_pages
    from corpus_pkg.evaluate.wires import measure_wires

    scores, missing = measure_pages(list(read_pages(pages)), _progress) if pages else ([], [])
    figures = {each.system: each.figures() for each in scores}
    if wires:
        figures["wires"] = measure_wires(wires)
    for name in missing:
        typer.echo(f"bench: {name} is not installed", err=True)
    if as_json:
        typer.echo(json.dumps(figures, indent=1))
        return
    for system, found in figures.items():
        typer.echo(f"{system:12s} " + "  ".join(f"{name} {figure:.4g}" for name, figure in found.items()))


@app.command()
def release(
    sources: Annotated[list[Path], typer.Argument(metavar="SRC...", help="Articles, as `corpus convert` takes them.")],
    articles: Annotated[int, typer.Option(min=1000, help="Articles of the dataset.")] = 20_000,
    seed: Annotated[int, typer.Option(help="Of the places that change.")] = 0,
    as_json: Annotated[bool, typer.Option("--json", help="Print the figures as JSON.")] = False,
) -> None:
    """Measure what a Xet storage, as the Hub has, stores anew for the next release, beside other writers."""
    from corpus_pkg.evaluate.release import as_text, measure

    figures = measure(sources, articles, seed, _progress)
    typer.echo(json.dumps([asdict(each) for each in figures], indent=1) if as_json else _on_this(as_text(figures)))


@app.command()
def faults(
    dataset: Annotated[Path, typer.Argument(metavar="DIR", help="A sound dataset.")] = Path("data"),
    times: Annotated[int, typer.Option(min=1, help="How often each fault is planted.")] = 50,
    seed: Annotated[int, typer.Option(help="Of the places.")] = 0,
    sound: Annotated[int, typer.Option(min=0, help="Sound records that must have no finding.")] = 10_000,
) -> None:
    """Plant faults at random places, and count those that are found with their code at their place.

    Exits 1 if one was missed, or if something was found in a sound record.
    """
    import tempfile

    from corpus_pkg.evaluate.faults.run import mutate
    from corpus_pkg.evaluate.faults.run_files import mutate_files
    from corpus_pkg.evaluate.faults.sound import findings, made, paragraphs
    from corpus_pkg.loading import load
    from corpus_pkg.model.rows import to_row

    tallies = [*mutate([to_row(each) for each in load(dataset)], times, seed), *mutate_files(dataset, times, seed)]
    for each in tallies:
        if each.caught < each.done or not each.done:
            typer.echo(f"{each.code} {each.name}: {each.caught} of {each.done}")
            typer.echo("".join(f"    {line}\n" for line in each.missed), nl=False)
    done, caught = sum(each.done for each in tallies), sum(each.caught for each in tallies)
    codes = len({each.code for each in tallies})
    typer.echo(f"{len(tallies)} ways over {codes} codes: {caught:,} of {done:,} caught, with code and place")
    found: list[Finding] = []
    if sound:
        with tempfile.TemporaryDirectory() as folder:
            found = findings(made(paragraphs(dataset), sound, seed, Path(folder)))
        typer.echo(f"{len(found)} findings in {sound:,} sound records")
        for finding in found[:10]:
            typer.echo(f"    {finding.rule.code} {finding.place} {finding.message}")
    if caught < done or found or not all(each.done for each in tallies):
        raise typer.Exit(1)


@app.command()
def fuzz(
    minutes: Annotated[float, typer.Option(min=0.1, help="For all targets together.")] = 10,
    crashes: Annotated[
        Path | None, typer.Option(metavar="DIR", help="Keep here what fails; default: a new folder.")
    ] = None,
    targets: Annotated[str, typer.Option(metavar="A,B", help="Fuzz these only, such as sidecar,parquet.")] = "",
) -> None:
    """Feed every reader of `corpus validate` with bytes that coverage leads to. Exits 1 if an input raises or hangs."""
    import tempfile

    from corpus_pkg.evaluate.fuzz.run import as_text, need_atheris
    from corpus_pkg.evaluate.fuzz.run import fuzz as run
    from corpus_pkg.evaluate.fuzz.targets import TARGETS

    need_atheris()
    chosen = [each.strip() for each in targets.split(",") if each.strip()] or list(TARGETS)
    unknown = [each for each in chosen if each not in TARGETS]
    if unknown:
        raise UsageError(", ".join(unknown), "is no target", f"Targets are {', '.join(TARGETS)}.")
    folder = crashes or Path(tempfile.mkdtemp(prefix="fuzz-"))
    typer.echo(f"crashes are kept in {folder}")
    outcomes = run(chosen, minutes, folder.resolve(), _progress)
    typer.echo(as_text(outcomes))
    if any(each.crashes for each in outcomes):
        raise typer.Exit(1)


def _on_this(figures: str) -> str:
    """Figures under the name of the machine that they were measured on."""
    return f"{machine()}\n{figures}"


def _table(stage: str, counted: str, paces: Sequence[Pace]) -> None:
    typer.echo(f"{stage:18s} {counted:>9s} {'ours /s':>9s} {'bare /s':>9s} {'ratio':>6s}")
    for each in paces:
        typer.echo(f"{each.corpus:18s} {each.words:9,} {each.ours:9,.0f} {each.bare:9,.0f} {each.ratio:6.2f}")


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
