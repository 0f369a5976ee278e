"""What is kept and passed between processes: the same back, and never code."""

from __future__ import annotations

import datetime as dt
import pickle
from collections.abc import Callable
from pathlib import Path

import pyarrow as pa
import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus_pkg.convert.packing import body_of, compress, decompress, head_of, join, pack, unpack
from corpus_pkg.findings import Finding, Place
from corpus_pkg.findings.rules.files import NO_BODY
from corpus_pkg.intake.raw import Given, RawArticle, Statement
from corpus_pkg.intake.values import read_given
from corpus_pkg.model.provenance import Alignment, Extraction
from corpus_pkg.model.rights import Rights


@given(st.binary(max_size=200), st.binary(max_size=200))
def test_parts_come_back_as_they_were(head: bytes, body: bytes) -> None:
    piece = join(head, compress(body))
    assert (head_of(piece), decompress(body_of(piece))) == (head, body)


def test_a_rule_is_the_rule_itself() -> None:
    finding = Finding(NO_BODY, Place(file="a"), "m")
    assert unpack(pack([finding])) == [finding]
    assert unpack(pack([finding]))[0].rule is NO_BODY


def test_a_raw_article_comes_back_with_all_that_is_stated() -> None:
    rights = Rights(statement="s", license=None, holder="h", redistributable=None, tdm_reserved=True, basis=None,
                    provenance="sidecar")  # fmt: skip
    extraction = Extraction(extractor="t", version="1", options="o", share=0.5, restored=0,
                            alignment=[Alignment(start=0, end=1, page_start=5, page_end=None)])  # fmt: skip
    raw = RawArticle(
        path="a.html", sha256="0" * 64, media_type="text/html", encoding="utf-8", encoding_provenance="declared",
        characters="x\ud800", given=Given(rights=rights, published_at=dt.datetime(2024, 1, 1, tzinfo=dt.UTC)),
        statements=(Statement(field="title", value="v", where="meta"),), repeated=frozenset({b"12345678"}),
        extraction=extraction,
    )  # fmt: skip
    assert unpack(pack(raw)) == raw


@pytest.mark.parametrize(("unit", "zone"), [("us", "UTC"), ("ns", "Europe/London"), ("ms", "+05:30")])
def test_instants_of_other_libraries_come_back(unit: str, zone: str) -> None:
    column = pa.array([dt.datetime(2024, 3, 1, 12, tzinfo=dt.UTC)]).cast(pa.timestamp(unit, zone))
    given, findings = read_given({"date": column[0].as_py()}, Place(file="a"), dt.date(2025, 1, 1))
    assert not findings
    assert unpack(pack(given)) == given
    assert given.published_at == dt.datetime(2024, 3, 1, 12, tzinfo=dt.UTC)


class _Code:
    def __reduce__(self) -> tuple[Callable[..., object], tuple[Path]]:
        return Path.touch, (Path("never"),)


@pytest.mark.parametrize("harmful", [_Code(), Path("x"), print])
def test_nothing_else_is_read(harmful: object, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    with pytest.raises(pickle.UnpicklingError, match="no place"):
        unpack(pickle.dumps(harmful))
    assert list(tmp_path.iterdir()) == []
