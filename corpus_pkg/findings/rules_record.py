"""Rules of a record: its schema, its text, its metadata, its annotations."""

from __future__ import annotations

from typing import Final

from corpus_pkg.findings.rule import Rule, Severity

NOT_THE_SCHEMA: Final = Rule(
    code="S001",
    name="not-the-schema",
    severity=Severity.ERROR,
    what="A record follows the published JSON Schema of the version that it declares.",
    why="Readers rely on names, types and vocabularies; a value outside them breaks or misleads them.",
    mend="Compare the value with the rule named in the message; `corpus schema article` prints the whole schema.",
)
EDITS_UNSOUND: Final = Rule(
    code="T010",
    name="edits-unsound",
    severity=Severity.ERROR,
    what="The edit list is sorted, without overlap, and inside the text.",
    why="Only then does it lead from the text back to the raw characters.",
    mend="Build the dataset anew; do not edit its files by hand.",
)
RAW_NOT_RESTORED: Final = Rule(
    code="T011",
    name="raw-not-restored",
    severity=Severity.ERROR,
    what="Text and edit list give back the raw bytes: their sha256 is raw_sha256.",
    why="Otherwise the text is not the one that was brought in.",
    mend="Take the text from the raw file again; a changed text needs a new build.",
)
REGION_MISMATCH: Final = Rule(
    code="T012",
    name="region-mismatch",
    severity=Severity.ERROR,
    what="A region's text is what the raw characters say at its place.",
    why="A region that says something else is no evidence.",
    mend="Build the dataset anew; do not edit its files by hand.",
)
STRUCTURE: Final = Rule(
    code="T013",
    name="structure-out-of-order",
    severity=Severity.ERROR,
    what="Paragraphs and sentences are in order, without overlap, inside the text, and no sentence crosses a "
    "paragraph.",
    why="Offsets outside the text or out of order break every reader that slices.",
    mend="Build the dataset anew; do not edit its files by hand.",
)
DATE_MENTION_MISMATCH: Final = Rule(
    code="T014",
    name="date-text-mismatch",
    severity=Severity.ERROR,
    what="A date expression's text equals text[start:end].",
    why="An offset that is off by one points at other words.",
    mend="Correct start and end, in code points.",
)
EVIDENCE_MISSING: Final = Rule(
    code="M010",
    name="provenance-without-value",
    severity=Severity.ERROR,
    what="A value and its provenance stand together: a date with a precision and a source of evidence, or neither.",
    why="A value without evidence is a guess; evidence without a value is an error.",
    mend="State where the value comes from, or take it out.",
)
QUOTE_OUTSIDE: Final = Rule(
    code="Q001",
    name="quote-outside-text",
    severity=Severity.ERROR,
    what="A quotation lies inside the text: 0 <= start < end <= length.",
    why="A span outside the text points at nothing.",
    mend="Correct start and end, in code points.",
)
QUOTE_MISMATCH: Final = Rule(
    code="Q003",
    name="quote-text-mismatch",
    severity=Severity.ERROR,
    what="A quotation's text equals text[start:end] of its article.",
    why="What a speaker is quoted with must be what the article prints.",
    mend="Correct start and end, in code points (not bytes, not UTF-16 units).",
)
CUE_MISMATCH: Final = Rule(
    code="Q004",
    name="cue-text-mismatch",
    severity=Severity.ERROR,
    what="A cue's text equals text[start:end] of its article.",
    why="An offset that is off by one points at other words.",
    mend="Correct start and end, in code points.",
)
SPEAKER_MISMATCH: Final = Rule(
    code="Q005",
    name="speaker-text-mismatch",
    severity=Severity.ERROR,
    what="The text of a speaker, and of a reporter, equals text[start:end] of its article.",
    why="An offset that is off by one names another speaker.",
    mend="Correct start and end, in code points.",
)
SPEAKER_UNKNOWN: Final = Rule(
    code="Q006",
    name="speaker-entity-unknown",
    severity=Severity.ERROR,
    what="speaker_entity and reporter_entity are ids of entities of the same article.",
    why="A reference that leads nowhere loses the speaker.",
    mend="Use the entity's id, or null.",
)
SPEAKER_NAME: Final = Rule(
    code="Q007",
    name="speaker-name-differs",
    severity=Severity.ERROR,
    what="speaker_name is the name of the entity that speaker_entity refers to.",
    why="Counts by name and by entity would differ.",
    mend="Copy the entity's name.",
)
QUOTE_REFERENCE: Final = Rule(
    code="Q008",
    name="quote-reference-unknown",
    severity=Severity.ERROR,
    what="group and nested_in are ids of quotations of the same article.",
    why="A reference that leads nowhere loses the utterance.",
    mend="Use the quotation's id; nested_in may be null.",
)
ATTRIBUTION: Final = Rule(
    code="Q009",
    name="attribution-contradicts",
    severity=Severity.ERROR,
    what="attribution is none exactly where there is no speaker.",
    why="A filter by attribution would keep or lose the wrong quotations.",
    mend="Set attribution to explicit or carried where there is a speaker, else to none.",
)
SCARE_MISMATCH: Final = Rule(
    code="Q010",
    name="scare-text-mismatch",
    severity=Severity.ERROR,
    what="The text of what is quoted without being a quotation equals text[start:end] of its article.",
    why="A title or so-called name that is not where it is said to be cannot be found again.",
    mend="Correct start and end, in code points.",
)
MENTION_MISMATCH: Final = Rule(
    code="E002",
    name="mention-text-mismatch",
    severity=Severity.ERROR,
    what="A mention's text equals text[start:end] of its article.",
    why="An offset that is off by one names something else.",
    mend="Correct start and end, in code points.",
)
MENTIONS_OVERLAP: Final = Rule(
    code="E003",
    name="mentions-overlap",
    severity=Severity.ERROR,
    what="Mentions of an article do not overlap, and stand in order within an entity.",
    why="A word would count twice.",
    mend="Keep the longer of the two mentions.",
)
KEY_TWICE: Final = Rule(
    code="E004",
    name="key-twice",
    severity=Severity.ERROR,
    what="Key and type name one entity of an article only.",
    why="One person would count as two.",
    mend="Join the two entities.",
)
CLAIM_MISMATCH: Final = Rule(
    code="C002",
    name="claim-text-mismatch",
    severity=Severity.ERROR,
    what="A claim's text equals text[start:end], its number lies inside it, and it inside its sentence.",
    why="A number without its words cannot be checked.",
    mend="Correct start and end, in code points.",
)
CLAIM_REFERENCE: Final = Rule(
    code="C003",
    name="claim-reference-unknown",
    severity=Severity.ERROR,
    what="asserted_by and quote_id are ids of the same article.",
    why="A reference that leads nowhere loses who said it.",
    mend="Use the id, or null.",
)
CLAIM_VALUE: Final = Rule(
    code="C004",
    name="claim-value-contradicts",
    severity=Severity.ERROR,
    what="A range has low <= high and no value; a value has no ends, or ends that it lies between.",
    why="A reader would compute with a number that is not there.",
    mend="Set value, or low and high, as the words say.",
)
