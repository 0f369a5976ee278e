"""News as XML: NITF, NewsML-G2, NewsML 1, RCV1 and TEI are articles with what they state; hostile XML is refused."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from intake_support import articles, codes, findings, read_bytes

from corpus_pkg.intake.forms import news_xml

_NITF = """<?xml version="1.0"?><!DOCTYPE nitf SYSTEM "nitf-3-2.dtd">
<nitf><head><title>Port</title><docdata><date.issue norm="20250213T103000Z"/>
<doc.copyright holder="Quay Press" year="2025"/></docdata><pubdata name="Courier" date.publication="20250213"/></head>
<body><body.head><hedline><hl1>Caf&eacute; at the port</hl1></hedline>
<byline>By <person>Ann Lee</person> and <person>Ben Hall</person></byline><distributor>AFP</distributor>
<dateline><location>Lisbon</location><story.date norm="20250213"/></dateline></body.head>
<body.content><p>The port <em>reopened</em> on Monday.</p>
<media><media-caption><p>Ships wait.</p></media-caption></media>
<p>Ships left by noon.</p></body.content></body></nitf>"""
_TEXT = "The port reopened on Monday.\n\nShips left by noon."
_G2 = """<newsMessage xmlns="http://iptc.org/std/nar/2006-10-01/"><itemSet><newsItem guid="x" xml:lang="en">
<rightsInfo><copyrightHolder literal="AFP"/></rightsInfo><itemMeta><itemClass qcode="ninat:text"/>
<provider literal="AFP"/><versionCreated>2025-02-13T11:00:00Z</versionCreated>
<firstCreated>2025-02-13T10:30:00+01:00</firstCreated><pubStatus qcode="stat:usable"/></itemMeta>
<contentMeta><headline>Port reopens</headline><by>Ann Lee</by><language tag="en"/></contentMeta>
<contentSet><inlineXML contenttype="application/xhtml+xml"><html xmlns="http://www.w3.org/1999/xhtml">
<head><title>x</title></head><body><p>The port reopened on Monday.</p><p>Ships left by noon.</p></body></html>
</inlineXML></contentSet></newsItem></itemSet></newsMessage>"""
_NEWSML = """<NewsML><NewsItem><NewsManagement><FirstCreated>20030120T120000+0000</FirstCreated>
<Status FormalName="Usable"/></NewsManagement><NewsComponent><NewsLines><HeadLine>Port reopens</HeadLine>
<ByLine>Ann Lee</ByLine><DateLine>Lisbon, Jan 20 (AFP)</DateLine></NewsLines><ContentItem><DataContent>
<p>The port reopened on Monday.</p><p>Ships left by noon.</p></DataContent></ContentItem></NewsComponent></NewsItem>
</NewsML>"""
_RCV1 = """<newsitem itemid="2286" id="root" date="1996-08-20" xml:lang="en"><title>PORTUGAL: Port reopens.</title>
<headline>Port reopens.</headline><byline>Ann Lee</byline><dateline>LISBON 1996-08-20</dateline>
<text><p>The port reopened on Monday.</p><p>Ships left by noon.</p></text><copyright>(c) Quay Press 1996</copyright>
</newsitem>"""
_HEAD = """<teiHeader><fileDesc><titleStmt><title>The Courier</title></titleStmt><publicationStmt>
<date when="2019"/><availability><licence target="https://creativecommons.org/licenses/by/4.0/"/></availability>
</publicationStmt><sourceDesc><bibl><title level="j">The Courier</title><date when="1887-03-04"/></bibl></sourceDesc>
</fileDesc><profileDesc><langUsage><language ident="en"/></langUsage></profileDesc></teiHeader>"""
_TEI = f'<TEI xmlns="http://www.tei-c.org/ns/1.0">{_HEAD}<text><body>%s</body></text></TEI>'


def _read(raw: str, name: str = "a.xml") -> list[tuple[str, list[tuple[str, str]]]]:
    found = articles(read_bytes(raw.encode("utf-8"), name))
    return [(each.characters, [(one.field, one.value) for one in each.statements]) for each in found]


def test_nitf() -> None:
    assert _read(_NITF) == [(_TEXT, [
        ("title", "Café at the port"), ("title", "Port"), ("date", "20250213"), ("source", "Courier"),
        ("date", "20250213T103000Z"), ("date", "20250213"), ("dateline", "Lisbon"), ("authors", "Ann Lee"),
        ("authors", "Ben Hall"), ("agency", "AFP"), ("rights", "Quay Press"),
    ])]  # fmt: skip


def test_newsml_g2() -> None:
    assert _read(_G2) == [(_TEXT, [
        ("title", "Port reopens"), ("date", "2025-02-13T10:30:00+01:00"), ("modified", "2025-02-13T11:00:00Z"),
        ("authors", "Ann Lee"), ("agency", "AFP"), ("language", "en"), ("rights", "AFP"),
    ])]  # fmt: skip


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("stat:usable", "stat:canceled"), ("ninat:text", "ninat:picture"), ("<inlineXML", "<remoteContent><inlineXML"),
        ("newsItem", "packageItem"),
    ],
)  # fmt: skip
def test_items_that_are_no_article_are_passed_over_and_counted(old: str, new: str) -> None:
    raw = _G2.replace(old, new).replace(
        "</inlineXML>", "</inlineXML></remoteContent>" if "remote" in new else "</inlineXML>"
    )
    found = read_bytes(raw.encode(), "a.xml")
    assert (articles(found), codes(found)) == ([], ["F061"])


def test_newsml_1_and_rcv1() -> None:
    assert _read(_NEWSML) == [(_TEXT, [
        ("title", "Port reopens"), ("date", "20030120T120000+0000"), ("authors", "Ann Lee"),
        ("dateline", "Lisbon, Jan 20 (AFP)"),
    ])]  # fmt: skip
    assert _read(_RCV1) == [(_TEXT, [
        ("title", "Port reopens."), ("date", "1996-08-20"), ("authors", "Ann Lee"), ("dateline", "LISBON"),
        ("language", "en"), ("rights", "(c) Quay Press 1996"),
    ])]  # fmt: skip


def test_the_articles_of_an_issue_in_tei() -> None:
    one = '<div type="article"><head>Port reopens</head><p>It did.<note>Editor.</note></p></div>'
    raw = _TEI % f'{one}<div type="advert"><p>Soap.</p></div><div><div type="article"><p>Another.</p></div></div>'
    found = _read(raw)
    assert [text for text, _ in found] == ["It did.", "Another."]
    about = [("date", "1887-03-04"), ("source", "The Courier"), ("language", "en"),
             ("rights", "https://creativecommons.org/licenses/by/4.0/")]  # fmt: skip
    assert [stated for _, stated in found] == [[("title", "Port reopens"), *about], about]
    digests = {each.sha256 for each in articles(read_bytes(raw.encode(), "a.xml"))}
    assert len(digests) == 2


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        ('<p>The har-<lb break="no"/>bour re<lb/>opened.</p>', "The harbour re opened."),
        ("<p><choice><sic>yestrday</sic><corr>yesterday</corr></choice></p>", "yestrday"),
        ("<p>One <del>two</del><hi>three</hi>.</p><fw>Page 4</fw><p>Four.</p>", "One three.\n\nFour."),
        ("<head>Port</head><p>It did.</p>", "Port\n\nIt did."),
    ],
)
def test_the_text_of_tei_is_what_was_printed(markup: str, text: str) -> None:
    assert [each for each, _ in _read(_TEI % markup)] == [text]


@pytest.mark.parametrize(
    ("raw", "code"),
    [
        ("<nitf><body>", "F059"), ("<nitf>&nothing;</nitf>", "F059"), ("<news/>", "F059"), ("<TEI/>", "F061"),
        ("<nitf/>", "F008"), ('<!DOCTYPE nitf [<!ENTITY a "b">]><nitf/>', "F060"),
        ('<!DOCTYPE nitf [<!ENTITY a SYSTEM "file:///etc/passwd">]><nitf>&a;</nitf>', "F060"),
        ("<nitf>" + "<p>" * 300, "F059"), ('<?xml version="1.0" encoding="klingon"?><nitf/>', "F059"),
    ],
)  # fmt: skip
def test_what_cannot_be_read_has_its_code(raw: str, code: str) -> None:
    assert codes(read_bytes(raw.encode(), "a.xml")) == [code]


def test_items_before_the_damage_are_read() -> None:
    raw = f"<NewsML>{_NEWSML.removeprefix('<NewsML>').removesuffix('</NewsML>')}<NewsItem>&</NewsItem></NewsML>"
    found = read_bytes(raw.encode(), "a.xml")
    assert [each.characters for each in articles(found)] == [_TEXT]
    assert [each.rule.code for each in findings(found)] == ["F059"]


def test_large_items_and_files_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(news_xml, "MOST_BYTES", 100)
    assert codes(read_bytes(_RCV1.encode(), "a.xml")) == ["F013"]
    monkeypatch.setattr(news_xml, "_MOST_FILE", 100)
    assert codes(read_bytes(_RCV1.encode(), "a.xml")) == ["F013"]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "iso-8859-1"])
def test_encodings(encoding: str) -> None:
    head = f'<?xml version="1.0" encoding="{encoding}"?>'
    raw = f"{head}<nitf><body><body.content><p>Café.</p></body.content></body></nitf>"
    (article,) = articles(read_bytes(raw.encode(encoding), "a.xml"))
    assert (article.characters, article.encoding) == ("Café.", encoding)


@given(st.binary(max_size=120), st.integers(0, len(_RCV1)))
def test_any_bytes_are_articles_or_findings(noise: bytes, at: int) -> None:
    raw = _RCV1.encode()
    assert read_bytes(raw[:at] + noise + raw[at + len(noise) :], "a.xml")
