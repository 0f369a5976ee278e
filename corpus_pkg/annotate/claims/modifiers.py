"""The bound of a number (`about`, `at least`, `up to`), read from the words that touch it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from corpus_pkg.annotate.claims.word_lists import listed

if TYPE_CHECKING:
    from corpus_pkg.annotate.claims.quantity import Quantity
    from corpus_pkg.annotate.claims.words import Words
    from corpus_pkg.model.vocabulary import Modifier

_BOUNDS: dict[Modifier, str] = {
    "about": (
        "about|around|approximately|approx|approx .|roughly|some|circa|ca|c .|~|≈|an estimated|estimated|"
        "in the region of|somewhere around|something like|in the order of|on the order of|"
        "in the neighborhood of|in the vicinity of|give or take|or so|an approximate|loosely|more or less"
    ),
    "nearly": (
        "nearly|almost|close to|nearing|approaching|not quite|virtually|practically|near|just shy of|shy of|"
        "just short of"
    ),
    "more_than": (
        "more than|over|above|exceeding|in excess of|north of|upwards of|upward of|greater than|larger than|"
        "higher than|longer than|older than|bigger than|beyond|>|better than|over than|heavier than|"
        "taller than|faster than"
    ),
    "at_least": (
        "at least|no fewer than|no less than|not less than|not fewer than|a minimum of|minimum|minimum of|"
        "as few as|as little as|as low as|≥|at a minimum"
    ),
    "less_than": (
        "less than|fewer than|under|below|lower than|smaller than|shorter than|younger than|<|slower than|"
        "short of|inside"
    ),
    "at_most": (
        "at most|no more than|not more than|up to|as many as|as much as|as high as|as long as|as far as|"
        "a maximum of|maximum of|maximum|≤|not exceeding|at the most|as large as|as big as|as old as|"
        "as late as"
    ),
}
_SOFTENERS = (
    "just",
    "well",
    "slightly",
    "far",
    "little",
    "a little",
    "much",
    "significantly",
    "considerably",
    "way",
    "a bit",
    "only",
)
_SOFTENED = (
    "over",
    "under",
    "above",
    "below",
    "more than",
    "less than",
    "fewer than",
    "higher than",
    "lower than",
    "in excess of",
    "about",
    "around",
)
BEFORE: dict[str, Modifier] = {surface: name for name, surfaces in _BOUNDS.items() for surface in surfaces.split("|")}
BEFORE |= {f"{softener} {surface}": BEFORE[surface] for softener in _SOFTENERS for surface in _SOFTENED}
_AFTER: dict[str, Modifier] = {
    "or more": "at_least",
    "or higher": "at_least",
    "or above": "at_least",
    "or over": "at_least",
    "or older": "at_least",
    "and above": "at_least",
    "and over": "at_least",
    "and older": "at_least",
    "at least": "at_least",
    "or less": "at_most",
    "or fewer": "at_most",
    "or lower": "at_most",
    "or below": "at_most",
    "or under": "at_most",
    "at most": "at_most",
    "or so": "about",
    "or thereabouts": "about",
}
# Finite verbs that set a bound; they belong to the sentence, not to the phrase.
_GOVERNORS: dict[str, Modifier] = {
    **dict.fromkeys(
        [
            "exceed",
            "exceeds",
            "exceeded",
            "surpass",
            "surpasses",
            "surpassed",
            "topping",
            "tops",
            "topped",
            "surpassing",
        ],
        "more_than",
    ),
    **dict.fromkeys(["neared", "approaches", "approached", "nears"], "nearly"),
}
_LONGEST = 4
_MOVED = listed("edged inched ticked crept went gone goes go climbed rose moved back jumped shot came nudged pushed")
_ROUNDS = 3
_SPENT = listed("""
    for by of after is was took takes take lasted last spent spend wait waited to in within than that with aged
    lasting requires goes dates are were
""")
# Before a bound, "is under review"-like readings do not arise, as a number follows; but "over" and "under" also govern
# nouns that happen to begin with a number: "over two issues" quarrels.
_QUARRELS = listed("""
    out strike strikes striking protest protests protested anger angry fury outcry concern concerned
    dispute row clash argue argued battle talks concerns control differences disagreement fight rule rules
    charged
""")


def read_bound(words: Words, quantity: Quantity) -> tuple[Modifier, int]:
    """Read the bound before a quantity.

    Args:
        words: The sentence.
        quantity: The quantity.

    Returns:
        The outermost bound (`equal` where there is none) and the first token of the phrase, the bound included.
    """
    bound: Modifier = "equal"
    first = quantity.first
    if words.at(first - 1) == "a" and words.at(first - 2) in BEFORE:
        first -= 1
    for _ in range(_ROUNDS):
        for length in range(min(_LONGEST, first), 0, -1):
            name = BEFORE.get(" ".join(words.lower[first - length : first]))
            if name is not None and not _spatial(words, quantity, first - length) and not _moves(words, first - length):
                bound, first = name, first - length
                break
        else:
            break
    if bound == "equal":
        first = quantity.first
        bound = _GOVERNORS.get(words.at(first - 1), "equal")
        if bound == "more_than" and (
            words.at(first - 2) in {"not", "never"} or words.at(first - 2).endswith(("n't", "n’t"))
        ):
            bound = "at_most"
    return bound, first


def _moves(words: Words, place: int) -> bool:
    """Whether `up to` tells where a change went: `edged up to 5.1 percent`."""
    return words.at(place) == "up" and words.at(place + 1) == "to" and words.at(place - 1) in _MOVED


def _spatial(words: Words, quantity: Quantity, place: int) -> bool:
    """Whether `over` or `under` is a preposition of its own: `over three days`, `talks over two islands`."""
    word = words.at(place)
    if word not in {"over", "under", "near", "inside", "around", "beyond", "about", "above", "below"}:
        return False
    before = words.at(place - 1)
    if word == "inside" or before in _QUARRELS:
        return True
    duration = quantity.unit is not None and quantity.unit.dimension == "duration"
    return word == "over" and duration and before not in _SPENT


def read_after(words: Words, index: int) -> tuple[Modifier | None, int]:
    """Read a bound behind a quantity: `40 or more`, `40-plus`, `40+`.

    Returns:
        The bound, or None, and the token behind it.
    """
    if words.at(index) == "+" and words.glued(index) and not words.digit(index + 1):
        return "at_least", index + 1
    if words.hyphen(index) and words.at(index + 1) == "plus":
        return "at_least", index + 2
    bound = _AFTER.get(f"{words.at(index)} {words.at(index + 1)}")
    if bound is None:
        return None, index
    # "five or more rounds": the words stand before the noun, "two or more" before the end of the phrase.
    return bound, index + 2
