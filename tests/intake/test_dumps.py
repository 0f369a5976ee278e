"""Records as the services and crawlers write them from which corpora are built: each field is found."""

from __future__ import annotations

import datetime as dt
import json
from typing import Any

import pytest
from intake_support import articles, codes, read_bytes

_AT = dt.datetime(2025, 2, 13, 8, 30, tzinfo=dt.UTC)
_URL = "https://courier.example/a"
_NEWS_PLEASE = {
    "authors": ["Ann Lee"], "date_download": "2025-03-01 10:00:00", "date_modify": None,
    "date_publish": "2025-02-13 10:30:00", "description": "In short.", "filename": "a.json", "image_url": None,
    "language": "en", "localpath": None, "maintext": "It stayed.\nIt left.", "source_domain": "courier.example",
    "title": "Ferry stays", "title_page": None, "title_rss": None, "url": _URL,
}  # fmt: skip
_FUNDUS = {
    "title": "Ferry stays", "authors": ["Ann Lee"], "publishing_date": "2025-02-13 10:30:00+02:00", "topics": ["x"],
    "publisher": "Courier", "html": {"requested_url": _URL, "crawl_date": "2025-03-01"},
    "body": {"summary": ["In short."], "sections": [{"headline": [], "paragraphs": ["It stayed."]},
                                                    {"headline": ["Later"], "paragraphs": ["It left."]}]},
}  # fmt: skip
_MOT = {
    "url": _URL, "content_type": "article", "site_language": "eng", "time_published": "2025-02-13T08:30:00+00:00",
    "time_retrieved": "2025-03-01", "title": "Ferry stays", "authors": ["Ann Lee"],
    "paragraphs": ["It stayed.", "It left."],
}  # fmt: skip
_NEWS_API = {"status": "ok", "articles": [{
    "source": {"id": None, "name": "Courier"}, "author": "Ann Lee", "title": "Ferry stays", "description": "In short.",
    "url": _URL, "publishedAt": "2025-02-13T08:30:00Z", "content": "It stayed.\r\nIt left.",
}]}  # fmt: skip
_WEBZ = {"posts": [{
    "thread": {"site": "courier.example", "title": "x", "published": "2025-02-13T10:30:00.000+02:00"}, "url": _URL,
    "author": "Ann Lee", "published": "2025-02-13T10:30:00.000+02:00", "title": "Ferry stays", "text": "It stayed.",
    "language": "english", "crawled": "2025-03-01",
}]}  # fmt: skip


@pytest.mark.parametrize(
    ("record", "text", "at", "source", "language"),
    [
        (_NEWS_PLEASE, "It stayed.\nIt left.", None, "courier.example", "en"),
        (_FUNDUS, "In short.\n\nIt stayed.\n\nLater\n\nIt left.", _AT, "Courier", None),
        (_MOT, "It stayed.\n\nIt left.", _AT, None, "en"),
        (_NEWS_API, "It stayed.\r\nIt left.", _AT, "Courier", None),
        (_WEBZ, "It stayed.", _AT, "courier.example", "en"),
    ],
    ids=["news-please", "Fundus", "MOT", "NewsAPI", "webz.io"],
)
def test_records_of_a_dump(
    record: dict[str, Any], text: str, at: dt.datetime | None, source: str | None, language: str | None
) -> None:
    found = read_bytes(json.dumps(record).encode(), "a.json")
    (article,) = articles(found)
    assert article.characters == text
    given = article.given
    assert (given.title, given.date, given.url) == ("Ferry stays", dt.date(2025, 2, 13), _URL)
    assert (given.authors, given.published_at, given.source, given.language) == (("Ann Lee",), at, source, language)
    assert codes(found) == ["F030"]


def test_what_gdelt_lists_has_no_text_and_its_day_is_that_of_the_crawl() -> None:
    record = {"url": _URL, "title": "Ferry stays", "seendate": "20250301T103000Z", "domain": "courier.example"}
    assert codes(read_bytes(json.dumps({"articles": [record]}).encode(), "a.json")) == ["F008"]
    (article,) = articles(read_bytes(json.dumps(record | {"text": "It stayed."}).encode(), "a.json"))
    assert article.given.date is None


def test_other_names_are_stated_by_the_corpus() -> None:
    record = {"kop": "Ferry stays", "inhoud": {"tekst": "It stayed."}, "dag": "2025-02-13"}
    raw = json.dumps(record).encode()
    assert codes(read_bytes(raw, "a.jsonl")) == ["F008"]
    found = read_bytes(raw, "a.jsonl", title="kop", text="inhoud.tekst", date="dag")
    (article,) = articles(found)
    assert (article.given.title, article.characters) == ("Ferry stays", "It stayed.")
    assert (article.given.date, codes(found)) == (dt.date(2025, 2, 13), [])
