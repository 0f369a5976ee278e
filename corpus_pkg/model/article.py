"""The article: one row of the default config, with its annotations nested."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from corpus_pkg.model.annotations import ID, Claim, DateMention, Entity, Quote, ScareQuote, Span
from corpus_pkg.model.correction import Correction
from corpus_pkg.model.declare import declared
from corpus_pkg.model.provenance import Annotator, Candidate, DateProposal, Edit, Extraction, Region
from corpus_pkg.model.rights import Rights
from corpus_pkg.model.vocabulary import (
    DatePrecision,
    DateProvenance,
    EncodingProvenance,
    LanguageProvenance,
    Layer,
    Review,
    SourceKind,
    SourceProvenance,
)

SHA256 = r"^[0-9a-f]{64}\Z"


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """One news article, its evidence and its annotations."""

    id: str = declared("Stable id, from the raw bytes alone.", pattern=ID)
    title: str | None = declared("The headline, where there is one.", min_length=1)
    text: str | None = declared(
        "The body; every offset counts code points of it. Null where it is withheld.", min_length=1,
        nullable_since="0.2.0",
    )  # fmt: skip
    text_length: int = declared("How long the body is, withheld or not.", unit="code points", minimum=1, since="0.2.0")
    text_sha256: str = declared("Digest of the body (UTF-8), withheld or not.", pattern=SHA256, since="0.2.0")
    language: str | None = declared("BCP 47 tag, where it is known.", pattern=r"^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*\Z")
    language_provenance: LanguageProvenance = declared("Where the language was read.")
    layers: list[Layer] = declared(
        "What was looked for in the text: nothing of the rest is known, as no model for its language was there."
    )
    date: dt.date | None = declared("Day of publication; first of the month or year at lesser precision.")
    date_precision: DatePrecision | None = declared("How exact the date is; null without a date.")
    date_provenance: DateProvenance = declared("Where the date was read.")
    date_agreement: int = declared("How many sources of evidence state this date.", minimum=0)
    date_proposals: list[DateProposal] = declared("What each source of evidence says of the date, the strongest first.")
    published_at: dt.datetime | None = declared(
        "Instant of publication, where a time and a zone were given.", unit="UTC"
    )
    published_offset: int | None = declared(
        "How far east of UTC the clock was by which that instant was stated; null without an instant.",
        unit="minutes", minimum=-1439, maximum=1439,
    )  # fmt: skip
    source: str | None = declared("Who published it: the outlet where known, else the agency.", min_length=1)
    source_kind: SourceKind | None = declared("What kind of source that is; null where not known.")
    source_provenance: SourceProvenance = declared("Where the source was read.")
    agency: str | None = declared("The news agency that supplied the copy.", min_length=1)
    url: str | None = declared("Where it was published.", pattern=r"^https?://\S+\Z")
    authors: list[str] = declared("Bylines, one name each, in their order.")
    candidates: list[Candidate] = declared(
        "What each source of evidence states of title, source, agency, authors, address and language, "
        "the strongest of a field first."
    )
    dateline: str | None = declared("The place that the dateline names, as printed.", min_length=1)
    regions: list[Region] = declared("What stood around the body, in the order of the raw file.")
    paragraphs: list[Span] = declared("The paragraphs of the body, in order.")
    sentences: list[Span] = declared("The sentences of the body, in order; none crosses a paragraph.")
    quotes: list[Quote] = declared("Quotations, by start.")
    scare: list[ScareQuote] = declared("What stands in quotation marks and is no quotation, by start.")
    entities: list[Entity] = declared("Entities, by first mention.")
    claims: list[Claim] = declared("Numeric claims, by start.")
    dates: list[DateMention] = declared("Expressions of time, by start.")
    raw_path: str = declared("The raw file, relative to the source given; `#L3` for the third line.", min_length=1)
    raw_sha256: str = declared("Digest of the raw bytes of the file, or of the line.", pattern=SHA256)
    raw_media_type: str = declared("Media type of the raw file.", min_length=1)
    raw_encoding: str = declared("The encoding that the raw bytes were decoded by.", min_length=1)
    raw_encoding_provenance: EncodingProvenance = declared("How the encoding was found.")
    edits: list[Edit] = declared(
        "What leads from `text` back to the raw characters, in order; empty where the text is withheld."
    )
    extraction: Extraction | None = declared("How the text was taken from a page; null where it is the file's own.")
    rights: Rights | None = declared("Whose it is and what may be done with it; null where nothing says so.")
    review: Review = declared("Whether a person has read the article with all its annotations.")
    corrections: list[Correction] = declared("What people corrected or confirmed, as applied, in the order applied.")
    schema_version: str = declared("The schema that the record follows.", pattern=r"^[0-9]+\.[0-9]+\.[0-9]+\Z")
    annotator: Annotator = declared("What annotated the article.")
