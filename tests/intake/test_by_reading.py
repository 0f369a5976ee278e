"""Inputs that a reader of the code thought of: each was lost, opened or misread once."""

from __future__ import annotations

import datetime as dt
import io
import json
import subprocess
import sys
import time
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from intake_support import articles, codes, findings, read_bytes

from corpus_pkg.annotate.metadata.layout import lay_out
from corpus_pkg.annotate.metadata.rights import judge_rights
from corpus_pkg.intake.files import RawFile, find
from corpus_pkg.intake.raw import Defaults, Given, RawArticle, Statement
from corpus_pkg.intake.rights import read_rights
from corpus_pkg.intake.stamps import read_stamp

_BODY = "The ferry stayed in port on Monday. It left a day later, its owners said."


def test_a_process_whose_first_work_is_a_parquet_file_reads_it(tmp_path: Path) -> None:
    pq.write_table(pa.table({"text": [f"{_BODY} {number}" for number in range(50)]}), tmp_path / "a.parquet")
    done = subprocess.run([sys.executable, "-m", "corpus_pkg", "inspect", "--most", "50", str(tmp_path / "a.parquet")],
                          capture_output=True, text=True, check=False)  # fmt: skip
    assert (done.returncode, done.stdout.count("read as      Parquet")) == (0, 50), done.stdout[:500] + done.stderr


def test_what_pandas_writes_for_nothing_is_nothing() -> None:
    stream = io.BytesIO()
    pq.write_table(pa.table({"text": [_BODY, f"{_BODY} Twice."], "date": [float("nan"), 20250213.0]}), stream)
    found = articles(read_bytes(stream.getvalue(), "a.parquet"))
    assert [each.given.date for each in found] == [None, dt.date(2025, 2, 13)]


def test_sources_of_one_name_are_told_apart(tmp_path: Path) -> None:
    for number in (1, 2):
        (tmp_path / f"s{number}" / "news").mkdir(parents=True)
        (tmp_path / f"s{number}" / "news" / "a.txt").write_text(f"{_BODY} {number}", "utf-8")
    folders = [tmp_path / "s1" / "news", tmp_path / "s2" / "news"]
    assert [each.name for each in find(folders) if isinstance(each, RawFile)] == ["s1/news/a.txt", "s2/news/a.txt"]
    files = [each / "a.txt" for each in folders]
    assert len(list(find(files))) == len(list(find([tmp_path / "*" / "news" / "*.txt"]))) == 2
    assert len(list(find([folders[0], folders[0]]))) == 1


def _raw(given: object = None, default: object = None, *stated: tuple[str, str]) -> RawArticle:
    statements = tuple(Statement(field="rights", value=value, where=where) for where, value in stated)
    return RawArticle(path="a", sha256="0" * 64, media_type="text/html", encoding="utf-8", encoding_provenance="utf-8",
                      characters=_BODY, given=Given(rights=read_rights(given)),
                      defaults=Defaults(rights=read_rights(default, "corpus")), statements=statements)  # fmt: skip


@pytest.mark.parametrize(
    ("given", "default", "stated", "license_id", "free"),
    [
        ("Proprietary - no redistribution", "CC0-1.0", (), None, None),
        ("CC BY-NC 4.0", "CC0-1.0", (), "CC-BY-NC-4.0", None),
        ("CC BY 4.0", None, (), "CC-BY-4.0", True),
        (None, None, (("link license", "https://creativecommons.org/licenses/by/4.0/"),
                      ("meta copyright", "All rights reserved. Acme.")), "CC-BY-4.0", None),
        ({"license": "CC-BY-4.0", "statement": "All rights reserved."}, None, (), "CC-BY-4.0", None),
        ({"holder": "Acme"}, "CC0-1.0", (), "CC0-1.0", True),
    ],
)  # fmt: skip
def test_what_is_closed_is_not_opened(
    given: object, default: object, stated: tuple[tuple[str, str], ...], license_id: str | None, free: object
) -> None:
    rights = judge_rights(_raw(given, default, *stated))
    assert rights is not None
    assert (rights.license, rights.redistributable) == (license_id, free)


@pytest.mark.parametrize(
    ("value", "stamp"),
    [
        ("202502131200", "2025-02-13T12:00:00"), (202502131200, "2025-02-13T12:00:00"), (20250213, "2025-02-13"),
        ("1739442600", "2025-02-13T10:30:00Z"), (1739442600000, "2025-02-13T10:30:00Z"), (float("nan"), None),
        (float("inf"), None), (2025, "2025"), ("Fri Apr 28 19:20:36 CEST 2023", "2023-04-28"),
        (10**40, None), ("99", None),
    ],
)  # fmt: skip
def test_digits_are_a_day_before_they_are_seconds(value: object, stamp: str | None) -> None:
    assert read_stamp(value) == stamp


def test_an_article_that_lists_others_is_the_article() -> None:
    record = {"title": "Main", "text": _BODY, "articles": [{"title": "Related", "text": "Related story."}]}
    assert [each.characters for each in articles(read_bytes(json.dumps(record).encode(), "a.json"))] == [_BODY]


def test_half_a_character_in_a_wide_table_costs_its_row() -> None:
    raw = b"\xff\xfe" + "title,text\nA,One text.\nB,bad ".encode("utf-16-le") + b"\x00\xd8" + ".\n".encode("utf-16-le")
    found = read_bytes(raw, "a.csv")
    assert [each.characters for each in articles(found)] == ["One text."]
    assert [(each.rule.code, each.place.line) for each in findings(found)] == [("F003", 3)]


@pytest.mark.parametrize(
    ("words", "names"),
    [
        ("Van Dyke, Mary Ann; De Niro, Robert Jr", ("Van Dyke, Mary Ann", "De Niro, Robert Jr")),
        ("Jane Doe, Washington correspondent", ("Jane Doe, Washington correspondent",)),
        ("By Jane Doe and Ann de la Cruz", ("Jane Doe", "Ann de la Cruz")),
    ],
)
def test_names_and_what_stands_beside_them(words: str, names: tuple[str, ...]) -> None:
    (article,) = articles(read_bytes(json.dumps({"text": _BODY, "authors": words}).encode(), "a.jsonl"))
    assert article.given.authors == names


def test_sgml_on_one_line_and_in_several_texts() -> None:
    document = "<DOC><DOCNO> AP880212-000{0} </DOCNO><TEXT>Text {0} of the port.</TEXT></DOC>"
    found = articles(read_bytes((document.format(1) + document.format(2)).encode(), "a.sgml"))
    assert [each.characters for each in found] == ["Text 1 of the port.", "Text 2 of the port."]
    two = "<DOC><DOCNO>x</DOCNO><TEXT>\nOne.\n</TEXT>\n<TEXT>\nTwo.\n</TEXT></DOC>\n"
    assert [
        "One." in each.characters and "Two." in each.characters for each in articles(read_bytes(two.encode(), "a.sgml"))
    ]


def test_news_xml_takes_the_article() -> None:
    tei = ('<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><fileDesc><titleStmt><title>Main</title></titleStmt>'
           '<sourceDesc><bibl><date type="digitised" when="2011-05-05"/><date when="1898-03-04"/></bibl></sourceDesc>'
           '</fileDesc></teiHeader><text><body><p>Lead of the story.</p><div type="story"><head>Sub</head>'
           '<p>Zei-<lb break="no"/>\n   tung.</p></div></body></text></TEI>')  # fmt: skip
    (article,) = articles(read_bytes(tei.encode(), "a.xml"))
    assert article.characters == "Lead of the story.\n\nSub\n\nZeitung."
    assert [each.value for each in article.statements if each.field in {"title", "date"}] == ["Main", "1898-03-04"]
    newsml = ("<NewsML><NewsItem><NewsComponent><NewsComponent><Role FormalName='Caption'/><ContentItem><DataContent>"
              "<p>The mayor smiles.</p></DataContent></ContentItem></NewsComponent><NewsComponent>"
              "<Role FormalName='Main'/><ContentItem><DataContent><p>The port reopened.</p></DataContent></ContentItem>"
              "</NewsComponent></NewsComponent></NewsItem></NewsML>")  # fmt: skip
    assert [each.characters for each in articles(read_bytes(newsml.encode(), "a.xml"))] == ["The port reopened."]


def test_a_free_page_beside_a_teaser_that_is_not_is_read() -> None:
    teaser = '{"@type": "NewsArticle", "headline": "Other", "isAccessibleForFree": false}'
    own = '{"@type": "NewsArticle", "headline": "Own", "datePublished": "2025-02-13"}'
    paragraphs = "".join(
        f"<p>The ferry number {number} stayed in port on Monday, its owners said.</p>" for number in range(5)
    )
    script = f'<script type="application/ld+json">[{own}, {teaser}]</script>'
    page = f"<html><head>{script}</head><body><article><h1>Own</h1>{paragraphs}</article></body></html>"
    assert codes(read_bytes(page.encode(), "a.html")) == []


@pytest.mark.parametrize(
    ("name", "part", "count"),
    [("a.csv", 'x","abc\n', 8000), ("a.sgm", "<DOC><TEXT>a" + " " * 10 + "b</TEXT></DOC>\n", 8000)],
)
def test_time_grows_with_size_alone(name: str, part: str, count: int) -> None:
    def seconds(times: int) -> float:
        raw = (("title,text\n" if name == "a.csv" else "") + part * times).encode()
        before = time.process_time()
        read_bytes(raw, name)
        return time.process_time() - before

    seconds(100)
    assert seconds(count) < 16 * seconds(count // 4) + 1


def test_a_text_that_ends_in_notices_takes_time_by_its_length() -> None:
    before = time.process_time()
    layout = lay_out(f"{_BODY}\n" + "Advertisement\n" * 20_000, None)
    assert layout.body_end == len(_BODY)
    assert time.process_time() - before < 8
