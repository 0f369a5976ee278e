"""The rights in an article: what the contributor states, then the corpus, then the page's own markup."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from corpus_pkg.intake.raw import RawArticle, Statement
from corpus_pkg.intake.rights import filled, read_rights, weighed
from corpus_pkg.model.rights import Rights

# What states a holder alone, and what a reservation (TDM Reservation Protocol, W3C 2024), in lower case.
_HOLDERS = frozenset({
    "json-ld copyrightholder", "meta dcterms.rightsholder", "nitf doc.copyright holder", "newsml-g2 copyrightholder",
})  # fmt: skip
_RESERVATIONS = frozenset({"meta tdm-reservation", "http tdm-reservation"})


def judge_rights(raw: RawArticle) -> Rights | None:
    """What is known of the rights in an article; None where nothing states any.

    What is stronger is taken whole; weaker evidence adds the holder and a reservation, or, where the stronger says
    nothing of passing the text on, a licence.

    Args:
        raw: the article.
    """
    return filled(filled(raw.given.rights, raw.defaults.rights), _of_markup(raw.statements))


def _of_markup(statements: Iterable[Statement]) -> Rights | None:
    stated = [each for each in statements if each.field == "rights"]
    words = [each for each in stated if each.where.lower() not in _HOLDERS | _RESERVATIONS]
    found: Rights | None = None
    for each in sorted(words, key=lambda each: _by_words(each.value)):
        read = read_rights(each.value, "markup")
        if read is not None:
            found = weighed(filled(found, read) or read, read) if found else read
    holder = next((each.value for each in stated if each.where.lower() in _HOLDERS), None)
    reserved = _reservation(stated)
    if found is None and (holder or reserved is not None):
        found = Rights(statement=None, license=None, holder=None, redistributable=None, tdm_reserved=None, basis=None,
                       provenance="markup")  # fmt: skip
    if found is None:
        return None
    return replace(found, holder=holder or found.holder, tdm_reserved=reserved)


def _by_words(words: str) -> bool:
    """False, and so first, for what names a licence."""
    read = read_rights(words, "markup")
    return read is None or read.license is None


def _reservation(stated: Sequence[Statement]) -> bool | None:
    value = next((each.value for each in stated if each.where.lower() in _RESERVATIONS), None)
    return {"1": True, "0": False}.get(value or "")
