"""Normalisation changes nothing that a reader reads, and every change leads back."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from corpus_pkg.text.edits import restore, sound
from corpus_pkg.text.normalize import normalize

AWKWARD = "aé \r\n\u00a0\u00ad\u200b\ufeff\u2028\x00\x85e\u0301A\u030a\u1100\u1161Ã©â€™œ“”\ud800"


@given(st.one_of(st.text(), st.text(AWKWARD, max_size=30)))
def test_every_string_leads_back(raw: str) -> None:
    result = normalize(raw)
    assert restore(result.text, result.edits) == raw
    assert sound(result.text, result.edits)


@given(st.text(AWKWARD, max_size=30))
@example("A\u030a©A")
@example("Ã\u00ad°")
def test_normalising_twice_changes_nothing_more(raw: str) -> None:
    once = normalize(raw).text
    assert normalize(once).text == once


@pytest.mark.parametrize(
    ("raw", "text", "codes"),
    [
        ("a\r\nb\rc\u2028d\x85e", "a\nb\nc\nd\ne", {"T005": 4}),
        ("for\u00a0peace\u202ftalks", "for peace talks", {"T004": 2}),
        ("co\u00adop\u200berate\ufeff", "cooperate", {"T003": 3}),
        ("bell\x07 and\x1b escape", "bell and escape", {"T002": 2}),
        ("Cafe\u0301", "Café", {"T006": 1}),
        ("donâ€™t say â€œyesâ€\x9d", "don’t say “yes”", {"T001": 2}),
        ("CafÃ© in MÃ¼nchen", "Café in München", {"T001": 2}),
    ],
)
def test_repairs_are_made_and_counted(raw: str, text: str, codes: dict[str, int]) -> None:
    result = normalize(raw)
    assert (result.text, dict(result.repairs)) == (text, codes)


@pytest.mark.parametrize(
    "text",
    [
        "“quoted” ‘so’ \"and\" 'so'",
        "ﬁne ligature",
        "ＦＵＬＬ width",
        "½ of 10²",
        "a – b — c",
        "K (kelvin) Å",
        "LE CAFÉ™ “CAFÉ”",
        "tab\there",
    ],
)
def test_what_a_reader_reads_stays(text: str) -> None:
    assert normalize(text).text == text
    assert normalize(text).edits == []
