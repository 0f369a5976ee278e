"""Rules of files: what cannot be read as an article, and what does not belong beside one."""

from __future__ import annotations

from typing import Final

from corpus_pkg.findings.rule import error, info, warning

EMPTY_FILE: Final = error(
    "F001", "empty-file",
    "A raw file holds at least one visible character.",
    "An empty article would be a row without text, which no user can tell from lost data.",
    "Put the article's text into the file, or remove the file.",
    bad="A file of 0 bytes, or of line ends alone.",
    good="The article's text, in UTF-8.",
)  # fmt: skip
BINARY_FILE: Final = error(
    "F002", "binary-file",
    "A raw file is text.",
    "Bytes that are not text cannot be an article; decoding them would invent characters.",
    "Save the article as UTF-8 text, or remove the file.",
    bad="A photograph saved as story.txt.",
    good="The story as text.",
)  # fmt: skip
UNDECODABLE_FILE: Final = error(
    "F003", "undecodable-file",
    "A raw file is UTF-8, UTF-16, cp1252, or in the encoding that its sidecar declares.",
    "A guessed encoding changes what people said.",
    'Save the file as UTF-8, or state its encoding in the sidecar: encoding = "...".',
    bad="A file in an undeclared Mac encoding.",
    good='encoding = "mac-roman" in its sidecar, or the file saved as UTF-8.',
)  # fmt: skip
LINK_LOOP: Final = error(
    "F004", "link-loop",
    "A symbolic link leads to a file or folder that exists and does not contain the link.",
    "A loop has no end, and a dangling link has no text.",
    "Remove the link, or point it at the file itself.",
    bad="seeds/all -> seeds",
    good="No link, or a link to a file.",
)  # fmt: skip
UNREADABLE_FILE: Final = error(
    "F005", "unreadable-file",
    "A raw file or folder may be read.",
    "What cannot be read cannot be converted, and a build must not depend on who runs it.",
    "Give read permission: chmod a+r FILE (for a folder, chmod a+rx).",
    bad="-rw------- without read permission for anyone (mode 0000).",
    good="-rw-r--r--",
)  # fmt: skip
UNKNOWN_FORMAT: Final = error(
    "F006", "unknown-format",
    "A raw file is plain text (.txt) or JSON Lines (.jsonl, .ndjson).",
    "Text taken from an unknown format would hold markup as if it were the article.",
    "Export the article as .txt or .jsonl, or move the file out of the folder.",
    bad="story.docx",
    good="story.txt",
)  # fmt: skip
BAD_JSON: Final = error(
    "F007", "bad-json-line",
    "A line of a JSON Lines file is one JSON object with unique keys and finite numbers, in valid Unicode.",
    "Readers take a damaged line in different ways, and each would keep another article.",
    "Mend the line; everything else in the file was read.",
    bad='{"text": "One."',
    good='{"text": "One."}',
)  # fmt: skip
NO_TEXT: Final = error(
    "F008", "record-without-text",
    "A JSON Lines record names its body text, content, body or article, and it is a string with words.",
    "A record without text is no article.",
    'Add the field "text".',
    bad='{"title": "A headline alone"}',
    good='{"title": "A headline", "text": "The story."}',
)  # fmt: skip
DUPLICATE: Final = error(
    "F009", "duplicate-article",
    "No two raw articles have the same bytes.",
    "Ids come from the bytes: two would be one, and counts would double.",
    "Remove one of the two.",
    bad="story.txt and copy-of-story.txt with the same bytes.",
    good="story.txt alone.",
)  # fmt: skip
BAD_SIDECAR: Final = error(
    "F010", "bad-sidecar",
    "A sidecar NAME.meta.toml is valid TOML with known keys and values of the right type.",
    "Metadata that is misread would be stated as given.",
    "Mend the sidecar; `corpus explain F010` lists the keys: title, date, source, source_kind, agency, url, "
    "authors, language, rights, encoding.",
    bad='titel = "Harbour reopens"',
    good='title = "Harbour reopens"',
)  # fmt: skip
LONE_SIDECAR: Final = error(
    "F011", "sidecar-without-article",
    "A sidecar NAME.meta.toml stands beside the article NAME.txt.",
    "What it says would be lost without a word.",
    "Rename the sidecar after its article, or remove it.",
    bad="story.meta.toml without story.txt",
    good="story.meta.toml beside story.txt",
)  # fmt: skip
HIDDEN_FILE: Final = info(
    "F012", "hidden-file-skipped",
    "Hidden files and folders (.NAME) are not articles.",
    "Version control and editors keep files of their own there.",
    "Rename it if it is an article; else nothing.",
    bad=".story.txt.swp",
    good="story.txt",
)  # fmt: skip
TOO_LARGE: Final = error(
    "F013", "article-too-large",
    "One article is at most 10 MB of raw text.",
    "No news article is so long; it is an archive or a dump, and one cell of it would break readers.",
    "Split the file into articles, or convert it to JSON Lines.",
    bad="A dump of 40 MB as one .txt file.",
    good="One file, or one line of JSON Lines, for each article.",
)  # fmt: skip
NO_BODY: Final = error(
    "F014", "no-body",
    "Something is left for the body when headline, byline, dateline and tail are taken away.",
    "A file of headers alone is no article.",
    "Add the article's text below the header.",
    bad="Date: 2 March 2025",
    good="Date: 2 March 2025, a blank line, and the story.",
)  # fmt: skip
BAD_FIELD: Final = warning(
    "F015", "unusable-field",
    "A metadata value can be read for what its field is: a date, a URL, a list of names.",
    "The value is left out of the record (null), not guessed.",
    "Write dates as YYYY-MM-DD or RFC 3339, URLs with http(s)://, authors as a list of names.",
    bad='date = "last week"',
    good='date = "2025-03-02"',
)  # fmt: skip
FAILED: Final = error(
    "F016", "failed-article",
    "Every article that can be read can be annotated.",
    "One article that defeats the annotator must not stop the others, nor vanish.",
    "Report the article to the maintainers, with the message; the rest was converted.",
    bad="An article on which the annotator fails.",
    good="The same article with an annotator that was mended.",
)  # fmt: skip
ENDS_WORKER: Final = error(
    "F077", "article-ends-worker",
    "Every article can be annotated with the memory that a worker has.",
    "One article that a worker does not survive must not stop the others, nor vanish.",
    "Give the build more memory or fewer workers and run it again: all else is kept; or report the article.",
    bad="An article on which each worker runs out of memory.",
    good="The same article where there is memory for it.",
)  # fmt: skip
UNUSABLE_NAME: Final = error(
    "F017", "unusable-file-name",
    "The name of a file or folder is UTF-8 without control characters.",
    "The name goes into the record as the article's origin; bytes that are no characters cannot.",
    "Rename the file or folder.",
    bad="A name with the byte 0xFF, or a line end.",
    good="harbour-reopens.txt",
)  # fmt: skip
ARCHIVE: Final = error(
    "F018", "archive-file",
    "A contribution holds articles, not archives of them.",
    "What is packed cannot be reviewed in a pull request, and may unfold to anything.",
    "Unpack the archive and add the articles one by one.",
    bad="seeds/march.zip",
    good="seeds/march/harbour.txt",
)  # fmt: skip
CODE_FILE: Final = error(
    "F019", "code-file",
    "Neither a dataset nor a contribution holds programs.",
    "A script in a dataset's folder makes `load_dataset` refuse it, and code in a contribution runs on whoever "
    "opens it.",
    "Move the program to a repository of its own.",
    bad="data/loader.py",
    good="No .py, .sh, .ipynb, .exe in the folder.",
)  # fmt: skip
UNPORTABLE_NAME: Final = warning(
    "F020", "unportable-file-name",
    'A file name works on every system: no < > : " | ? * \\, no trailing dot or space, no reserved word, at most '
    '120 bytes.',
    "Contributors on other systems cannot check the repository out.",
    "Rename the file: letters, digits, hyphens.",
    bad="what-now?.txt",
    good="what-now.txt",
)  # fmt: skip
NAMES_COLLIDE: Final = error(
    "F021", "names-collide",
    "No two files of a folder have names that differ in case or in Unicode form alone.",
    "On other systems one of them overwrites the other.",
    "Rename one of the two.",
    bad="Harbour.txt beside harbour.txt",
    good="harbour-1.txt beside harbour-2.txt",
)  # fmt: skip
LINK: Final = warning(
    "F022", "symbolic-link",
    "A contribution holds its files themselves, not links to them.",
    "A link may lead out of the repository, and is another file on every machine.",
    "Replace the link with the file.",
    bad="story.txt -> /home/me/story.txt",
    good="story.txt, the file itself",
)  # fmt: skip
ENCODING_GUESSED: Final = warning(
    "F023", "encoding-guessed",
    "A raw file is UTF-8, begins with a byte order mark, or its sidecar declares its encoding.",
    "Windows-1252 gives a character for nearly every byte: a wrong guess is not noticed.",
    'Save the file as UTF-8, or state encoding = "cp1252" in its sidecar.',
    bad="caf\\xe9 in a file without a sidecar",
    good='encoding = "cp1252" in the sidecar',
)  # fmt: skip
NOTHING: Final = error(
    "F026", "nothing-to-judge",
    "A folder that is judged is a dataset, or holds at least one article.",
    "A check that looks at nothing always passes, and nobody notices.",
    "Check the path.",
    bad="corpus validate sedes, an empty folder",
    good="corpus validate seeds",
)  # fmt: skip
LONE_ANNOTATIONS: Final = error(
    "F024", "annotations-without-article",
    "A file NAME.annotations.json stands beside the article NAME.txt.",
    "Reviewed work would be lost without a word.",
    "Rename the file after its article, or remove it.",
    bad="harbor.annotations.json beside harbour.txt",
    good="harbour.annotations.json beside harbour.txt",
)  # fmt: skip
TWO_SUFFIXES: Final = error(
    "F025", "sidecar-of-two-articles",
    "A sidecar belongs to one article: NAME.txt or NAME.text, not both.",
    "Its metadata would be stated of two articles.",
    "Rename one of the two articles, and give it a sidecar of its own.",
    bad="a.txt, a.text and a.meta.toml",
    good="a.txt, a.meta.toml and b.text",
)  # fmt: skip
