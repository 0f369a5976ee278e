"""Every rule, once. `corpus rules`, `corpus explain` and the docs are made from this table."""

from __future__ import annotations

from corpus_pkg.findings.rule import Level, Rule
from corpus_pkg.findings.rules import (
    card,
    claims,
    dataset,
    entities,
    files,
    forms,
    links,
    metadata,
    normalisation,
    quotes,
    review,
    schema,
    tables,
    text,
    web,
    xml,
)

_MODULES = (
    files,
    forms,
    tables,
    web,
    xml,
    schema,
    normalisation,
    text,
    metadata,
    quotes,
    entities,
    claims,
    links,
    review,
    dataset,
    card,
)
_DECLARED = [rule for module in _MODULES for rule in vars(module).values() if isinstance(rule, Rule)]

RULES: dict[str, Rule] = {
    each.code: each for each in sorted(_DECLARED, key=lambda each: (list(Level).index(each.level), each.code))
}
"""The rules by code, by level and number."""


def rule(code: str) -> Rule | None:
    """The rule of that code or name; None if there is none."""
    wanted = code.strip()
    by_name = (each for each in RULES.values() if each.name == wanted.lower())
    return RULES.get(wanted.upper()) or next(by_name, None)
