"""An annotated news corpus as a package: raw articles in, a validated Parquet dataset out.

`load` opens a dataset; the command `corpus` makes and proves one.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from corpus_pkg.model.version import PIPELINE_VERSION

if TYPE_CHECKING:
    from corpus_pkg.loading import Corpus, load

__version__ = PIPELINE_VERSION
__all__ = ["Corpus", "__version__", "load"]


def __getattr__(name: str) -> Any:  # noqa: ANN401  a module's attributes are of any type
    # Loading is imported when it is used: `corpus --help` must not pay for it.
    if name in ("Corpus", "load"):
        from corpus_pkg import loading as package

        return getattr(package, name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
