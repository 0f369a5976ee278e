"""Damages of a contribution: articles, sidecars, settings, names, reviewed annotations."""

from __future__ import annotations

import gzip
import json
import os
from pathlib import Path
from random import Random
from typing import Any

from corpus_pkg.evaluate.faults.files import FileSpot, damages

TEXT = (
    "MOMBASA, March 4, 2025 (Reuters) - “We will sign on Friday,” Anna Lindholm, who chairs the talks, told "
    "reporters on the quay.\n\nShe said about 40% of the ships had left the harbour.\n"
)
"""An article of a sound contribution; `story.txt`, with `story.meta.toml` and `story.annotations.json`."""
SIDECAR = 'title = "Ships leave the harbour"\nlanguage = "en"\nrights = "CC0-1.0"\n'
SETTINGS = 'name = "town"\nlicense = "CC0-1.0"\nlanguages = ["en"]\ncitation = "The town (2026)."\n'
RECORD = (
    '{"text": "The ferry stayed in port on Monday, its owners said, and left a day later when the river rose again.", '
    '"title": "Ferry stays in port", "language": "en", "rights": "CC0-1.0"}\n'
)
"""An article as a line of JSON."""
_PAGE = (
    '<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>Ferry stays in port</title></head>'
    "<body><article>"
    "<h1>Ferry stays in port</h1><p>The ferry between the two towns stayed in port on Monday after the river had "
    "fallen below its lowest mark.</p><p>About 300 passengers waited in the hall, and were brought tea by the keeper "
    "of the station.</p><p>It left a day later, when rain in the hills had raised the water by half a metre, and "
    "arrived before noon, its owners said.</p></article></body></html>"
)
_EMPTY_PAGE = '<!DOCTYPE html><html><body><div id="root"></div><script src="app.js"></script></body></html>'
ARCHIVED = "The ferry stayed in port on Monday, its owners said, and left a day later when the river rose again."
"""The text of a record in a web archive."""
_HTTP = "application/http"
_BROKEN = "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Encoding: gzip\r\n\r\nno gzip at all"
_FEED = (
    '<rss xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><item><title>Ferry stays in port</title>'
    f"<content:encoded>{ARCHIVED}</content:encoded></item></channel></rss>"
)
_LOCKED = '<script type="application/ld+json">{"@type": "NewsArticle", "isAccessibleForFree": false}</script></head>'
_OPEN = (
    '<link rel="license" href="https://creativecommons.org/licenses/by/4.0/">'
    '<meta name="copyright" content="All rights reserved."></head>'
)
_LIVE = '<script type="application/ld+json">{"@type": "LiveBlogPosting"}</script></head>'
_MODIFIED = (
    '<meta property="article:published_time" content="2025-03-04"><meta property="article:modified_time" '
    'content="2025-03-01"></head>'
)
_LONG = ", when nobody had thought that the river would fall so soon in the year" * 10
_TABLE = f"text,title\n{ARCHIVED.replace(',', '')},Ferry stays in port\n"
_NITF = f"<nitf><body><body.content><p>{ARCHIVED}</p></body.content></body></nitf>"
_ENDLESS = gzip.compress(b"no end " * 20_000_000, mtime=0)
_WORDS = "She said about 40% of the ships had left the harbour."


def review(**changes: Any) -> str:  # noqa: ANN401  fields of a correction
    """Reviewed annotations with one correction of `story.txt`."""
    body = TEXT.partition(" - ")[2].strip()
    start = body.index("about 40%")
    entry = {"action": "confirm", "config": "claims", "start": start, "end": start + 9, "text": "about 40%",
             "by": "Rosa Winter", "on": "2025-06-01"}  # fmt: skip
    entry |= changes
    entry = {name: value for name, value in entry.items() if value is not ...}
    return json.dumps({"schema_version": "0.1.0", "corrections": [entry]}, indent=1, ensure_ascii=False)


def _record(block: str, length: int | None = None, *, kind: str = "conversion", media: str = "text/plain",
            digest: str = "") -> bytes:  # fmt: skip
    """A record of a web archive."""
    digested = f"WARC-Block-Digest: {digest}\r\n" if digest else ""
    size = len(block) if length is None else length
    head = f"WARC/1.0\r\nWARC-Type: {kind}\r\nContent-Type: {media}\r\n{digested}Content-Length: {size}\r\n\r\n"
    return f"{head}{block}\r\n\r\n".encode()


def _write(code: str, name: str, file: str, *contents: bytes | str, along: str = "", at: str | int = "") -> None:
    """Writes a file that is wrong; the finding is at it, at a line of it, or at another file that it stands beside."""

    @damages("contribution", code, name, along)
    def _apply(folder: Path, random: Random) -> FileSpot:
        content = random.choice(contents)
        (folder / file).write_bytes(content.encode("utf-8") if isinstance(content, str) else content)
        return FileSpot(file, at) if isinstance(at, int) else FileSpot(at or file)


_write("F001", "empty article", "empty.txt", b"", b"\n\n", b" \t\r\n")
_write("F002", "binary article", "photo.txt", b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" * 20, bytes(range(256)) * 4)
_write("F006", "unknown form", "story.docx", "A story.", "x")
_write("F007", "damaged line", "more.jsonl", '{"text": "One."\n', '{"text": "a", "text": "b"}\n', "[1]\n", at=1)
_write("F008", "line without text", "more.jsonl", '{"title": "x"}\n', '{"text": ""}\n', '{"text": 7}\n', at=1)
_write("F009", "article twice", "tale.txt", TEXT)
_write("F011", "sidecar alone", "other.meta.toml", SIDECAR)
_write("F013", "article too large", "dump.txt", "word " * 2_100_000)
_write("F014", "header alone", "head.txt", "Date: 2 March 2025\n", "By Rosa Winter\n")
_write("F018", "archive", "march.zip", b"PK\x03\x04" + b"\x00" * 40)
_write("F019", "program", "run.py", "print(1)\n")
_write("F024", "annotations alone", "other.annotations.json", review(config="articles", start=..., end=..., text=...))
_write("F025", "sidecar of two", "story.text", TEXT.replace("40%", "50%"), along="R002", at="story.meta.toml")
_write("F027", "form of another name", "ferry.txt", RECORD)
_write("F028", "compressed file cut short", "ferry.jsonl.gz", gzip.compress(RECORD.encode(), mtime=0)[:-9])
_write("F029", "compressed file without end", "ferry.jsonl.gz", _ENDLESS, along="F013")
_write("F030", "fields of other names", "ferry.jsonl", RECORD.replace('"text"', '"maintext"'), at=1)
_write("F031", "two texts", "ferry.jsonl", RECORD.replace("{", '{"body": "Another story altogether.", ', 1), at=1)
_write("F032", "text cut short", "ferry.jsonl", RECORD.replace("rose again.", "rose [+2431 chars]"), at=1)
_write("F034", "damaged document", "ferry.json", "[" + RECORD, "[" + RECORD + ",]", '["a"]', "7", "{}", along="F008")
_write("F036", "compressed twice", "ferry.txt.gz", gzip.compress(gzip.compress(TEXT.encode(), mtime=0), mtime=0))
_write(
    "F070",
    "page that scripts would fill",
    "ferry.html",
    _EMPTY_PAGE,
    _EMPTY_PAGE.replace("</body>", "Accept cookies?</body>"),
)
_write("F071", "page of nested boxes", "ferry.html", "<html><body>" + "<div>" * 3000 + "x")
_write("F072", "page with a damaged byte", "ferry.html", _PAGE.encode().replace(b"port", b"p\xf8rt", 1), along="T021")
_write("F050", "record without a length", "ferry.warc", _record(ARCHIVED).replace(b"Content-Length", b"Content-Size"))
_write("F051", "record longer than it says", "ferry.warc", _record(ARCHIVED, 20))
_write("F052", "archive cut short", "ferry.warc", _record(ARCHIVED)[:-30])
_write("F053", "record of other bytes", "ferry.warc", _record(ARCHIVED, digest="sha1:" + "A" * 32))
_write("F054", "record that is no article", "ferry.warc", _record("", kind="revisit"), _record("", kind="metadata"))
_write(
    "F055", "page that cannot be unpacked", "ferry.warc", _record(_BROKEN, kind="response", media="application/http")
)
_write("F056", "feed that is no XML", "ferry.rss", _FEED.replace("</rss>", "<a>&</a></rss>"), "<rss></rss>", at=1)
_write("F057", "feed with entities", "ferry.rss", '<!DOCTYPE rss [<!ENTITY a "b">]>' + _FEED, at=1)
_write(
    "F058", "feed of teasers", "ferry.rss", _FEED.replace(ARCHIVED, "Read more"), _FEED.replace("encoded", "a"), at=1
)
_write("F038", "row of another width", "ferry.csv", _TABLE + "Two cells,ferry,quay\n", _TABLE + '"open,x\n', at=3)
_write("F039", "table without names", "ferry.csv", _TABLE.partition("\n")[2], "text,text\na,b\n", at=1)
_write("F040", "table with semicolons", "ferry.csv", _TABLE.replace(",", ";"), at=1)
_write("F041", "table cut short", "ferry.parquet", b"PAR1" + bytes(200))
_write("F059", "news that is no XML", "ferry.xml", _NITF.replace("</p>", ""), "<nitf>&</nitf>", "<news/>", at=1)
_write("F060", "news with entities", "ferry.xml", '<!DOCTYPE nitf [<!ENTITY a "b">]>' + _NITF, at=1)
_write("F061", "package of news", "ferry.xml", "<newsMessage><packageItem/></newsMessage>", at=1)
_write("F062", "news that is not closed", "ferry.sgm", f"<REUTERS><TEXT><BODY>{ARCHIVED}</BODY></TEXT>", at=1)
_write(
    "F074",
    "page that declares another encoding",
    "ferry.html",
    _PAGE.replace("utf-8", "latin-1").replace("water", "wäter"),
)
_write("F075", "page that is not free", "ferry.html", _PAGE.replace("</head>", _LOCKED).replace(" fallen", _LONG))
_write("F076", "live blog", "ferry.html", _PAGE.replace("</head>", _LIVE))
_write("M034", "day that does not exist", "ferry.txt", f"Date: 2025-02-31\n\n{ARCHIVED}\n")
_write("M034", "day that may be two", "ferry.txt", f"Date: 03/04/2025\n\n{ARCHIVED}\n")
_write("M035", "modified before it was published", "ferry.html", _PAGE.replace("</head>", _MODIFIED))
_write(
    "M039", "another outlet", "story.meta.toml", SIDECAR + 'source = "Nordwire"\nagency = "Nordwire"\n', at="story.txt"
)
_write("M038", "rights that disagree", "ferry.html", _PAGE.replace("</head>", _OPEN))
_write("M036", "language that nothing reads", "ferry.jsonl", RECORD.replace('"en"', '"sw"'), along="M024", at=1)
_write("F023", "encoding that is guessed", "cafe.txt", TEXT.replace("harbour", "café").encode("cp1252"))
_write("F003", "encoding that is none", "story.meta.toml", SIDECAR + 'encoding = "ascii"\n', at="story.txt")
_write("F010", "unknown key", "story.meta.toml", SIDECAR + 'titel = "x"\n', SIDECAR + "mood = 3\n", at=4)
_write("F010", "no TOML", "story.meta.toml", SIDECAR + "x = \n", SIDECAR + "[[[\n", at=4)
_write("F015", "unusable value", "story.meta.toml", SIDECAR + 'date = "last week"\n', SIDECAR + 'url = "www"\n', at=4)
_write(
    "M001",
    "impossible date",
    "story.meta.toml",
    SIDECAR + 'date = "2199-01-01"\n',
    SIDECAR + "date = 1500-01-01\n",
    at=4,
)
_write("M002", "dates disagree", "story.meta.toml", SIDECAR + "date = 2021-05-06\n", along="M017", at="story.txt")
_write("P013", "unknown setting", "corpus.toml", SETTINGS + 'licence = "x"\n', SETTINGS + "title = 3\n", at=5)
_write("P012", "no licence", "corpus.toml", SETTINGS.replace('license = "CC0-1.0"\n', ""))
_write("P009", "no citation", "corpus.toml", SETTINGS.replace('citation = "The town (2026)."\n', ""))
_write("P014", "licence of no name", "corpus.toml", SETTINGS.replace("CC0-1.0", "creative commons"), at=2)
_write("S018", "settings that are no TOML", "corpus.toml", SETTINGS + "x\n", at=5)
_write("R001", "digest of another text", "story.annotations.json",
       review().replace('"corrections"', f'"text_sha256": "{"0" * 64}", "corrections"'))  # fmt: skip
_write("R002", "words that moved", "story.annotations.json", review(start=3, end=12), review(text="about 41%"))
_write("R003", "nothing to correct", "story.annotations.json", review(start=1, end=3, text="We"))
_write("R006", "id of another record", "story.annotations.json", review(id="c" + "0" * 16))
_write("R007", "correction that breaks", "story.annotations.json", review(action="change", set={"value": 41.0}),
       review(action="change", set={"change": "up"}))  # fmt: skip
_write("R008", "review of the future", "story.annotations.json", review(on="2199-01-01"), review(on="1970-01-01"))
_write("R009", "nothing changes", "story.annotations.json", review(action="change", set={"kind": "percent"}))
_write("R010", "unknown field", "story.annotations.json", review(action="change", set={"valu": 1}))
_write("R011", "change without set", "story.annotations.json", review(action="change"), review(set={"value": 1.0}))
_write("R005", "added twice", "story.annotations.json", review(action="add", set={"kind": "percent"}))
_write("R012", "unknown version", "story.annotations.json", review().replace('"0.1.0"', '"9.9.9"'))
_write("S001", "article removed", "story.annotations.json", review(config="articles", action="remove"))


@damages("contribution", "R004", "two corrections of one record")
def _conflict(folder: Path, _random: Random) -> FileSpot:
    value = json.loads(review())
    value["corrections"].append(value["corrections"][0] | {"action": "remove"})
    (folder / "story.annotations.json").write_text(json.dumps(value, indent=1), "utf-8")
    return FileSpot("story.annotations.json")


@damages("contribution", "F004", "link that leads to itself")
def _loop(folder: Path, random: Random) -> FileSpot:
    (folder / "again").symlink_to(random.choice((".", "again", "nowhere.txt")))
    return FileSpot("again")


@damages("contribution", "F005", "file that may not be read")
def _unreadable(folder: Path, _random: Random) -> FileSpot:
    (folder / "locked.txt").write_text("A story that nobody may read.", "utf-8")
    (folder / "locked.txt").chmod(0)
    return FileSpot("locked.txt")


@damages("contribution", "F012", "hidden file")
def _hidden(folder: Path, random: Random) -> FileSpot:
    name = random.choice((".story.txt.swp", ".DS_Store"))
    (folder / name).write_bytes(b"x")
    return FileSpot(name)


@damages("contribution", "F017", "name that is no text")
def _name(folder: Path, random: Random) -> FileSpot:
    raw = os.fsencode(folder) + random.choice((b"/\xff.txt", b"/a\nb.txt"))
    Path(os.fsdecode(raw)).write_text("A story with a name that nobody can write down.", "utf-8")
    return FileSpot(".txt")


def _renamed(code: str, name: str, *names: str, words: str = _WORDS, along: str = "") -> None:
    """Adds an article whose name is wrong."""

    @damages("contribution", code, name, along)
    def _apply(folder: Path, random: Random) -> FileSpot:
        chosen = random.choice(names)
        (folder / chosen).write_text(f"{words} It was said again on the quay of {chosen!r}.\n", "utf-8")
        # Of two names that collide, the later one is named.
        return FileSpot("story.txt" if code == "F021" else chosen)


_renamed("F020", "name that other systems refuse", "what?.txt", "a:b.txt", "con.txt", "x" * 130 + ".txt")
_renamed("F021", "names that differ in case", "Story.txt", "STORY.TXT")


@damages("contribution", "F022", "link to an article")
def _link(folder: Path, _random: Random) -> FileSpot:
    target = folder.parent / "outside.txt"
    target.write_text(TEXT.replace("40%", "60%"), "utf-8")
    (folder / "linked.txt").symlink_to(target)
    return FileSpot("linked.txt")


@damages("contribution", "F026", "nothing at all")
def _nothing(folder: Path, _random: Random) -> FileSpot:
    for each in folder.iterdir():
        if each.name != "corpus.toml":
            each.unlink()
    return FileSpot("")
