"""A dataset to records, to `datasets`, pandas and polars."""

from corpus_pkg.loading.corpus import Corpus, load

__all__ = ["Corpus", "load"]
