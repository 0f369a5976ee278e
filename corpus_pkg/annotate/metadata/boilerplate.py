"""What a page prints around an article and into it: links to others, newsletters, share lines, notices, captions.

A paragraph is taken out only if the whole of it is such a line: a corpus that loses a sentence is worse than one that
keeps an advertisement, which the validator warns of.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Sequence

from corpus_pkg.model.annotations import Span
from corpus_pkg.model.vocabulary import RegionRole

_LONGEST, _LONGEST_CAPTION = 220, 400
_NETWORKS = (
    r"(?:facebook|twitter|x|instagram|linkedin|whatsapp|telegram|tiktok|youtube|threads|bluesky|reddit|pinterest)"
)
_BUTTON = rf"(?:share|tweet|print|e-?mail|save|copy link|comments?(?: \(\d+\))?|bookmark|gift|listen|{_NETWORKS})"
_TEASER = (
    r"(?:related|more on this story|more from .{1,40}|you may also like|recommended(?: for you)?|most (?:read|popular)"
    r"|editors?['’]s? picks?|don['’]t miss|top stories|trending(?: now)?|what to read next|in this (?:story|article))"
)
_LETTER = (
    r"(?:newsletters?|inbox|bulletins?|e-?mails?(?: alerts?)?|briefings?|(?:full|unlimited) access"
    r"|our (?:\w+ ){0,2}(?:channel|podcast|updates|alerts))"
)
_LINES = (
    r"(?:read|see|watch|listen)(?: more| also| next)?:\s.*",
    r"(?:read more|also read|see also|read next)(?:\s*[^\w\s,].*|\s+(?:about|on|in|here|from|of our)\b.*)?",
    rf"{_TEASER}(?: (?:articles?|stories|topics?|content|reading|news|links?))?\s*(?::.*)?",
    rf"(?:please )?(?:sign up|subscribe|register)\b.{{0,120}}\b{_LETTER}\b.*",
    r"(?:sign up|subscribe|register|log in|sign in)(?: (?:now|here|today|for free))?[.!]?",
    r"(?:subscribe|register|log in|sign in) to (?:continue|read|comment)(?: reading| the full (?:story|article))?[.!]?",
    r"(?:get|receive) (?:the |our |all the )?(?:latest|best|top|day['’]s|morning).{0,80}\b(?:inbox|newsletter)\b.*",
    rf"(?:follow|like|find|join) (?:us|@?\w+(?: \w+){{0,4}}) (?:on|at) (?:our )?@?{_NETWORKS}\b.*",
    rf"{_BUTTON}(?:(?:\s*[|,/·•]\s*|\s+(?:on |via |this |by )?){_BUTTON})*",
    r"share this (?:article|story|page|post|on|with)\b.{0,60}",
    r"(?:download|get) (?:our|the) (?:\w+ ){0,2}app\b.*",
    r"(?:click|tap) here (?:to|for)\b.*",
    r"(?:advertisement|advertising|sponsored(?: content)?|promoted(?: content)?|paid content)[.:]?",
    r"(?:story|article) continues (?:below|after).*",
    r"(?:continue reading|scroll (?:down )?(?:to|for)|skip (?:past |to )?(?:ad|advert|newsletter|content|main)).{0,80}",
    r"(?:support|become a (?:member|supporter|subscriber)).{0,80}\b(?:our (?:journalism|work|newsroom)|today|now)[.!]?",
    r"(?:copyright\s*)?(?:©|\(c\))\s*(?:copyright\s*)?\d{4}\b.*",
    r"copyright\s+\d{4}\b.*",
    r"(?:.{0,80}[.,;]\s*)?all rights reserved\b.*",
    r"this (?:material|article|content) may not be (?:published|reproduced|broadcast|republished|copied).*",
)
_LINE = re.compile("(?:" + "|".join(_LINES) + r")\Z", re.IGNORECASE | re.DOTALL)
_HOUSES = r"(?:REUTERS|Reuters|AFP|AP(?: Photo)?|EPA(?:-EFE)?|PA(?: Media)?|DPA|dpa|Getty(?: Images)?|Alamy|Xinhua)"
_PICTURE = r"(?:photo(?:graph)?|image|picture|illustration|graphic)"
_CAPTIONS = (
    rf"(?:file |stock )?{_PICTURE}(?: (?:by|credit|source|caption))?\s*[:|]\s*.*",
    rf"{_PICTURE} (?:credit|source|caption)[,:]?\s.*",
    rf"(?-i:.*[\[(]?{_HOUSES}(?: via |/)[\w .'’/-]{{2,60}}[\])]?)",
    rf"(?-i:.*[\[(][\w .'’-]{{2,60}}(?: via |/){_HOUSES}[\])])",
    rf".*[\[(](?:file )?{_PICTURE}(?:\s*(?:by|credit)?\s*[:/]?\s*[^\])]{{0,60}})?[\])]",
)
_CAPTION = re.compile("(?:" + "|".join(_CAPTIONS) + r")\.?\Z", re.IGNORECASE | re.DOTALL)
_QUOTED = "\"“„«'‘"


_NEITHER = re.compile(r"[\W_]+")
_ASCII_NEITHER = dict.fromkeys(code for code in range(128) if _NEITHER.match(chr(code)))  # several times as fast


def block_role(paragraph: str, repeated: frozenset[bytes] = frozenset()) -> RegionRole | None:
    """What a paragraph is that is no part of the article's text; None for one that is.

    Args:
        paragraph: its words, without white space around them.
        repeated: digests of blocks that its source prints beside many articles.
    """
    if repeated and block_digest(paragraph) in repeated:
        return "boilerplate"
    if paragraph.startswith(tuple(_QUOTED)):
        return None
    words = " ".join(paragraph.split())
    if len(words) <= _LONGEST and _LINE.match(words):
        return "boilerplate"
    return "caption" if len(words) <= _LONGEST_CAPTION and _CAPTION.match(words) else None


def block_digest(paragraph: str) -> bytes:
    """What two printings of one block have in common: 8 bytes of the digest of its letters and digits."""
    folded = paragraph.casefold()
    letters = folded.translate(_ASCII_NEITHER) if folded.isascii() else _NEITHER.sub("", folded)
    return hashlib.sha256(letters.encode("utf-8")).digest()[:8]


def inner_blocks(
    text: str, paragraphs: Sequence[Span], repeated: frozenset[bytes]
) -> list[tuple[RegionRole, int, int]]:
    """The blocks among the paragraphs of a body: role, start and end of each."""
    found = ((block_role(text[each.start : each.end], repeated), each) for each in paragraphs)
    return [(role, each.start, each.end) for role, each in found if role is not None]
