"""Rules of reviewed annotations: NAME.annotations.json beside an article."""

from __future__ import annotations

from typing import Final

from corpus_pkg.findings.rule import error, warning

TEXT_CHANGED: Final = warning(
    "R001", "text-changed",
    "text_sha256 is the digest of the article's text as it is now.",
    "The article changed after the review: every correction is looked at again.",
    "Look the corrections over and write the new digest.",
    bad='"text_sha256": of the text before it was edited',
    good='"text_sha256": of the text as it is',
)  # fmt: skip
STALE: Final = error(
    "R002", "correction-stale",
    "A correction quotes the words that stand at its start and end.",
    "The article changed: the correction would fall on other words, so it is not applied.",
    "Correct start and end; the message says where the words stand now.",
    bad='"start": 11, "text": "farce" where the text has "alarm" there',
    good='"start": 25, "text": "farce"',
)  # fmt: skip
TARGET_UNKNOWN: Final = error(
    "R003", "correction-without-target",
    "change, remove and confirm name a record that the annotator found.",
    "There is nothing to correct, so the review is lost.",
    "Use add, or correct the address; `corpus show` lists the records.",
    bad='"action": "remove" of a quotation that is not found',
    good='"action": "remove" of one that is',
)  # fmt: skip
CONFLICT: Final = error(
    "R004", "corrections-conflict",
    "One record has one correction.",
    "It is not known which of the two holds; neither is applied.",
    "Keep one of the two.",
    bad="change and remove of one quotation",
    good="change of it alone",
)  # fmt: skip
ALREADY_THERE: Final = warning(
    "R005", "added-record-exists",
    "add brings a record that the annotator did not find.",
    "It is there already, so nothing is added.",
    "Use confirm, or change.",
    bad='"action": "add" of a quotation that was found',
    good='"action": "confirm"',
)  # fmt: skip
ADDRESS_DIFFERS: Final = error(
    "R006", "id-contradicts-span",
    "The id of a correction is that of the record at its start and end.",
    "It is not known which of the two is meant, so it is not applied.",
    "Leave the id out, or correct it.",
    bad='"id": of another quotation than the one at [11, 16)',
    good='"id": of the one at [11, 16)',
)  # fmt: skip
UNSOUND_RESULT: Final = error(
    "R007", "correction-unsound",
    "An article is sound with its corrections applied.",
    "A correction must not break what the rules prove; the article keeps its automatic annotations.",
    "Mend the correction that the message names.",
    bad='"set": {"attribution": "none"} beside a speaker',
    good='"set": {"speaker": null, "attribution": "none"}',
)  # fmt: skip
REVIEW_DATE: Final = error(
    "R008", "review-date",
    "A correction was made on a day between 2000 and today.",
    "A review from the future was not made.",
    "Write the day of the review as YYYY-MM-DD.",
    bad='"on": "2199-01-01"',
    good='"on": "2026-11-20"',
)  # fmt: skip
NOTHING_CHANGES: Final = warning(
    "R009", "nothing-changes",
    "A change changes something.",
    "The record says already what the correction wants.",
    "Use confirm.",
    bad='"set": {"kind": "direct"} of a direct quotation',
    good='"action": "confirm"',
)  # fmt: skip
SET_UNKNOWN: Final = error(
    "R010", "set-unknown-field",
    "set names fields that its kind of record has and that a person may correct.",
    "The correction would be lost.",
    "Use the names that the message lists.",
    bad='"set": {"speker": null}',
    good='"set": {"speaker": null}',
)  # fmt: skip
SET_REQUIRED: Final = error(
    "R011", "set-misplaced",
    "change and add say what is to hold in set; remove and confirm have none.",
    "It is not known what is wanted.",
    "Add set, or take it out.",
    bad='"action": "change" without set',
    good='"action": "change", "set": {"kind": "partial"}',
)  # fmt: skip
VERSION_OF_ANNOTATIONS: Final = error(
    "R012", "annotations-version",
    "schema_version of reviewed annotations is one that this package knows.",
    "They are judged by the rules of the version that they declare.",
    "Write the version that `corpus --version` prints.",
    bad='"schema_version": "9.9.9"',
    good='"schema_version": "0.1.0"',
)  # fmt: skip
