"""Rules of form: JSON and TOML themselves, and the published schema."""

from __future__ import annotations

from typing import Final

from corpus_pkg.findings.rule import error, warning

NOT_THE_SCHEMA: Final = error(
    "S001", "not-the-schema",
    "A record follows the published JSON Schema of the version that it declares.",
    "Readers rely on names, types and vocabularies; a value outside them breaks or misleads them.",
    "Compare the value with the rule named in the message; `corpus schema article` prints the whole schema.",
    bad='"mentions": "Anna"',
    good='"mentions": []',
)  # fmt: skip
FIELD_MISSING: Final = error(
    "S002", "field-missing",
    "A record has every field of its schema; what is not known is null.",
    "Readers fill a missing field with null, without a word: unknown and forgotten look alike.",
    "Add the field; null where the value is not known.",
    bad='{"start": 3}',
    good='{"start": 3, "end": 9}',
)  # fmt: skip
FIELD_UNKNOWN: Final = error(
    "S003", "field-unknown",
    "A record has no field that its schema does not know.",
    "Readers drop the field, and what it says is lost.",
    "Correct the name, or take the field out.",
    bad='{"speker": null}',
    good='{"speaker": null}',
)  # fmt: skip
WRONG_TYPE: Final = error(
    "S004", "wrong-type",
    "A value has the type that its schema states.",
    "Readers cast between types, or fail.",
    "Write the value in its type: numbers and true/false without quotation marks.",
    bad='"start": "3"',
    good='"start": 3',
)  # fmt: skip
NOT_A_CHOICE: Final = error(
    "S005", "not-in-vocabulary",
    "A value of a closed vocabulary is one of its spellings.",
    "Filters and counts miss the record.",
    "Use one of the values that the message lists.",
    bad='"source_kind": "blog"',
    good='"source_kind": "outlet"',
)  # fmt: skip
WRONG_FORM: Final = error(
    "S006", "wrong-form",
    "A value has the form that its schema's pattern states.",
    "Ids that are not of the form are not found; digests of another form prove nothing.",
    "Write the value in the form that the message shows.",
    bad='"wikidata": "42"',
    good='"wikidata": "Q42"',
)  # fmt: skip
OUT_OF_RANGE: Final = error(
    "S007", "out-of-range",
    "A number lies between the bounds that its schema states.",
    "An offset below 0 counts from the end; a confidence above 1 is none.",
    "Correct the number.",
    bad='"start": -1',
    good='"start": 0',
)  # fmt: skip
EMPTY_VALUE: Final = error(
    "S008", "empty-value",
    "A text that is not known is null, never empty.",
    'Two spellings of "unknown" make every count wrong.',
    "Write null, or the text.",
    bad='"title": ""',
    good='"title": null',
)  # fmt: skip
NOT_A_DATE: Final = error(
    "S009", "not-a-date",
    "A date is YYYY-MM-DD and a day of the calendar; an instant is RFC 3339 with a zone.",
    "Readers guess at other forms, each in its own way.",
    "Write the day as YYYY-MM-DD.",
    bad='"date": "2025-02-31"',
    good='"date": "2025-02-28"',
)  # fmt: skip
JSON_SYNTAX: Final = error(
    "S010", "json-syntax",
    "A JSON file holds one JSON value (RFC 8259).",
    "What cannot be read cannot be judged.",
    "Mend the file at the place that the message names.",
    bad='{"a": 1,}',
    good='{"a": 1}',
)  # fmt: skip
KEY_TWICE: Final = error(
    "S011", "key-twice-in-object",
    "A JSON object has each of its keys once.",
    "Readers keep the first or the last of the two, without a word.",
    "Remove one of the two.",
    bad='{"a": 1, "a": 2}',
    good='{"a": 1}',
)  # fmt: skip
NOT_FINITE: Final = error(
    "S012", "number-not-finite",
    "A number is finite: NaN and Infinity are no numbers of JSON.",
    "Half the readers refuse the file, the others compute with it.",
    "Write null.",
    bad='"value": NaN',
    good='"value": null',
)  # fmt: skip
TOO_DEEP: Final = error(
    "S013", "nested-too-deeply",
    "A document nests at most 100 levels.",
    "Readers run out of stack.",
    "Flatten the document.",
    bad="[[[[...]]]] with 100,000 brackets",
    good="[]",
)  # fmt: skip
LONE_SURROGATE: Final = error(
    "S014", "lone-surrogate",
    "Text is made of characters: a surrogate of UTF-16 has its partner.",
    "Half a character cannot be written to any file.",
    "Write the whole character.",
    bad='"\\ud83d"',
    good='"\\ud83d\\ude00"',
)  # fmt: skip
HUGE_NUMBER: Final = error(
    "S015", "number-too-large",
    "An integer fits into 64 bits, and a number into a double.",
    "Readers round it, or fail.",
    "Write a number that fits, or put the digits into quotation marks where text is expected.",
    bad='"value": 1e999',
    good='"value": 1e300',
)  # fmt: skip
BYTE_ORDER_MARK: Final = warning(
    "S016", "byte-order-mark",
    "A JSON or TOML file begins with its first character, without a byte order mark.",
    "Some readers refuse it.",
    "Save the file as UTF-8 without BOM.",
    bad="\\ufeff{}",
    good="{}",
)  # fmt: skip
NOT_UTF8: Final = error(
    "S017", "not-utf-8",
    "JSON and TOML files are UTF-8.",
    "Other encodings are read as other characters.",
    "Save the file as UTF-8.",
    bad="caf\\xe9",
    good="café",
)  # fmt: skip
TOML_SYNTAX: Final = error(
    "S018", "toml-syntax",
    "A TOML file follows TOML 1.0.",
    "What cannot be read cannot be judged.",
    "Mend the file at the place that the message names.",
    bad="title = Harbour",
    good='title = "Harbour"',
)  # fmt: skip
NOT_A_RECORD: Final = error(
    "S019", "not-a-record",
    "A line of records is one JSON object, and says which record it is by its fields.",
    "It is not known what to judge it by.",
    "Write one article record a line, as `corpus schema` describes it.",
    bad="[1, 2]",
    good='{"id": "a...", "title": ...}',
)  # fmt: skip
LINE_TOO_LONG: Final = error(
    "S020", "line-too-long",
    "A line of records has at most 10 MB.",
    "It would not fit into a reader's memory.",
    "Write one record a line.",
    bad="A line of 200 MB.",
    good="One article a line.",
)  # fmt: skip
