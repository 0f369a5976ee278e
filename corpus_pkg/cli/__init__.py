"""The command line: parse, call, print. Heavy libraries are imported by the commands that need them."""

from __future__ import annotations

import sys

import typer

from corpus_pkg.cli.cache import cache
from corpus_pkg.cli.convert import convert
from corpus_pkg.cli.diff import diff
from corpus_pkg.cli.doctor import doctor
from corpus_pkg.cli.explain import explain
from corpus_pkg.cli.inspect import inspect
from corpus_pkg.cli.migrate import migrate
from corpus_pkg.cli.new import new
from corpus_pkg.cli.publish import publish
from corpus_pkg.cli.rehydrate import rehydrate
from corpus_pkg.cli.rules import rules
from corpus_pkg.cli.schema import schema
from corpus_pkg.cli.show import show
from corpus_pkg.cli.stats import stats
from corpus_pkg.cli.validate import validate
from corpus_pkg.errors import CorpusError, UsageError
from corpus_pkg.model.version import PIPELINE_VERSION, SCHEMA_VERSION

app = typer.Typer(
    name="corpus",
    help="An annotated news corpus as a package: raw articles in, a validated Parquet dataset out.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
for command in (
    new,
    inspect,
    convert,
    validate,
    show,
    stats,
    diff,
    migrate,
    rehydrate,
    publish,
    schema,
    rules,
    explain,
    doctor,
):
    app.command()(command)
app.add_typer(cache, name="cache")


def _version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"corpus-pkg {PIPELINE_VERSION}, schema {SCHEMA_VERSION}")
        raise typer.Exit


@app.callback()
def _options(
    version: bool = typer.Option(False, "--version", callback=_version, is_eager=True, help="Print the versions."),
) -> None:
    """Options of every command."""


def main() -> None:
    """The entry point: an error that stops a run is one clear message, never a traceback."""
    try:
        app()
    except CorpusError as error:
        typer.echo(f"corpus: {error}", err=True)
        sys.exit(2 if isinstance(error, UsageError) else 3)
    except KeyboardInterrupt:
        typer.echo("corpus: stopped; the former dataset is untouched", err=True)
        sys.exit(3)
    except BrokenPipeError:
        sys.stderr.close()
        sys.exit(0)
