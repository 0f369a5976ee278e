"""Whether two names are of one body."""

from __future__ import annotations

import pytest

from corpus_pkg.annotate.entities.joining.organisations import is_acronym, same_body


@pytest.mark.parametrize(
    ("full", "short"),
    [
        ("Harrow Water Board", "HWB"),
        ("Board of Harrow Water", "BHW"),
        ("Kestrel People’s Army", "KPA"),
        ("Harrow Journal", "Journal"),
        ("Harland Engines Ltd", "Harland Engines"),
        ("Harland Petroleum", "Harland"),
        ("U.S. State Department", "State Department"),
        ("US State Department", "State Department"),
        ("Kenya’s Foreign Ministry", "Foreign Ministry"),
        ("HBC News", "HBC"),
        ("Real Norwood", "Norwood"),
        ("Boston Kestrels", "Kestrels"),
        ("Church of Norwood", "Church"),
        ("Northern Harrow Inc", "Harrow"),
        ("Harland Motor Co", "Harland"),
        ("harrow institute", "Harrow Institute"),
    ],
)
def test_forms_of_one_name(full: str, short: str) -> None:
    assert same_body(full, short)


@pytest.mark.parametrize(
    ("full", "short"),
    [
        ("Kenyan Foreign Ministry", "Russian Foreign Ministry"),
        ("Senate Democrats", "Democrats"),
        ("Harrow Water Board", "HWA"),
        ("Harrow Music Festival", "Harrow"),
        ("Journal", "Harrow Journal"),
        ("Qantas Airways Ltd", "British Airways Plc"),
        ("Northern Steel Inc", "Northern"),
        ("Harrow Institute", "Norwood Institute"),
        ("Ltd", "Inc"),
        ("New Norwood", "Norwood"),
    ],
)
def test_names_of_two_bodies(full: str, short: str) -> None:
    assert not same_body(full, short)


def test_acronyms() -> None:
    assert [is_acronym(each) for each in ("HWB", "U.N.", "AT&T", "H", "Hwb", "A B", "B2B")] == [
        True, True, True, False, False, False, False,
    ]  # fmt: skip
