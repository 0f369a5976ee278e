"""What is installed, verified and usable: the package, its model, its gazetteer, and what other packages offer."""

from __future__ import annotations

import platform
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, entry_points, requires, version
from typing import Literal

from corpus_pkg.annotate.entities.choice import open_recognizer
from corpus_pkg.annotate.gazetteer import shipped
from corpus_pkg.errors import CorpusError
from corpus_pkg.model.version import PIPELINE_VERSION, SCHEMA_VERSION

State = Literal["ok", "absent", "broken"]
_PACKAGE = "corpus-pkg"
_PROBE = "Anna Lindholm flew to Nairobi."


@dataclass(frozen=True, slots=True)
class Check:
    """One thing that was looked at.

    Attributes:
        name: what.
        state: `ok`; `absent`, which is no fault of something optional; `broken`.
        detail: what was found.
        needed: whether the default pipeline cannot do without it.
        mend: what a user can do about it; None where nothing is to be done.
    """

    name: str
    state: State
    detail: str
    needed: bool
    mend: str | None = None

    def as_json(self) -> dict[str, str | bool | None]:
        """The check for a program."""
        return {"name": self.name, "state": self.state, "detail": self.detail, "needed": self.needed, "mend": self.mend}


def inspect_installation() -> list[Check]:
    """Looks at everything once; the model is loaded and tried."""
    python = f"{platform.python_version()} at {sys.executable}"
    return [
        Check("corpus-pkg", "ok", f"{PIPELINE_VERSION}, schema {SCHEMA_VERSION}", needed=True),
        Check("python", "ok", python, needed=True),
        *_libraries(),
        _model(),
        Check("gazetteer", "ok", f"{len(shipped()):,} rows, {sum(bool(e.wikidata) for e in shipped()):,} with a "
              "Wikidata id", needed=True),
        *_offered("corpus_pkg.ner"),
        *_offered("corpus_pkg.intake"),
    ]  # fmt: skip


def _libraries() -> Iterator[Check]:
    """The libraries that the package declares, and those of its extras."""
    try:
        declared = requires(_PACKAGE) or []
    except PackageNotFoundError:
        declared = []
    seen: set[str] = set()
    for line in sorted(set(declared), key=lambda each: ("extra" in each, each)):
        requirement, _, marker = line.partition(";")
        name = requirement.strip()
        for index, character in enumerate(name):
            if not (character.isalnum() or character in "-_."):
                name = name[:index]
                break
        if name in seen:
            continue
        seen.add(name)
        extra = marker.partition("extra ==")[2].strip(" \"'")
        try:
            yield Check(name, "ok", version(name), needed=not extra)
        except PackageNotFoundError:
            wanted = f"{_PACKAGE}[{extra}]" if extra else requirement.strip()
            detail = f"not installed; only the extra `{extra}` needs it" if extra else "not installed"
            yield Check(name, "absent", detail, needed=not extra, mend=f"pip install '{wanted}'")


def _model() -> Check:
    """The default model: its files against the hashes that the package ships, then one sentence."""
    try:
        recognizer = open_recognizer()
    except CorpusError as error:
        return Check("default model", "broken", f"{error.where}: {error.what}", needed=True, mend=error.mend)
    (use,) = recognizer.uses
    (found,) = recognizer.recognize([_PROBE])
    names = [_PROBE[each.start : each.end] for each in found]
    detail = f"{use.name} {use.version}, files verified, sha256 {str(use.sha256)[:12]}"
    if names != ["Anna Lindholm", "Nairobi"]:
        return Check("default model", "broken", f"{detail}; finds {names} in {_PROBE!r}", needed=True,
                     mend="Install the versions of spacy and thinc that the package names.")  # fmt: skip
    return Check("default model", "ok", f"{detail}, usable", needed=True)


def _offered(group: str) -> Iterator[Check]:
    """What other packages offer under an entry point group."""
    found = entry_points(group=group)
    if not found:
        yield Check(group, "absent", "no package offers one", needed=False)
    for each in found:
        origin = f"{each.value}{f' of {each.dist.name}' if each.dist else ''}"
        try:
            each.load()
        except Exception as error:  # noqa: BLE001  whatever another package raises, the check says so
            yield Check(f"{group} {each.name}", "broken", f"{origin}: {error}", needed=False,
                        mend="Install it anew, or ask its makers.")  # fmt: skip
        else:
            yield Check(f"{group} {each.name}", "ok", origin, needed=False)
