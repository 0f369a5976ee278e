"""Runs the peers of each task on its sets."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from functools import partial
from pathlib import Path
from typing import TypeAlias

from corpus_pkg.evaluate.outcome import Outcome
from corpus_pkg.evaluate.peers import baseline
from corpus_pkg.evaluate.peers.dateparser_times import DateparserTimes
from corpus_pkg.evaluate.peers.quantulum3_quantities import Quantulum3Quantities
from corpus_pkg.evaluate.peers.recognizers import RecognizersQuantities, RecognizersTimes
from corpus_pkg.evaluate.peers.textacy_quotes import TextacyQuotes
from corpus_pkg.evaluate.tasks import quantities, quotes, times

Run: TypeAlias = Callable[[Path], Outcome]
"""Runs a peer on a gold file."""

Peers: TypeAlias = dict[str, dict[str, Run | None]]
"""What runs the peers, by task and name; None for one that is not installed."""

_OPENERS: dict[str, dict[str, Callable[[], Run]]] = {
    "quotes": {
        "regex": lambda: partial(quotes.measure_system, system=baseline.find_reported),
        "textacy": lambda: partial(quotes.measure_system, system=TextacyQuotes().find_reported),
    },
    "quantities": {
        "quantulum3": lambda: partial(quantities.measure_system, system=Quantulum3Quantities().find_quantities),
        "recognizers-text": lambda: partial(quantities.measure_system, system=RecognizersQuantities().find_quantities),
    },
    "times": {
        "recognizers-text": lambda: partial(times.measure_system, system=RecognizersTimes().find_times),
        "dateparser": lambda: partial(times.measure_system, system=DateparserTimes().find_times),
    },
}


def open_peers(sets: Collection[str]) -> Peers:
    """The peers of the tasks that sets belong to.

    Args:
        sets: names of sets, such as `quotes/challenge`.

    Raises:
        ModelError: the spaCy pipeline is missing or damaged.
    """
    wanted = {_task(name) for name in sets}
    return {
        task: {peer: _opened(opener) for peer, opener in openers.items()}
        for task, openers in _OPENERS.items()
        if task in wanted
    }


def missing(peers: Peers) -> list[str]:
    """What to tell of each peer that is not installed."""
    names = {peer: None for systems in peers.values() for peer, run in systems.items() if run is None}
    return [f"{peer} is not installed: pip install 'corpus-pkg[eval]'" for peer in names]


def measure_peers(
    sets: Mapping[str, Path], peers: Peers, progress: Callable[[str], None]
) -> dict[str, dict[str, Outcome | None]]:
    """Runs peers over sets.

    Args:
        sets: files by the sets' names; those of tasks without peers are passed over.
        peers: what runs the peers, by task and name.
        progress: is told each set and peer before it is run.
    """
    outcomes: dict[str, dict[str, Outcome | None]] = {}
    for name, path in sets.items():
        for peer, run in peers.get(_task(name), {}).items():
            progress(f"{name} by {peer}")
            outcomes.setdefault(name, {})[peer] = run(path) if run else None
    return outcomes


def _opened(opener: Callable[[], Run]) -> Run | None:
    try:
        return opener()
    except ImportError:
        return None


def _task(name: str) -> str:
    return name.partition("/")[0]
