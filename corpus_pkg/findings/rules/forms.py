"""Rules of the forms that raw articles come in: JSON, tables, pages, archives of the web, feeds, XML."""

from __future__ import annotations

from typing import Final

from corpus_pkg.findings.rule import error, info, warning

FORM_DIFFERS: Final = info(
    "F027", "form-differs-from-name",
    "A file is what its suffix says; it is read as what its content is.",
    "A page saved as .txt would put markup into the text.",
    "Rename the file after its content; it was read as the message says.",
    bad="story.txt that begins with <!DOCTYPE html>",
    good="story.html",
)  # fmt: skip
DAMAGED_STREAM: Final = error(
    "F028", "compressed-data-damaged",
    "A compressed file can be unpacked to its end.",
    "What stood behind the damage is lost; what stood before it was read.",
    "Download or compress the file anew.",
    bad="articles.jsonl.gz, cut in the middle of a transfer",
    good="articles.jsonl.gz, whole",
)  # fmt: skip
UNFOLDS: Final = error(
    "F029", "unfolds-without-end",
    "A compressed file unfolds to at most 200 times its size (or 100 MB).",
    "A file of a few kilobytes could fill memory and disk.",
    "Leave the file out, or give its content uncompressed.",
    bad="ten gigabytes of zeros in ten megabytes of gzip",
    good="text, which shrinks to a third or a tenth",
)  # fmt: skip
FIELDS_GUESSED: Final = info(
    "F030", "fields-by-name",
    "Which field of a record is which is told by its name, or by [mapping] in corpus.toml.",
    "What was taken for the text and the date is shown, so that nobody has to guess what was guessed.",
    'If a field was taken for the wrong thing, state it: [mapping] text = "body".',
    bad="text from `maintext`, date from `date_publish`, and nobody knows",
    good="the same, told",
)  # fmt: skip
TWO_FIELDS: Final = warning(
    "F031", "two-fields-fit",
    "One field of a record holds the text, and one the date.",
    "Two that differ may be the whole and its beginning, or two articles.",
    'State which is meant: [mapping] text = "body" in corpus.toml.',
    bad='{"text": "One story.", "body": "Another story."}',
    good='{"text": "One story."}',
)  # fmt: skip
CUT_TEXT: Final = error(
    "F032", "text-cut-short",
    "A record holds the whole text.",
    "Counts over beginnings are not counts over articles; services that sell the rest mark the cut.",
    "Bring the whole article, or leave it out.",
    bad='"content": "The harbour reopened on ... [+2431 chars]"',
    good='"content": the whole article',
)  # fmt: skip
TAKEN_DOWN: Final = info(
    "F033", "taken-down",
    "What tombstones.toml lists is in no dataset.",
    "Somebody had a right to have it removed.",
    "Nothing: it is left out as asked.",
    bad="an article whose author asked to have it removed, in the next version again",
    good="its address in tombstones.toml",
)  # fmt: skip
BAD_DOCUMENT: Final = error(
    "F034", "bad-json-document",
    "A .json file holds one JSON object, a list of them, or an object with one list of them.",
    "Readers take damaged JSON in different ways, and each would keep other articles.",
    "Mend the file at the place that the message names, or write one article a line (.jsonl).",
    bad='[{"text": "One."}, {"text": "Two."',
    good='[{"text": "One."}, {"text": "Two."}]',
)  # fmt: skip
PACKED_TWICE: Final = error(
    "F036", "archive-in-archive",
    "A file is compressed once, and packs no other files.",
    "Archives within archives can unfold without end, and hide what they hold.",
    "Unpack it, and add the files one by one.",
    bad="articles.tar.gz",
    good="articles.jsonl.gz",
)  # fmt: skip
BAD_MEMBER: Final = error(
    "F042", "archive-member-unusable",
    "A file in a zip archive has a name of its own below the archive, is no link and not encrypted.",
    "A name that climbs out, or a link, leads to files of this machine; of two files of one name nobody knows which "
    "is meant.",
    "Pack the archive anew without the file that the message names; the others were read.",
    bad="../../etc/passwd in articles.zip",
    good="2025/ferry.txt in articles.zip",
)  # fmt: skip
EXTRA_MISSING: Final = error(
    "F037", "extra-not-installed",
    "What a form needs is installed.",
    "Pages and web archives are read by libraries that not everybody needs.",
    "Install the extra that the message names: pip install 'corpus-pkg[html]'.",
    bad="story.html without the extra html",
    good="pip install 'corpus-pkg[html]'",
)  # fmt: skip
TAKEDOWN_UNMET: Final = info(
    "F044", "takedown-of-nothing",
    "What tombstones.toml lists is among what came in, or was never there.",
    "A slip in an address or a digest would let through what somebody had a right to have removed.",
    "Look at the entry, if what it names should be among the sources.",
    bad="an address in tombstones.toml that ends with a slash too many",
    good="the address as the article states it",
)  # fmt: skip
