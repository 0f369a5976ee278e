"""What stands in quotation marks and is no quotation: titles, so-called names, nicknames, glossed words."""

from __future__ import annotations

import re

from corpus_pkg.annotate.quotes.sentence import Attribution
from corpus_pkg.annotate.quotes.verbs import LEMMAS, NAMING
from corpus_pkg.model.vocabulary import ScareKind
from corpus_pkg.text.quotation_marks import Stretch

_NAMED_BEFORE = re.compile(
    r"(?:so-called|known as|(?:en)?titled|named|nicknamed|dubbed|codenamed|code-named|the (?:words?|terms?|phrase|"
    r"name|nickname|label|slogan|motto|hashtag)|"
    r"(?:words?|terms?|phrase|motto|slogan|nickname|title) (?:is|was)|means|meaning)\s*\Z",
    re.IGNORECASE,
)
_WORK_BEFORE = re.compile(
    r"(?:film|movie|book|novel|song|album|single|series|show|play|musical|opera|podcast|documentary|memoir|essay|"
    r"poem|programme|sitcom|drama|comedy|thriller|bestseller|game|exhibition|painting|track|hit)(?:,| called)?\s*\Z",
    re.IGNORECASE,
)
_WORD = re.compile(r"[^\W\d_][\w’'-]*")
_SMALL = frozenset("a an and as at but by de for from in into la le of on or the to with vs".split())
_ATTACHED = frozenset(
    ("behind-inverted", "behind-plain", "before-colon", "before-comma", "before-label", "behind-dash")
)
_USED = re.compile(
    r"\b(?:use[ds]?|using|sa(?:y|ys|id)|utter(?:s|ed)?) the (?:word|phrase|term|name)s? \Z", re.IGNORECASE
)
_ASIDE = re.compile(r"\s*\(.*\)\s*", re.DOTALL)
_DEFINED = re.compile(r",? (?:which|that) (?:is|are|was|were) (?:defined|known|called)\b")
_LISTED = re.compile(r"[”\"’],? (?:and|or) \Z")
_PLACED = re.compile(r"(?:\b(?:on|of|in|with|to|for|at|from|show|program|programme|\d{4})|[’']s?) \Z")
_MOST_NAME_WORDS = 3
_MOST_TITLE_WORDS = 10
_MOST_NAMED = 60
_OWNED = re.compile(r"\b[A-Z][\w.]*[’']s \Z")


def refused(text: str, stretch: Stretch, attribution: Attribution | None) -> ScareKind | None:
    """Why a stretch is no quotation (`title`, `name`, `nickname`, `scare`, `aside`); None if it is one.

    Args:
        text: the article's text.
        stretch: what stands between the marks.
        attribution: what was found for it.
    """
    inner = text[stretch.start : stretch.end]
    before = text[max(0, stretch.open - 60) : stretch.open]
    words = _WORD.findall(inner)
    attached = attribution is not None and attribution.rule in _ATTACHED
    if _ASIDE.fullmatch(inner):
        return "aside"
    if _nickname(text, stretch, before, len(words)):
        return "nickname"
    if not attached and words and not _held(attribution, before, len(words)):
        if _NAMED_BEFORE.search(before) or _DEFINED.match(text, stretch.close):
            return "name"
        if _WORK_BEFORE.search(before):
            return "title"
    # “Fox and Friends,” in the middle of a sentence is a title, though a clause of speech may follow it.
    opens = before.rstrip()[-1:] in ("", ".", ":", ",", "\n", "”", "?", "!") or "\n" in before[len(before.rstrip()) :]
    if not (attached and opens) and not _naming(text, stretch, attribution) and _title(words, inner, before):
        return "title"
    return "scare" if _scare(words, inner, attribution, attached=attached) else None


def _held(attribution: Attribution | None, before: str, words: int) -> bool:
    """Whether somebody says what looks like a name: `used the phrase “...”`, a whole clause that a verb governs."""
    governed = attribution is not None and attribution.rule == "inside" and words > _MOST_NAME_WORDS
    return governed or _USED.search(before) is not None


def _scare(words: list[str], inner: str, attribution: Attribution | None, *, attached: bool) -> bool:
    """A word or two held at a distance."""
    if not words:
        return not attached
    # Two words with a subject are mostly quoted, one word mostly not; without even a subject neither is sure.
    most = 2 if attribution is None else 1 if attribution.rule in ("subject", "carried-over") else 0
    # A small first letter says that a full stop inside the marks is the reporter's.
    sentence = inner[-1:] in ("!", "?") or (inner[-1:] == "." and inner[:1].isupper())
    return len(words) <= most and not sentence


def _nickname(text: str, stretch: Stretch, before: str, words: int) -> bool:
    """A word or two between first name and surname: Peter “Shorty” Okoro."""
    first = re.search(r"[A-ZÀ-Ý][\w’'-]+ \Z", before)
    behind = text[stretch.close : stretch.close + 2]
    return bool(first) and words <= 3 and behind[:1] == " " and behind[1:].isupper() and text[stretch.start].isupper()  # noqa: PLR2004


def _naming(text: str, stretch: Stretch, attribution: Attribution | None) -> bool:
    """Whether a verb of naming or chanting holds the stretch: `called her “Lady Harbour”`, `chanted “Go Home”`."""
    if attribution is None or attribution.cue is None or attribution.speaker is None:
        return False
    start, end = attribution.cue
    before = text[max(0, stretch.open - 6) : stretch.open]
    if before.endswith(" as ") or _LISTED.search(before):
        return True  # "cited his references to her as “Lady Harbour” and “Miss Gull”"
    verb = LEMMAS.get(text[start:end].lower(), "")
    return verb in NAMING and 0 <= stretch.open - end <= _MOST_NAMED and text[end : stretch.open].count(",") == 0


def _title(words: list[str], inner: str, before: str) -> bool:
    """All words that matter in capitals, and not a sentence: no stop inside, unless the words around go on past it."""
    capital = [word for word in words if word.lower() not in _SMALL]
    if not capital or len(words) > _MOST_TITLE_WORDS or not all(word[0].isupper() for word in capital):
        return False
    if len(words) == 1:
        return bool(_OWNED.search(before))
    last = inner.rstrip()[-1:]
    return last not in "!?…" and (last != "." or bool(_PLACED.search(before)))
