"""Runs the peers on the sets of their tasks."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path
from typing import TypeAlias

from corpus_pkg.evaluate.outcome import Outcome
from corpus_pkg.evaluate.peers import baseline
from corpus_pkg.evaluate.peers.dateparser_times import DateparserTimes
from corpus_pkg.evaluate.peers.quantulum_quantities import QuantulumQuantities
from corpus_pkg.evaluate.peers.recognizers import RecognizersQuantities, RecognizersTimes
from corpus_pkg.evaluate.peers.textacy_quotes import TextacyQuotes
from corpus_pkg.evaluate.tasks import quantities, quotes, times

MISSING = "{} not installed: pip install 'corpus-pkg[eval]'"
Peer: TypeAlias = Callable[[Path], Outcome]
"""Runs one peer on a set."""


def _regex() -> Peer:
    return partial(quotes.measure_system, system=baseline.find_reported)


def _textacy() -> Peer:
    return partial(quotes.measure_system, system=TextacyQuotes().find_reported)


def _quantulum() -> Peer:
    return partial(quantities.measure_system, system=QuantulumQuantities().find_quantities)


def _recognizers_quantities() -> Peer:
    return partial(quantities.measure_system, system=RecognizersQuantities().find_quantities)


def _recognizers_times() -> Peer:
    return partial(times.measure_system, system=RecognizersTimes().find_times)


def _dateparser() -> Peer:
    return partial(times.measure_system, system=DateparserTimes().find_times)


_PEERS: dict[str, dict[str, Callable[[], Peer]]] = {
    "quotes": {"regex": _regex, "textacy": _textacy},
    "quantities": {"quantulum3": _quantulum, "recognizers-text": _recognizers_quantities},
    "times": {"recognizers-text": _recognizers_times, "dateparser": _dateparser},
}


def open_peers() -> dict[str, dict[str, Peer | None]]:
    """The peers by task and name; None for one that is not installed.

    Raises:
        ModelError: the spaCy pipeline is missing or damaged.
    """
    return {task: {name: _opened(opener) for name, opener in peers.items()} for task, peers in _PEERS.items()}


def _opened(opener: Callable[[], Peer]) -> Peer | None:
    try:
        return opener()
    except ImportError:
        return None


def missing(peers: Mapping[str, Mapping[str, Peer | None]]) -> list[str]:
    """The names of the peers that are not installed."""
    return sorted({name for those in peers.values() for name, peer in those.items() if peer is None})


def measure_peers(
    sets: Mapping[str, Path], peers: Mapping[str, Mapping[str, Peer | None]], progress: Callable[[str], None]
) -> dict[str, dict[str, Outcome | None]]:
    """Runs peers over the sets of their tasks.

    Args:
        sets: files by the sets' names; those of other tasks are passed over.
        peers: what is run, by task and name.
        progress: is told each set and peer before it is run.
    """
    outcomes: dict[str, dict[str, Outcome | None]] = {}
    for name, path in sets.items():
        those = peers.get(name.partition("/")[0])
        if not those:
            continue
        outcomes[name] = {}
        for peer, run in those.items():
            progress(f"{name} by {peer}")
            outcomes[name][peer] = run(path) if run else None
    return outcomes
