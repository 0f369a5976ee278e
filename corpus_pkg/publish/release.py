"""A release carried out: proved here, planned, committed once, tagged, and proved there."""

from __future__ import annotations

import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from corpus_pkg.describe.diff import Diff, diff
from corpus_pkg.errors import CorpusError
from corpus_pkg.findings import Finding, Severity
from corpus_pkg.loading import load
from corpus_pkg.loading.hub import open_hub
from corpus_pkg.publish.hub import Hub, StaleError, TagThereError, UncertainError
from corpus_pkg.publish.plan import Plan, Refusal, plan_release
from corpus_pkg.publish.secrets import secrets
from corpus_pkg.publish.state import Local, Remote, read_local
from corpus_pkg.publish.version import Version
from corpus_pkg.validate.judge import validate

_ATTEMPTS, _PAUSE = 5, 0.5
Say = Callable[[str], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """What is asked for besides the release itself.

    Attributes:
        dry_run: stop before the commit.
        request: open a pull request instead of committing to main.
        resume: finish a release that was committed and lacks its tag.
    """

    dry_run: bool = False
    request: bool = False
    resume: bool = False


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of it.

    Attributes:
        findings: why the dataset is not sound; nothing else was done then.
        plan: what was decided; None where the dataset is not sound.
        changes: what changes for readers; None for a first release.
        commit: the commit that was made, or found; None where none was.
        request: the address of the pull request, if one was opened.
        proved: whether what the tag gives was loaded and compared.
    """

    findings: list[Finding]
    plan: Plan | None = None
    changes: Diff | None = None
    commit: str | None = None
    request: str | None = None
    proved: bool = False


def release(folder: Path, hub: Hub, version: Version, wish: Wish, say: Say) -> Outcome:
    """Publishes a dataset directory as a version, or says why not; main never shows half of it.

    Args:
        folder: the dataset.
        hub: where.
        version: which.
        wish: what else is asked for.
        say: told each step.

    Raises:
        DatasetError: it is no dataset.
        CorpusError: the Hub cannot be read or refuses; what to do then is said.
    """
    local = read_local(folder)
    say("validating")
    findings = [each for each in validate(folder) if each.severity is Severity.ERROR]
    if findings:
        return Outcome(findings)
    found = [Refusal(f"{name} holds what looks like {kind}", "Take it out, and make it void where it was issued.")
             for name, kind in secrets(folder, sorted(local.files))]  # fmt: skip
    found += _withheld(folder)
    say("loading it back here")
    _load_here(local)
    return _Release(local, hub, version, wish, tuple(found), say).carry_out()


def _withheld(folder: Path) -> list[Refusal]:
    """Articles that nothing allows to pass on: where that is not known, the text stays at home."""
    rows = load(folder).arrow("articles", ["rights", "text"])
    rights = rows.filter(rows.column("text").is_valid()).column("rights").to_pylist()
    closed = sum(each is not None and each["redistributable"] is False for each in rights)
    unknown = sum(each is None or each["redistributable"] is None for each in rights)
    if not closed + unknown:
        return []
    return [Refusal(f"{closed:,} articles may not be passed on, and of {unknown:,} nobody says whether they may",
                    "State their rights in a sidecar or in [rights] of corpus.toml, leave them out, or build with "
                    "--withhold-text.")]  # fmt: skip


@dataclass(slots=True)
class _Release:
    """A release on its way."""

    local: Local
    hub: Hub
    version: Version
    wish: Wish
    found: tuple[Refusal, ...]
    say: Say
    # Whether a commit was sent whose outcome is not known.
    tried: bool = False

    def carry_out(self) -> Outcome:
        for attempt in range(_ATTEMPTS):
            remote = self.hub.read()
            plan, changes = self._plan(remote)
            if plan.refusals or plan.kind == "nothing" or self.wish.dry_run:
                commit = remote.head if remote and plan.kind == "nothing" else None
                return Outcome([], plan, changes, commit)
            if plan.kind == "tag":
                return _tagged(self.local, self.hub, Outcome([], plan, changes, plan.parent), self.say)
            if remote is None:
                self.hub.create()
                continue
            outcome = self._commit(plan, changes, attempt)
            if outcome is not None:
                return outcome
        raise CorpusError(self.hub.repo, "the release could not be committed", "Try again; nothing of it is visible.")

    def _plan(self, remote: Remote | None) -> tuple[Plan, Diff | None]:
        changes = _changes(self.local, self.hub, remote)
        # What was sent and is there now is our own release, which lacks its tag; what is not there is sent again.
        arrived = self.tried and remote is not None and remote.content == self.local.content
        resume = self.wish.resume or arrived
        plan = plan_release(self.local, remote, self.version, _breaks(changes), resume=resume)
        return replace(plan, refusals=(*plan.refusals, *self.found)), changes

    def _commit(self, plan: Plan, changes: Diff | None, attempt: int) -> Outcome | None:
        """The commit; None where the repository has to be looked at anew."""
        self.say("committing")
        try:
            done = self.hub.commit(plan, self.local, _message(self.version, changes), request=self.wish.request)
        except (StaleError, TagThereError):
            self.say("somebody else committed in the meantime: planning anew")
            return None
        except UncertainError as error:
            if self.wish.request:
                raise CorpusError(self.hub.repo, f"whether the pull request was opened is not known: {error}",
                                  "Look at the repository before you try again.") from None  # fmt: skip
            self.say(f"the Hub did not answer ({error}): looking whether it is done")
            self.tried = True
            time.sleep(_PAUSE * 2**attempt)
            return None
        outcome = Outcome([], plan, changes, str(done.oid), done.pr_url)
        return outcome if self.wish.request else _tagged(self.local, self.hub, outcome, self.say)


def _tagged(local: Local, hub: Hub, outcome: Outcome, say: Say) -> Outcome:
    if outcome.plan is None or outcome.commit is None:
        return outcome
    name = outcome.plan.version.tag
    say(f"tagging {name}")
    for attempt in range(_ATTEMPTS):
        try:
            hub.tag(name, outcome.commit)
            break
        except TagThereError:
            remote = hub.read()
            if remote is not None and remote.tags.get(name) == outcome.commit:
                break
            raise CorpusError(hub.repo, f"the tag {name} is there, on another commit",
                              "Look at it; the release is on main, without its tag.") from None  # fmt: skip
        except UncertainError:
            time.sleep(_PAUSE * 2**attempt)
        except CorpusError as error:
            raise _untagged(hub, name, outcome.commit, error.what) from None
    else:
        raise _untagged(hub, name, outcome.commit, "the Hub did not answer")
    say("loading it back by its tag")
    _load_there(local, hub, name)
    return Outcome([], outcome.plan, outcome.changes, outcome.commit, outcome.request, proved=True)


def _untagged(hub: Hub, name: str, commit: str, why: str) -> CorpusError:
    return CorpusError(hub.repo, f"the release is committed ({commit[:12]}), and its tag {name} failed: {why}",
                       "Run the same command with --resume to finish it.")  # fmt: skip


def _changes(local: Local, hub: Hub, remote: Remote | None) -> Diff | None:
    """What changes for readers; None where there is no dataset to compare with."""
    if remote is None or remote.manifest is None or remote.content == local.content:
        return None
    return diff(open_hub(hub.repo, revision=remote.head), load(local.folder))


def _breaks(changes: Diff | None) -> tuple[str, ...]:
    """What readers may rely on, and is gone."""
    if changes is None:
        return ()
    gone = [f"{config}.{name}" for config, (_, names) in changes.columns.items() for name in names]
    return tuple(gone + [config for config, (before, after) in changes.rows.items() if before and not after])


def _message(version: Version, changes: Diff | None) -> str:
    if changes is None:
        return f"Version {version}"
    counts = ", ".join(f"{changes.count('articles', kind)} {kind}" for kind in ("added", "removed", "text"))
    return f"Version {version}: articles {counts}"


def _load_here(local: Local) -> None:
    from datasets import load_dataset

    with tempfile.TemporaryDirectory() as cache:
        for config in local.manifest.configs:
            rows = len(load_dataset(str(local.folder), config.name, split="train", cache_dir=cache))
            _equal(str(local.folder), f"{config.name}: rows that load_dataset gives", rows, config.rows)


def _load_there(local: Local, hub: Hub, tag: str) -> None:
    """Proves that the tag gives what is here: every file by its digest, every config by load_dataset."""
    from datasets import load_dataset

    there = hub.read(tag)
    if there is None:
        raise CorpusError(hub.repo, f"{tag} cannot be read back", "Look at the repository.")
    for name, file in local.files.items():
        found = there.files.get(name)
        _equal(hub.repo, f"{name} at {tag}", found.sha256 if found else None, file.sha256)
    for config in local.manifest.configs:
        rows = load_dataset(hub.repo, config.name, split="train", revision=tag, streaming=True)
        first = next(iter(rows), None)
        own = next(iter(load(local.folder).arrow(config.name, ["id"]).slice(0, 1).to_pylist()), {"id": None})
        _equal(hub.repo, f"{config.name} at {tag}: the first row", first["id"] if first else None, own["id"])


def _equal(where: str, what: str, found: object, wanted: object) -> None:
    if found != wanted:
        raise CorpusError(where, f"{what} is {found}, not {wanted}", "Nothing was tagged wrongly; look at the files.")
