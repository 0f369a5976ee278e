"""What the parse of its sentence tells of a claim that the words around it do not: what is measured or counted.

The rules over words stay the first to speak; a tree answers where they gave none, and corrects the counted noun.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from corpus_pkg.annotate.claims.governors import measured_noun
from corpus_pkg.annotate.claims.nouns import singular
from corpus_pkg.annotate.claims.word_lists import listed

if TYPE_CHECKING:
    from corpus_pkg.annotate.claims.spans import ClaimSpan
    from corpus_pkg.annotate.parsing import Tree

# What hangs on a noun and is no part of its short form: clauses, appositions, coordinated phrases.
_LOOSE = frozenset({"relcl", "appos", "cc", "conj", "punct", "advcl", "acl", "dep", "parataxis", "ccomp", "prep"})
_KEPT_PREP = frozenset({"relcl", "appos", "cc", "conj", "punct", "advcl", "acl", "dep", "parataxis", "ccomp"})
# What these measure is told by the words around them, or not at all.
_PLAIN = frozenset({"age", "score", "multiple", "ratio"})
_DROPPED = listed("the a an")
_STEPS = 5


def wants_parse(claim: ClaimSpan) -> bool:
    """Whether a parse may tell more of a claim."""
    return claim.measured is None and claim.kind not in _PLAIN and claim.dimension != "duration"


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
    noun = measured_noun(tree, inside, top, owned=claim.kind != "percent")
    if noun is None or noun in inside or (claim.of is not None and not _is_subject(tree, noun)):
        return claim
    phrase = _phrase(tree, noun, inside)
    if phrase is None:
        return claim
    bare = claim.kind == "count" and claim.unit is None and tree.tags[noun] == "NNS" and claim.rule == "bare"
    bare = bare and _is_subject(tree, noun)
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
    between = {tree.tags[place] for place in range(inside[-1] + 1, head)}
    return head if tree.tags[head] in {"NNS", "NNPS"} and not between & {"CD", "CC", ","} else None


def _with_noun(claim: ClaimSpan, tree: Tree, noun: int) -> ClaimSpan:
    """A claim that counts a noun behind it; the phrase grows up to the noun."""
    first = next(i for i in range(noun + 1) if tree.ends[i] > claim.end - claim.sentence_start)
    printed = tree.text[tree.starts[noun] : tree.ends[noun]]
    return replace(claim, end=claim.sentence_start + tree.ends[noun], unit=singular(printed), unit_text=printed,
                   measured=tree.text[tree.starts[first] : tree.ends[noun]], rule="counted-parse",
                   confidence=0.8)  # fmt: skip


def _phrase(tree: Tree, noun: int, inside: range) -> str | None:
    """A noun with what belongs to it, without article, number and clauses."""
    span = tree.span(noun, _KEPT_PREP)
    if any(i in inside for i in span):
        span = tree.span(noun, _LOOSE)
        span = range(span[0], noun + 1) if noun < inside[0] else range(max(span[0], inside[-1] + 1), span[-1] + 1)
    tokens = [i for i in span if i not in inside]
    while tokens and _is_dropped(tree, tokens[0]):
        tokens = tokens[1:]
    return " ".join(tree.text[tree.starts[tokens[0]] : tree.ends[tokens[-1]]].split()) if noun in tokens else None


def _is_dropped(tree: Tree, index: int) -> bool:
    """Whether a word before a noun only determines it; the `one` of `a one-way ticket` does not."""
    hyphened = index + 1 < len(tree.starts) and tree.word(index + 1) == "-"
    numeric = tree.tags[index] in {"CD", "$"} and not hyphened
    return numeric or not tree.word(index)[0].isalnum() or (tree.word(index) in _DROPPED and not hyphened)
