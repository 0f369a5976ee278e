"""The language of an article: as stated, else as an identifier tells it from the words."""

from __future__ import annotations

import re
from functools import cache
from importlib.metadata import version
from typing import Any

from corpus_pkg.annotate.metadata.markup import stated_language
from corpus_pkg.intake.raw import RawArticle
from corpus_pkg.model.provenance import ModelUse
from corpus_pkg.model.vocabulary import LanguageProvenance

_LIBRARY = "py3langid"
_LETTERS = re.compile(r"[^\W\d_]")
_LEAST, _MOST, _SURE = 60, 1_200, 0.99


def judge_language(raw: RawArticle, text: str) -> tuple[str | None, LanguageProvenance]:
    """The BCP 47 tag of an article's language, and where it was read; null where nothing tells it surely.

    Args:
        raw: the article.
        text: its body.
    """
    if raw.given.language:
        return raw.given.language, "given"
    if stated := stated_language(raw.statements):
        return stated, "markup"
    if raw.defaults.language:
        return raw.defaults.language, "corpus"
    identified = identify(text)
    return identified, "identified" if identified else "none"


def identify(text: str) -> str | None:
    """The language of a text by its bytes (Lui and Baldwin 2012); None without the extra `lang`, or where unsure.

    Args:
        text: a text; of a long one the beginning is read.
    """
    identifier = _identifier()
    piece = text[:_MOST]
    if identifier is None or len(_LETTERS.findall(piece)) < _LEAST:
        return None
    language, sure = identifier.classify(piece)
    return str(language) if sure >= _SURE else None


def identifier_use() -> ModelUse:
    """What identified a language, as records name it."""
    return ModelUse(name=_LIBRARY, version=version(_LIBRARY), sha256=None, verified=False)


@cache
def _identifier() -> Any | None:  # noqa: ANN401  the library publishes no types
    """The identifier, loaded when it is first needed; None without the extra `lang`."""
    try:
        from py3langid.langid import MODEL_FILE, LanguageIdentifier
    except ImportError:
        return None
    identifier = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
    # Halves are widened for each text anew, unless that was done.
    identifier.nb_ptc = identifier.nb_ptc.astype("float32")
    return identifier
