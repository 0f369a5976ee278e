"""Opens a dataset by its directory, or by its name on the Hub."""

from __future__ import annotations

from os import PathLike
from pathlib import Path

from corpus_pkg.loading.corpus import Corpus, opened
from corpus_pkg.loading.hub import PREFIX, open_hub


def load(path: str | PathLike[str], version: str | None = None) -> Corpus:
    """Opens a dataset.

    Args:
        path: a directory, or `hub:NAMESPACE/NAME` for one that was published on the Hugging Face Hub. Of that the
            manifest is read at once and shards when they are needed; without a connection they come from the cache.
        version: the dataset version that is wanted; None for whatever is there.

    Raises:
        DatasetError: it is no dataset, or of a schema that this package does not know.
        VersionMismatchError: it is of another version than the one wanted, or that version is not to be had.
    """
    if isinstance(path, str) and path.startswith(PREFIX):
        return open_hub(path.removeprefix(PREFIX), version)
    return opened(Path(path), version)
