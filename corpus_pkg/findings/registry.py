"""Every rule, once. `corpus rules`, `corpus explain` and the docs are made from this table."""

from __future__ import annotations

from corpus_pkg.findings import rules_dataset, rules_input, rules_record
from corpus_pkg.findings.rule import Rule

_MODULES = (rules_input, rules_record, rules_dataset)

RULES: dict[str, Rule] = {
    rule.code: rule for module in _MODULES for rule in vars(module).values() if isinstance(rule, Rule)
}
"""The rules by code, in the order they were declared."""


def rule(code: str) -> Rule | None:
    """The rule of that code or name; None if there is none."""
    wanted = code.strip()
    by_name = (each for each in RULES.values() if each.name == wanted.lower())
    return RULES.get(wanted.upper()) or next(by_name, None)
