"""Reported speech without quotation marks: the clause that a verb of speech or `according to` reports."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from corpus_pkg.annotate.quotes.complements import Part, content, infinitive
from corpus_pkg.annotate.quotes.cue import ACCORDING, Cue
from corpus_pkg.annotate.quotes.extent import before_marks, clause_start, contrast, finite_in, main_clause
from corpus_pkg.annotate.quotes.sentence import Attribution, Sentence
from corpus_pkg.annotate.quotes.verbs import ADDRESSING, COMMITTING, DIRECTING, PARENTHETIC, REPORTING

_LEAST_WORDS = 3
_LEAST_SOURCED = 4
_MOST_TRAILING = 9
_CLAUSAL = REPORTING | COMMITTING | DIRECTING
_ENDS = ("", ".", ",", "t", "I", "A", "O", "?", "!")
_MARK = re.compile("[“”\"„«»]|''|``")  # a mark without a partner: what it parts is not told
_ADVERBIAL = re.compile(r"(?:t|It|O|N|ID?[nN]{1,3}|DN+){0,2}(?=,)")
Found = tuple[str, tuple[Part, ...]]
"""The rule, and the content's parts."""


@dataclass(frozen=True, slots=True)
class Reported:
    """A clause of reported speech.

    Attributes:
        parts: its stretches; two where the reporting clause stands in its middle.
        attribution: who speaks, and by which words.
    """

    parts: tuple[tuple[int, int], ...]
    attribution: Attribution


def reported_clauses(sentence: Sentence) -> Iterator[Reported]:
    """The reported clauses of a sentence that hold no quotation, in the order of their cues.

    Args:
        sentence: the sentence, its cues found.
    """
    tokens = sentence.tokens
    for cue in sentence.cues:
        found = _accorded(sentence, cue) if cue.lemma == ACCORDING else _said(sentence, cue)
        if found is None:
            continue
        rule, parts = found
        plain = all(start < end and "Q" not in tokens.tags[start:end] for start, end in parts)
        if (
            plain
            and not any(_MARK.search(sentence.source, tokens[a].start, tokens[b - 1].end) for a, b in parts)
            and sum(end - start for start, end in parts) >= _LEAST_WORDS
        ):
            stretches = tuple((tokens[start].start, tokens[end - 1].end) for start, end in parts)
            yield Reported(stretches, sentence.from_cue(cue, rule))


def _accorded(sentence: Sentence, cue: Cue) -> Found | None:
    """`According to Okoro, ...` / `..., according to Okoro` / `..., according to Okoro, ...`."""
    if cue.subject is None:
        return None
    tags = sentence.tokens.tags
    start = clause_start(sentence, cue.first)
    comma = _after_source(sentence, cue.subject[1] + 1)
    rest = (comma + 1, before_marks(sentence, comma + 1, len(tags))) if comma >= 0 else None
    if tags[start : cue.first].strip("cA,-") == "":
        return ("indirect-according", (rest,)) if rest else None
    first = (start, before_marks(sentence, start, cue.first))
    if rest and finite_in(sentence, *rest) and not finite_in(sentence, *first):
        return "indirect-around", (first, rest)
    return ("indirect-according", (first,)) if first[1] - first[0] >= _LEAST_SOURCED else None


def _after_source(sentence: Sentence, start: int) -> int:
    """The comma behind a source, its apposition or relative clause passed: `According to Okoro, the pilot, ...`."""
    tags = sentence.tokens.tags
    comma = tags.find(",", start)
    following = tags.find(",", comma + 1) if comma >= 0 else -1
    while following >= 0:
        aside = tags[comma + 1 : following]
        if not aside.startswith(("W", "#")) and (finite_in(sentence, comma + 1, following) or aside[:1] in "ISAt"):
            break
        if not finite_in(sentence, following + 1, len(tags)):
            break
        comma, following = following, tags.find(",", following + 1)
    return comma


def _said(sentence: Sentence, cue: Cue) -> Found | None:
    words = sentence.tokens
    if cue.lemma not in _CLAUSAL or sentence.text(cue.last + 1).lower() == "by":
        return None
    opening = min(cue.first, cue.subject[0]) if cue.subject else cue.first
    closing = max(cue.last, cue.subject[1] if cue.subject else 0) + 1
    if opening and words[opening - 1].low == "as" and cue.lemma in PARENTHETIC:
        return _as_said(sentence, opening - 1, closing)
    behind = None
    if cue.lemma in REPORTING and not cue.inverted:
        behind = content(sentence, cue)
    if behind is None and not cue.inverted:
        behind = infinitive(sentence, cue)
    if behind:
        return behind[0], (behind[1],)
    if cue.lemma not in REPORTING or words.tags[opening - 1 : opening] != ",":
        return None
    return _closing(sentence, cue, opening, closing) or _around(sentence, opening, closing)


def _as_said(sentence: Sentence, opening: int, closing: int) -> Found | None:
    """`As Okoro noted, ...` / `..., as Okoro noted`."""
    tags = sentence.tokens.tags
    closing += sentence.text(closing).lower() == "out"  # "as Okoro pointed out"
    comma = tags.find(",", closing)
    if tags[closing : closing + 1] not in (*_ENDS, "P"):
        return None
    if tags[:opening].strip("c") == "" and comma >= 0:
        return "indirect-as", ((comma + 1, before_marks(sentence, comma + 1, len(tags))),)
    if tags[opening - 1 : opening] == "," and _trailing(sentence, None, closing):
        start = clause_start(sentence, opening)
        return "indirect-as", ((start, before_marks(sentence, start, opening)),)
    return None


def _closing(sentence: Sentence, cue: Cue, opening: int, closing: int) -> Found | None:
    """The clause before one that ends the sentence: `The bridge would reopen, officials said`."""
    if "Q" in sentence.tokens.tags[closing:] or not _trailing(sentence, cue, closing) or not _somebody(sentence, cue):
        return None
    start = clause_start(sentence, opening)
    part = (start, before_marks(sentence, start, opening))
    return ("indirect-closing", (part,)) if main_clause(sentence, *part) else None


def _somebody(sentence: Sentence, cue: Cue) -> bool:
    """Whether somebody speaks, not `a plan announced on Monday`: a name, a pronoun, or a verb of persons."""
    if cue.subject is None:
        return False
    kinds = sentence.tokens.tags[cue.subject[0] : cue.subject[1] + 1]
    return "N" in kinds or "P" in kinds or cue.lemma in PARENTHETIC


def _around(sentence: Sentence, opening: int, closing: int) -> Found | None:
    """`The bridge, Okoro said, would reopen`: the clause around the one that reports it."""
    behind = _ADVERBIAL.match(sentence.tokens.tags, closing)
    if behind is None:
        return None
    start, comma = clause_start(sentence, opening), behind.end()
    first = (start, before_marks(sentence, start, opening))
    if any(cue.first == comma + 1 for cue in sentence.cues) and sentence.tokens.tags[comma + 1] == "G":
        return ("indirect-closing", (first,)) if main_clause(sentence, *first) else None  # "..., he said, adding"
    rest = (comma + 1, before_marks(sentence, comma + 1, contrast(sentence, comma)))
    if first[1] <= first[0] or not (finite_in(sentence, *rest) or finite_in(sentence, *first)):
        return None
    return "indirect-around", (first, rest)


def _trailing(sentence: Sentence, cue: Cue | None, closing: int) -> bool:
    """Whether little and no clause stands behind a reporting clause: it ends its sentence."""
    rest = sentence.tokens.tags[closing:]
    if rest[:1] not in _ENDS and not (cue is not None and cue.lemma in ADDRESSING):
        return False
    if sentence.text(closing).lower() == "to" and rest[1:2] in ("n", "V", "X", "A"):
        return False  # "..., Okoro pledged to oppose it"
    few = sum(1 for kind in rest if kind.isalpha() or kind == "#") <= _MOST_TRAILING
    return few and not finite_in(sentence, closing, closing + len(rest))
