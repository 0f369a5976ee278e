"""Attribution beside a quotation: the clause right behind it, or the one that introduces it."""

from __future__ import annotations

import re

from corpus_pkg.annotate.quotes.clauses import finite
from corpus_pkg.annotate.quotes.cue import ACCORDING, Cue
from corpus_pkg.annotate.quotes.lexicon import SUBORDINATORS
from corpus_pkg.annotate.quotes.sentence import Attribution, Sentence
from corpus_pkg.annotate.quotes.subjects import after, before
from corpus_pkg.annotate.quotes.tokens import DASHES, QUOTE
from corpus_pkg.annotate.quotes.verbs import SPEECH

_MOST_TRAILING = 14
_LINE_END = re.compile(r"(?:,[Nn ]{1,5})?[.~]?")
_TURN = re.compile(r"([A-Z][A-Z.’'-]+(?: [A-Z][A-Z.’'-]+){0,3})(:)(?= )")


def turn(sentence: Sentence, quote: int) -> Attribution | None:
    """`“SMITH: Let us begin.”`: a turn of a transcript names its speaker itself."""
    stretch = sentence.tokens[quote].stretch
    named = _TURN.match(sentence.source, stretch.start, stretch.end) if stretch else None
    if named is None:
        return None
    return Attribution(named.span(1), named.span(2), "turn")


def behind(sentence: Sentence, quote: int) -> Attribution | None:
    """`“...,” said Okoro` / `“...,” Okoro said` / `“...,” according to Okoro` / `“...” — Peter Okoro`."""
    at = quote + 1
    while sentence.text(at) == "," or sentence.text(at) in DASHES:
        at += 1
    separated = at > quote + 1 or _open_ended(sentence, quote)
    for cue in sentence.cues:
        if cue.first < at or not separated:
            continue
        if cue.inverted and cue.first == at:
            return sentence.from_cue(cue, "behind-inverted")
        if not cue.inverted and cue.subject and _reaches(sentence, at, cue):
            return sentence.from_cue(cue, "behind-plain")
        break
    if separated and quote == sentence.quotes[0] and sentence.tokens.tags[:quote].strip("c,A") == "":
        found = _any_verb(sentence, at)
        if found:
            return found
    if at > quote + 1 and sentence.text(at - 1) in DASHES and not sentence.cues:
        phrase = after(sentence.tokens, at - 1)
        if phrase and sentence.tokens[phrase[0]].capital and _LINE_END.fullmatch(sentence.tokens.tags, phrase[1] + 1):
            return Attribution(sentence.span(phrase), None, "behind-dash")
    return None


def _any_verb(sentence: Sentence, at: int) -> Attribution | None:
    """`“...!” barked Okoro` / `“...,” Okoro shot back`: beside a quotation, whatever one does is said."""
    tags = sentence.tokens.tags
    if at >= len(tags):
        return None
    if tags[at] in "VE" and tags[at + 1 : at + 2] in ("N", "D", "P"):
        phrase = after(sentence.tokens, at)
        return Attribution(sentence.span(phrase), sentence.span((at, at)), "behind-any") if phrase else None
    verb = next((i for i in range(at + 1, len(tags)) if tags[i] in "VE" and finite(sentence.tokens, i)), None)
    phrase = before(sentence.tokens, verb) if verb is not None and "Q" not in tags[at:verb] else None
    if verb is None or phrase is None or phrase[0] != at:
        return None
    return Attribution(sentence.span(phrase), sentence.span((verb, verb)), "behind-any")


def _open_ended(sentence: Sentence, quote: int) -> bool:
    """Whether a comma, question or exclamation mark inside the marks joins the quotation to its clause."""
    return quote == 0 or sentence.tokens[quote].last in ",?!—–-…."


def _reaches(sentence: Sentence, at: int, cue: Cue) -> bool:
    """Whether the cue's subject begins right behind the quotation."""
    if cue.subject is None:
        return False
    first = cue.subject[0]
    if not at <= first <= at + 1 or sentence.tokens.tags[at] == "c" or cue.first <= cue.subject[1] - 1:
        return False
    if any(sentence.tokens[index].low in SUBORDINATORS for index in range(at, first + 1)):
        return False
    # Only the title in an apposition may stand between: `“...,” Rosa Winter, author of “The Long Road,” said`.
    between = [index for index in range(at, cue.first) if sentence.text(index) == QUOTE]
    return all(index > cue.subject[1] and sentence.tokens[index].last == "," for index in between)


def introduced(sentence: Sentence, quote: int) -> Attribution | None:
    """`Okoro said: “...”` / `Okoro said, “...”` / `..., Okoro said, “...”` / `From the report: “...”`."""
    mark = sentence.text(quote - 1)
    if mark not in (":", ",") and mark not in DASHES:
        return None
    near = _verb_before(sentence, quote)
    if near:
        return near
    cues = [each for each in sentence.cues if each.last < quote and (each.lemma in SPEECH or each.lemma == ACCORDING)]
    between = [index for index in sentence.quotes if cues and cues[-1].last < index < quote]
    if cues and not between and (mark == ":" or _near(cues[-1], quote)):
        return sentence.from_cue(cues[-1], "before-" + ("colon" if mark == ":" else "comma"))
    if mark == ":" and not between and not cues:
        return sentence.introduced_by(quote - 1)
    return None


def _verb_before(sentence: Sentence, quote: int) -> Attribution | None:
    """`Okoro shot back, “...”`: a verb of any kind right before the mark that introduces a quotation."""
    for index in range(quote - 2, max(quote - 4, 0), -1):
        if sentence.tokens.tags[index] in "VE" and sentence.tokens.tags[index + 1 : quote - 1].strip("A") == "":
            if any(each.first == index for each in sentence.cues) or not finite(sentence.tokens, index):
                return None
            phrase = before(sentence.tokens, index)
            return Attribution(sentence.span(phrase), sentence.span((index, index)), "before-any") if phrase else None
    return None


def _near(cue: Cue, quote: int) -> bool:
    reach = max(cue.last, cue.subject[1] if cue.subject else 0)
    return quote - reach <= _MOST_TRAILING
