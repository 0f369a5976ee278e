"""Stand-ins for programs: they write down how they were called, and answer what they are told to."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

_STUB = """#!{python} -IS
import json, os, sys
own, *arguments = sys.argv
with open(os.environ["STUB_CALLS"], "a", encoding="utf-8") as calls:
    calls.write(json.dumps([os.path.basename(own), *arguments]) + "\\n")
if "--output" in arguments and os.environ["STUB_REPORT"]:
    with open(arguments[arguments.index("--output") + 1], "w", encoding="utf-8") as report:
        report.write(os.environ["STUB_REPORT"])
print("what the stub found")
print(os.environ["STUB_SAYS"], file=sys.stderr)
sys.exit(int(os.environ["STUB_CODE"]))
"""


def stub(folder: Path, *names: str) -> None:
    """Puts stand-ins of some names into a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    for name in names:
        (folder / name).write_text(_STUB.format(python=sys.executable), "utf-8")
        (folder / name).chmod(0o755)


def stub_environment(calls: Path, **answers: str | int) -> dict[str, str]:
    """What tells the stand-ins where to write down their calls, and what to answer: code, report, says."""
    report = json.dumps({"counts": {"info": 0, "warning": 4, "error": 3}})
    given = {"code": 0, "report": report, "says": ""} | answers
    return {"STUB_CALLS": str(calls)} | {f"STUB_{name.upper()}": str(value) for name, value in given.items()}


def calls_of(calls: Path) -> list[list[Any]]:
    """How the stand-ins were called, in order."""
    return [json.loads(line) for line in calls.read_text("utf-8").splitlines()] if calls.exists() else []
