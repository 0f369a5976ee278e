"""`corpus publish DIR NAMESPACE/NAME --version X.Y.Z`."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

if TYPE_CHECKING:
    from corpus_pkg.publish.release import Outcome

_MOST_SHOWN = 20


def publish(
    dataset: Annotated[Path, typer.Argument(metavar="DIR", help="A dataset directory.")],
    repo: Annotated[str, typer.Argument(metavar="NAMESPACE/NAME", help="The dataset on the Hugging Face Hub.")],
    version: Annotated[str, typer.Option(metavar="X.Y.Z", help="The version to release.")],
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Show what would be done; needs no token.")] = False,
    request: Annotated[bool, typer.Option("--pr", help="Open a pull request instead of committing to main.")] = False,
    resume: Annotated[bool, typer.Option("--resume", help="Finish a release that lacks its tag.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Print the outcome as JSON.")] = False,
) -> None:
    """Publish a version on the Hugging Face Hub: one commit, then its tag, each proved.

    The token comes from the environment (HF_TOKEN) or from `hf auth login`. Exits 1 if the dataset is not sound, 2 if
    the release is refused, 3 if the Hub fails.
    """
    from corpus_pkg.publish.hub import Hub
    from corpus_pkg.publish.release import Wish, release
    from corpus_pkg.publish.version import parse_version

    if not sys.stderr.isatty():
        _without_bars()
    wish = Wish(dry_run=dry_run, request=request, resume=resume)
    outcome = release(dataset, Hub(repo), parse_version(version), wish, lambda step: typer.echo(step, err=True))
    typer.echo(json.dumps(_value(outcome, repo), indent=1) if as_json else _text(outcome, repo, dry_run=dry_run))
    if outcome.findings:
        raise typer.Exit(1)
    if outcome.plan and outcome.plan.refusals:
        raise typer.Exit(2)


def _without_bars() -> None:
    """No bars of the libraries in a pipe."""
    from datasets import disable_progress_bars
    from huggingface_hub.utils.tqdm import disable_progress_bars as disable_those_of_the_hub

    disable_progress_bars()
    disable_those_of_the_hub()


def _value(outcome: Outcome, repo: str) -> dict[str, Any]:
    plan = outcome.plan
    return {
        "repo": repo,
        "findings": [each.as_json() for each in outcome.findings],
        "plan": {
            "kind": plan.kind, "version": str(plan.version), "parent": plan.parent, "send": dict(plan.send),
            "bytes": plan.bytes, "kept": plan.keep, "delete": list(plan.delete),
            "refusals": [{"reason": each.reason, "mend": each.mend} for each in plan.refusals],
        } if plan else None,
        "changes": outcome.changes.as_json() if outcome.changes else None,
        "commit": outcome.commit, "pull_request": outcome.request, "proved": outcome.proved,
    }  # fmt: skip


def _text(outcome: Outcome, repo: str, *, dry_run: bool) -> str:
    from corpus_pkg.describe.diff import as_text

    if outcome.plan is None:
        lines = [f"{each.place}: {each.severity} {each.rule.code} {each.rule.name}: {each.message}"
                 for each in outcome.findings[:_MOST_SHOWN]]  # fmt: skip
        return "\n".join([*lines, f"not published: {len(outcome.findings)} errors; `corpus validate` shows all"])
    plan = outcome.plan
    lines = [as_text(outcome.changes)] if outcome.changes else []
    lines += [f"send {name} ({size:,} bytes)" for name, size in plan.send.items()]
    lines += [f"delete {name}" for name in plan.delete]
    lines.append(f"{len(plan.send)} files to send ({plan.bytes:,} bytes), {plan.keep} there already, "
                 f"{len(plan.delete)} to delete")  # fmt: skip
    lines += [f"refused: {each.reason}. {each.mend}" for each in plan.refusals]
    return "\n".join([*lines, _verdict(outcome, repo, dry_run=dry_run)])


def _verdict(outcome: Outcome, repo: str, *, dry_run: bool) -> str:
    plan = outcome.plan
    if plan is None or plan.refusals:
        return "not published"
    if plan.kind == "nothing":
        return f"nothing to do: {repo} has {plan.version.tag}, and it is the same"
    if dry_run:
        return f"{repo} would get {plan.version.tag} ({plan.kind}); nothing was changed"
    if outcome.request:
        return f"proposed: {outcome.request}"
    return f"published: {repo} {plan.version.tag} at {outcome.commit}, loaded back and compared"
