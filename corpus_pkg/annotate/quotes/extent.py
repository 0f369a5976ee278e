"""Where reported clauses begin and end."""

from __future__ import annotations

from corpus_pkg.annotate.quotes.clauses import finite, passive
from corpus_pkg.annotate.quotes.cue import ACCORDING, Cue
from corpus_pkg.annotate.quotes.sentence import Sentence
from corpus_pkg.annotate.quotes.verbs import REPORTING

_MOST_DATELINE = 6
_CONTRAST = ("although", "though")


def finite_in(sentence: Sentence, start: int, end: int) -> bool:
    """Whether a finite verb stands between two tokens."""
    return any(finite(sentence.tokens, index) for index in range(start, end))


def main_clause(sentence: Sentence, start: int, end: int) -> bool:
    """Whether a stretch holds a main clause, not merely what introduces the reporting one (`While 86% agreed, ...`)."""
    tags = sentence.tokens.tags
    comma = tags.find(",", start, end) if tags[start : start + 1] in ("S", "G", "E", "I") else -1
    return finite_in(sentence, comma + 1 if comma >= 0 else start, end)


def clause_start(sentence: Sentence, limit: int) -> int:
    """Where the content of a clause that ends at a token begins: the sentence, or behind a semicolon or colon."""
    words = sentence.tokens
    start = max(words.tags.rfind(";", 0, limit), words.tags.rfind(":", 0, limit)) + 1
    dash = words.tags.find("-", 0, min(limit, _MOST_DATELINE))
    if start == 0 and dash > 0 and words[0].text.isupper():
        start = dash + 1  # "LAGOS (Nordwire) - The bridge ..."
    while start < limit and (words.tags[start] in ",-~.)" or (start == 0 and words[start].low in ("but", "and"))):
        start += 1
    return start


def before_marks(sentence: Sentence, start: int, end: int) -> int:
    """The end of a stretch without the marks and the conjunction that close it."""
    while end > start and sentence.tokens.tags[end - 1] in ".?!,;:-~c":
        end -= 1
    return end


def contrast(sentence: Sentence, start: int) -> int:
    """The nearest mark or word behind which the reporter speaks again: `;`, `, although`, `, though`."""
    words = sentence.tokens
    for index in range(start, len(words)):
        if words.tags[index] == ";" or (words[index].low in _CONTRAST and words.tags[index - 1] == ","):
            return index
    return len(words)


def content_end(sentence: Sentence, cue: Cue, start: int) -> int:
    """Where the content behind a cue is over: with its clause, before a source, or before another's words.

    Args:
        sentence: the sentence.
        cue: the cue.
        start: the content's first token.
    """
    subordinate = _subordinate_end(sentence, cue, start)
    if subordinate is not None:
        return subordinate
    for each in sentence.cues:
        if each.first > start:
            end = _before_cue(sentence, cue, start, each)
            if end is not None:
                return end
    return contrast(sentence, start)


def _subordinate_end(sentence: Sentence, cue: Cue, start: int) -> int | None:
    """`While Okoro said that nothing would change, he appeared uneasy`: the comma before the main clause."""
    tags = sentence.tokens.tags
    first = cue.subject[0] if cue.subject else cue.first
    asked = cue.subject is None and not passive(sentence.tokens, cue.first)
    leads = cue.subject is not None and first > cue.last and not cue.inverted  # "Adding that it was late, Okoro left"
    if tags[first - 1 : first] != "S" and not asked and not cue.pronoun and not leads:
        return None
    comma = tags.find(",", start)
    while comma >= 0:
        if tags[comma + 1 : comma + 2] in ("P", "N", "D") and finite_in(sentence, comma + 1, len(tags)):
            return comma
        comma = tags.find(",", comma + 1)
    return None


def _before_cue(sentence: Sentence, cue: Cue, start: int, other: Cue) -> int | None:
    """Where a later cue ends the content: `, according to`, `and warned`, `, adding`, `, but Okoro said`."""
    words = sentence.tokens
    own = other.subject is not None and other.subject[0] > start
    opening = min(other.first, other.subject[0]) if other.subject and own else other.first
    leading = words.tags[max(0, opening - 2) : opening]
    if other.lemma == ACCORDING:
        return other.first - 1 if leading.endswith(",") and "," not in words.tags[other.last :] else None
    if leading.endswith(",") and own and words.tags[max(other.last, *other.subject) + 1 :] in ("", "."):  # type: ignore[misc]
        return opening - 1  # "said the road was shut, the Courier reported"
    if leading.endswith("c"):
        said_on = other.first == opening and other.subject == cue.subject
        turned = other.subject is not None and words.tags[other.subject[0]] == "P" and words.tags[start] != "P"
        if said_on or turned:
            return opening - 1
    if words.tags[other.first] == "G" and leading.endswith(",") and other.first == opening:
        return other.first - 1
    if leading in (",c", ",S") and other.subject and words[opening - 1].low in ("but", "while", "and"):
        return opening - 2 if other.lemma in REPORTING and cue.subject is not None else len(words)
    return None
