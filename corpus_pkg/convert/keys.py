"""What a piece of work depends on: the raw article, and everything that annotates it. Equal keys, equal results."""

from __future__ import annotations

import hashlib
import platform
from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from corpus_pkg.intake.raw import RawArticle
from corpus_pkg.model.provenance import ModelUse
from corpus_pkg.model.version import PIPELINE_VERSION

_PACKAGE = Path(__file__).parents[1]
_APART = frozenset({"cli", "describe", "evaluate", "loading", "publish", "__pycache__"})
"""Parts of the package that no record depends on."""
_LIBRARIES = (
    "blis", "charset-normalizer", "courlan", "fastwarc", "ftfy", "htmldate", "jsonschema-rs", "justext", "lxml",
    "lxml-html-clean", "numpy", "py3langid", "pyarrow", "spacy", "thinc", "trafilatura", "tzdata",
)  # fmt: skip
_SIZE = 16


@cache
def code_digest() -> str:
    """Tells this code from any other: the version alone does not while the code is being worked on."""
    total = hashlib.blake2b(digest_size=_SIZE)
    for path in sorted(_PACKAGE.rglob("*")):
        inside = path.relative_to(_PACKAGE)
        if path.is_file() and not _APART & set(inside.parts):
            total.update(f"{inside.as_posix()}\0".encode() + hashlib.sha256(path.read_bytes()).digest())
    for name in _LIBRARIES:
        total.update(f"{name} {_version(name)}\n".encode())
    total.update(platform.python_version().encode())
    return f"{PIPELINE_VERSION}-{total.hexdigest()[:12]}"


def _version(library: str) -> str | None:
    try:
        return version(library)
    except PackageNotFoundError:
        return None


def work_digest(uses: Sequence[ModelUse], *options: object) -> str:
    """Tells what annotates from anything else: code, models with their hashes, options.

    Args:
        uses: the models.
        options: all that changes what is found; their `repr` says everything about them.
    """
    return _hash(repr((code_digest(), list(uses), options)))


def article_key(raw: RawArticle, work: str) -> str:
    """The name under which what becomes of a raw article is kept.

    Args:
        raw: the article, with all that was stated of it.
        work: what annotates, as `work_digest` tells it.
    """
    return name_of(work, raw_digest(raw), raw.repeated)


def raw_digest(raw: RawArticle) -> str:
    """Tells a raw article from any other, but for what its source repeats."""
    # Characters are hashed as they are, which a repr would only make longer.
    return _hash(repr(replace(raw, characters="", repeated=frozenset())), raw.characters)


def name_of(work: str, digest: str, repeated: frozenset[bytes]) -> str:
    """The name under which what becomes of a raw article is kept.

    Args:
        work: what annotates, as `work_digest` tells it.
        digest: of the article, as `raw_digest` tells it.
        repeated: digests of the blocks that its source prints beside many articles.
    """
    return _hash(work, digest, *(each.hex() for each in sorted(repeated)))


def name_of_all(*parts: str) -> str:
    """The name of something that is made of other kept work."""
    return _hash(*parts)


def _hash(*parts: str) -> str:
    total = hashlib.blake2b(digest_size=_SIZE)
    for each in parts:
        content = each.encode("utf-8", "surrogatepass")
        total.update(len(content).to_bytes(8) + content)
    return total.hexdigest()
