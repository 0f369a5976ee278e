"""SGML of news corpora: documents are articles with what they state; what is not closed is told."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from intake_support import articles, codes, findings, read_bytes

_WIRE = """<!DOCTYPE lewis SYSTEM "lewis.dtd">
<REUTERS TOPICS="YES" NEWID="1">
<DATE>26-FEB-1987 15:01:01.79</DATE>
<TOPICS><D>shipping</D></TOPICS>
<UNKNOWN>
&#5;&#5;C T
</UNKNOWN>
<TEXT>&#2;
<TITLE>PORT REOPENS, &lt;QUAY CO> SAYS</TITLE>
<AUTHOR>    By Ann Lee</AUTHOR>
<DATELINE>    LISBON, Feb 26 - </DATELINE><BODY>The port reopened on
Monday, &lt;Quay Co> said.
    Ships left by noon.
&#3;</BODY></TEXT>
</REUTERS>
"""
_DOC = """<DOC id="AFP_ENG_19940512.0003" type="story" >
<HEADLINE>
Port reopens
</HEADLINE>
<DATELINE>
LISBON, May 12 (AFP)
</DATELINE>
<TEXT>
<P>
The port reopened on Monday.
</P>
<P>
Ships left by noon.
</P>
</TEXT>
</DOC>
"""


def _stated(raw: str) -> dict[str, str]:
    (article,) = articles(read_bytes(raw.encode(), "a.sgm"))
    return {each.field: each.value for each in article.statements}


def test_a_document_of_reuters() -> None:
    (article,) = articles(read_bytes(_WIRE.encode(), "a.sgm"))
    assert article.path == "a.sgm#L2"
    assert article.characters == (
        "LISBON, Feb 26 - The port reopened on\nMonday, <Quay Co> said.\n    Ships left by noon."
    )
    assert _stated(_WIRE) == {
        "agency": "Reuters", "title": "PORT REOPENS, <QUAY CO> SAYS", "date": "26-FEB-1987 15:01:01.79",
        "authors": "By Ann Lee",
    }  # fmt: skip
    starts = {each.field: each.start for each in article.statements}
    document = _WIRE.partition("\n")[2]
    assert document[starts["title"] :].startswith("<TITLE>")
    assert not findings(read_bytes(_WIRE.encode(), "a.sgm"))


def test_a_document_of_the_ldc() -> None:
    (article,) = articles(read_bytes(_DOC.encode(), "a.sgml"))
    assert article.characters == "The port reopened on Monday.\n\nShips left by noon."
    assert _stated(_DOC) == {"agency": "AFP", "date": "19940512", "title": "Port reopens",
                             "dateline": "LISBON, May 12 (AFP)"}  # fmt: skip


def test_documents_without_a_story() -> None:
    brief = '<REUTERS><TEXT TYPE="BRIEF">&#2;\n<TITLE>PORT REOPENS</TITLE>\n&#3;</TEXT></REUTERS>\n'
    assert codes(read_bytes(brief.encode(), "a.sgm")) == ["F008"]
    assert codes(read_bytes(_DOC.replace('"story"', '"advis"').encode(), "a.sgm")) == ["F061"]
    bare = '<REUTERS><TEXT TYPE="UNPROC">&#2;\n The port reopened.\n&#3;</TEXT></REUTERS>\n'
    assert [each.characters for each in articles(read_bytes(bare.encode(), "a.sgm"))] == ["The port reopened."]


@pytest.mark.parametrize(
    ("raw", "kept", "lines"),
    [
        (_WIRE.replace("</REUTERS>", "") + _WIRE, 1, [2]),
        (_WIRE + "<REUTERS><TEXT>", 1, [16]),
        (_WIRE + "stray words\n" + _WIRE.replace("Monday", "Tuesday"), 2, [16]),
    ],
)
def test_what_is_not_closed_is_told_and_the_rest_is_read(raw: str, kept: int, lines: list[int]) -> None:
    found = read_bytes(raw.encode(), "a.sgm")
    assert len(articles(found)) == kept
    assert [(each.rule.code, each.place.line) for each in findings(found)] == [("F062", line) for line in lines]


def test_bytes_that_are_not_utf_8() -> None:
    raw = _WIRE.replace("Ships", "Café ships").encode("cp1252")
    (article,) = articles(read_bytes(raw, "a.sgm"))
    assert "Café" in article.characters
    assert article.encoding == "cp1252"


@given(st.binary(max_size=200), st.integers(0, len(_WIRE)))
def test_any_bytes_are_articles_or_findings(noise: bytes, at: int) -> None:
    raw = _WIRE.encode()
    assert read_bytes(raw[:at] + noise + raw[at + len(noise) :], "a.sgm")
