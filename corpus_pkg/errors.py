"""What stops a run: errors that say where, what, and how to mend it."""

from __future__ import annotations


class CorpusError(Exception):
    """A run cannot go on.

    Attributes:
        where: the file, directory, option or version concerned.
        what: what is wrong with it.
        mend: what a user can do about it.
    """

    def __init__(self, where: str, what: str, mend: str) -> None:
        super().__init__(where, what, mend)
        self.where, self.what, self.mend = where, what, mend

    def __str__(self) -> str:
        return f"{self.where}: {self.what}. {self.mend}"


class UsageError(CorpusError):
    """The call itself is wrong: a path that is not there, an option with an impossible value."""


class LostWorkError(CorpusError):
    """Kept work was damaged, or removed, while a build needed it."""


class ModelError(CorpusError):
    """A recogniser is missing, or its files are not the ones that were tested."""


class DatasetError(CorpusError):
    """A directory is not a dataset that this version can read."""


class VersionMismatchError(DatasetError):
    """The dataset is of another version than the one asked for."""
