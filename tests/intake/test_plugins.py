"""Forms that other packages offer under the entry point `corpus_pkg.intake` are asked before our own."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from importlib.metadata import EntryPoint

import pytest
from intake_support import articles, codes, read_bytes

from corpus_pkg.intake import forms as package
from corpus_pkg.intake.form import Form, Reading
from corpus_pkg.intake.raw import RawArticle
from corpus_pkg.intake.unit import Unit


def _read(reading: Reading) -> Iterator[Unit]:
    for number, part in enumerate(reading.stream.read().removeprefix(b"@@").split(b"@@"), 1):
        yield Unit(RawArticle(path=f"{reading.name}#{number}", sha256=hashlib.sha256(part).hexdigest(),
                              media_type="text/x-parted", encoding="ascii", encoding_provenance="declared",
                              characters=part.decode("ascii").strip(), given=reading.given))  # fmt: skip


PARTED = Form(name="parted", suffixes=(".parted",), fits=lambda head: head.startswith(b"@@"), read=_read)


@pytest.fixture
def offered(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    point = EntryPoint("parted", f"{__name__}:PARTED", "corpus_pkg.intake")
    monkeypatch.setattr(EntryPoint, "load", lambda _: PARTED)
    monkeypatch.setattr(package, "entry_points", lambda group: [point] if group == "corpus_pkg.intake" else [])
    package.forms.cache_clear()
    package.suffixes.cache_clear()
    yield
    monkeypatch.undo()
    package.forms.cache_clear()
    package.suffixes.cache_clear()


@pytest.mark.usefixtures("offered")
def test_a_form_of_another_package() -> None:
    found = read_bytes(b"@@The ferry stayed.@@The crane fell.", "a.parted")
    assert [(each.path, each.characters) for each in articles(found)] == [
        ("a.parted#1", "The ferry stayed."), ("a.parted#2", "The crane fell."),
    ]  # fmt: skip
    assert codes(read_bytes(b"@@The ferry stayed.", "a.txt")) == ["F027"]


def test_without_it_the_suffix_is_unknown() -> None:
    assert codes(read_bytes(b"@@The ferry stayed.", "a.parted")) == ["F006"]
