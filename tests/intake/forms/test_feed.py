"""Feeds: items with their whole text are articles, teasers are told, and hostile XML is refused."""

from __future__ import annotations

import hashlib
import time
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from intake_support import Item, articles, codes, findings, read_bytes, read_path

from corpus_pkg.intake.forms import feed
from corpus_pkg.intake.xml import items
from corpus_pkg.intake.xml.text import CutError, html_text

_BODY = "<p>The ferry stayed in port on Monday.</p><p>It left a day later, its owners said.</p>"
_TEXT = "The ferry stayed in port on Monday.\n\nIt left a day later, its owners said."
_SPACES = (
    'xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/" '
    'xmlns:dcterms="http://purl.org/dc/terms/"'
)
_ATOM = 'xmlns="http://www.w3.org/2005/Atom"'
_ENCODED = f"<content:encoded><![CDATA[{_BODY}]]></content:encoded>"


def _rss(*items: str, about: str = "", before: str = "") -> bytes:
    inner = "".join(f"<item>{each}</item>" for each in items)
    return f'{before}<rss version="2.0" {_SPACES}><channel>{about}{inner}</channel></rss>'.encode()


def _atom(*entries: str, about: str = "") -> bytes:
    return f"<feed {_ATOM}>{about}{''.join(f'<entry>{each}</entry>' for each in entries)}</feed>".encode()


def _read(content: bytes, name: str = "news.rss") -> list[Item]:
    return read_bytes(content, name)


def _stated(items: list[Item]) -> list[list[tuple[str, str, str]]]:
    return [[(each.field, each.value, each.where) for each in article.statements] for article in articles(items)]


def test_an_item_of_rss_with_its_whole_text_is_an_article() -> None:
    item = (
        "<title>Ferry  stays\n in port</title><link>https://news.example/1</link>"
        "<author>a@b.example (Anna Berg)</author>"
        "<pubDate>Mon, 06 Jan 2025 10:00:00 GMT</pubDate><dc:creator>Rosa Winter</dc:creator><dc:creator>B. Lind"
        f"</dc:creator><dcterms:modified>2025-01-07</dcterms:modified>{_ENCODED}<description>Short.</description>"
    )
    about = "<title>Harbour Courier</title><language>en-GB</language><copyright>CC0</copyright>"
    about += "<image><title>x</title></image>"
    content = _rss(item, item, about=about)
    found = _read(content)
    assert codes(found) == []
    first, second = articles(found)
    assert (first.path, second.path, first.media_type) == ("news.rss#1", "news.rss#2", "application/rss+xml")
    assert first.characters == _TEXT
    assert first.sha256 == hashlib.sha256(f"<item>{item}</item>".encode()).hexdigest() == second.sha256
    assert _stated(found)[0] == [
        ("title", "Ferry stays in port", "rss title"),
        ("url", "https://news.example/1", "rss link"),
        ("authors", "Anna Berg", "rss author"),
        ("date", "Mon, 06 Jan 2025 10:00:00 GMT", "rss pubDate"),
        ("authors", "Rosa Winter", "dc creator"),
        ("authors", "B. Lind", "dc creator"),
        ("modified", "2025-01-07", "dcterms modified"),
        ("source", "Harbour Courier", "rss channel title"),
        ("language", "en-GB", "rss channel language"),
        ("rights", "CC0", "rss channel copyright"),
    ]


def test_an_entry_of_atom_is_an_article() -> None:
    entry = (
        '<title type="html">Ferry &amp;lt; &lt;b&gt;port&lt;/b&gt;</title><link rel="self" href="https://x.example/"/>'
        '<link href="https://news.example/1"/><published>2025-01-06T10:00:00Z</published><updated>2025-01-07</updated>'
        f'<content type="html"><![CDATA[{_BODY}]]></content>'
    )
    about = "<title>Harbour Courier</title><author><name>Anna Berg</name></author><rights>CC0</rights>"
    content = _atom(entry, about=about).replace(b"<feed", b'<feed xml:lang="en"')
    found = _read(content, "news.atom")
    (article,) = articles(found)
    assert (codes(found), article.characters, article.media_type) == ([], _TEXT, "application/atom+xml")
    assert _stated(found)[0] == [
        ("title", "Ferry < port", "atom title"),
        ("date", "2025-01-06T10:00:00Z", "atom published"),
        ("modified", "2025-01-07", "atom updated"),
        ("url", "https://news.example/1", "atom link"),
        ("source", "Harbour Courier", "atom channel title"),
        ("rights", "CC0", "atom channel rights"),
        ("language", "en", "channel xml:lang"),
        ("authors", "Anna Berg", "atom author"),
    ]


def test_an_entry_of_another_feed_keeps_its_own_source_and_no_author_of_this_one() -> None:
    entry = f"<source><title>Other</title></source><content>{_TEXT}</content>"
    about = "<title>Harbour Courier</title><author><name>Anna Berg</name></author>"
    assert _stated(_read(_atom(entry, about=about))) == [[("source", "Other", "atom source title")]]


def test_xhtml_that_stands_in_a_feed_as_elements_is_text() -> None:
    words = "<script>x</script><p>One <b>bold</b> <i>word</i>.</p><p>a<br/>b</p>"
    inner = f'<div xmlns="http://www.w3.org/1999/xhtml">{words}</div>'
    (article,) = articles(_read(_atom(f'<content type="xhtml">{inner}</content>')))
    assert article.characters == "One bold word.\n\na\nb"


def test_rss_1_is_read_though_its_items_stand_beside_the_channel() -> None:
    content = (
        '<?xml version="1.0"?><!-- a feed --><rdf:RDF xmlns="http://purl.org/rss/1.0/" '
        f'xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" {_SPACES}><channel><title>Courier</title></channel>'
        f"<item><title>Ferry</title><dc:date>2025-01-06</dc:date>{_ENCODED}</item></rdf:RDF>"
    )
    found = _read(content.encode(), "news.xml")
    dated = ("date", "2025-01-06", "dc date")
    assert _stated(found) == [[("title", "Ferry", "rss title"), dated, ("source", "Courier", "rss channel title")]]


def test_what_a_feed_states_behind_its_items_counts_too() -> None:
    content = _rss(_ENCODED).replace(b"</channel>", b"<title>Courier</title></channel>")
    assert _stated(_read(content)) == [[("source", "Courier", "rss channel title")]]


def test_an_entry_may_stand_alone() -> None:
    content = f"<entry {_ATOM}><content>{_TEXT}</content></entry>".encode()
    (article,) = articles(_read(content, "a.atom"))
    assert (article.path, article.sha256) == ("a.atom#1", hashlib.sha256(content).hexdigest())


_LONG = "The owners of the ferry said on Monday that it would stay in port until the river fell. " * 12


@pytest.mark.parametrize(
    ("item", "whole"),
    [
        (f"<description>{_LONG}</description>", True),
        (f"<description>{_LONG[:600]}</description>", False),
        (f"<description>{_LONG}…</description>", False),
        (f"<description>{_LONG}Continue reading Ferry stays →</description>", False),
        (f"<description>{_LONG}She read on the train.</description>", True),
        (f"<description>{_LONG}Read more books, she said.</description>", True),
        ("<title>Alone</title>", False),
        (_ENCODED, True),
        ("<content:encoded>The ferry stayed [&#8230;]</content:encoded>", False),
        ("<content:encoded>&lt;p&gt;The ferry.&lt;/p&gt;&lt;p&gt;Read more&lt;/p&gt;</content:encoded>", False),
        ("<content:encoded> </content:encoded>", False),
    ],
)
def test_a_teaser_is_no_article_and_its_link_is_told(item: str, *, whole: bool) -> None:
    found = _read(_rss(_ENCODED, f"<guid>https://news.example/2</guid>{item}"))
    assert len(articles(found)) == 1 + whole
    assert codes(found) == ([] if whole else ["F058"])
    if not whole:
        assert "https://news.example/2" in findings(found)[0].message
        assert findings(found)[0].place.line == 1


@pytest.mark.parametrize("content", ['src="https://news.example/1"', 'type="image/png"'])
def test_atom_content_that_is_elsewhere_or_no_text_is_no_article(content: str) -> None:
    assert codes(_read(_atom(f"<content {content}>iVBOR</content>"))) == ["F058"]
    assert codes(_read(_atom("<content>iVBOR</content>"))) == []


def test_a_guid_that_is_no_address_is_none() -> None:
    for guid in ('<guid isPermaLink="false">https://x.example/</guid>', "<guid>17</guid>"):
        assert _stated(_read(_rss(guid + _ENCODED))) == [[]]


def test_a_bad_date_is_kept_as_it_is_written() -> None:
    found = _read(_rss(f"<pubDate>Someday, 41 Foo</pubDate>{_ENCODED}"))
    assert (codes(found), _stated(found)) == ([], [[("date", "Someday, 41 Foo", "rss pubDate")]])


def _entities(declared: str, used: str) -> bytes:
    return _rss(f"<title>{used}</title>{_ENCODED}", before=f"<!DOCTYPE rss [{declared}]>")


@pytest.mark.parametrize(
    "declared",
    [
        '<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;">',
        '<!ENTITY c SYSTEM "file:///etc/hostname">',
        '<!ENTITY % p SYSTEM "http://127.0.0.1:9/x.dtd"> %p;',
        '<!ENTITY c "harmless">',
    ],
)
def test_entities_are_refused_wherever_they_lead(declared: str) -> None:
    found = _read(_entities(declared, "&c;"))
    assert (codes(found), articles(found)) == (["F057"], [])
    assert codes(_read(_entities("<!ELEMENT rss ANY>", "c"))) == []


def test_the_names_of_letters_are_known_where_a_document_type_brings_them() -> None:
    kind = '<!DOCTYPE rss PUBLIC "-//Netscape Communications//DTD RSS 0.91//EN" "http://x.example/rss-0.91.dtd">'
    assert _stated(_read(_rss(f"<title>Caf&eacute;</title>{_ENCODED}", before=kind)))[0][0][1] == "Café"
    assert codes(_read(_rss(f"<title>&nothing;</title>{_ENCODED}", before=kind))) == ["F056"]
    assert codes(_read(_rss(f"<title>Caf&eacute;</title>{_ENCODED}"))) == ["F056"]


def test_depth_without_end_is_refused_and_moderate_depth_is_read() -> None:
    def nested(depth: int) -> bytes:
        return _rss(_ENCODED, "<a>" * depth + "</a>" * depth + _ENCODED)

    assert (codes(_read(nested(150))), len(articles(_read(nested(150))))) == ([], 2)
    assert (codes(_read(nested(100_000))), len(articles(_read(nested(100_000))))) == (["F056"], 1)


def test_what_stands_before_the_damage_is_kept() -> None:
    sound = _rss(_ENCODED, _ENCODED, _ENCODED)
    damaged = sound.replace(b"</item><item>", b"</item>\n<item><title>a & b</title>", 2)
    found = _read(damaged)
    assert (len(articles(found)), codes(found)) == (1, ["F056"])
    assert findings(found)[0].place.line == 2
    assert codes(_read(sound[:-30])) == ["F056"]
    assert codes(_read(_rss())) == ["F056"]
    assert codes(_read(b"no feed")) == ["F056"]


def test_an_item_that_is_too_large_is_refused_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    many = _rss(_ENCODED, "<a/>" * 120_000 + _ENCODED, _ENCODED, about="<title>Courier</title>")
    found = _read(many)
    assert (codes(found), len(articles(found))) == (["F013"], 2)
    monkeypatch.setattr(feed, "MOST_BYTES", 300)
    assert codes(_read(_rss(_ENCODED, _ENCODED + "<title>" + "x" * 300 + "</title>"))) == ["F013"]
    monkeypatch.setattr(items, "_MOST_ITEMS", 2)
    assert (codes(_read(_rss(*[_ENCODED] * 3))), len(articles(_read(_rss(*[_ENCODED] * 3))))) == (["F056"], 2)
    monkeypatch.setattr(feed, "_MOST_FEED", 100)
    assert codes(_read(_rss(_ENCODED))) == ["F013"]


@pytest.mark.parametrize("encoding", ["utf-16", "utf-8", "iso-8859-1", "windows-1252"])
def test_a_feed_is_decoded_as_it_declares(tmp_path: Path, encoding: str) -> None:
    item = "<content:encoded>Café</content:encoded>"
    head = f'<?xml version="1.0" encoding="{encoding}"?>\n'
    text = head + _rss(item).decode()
    path = tmp_path / "a.rss"
    path.write_bytes(text.encode(encoding))
    (article,) = articles(read_path(path))
    assert (article.characters, article.encoding) == ("Café", encoding)
    wide = "utf-16-le" if encoding == "utf-16" else encoding
    assert article.sha256 == hashlib.sha256(f"<item>{item}</item>".encode(wide)).hexdigest()


def test_an_encoding_that_is_not_known_is_told(tmp_path: Path) -> None:
    assert codes(_read(_rss(_ENCODED, before='<?xml version="1.0" encoding="none-such"?>'))) == ["F056"]
    path = tmp_path / "a.rss"
    path.write_bytes(_rss("<content:encoded>Café</content:encoded>").decode().encode("cp1252"))
    assert codes(read_path(path)) == ["F056"]
    (tmp_path / "a.meta.toml").write_text('encoding = "cp1252"\n')
    assert [each.characters for each in articles(read_path(path))] == ["Café"]
    (tmp_path / "a.meta.toml").write_text('encoding = "none-such"\n')
    assert codes(read_path(path)) == ["F056"]


def test_a_feed_is_told_by_its_root() -> None:
    assert codes(_read(_rss(_ENCODED), "news.txt")) == ["F027"]
    assert codes(_read(b"<feed><entry/></feed>", "news.xml")) == ["F059"]
    assert codes(_read(_rss(_ENCODED, before="<!DOCTYPE rss [<!ELEMENT a ANY>]>\n<!-- x -->\n"), "a.rss")) == []


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        ("One &amp; two &lt;three&gt; &#8217;", "One & two <three> ’"),
        ("<p>a</p><!-- b --><p>c<br><br/>d<br>e", "a\n\nc\n\nd\ne"),
        ('<a title="x > y" href=z>link</a> 3 < 4 <3', "link 3 < 4 <3"),
        ("<SCRIPT>if (a < b) {}</script >after", "after"),
        ("<ul><li>one<li>two</ul>", "one\n\ntwo"),
        ("a\n  b\xa0c\t<b>d</b>e", "a b\xa0c de"),
        ('<p class="x>words</p>', "words"),
        ("<![CDATA[x]]>y<?php z ?>", "y"),
    ],
)
def test_markup_is_taken_away_and_words_stay(markup: str, text: str) -> None:
    assert html_text(markup) == text


@pytest.mark.parametrize("markup", ["a <b", "a <!-- b", "<script>a", "a <img src='x"])
def test_content_that_ends_in_its_markup_is_refused(markup: str) -> None:
    with pytest.raises(CutError):
        html_text(markup)
    assert codes(_read(_rss(f"<content:encoded><![CDATA[{markup}]]></content:encoded>"))) == ["F032"]
    assert codes(_read(_rss(f"<title><![CDATA[{markup}]]></title>{_ENCODED}"))) == []


@pytest.mark.parametrize(
    "piece", ["<a ", '<a ="', "<a ='", "<!--", "<", "</", "<p>", "&", "<a =\"'", "<br>", "<script>"]
)
def test_hostile_markup_takes_no_long_time(piece: str) -> None:
    started = time.monotonic()
    with suppress(CutError):
        html_text(piece * 300_000)
    assert time.monotonic() - started < 10


_PIECES = st.sampled_from([
    "<rss>", "<channel>", "<item>", "</item>", _ENCODED, "<feed xmlns='http://www.w3.org/2005/Atom'>", "<entry>", "&a;",
    "<content type='xhtml'>", "</content>", "<!DOCTYPE rss [", "]>", "<?xml version='1.0' encoding='utf-16'?>",
])  # fmt: skip


@given(st.lists(_PIECES | st.text(max_size=4), max_size=12).map("".join), st.binary(max_size=3))
def test_any_bytes_in_units_out(text: str, end: bytes) -> None:
    for content in (text.encode() + end, _rss(text, _ENCODED) + end, _atom(text)):
        assert read_bytes(content, "news.rss")
