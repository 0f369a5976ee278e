"""Mechanical fixes applied to the files of a contribution: only what a finding replaces changes."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path

from corpus_pkg.findings import Finding
from corpus_pkg.findings.finding import Fix


def apply_fixes(findings: Iterable[Finding]) -> int:
    """Applies the fixes of findings to the files that they name.

    Args:
        findings: their places name files as they can be opened.

    Returns:
        How many were applied; one that overlaps another, or whose file has changed, is left for the next run.
    """
    by_file: defaultdict[str, set[Fix]] = defaultdict(set)
    for finding in findings:
        if finding.fix is not None:
            by_file[finding.place.file].add(finding.fix)
    return sum(_fix_file(Path(name), fixes) for name, fixes in sorted(by_file.items()))


def _fix_file(path: Path, fixes: set[Fix]) -> int:
    try:
        text = path.read_bytes().decode("utf-8")
    except (OSError, ValueError):
        return 0  # it is gone, or another since it was judged
    done, free = 0, len(text)
    # From the end, so that offsets further up stay what they are.
    for fix in sorted(fixes, key=lambda each: (each.start, each.end, each.new), reverse=True):
        if fix.end <= free and text[fix.start : fix.end] == fix.old:
            text = text[: fix.start] + fix.new + text[fix.end :]
            done, free = done + 1, fix.start
    if done:
        path.write_bytes(text.encode("utf-8"))
    return done
