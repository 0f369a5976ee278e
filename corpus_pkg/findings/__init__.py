"""What can be wrong: rules, and the findings that break them."""

from corpus_pkg.findings.finding import Finding, Place
from corpus_pkg.findings.rule import Level, Rule, Severity

__all__ = ["Finding", "Level", "Place", "Rule", "Severity"]
