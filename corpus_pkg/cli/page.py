"""An article as styled text for a terminal."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from rich.table import Table
from rich.text import Text

if TYPE_CHECKING:
    from corpus_pkg.model import Article, Claim, Quote

STYLES = {"PERSON": "bold cyan", "ORG": "bold magenta", "LOC": "bold green", "MISC": "bold"}
_QUOTE, _CUE, _CLAIM, _DATE = "yellow", "italic", "reverse", "underline blue"


def article_page(article: Article) -> Iterator[Text | Table]:
    """The parts of the page: head, legend, body, quotations, claims."""
    yield _head(article)
    yield _legend()
    yield _body(article)
    if article.quotes:
        yield _table(
            "Quotations", ("words", "kind", "speaker", "cue", "rule"), (_quote(each) for each in article.quotes)
        )
    if article.claims:
        names = {each.id: each.name for each in article.entities}
        yield _table("Claims", ("words", "kind", "value", "unit", "of", "stated by"),
                     (_claim(each, names) for each in article.claims))  # fmt: skip


def _head(article: Article) -> Text:
    date = f"{article.date} ({article.date_provenance})" if article.date else "no date"
    source = f"{article.source} ({article.source_provenance})" if article.source else "no source"
    head = Text(article.title or "(no headline)", style="bold")
    head.append(f"\n{article.id}  {article.raw_path}\n{date}  {source}", style="dim")
    if article.authors:
        head.append(f"  by {', '.join(article.authors)}", style="dim")
    return head.append("\n")


_WITHHELD = "(withheld)"


def _legend() -> Text:
    legend = Text()
    marks = {**STYLES, "quotation": _QUOTE, "cue": _CUE, "claim": _CLAIM, "date": _DATE}
    for name, style in marks.items():
        legend.append(name, style=style).append("  ")
    return legend.append("\n")


def _body(article: Article) -> Text:
    body = Text(article.text or _WITHHELD)
    for quote in article.quotes:
        body.stylize(_QUOTE, quote.start, quote.end)
        if quote.cue:
            body.stylize(_CUE, quote.cue.start, quote.cue.end)
    for entity in article.entities:
        for mention in entity.mentions:
            body.stylize(STYLES[entity.type], mention.start, mention.end)
    for claim in article.claims:
        body.stylize(_CLAIM, claim.start, claim.end)
    for date in article.dates:
        body.stylize(_DATE, date.start, date.end)
    return body.append("\n")


def _table(title: str, columns: tuple[str, ...], rows: Iterator[tuple[str, ...]]) -> Table:
    table = Table(title=title, title_justify="left", title_style="bold")
    for each in columns:
        table.add_column(each)
    for row in rows:
        table.add_row(*(Text(each) for each in row))
    return table


def _quote(quote: Quote) -> tuple[str, ...]:
    named = quote.speaker_name or ((quote.speaker.text or _WITHHELD) if quote.speaker else "unknown")
    if quote.speaker and quote.speaker_name and quote.speaker.text != quote.speaker_name:
        named += f" (“{quote.speaker.text or _WITHHELD}”)"
    cue = (quote.cue.text or _WITHHELD) if quote.cue else ""
    return quote.text or _WITHHELD, quote.kind, named, cue, f"{quote.rule} {quote.confidence:.2f}"


def _claim(claim: Claim, names: dict[str, str]) -> tuple[str, ...]:
    ends = [each for each in (claim.value, claim.low, claim.high) if each is not None]
    value = " to ".join(f"{each:,.12g}" for each in ends)
    bound = "" if claim.modifier in ("equal", "range") else claim.modifier + " "
    stated = names.get(claim.asserted_by or "", "")
    return (
        claim.text or _WITHHELD,
        claim.kind,
        bound + value,
        claim.unit or "",
        claim.of or claim.measured or "",
        stated,
    )
