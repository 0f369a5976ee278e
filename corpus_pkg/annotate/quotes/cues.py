"""Cues of reported speech in a sentence, each with the subject that speaks."""

from __future__ import annotations

import re
from collections.abc import Sequence

from corpus_pkg.annotate.quotes.clauses import Phrase, finite, passive, relative
from corpus_pkg.annotate.quotes.cue import ACCORDING, Cue
from corpus_pkg.annotate.quotes.lexicon import NOUNS, PRONOUNS
from corpus_pkg.annotate.quotes.sharing import shared, subject_of
from corpus_pkg.annotate.quotes.subjects import after, before
from corpus_pkg.annotate.quotes.tokens import QUOTE, Words
from corpus_pkg.annotate.quotes.verbs import BARE, DESCRIBING, LEMMAS, STRONG

_NOT_BEFORE_A_VERB = frozenset("to the a an this these those his her its their my our of no any".split())
_SPEAKING_PASSIVES = frozenset(("quote", "cite"))
_OPENERS = PRONOUNS | frozenset("the a an one his her its their some another".split())
_POSSESSIVE = ("’s", "'s", "s’", "s'")
_MODALS = frozenset("will would may might could can should must did does do".split())
_BEHIND_A_PLURAL = ("T", "D", "P", "N", "Q", "n", "#", "O", ":", ",")
_MOST_OBJECT = 9
_MOST_QUOTED = 15
_OF = re.compile(r"o[DN]+\Z")  # "32% of Republican claims"
_WHAT = re.compile(r"W[DNnOPA#o]+\Z")
_SOURCES = ("according", "per")
_CUES = frozenset((*LEMMAS, *BARE, *_SOURCES))
_GIVING = frozenset(("call", "dub", "label", "brand"))
_HEADLINE = frozenset("says said tells warns asks urges tweeted".split())


def find_cues(words: Words) -> list[Cue]:
    """The cues of a sentence, in order."""
    cues: list[Cue] = []
    for index, token in enumerate(words):
        if token.low not in _CUES:
            continue
        if token.low in LEMMAS and (token.low in _HEADLINE or not _inside_capitals(words, index)):
            found = _verb(words, index, cues)
        elif token.low in BARE and not token.capital:
            found = _base_form(words, index, cues)
        else:
            found = _source(words, index) if token.low in _SOURCES else None
        if found:
            cues.append(found)
    return cues


def _source(words: Words, index: int) -> Cue | None:
    """`according to Okoro`, `per the bylaws`."""
    if words[index].low == "per":
        subject = after(words, index) if index and words.tags[index - 1] in ",Q" else None
        named = subject is not None and words.tags[subject[0]] in "DN"
        return Cue(index, index, ACCORDING, subject, inverted=True) if named else None
    if index + 1 >= len(words) or words[index + 1].low != "to":
        return None
    subject = after(words, index + 1)
    return Cue(index, index + 1, ACCORDING, subject, inverted=True) if subject else None


def _base_form(words: Words, index: int, earlier: Sequence[Cue]) -> Cue | None:
    """`officials say`, `she will say`; `was forced to admit that ...`, `took to calling it “...”`."""
    lemma = BARE[words[index].low]
    if _present(words, index):
        subject = before(words, index)
        return Cue(index, index, lemma, subject, pronoun=relative(words, index)) if subject else None
    if index and words[index - 1].low == "to" and _spoken(words, index):
        subject = shared(words, index, earlier)
        return Cue(index, index, lemma, subject) if subject else None
    return None


def _spoken(words: Words, index: int) -> bool:
    """Whether an infinitive reports speech: words follow that were said, in a clause or in quotation marks."""
    quoted = BARE[words[index].low] in DESCRIBING and "Q" in words.tags[index : index + _MOST_OBJECT]
    return words.tags[index + 1 : index + 2] == "T" or quoted


def _inside_capitals(words: Words, index: int) -> bool:
    """Whether a form with a capital stands inside a sentence: part of a name or of a headline."""
    return words[index].capital and index > 0 and words[index - 1].text != QUOTE


def _present(words: Words, index: int) -> bool:
    """Whether a base form is a finite verb: `officials say`, `they insist`, `she will say`, `Sousa and Okoro call`."""
    back = index - 1
    while back >= 0 and words.tags[back] == "A":
        back -= 1
    if back < 0:
        return False
    token, kind = words[back], words.tags[back]
    if kind in "XWP":
        return kind == "W" or token.low in _MODALS or token.low in ("they", "we", "i", "you")
    if words[index].low == "say" and (kind in "n#D)," or token.low == "percent") and token.low not in ("a", "the"):
        return True
    # "the reports claim" and "the union's demand": what follows tells the verb from the noun.
    following = words.tags[index + 1 : index + 2]
    return token.low not in BARE and following in _BEHIND_A_PLURAL and _plural(words, back)


def _plural(words: Words, index: int) -> bool:
    """Whether a noun or name is more than one: `officials`, `Sousa and Okoro`."""
    low, kind = words[index].low, words.tags[index]
    several = low.endswith("s") and not low.endswith(("ss", "’s", "'s"))
    paired = kind == "N" and index > 1 and words[index - 1].low == "and"
    return (several and kind in "nN") or paired


def _verb(words: Words, index: int, earlier: Sequence[Cue]) -> Cue | None:
    lemma = LEMMAS[words[index].low]
    if not _may_report(words, index):
        return None
    behind = _after_quote(words, index)
    inverted = _inverted(words, index, lemma, behind=behind)
    if inverted:
        return inverted
    if passive(words, index) and lemma not in _SPEAKING_PASSIVES:
        planned = index > 1 and words[index - 1].low == "be" and words[index - 2].low == "to"
        # "a conference to be announced" reports nothing yet
        return None if planned else Cue(index, index, lemma, _agent(words, index))
    if not behind and lemma in _GIVING and _names(words, index):
        return Cue(index, index, lemma, _agent(words, index))
    quoted, saying = _quoted_as(words, index)
    subject = None if saying else subject_of(words, index, earlier)
    if saying or (subject is None and not _fronted(words, index)) or _noun(words, index, subject):
        return quoted
    return Cue(index, index, lemma, subject, pronoun=relative(words, index))


def _inverted(words: Words, index: int, lemma: str, *, behind: bool) -> Cue | None:
    """`“...,” said Okoro`, `..., said Okoro.`: the subject behind its verb."""
    if not (behind or (words.tags[index - 1 : index] == "," and lemma in STRONG)) or not _inverts(words, index, lemma):
        return None
    subject = after(words, index)
    placed = subject is not None and (behind or _ends(words, subject))
    return Cue(index, index, lemma, subject, inverted=True) if placed else None


def _quoted_as(words: Words, index: int) -> tuple[Cue | None, bool]:
    """The cue of `Nordwire quoted a pilot as saying`, which is its `saying`; and whether the word belongs to it."""
    quoting = _quoting(words, index)
    if quoting is not None:
        said = before(words, index - 1)
        cue = Cue(index, index, LEMMAS[words[index].low], said, reporter=before(words, quoting)) if said else None
        return cue, True
    cites = LEMMAS[words[index].low] in _SPEAKING_PASSIVES
    reach = range(index, min(index + _MOST_QUOTED, len(words)))
    return None, cites and any(_quoting(words, each) == index for each in reach)


def _may_report(words: Words, index: int) -> bool:
    """Whether what stands before a form leaves it a verb: not `the claims`, `his remarks`, `from noted scholars`."""
    previous = words[index - 1].low if index else ""
    if previous in _NOT_BEFORE_A_VERB or previous.endswith(_POSSESSIVE):
        return False
    if index and words.tags[index - 1 : index + 3] in ("cEnX", "cEnV"):
        return False  # "but repeated droughts have ..."
    return not (index and words.tags[index - 1] in "Io" and not words[index].low.endswith("ing"))


def _quoting(words: Words, index: int) -> int | None:
    """The `quoted` of `Nordwire quoted a pilot as saying`, for the `saying`."""
    if words.tags[index] != "G" or index < 3 or words[index - 1].low != "as":  # noqa: PLR2004  somebody quoted somebody
        return None
    for back in range(index - 2, max(index - _MOST_QUOTED, 0), -1):
        if LEMMAS.get(words[back].low) in _SPEAKING_PASSIVES:
            return None if passive(words, back) else back
    return None


def _names(words: Words, index: int) -> bool:
    """Whether a participle merely names: `a class called “Perception”`, but not `what the critics called “fraud”`."""
    named = words.tags[index] == "E" and words.tags[index + 1 : index + 2] == "Q"
    return named and not _WHAT.search(words.tags[:index])


def _noun(words: Words, index: int, subject: Phrase | None) -> bool:
    """Whether a form that is a plural noun as often is one here: `of Republican claims`."""
    if words[index].low not in NOUNS:
        return False
    return subject is None or _object(words, subject) or not finite(words, index)


def _object(words: Words, subject: Phrase) -> bool:
    """Whether the words before a form are part of a phrase that it heads: `of Republican claims`."""
    leading = words.tags[max(0, subject[0] - 1) : subject[0] + 1]
    return "I" in leading or "o" in leading or _OF.search(words.tags[subject[0] : subject[1] + 1]) is not None


def _after_quote(words: Words, index: int) -> bool:
    back = index - 1
    if back > 0 and (words[back].text == "," or words.tags[back] == "-"):
        back -= 1
    return back >= 0 and words[back].text == QUOTE


def _ends(words: Words, subject: Phrase) -> bool:
    """Whether a clause is over with its subject (`..., said Okoro.`, `..., said Okoro, the pilot.`)."""
    return words.tags[subject[1] + 1 : subject[1] + 2] in ("", ".", ",", ";") and words.tags[subject[0]] in "ND#"


def _inverts(words: Words, index: int, lemma: str) -> bool:
    """Whether a subject follows the verb: surely after a verb of saying, else before a name, pronoun or article."""
    if words.tags[index] == "G":
        return False  # "“...,” saying the city was ready": its subject stands before the quotation
    following = words[index + 1] if index + 1 < len(words) else None
    if following is not None and following.low in ("no", "yes", "so", "nothing"):
        return False
    if words.tags[index + 1 : index + 2] == "P" and index + 2 < len(words) and finite(words, index + 2):
        return False  # "..., who called it “...,” said he would go"
    return following is not None and (lemma in STRONG or following.capital or following.low in _OPENERS)


def _agent(words: Words, index: int) -> Phrase | None:
    """Who did it: `described by Okoro as`."""
    for by in range(index + 1, min(index + 8, len(words) - 1)):
        if words[by].low == "by":
            return after(words, by)
    return None


def _fronted(words: Words, index: int) -> bool:
    if words[index].low == "asked" and index + 1 < len(words):
        return words.tags[index + 1] == "W" or words[index + 1].low in ("if", "whether", "how", "why")
    return index + 1 < len(words) and words[index + 1].text in (":", ",", QUOTE)
