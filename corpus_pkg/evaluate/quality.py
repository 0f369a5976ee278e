"""The sets of a gold folder, each run through the part of the pipeline that it measures."""

from __future__ import annotations

from collections.abc import Callable, Collection
from functools import cache
from pathlib import Path

from corpus_pkg.annotate.entities.choice import open_finder
from corpus_pkg.annotate.parsing import open_parser
from corpus_pkg.errors import UsageError
from corpus_pkg.evaluate.outcome import Measure, Outcome, Tools
from corpus_pkg.evaluate.tasks import claims, clusters, entities, quantities, quotes, speakers, times
from corpus_pkg.model.vocabulary import Mode

TASKS: dict[str, Measure] = {
    "quotes": quotes.measure,
    "speakers": speakers.measure,
    "entities": entities.measure,
    "clusters": clusters.measure,
    "claims": claims.measure,
    "quantities": quantities.measure,
    "times": times.measure,
}
"""What measures the sets of each folder."""


def find_sets(gold: Path, wanted: Collection[str] = ()) -> dict[str, Path]:
    """The sets of a gold folder by name, such as `quotes/challenge` for DIR/quotes/challenge.jsonl.

    Args:
        gold: the folder; tasks that it has no folder for are left out.
        wanted: names of the sets to take; all where it is empty.

    Raises:
        UsageError: the folder is not there or holds no set, or a wanted set is not in it.
    """
    if not gold.is_dir():
        raise UsageError(str(gold), "no such folder", "Give the folder that holds quotes/, entities/, times/, ...")
    found = {f"{task}/{path.stem}": path for task in TASKS for path in sorted((gold / task).glob("*.jsonl"))}
    if not found:
        expected = ", ".join(f"{task}/*.jsonl" for task in TASKS)
        raise UsageError(str(gold), "the folder holds no set", f"Sets are looked for in {expected}.")
    missing = sorted(set(wanted) - set(found))
    if missing:
        raise UsageError("--sets", f"no such set: {', '.join(missing)}", f"There are {', '.join(found)}.")
    return {name: path for name, path in found.items() if not wanted or name in wanted}


_finder = cache(open_finder)
_parser = cache(open_parser)


def tools_for(mode: Mode) -> Tools:
    """What opens the default models, each once.

    Args:
        mode: whether sentences are parsed.
    """
    return Tools(_finder, _parser if mode == "full" else None)


def measure_sets(
    sets: dict[str, Path],
    progress: Callable[[str], None],
    tools: Tools | None = None,
) -> dict[str, Outcome]:
    """Runs the pipeline over sets.

    Args:
        sets: files by the sets' names.
        progress: is told each set before it is run.
        tools: what opens the models; the default ones, in the full mode, where None.

    Raises:
        UsageError: a set is not in its form.
        ModelError: the recogniser is missing or damaged.
    """
    outcomes = {}
    for name, path in sets.items():
        progress(name)
        outcomes[name] = TASKS[name.partition("/")[0]](path, tools or tools_for("full"))
    return outcomes
