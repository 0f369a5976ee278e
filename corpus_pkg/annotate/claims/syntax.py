"""What the parse of its sentence tells of a claim that the words around it do not: what is measured or counted.

The rules over words stay the first to speak; a tree answers where they gave none, and corrects the counted noun.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from corpus_pkg.annotate.claims.changes import is_change
from corpus_pkg.annotate.claims.nouns import singular
from corpus_pkg.annotate.claims.word_lists import listed

if TYPE_CHECKING:
    from corpus_pkg.annotate.claims.spans import ClaimSpan
    from corpus_pkg.annotate.parsing import Tree

_LEVELS = listed("""
    be is are was were been being 's ’s cost costs costing total totals totalled totaled average averages averaged
    averaging stand stands stood reach reaches reached exceed exceeds exceeded top tops topped weigh weighs weighed
    measure measures measured amount amounts amounted equal equals remain remains remained last lasts lasted close
    closes closed end ends ended trade trades traded settle settled open opened account accounts accounted represent
    represents represented comprise comprises comprised span spans spanned cover covers covered stretch stretches
    stretched extend extends extended finish finished hover hovers hovered range ranges ranged sit sits sat touch
    touched fetch fetched pass passed
""")
# Verbs of change that tell as often what somebody has or does: "lost £61,500", "added two players".
_OWNERS = listed("""
    lose loses lost losing gain gains gained gaining add adds added adding shed sheds raise raises raised raising lift
    lifts lifted cut cuts cutting
""")
# Nouns that only say that a number follows.
_EMPTY = listed("range total sum average level high low record peak maximum minimum figure amount rate mean median")
# What hangs on a noun and is no part of its short form: clauses, appositions, coordinated phrases.
_LOOSE = frozenset({"relcl", "appos", "cc", "conj", "punct", "advcl", "acl", "dep", "parataxis", "ccomp", "prep"})
_KEPT_PREP = frozenset({"relcl", "appos", "cc", "conj", "punct", "advcl", "acl", "dep", "parataxis", "ccomp"})
_DROPPED = listed("the a an")
_RELATIVE = listed("which that who")
_MULTIPLIED = listed("doubled tripled trebled quadrupled halved doubling tripling halving")
_PRONOUNS = listed("it they he she we i you this that which who what there these those one")
_NOUNS = ("NN", "NNS", "NNP", "NNPS")
_STEPS = 5


def wants_parse(claim: ClaimSpan) -> bool:
    """Whether a parse may tell more of a claim."""
    return claim.kind not in {"age", "score"} and claim.measured is None


def refine(claim: ClaimSpan, tree: Tree) -> ClaimSpan:
    """The claim with what the tree of its sentence tells.

    Args:
        claim: a claim.
        tree: the tree of its sentence.
    """
    if not wants_parse(claim):
        return claim
    start, end = claim.start - claim.sentence_start, claim.end - claim.sentence_start
    inside = tree.tokens(start, end)
    top = tree.top(inside)
    if top is None:
        return claim
    counted = _counted(tree, inside, top) if claim.unit is None and claim.kind == "count" else None
    if counted is not None:
        return _with_noun(claim, tree, counted)
    noun = _measured(tree, inside, top, owned=claim.kind != "percent")
    if noun is None or noun in inside or (claim.of is not None and not _is_subject(tree, noun)):
        return claim
    phrase = _phrase(tree, noun, inside)
    if phrase is None:
        return claim
    bare = claim.kind == "count" and claim.unit is None and tree.tags[noun] == "NNS" and claim.rule == "bare"
    unit = singular(tree.text[tree.starts[noun] : tree.ends[noun]]) if bare else claim.unit
    return replace(claim, measured=phrase, unit=unit)  # "burglaries fell to 1,644" counts burglaries


def _is_subject(tree: Tree, noun: int) -> bool:
    """Whether a noun is a subject: only that can be told beside the base of a share (`spending is 2% of output`)."""
    return tree.labels[noun].startswith("nsubj") and tree.heads[noun] != noun


def _counted(tree: Tree, inside: range, top: int) -> int | None:
    """The plural noun that a bare number modifies."""
    head = tree.heads[top]
    if tree.labels[top] != "nummod" or head in inside or not 0 < head - top <= _STEPS:
        return None
    return head if tree.tags[head] in ("NNS", "NNPS") else None


def _with_noun(claim: ClaimSpan, tree: Tree, noun: int) -> ClaimSpan:
    """A claim that counts a noun behind it; the phrase grows up to the noun."""
    first = next(i for i in range(noun + 1) if tree.ends[i] > claim.end - claim.sentence_start)
    printed = tree.text[tree.starts[noun] : tree.ends[noun]]
    return replace(claim, end=claim.sentence_start + tree.ends[noun], unit=singular(printed), unit_text=printed,
                   measured=tree.text[tree.starts[first] : tree.ends[noun]], rule="counted-parse",
                   confidence=0.8)  # fmt: skip


def _measured(tree: Tree, inside: range, top: int, *, owned: bool) -> int | None:
    """The noun that a quantity measures: what it modifies, what it is a quantity of, or the subject of its verb."""
    label, head = tree.labels[top], tree.heads[top]
    if head == top:
        return None
    if tree.word(head) == "worth" and tree.tags[tree.heads[head]] in _NOUNS:
        return tree.heads[head]
    if tree.tags[head].startswith("JJ") and tree.labels[head] in {"amod", "appos", "acl"}:
        noun = tree.heads[head]  # "the asteroid, 100 metres wide"
        return noun if tree.tags[noun] in _NOUNS else None
    if label in {"nummod", "compound", "nmod", "amod", "quantmod", "npadvmod"} and tree.tags[head] in _NOUNS:
        return _beside(tree, head)
    if label == "pobj":
        return _through(tree, head, inside, owned=owned)
    if label in {"dobj", "attr", "npadvmod", "advmod", "dative", "oprd", "acomp", "nsubj", "nsubjpass"}:
        return None if label.startswith("nsubj") else _subject(tree, head, inside, owned=owned)
    return None


def _beside(tree: Tree, noun: int) -> int | None:
    """The noun that a quantity stands before; of a change (`a 5% pay rise`) what changes."""
    if not is_change(tree.word(noun)):
        return noun
    return _changing(tree, noun)


def _changing(tree: Tree, noun: int) -> int | None:
    """What a noun of change is a change of: `a pay rise`, `a rise in pay`."""
    compound = tree.child(noun, "compound")
    if compound is not None:
        return compound
    link = next((i for i in tree.children(noun) if tree.labels[i] == "prep" and tree.word(i) in {"in", "of"}), None)
    return tree.child(link, "pobj") if link is not None else None


def _through(tree: Tree, preposition: int, inside: range, *, owned: bool) -> int | None:
    """What a quantity behind a preposition measures: `a loan of $5m`, `exports fell by 3 percent`."""
    link, head = tree.word(preposition), tree.heads[preposition]
    if tree.tags[head] in _NOUNS and link in {"of", "by", "at", "to", "worth", "from"} and head not in inside:
        if is_change(tree.word(head)):
            return _changing(tree, head)
        if tree.word(head) in _EMPTY and tree.labels[head] == "pobj":
            return _through(tree, tree.heads[head], inside, owned=owned)
        return head if link == "of" and tree.word(head) not in _EMPTY else None
    if tree.labels[head] == "prep":
        head = tree.heads[head]
    return _subject(tree, head, inside, owned=owned) if link in {"by", "to", "from", "at"} else None


def _subject(tree: Tree, verb: int, inside: range, *, owned: bool) -> int | None:
    """The subject of a verb of change or level, also of one that it is joined to."""
    changed = tree.child(verb, "dobj") if is_change(tree.word(verb)) else None
    if changed is not None and changed not in inside:
        return changed  # "cut prices by 5%": what is changed, not who changes it
    for _ in range(_STEPS):
        if owned and tree.word(verb) in _OWNERS and tree.child(verb, "auxpass") is None:
            return None
        if _tells(tree, verb) or tree.labels[verb] in {"acomp", "advmod", "prep"}:
            subject = tree.child(verb, "nsubj", "nsubjpass")
            if subject is not None and tree.word(subject) in _RELATIVE and tree.labels[verb] == "relcl":
                return tree.heads[verb]
            if subject is not None:
                return None if tree.word(subject) in _PRONOUNS else subject
        elif tree.child(verb, "nsubj", "nsubjpass") is not None:
            return None
        if tree.labels[verb] not in {"conj", "acomp", "advmod", "xcomp", "advcl", "prep", "ROOT", "npadvmod"}:
            return None
        if tree.heads[verb] == verb:
            return None
        verb = tree.heads[verb]
    return None


def _tells(tree: Tree, verb: int) -> bool:
    """Whether a verb tells of its subject how high it is or how it changes."""
    word = tree.word(verb)
    particle = tree.child(verb, "prt")
    moved = particle is not None and tree.word(particle) in {"up", "down"}
    return word in _LEVELS or word in _MULTIPLIED or moved or is_change(word)


def _phrase(tree: Tree, noun: int, inside: range) -> str | None:
    """A noun with what belongs to it, without article, number and clauses."""
    span = tree.span(noun, _KEPT_PREP)
    if any(i in inside for i in span):
        span = tree.span(noun, _LOOSE)
        span = range(span[0], noun + 1) if noun < inside[0] else range(max(span[0], inside[-1] + 1), span[-1] + 1)
    tokens = [i for i in span if i not in inside]
    while tokens and _is_dropped(tree, tokens[0]):
        tokens = tokens[1:]
    return tree.text[tree.starts[tokens[0]] : tree.ends[tokens[-1]]] if tokens and noun in tokens else None


def _is_dropped(tree: Tree, index: int) -> bool:
    """Whether a word before a noun only determines it; the `one` of `a one-way ticket` does not."""
    hyphened = index + 1 < len(tree.starts) and tree.word(index + 1) == "-"
    return not tree.word(index)[0].isalnum() or (tree.word(index) in _DROPPED and not hyphened)
