from __future__ import annotations

from dataclasses import replace

import pytest
from report_support import finding, rule

from corpus_pkg.errors import UsageError
from corpus_pkg.findings import Finding, Place, Severity
from corpus_pkg.validate.report.policy import judge

FOUND = [finding(code) for code in ("D002", "Q003", "Q010", "F003")]


def _codes(*, select: tuple[str, ...] = (), ignore: tuple[str, ...] = ()) -> list[str]:
    judged = judge(FOUND, select=select, ignore=ignore, strict=False, version=lambda: None)
    return [each.rule.code for each in judged]


@pytest.mark.parametrize(
    ("select", "ignore", "codes"),
    [
        ((), (), ["D002", "Q003", "Q010", "F003"]),
        (("Q",), (), ["Q003", "Q010"]),
        (("q00",), (), ["Q003"]),
        ((" Q003 ",), (), ["Q003"]),
        (("quote-text-mismatch", "F"), (), ["Q003", "F003"]),
        ((), ("Q", "Undecodable-File"), ["D002"]),
        (("Q",), ("Q01",), ["Q003"]),
        (("Q003",), ("Q",), []),
    ],
)
def test_rules_are_chosen_by_code_prefix_and_name(
    select: tuple[str, ...], ignore: tuple[str, ...], codes: list[str]
) -> None:
    assert _codes(select=select, ignore=ignore) == codes


@pytest.mark.parametrize("option", ["select", "ignore"])
@pytest.mark.parametrize(
    ("wanted", "hint"),
    [("Q0033", "Q003"), ("quote-text-mismach", "quote-text-mismatch"), ("", "lists all"), ("Z", "lists all")],
)
def test_an_unknown_rule_is_wrong_use_at_once(option: str, wanted: str, hint: str) -> None:
    choice = {"select": (), "ignore": ()} | {option: (wanted,)}
    with pytest.raises(UsageError) as raised:
        judge([], strict=False, version=lambda: None, **choice)
    assert raised.value.where == f"--{option}"
    assert repr(wanted) in raised.value.what
    assert hint in raised.value.mend


def _severity(severity: Severity, since: str, version: str | None, *, strict: bool = False) -> Severity:
    found = Finding(rule("Q003", severity, since), Place(file="a"), "m")
    (judged,) = judge([found], select=(), ignore=(), strict=strict, version=lambda: version)
    return judged.severity


@pytest.mark.parametrize(
    ("since", "version", "severity"),
    [
        ("0.2.0", "0.1.0", Severity.WARNING),
        ("0.10.0", "0.9.0", Severity.WARNING),
        ("0.1.0", "0.1.0", Severity.ERROR),
        ("0.9.0", "0.10.0", Severity.ERROR),
        ("0.2.0", None, Severity.ERROR),
        ("0.2.0", "nonsense", Severity.ERROR),
        ("0.2.0", "", Severity.ERROR),
    ],
)
def test_a_newer_rule_only_warns(since: str, version: str | None, severity: Severity) -> None:
    assert _severity(Severity.ERROR, since, version) == severity


def test_strictness_comes_last_and_lets_info_be() -> None:
    assert _severity(Severity.WARNING, "0.1.0", None, strict=True) == Severity.ERROR
    assert _severity(Severity.ERROR, "0.2.0", "0.1.0", strict=True) == Severity.ERROR
    assert _severity(Severity.INFO, "0.2.0", "0.1.0", strict=True) == Severity.INFO


def test_what_policy_does_not_touch_stays_itself() -> None:
    warned = replace(finding(), judged=Severity.WARNING)
    (judged,) = judge([warned], select=(), ignore=(), strict=False, version=lambda: "0.1.0")
    assert judged is warned
