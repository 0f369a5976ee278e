"""Bad inputs, each with what is to be said of it, where, and its sound twin."""

from __future__ import annotations

import bz2
import gzip
import hashlib
import io
import json
import os
import warnings
import zipfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pyarrow as pa

STORY = (
    "The ferry between the two towns stayed in port on Monday after the river had fallen below its lowest mark.\n\n"
    "About 300 passengers waited in the hall, and were brought tea by the keeper of the station.\n\n"
    "It left a day later, when rain in the hills had raised the water by half a metre, its owners said.\n"
)
PARAGRAPHS = STORY.strip().split("\n\n")
RECORD = json.dumps({"title": "Ferry stays in port", "text": STORY})
Content = bytes | str | Callable[[Path], None]


@dataclass(frozen=True)
class Case:
    """One bad input.

    Attributes:
        name: what is wrong.
        files: the files, by name.
        code: what is said of it.
        place: where, as a finding prints it; empty for a repair, whose place is in the edit list.
        kept: how many articles of it are kept.
        twin: the same, sound: all its articles are kept.
        by: `convert`, or `validate` for what a contributor's check says.
    """

    name: str
    files: dict[str, Content]
    code: str
    place: str
    kept: int
    twin: dict[str, Content]
    by: str = "convert"

    def __str__(self) -> str:
        return self.name


def text_of(content: Content) -> bytes:
    assert not callable(content)
    return content.encode("utf-8") if isinstance(content, str) else content


def page(body: str = "", head: str = "", *, title: str = "Ferry stays in port") -> str:
    inner = body or "<article>" + "".join(f"<p>{each}</p>" for each in PARAGRAPHS) + "</article>"
    return (
        f'<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>{title}</title>{head}</head>'
        f"<body><h1>{title}</h1>{inner}</body></html>"
    )


def ld(**values: object) -> str:
    return f'<script type="application/ld+json">{json.dumps(values)}</script>'


def archive(*members: tuple[zipfile.ZipInfo | str, bytes]) -> bytes:
    stream = io.BytesIO()
    with warnings.catch_warnings(action="ignore"), zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, content in members:
            packed.writestr(name if isinstance(name, zipfile.ZipInfo) else zipfile.ZipInfo(name), content)
    return stream.getvalue()


def link(name: str) -> zipfile.ZipInfo:
    info = zipfile.ZipInfo(name)
    info.external_attr = 0o120777 << 16
    return info


def warc(block: bytes, kind: str = "response", media: str = "application/http", size: int | None = None,
         digest: str = "") -> bytes:  # fmt: skip
    length = len(block) if size is None else size
    stated = f"WARC-Block-Digest: {digest}\r\n" if digest else ""
    head = f"WARC/1.0\r\nWARC-Type: {kind}\r\nContent-Type: {media}\r\n{stated}Content-Length: {length}\r\n\r\n"
    return head.encode("ascii") + block + b"\r\n\r\n"


def http(body: bytes, status: str = "200 OK", coding: str = "") -> bytes:
    coded = f"Content-Encoding: {coding}\r\n" if coding else ""
    return f"HTTP/1.1 {status}\r\nContent-Type: text/html; charset=utf-8\r\n{coded}\r\n".encode("ascii") + body


def feed(date: str = "Thu, 13 Feb 2025 10:30:00 GMT", text: str = STORY) -> str:
    return (
        '<rss xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>Courier</title>\n'
        f"<item><title>Ferry stays in port</title><pubDate>{date}</pubDate>"
        f"<content:encoded>{text}</content:encoded></item></channel></rss>"
    )


def nitf(before: str = "", text: str = "") -> str:
    inner = text or "".join(f"<p>{each}</p>" for each in PARAGRAPHS)
    return f"{before}<nitf><body><body.content>{inner}</body.content></body></nitf>"


def lines(*records: str) -> str:
    return "\n".join(records) + "\n"


def dated(date: object) -> str:
    return lines(json.dumps({"text": STORY, "date": date}))


def table(*rows: str, header: str = "title,text") -> str:
    return "\n".join((header, *rows)) + "\n"


def named(name: bytes) -> Callable[[Path], None]:
    def make(folder: Path) -> None:
        Path(os.fsdecode(os.fsencode(folder) + b"/" + name)).write_text(STORY, "utf-8")

    return make


def unreadable(folder: Path) -> None:
    (folder / "a.txt").write_text(STORY, "utf-8")
    (folder / "a.txt").chmod(0)


def loop(folder: Path) -> None:
    (folder / "again").symlink_to(".")


def reviewed(digest: str) -> dict[str, Content]:
    entry = {"action": "confirm", "config": "articles", "by": "Rosa Winter", "on": "2025-06-01"}
    value = {"schema_version": "0.1.0", "text_sha256": digest, "corrections": [entry]}
    return {"a.txt": STORY, "a.annotations.json": json.dumps(value, indent=1)}


def _brotli(content: bytes) -> bytes:
    packed: bytes = pa.Codec("brotli").compress(content, asbytes=True)
    return packed


_DIGEST = hashlib.sha256(STORY.strip().encode("utf-8")).hexdigest()
_PAGE = page().encode("utf-8")
_TWICE = page("<article>" + "".join(f"<p>{each}</p>" for each in (PARAGRAPHS[0], *PARAGRAPHS)) + "</article>")
_HOME = '<link rel="canonical" href="https://www.example.org/">'
_OWN = '<link rel="canonical" href="https://www.example.org/2025/ferry">'
_PUBLISHED = '<meta property="article:published_time" content="2025-03-04">'
_TEXT = {"a.txt": STORY}
_LINE = {"a.jsonl": lines(RECORD)}
_ROW = f'Ferry,"{STORY}"'
_TABLE = {"a.csv": table(_ROW)}
_HTML = {"a.html": page()}
_UTF16 = STORY.encode("utf-16")

CASES = [
    # Plain text.
    Case("empty", {"a.txt": b""}, "F001", "a.txt", 0, _TEXT),
    Case("blank", {"a.txt": b" \n\t\r\n\n"}, "F001", "a.txt", 0, _TEXT),
    Case("header only", {"a.txt": "Date: 2 March 2025\nBy Rosa Winter\n"}, "F014", "a.txt [a*]", 0,
         {"a.txt": f"Date: 2 March 2025\nBy Rosa Winter\n\n{STORY}"}),
    Case("cp1252 that nothing declares", {"a.txt": ("Café. " + STORY).encode("cp1252")}, "F023", "a.txt", 1,
         {"a.txt": "Café. " + STORY}),
    Case("encoding declared wrongly", {"a.txt": "Café. " + STORY, "a.meta.toml": 'encoding = "ascii"\n'}, "F003",
         "a.txt", 0, {"a.txt": "Café. " + STORY, "a.meta.toml": 'encoding = "utf-8"\n'}),
    Case("encoding that is none", {"a.txt": STORY, "a.meta.toml": 'encoding = "klingon"\n'}, "F003", "a.txt", 0, _TEXT),
    Case("UTF-16 cut in a character", {"a.txt": _UTF16[:-1]}, "F003", "a.txt", 0, {"a.txt": _UTF16}),
    Case("UTF-16 without a mark, cut", {"a.txt": STORY.encode("utf-16-le")[:-1]}, "F002", "a.txt", 0,
         {"a.txt": STORY.encode("utf-16-le")}),
    Case("encoded twice", {"a.txt": STORY.replace("keeper", "cafÃ© keeper")}, "T001", "", 1,
         {"a.txt": STORY.replace("keeper", "café keeper")}),
    Case("NUL", {"a.txt": STORY.replace("ferry", "fer\0ry")}, "F002", "a.txt", 0, _TEXT),
    Case("ESC and C1", {"a.txt": STORY.replace("ferry", "fer\x1b\x9bry")}, "T002", "", 1, _TEXT),
    Case("PDF named .txt", {"a.txt": b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj"}, "F002", "a.txt", 0, _TEXT),
    Case("image named .txt", {"a.txt": b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR"}, "F002", "a.txt", 0, _TEXT),
    Case("zip named .txt", {"a.txt": archive(("b.txt", STORY.encode()))}, "F027", "a.txt", 1,
         {"a.zip": archive(("b.txt", STORY.encode()))}),
    Case("Office document", {"a.txt": archive(("[Content_Types].xml", b"<x/>"))}, "F002", "a.txt", 0, _TEXT),
    Case("10 MB article", {"a.txt": STORY * 40_000}, "F013", "a.txt", 0, {"a.txt": STORY * 40}),
    Case("text named .html", {"a.html": STORY}, "F027", "a.html", 1, _TEXT),
    Case("HTML named .txt", {"a.txt": page()}, "F027", "a.txt", 1, _HTML),
    Case("unknown suffix", {"a.docx": STORY}, "F006", "a.docx", 0, _TEXT),
    # JSON.
    Case("lone surrogate", {"a.jsonl": lines(RECORD, '{"text": "a \\ud800"}')}, "F007", "a.jsonl:2:13 /text", 1, _LINE),
    Case("NaN", {"a.jsonl": lines(RECORD, '{"text": "a", "n": NaN}')}, "F007", "a.jsonl:2:20 /n", 1, _LINE),
    Case("duplicate keys", {"a.jsonl": lines(RECORD, '{"text": "a", "text": "b"}')}, "F007", "a.jsonl:2:15 /text", 1,
         _LINE),
    Case("mark of byte order within JSON Lines", {"a.jsonl": lines(RECORD, "\ufeff" + RECORD)}, "F007", "a.jsonl:2:1",
         1, {"a.jsonl": "\ufeff" + lines(RECORD)}),
    Case("cut last line", {"a.jsonl": lines(RECORD) + RECORD[:-20]}, "F007", "a.jsonl:2:*", 1, _LINE),
    Case("nesting 100,000 deep", {"a.jsonl": lines("[" * 100_000, RECORD)}, "F007", "a.jsonl:1:*", 1, _LINE),
    Case("integer of 5,000 digits", {"a.jsonl": lines(RECORD, '{"n": ' + "9" * 5000 + "}")}, "F007", "a.jsonl:2:7 /n",
         1, _LINE),
    Case("line that ends within U+2028", {"a.jsonl": lines('{"text": "a\u2028', RECORD)}, "F007", "a.jsonl:1:*", 1,
         {"a.jsonl": lines(RECORD.replace("ferry", "fer\u2028ry"))}),
    Case("array given as JSON Lines", {"a.jsonl": f"[{RECORD}]"}, "F027", "a.jsonl", 1, {"a.json": f"[{RECORD}]"}),
    Case("objects one behind the other", {"a.jsonl": lines(RECORD, RECORD.replace("300", "400") + RECORD)}, "F007",
         "a.jsonl:2:*", 1, _LINE),
    Case("line of 200 MB", {"a.jsonl": b'{"text": "' + b"a" * 200_000_000 + b'"}\n' + lines(RECORD).encode()}, "F013",
         "a.jsonl:1", 1, _LINE),
    Case("text that is null", {"a.jsonl": lines(RECORD, '{"text": null}')}, "F008", "a.jsonl:2", 1, _LINE),
    Case("text that is a number", {"a.jsonl": lines(RECORD, '{"text": 7}')}, "F008", "a.jsonl:2:10 /text", 1, _LINE),
    Case("text that is a list of numbers", {"a.jsonl": lines(RECORD, '{"text": [7]}')}, "F008", "a.jsonl:2:10 /text", 1,
         {"a.jsonl": lines(json.dumps({"text": PARAGRAPHS}))}),
    Case('text that is "None"', {"a.jsonl": lines(RECORD, '{"text": "None"}')}, "F008", "a.jsonl:2", 1, _LINE),
    Case("two columns that fit", {"a.jsonl": lines(json.dumps({"text": STORY, "body": "Another story."}))}, "F031",
         "a.jsonl:1:10 /text", 1, _LINE),
    Case("text cut by its service", {"a.jsonl": lines(RECORD, '{"content": "The port re [+2431 chars]"}')}, "F032",
         "a.jsonl:2:13 /content", 1, _LINE),
    Case("document cut short", {"a.json": f"[{RECORD}"}, "F034", "a.json:1:*", 0, {"a.json": f"[{RECORD}]"}),
    # Tables.
    Case("row over the limit", {"a.csv": table(f'x,"{"word " * 2_100_000}"', _ROW)}, "F013", "a.csv:2", 1, _TABLE),
    Case("quotation mark that is not closed", {"a.csv": table('x,"open', _ROW, _ROW.replace("300", "400"))}, "F038",
         "a.csv:2", 2, _TABLE),
    Case("quotation mark open at the end", {"a.csv": table(_ROW, 'x,"open')}, "F038", "a.csv:8", 1, _TABLE),
    Case("ragged row", {"a.csv": table("one cell", _ROW, "x,y,z")}, "F038", "a.csv:2", 1, _TABLE),
    Case("other delimiter", {"a.csv": table(_ROW.replace(",", ";", 1), header="title;text")}, "F040", "a.csv:1", 1,
         _TABLE),
    Case("no header", {"a.csv": _ROW + "\n"}, "F039", "a.csv:1", 0, _TABLE),
    Case("header twice", {"a.csv": table(f"x,{_ROW}", header="text,title,text")}, "F039", "a.csv:1", 0, _TABLE),
    Case("header alone", {"a.csv": "title,text\n"}, "F001", "a.csv", 0, _TABLE),
    Case("Parquet cut short", {"a.parquet": b"PAR1" + bytes(100)}, "F041", "a.parquet", 0, _TABLE),
    # What is packed.
    Case("cut gzip", {"a.jsonl.gz": gzip.compress(lines(RECORD).encode(), mtime=0)[:-6]}, "F028", "a.jsonl.gz", 1,
         {"a.jsonl.gz": gzip.compress(lines(RECORD).encode(), mtime=0)}),
    Case("cut bzip2", {"a.jsonl.bz2": bz2.compress(lines(RECORD).encode())[:-6]}, "F028", "a.jsonl.bz2", 1,
         {"a.jsonl.bz2": bz2.compress(lines(RECORD).encode())}),
    Case("gzip bomb", {"a.jsonl.gz": gzip.compress(b"0" * 150_000_000, mtime=0)}, "F029", "a.jsonl.gz", 0,
         {"a.txt.gz": gzip.compress(STORY.encode(), mtime=0)}),
    Case("zip with a name that climbs", {"a.zip": archive(("../b.txt", b"x"), ("c.txt", STORY.encode()))}, "F042",
         "a.zip/../b.txt", 1, {"a.zip": archive(("c.txt", STORY.encode()))}),
    Case("zip with a link", {"a.zip": archive((link("b.txt"), b"/etc/passwd"), ("c.txt", STORY.encode()))}, "F042",
         "a.zip/b.txt", 1, {"a.zip": archive(("c.txt", STORY.encode()))}),
    Case("zip with a name twice", {"a.zip": archive(("c.txt", STORY.encode()), ("c.txt", b"Another."))}, "F042",
         "a.zip/c.txt", 1, {"a.zip": archive(("c.txt", STORY.encode()))}),
    Case("zip in a zip", {"a.zip": archive(("b.zip", archive(("c.txt", STORY.encode()))))}, "F036", "a.zip/b.zip", 0,
         {"a.zip": archive(("c.txt", STORY.encode()))}),
    # XML.
    Case("entity bomb", {"a.xml": nitf('<!DOCTYPE nitf [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]>', "<p>&b;</p>")}, "F060",
         "a.xml:1:*", 0, {"a.xml": nitf()}),
    Case("external entity", {"a.xml": nitf('<!DOCTYPE nitf [<!ENTITY a SYSTEM "file:///etc/passwd">]>', "<p>&a;</p>")},
         "F060", "a.xml:1:*", 0, {"a.xml": nitf('<!DOCTYPE nitf SYSTEM "nitf-3-2.dtd">')}),
    Case("SGML as XML", {"a.xml": f"<REUTERS NEWID=1><TEXT><BODY>{STORY}</BODY></TEXT></REUTERS>"}, "F027", "a.xml", 1,
         {"a.sgm": f"<REUTERS NEWID=1><TEXT><BODY>{STORY}</BODY></TEXT></REUTERS>"}),
    Case("feed with a bad date", {"a.rss": feed("last Thursday")}, "M034", "a.rss#1 [a*]", 1, {"a.rss": feed()}),
    Case("feed of teasers", {"a.rss": feed(text="The ferry stayed. Read more")}, "F058", "a.rss:2:1", 0,
         {"a.rss": feed()}),
    # Pages.
    Case("3,000 nested boxes", {"a.html": page("<div>" * 3000 + STORY)}, "F071", "a.html", 0, _HTML),
    Case("flood of tags", {"a.html": page("<b>x</b>" * 200_000)}, "F071", "a.html", 0, _HTML),
    Case("consent wall", {"a.html": page("<p>We value your privacy. Accept all cookies?</p>", title="Consent")}, "F070",
         "a.html", 0, _HTML),
    Case("paywall stub", {"a.html": page(head=ld(**{"@type": "NewsArticle", "isAccessibleForFree": False}))}, "F032",
         "a.html", 0, _HTML),
    Case("soft 404", {"a.html": page("<p>Sorry, the page cannot be found.</p>", title="Page not found")}, "F070",
         "a.html", 0, _HTML),
    Case("shell for scripts", {"a.html": page('<div id="root"></div><script src="app.js"></script>', title="")}, "F070",
         "a.html", 0, _HTML),
    Case("home page", {"a.html": page(head=_HOME)}, "F070", "a.html", 0, {"a.html": page(head=_OWN)}),
    Case("live blog", {"a.html": page(head=ld(**{"@type": "LiveBlogPosting"}))}, "F076", "a.html", 1, _HTML),
    Case("identical paragraphs", {"a.html": _TWICE}, "F073", "a.html", 1, _HTML),
    Case("page that declares another encoding",
         {"a.html": page().replace("utf-8", "iso-8859-1").replace("tea", "té")}, "F074", "a.html", 1, _HTML),
    Case("page of 40 MB", {"a.html": page("<p>" + "x" * 40_000_000)}, "F013", "a.html", 0,
         {"a.html": page(head="<script>" + "x" * 20_000_000 + "</script>")}),
    # Archives of the web.
    Case("archive cut short", {"a.warc": warc(http(_PAGE)) + warc(http(_PAGE))[:-90]}, "F052", "a.warc /2", 1,
         {"a.warc": warc(http(_PAGE))}),
    Case("record longer than it says", {"a.warc": warc(http(_PAGE), size=100)}, "F051", "a.warc /1", 0,
         {"a.warc": warc(http(_PAGE))}),
    Case("bad digest", {"a.warc": warc(http(_PAGE), digest="sha1:" + "A" * 32)}, "F053", "a.warc /1", 0,
         {"a.warc": warc(http(_PAGE))}),
    Case("revisit", {"a.warc": warc(b"", "revisit") + warc(http(_PAGE))}, "F054", "a.warc /1", 1,
         {"a.warc": warc(http(_PAGE))}),
    Case("answer that is no page", {"a.warc": warc(http(_PAGE, "404 Not Found"))}, "F054", "a.warc /1", 0,
         {"a.warc": warc(http(_PAGE))}),
    Case("damaged Brotli", {"a.warc": warc(http(_brotli(_PAGE)[:-20], coding="br"))}, "F055", "a.warc /1", 0,
         {"a.warc": warc(http(_brotli(_PAGE), coding="br"))}),
    # Dates.
    Case("impossible date", {"a.txt": f"Date: 2025-02-31\n\n{STORY}"}, "M034", "a.txt [a*]", 1,
         {"a.txt": f"Date: 2025-02-28\n\n{STORY}"}),
    Case("impossible date in a record", {"a.jsonl": dated("2025-02-31")}, "F015", "a.jsonl:1:*", 1,
         {"a.jsonl": dated("2025-02-28")}),
    Case("ambiguous date", {"a.jsonl": dated("03/04/2025")}, "F015", "a.jsonl:1:*", 1,
         {"a.jsonl": dated("13/04/2025")}),
    Case("future date", {"a.jsonl": dated("2199-01-01")}, "M001", "a.jsonl:1:*", 1, {"a.jsonl": dated("2024")}),
    Case("epoch of another unit", {"a.jsonl": dated(1_739_442_600_000_000_000)}, "F015", "a.jsonl:1:*", 1,
         {"a.jsonl": dated(1_739_442_600) + dated(1_739_442_601_000).replace("300", "400")}),
    Case("modified before it was published",
         {"a.html": page(head=_PUBLISHED + '<meta property="article:modified_time" content="2025-03-01">')}, "M035",
         "a.html [a*]", 1, {"a.html": page(head=_PUBLISHED)}),
    Case("dates that disagree", {"a.txt": f"Date: 2025-02-13\n\n{STORY}", "a.meta.toml": "date = 2024-05-06\n"}, "M002",
         "a.txt [a*]", 1, {"a.txt": f"Date: 2025-02-13\n\n{STORY}", "a.meta.toml": "date = 2025-02-13\n"}),
    # What holds of several.
    Case("same article twice", {"a.txt": STORY, "b.txt": STORY}, "F009", "b.txt", 1,
         {"a.txt": STORY, "b.txt": STORY.replace("300", "400")}),
    Case("same address, newer", {"a.jsonl": lines(*(json.dumps({"text": f"{each} {STORY}", "date": f"2025-03-0{each}",
         "url": "https://www.example.org/ferry"}) for each in (1, 2)))}, "M037", "a.jsonl#L2 [a*]", 2, _LINE),
    Case("other language", {"a.jsonl": lines(json.dumps({"text": STORY, "language": "sw"}))}, "M036", "a.jsonl#L1 [a*]",
         1, {"a.jsonl": lines(json.dumps({"text": STORY, "language": "en-GB"}))}),
    # Files.
    Case("name that is not UTF-8", {"": named(b"\xff.txt")}, "F017", "\\udcff.txt", 0, _TEXT),
    Case("unreadable", {"": unreadable}, "F005", "a.txt", 0, _TEXT),
    Case("loop of links", {"": loop}, "F004", "again", 0, _TEXT),
    Case("annotations of another text", reviewed("0" * 64), "R001", "a.annotations.json:*", 1, reviewed(_DIGEST)),
    Case("sidecar damaged", {"a.txt": STORY, "a.meta.toml": "title = \n"}, "F010", "a.meta.toml:1:*", 0, _TEXT),
    # What a contributor's check says besides.
    Case("all capitals", {"a.txt": STORY.upper()}, "T028", "*a.txt /text [a*]", 1, _TEXT, by="validate"),
    Case("one word", {"a.txt": "Breaking"}, "T019", "*a.txt /text [a*]", 1, _TEXT, by="validate"),
]  # fmt: skip
