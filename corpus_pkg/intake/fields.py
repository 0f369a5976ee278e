"""The names that fields of records go by in the dumps that corpora are built from, and how a record's are told."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

TEXT = (
    "text", "maintext", "plain_text", "plaintext", "article_text", "full_text", "fulltext", "full text", "body",
    "content", "article", "paragraphs", "story", "document", "bodytext", "fields.bodytext", "body_text",
)  # fmt: skip
NAMES: dict[str, tuple[str, ...]] = {
    "title": ("title", "headline.main", "headline", "webtitle", "thread.title", "title_page"),
    "date": (
        "date", "published", "published_at", "publishedat", "date_publish", "publication_date", "pubdate", "pub_date",
        "publish_date", "published_date", "publishing_date", "time_published", "webpublicationdate",
        "datetime", "date_published", "datepublished", "publication date",
    ),
    "source": (
        "source.name", "source", "outlet", "publisher", "publication", "source_name", "sitename", "site_name",
        "source_domain", "thread.site", "sourcecommonname", "domain", "html.source_info.publisher",
    ),
    "source_kind": ("source_kind",),
    "agency": ("agency", "news_agency"),
    "url": (
        "url", "link", "web_url", "weburl", "requested_url", "documentidentifier", "canonical_url", "url_origin",
        "html.requested_url",
    ),
    "authors": ("authors", "author", "byline.original", "byline", "fields.byline", "creator"),
    "language": ("language", "lang", "site_language"),
    "rights": ("rights", "license", "licence", "copyright"),
}  # fmt: skip
"""What a field of ours is called, the surest name first; a dot leads into an object. Case does not count."""
MAPPING = "mapping"
"""The table of `corpus.toml` that states a corpus's own names."""
KNOWN = ("text", *NAMES)
WRAPPERS = ("articles", "posts", "results", "items", "docs", "documents", "data", "news", "entries", "records", "hits",
            "response.docs", "response.results")  # fmt: skip
"""Where a JSON document keeps its list of records."""
_EMPTY: tuple[object, ...] = (None, "", [], {})
# What dumps write for nothing: never the words of a text, a title or a name.
_NOTHING = frozenset({"none", "null", "nan", "n/a", "undefined", "nat"})


@dataclass(frozen=True, slots=True)
class Found:
    """What a record states under one of our fields.

    Attributes:
        path: the keys that lead to it.
        value: the value.
    """

    path: tuple[str, ...]
    value: Any

    @property
    def pointer(self) -> str:
        """As a JSON pointer (RFC 6901)."""
        return "".join("/" + each.replace("~", "~0").replace("/", "~1") for each in self.path)


class Fields:
    """Tells which fields of records are which.

    Args:
        mapping: the corpus's own names, by ours; they come before all others.
    """

    def __init__(self, mapping: Mapping[str, str] | None = None) -> None:
        mapping = mapping or {}
        self._names: dict[str, tuple[str, ...]] = {
            name: (mapping[name],) if name in mapping else known for name, known in {"text": TEXT, **NAMES}.items()
        }
        self.mapped = frozenset(mapping)
        self._keys: tuple[str, ...] = ()
        self._lowered: dict[str, str] = {}
        self._open: dict[str, tuple[str, ...]] = self._names

    def _look(self, record: Mapping[str, Any]) -> None:
        """Learns under which names a record may state something; most records have the keys of the one before."""
        if (keys := tuple(record)) == self._keys:
            return
        self._keys, self._lowered = keys, {str(key).strip().lower(): key for key in reversed(keys)}
        there = {*keys, *self._lowered}
        self._open = {field: tuple(name for name in names if not there.isdisjoint((name, name.lower(), _head(name))))
                      for field, names in self._names.items()}  # fmt: skip

    def all(self, record: Mapping[str, Any], field: str) -> list[Found]:
        """Everything that a record states under a field, the surest name first."""
        self._look(record)
        found = []
        for name in self._open[field]:
            each = _at(record, self._lowered, name)
            if each is not None and not _nothing(each.value):
                found.append(each)
        return found

    def count(self, record: Mapping[str, Any]) -> int:
        """How many of our fields a record states something under."""
        return sum(self.first(record, name) is not None for name in self._names)

    def leads(self, name: str, field: str | None = None) -> bool:
        """Whether one of our fields goes by a name, or is found in an object of that name.

        Args:
            name: the name.
            field: look for this field only.
        """
        names = self._names[field] if field else [each for known in self._names.values() for each in known]
        return any(each.lower() == name.lower() or each.lower().startswith(f"{name.lower()}.") for each in names)

    def first(self, record: Mapping[str, Any], field: str) -> Found | None:
        """What a record states under a field by its surest name."""
        return next(iter(self.all(record, field)), None)


def _head(name: str) -> str:
    return name.partition(".")[0]


def _at(record: Mapping[str, Any], lowered: Mapping[str, str], name: str) -> Found | None:
    exact = name if name in record else lowered.get(name.lower())
    if exact is not None:
        return Found((exact,), record[exact])
    head, _, rest = name.partition(".")
    inner = record.get(lowered.get(head, head)) if rest else None
    if not isinstance(inner, dict):
        return None
    found = _at(inner, {str(key).lower(): key for key in inner}, rest)
    return Found((lowered.get(head, head), *found.path), found.value) if found else None


def _nothing(value: object) -> bool:
    if isinstance(value, float) and math.isnan(value):  # what pandas writes for nothing
        return True
    return value in _EMPTY or (isinstance(value, str) and (not value.strip() or value.strip().lower() in _NOTHING))


def text_of(value: object) -> str | None:
    """The text that a value is: a string, a list of paragraphs, or the sections of Fundus; None for anything else."""
    if isinstance(value, str):
        return value
    if isinstance(value, dict) and isinstance(value.get("sections"), list):
        sections = [each for each in value["sections"] if isinstance(each, dict)]
        lists = [value.get("summary"), *(each.get(name) for each in sections for name in ("headline", "paragraphs"))]
        return text_of([part for each in lists if isinstance(each, list) for part in each])
    if isinstance(value, list) and value and all(isinstance(each, str) for each in value):
        return "\n\n".join(each.strip() for each in value if each.strip())
    return None


def records_in(value: dict[str, Any]) -> tuple[str, list[Any]] | None:
    """The list of records that an object wraps, with the pointer to it; None if the object is a record itself."""
    for name in WRAPPERS:
        inner: Any = value
        for key in name.split("."):
            inner = inner.get(key) if isinstance(inner, dict) else None
        if isinstance(inner, list) and inner and all(isinstance(each, dict) for each in inner):
            return "/" + name.replace(".", "/"), inner
    return None
