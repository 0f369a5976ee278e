"""Files of corrections: read strictly, every part with its place, and nothing in them ends a run."""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from review_support import NAME, document, place, reading, stated
from tests_support import TODAY

from corpus_pkg.findings import Finding
from corpus_pkg.intake.review import read_review

_CONFIRM = stated("confirm", "quotes", "a farce")


def _found(findings: list[Finding]) -> list[tuple[str, str | None]]:
    return [(each.rule.code, each.place.pointer) for each in findings]


def test_a_correction_is_read_with_its_place(tmp_path: Path) -> None:
    change = stated("change", "quotes", "told", set={"kind": "partial"}, id="q" + "0" * 16, note="Why.")
    review, findings = reading(
        tmp_path, document(_CONFIRM, change, stated("confirm", "articles"), text_sha256="0" * 64)
    )
    assert findings == []
    assert review is not None
    assert review.text_sha256 == "0" * 64
    one, two, three = review.corrections
    assert (one.action, one.config, one.text, one.set, one.id, one.note) == (
        "confirm",
        "quotes",
        "a farce",
        None,
        None,
        None,
    )
    assert (one.start, one.end) == (place("a farce")["start"], place("a farce")["end"])
    assert (two.set, two.id, two.note, two.by, two.on) == (
        {"kind": "partial"},
        "q" + "0" * 16,
        "Why.",
        "Ada",
        dt.date(2025, 6, 1),
    )
    assert (three.config, three.start, three.text) == ("articles", None, None)
    assert [each.pointer for each in review.corrections] == [f"/corrections/{index}" for index in range(3)]


def test_no_corrections(tmp_path: Path) -> None:
    review, findings = reading(tmp_path, document())
    assert findings == []
    assert review is not None
    assert review.corrections == []


_SINGLE: dict[str, tuple[dict[str, Any], str, str]] = {
    "from the future": (_CONFIRM | {"on": "2199-01-01"}, "R008", "/on"),
    "of a day after tomorrow": (_CONFIRM | {"on": (TODAY + dt.timedelta(days=2)).isoformat()}, "R008", "/on"),
    "of the last century": (_CONFIRM | {"on": "1999-12-31"}, "R008", "/on"),
    "of no day": (_CONFIRM | {"on": "2025-02-30"}, "S009", "/on"),
    "of a form that is none": (_CONFIRM | {"on": "20250601"}, "S009", "/on"),
    "with a field that is none": (stated("change", "quotes", "told", set={"speker": None}), "R010", "/set/speker"),
    "with a settled field": (stated("change", "quotes", "told", set={"confidence": 1}), "R010", "/set/confidence"),
    "with a field of another record": (
        stated("change", "dates", "told", set={"speaker": None}),
        "R010",
        "/set/speaker",
    ),
    "with an unknown field beside set": (_CONFIRM | {"why": "x"}, "S003", "/why"),
    "changing without set": (stated("change", "quotes", "told"), "R011", ""),
    "changing with an empty set": (stated("change", "quotes", "told", set={}), "R011", ""),
    "adding without set": (stated("add", "quotes", "told"), "R011", ""),
    "removing with set": (stated("remove", "quotes", "told", set={"kind": "partial"}), "R011", ""),
    "confirming with set": (stated("confirm", "quotes", "told", set={"kind": "partial"}), "R011", ""),
    "without a place": (stated("confirm", "quotes"), "S002", ""),
    "removing an article": (stated("remove", "articles"), "S001", "/action"),
    "of a kind that is none": (_CONFIRM | {"config": "scare"}, "S005", "/config"),
    "by nobody": (_CONFIRM | {"by": ""}, "S008", "/by"),
    "with an id that is none": (_CONFIRM | {"id": "q1"}, "S006", "/id"),
    "before the text": (_CONFIRM | {"start": -1}, "S007", "/start"),
    "with a wrong value": (stated("change", "quotes", "told", set={"kind": "loud"}), "S005", "/set/kind"),
    "with a wrong value within": (
        stated("change", "quotes", "told", set={"cue": {"start": "1", "end": 2, "text": "x"}}),
        "S004",
        "/set/cue/start",
    ),
}


@pytest.mark.parametrize("name", _SINGLE)
def test_a_correction_whose_form_is_wrong_is_left_out_and_the_others_are_read(tmp_path: Path, name: str) -> None:
    correction, code, pointer = _SINGLE[name]
    review, findings = reading(tmp_path, json.dumps(json.loads(document(_CONFIRM, correction, _CONFIRM)), indent=1))
    assert review is not None
    assert [each.pointer for each in review.corrections] == ["/corrections/0", "/corrections/2"]
    assert set(_found(findings)) >= {(code, f"/corrections/1{pointer}")}
    assert {each.rule.code for each in findings} == {code}
    assert all(each.place.file == NAME and (each.place.line or 0) > 10 and each.place.column for each in findings)


@pytest.mark.parametrize("day", ["2000-01-01", TODAY.isoformat(), (TODAY + dt.timedelta(days=1)).isoformat()])
def test_days_between_2000_and_tomorrow_are_taken(tmp_path: Path, day: str) -> None:
    assert reading(tmp_path, document(_CONFIRM | {"on": day}))[1] == []


@pytest.mark.parametrize("version", ["9.9.9", "0.1", "", None, 1, ["0.1.0"], {}])
def test_an_unknown_version_is_told(tmp_path: Path, version: object) -> None:
    review, findings = reading(tmp_path, document(_CONFIRM, schema_version=version))
    assert review is None
    assert _found(findings) == [("R012", "/schema_version")]


def test_a_slip_of_a_name_is_mended(tmp_path: Path) -> None:
    text = document(stated("change", "quotes", "told", set={"speker": None}))
    _, findings = reading(tmp_path, text)
    fix = findings[0].fix
    assert fix is not None
    assert text[: fix.start] + fix.new + text[fix.end :] == text.replace("speker", "speaker")


def test_an_unknown_field_is_told_once_and_of_a_known_kind_alone(tmp_path: Path) -> None:
    for config, times in (("quotes", 1), ("claims", 1), (None, 0)):
        of = {"config": config} if config else {}
        _, findings = reading(tmp_path, document({"set": {"x": 1}} | of))
        assert _found(findings).count(("R010", "/corrections/0/set/x")) == times


_CONTENTS: tuple[tuple[bytes, str], ...] = (
    (b"", "S010"),
    (b"{", "S010"),
    (b"[]", "S019"),
    (b"null", "S019"),
    (b"3", "S019"),
    (b"\xff\xfe", "S017"),
    (b"[" * 100_000, "S013"),
    (b'{"schema_version": "0.1.0"}', "S002"),
    (b'{"corrections": []}', "S002"),
    (b'{"schema_version": "0.1.0", "corrections": {}}', "S004"),
    (b'{"schema_version": "0.1.0", "corrections": [1, null, [], "x"]}', "S004"),
    (b'{"schema_version": "0.1.0", "schema_version": "0.1.0", "corrections": []}', "S011"),
    (b'\xef\xbb\xbf{"schema_version": "0.1.0", "corrections": []}', "S016"),
    (b'{"schema_version": "0.1.0", "corrections": [], "text_sha256": "x"}', "S006"),
)


@pytest.mark.parametrize(("content", "code"), _CONTENTS)
def test_damaged_files_are_told(tmp_path: Path, content: bytes, code: str) -> None:
    review, findings = reading(tmp_path, content)
    assert {each.rule.code for each in findings} == {code}
    assert review is None or review.corrections == []


def test_what_cannot_be_read_is_told(tmp_path: Path) -> None:
    (tmp_path / NAME).mkdir()
    review, findings = read_review(tmp_path / NAME, NAME, TODAY)
    assert review is None
    assert len(findings) == 1
    with (tmp_path / "long").open("wb") as stream:
        stream.truncate(20_000_001)
    assert _found(read_review(tmp_path / "long", NAME, TODAY)[1]) == [("S020", None)]


_JSON = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.text(max_size=3)
    | st.sampled_from(["0.1.0", "add", "quotes"]),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(["schema_version", "corrections", "set", "action", "config", "on", "by", "start", "x/y~"]),
            inner,
            max_size=4,
        )
    ),
    max_leaves=12,
)


@given(_JSON, st.booleans())
def test_any_json_gives_findings_or_corrections(tmp_path: Path, value: object, whole: bool) -> None:  # noqa: FBT001
    text = json.dumps(
        {"schema_version": "0.1.0", "corrections": [value, _CONFIRM | {"set": value}]} if whole else value
    )
    review, findings = reading(tmp_path, text)
    assert findings or review is not None


@given(st.binary(max_size=30))
def test_any_bytes_give_findings(tmp_path: Path, content: bytes) -> None:
    assert reading(tmp_path, content)[1]
