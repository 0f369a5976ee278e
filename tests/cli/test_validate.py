"""`corpus validate`: what is judged, in every form, and how the exit code says it."""

from __future__ import annotations

import json
import xml.etree.ElementTree as ET
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from workflow_support import branched

from corpus_pkg.cli import main

_ARTICLE = (
    "Harbour reopens\n\nDate: 2 September 2022\n\nSome 1,200 people returned to Lagos, Okoro said on the day of the "
    "opening. All is well there now.\n"
)
_SETTINGS = 'nmae = "x"\r\nlanguages = ["en"]\r\nlicense = "cc0-1.0"\r\n'
_CODES = {"P013": "error", "P014": "warning", "P009": "info"}


@dataclass(frozen=True, slots=True)
class Done:
    """What a run printed, and its exit code."""

    code: int
    out: str
    err: str

    @property
    def value(self) -> Any:  # noqa: ANN401  a JSON value
        return json.loads(self.out)


Run = Callable[..., Done]


@pytest.fixture
def seeds(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A contribution beside the working directory, with an error, a warning and a hint in its settings."""
    folder = tmp_path / "seeds"
    folder.mkdir()
    (folder / "corpus.toml").write_bytes(_SETTINGS.encode())
    (folder / "a.txt").write_text(_ARTICLE)
    monkeypatch.chdir(tmp_path)
    for name in ("GITHUB_STEP_SUMMARY", "GITHUB_BASE_REF"):
        monkeypatch.delenv(name, raising=False)
    return folder


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    def called(*arguments: object) -> Done:
        monkeypatch.setattr("sys.argv", ["corpus", "validate", *map(str, arguments)])
        with pytest.raises(SystemExit) as stopped:
            main()
        printed = capsys.readouterr()
        return Done(int(stopped.value.code or 0), printed.out, printed.err)

    return called


def _codes(done: Done) -> dict[str, int]:
    return {code: each["count"] for code, each in done.value["codes"].items()}


def test_the_contribution_is_as_the_tests_take_it(seeds: Path, run: Run) -> None:
    done = run("seeds", "--format", "json")
    assert done.code == 1
    assert {each["code"]: each["severity"] for each in done.value["findings"]} == _CODES
    assert {each["place"]["file"] for each in done.value["findings"]} == {"seeds/corpus.toml"}
    assert (done.value["judged"], done.value["steps"]) == (["seeds"], {"articles": 1, "files": 2})
    assert (seeds / "corpus.toml").read_bytes() == _SETTINGS.encode()


def test_sound_data_exit_with_0(sound: Path, run: Run) -> None:
    done = run(sound)
    assert (done.code, done.err) == (0, "")
    assert done.out.endswith("sound, no findings\n")


_FORMS: dict[str, Callable[[str], object]] = {
    "text": lambda text: (
        "seeds/corpus.toml:1:1 /nmae: error P013" in text and text.splitlines()[-1].startswith("seeds (")
    ),
    "json": lambda text: json.loads(text)["counts"] == {"error": 1, "warning": 1, "info": 1},
    "jsonl": lambda text: (
        [json.loads(line).get("code") for line in text.splitlines()] == ["P009", "P013", "P014", None]
    ),
    "github": lambda text: (
        sorted(line.partition(" ")[0] for line in text.splitlines() if line.startswith("::"))
        == ["::error", "::notice", "::warning"]
    ),
    "sarif": lambda text: {each["ruleId"] for each in json.loads(text)["runs"][0]["results"]} == set(_CODES),
    "junit": lambda text: ET.fromstring(text).tag in {"testsuites", "testsuite"},  # noqa: S314  our own output
    "markdown": lambda text: text.startswith("## Corpus validation") and "P013" in text,
}


@pytest.mark.parametrize("form", _FORMS)
@pytest.mark.usefixtures("seeds")
def test_every_form_says_the_same_to_the_screen_and_to_a_file(tmp_path: Path, run: Run, form: str) -> None:
    printed = run("seeds", "--format", form)
    assert printed.code == 1
    assert _FORMS[form](printed.out)
    written = run("seeds", "--format", form, "--output", "report")
    assert (written.code, written.out) == (1, "")
    assert (tmp_path / "report").read_text("utf-8") == printed.out


@pytest.mark.usefixtures("seeds")
def test_a_form_that_is_none_is_wrong_use(run: Run) -> None:
    assert run("seeds", "--format", "xml").code == 2


@pytest.mark.parametrize(
    ("options", "codes"),
    [
        (("--select", "P013"), {"P013"}),
        (("--select", "P01"), {"P013", "P014"}),
        (("--select", "settings-unsound", "--select", "P009"), {"P013", "P009"}),
        (("--ignore", "P013"), {"P014", "P009"}),
        (("--ignore", "P"), set()),
        (("--select", "P", "--ignore", "P013", "--ignore", "P009"), {"P014"}),
        (("--select", "Q"), set()),
    ],
)
@pytest.mark.usefixtures("seeds")
def test_rules_are_chosen(run: Run, options: tuple[str, ...], codes: set[str]) -> None:
    done = run("seeds", "--format", "json", *options)
    assert set(_codes(done)) == codes
    assert done.code == ("P013" in codes)


@pytest.mark.parametrize(
    ("options", "code"),
    [
        ((), 1),
        (("--ignore", "P013"), 0),
        (("--ignore", "P013", "--strict"), 1),
        (("--ignore", "P013", "--fail-on", "warning"), 1),
        (("--ignore", "P013", "--ignore", "P014"), 0),
        (("--ignore", "P013", "--ignore", "P014", "--strict"), 0),
        (("--ignore", "P013", "--ignore", "P014", "--fail-on", "info"), 1),
        (("--ignore", "P", "--fail-on", "info"), 0),
    ],
)
@pytest.mark.usefixtures("seeds")
def test_the_exit_code_is_as_strict_as_asked(run: Run, options: tuple[str, ...], code: int) -> None:
    assert run("seeds", *options).code == code


@pytest.mark.usefixtures("seeds")
def test_strictness_makes_errors_of_warnings(run: Run) -> None:
    done = run("seeds", "--format", "json", "--strict")
    assert {each["code"]: each["severity"] for each in done.value["findings"]} == _CODES | {"P014": "error"}


@pytest.mark.parametrize(("most", "shown"), [((), 20), (("--max-findings", "3"), 3), (("--max-findings", "0"), 30)])
def test_counts_are_exact_and_as_many_are_shown_as_asked(
    seeds: Path, run: Run, most: tuple[str, ...], shown: int
) -> None:
    (seeds / "corpus.toml").write_text("".join(f"unknown{number} = 1\n" for number in range(30)))
    done = run("seeds", "--select", "P013", "--format", "json", *most)
    assert done.value["codes"] == {"P013": {"count": 30, "shown": shown}}
    assert len(done.value["findings"]) == shown


@pytest.mark.parametrize("form", ["json", "jsonl"])
def test_what_a_baseline_holds_is_not_told_again(seeds: Path, run: Run, form: str) -> None:
    run("seeds", "--format", form, "--max-findings", "0", "--output", "baseline")
    done = run("seeds", "--format", "json", "--baseline", "baseline", "--fail-on", "info")
    assert (done.code, done.value["findings"]) == (0, [])
    (seeds / "corpus.toml").write_bytes(b"\r\nother = 1\r\n" + _SETTINGS.encode())
    again = run("seeds", "--format", "json", "--baseline", "baseline", "--fail-on", "info")
    assert again.code == 1
    assert [each["place"]["pointer"] for each in again.value["findings"]] == ["/other"]


@pytest.mark.parametrize("content", [None, "", "{}", "[]", "nonsense", '{"report_version": "1", "findings": []}'])
@pytest.mark.usefixtures("seeds")
def test_a_baseline_that_is_none_is_wrong_use(tmp_path: Path, run: Run, content: str | None) -> None:
    if content is not None:
        (tmp_path / "baseline").write_text(content)
    done = run("seeds", "--baseline", "baseline")
    assert (done.code, done.out) == (2, "")
    assert "baseline" in done.err


@pytest.mark.usefixtures("seeds")
def test_a_baseline_that_was_cut_off_is_wrong_use(tmp_path: Path, run: Run) -> None:
    (tmp_path / "seeds" / "corpus.toml").write_text("".join(f"unknown{number} = 1\n" for number in range(30)))
    run("seeds", "--format", "json", "--output", "baseline")
    assert run("seeds", "--baseline", "baseline").code == 2


def test_only_changed_files_are_judged(seeds: Path, run: Run) -> None:
    base = branched(seeds.parent)
    for options in (("--changed-only",), ("--since", base), ("--changed-only", "--since", "HEAD")):
        done = run("seeds", "--format", "json", *options)
        assert (done.code, _codes(done), done.value["steps"]) == (0, {}, {})
    (seeds / "b.txt").write_text("")
    done = run("seeds", "--format", "json", "--changed-only")
    assert (done.code, _codes(done), done.value["steps"]) == (1, {"F001": 1}, {"files": 1})
    (seeds / "corpus.toml").write_bytes(_SETTINGS.encode() + b"\r\n")
    assert set(_codes(run("seeds", "--format", "json", "--changed-only"))) == {"F001", *_CODES}
    (seeds / "corpus.toml").write_bytes(_SETTINGS.encode())
    (seeds / "a.meta.toml").write_text("date = 3\n")
    done = run("seeds", "--format", "json", "--changed-only")
    assert {each["place"]["file"] for each in done.value["findings"]} == {"seeds/b.txt", "seeds/a.meta.toml"}
    assert run("seeds", "--since", "gone").code == 2


def test_no_checkout_is_wrong_use(seeds: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(seeds.parents[1]))
    done = run("seeds", "--changed-only")
    assert (done.code, done.out) == (2, "")


def test_what_is_mechanical_is_mended_and_the_rest_judged(seeds: Path, run: Run) -> None:
    done = run("seeds", "--fix", "--format", "json")
    assert (done.code, done.err) == (0, "2 fixed\n")
    assert set(_codes(done)) == {"P009"}
    mended = _SETTINGS.replace("nmae", "name").replace("cc0-1.0", "CC0-1.0")
    assert (seeds / "corpus.toml").read_bytes() == mended.encode()
    assert run("seeds", "--fix").err == "0 fixed\n"
    assert (seeds / "corpus.toml").read_bytes() == mended.encode()


def test_only_chosen_rules_are_mended(seeds: Path, run: Run) -> None:
    assert run("seeds", "--fix", "--ignore", "P013").err == "1 fixed\n"
    assert (seeds / "corpus.toml").read_bytes() == _SETTINGS.replace("cc0-1.0", "CC0-1.0").encode()


def test_only_changed_files_are_mended(seeds: Path, run: Run) -> None:
    branched(seeds.parent)
    assert run("seeds", "--fix", "--changed-only").err == "0 fixed\n"
    assert (seeds / "corpus.toml").read_bytes() == _SETTINGS.encode()


def test_mending_goes_on_while_it_shows_more_to_mend(seeds: Path, run: Run) -> None:
    # Nobody signs it, so that it is no correction, and nothing is annotated for it.
    text = '\ufeff{"schema_version": "0.1.0", "corrections": [{"action": "confirm", "on": "2025-01-01", "nte": "x"},]}'
    path = seeds / "a.annotations.json"
    path.write_text(text, "utf-8")
    assert run(path, "--fix", "--select", "S").err == "3 fixed\n"
    assert path.read_text("utf-8") == text[1:].replace(",]", "]").replace("nte", "note")


@pytest.mark.parametrize(
    "options", [("--select", "Z9"), ("--ignore", "nothing"), ("--max-findings", "-1"), ("--fail-on", "x")]
)
def test_wrong_use_mends_nothing(seeds: Path, run: Run, options: tuple[str, ...]) -> None:
    done = run("seeds", "--fix", *options)
    assert (done.code, done.out) == (2, "")
    assert (seeds / "corpus.toml").read_bytes() == _SETTINGS.encode()


def test_a_missing_baseline_mends_nothing(seeds: Path, run: Run) -> None:
    assert run("seeds", "--fix", "--baseline", "nothing").code == 2
    assert (seeds / "corpus.toml").read_bytes() == _SETTINGS.encode()


def test_the_summary_of_a_step_is_written_for_github_alone(
    seeds: Path, run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert seeds.is_dir()
    summary = tmp_path / "summary.md"
    summary.write_text("before\n")
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(summary))
    run("seeds", "--format", "text")
    assert summary.read_text() == "before\n"
    assert run("seeds", "--format", "github").code == 1
    assert summary.read_text("utf-8").startswith("before\n")
    assert "P013" in summary.read_text("utf-8")


@pytest.mark.usefixtures("seeds")
def test_a_report_that_cannot_be_written_is_wrong_use(run: Run) -> None:
    done = run("seeds", "--output", "nowhere/report")
    assert (done.code, done.out) == (2, "")
    assert "cannot be written" in done.err


@pytest.mark.usefixtures("seeds")
def test_nothing_at_a_path_is_wrong_use(run: Run) -> None:
    assert run().code == run("nothing").code == run("seeds", "nothing").code == 2
