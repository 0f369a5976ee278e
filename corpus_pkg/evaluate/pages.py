"""Pages against gold: body, date, title and authors, ours beside trafilatura alone and newspaper4k.

Bodies are compared by 4-word shingles, as the article-extraction benchmark does (Scrapinghub, 2020): precision and
recall over the bags of a page, F1 a page, and the mean over pages. Titles and names are compared after white space is
collapsed and invisible characters are taken out, for all systems alike.
"""

from __future__ import annotations

import datetime as dt
import gzip
import io
import json
import re
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from corpus_pkg.annotate.article import annotate
from corpus_pkg.annotate.entities.finder import EntityFinder
from corpus_pkg.annotate.entities.recognizer import NoRecognizer
from corpus_pkg.annotate.models import Models
from corpus_pkg.errors import UsageError
from corpus_pkg.intake.reader import FormatReader

_WORD = re.compile(r"\w+")
_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u2060\ufeff]")
_SHINGLE = 4


@dataclass(frozen=True, slots=True)
class Page:
    """A page and what is true of it."""

    raw: bytes
    url: str
    body: str
    title: str
    authors: frozenset[str]
    day: str


@dataclass(frozen=True, slots=True)
class Answer:
    """What a system says of a page; `agreement` is how many sources state the date, where it tells."""

    body: str = ""
    title: str = ""
    authors: frozenset[str] = frozenset()
    day: str = ""
    agreement: int = 0


System = Callable[[Page], Answer]


@dataclass(slots=True)
class Score:
    """The figures of one system, as counts over pages."""

    system: str
    pages: int = 0
    body: float = 0
    days: int = 0
    titles: int = 0
    names: Counter[str] = field(default_factory=Counter)
    agreed: int = 0
    agreed_right: int = 0
    seconds: float = 0

    def add(self, page: Page, answer: Answer) -> None:
        """Counts an answer."""
        right = answer.day == page.day
        self.pages += 1
        self.body += f1(shingles(answer.body), shingles(page.body))
        self.days += right
        self.titles += answer.title == page.title
        self.names.update(right=len(answer.authors & page.authors), said=len(answer.authors), true=len(page.authors))
        self.agreed += answer.agreement > 1
        self.agreed_right += right and answer.agreement > 1

    def figures(self) -> dict[str, float]:
        """Shares from 0 to 1, and pages a CPU second."""
        return {
            "body F1": self.body / self.pages,
            "date right": self.days / self.pages,
            "title equal": self.titles / self.pages,
            "authors P": self.names["right"] / max(1, self.names["said"]),
            "authors R": self.names["right"] / max(1, self.names["true"]),
            "two agree": self.agreed_right / self.agreed if self.agreed else 0.0,
            "pages/s": self.pages / max(self.seconds, 1e-9),
        }


def shingles(text: str) -> Counter[tuple[str, ...]]:
    """The runs of four words of a text; of a shorter one, all its words."""
    words = _WORD.findall(text.lower())
    return (
        Counter(tuple(words[at : at + _SHINGLE]) for at in range(max(1, len(words) - _SHINGLE + 1)))
        if words
        else Counter()
    )


def f1(one: Counter[tuple[str, ...]], two: Counter[tuple[str, ...]]) -> float:
    """F1 of two bags; 1 for two empty ones."""
    size = one.total() + two.total()
    return 2 * (one & two).total() / size if size else 1.0


def plain(words: str | None) -> str:
    """Words as they are compared."""
    return " ".join(_INVISIBLE.sub("", words or "").split())


def read_pages(folder: Path) -> Iterator[Page]:
    """The pages of a folder with `pages.jsonl` and the files that it names.

    Raises:
        UsageError: there are none.
    """
    listed = folder / "pages.jsonl"
    if not listed.is_file():
        raise UsageError(str(folder), "holds no pages.jsonl", "Name a folder of gold pages.")
    for line in listed.read_text("utf-8").splitlines():
        gold = json.loads(line)
        raw = gzip.decompress((folder / gold["html"]).read_bytes())
        yield Page(raw, gold["url"], "\n".join(gold["paragraphs"]), plain(gold["title"]),
                   frozenset(map(plain, gold["authors"] or ())), (gold["date"] or "")[:10])  # fmt: skip


def ours() -> System:
    """The package: the form told by content, the extra `html`, all evidence weighed."""
    reader, models = FormatReader(dt.datetime.now(dt.UTC).date()), Models(EntityFinder(NoRecognizer()))
    today = dt.datetime.now(dt.UTC).date()

    def answer(page: Page) -> Answer:
        (unit,) = reader.read_stream(io.BytesIO(page.raw), "page.html")
        if unit.article is None:
            return Answer()
        raw = replace(unit.article, given=replace(unit.article.given, url=page.url))
        (done,) = annotate([raw], models, today)
        if done.article is None:
            return Answer()
        found = done.article
        return Answer(unit.article.characters, plain(found.title), frozenset(map(plain, found.authors)),
                      str(found.date or ""), found.date_agreement)  # fmt: skip

    return answer


def trafilatura_alone() -> System:
    """Trafilatura with the options that ours asks it with, and its own metadata."""
    from trafilatura import bare_extraction

    def answer(page: Page) -> Answer:
        found: Any = bare_extraction(page.raw.decode("utf-8", "replace"), url=page.url, favor_precision=True,
                                     include_comments=False, include_tables=False, with_metadata=True)  # fmt: skip
        if found is None:
            return Answer()
        names = frozenset(plain(each) for each in (found.author or "").split(";") if each.strip())
        return Answer(found.text or "", plain(found.title), names, (found.date or "")[:10])

    return answer


def newspaper() -> System:
    """Newspaper4k, from the stored page, without a connection; what it cannot read without more packages is nothing."""
    from newspaper import Article

    def answer(page: Page) -> Answer:
        article: Any = Article(page.url, fetch_images=False)
        try:
            article.download(input_html=page.raw.decode("utf-8", "replace"))
            article.parse()
        except ImportError:  # it parts the words of some languages by packages of their own
            return Answer()
        day = str(article.publish_date)[:10] if article.publish_date else ""
        return Answer(article.text, plain(article.title), frozenset(map(plain, article.authors)), day)

    return answer


SYSTEMS: dict[str, Callable[[], System]] = {"ours": ours, "trafilatura": trafilatura_alone, "newspaper4k": newspaper}


def measure_pages(pages: Sequence[Page], progress: Callable[[str], None]) -> tuple[list[Score], list[str]]:
    """The figures of every system, and those that are not installed.

    Args:
        pages: gold pages.
        progress: told which system runs.
    """
    scores, missing = [], []
    for name, opened in SYSTEMS.items():
        try:
            system = opened()
        except ImportError:
            missing.append(name)
            continue
        progress(name)
        score = Score(name)
        for page in pages:
            before = time.process_time()
            answer = system(page)
            score.seconds += time.process_time() - before
            score.add(page, answer)
        scores.append(score)
    return scores, missing
