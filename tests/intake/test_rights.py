"""Statements of rights: what they let anyone do is read from them alone, and the rest is null."""

from __future__ import annotations

import hashlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus_pkg.annotate.metadata.rights import judge_rights
from corpus_pkg.intake.raw import Defaults, Given, RawArticle, Statement
from corpus_pkg.intake.rights import read_rights, rights_fault
from corpus_pkg.model.rights import Rights


def _read(value: object) -> Rights:
    found = read_rights(value)
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("words", "licence", "free", "basis", "holder"),
    [
        ("CC0-1.0", "CC0-1.0", True, "license", None),
        ("cc-by-sa-4.0", "CC-BY-SA-4.0", True, "license", None),
        ("https://creativecommons.org/licenses/by/4.0/deed.de", "CC-BY-4.0", True, "license", None),
        ("http://creativecommons.org/publicdomain/zero/1.0/", "CC0-1.0", True, "license", None),
        ("CC-BY-NC-4.0", "CC-BY-NC-4.0", None, None, None),
        ("CC-BY-ND-3.0", "CC-BY-ND-3.0", None, None, None),
        ("Public domain", None, True, "public_domain", None),
        ("© 2025 Harbour Courier. All rights reserved.", None, False, None, "Harbour Courier"),
        ("Copyright (c) 2019-2024 by Quay Press Ltd", None, None, None, "Quay Press Ltd"),
        ("Ask the editor", None, None, None, None),
    ],
)
def test_words(words: str, licence: str | None, free: bool | None, basis: str | None, holder: str | None) -> None:  # noqa: FBT001
    found = _read(words)
    assert (found.license, found.redistributable, found.basis, found.holder) == (licence, free, basis, holder)
    assert found.statement == words


def test_a_table_states_what_words_cannot() -> None:
    found = _read({"holder": "Quay Press", "redistributable": True, "basis": "permission", "tdm_reserved": False})
    assert (found.holder, found.redistributable, found.basis, found.tdm_reserved) == (
        "Quay Press", True, "permission", False,
    )  # fmt: skip
    assert _read({"license": "CC-BY-4.0", "holder": "Anna Moor"}).redistributable is True
    closed = _read({"license": "CC-BY-4.0", "redistributable": False})
    assert (closed.redistributable, closed.basis) == (False, None)


@pytest.mark.parametrize(
    ("value", "fault"),
    [
        ({"licence": "CC0-1.0"}, "unknown key 'licence'"), ({"license": "mine"}, "license = 'mine'"),
        ({"redistributable": "yes"}, "redistributable = 'yes'"), ({"basis": "because"}, "basis = 'because'"),
        ({}, "it states nothing"), (7, "a text or a table"), ("  ", "a text or a table"),
    ],
)  # fmt: skip
def test_what_cannot_be_read_says_why(value: object, fault: str) -> None:
    assert read_rights(value) is None
    assert fault in (rights_fault(value) or "")


def _raw(given: object = None, corpus: object = None, *marked: tuple[str, str]) -> RawArticle:
    statements = tuple(Statement(field="rights", value=value, where=where) for where, value in marked)
    return RawArticle(path="a", sha256=hashlib.sha256(b"a").hexdigest(), media_type="text/html", encoding="utf-8",
                      encoding_provenance="utf-8", characters="a", given=Given(rights=read_rights(given)),
                      defaults=Defaults(rights=read_rights(corpus, "corpus")), statements=statements)  # fmt: skip


def test_markup_names_holder_licence_and_reservation() -> None:
    found = judge_rights(_raw(
        None, None, ("meta copyright", "© 2025 The Quay Post"), ("json-ld copyrightHolder", "Quay Post Media"),
        ("link license", "https://creativecommons.org/licenses/by/4.0/"), ("meta tdm-reservation", "1"),
    ))  # fmt: skip
    assert found is not None
    assert (found.license, found.holder, found.tdm_reserved, found.provenance) == (
        "CC-BY-4.0", "Quay Post Media", True, "markup",
    )  # fmt: skip


def test_a_page_does_not_open_what_the_contributor_calls_closed() -> None:
    marked = ("link license", "https://creativecommons.org/licenses/by/4.0/")
    found = judge_rights(_raw("All rights reserved.", None, marked))
    assert found is not None
    assert (found.redistributable, found.license, found.provenance) == (False, None, "given")


def test_the_corpus_speaks_where_the_contributor_does_not() -> None:
    found = judge_rights(_raw(None, {"license": "CC0-1.0", "holder": "The makers"}))
    assert found is not None
    assert (found.redistributable, found.holder, found.provenance) == (True, "The makers", "corpus")
    assert judge_rights(_raw()) is None


@given(st.one_of(st.text(max_size=300), st.dictionaries(st.text(max_size=12), st.text(max_size=20), max_size=4)))
def test_whatever_is_stated_is_read_or_refused(value: object) -> None:
    found = read_rights(value)
    assert (found is None) == (rights_fault(value) is not None)
    if found is not None:
        assert (found.redistributable is True) == (found.basis is not None)
