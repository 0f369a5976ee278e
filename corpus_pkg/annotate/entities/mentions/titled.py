"""Names behind titles and beside verbs of speech: persons, whatever the model made of them."""

from __future__ import annotations

import re

from corpus_pkg.annotate.entities.mentions.draft import Draft, Named
from corpus_pkg.annotate.entities.mentions.heads import head_type
from corpus_pkg.annotate.entities.mentions.ordinary import ORDINARY
from corpus_pkg.annotate.entities.names import strip_titles

_NAME = r"[A-Z][^\W\d_]*+(?:[’'-][^\W\d_]++)*+\.?"
_TITLE = re.compile(
    r"(?<![\w-])(?:Mr|Mrs|Ms|Miss|Messrs|Dr|Sen|Rep|Gov|Lt|Col|Capt|Sgt|Maj|Adm|Prof|Rev|Sir|Dame|Lord|Lady)\.?[ \n]"
    rf"({_NAME}(?:[ ](?:(?:de|van|von|der|den|al|bin|da|dos|del)[ ]){{0,2}}{_NAME}){{0,3}})"
)
_OF = re.compile(r"\b(?:of|in|from|at|for|with|to)[ \n]\Z")
_SPEECH = re.compile(
    rf"(?<![\w.’'-])({_NAME})[ \n](?:said|says|told|added|explained|recalled|argued|insisted|admitted)(?![\w-])"
    rf"|(?:[,”\"’'][ \n](?:said|says|added|explained|recalled|argued|insisted))[ \n]({_NAME})(?=[.,;:\n]|[ ][a-z(])"
)


_TITLED = 3
_SURE_TITLES = frozenset(
    "Justice Judge President Minister Senator Governor Mayor Professor Dr Sen Rep Gov Sir Lady Dame Chancellor "
    "Secretary Ambassador Captain Colonel Lieutenant Sergeant Inspector Bishop Archbishop Cardinal Mr Mrs Ms".split()
)


def add_titled(draft: Draft) -> None:
    """Marks the names behind titles as persons."""
    for match in _TITLE.finditer(draft.text):
        start, end = match.span(1)
        if draft.text[end - 1] == "." and end - start > 2 and draft.text[end - 3] != " ":  # noqa: PLR2004  a full stop ends an initial only
            end -= 1
        met = draft.meeting(start, end)
        if not met:
            draft.put(Named(start, end, "PERSON", None, "rule"))
        elif len(met) == 1 and met[0].type != "PERSON" and met[0].start == start:
            draft.retype(met[0], "PERSON")


def settle_titled(draft: Draft) -> None:
    """A title and a name of two words or more, which a model takes for one body, are a person: `Justice Rosa Hale`."""
    for each in draft:
        words = draft.surface(each).split()
        told = head_type([word.lower() for word in words])
        if (
            each.type == "PERSON"
            or len(words) < _TITLED
            or words[0].rstrip(".") not in _SURE_TITLES
            or told is not None
        ):
            continue
        start = strip_titles(draft.text, each.start, each.end)
        if all(word[0].isupper() for word in words):
            draft.put(Named(start, each.end, "PERSON", each.label, "rule"))


def add_speakers(draft: Draft) -> None:
    """Marks capitalised words as persons where they speak and nothing has marked them."""
    for match in _SPEECH.finditer(draft.text):
        group = 1 if match[1] else 2
        start = match.start(group)
        word = match[group].rstrip(".")
        if word.lower() in ORDINARY or (word.isupper() and len(word) > 1):
            continue
        # "Judge Hale of Norwood said": the place does not speak.
        if _OF.search(draft.text, max(0, start - 8), start):
            continue
        if draft.opens_sentence(start) and not _inside(draft, word):
            continue
        if not draft.meeting(start, start + len(word)) and not draft.gazetteer.all(word):
            draft.put(Named(start, start + len(word), "PERSON", None, "rule"))


def _inside(draft: Draft, word: str) -> bool:
    """Whether a word has its capital inside a sentence too."""
    found = re.finditer(rf"(?<![\w’'-]){re.escape(word)}(?![\w-])", draft.text)
    return any(not draft.opens_sentence(each.start()) for each in found)
