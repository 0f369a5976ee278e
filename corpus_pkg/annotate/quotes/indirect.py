"""Reported speech without quotation marks: the clause that a verb of speech or `according to` reports."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from corpus_pkg.annotate.quotes.sentence import Attribution, Sentence
from corpus_pkg.annotate.quotes.clauses import finite, passive
from corpus_pkg.annotate.quotes.cues import ACCORDING, Cue
from corpus_pkg.annotate.quotes.subjects import after, before
from corpus_pkg.annotate.quotes.verbs import ADDRESSING, CLAUSAL, COMMITTING, DIRECTING, PARENTHETIC, REPORTING

_LEAST_WORDS = 3
_LEAST_CLAUSE = 4
_MOST_DATELINE = 6
_MOST_TRAILING = 9
_MOST_SUBJECT = 30
_MOST_ADDRESSEE = 8
_ADDRESSED = re.compile(r"I?(?:O|P|[DNn#o&.c]{1,8}?)(?=A?I)")
_PLACED = re.compile(r"[IoNDnt#AO&.]+T")
Part = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Reported:
    """A clause of reported speech.

    Attributes:
        parts: its stretches; two where the reporting clause stands in its middle.
        attribution: who speaks, and by which words.
    """

    parts: tuple[Part, ...]
    attribution: Attribution


def reported_clauses(sentence: Sentence) -> Iterator[Reported]:
    """The reported clauses of a sentence that hold no quotation, in the order of their cues.

    Args:
        sentence: the sentence, its cues found.
    """
    words = sentence.tokens
    for cue in sentence.cues:
        found = _accorded(sentence, cue) if cue.lemma == ACCORDING else _said(sentence, cue)
        if found is None:
            continue
        rule, parts = found
        stretches = tuple(_stretch(sentence, *part) for part in parts if "Q" not in words.tags[part[0] : part[1]])
        if len(stretches) == len(parts) and sum(b - a for a, b in parts) >= _LEAST_WORDS:
            yield Reported(stretches, sentence.from_cue(cue, rule))


Found = tuple[str, tuple[Part, ...]]


def _accorded(sentence: Sentence, cue: Cue) -> Found | None:
    """`According to Okoro, ...` / `..., according to Okoro` / `..., according to Okoro, ...`."""
    words = sentence.tokens
    if cue.subject is None:
        return None
    end = cue.subject[1] + 1
    start = _clause_start(sentence, cue.first)
    if words.tags[start : cue.first].strip("cA,-") == "":
        comma = _closing_comma(words.tags, end)
        if comma < 0:
            return None
        return "indirect-according", ((comma + 1, _last(sentence, len(words))),)
    first = (start, _strip(words.tags, start, cue.first))
    comma = _closing_comma(words.tags, end)
    rest = (comma + 1, _last(sentence, len(words))) if comma >= 0 else None
    if rest and any(finite(words, index) for index in range(*rest)) and not _finite_in(sentence, *first):
        return "indirect-around", (first, rest)
    return ("indirect-according", (first,)) if first[1] - first[0] >= _LEAST_CLAUSE else None


def _closing_comma(tags: str, start: int) -> int:
    """The comma that ends the phrase of a source."""
    return tags.find(",", start)


def _said(sentence: Sentence, cue: Cue) -> Found | None:
    words = sentence.tokens
    if cue.lemma not in REPORTING | COMMITTING | DIRECTING or words[min(cue.last + 1, len(words) - 1)].low == "by":
        return None
    opening = min(cue.first, cue.subject[0]) if cue.subject else cue.first
    closing = max(cue.last, cue.subject[1] if cue.subject else 0) + 1
    leading = words.tags[opening - 1 : opening]
    if leading == "S" and words[opening - 1].low == "as" and cue.lemma in PARENTHETIC:
        return _as_said(sentence, opening - 1, closing)
    if cue.lemma not in REPORTING:
        return _infinitive(sentence, cue)
    content = None if cue.inverted else _content(sentence, cue) or _infinitive(sentence, cue)
    if content:
        return content
    if leading == "," and "Q" not in words.tags[closing:] and _trailing(sentence, cue, closing) and _person(sentence, cue):
        start = _clause_start(sentence, opening)
        part = (start, _strip(words.tags, start, opening))
        return ("indirect-closing", (part,)) if _main(sentence, *part) else None
    if leading == "," and words.tags[closing : closing + 1] == ",":
        return _around(sentence, opening, closing)
    return None


def _as_said(sentence: Sentence, opening: int, closing: int) -> Found | None:
    """`As Okoro noted, ...` / `..., as Okoro noted`."""
    words = sentence.tokens
    comma = words.tags.find(",", closing)
    closing += closing < len(words) and words[closing].low == "out"
    if words.tags[closing : closing + 1] not in (",", ".", "", "t", "I", "P", "A"):
        return None
    if words.tags[:opening].strip("c") == "" and comma >= 0:
        return "indirect-as", ((comma + 1, _last(sentence, len(words))),)
    if opening > 0 and words.tags[opening - 1] == "," and _trailing(sentence, None, closing):
        start = _clause_start(sentence, opening)
        return "indirect-as", ((start, _strip(words.tags, start, opening)),)
    return None


def _person(sentence: Sentence, cue: Cue) -> bool:
    """Whether somebody speaks, not `a plan announced on Monday`: a name or pronoun, or a verb that things do not take."""
    if cue.subject is None:
        return False
    kinds = sentence.tokens.tags[cue.subject[0] : cue.subject[1] + 1]
    return "N" in kinds or "P" in kinds or cue.lemma in PARENTHETIC


def _around(sentence: Sentence, opening: int, closing: int) -> Found | None:
    """`The bridge, Okoro said, would reopen`: the clause around the one that reports it."""
    words = sentence.tokens
    start = _clause_start(sentence, opening)
    first, rest = (start, _strip(words.tags, start, opening)), (closing + 1, _last(sentence, _ends(sentence, closing)))
    if first[1] <= first[0] or not (_finite_in(sentence, *rest) or _finite_in(sentence, *first)):
        return None
    return "indirect-around", (first, rest)


def _content(sentence: Sentence, cue: Cue) -> Found | None:
    """`said (that) ...`, `told reporters (that) ...`, `asked whether ...`: the clause behind the cue."""
    words = sentence.tokens
    start = _skip(sentence, cue)
    end = _last(sentence, _content_end(sentence, cue, start))
    if start >= end:
        return None
    kind, low = words.tags[start], words[start].low
    if cue.subject is None and kind != "T" and low not in ("if", "whether"):
        return None
    if kind == "T":
        return "indirect-that", ((start, end),)
    if low in ("when", "where") and cue.lemma not in ADDRESSING:
        return None
    if low in ("if", "whether", "how", "why", "what", "who", "where", "when"):
        return ("indirect-wh", ((start, end),)) if _finite_in(sentence, start, end) else None
    if kind in "IoVEX,:;" or (kind == "G" and cue.lemma not in CLAUSAL) or (kind == "S" and low not in ("if", "while", "because", "although", "when", "once")):
        return None
    return ("indirect-clause", ((start, end),)) if _clause(sentence, start, end, clausal=cue.lemma in CLAUSAL) else None


def _infinitive(sentence: Sentence, cue: Cue) -> Found | None:
    """`pledged to oppose it` / `urged the council to wait`: what the speaker will do, or another should."""
    words, start = sentence.tokens, cue.last + 1
    if cue.lemma in DIRECTING:
        named = _ADDRESSED.match(words.tags, start)
        called = cue.lemma == "call"
        if called and (named is None or words[start].low not in ("on", "for", "upon")):
            return None  # "called her to say so"
        if named and called and _to_do(sentence, named.end()):
            return "indirect-infinitive", ((start + 1, _last(sentence, _content_end(sentence, cue, start))),)
        if named is None:
            return None  # "asked not to be named"
        start = named.end()
    while start < len(words) and words.tags[start] in "At":
        start += 1
    if start >= len(words) - 1 or not _to_do(sentence, start) or cue.lemma not in COMMITTING | DIRECTING:
        return None
    start -= words[start - 1].low == "not"
    return "indirect-infinitive", ((start, _last(sentence, _content_end(sentence, cue, start))),)


def _clause(sentence: Sentence, start: int, end: int, *, clausal: bool) -> bool:
    """Whether a clause with a subject of its own begins at a token."""
    words = sentence.tokens
    if clausal and words.tags[start] in "NDn#P" and words[start].low not in ("so", "yes", "no", "nothing"):
        return end - start >= _LEAST_CLAUSE or _finite_in(sentence, start, end)
    if words.tags[start] in "PSG":
        return _finite_in(sentence, start, end)
    for index in range(start + 1, min(end, start + _MOST_SUBJECT)):
        if finite(words, index):
            subject = before(words, index)
            if words.tags[index] == "X" or (subject and subject[0] <= start + 1):
                return True
        if words.tags[index] in ";:,cTSW":
            return False
    return False


def _skip(sentence: Sentence, cue: Cue) -> int:
    """Where content may begin: past particles, an addressee, `on Monday`, `in a statement`."""
    words, index = sentence.tokens, cue.last + 1
    addressed = cue.lemma in ADDRESSING
    placed = _PLACED.match(words.tags, index)
    if placed and not _infinitive_in(sentence, index, placed.end()) and (addressed or words.tags[index] in "It" or words[index].low in ("last", "late", "earlier", "this")):
        return placed.end() - 1  # "said in an interview with Nordwire last week that ..."
    while index < len(words):
        kind = words.tags[index]
        if kind == "O" and (addressed or words.tags[index - 1] == "I"):
            addressed = False
            index += 1
        elif words.tags[index + 1 : index + 2] == "t" and words[index].low in ("last", "this", "next", "earlier"):
            index += 2
        elif words[index].low == "about" and words.tags[index + 1 : index + 2] in ("#", "D"):
            break  # "said about 20 people were hurt"
        elif kind in "At" or words[index].low in ("out", "so", "back"):
            index += 1
        elif addressed and kind in "NDnP" and words[index].low not in ("he", "she", "they", "it"):
            following = _addressee(sentence, index)
            if following is None:
                return index
            addressed, index = False, following
        elif kind == "o" or words[index].low in ("about", "against", "toward", "towards") or _to_do(sentence, index):
            return len(words)  # "warned of a shortage", "pledged to oppose it"
        elif kind == "I" and words.tags[index + 1 : index + 2] == "t":
            index += 2
        elif kind == "I":
            phrase = after(words, index)
            that = words.tags.find("T", index, index + _MOST_ADDRESSEE)
            if phrase is None or words.tags[index + 1 : index + 2] == "P":
                return that if that >= 0 else index
            index = phrase[1] + 1
        elif kind == "," and words.tags[index + 1 : index + 2] == "T":
            index += 1
        else:
            break
    return index


def _infinitive_in(sentence: Sentence, start: int, end: int) -> bool:
    return any(_to_do(sentence, index) for index in range(start, end))


def _to_do(sentence: Sentence, index: int) -> bool:
    return sentence.tokens[index].low == "to" and sentence.tokens.tags[index + 1 : index + 2] in ("n", "V", "X", "A")


def _addressee(sentence: Sentence, index: int) -> int | None:
    """Past whom one tells; None where the words are the content's own subject."""
    words = sentence.tokens
    end = index
    while end < len(words) and words.tags[end] in "NDn#o&." and end - index < _MOST_ADDRESSEE:
        end += 1
    following = words.tags[end : end + 1]
    if following in ("T", "P", "t", "I", "W", "S", "A") or (following == "D" and end > index):
        return end
    return None


def _content_end(sentence: Sentence, cue: Cue, start: int) -> int:
    """Where the content is over: before a participle that goes on speaking, a source, or another's clause."""
    words = sentence.tokens
    first = cue.subject[0] if cue.subject else cue.first
    if words.tags[first - 1 : first] == "S" or (cue.subject is None and not passive(words, cue.first)) or (cue.pronoun is not None and cue.pronoun > 1):
        comma = words.tags.find(",", start)  # "While Okoro said that nothing would change, he appeared uneasy"
        while comma >= 0:
            if words.tags[comma + 1 : comma + 2] in ("P", "N", "D") and _finite_in(sentence, comma + 1, len(words)):
                return comma
            comma = words.tags.find(",", comma + 1)
    for each in sentence.cues:
        if each.first <= start:
            continue
        opening = min(each.first, each.subject[0]) if each.subject and each.subject[0] > start else each.first
        before_it = words.tags[max(0, opening - 2) : opening]
        if each.lemma == ACCORDING and before_it.endswith(",") and "," not in words.tags[each.last :]:
            return each.first - 1
        if before_it.endswith("c") and each.first == opening and each.subject == cue.subject:
            return each.first - 1  # "said that it was late and warned that ..."
        if before_it.endswith("c") and each.subject and words.tags[each.subject[0]] == "P" and words.tags[start] not in "P":
            return opening - 1  # "said the bridge was shut and she accused ..."
        if words.tags[each.first] == "G" and before_it.endswith(",") and each.first == opening:
            return each.first - 1
        if before_it in (",c", ",S") and each.subject and words[opening - 1].low in ("but", "while", "and"):
            return opening - 2 if each.lemma in REPORTING and cue.subject is not None else len(words)
    return min(_ends(sentence, start), len(words))


def _ends(sentence: Sentence, start: int) -> int:
    """The nearest mark or word behind which the reporter speaks again: `;`, `, although`, `, though`."""
    words = sentence.tokens
    for index in range(start, len(words)):
        if words.tags[index] == ";" or (words[index].low in ("although", "though") and words.tags[index - 1] == ","):
            return index
    return len(words)


def _trailing(sentence: Sentence, cue: Cue | None, closing: int) -> bool:
    """Whether little and no clause stands behind a reporting clause: it ends its sentence."""
    words = sentence.tokens
    rest = words.tags[closing:]
    addressed = cue is not None and cue.lemma in ADDRESSING
    if rest[:1] not in ("", ".", ",", "t", "I", "A", "O", "?", "!") and not addressed:
        return False
    if cue is not None and closing < len(sentence.tokens) and _to_do(sentence, closing):
        return False
    if sum(1 for kind in rest if kind.isalpha() or kind == "#") > _MOST_TRAILING:
        return False
    return not _finite_in(sentence, closing, len(words))


def _main(sentence: Sentence, start: int, end: int) -> bool:
    """Whether a stretch holds a main clause, not merely what introduces the reporting one (`While 86% agreed, ...`)."""
    words = sentence.tokens
    if words.tags[start : start + 1] in ("S", "G", "E", "I"):
        comma = words.tags.find(",", start, end)
        return _finite_in(sentence, comma + 1 if comma >= 0 else start, end)
    return _finite_in(sentence, start, end)


def _clause_start(sentence: Sentence, limit: int) -> int:
    """Where the content of a clause that ends at a token begins: the sentence, or behind a semicolon or colon."""
    words = sentence.tokens
    start = max(words.tags.rfind(";", 0, limit), words.tags.rfind(":", 0, limit)) + 1
    dash = words.tags.find("-", 0, min(limit, _MOST_DATELINE))
    if start == 0 and dash > 0 and words[0].text.isupper():
        start = dash + 1  # "LAGOS (Nordwire) - The bridge ..."
    while start < limit and (words.tags[start] in ",-~.)" or (start == 0 and words[start].low in ("but", "and", "so"))):
        start += 1
    return start


def _finite_in(sentence: Sentence, start: int, end: int) -> bool:
    return any(finite(sentence.tokens, index) for index in range(start, end))


def _strip(tags: str, start: int, end: int) -> int:
    while end > start and tags[end - 1] in ",;:-c":
        end -= 1
    return end


def _last(sentence: Sentence, end: int) -> int:
    """The end of a clause without the marks that close it."""
    tags = sentence.tokens.tags
    while end > 0 and tags[end - 1] in ".?!,;:-~":
        end -= 1
    return end


def _stretch(sentence: Sentence, start: int, end: int) -> tuple[int, int]:
    return sentence.tokens[start].start, sentence.tokens[end - 1].end
