"""For every rule of a dataset: a fixture that breaks it, and the sound twin that the fixture was made from."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from corpus_pkg.errors import UsageError
from corpus_pkg.findings import Finding, Level, Severity
from corpus_pkg.findings.registry import RULES, rule
from corpus_pkg.model.rows import Row
from corpus_pkg.validate.judge import validate
from corpus_pkg.validate.report import Report

Change = Callable[[list[Row]], None]
Rewrite = Callable[[Path, Change], Path]
Damage = Callable[[Path], None]


def _codes(dataset: Path) -> list[str]:
    return [each.rule.code for each in validate(dataset)]


def _quoting(rows: list[Row]) -> Row:
    """The article that quotes in quotation marks."""
    return next(row for row in rows if any(each["kind"] == "direct" for each in row["quotes"]))


def _set(path: str, value: object) -> Change:
    """A change of one value in the article that has quotations: `quotes/0/start`."""

    def change(rows: list[Row]) -> None:
        *way, last = [int(each) if each.isdigit() else each for each in path.split("/")]
        place: Any = _quoting(rows)
        for each in way:
            place = place[each]
        place[last] = value(place[last]) if callable(value) else value

    return change


def _overlap(rows: list[Row]) -> None:
    entities = _quoting(rows)["entities"]
    entities[1]["mentions"] = [dict(entities[0]["mentions"][0])]


def _twice(rows: list[Row]) -> None:
    entities = _quoting(rows)["entities"]
    entities.append(entities[0] | {"id": "e" + "0" * 16, "mentions": []})


RECORDS: dict[str, Change] = {
    "S001": _set("source_kind", "blog"),
    "T010": _set("edits", [{"start": 10**6, "length": 1, "raw": "x"}]),
    "T011": _set("edits/1/raw", lambda raw: raw + "!"),
    "T012": _set("regions/0/text", "LAGOS"),
    "T013": _set("sentences/0/end", lambda end: end + 10**6),
    "T014": _set("dates/0/start", lambda start: start + 1),
    "M010": _set("date_provenance", "none"),
    "Q001": _set("quotes/0/end", 10**6),
    "Q003": _set("quotes/0/start", lambda start: start + 1),
    "Q004": _set("quotes/0/cue/end", lambda end: end - 1),
    "Q005": _set("quotes/0/speaker/text", "Anna Lindholn"),
    "Q006": _set("quotes/0/speaker_entity", "e" + "f" * 16),
    "Q007": _set("quotes/0/speaker_name", "Anna L."),
    "Q008": _set("quotes/0/group", "q" + "f" * 16),
    "Q009": _set("quotes/0/attribution", "none"),
    "Q010": _set("scare", [{"start": 0, "end": 3, "text": "xyz", "kind": "title"}]),
    "E002": _set("entities/0/mentions/0/text", "Ana Lindholm"),
    "E003": _overlap,
    "E004": _twice,
    "C002": _set("claims/0/text", "40%"),
    "C003": _set("claims/0/asserted_by", "e" + "f" * 16),
    "C004": _set("claims/0/low", 3.0),
}


def _flat(dataset: Path, change: Callable[[list[Row]], list[Row]], config: str = "quotes") -> None:
    """Changes a flat table and makes the manifest agree with the file, but not with the articles."""
    (path,) = (dataset / config).glob("*.parquet")
    found = pq.read_table(path)
    pq.write_table(pa.Table.from_pylist(change(found.to_pylist()), schema=found.schema), path)
    _agree(dataset)


def _agree(dataset: Path) -> None:
    """Makes the manifest's digests of files those of the files."""
    from corpus_pkg.store.digest import file_sha256

    manifest = json.loads((dataset / "manifest.json").read_text())
    for entry in manifest["files"]:
        path = dataset / entry["path"]
        entry |= {"sha256": file_sha256(path), "bytes": path.stat().st_size}
    (dataset / "manifest.json").write_text(json.dumps(manifest))


def _manifest(**changes: object) -> Damage:
    def damage(dataset: Path) -> None:
        manifest = json.loads((dataset / "manifest.json").read_text())
        (dataset / "manifest.json").write_text(json.dumps(manifest | changes))

    return damage


def _claimed(name: str, **changes: object) -> Damage:
    def damage(dataset: Path) -> None:
        manifest = json.loads((dataset / "manifest.json").read_text())
        next(each for each in manifest["configs"] if each["name"] == name).update(changes)
        (dataset / "manifest.json").write_text(json.dumps(manifest))

    return damage


def _card(old: str, new: str) -> Damage:
    def damage(dataset: Path) -> None:
        card = dataset / "README.md"
        assert old in card.read_text()
        card.write_text(card.read_text().replace(old, new, 1))
        _agree(dataset)

    return damage


def _truncate(dataset: Path) -> None:
    (path,) = (dataset / "claims").glob("*.parquet")
    path.write_bytes(path.read_bytes()[:-20])
    _agree(dataset)


def _narrow(dataset: Path) -> None:
    (path,) = (dataset / "claims").glob("*.parquet")
    found = pq.read_table(path)
    pq.write_table(found.drop_columns(["of"]), path)
    _agree(dataset)


def _reverse(rows: list[Row]) -> list[Row]:
    return rows[::-1]


def _first_again(rows: list[Row]) -> list[Row]:
    return [rows[0], *rows]


def _quote_changed(rows: list[Row]) -> list[Row]:
    return [rows[0] | {"rule": "guess"}, *rows[1:]]


DATASETS: dict[str, Damage] = {
    "D001": lambda dataset: (dataset / "manifest.json").unlink(),
    "D002": lambda dataset: (dataset / "rejects.jsonl").unlink(),
    "D003": lambda dataset: (dataset / "rejects.jsonl").write_text("{}\n") and None,
    "D004": lambda dataset: (dataset / "loader.py").write_text("x") and None,
    "D005": _claimed("claims", rows=7),
    "D006": lambda dataset: _flat(dataset, _first_again),
    "D007": lambda dataset: _flat(dataset, _quote_changed),
    "D008": _claimed("claims", content_sha256="0" * 64),
    "D009": lambda dataset: _flat(dataset, _reverse, "articles"),
    "D010": _truncate,
    "D011": _narrow,
    "D012": _manifest(schema_version="9.9.9"),
    "P001": _card("---\n", ""),
    "P002": _card("config_name: claims", "config_name: numbers"),
}
# What a damage of one thing cannot but break besides: the digests that prove the whole.
ALONG = {"D006": {"D005", "D007", "D008"}, "D007": {"D008"}, "D009": {"D007", "D008"}}


def test_the_sound_twin_has_no_findings(sound: Path, rewrite: Rewrite, tmp_path: Path) -> None:
    assert list(validate(sound)) == []
    assert _codes(rewrite(tmp_path, lambda _rows: None)) == []


@pytest.mark.parametrize("code", RECORDS)
def test_a_broken_record_is_found(code: str, rewrite: Rewrite, tmp_path: Path) -> None:
    found = list(validate(rewrite(tmp_path, RECORDS[code])))
    assert {each.rule.code for each in found} == {code}
    assert all(each.place.file.startswith("articles/") and each.place.row == 1 and each.place.pointer for each in found)


@pytest.mark.parametrize("code", DATASETS)
def test_a_broken_dataset_is_found(code: str, rewrite: Rewrite, tmp_path: Path) -> None:
    dataset = rewrite(tmp_path, lambda _rows: None)
    DATASETS[code](dataset)
    found = set(_codes(dataset))
    assert code in found
    assert found - {code} <= ALONG.get(code, set())


INPUT_LEVELS = {Level.FILE}
INPUT_CODES = {"M001", "M002", "T001", "T002", "T003", "T004", "T005", "T006"}


def test_every_rule_that_judges_a_dataset_has_a_fixture_that_breaks_it() -> None:
    judged = {code for code, each in RULES.items() if each.level not in INPUT_LEVELS} - INPUT_CODES
    assert judged == RECORDS.keys() | DATASETS.keys()


def test_every_rule_is_whole_and_found_by_code_and_name() -> None:
    assert len({each.name for each in RULES.values()}) == len(RULES)
    for code, each in RULES.items():
        assert code == each.code
        assert code[0] in set(Level)
        assert all(text.endswith(".") for text in (each.what, each.why, each.mend))
        assert rule(code.lower()) is each
        assert rule(each.name) is each
    assert rule("Z999") is None


def test_a_link_out_of_the_dataset_is_found(rewrite: Rewrite, tmp_path: Path) -> None:
    dataset = rewrite(tmp_path, lambda _rows: None)
    (dataset / "extra").symlink_to("/etc")
    assert _codes(dataset) == ["D004"]


@pytest.mark.parametrize(
    "content", [b"", b"{", b"[]", b"\xff", b"null", b"[" * 100_000, b'{"schema_version": "0.1.0"}']
)
def test_any_manifest_gives_findings_and_no_traceback(rewrite: Rewrite, tmp_path: Path, content: bytes) -> None:
    dataset = rewrite(tmp_path, lambda _rows: None)
    (dataset / "manifest.json").write_bytes(content)
    assert set(_codes(dataset)) <= {"D001", "D012"}
    assert _codes(dataset)


@pytest.mark.parametrize(
    "head", ["", "no yaml", "---\n- a\n---\n", "---\na: [\n---\n", "---\na: &x [*x]\n---\n", "---\nconfigs: 3\n---\n"]
)
def test_any_card_gives_findings_and_no_traceback(rewrite: Rewrite, tmp_path: Path, head: str) -> None:
    dataset = rewrite(tmp_path, lambda _rows: None)
    (dataset / "README.md").write_text(head)
    _agree(dataset)
    assert set(_codes(dataset)) <= {"P001", "P002"}
    assert _codes(dataset)


def test_any_bytes_in_a_shard_give_findings_and_no_traceback(rewrite: Rewrite, tmp_path: Path) -> None:
    dataset = rewrite(tmp_path, lambda _rows: None)
    (path,) = (dataset / "articles").glob("*.parquet")
    whole = path.read_bytes()
    for place in range(0, len(whole), max(1, len(whole) // 60)):
        path.write_bytes(whole[:place] + bytes([whole[place] ^ 0xFF]) + whole[place + 1 :])
        assert "D003" in _codes(dataset)


def test_a_date_that_the_schema_forbids_is_found_at_its_place(rewrite: Rewrite, tmp_path: Path) -> None:
    (found,) = validate(rewrite(tmp_path, _set("language", "not a tag\n")))
    assert (found.rule.code, found.place.pointer) == ("S001", "/language")


def test_what_is_no_directory_is_wrong_use(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="no such directory"):
        list(validate(tmp_path / "nothing"))


def test_the_report_counts_exactly_and_keeps_a_sample(rewrite: Rewrite, tmp_path: Path) -> None:
    found = list(validate(rewrite(tmp_path, RECORDS["Q003"])))
    report = Report(most=1)
    report.add(found * 3)
    assert report.by_code == {"Q003": 3 * len(found)}
    assert len(report.kept) == 1
    assert report.failed(Severity.ERROR)
    assert not Report().failed(Severity.INFO)
    text = report.as_text(["data"])
    assert "Q003 quote-text-mismatch" in text
    assert f"and {3 * len(found) - 1} more of Q003" in text
    value = json.loads(report.as_json(["data"]))
    assert value["counts"] == {"info": 0, "warning": 0, "error": 3 * len(found)}
    assert value["findings"][0]["place"]["pointer"] == "/quotes/0"
    assert isinstance(report.kept[0], Finding)
