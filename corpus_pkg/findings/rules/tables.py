"""Rules of tables: CSV, TSV and Parquet files of articles."""

from __future__ import annotations

from typing import Final

from corpus_pkg.findings.rule import error, info

BAD_ROW: Final = error(
    "F038", "bad-table-row",
    "A row of a table has as many cells as its header, and every quotation mark around a cell is closed (RFC 4180).",
    "A cell too many or too few puts words under the wrong name; an open mark swallows the rows behind it.",
    "Mend the row; those before and behind it were read.",
    bad='2025-02-13,"The harbour reopened,The ferry left on Monday.',
    good='2025-02-13,"The harbour reopened","The ferry left on Monday."',
)  # fmt: skip
BAD_HEADER: Final = error(
    "F039", "bad-table-header",
    "The first row of a table names its columns, each once, one of them the text.",
    "Without names nobody knows which cell is the text and which the teaser.",
    'Write a header, or state which column is which in corpus.toml: [mapping] text = "body", or text = "3" for the '
    "third column of a table without a header.",
    bad="13.02.2025,The harbour reopened,The ferry left on Monday.",
    good="date,title,text",
)  # fmt: skip
TABLE_READ_AS: Final = info(
    "F040", "table-read-as",
    "How the cells of a table are parted is told by its header.",
    "What was guessed is shown, so that nobody has to guess what was guessed.",
    "Nothing, if it was read as it is meant; else save the table with commas, in UTF-8.",
    bad="a table with semicolons, and nobody knows",
    good="the same, told",
)  # fmt: skip
BAD_PARQUET: Final = error(
    "F041", "parquet-file-damaged",
    "A Parquet file can be read to its end, and its texts are UTF-8.",
    "What stood behind the damage is lost; what stood before it was read.",
    "Write the file anew, or fetch it again.",
    bad="articles.parquet, cut in the middle of a transfer",
    good="articles.parquet, whole",
)  # fmt: skip
