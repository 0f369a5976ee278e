"""What a release does, decided from what is here and what is there: a pure function, without a file or a connection."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Literal

from corpus_pkg.publish.state import Local, Remote
from corpus_pkg.publish.version import Version, tagged

KEPT = (".gitattributes",)
"""Files of the Hub's own that no dataset holds."""
Kind = Literal["first", "update", "tag", "nothing"]


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why nothing is published, and what can be done about it."""

    reason: str
    mend: str


@dataclass(frozen=True, slots=True)
class Plan:
    """One release.

    Attributes:
        kind: the first one; an update; a commit that is there and lacks its tag; nothing.
        version: what is released.
        parent: the commit that it goes on from; None where the repository is to be made.
        send: the files whose bytes are new, with their size.
        keep: how many files are there already.
        delete: the files that are no longer part of the dataset.
        refusals: why it is not carried out.
    """

    kind: Kind
    version: Version
    parent: str | None
    send: Mapping[str, int] = field(default_factory=dict)
    keep: int = 0
    delete: tuple[str, ...] = ()
    refusals: tuple[Refusal, ...] = ()

    @property
    def bytes(self) -> int:
        """How many bytes are sent, before any storage that knows some of them."""
        return sum(self.send.values())


def plan_release(
    local: Local, remote: Remote | None, version: Version, breaks: tuple[str, ...] = (), *, resume: bool = False
) -> Plan:
    """What publishing does.

    Args:
        local: what is here.
        remote: what is there; None where there is no repository.
        version: what is to be released.
        breaks: what of the schema that readers rely on is gone.
        resume: whether a release that was committed and lacks its tag is to be finished.
    """
    parent = remote.head if remote else None
    same = remote is not None and remote.content == local.content
    tag = remote.tags.get(version.tag) if remote else None
    if same and tag is not None and remote is not None and tag == remote.head:
        return Plan("nothing", version, parent, keep=len(local.files))
    refusals = tuple(_refusals(local, remote, version, breaks, resume=resume))
    if same:
        return Plan("tag", version, parent, keep=len(local.files), refusals=refusals)
    there = remote.files if remote else {}
    send = {name: each.size for name, each in sorted(local.files.items())
            if name not in there or there[name].sha256 != each.sha256}  # fmt: skip
    delete = tuple(sorted(name for name in there if name not in local.files and name not in KEPT))
    kind: Kind = "update" if remote and remote.content is not None else "first"
    return Plan(kind, version, parent, send, len(local.files) - len(send), delete, refusals)


def _refusals(
    local: Local, remote: Remote | None, version: Version, breaks: tuple[str, ...], *, resume: bool
) -> Iterator[Refusal]:
    same = remote is not None and remote.content == local.content
    own = local.manifest.dataset.version
    if own != str(version):
        mend = f"Build it so: corpus convert ... --dataset-version {version}, or state it in corpus.toml."
        yield Refusal(f"the dataset says that it is version {own}, not {version}", mend)
    if remote is None:
        if resume:
            yield Refusal("there is no release to finish: the repository does not exist", "Publish without --resume.")
        return
    if version.tag in remote.tags:
        yield Refusal(f"the tag {version.tag} is there, on other content", "Release a greater version.")
    newest = max((each for name in remote.tags if (each := tagged(name))), default=None)
    if newest is not None and version < newest:
        yield Refusal(
            f"version {version} does not grow: {newest} is there", f"Release one that is greater than {newest}."
        )
    if newest is not None and breaks and not version.breaks(newest):
        yield Refusal(f"the schema breaks what readers of {newest} use: {', '.join(breaks)}",
                      "Release it as a new major version (before 1.0.0: a new minor one).")  # fmt: skip
    if same and not resume:
        yield Refusal(f"main holds this very release, and lacks its tag {version.tag}", "Finish it with --resume.")
    if resume and not same:
        yield Refusal("there is no release to finish: main holds another content", "Publish without --resume.")
