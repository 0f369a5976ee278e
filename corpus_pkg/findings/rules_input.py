"""Rules of the way in: files that cannot be read, and what normalisation altered."""

from __future__ import annotations

from typing import Final

from corpus_pkg.findings.rule import Rule, Severity

EMPTY_FILE: Final = Rule(
    code="F001",
    name="empty-file",
    severity=Severity.ERROR,
    what="A raw file holds at least one visible character.",
    why="An empty article would be a row without text, which no user can tell from lost data.",
    mend="Put the article's text into the file, or remove the file.",
)
BINARY_FILE: Final = Rule(
    code="F002",
    name="binary-file",
    severity=Severity.ERROR,
    what="A raw file is text.",
    why="Bytes that are not text cannot be an article; decoding them would invent characters.",
    mend="Save the article as UTF-8 text, or remove the file.",
)
UNDECODABLE_FILE: Final = Rule(
    code="F003",
    name="undecodable-file",
    severity=Severity.ERROR,
    what="A raw file is UTF-8, UTF-16, cp1252, or in the encoding that its sidecar declares.",
    why="A guessed encoding changes what people said.",
    mend='Save the file as UTF-8, or state its encoding in the sidecar: encoding = "...".',
)
LINK_LOOP: Final = Rule(
    code="F004",
    name="link-loop",
    severity=Severity.ERROR,
    what="A symbolic link leads to a file or folder that exists and does not contain the link.",
    why="A loop has no end, and a dangling link has no text.",
    mend="Remove the link, or point it at the file itself.",
)
UNREADABLE_FILE: Final = Rule(
    code="F005",
    name="unreadable-file",
    severity=Severity.ERROR,
    what="A raw file or folder may be read.",
    why="What cannot be read cannot be converted, and a build must not depend on who runs it.",
    mend="Give read permission: chmod a+r FILE (for a folder, chmod a+rx).",
)
UNKNOWN_FORMAT: Final = Rule(
    code="F006",
    name="unknown-format",
    severity=Severity.ERROR,
    what="A raw file is plain text (.txt) or JSON Lines (.jsonl, .ndjson).",
    why="Text taken from an unknown format would hold markup as if it were the article.",
    mend="Export the article as .txt or .jsonl, or move the file out of the folder.",
)
BAD_JSON: Final = Rule(
    code="F007",
    name="bad-json-line",
    severity=Severity.ERROR,
    what="A line of a JSON Lines file is one JSON object with unique keys and finite numbers, in valid Unicode.",
    why="Readers take a damaged line in different ways, and each would keep another article.",
    mend="Mend the line; everything else in the file was read.",
)
NO_TEXT: Final = Rule(
    code="F008",
    name="record-without-text",
    severity=Severity.ERROR,
    what="A JSON Lines record names its body text, content, body or article, and it is a string with words.",
    why="A record without text is no article.",
    mend='Add the field "text".',
)
DUPLICATE: Final = Rule(
    code="F009",
    name="duplicate-article",
    severity=Severity.ERROR,
    what="No two raw articles have the same bytes.",
    why="Ids come from the bytes: two would be one, and counts would double.",
    mend="Remove one of the two.",
)
BAD_SIDECAR: Final = Rule(
    code="F010",
    name="bad-sidecar",
    severity=Severity.ERROR,
    what="A sidecar NAME.meta.toml is valid TOML with known keys and values of the right type.",
    why="Metadata that is misread would be stated as given.",
    mend="Mend the sidecar; `corpus explain F010` lists the keys: title, date, source, source_kind, agency, url, "
    "authors, language, rights, encoding.",
)
LONE_SIDECAR: Final = Rule(
    code="F011",
    name="sidecar-without-article",
    severity=Severity.ERROR,
    what="A sidecar NAME.meta.toml stands beside the article NAME.txt.",
    why="What it says would be lost without a word.",
    mend="Rename the sidecar after its article, or remove it.",
)
HIDDEN_FILE: Final = Rule(
    code="F012",
    name="hidden-file-skipped",
    severity=Severity.INFO,
    what="Hidden files and folders (.NAME) are not articles.",
    why="Version control and editors keep files of their own there.",
    mend="Rename it if it is an article; else nothing.",
)
TOO_LARGE: Final = Rule(
    code="F013",
    name="article-too-large",
    severity=Severity.ERROR,
    what="One article is at most 10 MB of raw text.",
    why="No news article is so long; it is an archive or a dump, and one cell of it would break readers.",
    mend="Split the file into articles, or convert it to JSON Lines.",
)
NO_BODY: Final = Rule(
    code="F014",
    name="no-body",
    severity=Severity.ERROR,
    what="Something is left for the body when headline, byline, dateline and tail are taken away.",
    why="A file of headers alone is no article.",
    mend="Add the article's text below the header.",
)
BAD_FIELD: Final = Rule(
    code="F015",
    name="unusable-field",
    severity=Severity.WARNING,
    what="A metadata value can be read for what its field is: a date, a URL, a list of names.",
    why="The value is left out of the record (null), not guessed.",
    mend="Write dates as YYYY-MM-DD or RFC 3339, URLs with http(s)://, authors as a list of names.",
)
FAILED: Final = Rule(
    code="F016",
    name="failed-article",
    severity=Severity.ERROR,
    what="Every article that can be read can be annotated.",
    why="One article that defeats the annotator must not stop the others, nor vanish.",
    mend="Report the article to the maintainers, with the message; the rest was converted.",
)
UNUSABLE_NAME: Final = Rule(
    code="F017",
    name="unusable-file-name",
    severity=Severity.ERROR,
    what="The name of a file or folder is UTF-8 without control characters.",
    why="The name goes into the record as the article's origin; bytes that are no characters cannot.",
    mend="Rename the file or folder.",
)
IMPOSSIBLE_DATE: Final = Rule(
    code="M001",
    name="impossible-date",
    severity=Severity.WARNING,
    what="A publication date lies between 1700 and the day of conversion.",
    why="A wrong date poisons every relative date of the article; it is left out (null).",
    mend="Correct the date in the header or the sidecar.",
)
DATES_DISAGREE: Final = Rule(
    code="M002",
    name="dates-disagree",
    severity=Severity.WARNING,
    what="All evidence of an article states one publication date.",
    why="The strongest evidence was taken; another source in the same file states another day.",
    mend="State the right date in a sidecar: date = YYYY-MM-DD.",
)
MOJIBAKE: Final = Rule(
    code="T001",
    name="mojibake-repaired",
    severity=Severity.INFO,
    what="Text was decoded by the encoding it was written in.",
    why="Characters that were decoded wrongly twice were put right; the edit list keeps the raw ones.",
    mend="Nothing; or save the raw file anew as UTF-8.",
)
CONTROLS: Final = Rule(
    code="T002",
    name="control-characters-removed",
    severity=Severity.INFO,
    what="Text holds no control characters but line ends and tabs.",
    why="They are not read by people and break readers; the edit list keeps them.",
    mend="Nothing.",
)
INVISIBLE: Final = Rule(
    code="T003",
    name="invisible-characters-removed",
    severity=Severity.INFO,
    what="Text holds no soft hyphens, zero-width spaces, byte order marks or direction marks.",
    why="They part words that readers see as one; the edit list keeps them.",
    mend="Nothing.",
)
SPACES: Final = Rule(
    code="T004",
    name="spaces-normalised",
    severity=Severity.INFO,
    what="Spaces between words are U+0020.",
    why="A no-break space hides a word boundary from most tools; the edit list keeps it.",
    mend="Nothing.",
)
LINE_ENDS: Final = Rule(
    code="T005",
    name="line-ends-normalised",
    severity=Severity.INFO,
    what="Lines end with U+000A.",
    why="Other line ends count as one or two characters by platform; the edit list keeps them.",
    mend="Nothing.",
)
COMPOSED: Final = Rule(
    code="T006",
    name="characters-composed",
    severity=Severity.INFO,
    what="A letter with its accents is in Unicode's composed form (NFC).",
    why="The same word in two forms compares as different; the edit list keeps the raw form.",
    mend="Nothing.",
)
