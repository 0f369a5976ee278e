"""What governs a quantity in the tree of its sentence: the noun that it modifies or the verb that it completes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from corpus_pkg.annotate.claims.changes import is_change
from corpus_pkg.annotate.claims.word_lists import listed

if TYPE_CHECKING:
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
_RELATIVE = listed("which that who")
_MULTIPLIED = listed("doubled tripled trebled quadrupled halved doubling tripling halving")
_PRONOUNS = listed("""
    it they he she we i you this that which who what there these those one each all both most some others
""")
_NOUNS = ("NN", "NNS", "NNP", "NNPS")
_MODIFIERS = frozenset({"nummod", "compound", "nmod", "amod", "quantmod", "npadvmod"})
_OBJECTS = frozenset({"dobj", "attr", "npadvmod", "advmod", "dative", "oprd", "acomp"})
_PASSED_ON = frozenset({"acomp", "advmod", "prep"})
_JOINED = frozenset({"conj", "acomp", "advmod", "xcomp", "advcl", "prep", "ROOT", "npadvmod"})
_STEPS = 5


def measured_noun(tree: Tree, inside: range, top: int, *, owned: bool) -> int | None:
    """The noun that a quantity measures: what it modifies, what it is a quantity of, or the subject of its verb.

    Args:
        tree: The sentence.
        inside: The tokens of the quantity.
        top: The one of them that the others depend on.
        owned: Whether verbs such as `lose` and `add` tell what somebody has, and not how something changes.
    """
    label, head = tree.labels[top], tree.heads[top]
    if head == top:
        return None
    outer = tree.heads[head]
    described = tree.tags[head].startswith("JJ") and tree.labels[head] in {"amod", "appos", "acl"}
    if described or tree.word(head) == "worth":  # "the asteroid, 100 metres wide", "a deal worth $10m"
        return outer if tree.tags[outer] in _NOUNS else None
    if label in _MODIFIERS and tree.tags[head] in _NOUNS:
        return head if not is_change(tree.word(head)) else _changing(tree, head)
    if label == "pobj":
        return _through(tree, head, inside, owned=owned)
    return _subject(tree, head, inside, owned=owned) if label in _OBJECTS else None


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
        subject = tree.child(verb, "nsubj", "nsubjpass")
        has = owned and tree.word(verb) in _OWNERS and tree.child(verb, "auxpass") is None
        tells = _tells(tree, verb) or tree.labels[verb] in _PASSED_ON
        if has or (subject is not None and not tells):
            return None
        if subject is not None:
            return _named(tree, verb, subject)
        if tree.labels[verb] not in _JOINED or tree.heads[verb] == verb:
            return None
        verb = tree.heads[verb]
    return None


def _named(tree: Tree, verb: int, subject: int) -> int | None:
    """A subject that is a noun; of a relative clause what the clause hangs on; None for a pronoun."""
    if tree.word(subject) in _RELATIVE and tree.labels[verb] == "relcl":
        return tree.heads[verb]
    return None if tree.word(subject) in _PRONOUNS else subject


def _tells(tree: Tree, verb: int) -> bool:
    """Whether a verb tells of its subject how high it is or how it changes."""
    word = tree.word(verb)
    particle = tree.child(verb, "prt")
    moved = particle is not None and tree.word(particle) in {"up", "down"}
    return word in _LEVELS or word in _MULTIPLIED or moved or is_change(word)
