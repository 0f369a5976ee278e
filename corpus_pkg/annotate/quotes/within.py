"""Attribution of a fragment inside the reporter's sentence: by the clause that governs it, or one at its end."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from corpus_pkg.annotate.quotes.cue import ACCORDING, Cue
from corpus_pkg.annotate.quotes.lexicon import PRONOUNS
from corpus_pkg.annotate.quotes.sentence import Attribution, Sentence
from corpus_pkg.annotate.quotes.subjects import opening
from corpus_pkg.annotate.quotes.verbs import DESCRIBING, SPEECH, STRONG, UTTERING

_BEGINNINGS = PRONOUNS | {"that", "the", "a", "there"}
_MOST_TRAILING = 14
_MOST_BEHIND_AGENT = 2


def inside(sentence: Sentence, quote: int) -> Attribution | None:
    """`Okoro said the plan was “...”`: the nearest cue before the fragment governs it, or one above that cue."""
    governing = [each for each in sentence.cues if each.last < quote and each.lemma != ACCORDING]
    while governing:
        cue = governing.pop()
        if ";" in sentence.tokens.tags[cue.last : quote]:
            return None
        if not _closed(sentence, cue, quote):
            return _governed(sentence, cue, governing)
    return None


def _governed(sentence: Sentence, cue: Cue, earlier: Sequence[Cue]) -> Attribution:
    """The attribution of a fragment by the cue that governs it, or by the clause that one hangs on."""
    if cue.subject is None:
        return sentence.from_cue(cue, "inside-passive")
    first = cue.subject[0]
    if sentence.tokens.tags[first] == "P" and sentence.text(first - 1).lower() == "what":
        phrase = opening(sentence.tokens, first)  # "Okoro condemned what she called “...”"
        if phrase:
            return Attribution(sentence.span(phrase), sentence.span((cue.first, cue.last)), "inside-above")
    above = _above(sentence, cue, earlier)
    if above is None:
        return sentence.from_cue(cue, "inside")
    if not _speaks(sentence, cue):
        return sentence.from_cue(above, "inside-above")
    # "The Courier said an official had dismissed it as “...”": the official speaks, the Courier reports it.
    reporter = sentence.span(above.subject) if above.subject else None
    return replace(sentence.from_cue(cue, "inside"), reporter=reporter)


def _closed(sentence: Sentence, cue: Cue, quote: int) -> bool:
    """Whether the cue's clause is over before the quotation: behind an earlier one, or a relative clause's comma."""
    agent = cue.subject if cue.subject and cue.subject[0] > cue.last and not cue.inverted else None
    if agent and quote - agent[1] > _MOST_BEHIND_AGENT and sentence.text(quote - 1).lower() != "as":
        return True  # "was called a fraud by doctors for promoting “...”"
    if cue.inverted and any(index < cue.first for index in sentence.quotes) and _ended(sentence, cue, quote):
        return True
    if cue.pronoun is None or sentence.tokens.tags[cue.pronoun - 1] != ",":
        return False
    return "," in sentence.tokens.tags[cue.last : quote] and not _said_between(sentence, cue, quote)


def _said_between(sentence: Sentence, cue: Cue, quote: int) -> bool:
    return any(cue.last < index < quote for index in sentence.quotes)


def _speaks(sentence: Sentence, cue: Cue) -> bool:
    """Whether a clause keeps its fragment: a verb of speech or description whose subject is named."""
    if cue.subject is None or (cue.lemma not in STRONG and cue.lemma not in DESCRIBING):
        return False
    first, last = cue.subject
    named = "N" in sentence.tokens.tags[first : last + 1] or (cue.lemma in UTTERING or cue.lemma in DESCRIBING)
    return sentence.tokens.tags[first] not in "PW" and named


def _above(sentence: Sentence, cue: Cue, governing: Sequence[Cue]) -> Cue | None:
    """The clause that a clause of thought, of a thing or of a pronoun hangs on: `Okoro said the spate demands`."""
    for each in reversed(governing):
        if each.subject is None or each.lemma not in STRONG or each.pronoun is not None or cue.subject is None:
            continue
        start = min(cue.first, cue.subject[0])
        if each.subject == cue.subject or ";" in sentence.tokens.tags[each.first : cue.first]:
            return None
        same = sentence.tokens[each.subject[0]].low == sentence.tokens[cue.subject[0]].low
        if same and (cue.lemma in STRONG or cue.lemma in DESCRIBING):
            return None  # "He said ... which he called “...”": the mention beside the fragment
        before_subject = sentence.tokens.tags[max(0, start - 2) : start]
        return None if before_subject in (",c", ",S") or before_subject.endswith(",") else each
    return None


def _ended(sentence: Sentence, cue: Cue, quote: int) -> bool:
    """Whether the clause of an attribution behind an earlier quotation is over before this one."""
    reach = cue.subject[1] if cue.subject else cue.last
    words = [each for each in sentence.tokens[reach + 1 : quote] if each.word]
    return bool(words) and words[0].low in ("while", "but", "whereas", "although")


def closing(sentence: Sentence, quote: int) -> Attribution | None:
    """`The offer would “...”, the daily said.`: a clause at the end holds the whole sentence."""
    for cue in sentence.cues:
        if cue.first < quote or cue.lemma not in SPEECH or cue.subject is None:
            continue
        trailing = sum(1 for each in sentence.tokens[max(cue.last, cue.subject[1]) + 1 :] if each.word)
        opening = min(cue.first, cue.subject[0])
        as_put = sentence.text(opening - 1).lower() == "as"  # "as the Courier put it"
        joined = as_put or (sentence.text(opening - 1) == "," and not _complement(sentence, cue))
        if joined and trailing <= _MOST_TRAILING:
            return sentence.from_cue(cue, "closing")
    return None


def _complement(sentence: Sentence, cue: Cue) -> bool:
    """Whether the clause has content of its own: `, Trump said he expected ...`."""
    following = sentence.text(max(cue.last, cue.subject[1] if cue.subject else 0) + 1).lower()
    return following in _BEGINNINGS and not cue.inverted


def according(sentence: Sentence, _quote: int) -> Attribution | None:
    """`According to Okoro, the plan is “...”`: a source holds its whole sentence."""
    cue = next((each for each in sentence.cues if each.lemma == ACCORDING), None)
    return sentence.from_cue(cue, "according-to") if cue else None


def resumed(sentence: Sentence, quote: int) -> Attribution | None:
    """`“...,” Okoro said, “...” - a long pause - “...”`: a quotation taken up again behind a dash."""
    earlier = [index for index in sentence.done if index < quote]
    if not earlier or sentence.tokens.tags[quote - 1] != "-":
        return None
    if any(earlier[-1] < cue.first < quote for cue in sentence.cues):
        return None
    found = parallel(sentence, quote)
    return found if found and found.rule == "split" else None


def parallel(sentence: Sentence, quote: int) -> Attribution | None:
    """`“...” and “...”`: the second shares the first's speaker."""
    earlier = [sentence.done[index] for index in sentence.quotes if index < quote and index in sentence.done]
    if not earlier:
        return None
    own = earlier[-1].rule.startswith(("behind-", "before-", "split"))
    return Attribution(earlier[-1].speaker, earlier[-1].cue, "split" if own else "parallel")
