"""Where names begin and end."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus_pkg.annotate.entities.mentions.bounds import name_bounds
from corpus_pkg.model.vocabulary import EntityType


def _names(surface: str, kind: EntityType, before: str = "", behind: str = "") -> list[str]:
    text = before + surface + behind
    return [text[start:end] for start, end in name_bounds(text, len(before), len(before) + len(surface), kind)]


@pytest.mark.parametrize(
    ("surface", "kind", "names"),
    [
        ("the Harrow Institute", "ORG", ["Harrow Institute"]),
        ("Lindholm’s", "PERSON", ["Lindholm"]),
        ("Prime Minister Anna Lindholm", "PERSON", ["Anna Lindholm"]),
        ("Harrow Institute spokesman", "ORG", ["Harrow Institute"]),
        ("State Department Spokesperson", "ORG", ["State Department"]),
        ("every Norwood", "ORG", ["Norwood"]),
        ("Castleton near", "LOC", ["Castleton"]),
        ("Castleton and", "LOC", ["Castleton"]),
        ("united Germany", "LOC", ["Germany"]),
        ("Castleton - Norwood", "LOC", ["Castleton", "Norwood"]),
        ("Castleton at Norwood", "LOC", ["Castleton", "Norwood"]),
        ("Harrow/Norwood", "ORG", ["Harrow", "Norwood"]),
        ("Norwood 2-1", "ORG", ["Norwood"]),
        ("Harrow Institute (HI", "ORG", ["Harrow Institute"]),
        ("U.S.-Japan", "LOC", ["U.S.", "Japan"]),
        ("Harrow\n\nNorwood", "ORG", ["Harrow", "Norwood"]),
        ("Harrow\nInstitute", "ORG", ["Harrow\nInstitute"]),
        ("carpenter", "PERSON", []),
        ("1,200", "ORG", []),
        ("“", "ORG", []),
        ("nairobi", "LOC", ["nairobi"]),
        ("somewhere", "LOC", []),
        ("Rafael van der Berg", "PERSON", ["Rafael van der Berg"]),
        ("James To", "PERSON", ["James To"]),
    ],
)
def test_a_stretch_is_cut_to_its_names(surface: str, kind: EntityType, names: list[str]) -> None:
    assert _names(surface, kind) == names


@pytest.mark.parametrize(
    ("before", "surface", "kind", "behind", "names"),
    [
        ("", "Lee Chung", "PERSON", "-wai spoke", ["Lee Chung-wai"]),
        ("Jean-", "Paul Martel", "PERSON", " spoke", ["Jean-Paul Martel"]),
        ("", "Harrow", "ORG", "-Norwood Ltd", ["Harrow-Norwood"]),
        ("", "Bernard", "PERSON", " d’Orville spoke", ["Bernard d’Orville"]),
        ("", "Rosa", "PERSON", " van der Hale spoke", ["Rosa van der Hale"]),
        ("", "Lindholm", "PERSON", "-style plans", ["Lindholm"]),
        ("", "Lindholm", "PERSON", "-led talks", ["Lindholm"]),
        ("", "Kenya", "LOC", "-based", ["Kenya"]),
        ("ex-", "President Anna Lindholm", "PERSON", "", ["Anna Lindholm"]),
    ],
)
def test_a_hyphenated_name_is_whole(before: str, surface: str, kind: EntityType, behind: str, names: list[str]) -> None:
    assert _names(surface, kind, before, behind) == names


@given(
    st.text("abA B.-’'/()[]&\n1", max_size=40), st.integers(0, 40), st.integers(0, 40),
    st.sampled_from(["PERSON", "ORG", "LOC", "MISC"]),
)  # fmt: skip
def test_bounds_are_ordered_and_hold_a_letter(text: str, start: int, length: int, kind: EntityType) -> None:
    start, end = min(start, len(text)), min(start + length, len(text))
    last = 0
    for low, high in name_bounds(text, start, end, kind):
        assert 0 <= low < high <= len(text)
        assert last <= high
        assert any(map(str.isalpha, text[low:high]))
        last = high
