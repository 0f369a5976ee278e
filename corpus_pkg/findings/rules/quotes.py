"""Rules of quotations: where they stand, who speaks, what holds between them."""

from __future__ import annotations

from typing import Final

from corpus_pkg.findings.rule import error, warning

QUOTE_OUTSIDE: Final = error(
    "Q001", "quote-outside-text",
    "A quotation lies inside the text: 0 <= start < end <= length.",
    "A span outside the text points at nothing.",
    "Correct start and end, in code points.",
    bad='"start": 9, "end": 900 in a text of 80 characters',
    good='"start": 9, "end": 24',
)  # fmt: skip
QUOTES_OVERLAP: Final = error(
    "Q002", "quotes-overlap",
    "Two quotations do not overlap, unless one says that it is nested in the other, or is the reported clause "
    "around it; no two have one stretch.",
    "The same words would count as said twice.",
    "Correct the ends, or set nested_in.",
    bad="[3, 20) and [15, 30)",
    good="[3, 20) and [22, 30)",
)  # fmt: skip
QUOTE_MISMATCH: Final = error(
    "Q003", "quote-text-mismatch",
    "A quotation's text equals text[start:end] of its article.",
    "What a speaker is quoted with must be what the article prints.",
    "Correct start and end, in code points (not bytes, not UTF-16 units).",
    bad='"text": "a farse" at [11, 18)',
    good='"text": "a farce" at [11, 18)',
)  # fmt: skip
CUE_MISMATCH: Final = error(
    "Q004", "cue-text-mismatch",
    "A cue's text equals text[start:end] of its article.",
    "An offset that is off by one points at other words.",
    "Correct start and end, in code points.",
    bad='"cue": {"start": 3, "end": 6, "text": "said"}',
    good='"cue": {"start": 3, "end": 7, "text": "said"}',
)  # fmt: skip
SPEAKER_MISMATCH: Final = error(
    "Q005", "speaker-text-mismatch",
    "The text of a speaker, and of a reporter, equals text[start:end] of its article.",
    "An offset that is off by one names another speaker.",
    "Correct start and end, in code points.",
    bad='"speaker": {"text": "Lindholn", ...}',
    good='"speaker": {"text": "Lindholm", ...}',
)  # fmt: skip
SPEAKER_UNKNOWN: Final = error(
    "Q006", "speaker-entity-unknown",
    "speaker_entity and reporter_entity are ids of entities of the same article.",
    "A reference that leads nowhere loses the speaker.",
    "Use the entity's id, or null.",
    bad='"speaker_entity": an id of another article',
    good='"speaker_entity": the id of an entity of this article',
)  # fmt: skip
SPEAKER_NAME: Final = error(
    "Q007", "speaker-name-differs",
    "speaker_name is the name of the entity that speaker_entity refers to.",
    "Counts by name and by entity would differ.",
    "Copy the entity's name.",
    bad='"speaker_name": "Lindholm" where the entity is Anna Lindholm',
    good='"speaker_name": "Anna Lindholm"',
)  # fmt: skip
QUOTE_REFERENCE: Final = error(
    "Q008", "quote-reference-unknown",
    "group and nested_in are ids of quotations of the same article.",
    "A reference that leads nowhere loses the utterance.",
    "Use the quotation's id; nested_in may be null.",
    bad='"nested_in": an id that no quotation has',
    good='"nested_in": null',
)  # fmt: skip
ATTRIBUTION: Final = error(
    "Q009", "attribution-contradicts",
    "attribution is none exactly where there is no speaker.",
    "A filter by attribution would keep or lose the wrong quotations.",
    "Set attribution to explicit or carried where there is a speaker, else to none.",
    bad='"attribution": "none" beside a speaker',
    good='"attribution": "explicit"',
)  # fmt: skip
QUOTE_ORDER: Final = error(
    "Q011", "quotes-out-of-order",
    "Quotations stand by start; of two with one start the longer comes first.",
    "Readers that walk through the text miss some.",
    "Build the dataset anew; do not edit its files by hand.",
    bad="[30, 40) before [3, 20)",
    good="[3, 20) before [30, 40)",
)  # fmt: skip
NESTED_OUTSIDE: Final = error(
    "Q012", "nested-outside",
    "A nested quotation lies inside the one that it is nested in, and none is nested in itself.",
    "Reading outwards would never end, or lead to other words.",
    "Correct nested_in.",
    bad="[3, 20) nested in [30, 40)",
    good="[33, 38) nested in [30, 40)",
)  # fmt: skip
NOT_IN_MARKS: Final = warning(
    "Q013", "not-in-quotation-marks",
    "A direct or partial quotation is bounded by quotation marks, a dash, a line of a transcript, or a "
    "paragraph's edge.",
    "Words that nobody put in marks would be quoted.",
    "Correct start and end; for reported speech use kind indirect.",
    bad='kind direct at "the talks had failed" without marks',
    good="kind indirect, or the words inside the marks",
)  # fmt: skip
GROUP: Final = error(
    "Q014", "group-contradicts",
    "group is the id of the first part of the utterance; the first part's group is its own id, and all parts "
    "have one speaker.",
    "Parts cannot be put together.",
    "Set group to the id of the first part.",
    bad='"group": the id of a later part',
    good='"group": the id of the first part',
)  # fmt: skip
SPEAKER_INSIDE: Final = error(
    "Q015", "speaker-inside-quote",
    "The words that name the speaker stand outside a quotation in marks.",
    "A name that the speaker mentions is not the speaker.",
    "Point at the name beside the quotation, or set speaker to null.",
    bad="speaker [5, 10) of the quotation [3, 20)",
    good="speaker [25, 30) of the quotation [3, 20)",
)  # fmt: skip
CUE_INSIDE: Final = error(
    "Q016", "cue-inside-quote",
    "The cue stands outside the quotation.",
    "A verb that was said is not the verb that reports.",
    "Point at the verb beside the quotation, or set cue to null.",
    bad="cue [5, 9) of the quotation [3, 20)",
    good="cue [22, 26) of the quotation [3, 20)",
)  # fmt: skip
SPEAKERLESS: Final = error(
    "Q017", "name-without-speaker",
    "speaker_entity and speaker_name stand together, and only where there is a speaker; so do reporter and "
    "reporter_entity.",
    "A name without words in the text has no evidence.",
    "Point at the words that name the speaker, or take the name out.",
    bad='"speaker": null, "speaker_name": "Anna Lindholm"',
    good='"speaker": {...}, "speaker_name": "Anna Lindholm"',
)  # fmt: skip
SPEAKER_KIND: Final = error(
    "Q018", "speaker-kind-contradicts",
    "A speaker of kind pronoun is a pronoun, and a pronoun is of kind pronoun.",
    "A filter by kind would keep or lose the wrong quotations.",
    "Correct the kind.",
    bad='"text": "she", "kind": "name"',
    good='"text": "she", "kind": "pronoun"',
)  # fmt: skip
