"""The annotations of an article: quotations, entities, numeric claims, dates.

Offsets are Unicode code points into the article's `text`, half-open: `text[start:end]` is the surface, always.
"""

from __future__ import annotations

from dataclasses import dataclass

from corpus_pkg.model.declare import declared
from corpus_pkg.model.vocabulary import (
    Attribution,
    Change,
    ChangeKind,
    ClaimKind,
    DateType,
    EntityType,
    MentionKind,
    MentionProvenance,
    Modifier,
    QuoteKind,
    Review,
    ScareKind,
    SpeakerKind,
)

POINTS = "code points"
ID = r"^[a-z][0-9a-f]{16}\Z"


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """A stretch of the article's text."""

    start: int = declared("First code point of the stretch.", unit=POINTS, minimum=0)
    end: int = declared("One past its last code point.", unit=POINTS, minimum=0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Cue:
    """The words that mark speech: a verb, a noun, "according to", a colon or a dash."""

    start: int = declared("First code point of the cue.", unit=POINTS, minimum=0)
    end: int = declared("One past its last code point.", unit=POINTS, minimum=0)
    text: str | None = declared("The cue as printed.", min_length=1, nullable_since="0.2.0")


@dataclass(frozen=True, slots=True, kw_only=True)
class Speaker:
    """The words that name the speaker beside the quotation."""

    start: int = declared("First code point of the mention.", unit=POINTS, minimum=0)
    end: int = declared("One past its last code point.", unit=POINTS, minimum=0)
    text: str | None = declared("The mention as printed.", min_length=1, nullable_since="0.2.0")
    kind: SpeakerKind = declared("What the mention is: a name, a description or a pronoun.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Quote:
    """One stretch of reported speech."""

    id: str = declared("Stable id: article, kind and stretch decide it.", pattern=ID)
    start: int = declared("First code point inside the quotation marks, or of the clause.", unit=POINTS, minimum=0)
    end: int = declared("One past the last code point inside the marks, or of the clause.", unit=POINTS, minimum=0)
    text: str | None = declared(
        "The words; equals `text[start:end]` of the article.", min_length=1, nullable_since="0.2.0"
    )
    kind: QuoteKind = declared(
        "`direct`: a quoted clause or sentence of its own, or a turn of a transcript; `partial`: a quoted fragment "
        "inside the reporter's sentence; `indirect`: a clause of reported speech without quotation marks."
    )
    cue: Cue | None = declared("The words that mark the speech; null where there are none.")
    speaker: Speaker | None = declared("The words that name the speaker; null where nothing does.")
    speaker_entity: str | None = declared("Id of the article's entity that speaks; null where unknown.", pattern=ID)
    speaker_name: str | None = declared("The speaker's canonical name within the article.", min_length=1)
    reporter: Speaker | None = declared(
        "Who, other than the article itself, reports that the speaker said so (the Courier said an official had "
        "called it “...”); null otherwise."
    )
    reporter_entity: str | None = declared("Id of the article's entity that reports; null where unknown.", pattern=ID)
    attribution: Attribution = declared(
        "`explicit`: named in the same sentence; `carried`: taken over from a neighbouring quotation; `none`: unknown."
    )
    group: str = declared("Shared by the parts of one utterance: the id of its first part.", pattern=ID)
    nested_in: str | None = declared("Id of the quotation that this one stands inside.", pattern=ID)
    rule: str = declared("The rule that attributed the stretch.", min_length=1)
    confidence: float = declared(
        "How often stretch and speaker are right where the rule finds them: of the records at 0.9, about 90 in 100.",
        minimum=0,
        maximum=1,
    )
    review: Review = declared("Whether a person has checked the record.")


@dataclass(frozen=True, slots=True, kw_only=True)
class ScareQuote:
    """What stands in quotation marks and is no quotation."""

    start: int = declared("First code point inside the quotation marks.", unit=POINTS, minimum=0)
    end: int = declared("One past the last code point inside the marks.", unit=POINTS, minimum=0)
    text: str | None = declared(
        "The words inside the marks; equals `text[start:end]` of the article.", min_length=1, nullable_since="0.2.0"
    )
    kind: ScareKind = declared(
        "`title`: of a film, book, paper; `name`: a so-called name or a glossed word; `nickname`: inside a name; "
        "`scare`: words held at a distance; `aside`: a stage direction in brackets."
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """One place where an entity is named."""

    start: int = declared("First code point of the name, without titles and leading articles.", unit=POINTS, minimum=0)
    end: int = declared("One past its last code point, without a possessive.", unit=POINTS, minimum=0)
    text: str | None = declared(
        "The name as printed; equals `text[start:end]` of the article.", min_length=1, nullable_since="0.2.0"
    )
    kind: MentionKind = declared(
        "`name`; `nominal`: a noun that stands for the entity (the *ministry*), only where no other can be meant."
    )
    provenance: MentionProvenance = declared("What found the mention.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Entity:
    """One person, place or body of an article, with all its mentions."""

    id: str = declared("Stable id: article, key and type decide it.", pattern=ID)
    key: str = declared("The same person, place or body in every article.", pattern=r"^[a-z]+:\S+\Z")
    name: str = declared("The fullest form of the name that the article uses.", min_length=1)
    type: EntityType = declared("Coarse type.")
    subtype: str | None = declared("The model's finer label; null where no model labelled it.", min_length=1)
    aliases: list[str] = declared("The other forms that the article uses, sorted.")
    roles: list[str] = declared("Titles and functions that stand beside the name, as printed, sorted.")
    country: str | None = declared("Country that the name itself states, ISO 3166-1 alpha-2.", pattern=r"^[A-Z]{2}\Z")
    wikidata: str | None = declared("Wikidata id, only where certain.", pattern=r"^Q[1-9][0-9]*\Z")
    metonym_of: str | None = declared("Key of what the name may stand for (the Kremlin: Russia); never merged.")
    mentions: list[Mention] = declared(
        "Where the text names it, in order; empty for an agency that only the tail or dateline names."
    )
    review: Review = declared("Whether a person has checked the record.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """One numeric claim: how much of what."""

    id: str = declared("Stable id: article, kind and stretch decide it.", pattern=ID)
    start: int = declared("First code point of the phrase, its bound included.", unit=POINTS, minimum=0)
    end: int = declared("One past the last code point of the phrase, its unit included.", unit=POINTS, minimum=0)
    text: str | None = declared("The phrase as printed.", min_length=1, nullable_since="0.2.0")
    number: Span = declared("The number words alone.")
    kind: ClaimKind = declared("What sort of number it is.")
    value: float | None = declared("The number; null for a range.")
    low: float | None = declared("Lower end of a range, or of the interval that a margin gives (54 ± 3).")
    high: float | None = declared("Upper end of a range, or of that interval.")
    exact: str | None = declared(
        "The number in full where a double has to round it; `low/high` or `value/low/high` where it has ends.",
        min_length=1,
    )
    modifier: Modifier = declared("The bound that the words state, apart from any change.")
    unit: str | None = declared("Canonical unit or counted noun; null where the number has none.", min_length=1)
    unit_text: str | None = declared("The unit as printed.", min_length=1)
    dimension: str | None = declared("What the unit measures (length, mass, currency, ...).", min_length=1)
    measured: str | None = declared(
        "The noun phrase that is counted or measured, without a leading article.", min_length=1
    )
    of: str | None = declared("The base of a share: 80% of what.", min_length=1)
    per: str | None = declared("What a rate is per.", min_length=1)
    change: Change = declared("The direction of a change.")
    change_kind: ChangeKind | None = declared(
        "What the number is of the change: its size (`by`), its start (`from`) or its result (`to`)."
    )
    hedged: bool = declared("Stated as possible only (may, could, reportedly).")
    negated: bool = declared("Stated as not so.")
    projected: bool = declared("Stated of the future.")
    asserter: Speaker | None = declared("The words that name who states it; null where the article itself does.")
    asserted_by: str | None = declared("Id of the article's entity that states it; null where no entity does.")
    quote_id: str | None = declared("Id of the quotation that it stands in.", pattern=ID)
    as_of: str | None = declared("When it holds, as a TIMEX3 value; null where the sentence does not say.")
    sentence: Span = declared("The sentence that it stands in.")
    rule: str = declared("The rule that read the number.", min_length=1)
    confidence: float = declared("The rule's own estimate that value and unit are right.", minimum=0, maximum=1)
    review: Review = declared("Whether a person has checked the record.")


@dataclass(frozen=True, slots=True, kw_only=True)
class DateMention:
    """One expression of time in the text, after TIMEX3 (ISO 24617-1)."""

    start: int = declared("First code point of the expression.", unit=POINTS, minimum=0)
    end: int = declared("One past its last code point.", unit=POINTS, minimum=0)
    text: str | None = declared("The expression as printed.", min_length=1, nullable_since="0.2.0")
    value: str | None = declared(
        "TIMEX3 value (2025-02-13, 2025-02, P3D); X for what the text leaves open (XXXX-02-13); null if unknown.",
        min_length=1,
    )
    type: DateType = declared("TIMEX3 type.")
    resolved: bool = declared("False where the value hangs on a publication date that is not known.")
    alternatives: list[str] = declared(
        "The values of which one is meant, where the order of day and month is not known (03/04/2025); else empty."
    )
    review: Review = declared("Whether a person has checked the record.")
