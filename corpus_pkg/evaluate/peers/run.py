"""Runs the peers on sets of quotations."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

from corpus_pkg.evaluate.outcome import Outcome
from corpus_pkg.evaluate.peers import baseline
from corpus_pkg.evaluate.peers.textacy_quotes import TextacyQuotes
from corpus_pkg.evaluate.tasks.quotes import System, measure_system

MISSING = "textacy is not installed: pip install 'corpus-pkg[eval]'"


def open_peers() -> dict[str, System | None]:
    """The peers by name; None for one that is not installed.

    Raises:
        ModelError: the spaCy pipeline is missing or damaged.
    """
    try:
        textacy: System | None = TextacyQuotes().find_reported
    except ImportError:
        textacy = None
    return {"regex": baseline.find_reported, "textacy": textacy}


def measure_peers(
    sets: Mapping[str, Path], peers: Mapping[str, System | None], progress: Callable[[str], None]
) -> dict[str, dict[str, Outcome | None]]:
    """Runs peers over the sets of quotations.

    Args:
        sets: files by the sets' names; those of other tasks are passed over.
        peers: what finds reported speech, by name.
        progress: is told each set and peer before it is run.
    """
    outcomes: dict[str, dict[str, Outcome | None]] = {}
    for name, path in sets.items():
        if not name.startswith("quotes/"):
            continue
        outcomes[name] = {}
        for peer, system in peers.items():
            progress(f"{name} by {peer}")
            outcomes[name][peer] = measure_system(path, system) if system else None
    return outcomes
