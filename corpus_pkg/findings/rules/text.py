"""Rules of the text of an article and its structure."""

from __future__ import annotations

from typing import Final

from corpus_pkg.findings.rule import error, warning

EDITS_UNSOUND: Final = error(
    "T010", "edits-unsound",
    "The edit list is sorted, without overlap, and inside the text.",
    "Only then does it lead from the text back to the raw characters.",
    "Build the dataset anew; do not edit its files by hand.",
    bad='"edits": [{"start": 900, "length": 1, "raw": "x"}] on 80 characters',
    good='"edits": []',
)  # fmt: skip
RAW_NOT_RESTORED: Final = error(
    "T011", "raw-not-restored",
    "Text and edit list give back the raw bytes: their sha256 is raw_sha256.",
    "Otherwise the text is not the one that was brought in.",
    "Take the text from the raw file again; a changed text needs a new build.",
    bad="A word of `text` changed by hand.",
    good="The text as the raw file has it.",
)  # fmt: skip
REGION_MISMATCH: Final = error(
    "T012", "region-mismatch",
    "A region's text is what the raw characters say at its place.",
    "A region that says something else is no evidence.",
    "Build the dataset anew; do not edit its files by hand.",
    bad='"text": "LAGOS" where the file has ABUJA',
    good='"text": "ABUJA"',
)  # fmt: skip
STRUCTURE: Final = error(
    "T013", "structure-out-of-order",
    "Paragraphs and sentences are in order, without overlap, inside the text, and no sentence crosses a "
    "paragraph.",
    "Offsets outside the text or out of order break every reader that slices.",
    "Build the dataset anew; do not edit its files by hand.",
    bad='"sentences": [{"start": 5, "end": 3}]',
    good='"sentences": [{"start": 0, "end": 9}]',
)  # fmt: skip
DATE_MENTION_MISMATCH: Final = error(
    "T014", "date-text-mismatch",
    "A date expression's text equals text[start:end].",
    "An offset that is off by one points at other words.",
    "Correct start and end, in code points.",
    bad='"text": "on Friday" at [3, 9)',
    good='"text": "Friday" at [3, 9)',
)  # fmt: skip
TEXT_CONTROLS: Final = error(
    "T015", "control-character-in-text",
    "The text holds no control, invisible or direction characters and no spaces but U+0020.",
    "They part words unseen and turn text around on the screen; normalisation takes them out and keeps them in "
    "the edit list.",
    "Build the dataset anew; do not edit its files by hand.",
    bad="har\\u200bbour",
    good="harbour",
)  # fmt: skip
TEXT_NOT_COMPOSED: Final = error(
    "T016", "text-not-composed",
    "The text is in Unicode's composed form (NFC), but for single characters that have none.",
    "The same word in two forms compares as different.",
    "Build the dataset anew; do not edit its files by hand.",
    bad="e\\u0301",
    good="é",
)  # fmt: skip
TEXT_MOJIBAKE: Final = warning(
    "T017", "mojibake-in-text",
    "The text was decoded by the encoding it was written in.",
    "Names and quotations with such letters are not found.",
    "Bring the raw file in its right encoding; state it in the sidecar.",
    bad="cafÃ©",
    good="café",
)  # fmt: skip
TEXT_BOILERPLATE: Final = warning(
    "T018", "boilerplate-in-text",
    "The text is the article: no paragraph asks to subscribe, share, sign up, read more, or states a copyright.",
    "Counts of words and names are those of the web page.",
    "Take the paragraph out of the raw file, or report the form to the maintainers.",
    bad="Sign up for our newsletter",
    good="The harbour reopened on Friday.",
)  # fmt: skip
TEXT_SHORT: Final = warning(
    "T019", "text-too-short",
    "An article has at least five words.",
    "A headline or a caption alone is no article.",
    "Bring the whole article, or leave it out.",
    bad="Photo: AFP",
    good="Harbour workers returned to Lagos on Friday.",
)  # fmt: skip
TEXT_EDGES: Final = error(
    "T020", "white-space-at-edge",
    "The text neither begins nor ends with white space.",
    "Offsets of the first sentence would differ between readers that strip.",
    "Build the dataset anew; do not edit its files by hand.",
    bad="\\nThe harbour",
    good="The harbour",
)  # fmt: skip
TEXT_REPLACEMENT: Final = warning(
    "T021", "replacement-character",
    "The text holds no U+FFFD: no character was lost before the article came.",
    "What people said is not known at that place.",
    "Bring the article from a source where it is whole.",
    bad="caf\\ufffd",
    good="café",
)  # fmt: skip
TEXT_UNCOVERED: Final = error(
    "T022", "text-outside-paragraphs",
    "Every word of the text lies in a paragraph and in a sentence.",
    "Analyses by sentence would leave words out.",
    "Build the dataset anew; do not edit its files by hand.",
    bad="Sentences that leave out the last words.",
    good="Sentences up to the last full stop.",
)  # fmt: skip
PARAGRAPH_TWICE: Final = warning(
    "T023", "paragraph-twice",
    "No paragraph of more than 80 characters stands twice in an article.",
    "Counts double; mostly a page was copied twice.",
    "Remove one of the two from the raw file.",
    bad="The same paragraph at the top and at the end.",
    good="Each paragraph once.",
)  # fmt: skip
LANGUAGE_DIFFERS: Final = warning(
    "T024", "language-differs",
    "A text that is said to be English reads as English.",
    "Rules for English find nonsense in other languages.",
    'State the language: language = "de" in the sidecar.',
    bad='"language": "en" on "Der Hafen ist wieder offen."',
    good='"language": "de"',
)  # fmt: skip
DATE_ORDER: Final = error(
    "T025", "dates-out-of-order",
    "Expressions of time stand in order, without overlap.",
    "Readers that walk through the text miss some.",
    "Build the dataset anew; do not edit its files by hand.",
    bad="[9, 12) before [3, 6)",
    good="[3, 6) before [9, 12)",
)  # fmt: skip
DATE_VALUE: Final = error(
    "T026", "not-timex3",
    "The value of an expression of time is a TIMEX3 value, and a day that the calendar has.",
    "Nobody can sort or compare it.",
    "Write it as 2025-02-13, 2025-02, 2025-W07, P3D, T14:30 and so on.",
    bad='"value": "13.2.2025"',
    good='"value": "2025-02-13"',
)  # fmt: skip
DATE_UNRESOLVED: Final = error(
    "T027", "resolved-without-date",
    "Where the publication date is not known, no expression that hangs on it is resolved.",
    "A day counted from nothing is invented.",
    "Set resolved to false.",
    bad='"text": "Friday", "resolved": true in an article without a date',
    good='"resolved": false',
)  # fmt: skip
CAPITALS: Final = warning(
    "T028", "text-in-capitals",
    "A text of more than forty letters has small ones.",
    "Names, sentences and quotations are told by capitals; in a text of capitals alone half of them are missed.",
    "Bring the text as its outlet printed it; old wires have no other.",
    bad="THE HARBOUR REOPENED ON FRIDAY, OFFICIALS SAID, AND THE SHIPS LEFT.",
    good="The harbour reopened on Friday, officials said, and the ships left.",
)  # fmt: skip
SCARE_MISMATCH: Final = error(
    "Q010", "scare-text-mismatch",
    "The text of what is quoted without being a quotation equals text[start:end] of its article.",
    "A title or so-called name that is not where it is said to be cannot be found again.",
    "Correct start and end, in code points.",
    bad='"text": "Titanik" at [4, 11)',
    good='"text": "Titanic" at [4, 11)',
)  # fmt: skip
TEXT_LENGTH: Final = error(
    "T030", "text-length-differs",
    "text_length is the number of code points of the text.",
    "Readers that have no text check offsets against it.",
    "Build the dataset anew; do not edit its files by hand.",
    bad="text_length 2 beside a text of 1,200 code points",
    good="text_length 1200",
    since="0.2.0",
)  # fmt: skip
TEXT_DIGEST: Final = error(
    "T031", "text-digest-differs",
    "text_sha256 is the sha256 of the text in UTF-8.",
    "A text that was changed by hand, or cut, would pass for the one that was annotated.",
    "Build the dataset anew; do not edit its files by hand.",
    bad="text_sha256 of another text",
    good="text_sha256 of the text",
    since="0.2.0",
)  # fmt: skip
WITHHELD_WORDS: Final = error(
    "T032", "withheld-words",
    "Where the text is withheld quotations, regions and edits have no words, and no record more than ten.",
    "What may not be passed on would be passed on in pieces.",
    "Build it with `corpus convert --withhold-text`.",
    bad="A quotation in words beside a text that is null",
    good="Its start and end alone",
    since="0.2.0",
)  # fmt: skip
WITHHELD_OFFSET: Final = error(
    "T033", "withheld-offset",
    "Where the text is withheld every stretch lies within its stated length.",
    "Whoever puts the text back would read past its end.",
    "Build it with `corpus convert --withhold-text`.",
    bad="[1190, 1210) in a text of 1,200 code points",
    good="[1190, 1200)",
    since="0.2.0",
)  # fmt: skip
WORDS_MISSING: Final = error(
    "T034", "words-missing",
    "Where the text is there, every record has its words.",
    "Readers of the flat tables do not know what was said.",
    "Build the dataset anew, or put the texts back with `corpus rehydrate`.",
    bad="A quotation whose text is null in an article whose text is not",
    good='"text": "We will sign on Friday"',
    since="0.2.0",
)  # fmt: skip
