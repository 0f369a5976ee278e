"""A dataset, here or on the Hub, to records, to `datasets`, pandas and polars."""

from corpus_pkg.loading.corpus import Corpus
from corpus_pkg.loading.open import load

__all__ = ["Corpus", "load"]
