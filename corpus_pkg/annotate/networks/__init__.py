"""spaCy's networks, run as they are and faster: words once, texts apart, names all together."""

from __future__ import annotations

from corpus_pkg.annotate.networks.quicken import name_decoder, quicken

__all__ = ["name_decoder", "quicken"]
