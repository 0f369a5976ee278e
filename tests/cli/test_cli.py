"""The command line, as a shell sees it: output, errors, exit codes."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest
from tests_support import HARBOUR, SUMMIT

from corpus_pkg.findings.registry import RULES
from corpus_pkg.model.json_schema import json_schemas

COMMANDS = ("new", "convert", "validate", "show", "stats", "schema", "rules", "explain", "doctor")


def _run(*arguments: object, stdin: str = "") -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-W", "error", "-m", "corpus_pkg", *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, input=stdin, check=False, env=_ENVIRONMENT)


_ENVIRONMENT = {"PATH": "/usr/bin:/bin", "COLUMNS": "120", "LC_ALL": "C.UTF-8"}


def _modules_loaded(*arguments: str) -> str:
    """Which of the heavy libraries a command imports."""
    code = (
        "import sys\n"
        f"sys.argv = ['corpus', *{arguments!r}]\n"
        "try:\n import corpus_pkg.cli; corpus_pkg.cli.main()\n"
        "except SystemExit: pass\n"
        "print([m for m in ('datasets', 'pyarrow', 'spacy', 'pandas', 'jsonschema') if m in sys.modules])"
    )
    return subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout


def test_help_names_every_command_and_imports_nothing_heavy() -> None:
    done = _run("--help")
    assert done.returncode == 0
    assert all(re.search(rf"^\W*{name}\b", done.stdout, re.MULTILINE) for name in COMMANDS)
    assert _modules_loaded("--help").splitlines()[-1] == "[]"


def test_validate_does_not_pay_for_datasets_or_spacy(sound: Path) -> None:
    # Arrow itself imports pandas, where it is installed, to tell its own arrays from others.
    loaded = _modules_loaded("validate", str(sound)).splitlines()[-1]
    assert "datasets" not in loaded
    assert "spacy" not in loaded


def test_convert_prints_what_it_made_and_exits_0(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.txt").write_text(SUMMIT)
    done = _run("convert", tmp_path / "in", "-o", tmp_path / "out", "--ner", "none", "--mode", "fast")
    assert (done.returncode, done.stderr) == (0, "")
    assert "1 articles, 5 quotes" in done.stdout


def test_convert_lists_rejects_and_exits_1(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.txt").write_text(SUMMIT)
    (tmp_path / "in" / "b.txt").write_text("")
    done = _run("convert", tmp_path / "in", "-o", tmp_path / "out", "--ner", "none", "--mode", "fast", "--json")
    value = json.loads(done.stdout)
    assert done.returncode == 1
    assert value["rows"]["articles"] == 1
    assert [each["code"] for each in value["rejected"]] == ["F001"]


def test_convert_reads_standard_input(tmp_path: Path) -> None:
    done = _run("convert", "-", "-o", tmp_path / "out", "--ner", "none", "--mode", "fast", stdin=HARBOUR)
    assert done.returncode == 0
    assert "stdin" in _run("stats", tmp_path / "out", "--ids").stdout


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("convert", "/nowhere/at/all", "-o", "{tmp}/out"), "no such file or folder"),
        (("convert", "{tmp}", "-o", "{tmp}/out"), "lies inside the source"),
        (("validate", "{tmp}/none"), "no such file or folder"),
        (("explain", "Z999"), "is no rule"),
        (("schema", "article2"), "is no schema"),
        (("schema", "manifest", "--format", "arrow"), "has no arrow schema"),
        (("show", "{sound}", "a0"), "no article"),
        (("validate",), "Missing argument"),
        (("convert", "{tmp}", "-o", "x", "--workers", "0"), "Invalid value"),
    ],
)
def test_wrong_use_is_one_clear_message_and_exit_2(
    tmp_path: Path, sound: Path, arguments: tuple[str, ...], message: str
) -> None:
    done = _run(*(each.format(tmp=tmp_path, sound=sound) for each in arguments))
    assert done.returncode == 2
    assert message in " ".join(done.stderr.split())
    assert "Traceback" not in done.stderr
    assert done.stdout == ""


def test_a_run_that_fails_exits_3(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.txt").write_text(SUMMIT)
    done = _run("convert", tmp_path / "in", "-o", tmp_path / "out", "--ner", "spacy:no_such_model")
    assert done.returncode == 3
    assert "pip install no_such_model" in done.stderr
    assert not (tmp_path / "out").exists()
    assert _run("stats", tmp_path).returncode == 3


def test_validate_exits_by_what_it_finds(sound: Path, tmp_path: Path) -> None:
    assert _run("validate", sound).stdout.endswith("sound, no findings\n")
    (tmp_path / "bad").mkdir()
    done = _run("validate", tmp_path / "bad", "--format", "json")
    assert done.returncode == 1
    assert json.loads(done.stdout)["codes"] == {"F026": {"count": 1, "shown": 1}}


def test_show_names_the_speakers(sound: Path) -> None:
    listed = _run("stats", sound, "--ids").stdout.splitlines()
    own = next(line.split("\t")[0] for line in listed if "summit" in line)
    page = _run("show", sound, own).stdout
    assert "Anna Lindholm" in page
    assert "about 40%" in page
    assert "2025-03-04 (dateline)  Reuters (dateline)" in page


def test_stats_count(sound: Path) -> None:
    value = json.loads(_run("stats", sound, "--json").stdout)
    assert value["counts"]["articles"] == 2
    assert value["spread"]["source"] == {"(unknown)": 1, "Reuters": 1}
    assert "Anna Lindholm" in _run("stats", sound).stdout


def test_schema_prints_every_derivation() -> None:
    for name, schema in json_schemas().items():
        assert json.loads(_run("schema", name).stdout) == schema
    assert "speaker_name: string" in _run("schema", "quotes", "--format", "arrow").stdout
    assert "Value('string')" in _run("schema", "quotes", "--format", "features").stdout
    assert "| `speaker_name` |" in _run("schema", "quotes", "--format", "dictionary").stdout


def test_rules_and_explain() -> None:
    listed = _run("rules").stdout
    assert all(code in listed for code in RULES)
    assert [each["code"] for each in json.loads(_run("rules", "--json").stdout)] == list(RULES)
    done = _run("explain", "quote-text-mismatch")
    assert (done.returncode, done.stdout.split()[0]) == (0, "Q003")


def test_version() -> None:
    assert re.fullmatch(r"corpus-pkg \d+\.\d+\.\d+, schema \d+\.\d+\.\d+\n", _run("--version").stdout)


def test_doctor_says_what_is_usable_and_exits_0() -> None:
    done = _run("doctor")
    assert (done.returncode, done.stderr) == (0, "")
    assert re.search(
        r"^ok +default model +en_core_web_md 3\.7\.1, files verified, .* usable$", done.stdout, re.MULTILINE
    )
    checks = json.loads(_run("doctor", "--json").stdout)
    assert {"name", "state", "detail", "needed", "mend"} == set(checks[0])


def test_convert_takes_a_gazetteer_and_records_it(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.txt").write_text("The HI met in Norwood on Monday. The Harrow Institute paid.\n")
    (tmp_path / "own.csv").write_text("name,type,country,aliases\nHarrow Institute,ORG,GB,HI\n")
    arguments = ("convert", tmp_path / "in", "-o", tmp_path / "out", "--ner", "none", "--mode", "fast")
    done = _run(*arguments, "--gazetteer", tmp_path / "own.csv")
    assert (done.returncode, done.stderr) == (0, "")
    assert "1 entities" in done.stdout
    manifest = json.loads((tmp_path / "out" / "manifest.json").read_text())
    assert [(each["name"], each["version"]) for each in manifest["models"]] == [("gazetteer own.csv", "1 rows")]
    (tmp_path / "own.csv").write_text("name,type\nHarrow,THING\n")
    refused = _run(*arguments, "--gazetteer", tmp_path / "own.csv")
    assert refused.returncode == 2
    assert "own.csv:2: type is 'THING'. It is one of PERSON" in refused.stderr
    assert "Traceback" not in refused.stderr
