"""What a verb of speech reports behind it: a clause, a question, what somebody is to do."""

from __future__ import annotations

import re

from corpus_pkg.annotate.quotes.clauses import finite
from corpus_pkg.annotate.quotes.cue import Cue
from corpus_pkg.annotate.quotes.extent import before_marks, content_end, finite_in
from corpus_pkg.annotate.quotes.lexicon import NOUNS
from corpus_pkg.annotate.quotes.sentence import Sentence
from corpus_pkg.annotate.quotes.subjects import after, before
from corpus_pkg.annotate.quotes.verbs import ADDRESSING, ASKING, CLAUSAL, COMMITTING, DIRECTING

Part = tuple[int, int]
"""First token of a stretch, and one past its last."""

_LEAST_CLAUSE = 4
_MOST_SUBJECT = 30
_MOST_ADDRESSEE = 8
_ADDRESSED = re.compile(r"I?(?:O|P|[DNn#o&.c]{1,8}?)(?=A?I)")
_PLACED = re.compile(r"[IoNDnt#AO&.]{1,30}T")
_WHOM = re.compile(r"D?(?:[nN&.]|o(?=[DNn])(?:D(?=[Nn]))?){1,8}")
_NAME = re.compile(r"D?N[N&.]*(?=n)")
_WH = frozenset("if whether how why what who where when".split())
_OPENS_A_CLAUSE = frozenset("if while because although when once".split())
_TIME_LEADS = ("last", "this", "next", "earlier", "late")
_ABOUT = ("about", "against", "toward", "towards")


def content(sentence: Sentence, cue: Cue) -> tuple[str, Part] | None:
    """`said (that) ...`, `told reporters (that) ...`, `asked whether ...`, and the rule; None where no clause follows.

    Args:
        sentence: the sentence.
        cue: the cue.
    """
    words = sentence.tokens
    start = _skip(sentence, cue)
    end = before_marks(sentence, start, content_end(sentence, cue, start)) if start < len(words) else start
    if start >= end:
        return None
    kind, low = words.tags[start], words[start].low
    if cue.subject is None and kind != "T" and low not in ("if", "whether"):
        return None
    if kind == "T":
        return "indirect-that", (start, end)
    if low in _WH:
        asked = cue.lemma in ASKING or low not in ("when", "where", "who")
        return ("indirect-wh", (start, end)) if asked and finite_in(sentence, start, end) else None
    return ("indirect-clause", (start, end)) if _clause(sentence, cue, start, end) else None


def infinitive(sentence: Sentence, cue: Cue) -> tuple[str, Part] | None:
    """`pledged to oppose it`, `urged the council to wait`: what the speaker will do, or another should; and the rule.

    Args:
        sentence: the sentence.
        cue: the cue.
    """
    words, start = sentence.tokens, cue.last + 1
    if cue.lemma in DIRECTING:
        named = _ADDRESSED.match(words.tags, start)
        if named is None:
            return None  # "asked not to be named"
        if cue.lemma == "call":  # "called on voters to wait", but not "called her to say so"
            called = words[start].low in ("on", "for", "upon") and _to_do(sentence, named.end())
            return _up_to_end(sentence, cue, start + 1) if called else None
        start = named.end()
    elif cue.lemma not in COMMITTING:
        return None
    while start < len(words) and words.tags[start] in "At":
        start += 1
    if start >= len(words) - 1 or not _to_do(sentence, start):
        return None
    return _up_to_end(sentence, cue, start - (words[start - 1].low == "not"))


def _up_to_end(sentence: Sentence, cue: Cue, start: int) -> tuple[str, Part]:
    return "indirect-infinitive", (start, before_marks(sentence, start, content_end(sentence, cue, start)))


def _clause(sentence: Sentence, cue: Cue, start: int, end: int) -> bool:
    """Whether a clause with a subject of its own begins at a token."""
    words, clausal = sentence.tokens, cue.lemma in CLAUSAL
    kind, low = words.tags[start], words[start].low
    noun = kind == "V" and low in NOUNS  # "said rates would fall"
    opens = noun or not (kind in "IoVEX,:;" or (kind == "G" and not clausal))
    if not opens or (kind == "S" and low not in _OPENS_A_CLAUSE):
        return False
    if clausal and kind in "NDn#P" and low not in ("so", "yes", "no", "nothing"):
        return end - start >= _LEAST_CLAUSE or finite_in(sentence, start, end)
    if noun or kind in "PSG":
        return finite_in(sentence, start + 1 if noun else start, end)
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
    placed = _placed(sentence, index, addressed=addressed)
    if placed is not None:
        return placed
    while index < len(words):
        kind, low = words.tags[index], words[index].low
        following = _past_adverbial(sentence, index)
        if following is not None:
            index = following
        elif kind == "O" and (addressed or words.tags[index - 1] == "I"):
            addressed, index = False, index + 1
        elif addressed and kind in "NDnP" and low not in ("he", "she", "they", "it"):
            end = _addressee(sentence, index)
            if end is None:
                return index
            addressed, index = False, end
        elif kind == "o" or low in _ABOUT or _to_do(sentence, index):
            return len(words)  # "warned of a shortage", "pledged to oppose it"
        elif kind == "I":
            phrase = after(words, index)
            if phrase is None or words.tags[index + 1 : index + 2] == "P":
                that = words.tags.find("T", index, index + _MOST_ADDRESSEE)
                return that if that >= 0 else index
            index = phrase[1] + 1
        else:
            break
    return index


def _past_adverbial(sentence: Sentence, index: int) -> int | None:
    """Past an adverb, a particle, a time or the comma before `that`; None where none of them stands."""
    words = sentence.tokens
    kind, low, following = words.tags[index], words[index].low, words.tags[index + 1 : index + 2]
    if following == "t" and (low in _TIME_LEADS or kind == "I"):
        return index + 2
    if low == "about" and following in ("#", "D"):
        return None  # "said about 20 people were hurt"
    if kind in "At" or low in ("out", "so", "back") or (kind == "," and following == "T"):
        return index + 1
    return None


def _placed(sentence: Sentence, index: int, *, addressed: bool) -> int | None:
    """The `that` behind a place, time or addressee: `said in an interview with Nordwire last week that ...`."""
    words = sentence.tokens
    match = _PLACED.match(words.tags, index)
    if match is None or any(_to_do(sentence, each) for each in range(index, match.end())):
        return None
    leads = addressed or words.tags[index] in "It" or words[index].low in _TIME_LEADS
    return match.end() - 1 if leads else None


def _to_do(sentence: Sentence, index: int) -> bool:
    words = sentence.tokens
    return index < len(words) and words[index].low == "to" and words.tags[index + 1 : index + 2] in ("n", "V", "X", "A")


def _addressee(sentence: Sentence, index: int) -> int | None:
    """Past whom one tells: `Reuters`, `the court`, `her`; None where the words are the content's own subject."""
    words, tags = sentence.tokens, sentence.tokens.tags
    if words[index].low == "her" and tags[index + 1 : index + 2] in ("T", "D", "P", "W"):
        return index + 1
    named = _WHOM.match(tags, index)
    if named is None:
        return None
    end = named.end()
    if tags[end : end + 1] in ("X", "V", "E"):
        # "told Reuters oil prices had risen": the name hears, what follows it is the content's subject.
        name = _NAME.match(tags, index)
        return name.end() if name and name.end() < end else None
    return end if tags[end : end + 1] in ("T", "P", "t", "I", "W", "S", "A", "D", "#") else None
