"""Where an article comes from and what was done to it, so that nothing is thrown away."""

from __future__ import annotations

from dataclasses import dataclass

from corpus_pkg.model.annotations import POINTS
from corpus_pkg.model.declare import declared
from corpus_pkg.model.vocabulary import (
    CandidateField,
    CandidateProvenance,
    DateJudgement,
    DateProvenance,
    Mode,
    RegionRole,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Region:
    """A stretch of the raw file that stands around the body and is not in `text`."""

    role: RegionRole = declared("What the stretch is.")
    text: str | None = declared(
        "The stretch, normalised as the body is; null where the text is withheld.", min_length=1, nullable_since="0.2.0"
    )
    raw_start: int = declared("First code point of the stretch in the decoded raw characters.", unit=POINTS, minimum=0)
    raw_end: int = declared("One past its last code point there.", unit=POINTS, minimum=0)


@dataclass(frozen=True, slots=True, kw_only=True)
class DateProposal:
    """What one source of evidence says of the day of publication."""

    provenance: DateProvenance = declared("Where the date was read.")
    value: str = declared(
        "Day, month or year; `--02-13` for a day without a year.",
        pattern=r"^(?:[0-9]{4}(?:-[0-9]{2}(?:-[0-9]{2})?)?|--[0-9]{2}-[0-9]{2})\Z",
    )
    text: str | None = declared(
        "The words or the part of the address that state it; null for what was given.", min_length=1
    )
    where: str | None = declared("What in the markup states it, such as `json-ld datePublished`.", min_length=1)
    start: int | None = declared(
        "First code point of what states it in the decoded raw file, page or document; null where not known.",
        unit=POINTS, minimum=0,
    )  # fmt: skip
    verdict: DateJudgement = declared(
        "`taken`; `agrees` or `differs` with what was taken; `refused`: before 1700 or after the day of conversion; "
        "`incomplete`: a day without a year, and no other source that gives one."
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """What one source of evidence states of the article, whether it was taken or not."""

    field: CandidateField = declared("What it is about; one candidate an author.")
    value: str = declared("The words, as they stand there; white space collapsed.", min_length=1)
    provenance: CandidateProvenance = declared("Where they were read.")
    where: str | None = declared("What in the markup states it, such as `meta og:title`.", min_length=1)
    start: int | None = declared(
        "First code point of what states it in the decoded raw file, page or document; null where not known.",
        unit=POINTS, minimum=0,
    )  # fmt: skip
    taken: bool = declared("Whether the record says what it states.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Edit:
    """One replacement that leads from the stored text back to the raw characters.

    Putting `raw` in the place of `text[start:start + length]` for every edit gives the decoded raw file.
    """

    start: int = declared("Where the replacement stands in `text`.", unit=POINTS, minimum=0)
    length: int = declared("How much of `text` stands for the raw characters; 0 where they were removed.", minimum=0)
    raw: str = declared("The raw characters.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Alignment:
    """Where a paragraph that was taken from a page stands in it."""

    start: int = declared("First code point of the paragraph in the extracted characters.", unit=POINTS, minimum=0)
    end: int = declared("One past its last code point there.", unit=POINTS, minimum=0)
    page_start: int | None = declared(
        "First code point in the decoded page; null where no stretch of it holds the paragraph.", unit=POINTS, minimum=0
    )
    page_end: int | None = declared("One past the last code point there, tags inside included.", unit=POINTS, minimum=0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Extraction:
    """How the text was taken from a page; `edits` lead back to the extracted characters, this to the page."""

    extractor: str = declared("The library that told the body from the rest.", min_length=1)
    version: str = declared("Its version.", min_length=1)
    options: str = declared("What it was asked for.", min_length=1)
    share: float = declared("How much of the visible text of the page was kept.", minimum=0, maximum=1)
    restored: int = declared("Paragraphs that it had left out as others are the same, put back.", minimum=0)
    alignment: list[Alignment] = declared("The paragraphs as extracted, in the order of the page.")


@dataclass(frozen=True, slots=True, kw_only=True)
class ModelUse:
    """A statistical model, or a gazetteer of the user's, that took part in the annotation."""

    name: str = declared("The model's own name; `gazetteer FILE` for a user's gazetteer.", min_length=1)
    version: str = declared("The model's own version; the number of rows of a gazetteer.", min_length=1)
    sha256: str | None = declared("Digest over its files; null where they are not on disk.", pattern=r"^[0-9a-f]{64}\Z")
    verified: bool = declared("Whether the files are the ones whose hashes this package ships.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Annotator:
    """What annotated the article."""

    name: str = declared("The package that annotated.", min_length=1)
    version: str = declared("Its version.", min_length=1)
    mode: Mode = declared("`full`: sentences in which it pays were parsed; `fast`: none was.")
    models: list[ModelUse] = declared("The models, and the user's gazetteer, that took part.")
