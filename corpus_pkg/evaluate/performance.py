"""`scripts/bench throughput`, `beside`, `scaling`, `memory`, `increments`, `crashes`: parse, measure, print, keep."""

from __future__ import annotations

import json
import sys
from dataclasses import asdict, is_dataclass
from importlib.util import find_spec
from pathlib import Path
from typing import Annotated, Any

import typer

performance = typer.Typer()
_JSON = typer.Option("--json", help="Print the figures as JSON.")
_KEEP = typer.Option("--keep", metavar="FILE", help="Keep the figures in a JSON file, beside those of other measures.")
_NER = typer.Option(help="The recogniser, as `corpus convert` takes it.")


@performance.command()
def throughput(
    articles: Annotated[int, typer.Option(min=50, help="Articles of our own making.")] = 1000,
    rounds: Annotated[int, typer.Option(min=1, help="How often each is run.")] = 5,
    as_json: Annotated[bool, _JSON] = False,
    keep: Annotated[Path | None, _KEEP] = None,
) -> None:
    """Time whole conversions beside the bare pipelines of spaCy: words a CPU second, and ratios."""
    from corpus_pkg.evaluate.throughput import measure

    _tell("throughput", measure(articles, rounds, _progress), as_json=as_json, keep=keep)


@performance.command()
def beside(
    articles: Annotated[int, typer.Option(min=10, help="Articles of our own making.")] = 60,
    rounds: Annotated[int, typer.Option(min=1, help="How often each is run.")] = 5,
    as_json: Annotated[bool, _JSON] = False,
    keep: Annotated[Path | None, _KEEP] = None,
) -> None:
    """Time whole conversions beside those that users of textacy, quantulum3 and datatrove would write."""
    from corpus_pkg.evaluate.beside import measure

    try:
        found = measure(articles, rounds, _progress)
    except ImportError as error:
        typer.echo(f"error: {error.name} is not installed: pip install 'corpus-pkg[eval]'", err=True)
        raise typer.Exit(2) from error
    _tell("beside", found, as_json=as_json, keep=keep)


@performance.command()
def scaling(
    articles: Annotated[int, typer.Option(min=50, help="Articles of our own making.")] = 1000,
    rounds: Annotated[int, typer.Option(min=1, help="How often each is run.")] = 5,
    ner: Annotated[str, _NER] = "default",
    as_json: Annotated[bool, _JSON] = False,
    keep: Annotated[Path | None, _KEEP] = None,
) -> None:
    """Time two workers beside one, and Dask, where it is installed, beside two."""
    from corpus_pkg.evaluate.scaling import measure

    found = measure(articles, rounds, ner, _progress, dask=find_spec("distributed") is not None)
    _tell("scaling", found, as_json=as_json, keep=keep)


@performance.command()
def memory(
    sizes: Annotated[str, typer.Option(metavar="N,M", help="Numbers of articles of our own making.")] = "10000,100000",
    ner: Annotated[str, _NER] = "none",
    as_json: Annotated[bool, _JSON] = False,
    keep: Annotated[Path | None, _KEEP] = None,
) -> None:
    """Measure the peak memory of conversions as the corpus grows."""
    from corpus_pkg.evaluate.memory import measure

    found = measure([int(each) for each in sizes.split(",")], ner, _progress)
    _tell("memory", {f"{each.articles}": asdict(each) for each in found}, as_json=as_json, keep=keep)


@performance.command()
def increments(
    articles: Annotated[int, typer.Option(min=50, help="Articles of the dataset before.")] = 10_000,
    rounds: Annotated[int, typer.Option(min=1, help="How often one is added.")] = 5,
    ner: Annotated[str, _NER] = "default",
    as_json: Annotated[bool, _JSON] = False,
    keep: Annotated[Path | None, _KEEP] = None,
) -> None:
    """Time a build with one article more beside the build of all, and count the shards that change."""
    from corpus_pkg.evaluate.increments import measure

    _tell("increments", measure(articles, rounds, ner, _progress), as_json=as_json, keep=keep)


@performance.command()
def crashes(
    articles: Annotated[int, typer.Option(min=50, help="Articles that are converted each time.")] = 200,
    kills: Annotated[int, typer.Option(min=1, help="How often the process is killed, and how often a worker.")] = 100,
    seed: Annotated[int, typer.Option(help="Of the moments.")] = 0,
    as_json: Annotated[bool, _JSON] = False,
    keep: Annotated[Path | None, _KEEP] = None,
) -> None:
    """Kill conversions at random moments, run them again, and compare every byte. Exits 1 if one differs."""
    from corpus_pkg.evaluate.crashes import measure

    parents, workers = measure(articles, kills, seed, _progress)
    _tell("crashes", {"process": asdict(parents), "worker": asdict(workers)}, as_json=as_json, keep=keep)
    if any(each.same < kills or each.whole < kills for each in (parents, workers)):
        raise typer.Exit(1)


def _tell(name: str, found: Any, *, as_json: bool, keep: Path | None) -> None:  # noqa: ANN401  any figures
    """Prints figures, and keeps them."""
    from corpus_pkg.evaluate.conversions import machine

    figures = {
        "machine": machine(),
        **(asdict(found) if is_dataclass(found) and not isinstance(found, type) else found),
    }
    if keep:
        known = json.loads(keep.read_text("utf-8")) if keep.exists() else {}
        keep.write_text(json.dumps(known | {name: figures}, indent=1, sort_keys=True) + "\n", "utf-8")
    typer.echo(json.dumps(figures, indent=1) if as_json else "\n".join(_lines("", figures)))


def _lines(path: str, value: Any) -> list[str]:  # noqa: ANN401  any figures
    """Figures by their path, a line each; a spread as its median with its ends."""
    if isinstance(value, dict) and set(value) == {"median", "least", "most", "rounds"}:
        ends = f"({_number(value['least'])} to {_number(value['most'])}, {value['rounds']} rounds)"
        return [f"{path:44s} {_number(value['median'])} {ends}"]
    if isinstance(value, dict):
        return [line for key, each in value.items() for line in _lines(f"{path}, {key}" if path else key, each)]
    return [f"{path:44s} {_number(value) if isinstance(value, float) else value}"]


def _number(value: float) -> str:
    return f"{value:,.0f}" if abs(value) >= 100 else f"{value:.3g}"  # noqa: PLR2004  three digits


def _progress(name: str) -> None:
    """What is being run, on a terminal only."""
    if sys.stderr.isatty():
        typer.echo(f"running {name}", err=True)
