"""Rules of metadata: dates, sources, rights, and the evidence for them."""

from __future__ import annotations

from typing import Final

from corpus_pkg.findings.rule import error, info, warning

IMPOSSIBLE_DATE: Final = warning(
    "M001", "impossible-date",
    "A publication date lies between 1700 and the day of conversion.",
    "A wrong date poisons every relative date of the article; it is left out (null).",
    "Correct the date in the header or the sidecar.",
    bad='date = "2099-01-01"',
    good='date = "2025-01-01"',
)  # fmt: skip
DATES_DISAGREE: Final = warning(
    "M002", "dates-disagree",
    "All evidence of an article states one publication date.",
    "The strongest evidence was taken; another source in the same file states another day.",
    "State the right date in a sidecar: date = YYYY-MM-DD.",
    bad="Date: 3 March 2025 above MOMBASA, March 4, 2025",
    good="Date: 4 March 2025 above MOMBASA, March 4, 2025",
)  # fmt: skip
EVIDENCE_MISSING: Final = error(
    "M010", "provenance-without-value",
    "A value and its provenance stand together: a date with a precision and a source of evidence, or neither.",
    "A value without evidence is a guess; evidence without a value is an error.",
    "State where the value comes from, or take it out.",
    bad='"date": "2025-03-04", "date_provenance": "none"',
    good='"date": "2025-03-04", "date_provenance": "dateline"',
)  # fmt: skip
DATE_IN_FUTURE: Final = error(
    "M011", "date-in-future",
    "An article was published no later than today, by any time zone.",
    "It is a wrong date, and every relative date of the text is wrong with it.",
    "Correct the date, or leave it out.",
    bad='"date": "2199-01-01"',
    good='"date": "2025-01-01"',
)  # fmt: skip
DATE_TOO_EARLY: Final = error(
    "M012", "date-too-early",
    "An article was published in 1700 or later.",
    "Dates like 1970-01-01 in other calendars and 0001-01-01 stand for unknown ones.",
    "Correct the date, or leave it out.",
    bad='"date": "0001-01-01"',
    good='"date": null',
)  # fmt: skip
DATE_NOT_PROPOSED: Final = error(
    "M013", "date-not-proposed",
    "The date is the proposal that was taken, and its provenance is that proposal's.",
    "The date would rest on no evidence.",
    "State the proposal, or take its date.",
    bad='"date": "2025-03-04" where the header says 3 March',
    good='"date": "2025-03-03"',
)  # fmt: skip
AGREEMENT_COUNT: Final = error(
    "M014", "agreement-miscounted",
    "date_agreement counts the proposals that were taken or agree.",
    "Users filter by it.",
    "Count the proposals whose verdict is taken or agrees.",
    bad='"date_agreement": 3 with two proposals',
    good='"date_agreement": 2',
)  # fmt: skip
INSTANT_DIFFERS: Final = error(
    "M015", "instant-on-another-day",
    "published_at lies on the date, by some time zone.",
    "Sorting by one and by the other gives different orders.",
    "Correct one of the two.",
    bad='"date": "2025-03-04", "published_at": "2025-03-09T08:00:00Z"',
    good='"published_at": "2025-03-04T08:00:00Z"',
)  # fmt: skip
PRECISION: Final = error(
    "M016", "precision-contradicts",
    "A date known to the month is its first day; one known to the year is 1 January, and has no instant.",
    "Precision that is not there is invented.",
    "Set the day to 01, or the precision to day.",
    bad='"date": "2025-03-04", "date_precision": "month"',
    good='"date": "2025-03-01", "date_precision": "month"',
)  # fmt: skip
DATES_DIFFER: Final = warning(
    "M017", "date-proposals-differ",
    "The sources of evidence for the date agree.",
    "One of them is wrong, perhaps the one that was taken.",
    "Look at the article; state the date in a sidecar where it is known.",
    bad="A header of 3 March above a dateline of 4 March.",
    good="Both of 4 March.",
)  # fmt: skip
RIGHTS_MISSING: Final = warning(
    "M018", "rights-missing",
    "An article states its rights, or its dataset a licence.",
    "What may be done with it is not known, so nobody may use it.",
    'Add rights = "CC0-1.0" to the sidecar, or license to corpus.toml.',
    bad='"rights": null in a dataset without a licence',
    good='"rights": {"license": "CC0-1.0", "redistributable": true, "basis": "license", ...}',
)  # fmt: skip
SOURCE_KIND: Final = error(
    "M019", "source-kind-contradicts",
    "source_kind stands where there is a source, and only there; a source that is an agency is the article's "
    "agency.",
    "A filter by kind would keep or lose the wrong articles.",
    "State the kind of the source, or take it out.",
    bad='"source": null, "source_kind": "agency"',
    good='"source": "Reuters", "source_kind": "agency"',
)  # fmt: skip
PLACEHOLDER: Final = error(
    "M021", "placeholder-value",
    'A value that is not known is null, not "None", "null", "N/A", "unknown" or "-".',
    "Dumps write such words, and every count takes them for values.",
    "Write null.",
    bad='"source": "None"',
    good='"source": null',
)  # fmt: skip
AUTHOR: Final = warning(
    "M022", "not-an-author",
    "An author is a name, once: no address, no web page, no number.",
    "Counts by author are wrong.",
    "Give names only, one an author.",
    bad='"authors": ["staff@courier.example"]',
    good='"authors": ["Rosa Winter"]',
)  # fmt: skip
EVIDENCE_REGION: Final = error(
    "M023", "provenance-without-region",
    "Evidence that was read in the raw file is kept as a region, or in the address.",
    "A value that says header without a header cannot be checked.",
    "State where the value really comes from.",
    bad='"date_provenance": "dateline" without a dateline',
    good='"date_provenance": "dateline" with a region dateline',
)  # fmt: skip
LANGUAGE_UNLISTED: Final = warning(
    "M024", "language-not-declared",
    "The language of an article is one of those that its dataset declares.",
    "Users choose datasets by language.",
    "Add the language to languages in corpus.toml.",
    bad='"language": "de" in a dataset of ["en"]',
    good='languages = ["en", "de"]',
)  # fmt: skip
RAW_PATH: Final = error(
    "M025", "raw-path-not-relative",
    "raw_path is relative, with forward slashes, and does not climb out of its source.",
    "It would publish how somebody's disk is laid out.",
    "Build the dataset anew; do not edit its files by hand.",
    bad='"raw_path": "/home/me/story.txt"',
    good='"raw_path": "story.txt"',
)  # fmt: skip
RAW_ENCODING: Final = error(
    "M026", "encoding-unknown",
    "raw_encoding is an encoding that Python knows.",
    "The way back to the raw bytes is not known.",
    "Name the encoding by its standard name.",
    bad='"raw_encoding": "utf-9"',
    good='"raw_encoding": "utf-8"',
)  # fmt: skip
ID_NOT_OF_RAW: Final = error(
    "M027", "id-not-of-content",
    "An article's id is made from the digest of its raw bytes.",
    "The same article would have another id in the next version.",
    "Build the dataset anew; do not edit its files by hand.",
    bad='"id": "a0000000000000000" with another raw_sha256',
    good='"id": "a" and the first 16 digits of raw_sha256',
)  # fmt: skip
TITLE_IN_TEXT: Final = warning(
    "M028", "title-repeated-in-text",
    "The headline is not the first paragraph of the text too.",
    "Names and numbers of the headline count twice.",
    "Take the headline out of the body of the raw file.",
    bad="A first paragraph that is the headline word for word.",
    good="A first paragraph that begins the story.",
)  # fmt: skip
REVIEW_UNSIGNED: Final = error(
    "M029", "review-unsigned",
    "What says reviewed was reviewed by somebody: a correction says who and when.",
    "Anybody could call anything reviewed.",
    "Review it in NAME.annotations.json; the converter marks it.",
    bad='"review": "reviewed" without a correction',
    good='"corrections": [{"by": "Rosa Winter", ...}]',
)  # fmt: skip
ANNOTATOR_DIFFERS: Final = error(
    "M030", "annotator-differs",
    "Every article of a dataset was annotated by the package, mode and models that its manifest names.",
    "Differences between articles would be differences between annotators.",
    "Build the dataset anew; do not edit its files by hand.",
    bad="One shard annotated with another model.",
    good="All articles annotated in one build.",
)  # fmt: skip
RIGHTS_CONTRADICT: Final = error(
    "M031", "rights-contradict",
    "A text that may be passed on names the ground: licence, public domain or permission; no other text does.",
    "Whoever publishes by this field would publish what nobody allowed.",
    "State the licence or the basis, or leave redistributable out.",
    bad='"redistributable": true, "basis": null',
    good='"redistributable": true, "basis": "license", "license": "CC-BY-4.0"',
)  # fmt: skip
NOT_A_CANDIDATE: Final = error(
    "M032", "value-without-candidate",
    "The headline and the address of an article are what one of its candidates states.",
    "A value that nothing states is a guess.",
    "Build the dataset anew; do not edit its files by hand.",
    bad='"title": "Ships leave" without a candidate that was taken',
    good='"candidates": [{"field": "title", "value": "Ships leave", "taken": true, ...}]',
)  # fmt: skip
LAYER_MISSING: Final = error(
    "M033", "layer-not-looked-for",
    "An article has annotations of those layers alone that were looked for in it, or that people added.",
    "Whoever counts by layers would count wrongly.",
    "Build the dataset anew; do not edit its files by hand.",
    bad='"layers": [] and "quotes": [{...}]',
    good='"layers": ["quotes"] and "quotes": [{...}]',
)  # fmt: skip
DATE_UNREADABLE: Final = warning(
    "M034", "date-unreadable",
    "What states a date of publication can be read in one way, and the day exists.",
    "It was left out: 2025-02-31 is no day, and 03/04/2025 is two.",
    "State the date in a sidecar, or mend it: YYYY-MM-DD.",
    bad="Date: 2025-02-31",
    good="Date: 2025-02-28",
)  # fmt: skip
MODIFIED_FIRST: Final = warning(
    "M035", "modified-before-published",
    "An article was published before it was modified.",
    "One of the two is wrong, perhaps the one that was taken for the date.",
    "Look at the article; state the date in a sidecar where it is known.",
    bad="published 2025-03-04, modified 2025-03-01",
    good="published 2025-03-04, modified 2025-03-05",
)  # fmt: skip
NO_MODEL: Final = info(
    "M036", "language-without-rules",
    "An article is in a language that rules and models are there for.",
    "It was kept with its text and metadata; what was not looked for is not among its layers.",
    "Nothing; or name a recogniser that reads its language: --ner spacy:NAME.",
    bad='"language": "de", and the model reads English',
    good='"language": "en"',
)  # fmt: skip
ADDRESS_TWICE: Final = warning(
    "M037", "address-twice",
    "No two articles of a dataset were published at one address.",
    "They are two versions of one article: counts take both.",
    "Keep the newer one, or name the older in tombstones.toml.",
    bad="two articles at https://www.example.org/ferry",
    good="one article at each address",
)  # fmt: skip
RIGHTS_DISAGREE: Final = warning(
    "M038", "rights-disagree",
    "What states the rights in an article says one thing.",
    "One statement opens what another closes; whether the text may be passed on is not known, and it is withheld.",
    "State the rights in a sidecar, if you know them.",
    bad="a link to CC-BY-4.0, and: All rights reserved.",
    good="a link to CC-BY-4.0",
)  # fmt: skip
SOURCES_DISAGREE: Final = warning(
    "M039", "metadata-disagree",
    "Headline, outlet, agency and authors are the same by all that states them.",
    "The strongest evidence was taken; something weaker says another thing, and one of the two is wrong.",
    "Look at the candidates (`corpus inspect FILE`); state the right one in a sidecar.",
    bad='source = "Harbour Courier" in the sidecar of an article that begins Source: Nordwire',
    good='source = "Nordwire"',
)  # fmt: skip
