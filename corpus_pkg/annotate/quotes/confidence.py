"""How often each rule is right: the share of its records whose stretch and speaker agree with human annotation.

The figures were counted on some 3,000 annotated quotations of US news, shrunk towards 0.8 where a rule had few, and
rounded. `scripts/bench quality` prints how they hold on any gold set: its reliability table.
"""

from __future__ import annotations

from typing import Final

_SHORT = 2
_UNCLOSED = 0.8
_RULES: Final[dict[str, tuple[float, float]]] = {
    # rule: stretches of one or two words, longer ones
    "according-to": (0.93, 0.9),
    "alternating": (0.6, 0.6),
    "before-any": (0.53, 0.53),
    "before-colon": (0.6, 0.9),
    "before-comma": (0.9, 0.91),
    "before-label": (0.7, 0.88),
    "before-subject": (0.6, 0.65),
    "behind-any": (0.7, 0.82),
    "behind-dash": (0.8, 0.97),
    "behind-inverted": (0.6, 0.93),
    "behind-plain": (0.88, 0.97),
    "carried-label": (0.7, 0.79),
    "carried-on": (0.85, 0.96),
    "carried-over": (0.6, 0.71),
    "carried-report": (0.5, 0.57),
    "closing": (0.8, 0.79),
    "continued": (0.6, 0.7),
    "indirect-according": (0.87, 0.87),
    "indirect-around": (0.82, 0.82),
    "indirect-as": (0.8, 0.85),
    "indirect-clause": (0.81, 0.81),
    "indirect-closing": (0.85, 0.85),
    "indirect-infinitive": (0.55, 0.55),
    "indirect-that": (0.8, 0.8),
    "indirect-wh": (0.75, 0.75),
    "inside": (0.84, 0.91),
    "inside-above": (0.89, 0.84),
    "inside-passive": (0.33, 0.5),
    "parallel": (0.66, 0.55),
    "split": (0.8, 0.85),
    "subject": (0.69, 0.61),
    "turn": (0.85, 0.85),
    "unattributed": (0.2, 0.1),
    "unclosed": (0.8, 0.8),
}


def confidence(rule: str, words: int, *, sure: bool = True) -> float:
    """The confidence of a record, 0 to 1.

    Args:
        rule: the rule that attributed it.
        words: number of its words.
        sure: its quotation marks are a pair.

    Raises:
        KeyError: no rule has that name.
    """
    short, longer = _RULES[rule]
    value = short if words <= _SHORT else longer
    return round(value if sure else value * _UNCLOSED, 3)
