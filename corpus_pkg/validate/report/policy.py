"""Which findings count, and how much: chosen rules, strictness, and the version that the data declares."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from difflib import get_close_matches

from corpus_pkg.errors import UsageError
from corpus_pkg.findings import Finding, Rule, Severity
from corpus_pkg.findings.registry import RULES


def judge(
    findings: Iterable[Finding],
    *,
    select: Sequence[str],
    ignore: Sequence[str],
    strict: bool,
    version: Callable[[], str | None],
) -> Iterator[Finding]:
    """The findings that count, as bad as policy has it.

    A rule that is newer than the data's schema version was not there when the data was made: it only warns. That comes
    before strictness, which lets no warning pass.

    Args:
        findings: what was found.
        select: codes, beginnings of codes ("Q", "Q0") or names of rules; empty for all.
        ignore: the same, of rules that are left out; stronger than select.
        strict: whether warnings are errors.
        version: the schema version that the data declares, as far as it was read; None if it is not known.

    Raises:
        UsageError: there is no such rule. It is raised by the call, not by the first finding.
    """
    chosen, ignored = _codes(select, "--select"), _codes(ignore, "--ignore")
    counting = (each for each in findings if each.rule.code not in ignored and (each.rule.code in chosen or not select))
    return (_judged(each, _numbers(version()), strict=strict) for each in counting)


def _judged(finding: Finding, version: tuple[int, ...] | None, *, strict: bool) -> Finding:
    severity = finding.severity
    if severity == Severity.ERROR and _is_newer(finding.rule, version):
        severity = Severity.WARNING
    if strict and severity == Severity.WARNING:
        severity = Severity.ERROR
    return finding if severity == finding.severity else replace(finding, judged=severity)


def _is_newer(rule: Rule, version: tuple[int, ...] | None) -> bool:
    since = _numbers(rule.since)
    return version is not None and since is not None and since > version


def _numbers(version: str | None) -> tuple[int, ...] | None:
    """The three numbers of a version; None for what is none, so that nonsense in the data does not soften a rule."""
    match = re.fullmatch(r"(\d{1,9})\.(\d{1,9})\.(\d{1,9})", version or "", re.ASCII)
    return tuple(map(int, match.groups())) if match else None


def _codes(selectors: Sequence[str], option: str) -> set[str]:
    codes: set[str] = set()
    for selector in selectors:
        wanted = selector.strip()
        found = {code for code, rule in RULES.items() if wanted and _is_meant(wanted, rule)}
        if not found:
            what = f"{selector!r} is no code of a rule, no beginning of one, and no name"
            raise UsageError(option, what, _hint(wanted))
        codes |= found
    return codes


def _is_meant(wanted: str, rule: Rule) -> bool:
    return rule.code.startswith(wanted.upper()) or rule.name == wanted.lower()


def _hint(wanted: str) -> str:
    names = [*RULES, *(rule.name for rule in RULES.values())]
    near = get_close_matches(wanted.upper(), names, 3, 0.6) + get_close_matches(wanted.lower(), names, 3, 0.6)
    listed = "`corpus rules` lists all."
    return f"Did you mean {', '.join(dict.fromkeys(near))}? {listed}" if near else listed
