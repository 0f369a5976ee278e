"""`corpus convert SRC... -o DIR`."""

from __future__ import annotations

import json
import os
from dataclasses import asdict
from itertools import chain, islice
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from corpus_pkg.errors import CorpusError

if TYPE_CHECKING:
    from corpus_pkg.convert.build import Built
    from corpus_pkg.model.manifest import Manifest, Units

_MOST_SHOWN = 20


def convert(
    sources: Annotated[
        list[str],
        typer.Argument(metavar="SRC...", help="Files, folders, globs, addresses (s3://...); - for standard input."),
    ],
    output: Annotated[Path, typer.Option("--output", "-o", help="The dataset directory to make or replace.")],
    ner: Annotated[str, typer.Option(help="default, none, spacy:NAME_OR_PATH, or a plugin's name.")] = "default",
    gazetteer: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Names of your own: CSV with name, type, aliases, ...")
    ] = None,
    mode: Annotated[
        Literal["full", "fast"], typer.Option(help="full parses the sentences in which it pays, fast none.")
    ] = "full",
    scores: Annotated[
        bool, typer.Option("--scores", help="Take results of matches and votes (3-1) for claims too.")
    ] = False,
    workers: Annotated[
        int | None, typer.Option(min=1, help="Processes; the bytes do not depend on it. Default: one a core.")
    ] = None,
    dask: Annotated[
        str | None, typer.Option(metavar="ADDRESS", help="A Dask scheduler's address, or local:N for N processes.")
    ] = None,
    cache: Annotated[
        str | None, typer.Option(metavar="DIR", help="Where work is kept for the next build: a folder or an address.")
    ] = None,
    no_cache: Annotated[bool, typer.Option("--no-cache", help="Keep no work, and use none.")] = False,
    settings: Annotated[Path | None, typer.Option(help="corpus.toml, if not in the source folder.")] = None,
    version: Annotated[
        str | None, typer.Option("--dataset-version", metavar="X.Y.Z", help="Instead of the one in corpus.toml.")
    ] = None,
    withhold: Annotated[
        bool, typer.Option("--withhold-text", help="Leave out the text of articles that may not be passed on.")
    ] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Print the outcome as JSON.")] = False,
) -> None:
    """Convert raw articles into a dataset that load_dataset opens.

    Exits 1 if something could not be converted; rejects.jsonl in the dataset lists it.
    """
    from corpus_pkg.cli.progress import bar
    from corpus_pkg.convert.build import Options, build
    from corpus_pkg.convert.cache import kept_at
    from corpus_pkg.describe.card import card_document, hand_written
    from corpus_pkg.describe.croissant import croissant_document
    from corpus_pkg.intake.files import CHANGELOG
    from corpus_pkg.validate.columns.row import corrected_findings

    place = None if no_cache else cache or _usual_cache()
    card = card_document(hand_written(sources), hand_written(sources, CHANGELOG), kept_at(place) if place else None)
    try:
        with bar() as progress:
            options = Options(
                ner=ner, gazetteer=gazetteer, mode=mode, scores=scores, workers=workers, settings=settings,
                documents=(card, croissant_document), progress=progress, judge=corrected_findings, withhold=withhold,
                version=version, dask=dask, cache=place,
            )  # fmt: skip
            built = build(sources, output, options)
    except KeyboardInterrupt:
        kept = "nothing of it is kept" if no_cache else "what was done is kept: run it again, and it goes on"
        raise CorpusError("stopped", "the former dataset is untouched", f"As for this build, {kept}.") from None
    typer.echo(_json(built, output) if as_json else _text(built, output))
    if built.ledger.failed or built.manifest is None:
        raise typer.Exit(1)


def _usual_cache() -> Path | str | None:
    """Where work is kept if nobody says otherwise; a home that cannot be written to stops no build."""
    from corpus_pkg.convert.cache import VARIABLE, default_cache, unusable

    place = default_cache()
    reason = None if os.environ.get(VARIABLE) else unusable(place)
    if reason is None:
        return place
    typer.echo(
        f"corpus: nothing is kept for the next build: {place}: {reason}; --cache DIR names another place", err=True
    )
    return None


def _text(built: Built, output: Path) -> str:
    found = chain(built.ledger.rejected, built.ledger.doubted)
    lines = [f"{each.place}: {each.severity} {each.rule.code} {each.rule.name}: {each.message}"
             for each in islice(found, _MOST_SHOWN)]  # fmt: skip
    more = len(built.ledger.rejected) + len(built.ledger.doubted) - len(lines)
    lines += [f"... and {more} more; rejects.jsonl lists what was rejected"] if more else []
    if built.manifest is None:
        lines.append(f"{output}: not written: there is no article to write; what was there before is untouched")
    else:
        counts = ", ".join(f"{each.rows:,} {each.name}" for each in built.manifest.configs)
        lines += [_law(built.manifest.units), *_unwritten(built.manifest), f"{output}: {counts}"]
    return "\n".join(lines)


def _unwritten(manifest: Manifest) -> list[str]:
    from corpus_pkg.describe.croissant import unstated

    missing = ", ".join(unstated(manifest))
    return [f"croissant.json: not written: corpus.toml does not state {missing}"] if missing else []


def _law(units: Units) -> str:
    """What became of what came in: the law that every build proves."""
    return (f"{units.read:,} units in = {units.records:,} records + {units.refused:,} rejected or passed over + "
            f"{units.tombstones:,} taken down")  # fmt: skip


def _json(built: Built, output: Path) -> str:
    manifest, ledger = built.manifest, built.ledger
    value = {
        "output": str(output) if manifest else None,
        "rows": {each.name: each.rows for each in manifest.configs} if manifest else {},
        "content_sha256": {each.name: each.content_sha256 for each in manifest.configs} if manifest else {},
        "units": asdict(manifest.units) if manifest else None,
        "rejected": [each.as_json() for each in ledger.rejected],
        "doubted": [each.as_json() for each in ledger.doubted],
        "repaired": dict(sorted(ledger.repairs.items())),
    }
    return json.dumps(value, indent=1, ensure_ascii=False)
