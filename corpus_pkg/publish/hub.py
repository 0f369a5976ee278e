"""The Hub, as far as a release needs it: read a repository, commit once, tag. No error tells the token."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

from corpus_pkg.errors import CorpusError, UsageError
from corpus_pkg.model.manifest import Manifest
from corpus_pkg.model.rows import from_row
from corpus_pkg.publish.plan import Plan
from corpus_pkg.publish.state import File, Local, Remote
from corpus_pkg.store import manifest as manifest_file

KIND = "dataset"
_STALE, _CONFLICT, _UNKNOWN, _FORBIDDEN = 412, 409, 401, 403
_SERVER = range(500, 600)
T = TypeVar("T")


class StaleError(Exception):
    """Somebody else committed since the repository was read."""


class UncertainError(Exception):
    """The server did not answer: whether it did what was asked is not known."""


class TagThereError(Exception):
    """The tag is there already."""


class Hub:
    """One dataset repository.

    Args:
        repo: `NAMESPACE/NAME`.
        endpoint: another server than the Hub's own.

    Raises:
        UsageError: the name is none.
    """

    def __init__(self, repo: str, endpoint: str | None = None) -> None:
        from huggingface_hub import HfApi
        from huggingface_hub.errors import HFValidationError
        from huggingface_hub.utils._validators import validate_repo_id

        try:
            validate_repo_id(repo)
        except HFValidationError as error:
            raise UsageError(repo, f"is no name of a repository: {error}", "Name it NAMESPACE/NAME.") from None
        if repo.count("/") != 1:
            raise UsageError(repo, "names no owner", "Name it NAMESPACE/NAME.")
        self.repo = repo
        self._api: Any = HfApi(endpoint=endpoint)

    def read(self, revision: str = "main") -> Remote | None:
        """What is there; None where there is no repository.

        Args:
            revision: a branch, tag or commit.
        """
        from huggingface_hub.errors import RepositoryNotFoundError

        try:
            info = self._ask(lambda: self._api.repo_info(self.repo, repo_type=KIND, revision=revision))
        except RepositoryNotFoundError:
            return None
        refs = self._ask(lambda: self._api.list_repo_refs(self.repo, repo_type=KIND))
        tree = self._ask(lambda: list(self._api.list_repo_tree(self.repo, recursive=True, revision=info.sha,
                                                               repo_type=KIND)))  # fmt: skip
        large = {each.path: File(each.size, each.lfs.sha256) for each in tree if getattr(each, "lfs", None)}
        small = [each for each in tree if hasattr(each, "size") and each.path not in large]
        files = large | {each.path: File(each.size, self._digest(each.path, info.sha)) for each in small}
        content = self._content(manifest_file.NAME, info.sha) if manifest_file.NAME in files else None
        tags = {each.name: each.target_commit for each in refs.tags}
        return Remote(info.sha, tags, files, content, _manifest(content))

    def fetch(self, name: str, revision: str) -> Path:
        """A file of a revision, in the client's own cache."""
        found: str = self._ask(lambda: self._api.hf_hub_download(self.repo, name, repo_type=KIND, revision=revision))
        return Path(found)

    def create(self) -> None:
        """Makes the repository, if there is none."""
        self._ask(lambda: self._api.create_repo(self.repo, repo_type=KIND, exist_ok=True))

    def commit(self, plan: Plan, local: Local, message: str, *, request: bool = False) -> Any:  # noqa: ANN401  untyped
        """Everything that a plan sends and deletes, in one commit on the parent that it was made for.

        Args:
            plan: the plan.
            local: where the files lie.
            message: of the commit.
            request: open a pull request instead of committing to main.

        Raises:
            StaleError: main has moved.
            TagThereError: the Hub saw a conflict.
            UncertainError: whether it was done is not known.
        """
        from huggingface_hub import CommitOperationAdd, CommitOperationDelete

        operations: list[Any] = [CommitOperationAdd(name, str(local.folder / name)) for name in plan.send]
        operations += [CommitOperationDelete(name) for name in plan.delete]
        return self._change(lambda: self._api.create_commit(
            self.repo, operations, commit_message=message, repo_type=KIND, revision="main", parent_commit=plan.parent,
            create_pr=request,
        ))  # fmt: skip

    def tag(self, name: str, commit: str) -> None:
        """Puts a tag on a commit.

        Raises:
            TagThereError: there is one of this name.
            UncertainError: whether it was done is not known.
        """
        self._change(lambda: self._api.create_tag(self.repo, tag=name, revision=commit, repo_type=KIND))

    def _digest(self, name: str, revision: str) -> str | None:
        import hashlib

        return hashlib.sha256(self._content(name, revision)).hexdigest()

    def _content(self, name: str, revision: str) -> bytes:
        return self.fetch(name, revision).read_bytes()

    def _ask(self, call: Callable[[], T]) -> T:
        from huggingface_hub.errors import RepositoryNotFoundError

        try:
            return call()
        except RepositoryNotFoundError:
            raise
        except Exception as error:  # noqa: BLE001  the client raises errors of several libraries
            raise CorpusError(self.repo, f"the Hub cannot be read: {_told(error)}", _mend(error)) from None

    def _change(self, call: Callable[[], T]) -> T:
        try:
            return call()
        except Exception as error:  # noqa: BLE001  the client raises errors of several libraries
            status = _status(error)
            if status == _STALE:
                raise StaleError from None
            if status == _CONFLICT:
                raise TagThereError from None
            if status is None or status in _SERVER:
                raise UncertainError(_told(error)) from None
            raise CorpusError(self.repo, f"the Hub refused: {_told(error)}", _mend(error)) from None


def _manifest(content: bytes | None) -> Manifest | None:
    if content is None:
        return None
    try:
        manifest: Manifest = from_row(Manifest, manifest_file.parse(content.decode("utf-8")))
    except (ValueError, KeyError, TypeError, AttributeError):
        return None
    return manifest


def _status(error: Exception) -> int | None:
    """The status of an answer; None where there was none."""
    return getattr(getattr(error, "response", None), "status_code", None)


def _told(error: Exception) -> str:
    """What went wrong, in one line, without what opens the Hub."""
    from huggingface_hub import get_token

    words = " ".join(f"{type(error).__name__}: {error}".split())[:500]
    token = get_token()
    return words.replace(token, "***") if token else words


def _mend(error: Exception) -> str:
    if _status(error) in {_UNKNOWN, _FORBIDDEN}:
        return "Log in with `hf auth login`, or set HF_TOKEN to a token that may write to the repository."
    return "Try again."
