"""How often each rule is right: the share of its records whose stretch and speaker agreed with human annotation.

The figures were counted on news that the rules were written on, rounded; `scripts/bench quality` prints how they hold
on any gold set (its reliability table).
"""

from __future__ import annotations

from typing import Final

_SHORT = 2
_UNCLOSED = 0.8
_RULES: Final[dict[str, tuple[float, float]]] = {
    # rule: (one or two words, more)
    "unattributed": (0.4, 0.5),
}
_DEFAULT = (0.7, 0.8)


def confidence(rule: str, words: int, *, sure: bool = True) -> float:
    """The confidence of a record, 0 to 1.

    Args:
        rule: the rule that attributed it.
        words: number of its words.
        sure: its quotation marks are a pair.
    """
    short, longer = _RULES.get(rule, _DEFAULT)
    value = short if words <= _SHORT else longer
    return round(value if sure else value * _UNCLOSED, 3)
