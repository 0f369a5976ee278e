"""The language of an article: stated before identified, and null where nothing tells it."""

from __future__ import annotations

import hashlib

import pytest

from corpus_pkg.annotate.metadata import language
from corpus_pkg.annotate.metadata.language import identify, judge_language
from corpus_pkg.intake.raw import Defaults, Given, RawArticle, Statement

_GERMAN = "Die Fähre blieb am Montag im Hafen, nachdem der Fluss unter seinen niedrigsten Stand gefallen war."
_ENGLISH = "The ferry stayed in port on Monday after the river had fallen below its lowest mark of the year."


def _raw(given: str | None = None, marked: str | None = None, default: str | None = None) -> RawArticle:
    statements = (Statement(field="language", value=marked, where="html lang"),) if marked else ()
    return RawArticle(path="a", sha256=hashlib.sha256(b"a").hexdigest(), media_type="text/plain", encoding="utf-8",
                      encoding_provenance="utf-8", characters=_GERMAN, given=Given(language=given),
                      defaults=Defaults(language=default), statements=statements)  # fmt: skip


def test_what_is_stated_comes_first() -> None:
    assert judge_language(_raw("en-GB", "fr", "it"), _GERMAN) == ("en-GB", "given")
    assert judge_language(_raw(None, "fr_CA", "it"), _GERMAN) == ("fr-CA", "markup")
    assert judge_language(_raw(None, None, "it"), _GERMAN) == ("it", "corpus")


def test_what_is_not_stated_is_identified_by_the_words() -> None:
    pytest.importorskip("py3langid", reason="the extra `lang` is not installed")
    assert judge_language(_raw(), _GERMAN) == ("de", "identified")
    assert identify(_ENGLISH) == "en"


@pytest.mark.parametrize("text", ["", "Ja.", "12 34 56 " * 50, "Net 12.6 mln vs 15.8 mln", "\x00" * 100])
def test_what_says_too_little_is_of_no_known_language(text: str) -> None:
    assert judge_language(_raw(), text) == (None, "none")


def test_without_the_extra_nothing_is_identified(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(language, "_identifier", lambda: None)
    assert judge_language(_raw(), _GERMAN) == (None, "none")
