"""Rules of numeric claims: the number against its words, units, bounds, changes, who states it."""

from __future__ import annotations

from typing import Final

from corpus_pkg.findings.rule import error

CLAIM_OUTSIDE: Final = error(
    "C001", "claim-outside-text",
    "A claim, its number and its sentence lie inside the text: 0 <= start < end <= length.",
    "A span outside the text points at nothing.",
    "Correct start and end, in code points (not bytes, not UTF-16 units).",
    bad='"start": 9, "end": 900 in a text of 80 characters',
    good='"start": 9, "end": 18',
)  # fmt: skip
CLAIM_MISMATCH: Final = error(
    "C002", "claim-text-mismatch",
    "A claim's text equals text[start:end], its number lies inside it, and it inside its sentence.",
    "A number without its words cannot be checked.",
    "Correct start and end, in code points.",
    bad='"text": "41%" at "40%"',
    good='"text": "40%" at "40%"',
)  # fmt: skip
CLAIM_REFERENCE: Final = error(
    "C003", "claim-reference-unknown",
    "asserted_by and quote_id are ids of the same article.",
    "A reference that leads nowhere loses who said it.",
    "Use the id, or null.",
    bad='"asserted_by": an id of another article',
    good='"asserted_by": the id of an entity of this article',
)  # fmt: skip
CLAIM_VALUE: Final = error(
    "C004", "claim-value-contradicts",
    "A range has low <= high and no value; a value has no ends, or ends that it lies between.",
    "A reader would compute with a number that is not there.",
    "Set value, or low and high, as the words say.",
    bad='"value": 5, "modifier": "range"',
    good='"value": null, "low": 4, "high": 6, "modifier": "range"',
)  # fmt: skip
CLAIM_ORDER: Final = error(
    "C005", "claims-out-of-order",
    "Claims stand by start.",
    "Readers that walk through the text miss some.",
    "Build the dataset anew; do not edit its files by hand.",
    bad="[30, 40) before [3, 20)",
    good="[3, 20) before [30, 40)",
)  # fmt: skip
NUMBER_DIFFERS: Final = error(
    "C006", "value-differs-from-number",
    "The value is the number that the words print.",
    "Everybody who computes with the value is wrong.",
    "Write the number as printed, with its scale.",
    bad='"1,200" with "value": 1.2',
    good='"1,200" with "value": 1200',
)  # fmt: skip
UNIT_DIMENSION: Final = error(
    "C007", "unit-contradicts-dimension",
    "The dimension is that of the unit; a dimension has a unit.",
    "Kilometres would be added to kilograms.",
    "Take the dimension that the table of units states for the unit.",
    bad='"unit": "kilometre", "dimension": "mass"',
    good='"unit": "kilometre", "dimension": "length"',
)  # fmt: skip
LOW_OVER_HIGH: Final = error(
    "C008", "low-over-high",
    "low <= high, and the value between them.",
    "No number lies in the range.",
    "Exchange the two.",
    bad='"low": 6, "high": 4',
    good='"low": 4, "high": 6',
)  # fmt: skip
BOUND_WORDS: Final = error(
    "C009", "modifier-contradicts-words",
    "The modifier is what the words of the phrase say; what no word says is equal.",
    "A bound turned round is a false report.",
    "Take the modifier that the words state.",
    bad='"about 40%" with "modifier": "equal"',
    good='"about 40%" with "modifier": "about"',
)  # fmt: skip
KIND_UNIT: Final = error(
    "C010", "kind-contradicts-unit",
    "percent has a unit of proportion, money one of currency, a measure one that measures, an age a unit of age; "
    "a count no measuring unit.",
    "A filter by kind would keep or lose the wrong claims.",
    "Correct the kind, or the unit.",
    bad='"kind": "money", "unit": "percent"',
    good='"kind": "percent", "unit": "percent"',
)  # fmt: skip
CLAIM_QUOTE: Final = error(
    "C011", "claim-outside-its-quote",
    "A claim lies inside the quotation that quote_id names, and one that lies in a quotation names it.",
    "The number would be put into somebody's mouth.",
    "Correct quote_id.",
    bad="claim [40, 50), quote [3, 20)",
    good="claim [5, 9), quote [3, 20)",
)  # fmt: skip
ASSERTER: Final = error(
    "C012", "asserter-contradicts",
    "The words of the asserter stand at their place in the text; asserted_by stands only beside an asserter or a "
    "quotation.",
    "Who states the number cannot be checked.",
    "Point at the words that name who states it.",
    bad='"asserter": null, "asserted_by": "e..." outside quotations',
    good='"asserter": {...}, "asserted_by": "e..."',
)  # fmt: skip
AS_OF: Final = error(
    "C013", "as-of-not-timex3",
    "as_of is a TIMEX3 value, and a day that the calendar has.",
    "Nobody can sort or compare it.",
    "Write it as 2025-02-13, 2025-02, 2025-W07 and so on.",
    bad='"as_of": "last year"',
    good='"as_of": "2024"',
)  # fmt: skip
EXACT: Final = error(
    "C014", "exact-contradicts",
    "exact holds the same number as value, low and high, with all its digits.",
    "Two answers to one question.",
    "Write the digits as printed; null where a double holds them.",
    bad='"value": 5, "exact": "6"',
    good='"exact": null',
)  # fmt: skip
CLAIM_SENTENCE: Final = error(
    "C015", "sentence-unknown",
    "The sentence of a claim is one of the article's sentences.",
    "Joins by sentence lose the claim.",
    "Take the sentence from the article.",
    bad="sentence [3, 40) where the article has [3, 52)",
    good="sentence [3, 52)",
)  # fmt: skip
CHANGE: Final = error(
    "C016", "change-contradicts",
    "change_kind stands where there is a change, and only there.",
    "A filter by change would keep or lose the wrong claims.",
    "State by, from or to beside up or down; null beside none.",
    bad='"change": "none", "change_kind": "by"',
    good='"change": "none", "change_kind": null',
)  # fmt: skip
CLAIMS_OVERLAP: Final = error(
    "C017", "claims-overlap",
    "No two claims share a number's words.",
    "A number would count twice.",
    "Keep one of the two.",
    bad="numbers [3, 6) and [5, 9)",
    good="numbers [3, 6) and [8, 9)",
)  # fmt: skip
VALUE_NOT_FINITE: Final = error(
    "C018", "value-not-finite",
    "Values are finite.",
    "Sums and means are lost.",
    "Write null, or the number.",
    bad='"value": inf',
    good='"value": 1e6',
)  # fmt: skip
NUMBER_OUTSIDE: Final = error(
    "C019", "number-outside-claim",
    "The number's words lie inside the claim, and the claim inside its sentence.",
    "A number without its words cannot be checked.",
    "Correct number, or start and end of the claim.",
    bad="number [30, 32) of the claim [3, 20)",
    good="number [9, 11) of the claim [3, 20)",
)  # fmt: skip
UNIT_TEXT: Final = error(
    "C020", "unit-text-not-printed",
    "unit_text is printed in the claim's sentence, and stands only beside a unit.",
    "The unit was invented.",
    "Copy the unit as printed, or set both to null.",
    bad='"unit_text": "miles" where the text has km',
    good='"unit_text": "km"',
)  # fmt: skip
MEASURED_NOT_PRINTED: Final = error(
    "C021", "measured-not-printed",
    "measured and of are words of the article.",
    "What is said to be measured was invented.",
    "Copy the words as printed.",
    bad='"measured": "boats" where the text has ships',
    good='"measured": "ships"',
)  # fmt: skip
