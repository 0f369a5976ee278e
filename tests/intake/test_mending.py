"""What may be mended without asking, and what may not."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus_pkg.intake.mending import mended_key, mended_value
from corpus_pkg.intake.values import READERS

TODAY = dt.date(2026, 1, 1)


@pytest.mark.parametrize(
    ("field", "value", "new"),
    [
        ("date", "4 March 2025", "2025-03-04"),
        ("date", "March 4, 2025", "2025-03-04"),
        ("date", " 4  Mar 2025", "2025-03-04"),
        ("date", "Sept. 1st, 2024", "2024-09-01"),
        ("date", "22nd may 2024", "2024-05-22"),
        ("date", "2025/03/04", "2025-03-04"),
        ("date", "2025.03.04", "2025-03-04"),
        ("date", "03/04/2025", None),
        ("date", "04.03.2025", None),
        ("date", "2025/03.04", None),
        ("date", "31 February 2025", None),
        ("date", "4 March 2031", None),
        ("date", "4 March 25", None),
        ("date", "2025-03-04", None),
        ("date", 20250304, None),
        ("url", "www.example.org/a?b=1", "https://www.example.org/a?b=1"),
        ("url", "www.two words", None),
        ("url", "example.org", None),
        ("source_kind", "Outlet", "outlet"),
        ("source_kind", "agencey", "agency"),
        ("source_kind", "blog", None),
        ("language", "en_GB", "en-GB"),
        ("language", "English (UK)", None),
        ("title", ["a"], None),
    ],
)
def test_only_what_is_plain_is_mended(field: str, value: object, new: str | None) -> None:
    assert mended_value(field, value, TODAY) == new


@pytest.mark.parametrize(
    ("key", "near"),
    [("titel", "title"), ("Title", "title"), ("URL", "url"), ("source-kind", "source_kind"), ("author", "authors"),
     ("headline", None), ("", None), ("k" * 100_000, None)],
)  # fmt: skip
def test_a_key_is_mended_if_a_known_one_is_near(key: str, near: str | None) -> None:
    assert mended_key(key, READERS) == near


@given(st.sampled_from([*READERS]), st.text(max_size=30))
def test_what_is_mended_can_be_read(field: str, value: str) -> None:
    new = mended_value(field, value, TODAY)
    assert new is None or READERS[field](new)
