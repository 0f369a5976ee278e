"""Why a page is no article, though it has words: consent walls, error pages, frames that scripts would fill."""

from __future__ import annotations

import re
from collections.abc import Sequence

from corpus_pkg.intake.html.blocks import Outline, key_of
from corpus_pkg.intake.html.body import PageBody
from corpus_pkg.intake.raw import Statement

_CONSENT = re.compile(
    r"\b(?:cookies?|we value your privacy|consent|einwilligung|datenschutz|zustimm\w+|consentement|privacidad)\b",
    re.IGNORECASE,
)
_GONE = re.compile(
    r"\b(?:page (?:not found|cannot be found|does not exist)|not found|no longer (?:available|exists)|error 404|404|"
    r"seite nicht gefunden|page introuvable|página no encontrada|access denied|are you a robot)\b",
    re.IGNORECASE,
)
_FRONT = re.compile(r"https?://[^/?#]+/?(?:index\.\w{3,5})?\Z")
# Articles that are this short are rare, and those that are sold rarer.
_STUB = 1_000
# Letters, not words: some scripts write no blanks between them.
_SHORT, _FEW, _LEAST = 300, 60, 3
_STOPS = (".", "!", "?", "”", '"', "。")


def no_article(body: PageBody, page: Outline, stated: Sequence[Statement] = ()) -> str | None:
    """Why there is no article in a page; None where there is one.

    Args:
        body: what was taken for its body.
        page: its visible text.
        stated: what its markup states.
    """
    if _is_front_page(stated):
        return "its address is that of the site's front page"
    letters = sum(len(key_of(each.text)) for each in body.paragraphs)
    visible = " ".join(each.text for each in page.blocks)
    if not visible:
        return "it has no visible text; scripts may have to fill it" if page.tags else "it has no tags"
    if not _has_prose(body) and letters < _SHORT:
        if _CONSENT.search(visible[:5000]):
            return "it asks for consent"
        if _GONE.search(visible[:2000]):
            return "it says that the page is not there"
        if letters < _FEW:
            return f"its {letters} letters are no prose" if letters else "no block of it reads as an article"
    return None


def _is_front_page(stated: Sequence[Statement]) -> bool:
    """Whether a page names the address of the whole site as its own, and no article of its own."""
    if any(each.where == "json-ld headline" for each in stated):
        return False
    address = next((each.value for each in stated if each.where in {"link canonical", "meta og:url"}), "")
    return _FRONT.match(address) is not None


def is_stub(body: PageBody, stated: Sequence[Statement]) -> bool:
    """Whether a page says that it is not free, and gives no more than the beginning of an article."""
    return is_locked(stated) and sum(len(each.text) for each in body.paragraphs) < _STUB


def is_locked(stated: Sequence[Statement]) -> bool:
    """Whether a page says that its article is not free to read (schema.org `isAccessibleForFree`)."""
    return any(each.field == "free" for each in stated)


def is_live(stated: Sequence[Statement]) -> bool:
    """Whether a page says that it is a live blog (schema.org `LiveBlogPosting`)."""
    return any(each.field == "kind" for each in stated)


def _has_prose(body: PageBody) -> bool:
    """Whether some paragraphs are sentences of the length that news has."""
    return sum(len(key_of(each.text)) > _FEW and each.text.endswith(_STOPS) for each in body.paragraphs) >= _LEAST
