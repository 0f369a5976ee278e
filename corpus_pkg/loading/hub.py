"""A version that was published on the Hub: its files are fetched when they are needed, and each digest is proved."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeVar

from corpus_pkg.errors import DatasetError, VersionMismatchError
from corpus_pkg.loading.corpus import Corpus, opened
from corpus_pkg.store import manifest as manifest_file
from corpus_pkg.store.digest import file_sha256

PREFIX = "hub:"
_KIND = "dataset"
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class HubCorpus(Corpus):
    """A dataset on the Hub; its shards come into the client's cache when they are asked for.

    Attributes:
        repo: `NAMESPACE/NAME`.
        commit: the commit that its version stands at.
    """

    repo: str
    commit: str
    _proved: set[str] = field(default_factory=set)

    def datasets(self, config: str = "articles", **options: Any) -> Any:  # noqa: ANN401  `datasets` publishes no types
        """A config as `datasets.load_dataset` gives it, from the files of this very version, whatever is cached."""
        from datasets import load_dataset

        self._known(config)
        if options.get("streaming") and not _offline():
            return load_dataset(self.repo, config, split="train", revision=self.commit, **options)
        files = [str(each) for each in self.shards(config)]
        return load_dataset("parquet", data_files=files, split="train", **options)

    def shards(self, config: str) -> list[Path]:
        """The Parquet files of a config, in order.

        Raises:
            UsageError: the dataset has no such config.
        """
        self._known(config)
        return [self._fetched(each.path, each.sha256) for each in self.manifest.files
                if each.path.startswith(f"{config}/")]  # fmt: skip

    def _fetched(self, name: str, sha256: str) -> Path:
        path = _download(self.repo, name, self.commit)
        if name not in self._proved and file_sha256(path) != sha256:
            raise DatasetError(f"{self.repo}/{name}", "its sha256 is not the one that the manifest states",
                               "Delete it from the cache (`hf cache`), and load again.")  # fmt: skip
        self._proved.add(name)
        return path


def open_hub(repo: str, version: str | None = None, revision: str | None = None) -> HubCorpus:
    """Opens a dataset on the Hub, or in the cache where the Hub cannot be reached.

    Args:
        repo: `NAMESPACE/NAME`.
        version: the version that is wanted; None for what main holds.
        revision: a commit or branch instead of a version.

    Raises:
        DatasetError: it is not there, or no dataset of ours.
        VersionMismatchError: that version is not there, or not in the cache where the Hub cannot be reached.
    """
    wanted = revision or (f"v{version}" if version else "main")
    try:
        path = _download(repo, manifest_file.NAME, wanted)
    except VersionMismatchError:
        raise
    except DatasetError as error:
        if version is None:
            raise
        what = f"version {version} cannot be loaded: {error.what}"
        mend = "Look at the tags of the repository, or go online once to fetch it."
        raise VersionMismatchError(f"{PREFIX}{repo}", what, mend) from None
    found = opened(path.parent, version)
    return HubCorpus(found.path, found.manifest, repo, path.parent.name)


def _download(repo: str, name: str, revision: str) -> Path:
    from huggingface_hub import hf_hub_download

    return Path(_told(repo, name, lambda: hf_hub_download(repo, name, repo_type=_KIND, revision=revision)))


def _told(repo: str, name: str, call: Callable[[], T]) -> T:
    """What a call gives; what it raises as one clear error."""
    from huggingface_hub import errors

    try:
        return call()
    except errors.RevisionNotFoundError:
        raise VersionMismatchError(f"{PREFIX}{repo}", "there is no such version", "Look at its tags.") from None
    except errors.EntryNotFoundError:
        # Of an offline cache too: it holds no such file of that revision.
        raise DatasetError(f"{PREFIX}{repo}", f"{name} is not there", "Check the name, or go online once.") from None
    except (errors.HfHubHTTPError, errors.HFValidationError, OSError, ValueError) as error:
        what = " ".join(f"{type(error).__name__}: {error}".split())[:300]
        raise DatasetError(f"{PREFIX}{repo}", f"cannot be read: {what}", "Check the name and your access.") from None


def _offline() -> bool:
    from huggingface_hub import constants

    return bool(constants.is_offline_mode())
