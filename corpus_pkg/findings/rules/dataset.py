"""Rules of a dataset: its files, its tables, what holds between its rows."""

from __future__ import annotations

from typing import Final

from corpus_pkg.findings.rule import error, warning

NO_MANIFEST: Final = error(
    "D001", "manifest-unreadable",
    "A dataset has a manifest.json that follows its schema.",
    "Without it nothing says what the dataset is, or whether it is whole.",
    "Build the dataset anew: the manifest is the last file that a build writes.",
    bad="A directory without manifest.json.",
    good="The directory as `corpus convert` wrote it.",
)  # fmt: skip
FILE_MISSING: Final = error(
    "D002", "file-missing",
    "Every file that the manifest lists is there.",
    "Rows would be missing without a word.",
    "Bring the file back, or build the dataset anew.",
    bad="A shard deleted by hand.",
    good="All files that the manifest lists.",
)  # fmt: skip
FILE_CHANGED: Final = error(
    "D003", "file-changed",
    "Every file has the sha256 and size that the manifest states.",
    "Someone or something changed the file after it was proved.",
    "Build the dataset anew; do not edit its files by hand.",
    bad="A shard rewritten by another program.",
    good="The shard as it was built.",
)  # fmt: skip
FILE_UNLISTED: Final = error(
    "D004", "file-unlisted",
    "The manifest lists every file of the dataset; none is a link, hidden, or code.",
    "`load_dataset` reads what it finds: a stray file becomes data, a script makes the load fail.",
    "Move the file out of the dataset.",
    bad="notes.txt in the dataset.",
    good="No file beside those that the manifest lists.",
)  # fmt: skip
ROW_COUNT: Final = error(
    "D005", "row-count-differs",
    "A config has as many rows as the manifest states.",
    "Rows were lost or added.",
    "Build the dataset anew; do not edit its files by hand.",
    bad='"rows": 7 of a config with 8 rows.',
    good='"rows": 8',
)  # fmt: skip
ID_TWICE: Final = error(
    "D006", "id-twice",
    "An id names one record of a config, over all its shards.",
    "Joins would multiply rows.",
    "Remove one of the two records.",
    bad="The same quotation id in two shards.",
    good="Every id once.",
)  # fmt: skip
NESTED_DIFFERS: Final = error(
    "D007", "nested-differs-from-flat",
    "A flat table holds exactly the records nested in articles, in their order.",
    "Two answers to one question.",
    "Build the dataset anew; do not edit its files by hand.",
    bad="A speaker corrected in quotes/ alone.",
    good="The same record in quotes/ and nested in articles/.",
)  # fmt: skip
CONTENT_CHANGED: Final = error(
    "D008", "content-digest-differs",
    "The rows of a config give the content digest that the manifest states.",
    "The content is not what was proved.",
    "Build the dataset anew; do not edit its files by hand.",
    bad="A value edited and the file's digest adjusted.",
    good="The rows as they were built.",
)  # fmt: skip
NOT_SORTED: Final = error(
    "D009", "rows-not-sorted",
    "Rows are sorted by date and id.",
    "The next version would store everything anew.",
    "Build the dataset anew; do not edit its files by hand.",
    bad="An article of 2020 after one of 2021.",
    good="Rows by date, then by id.",
)  # fmt: skip
PARQUET_DAMAGED: Final = error(
    "D010", "parquet-unreadable",
    "A shard is a Parquet file that can be read to its end.",
    "Nothing in a damaged shard can be trusted.",
    "Bring the file back, or build the dataset anew.",
    bad="A shard cut short by a failed download.",
    good="The shard as it was built.",
)  # fmt: skip
ARROW_SCHEMA: Final = error(
    "D011", "arrow-schema-differs",
    "Every shard has the Arrow schema of its config, nullability included.",
    "Between shards, readers cast types and fill missing columns with null, without a word.",
    "Build the dataset anew; do not edit its files by hand.",
    bad="start as int32 in one shard, as int64 in the others.",
    good="int64 in all shards.",
)  # fmt: skip
VERSION_UNKNOWN: Final = error(
    "D012", "schema-version-unknown",
    "The schema version is one that this package knows, and the same in manifest and records.",
    "Data is judged by the rules of the version that it declares.",
    "Install a newer corpus-pkg, or build the dataset anew.",
    bad='"schema_version": "9.9.9"',
    good='"schema_version": "0.1.0"',
)  # fmt: skip
UNFOLDS: Final = error(
    "D013", "parquet-unfolds",
    "A shard unfolds to no more than its manifest's rows and a thousand times its bytes.",
    "A few hundred bytes can fill the memory of whoever opens them.",
    "Build the dataset anew; do not edit its files by hand.",
    bad="469 bytes that hold 200 million values.",
    good="A shard with as many rows as its manifest states.",
)  # fmt: skip
GROUP_SIZE: Final = warning(
    "D014", "row-group-size",
    "A row group holds at most 6,000 rows.",
    "The Hub's viewer reads whole groups, and reading one id takes long.",
    "Build the dataset anew; do not edit its files by hand.",
    bad="One row group of 20,000 rows.",
    good="Groups of some hundred rows.",
)  # fmt: skip
CELL_SIZE: Final = warning(
    "D015", "cell-too-large",
    "No cell holds more than 1 MB.",
    "The Hub's viewer does not show the page.",
    "Split the article.",
    bad="A text of 4 MB.",
    good="A text of 8 kB.",
)  # fmt: skip
EMPTY_CONFIG: Final = error(
    "D016", "empty-config",
    "Every config that is declared has rows, and every shard too.",
    "`load_dataset` fails on an empty config or split.",
    "Build the dataset anew; do not edit its files by hand.",
    bad="claims/ with a shard of 0 rows.",
    good="No folder claims/ where there is no claim.",
)  # fmt: skip
SHARD_NAME: Final = error(
    "D017", "shard-name",
    "The shards of a config are SPLIT-00000-of-0000N.parquet, all N of them.",
    "A glob reads what is there: a missing shard is not noticed.",
    "Build the dataset anew; do not edit its files by hand.",
    bad="train-00000-of-00002.parquet alone",
    good="train-00000-of-00001.parquet",
)  # fmt: skip
COMPRESSION: Final = warning(
    "D018", "parquet-settings",
    "Columns are compressed with zstd and have a page index.",
    "Downloads are half as large again, and the Hub's viewer has to read whole columns.",
    "Build the dataset anew; do not edit its files by hand.",
    bad="A shard written by another program with snappy.",
    good="A shard as `corpus convert` writes it.",
)  # fmt: skip
NULLABILITY: Final = error(
    "D019", "nullability-differs",
    "A column that may not be null is declared so in every shard.",
    "`datasets` loses nullability, so nothing else notices a null that must not be.",
    "Build the dataset anew; do not edit its files by hand.",
    bad="text: string",
    good="text: string not null",
)  # fmt: skip
DATASET_LINK: Final = error(
    "D020", "link-in-dataset",
    "A dataset holds files, no links.",
    "A link is followed on upload, and may publish what lies outside.",
    "Replace the link with the file, or remove it.",
    bad="extra -> /etc",
    good="No link.",
)  # fmt: skip
DATASET_HIDDEN: Final = error(
    "D021", "hidden-in-dataset",
    "A dataset holds no hidden files.",
    "Editors and systems leave private things in them, and an upload takes them along.",
    "Remove the file.",
    bad="data/.DS_Store",
    good="No hidden file.",
)  # fmt: skip
DATASET_CODE: Final = error(
    "D022", "code-in-dataset",
    "A dataset holds no programs.",
    "A script beside the data makes `load_dataset` refuse it.",
    "Move the program out of the dataset.",
    bad="data/data.py",
    good="No .py, .sh, .ipynb in the dataset.",
)  # fmt: skip
LEAKAGE: Final = error(
    "D023", "article-in-two-splits",
    "An article stands in one split only, by id and by text.",
    "What was trained on would be tested on.",
    "Remove it from one of the splits.",
    bad="One article in train and in test.",
    good="Each article in one split.",
)  # fmt: skip
FILE_ROWS: Final = error(
    "D024", "file-rows-differ",
    "A shard has as many rows as the manifest states of the file.",
    "Rows were lost or added.",
    "Build the dataset anew; do not edit its files by hand.",
    bad='"rows": 7 of a shard with 8 rows',
    good='"rows": 8',
)  # fmt: skip
REJECTS: Final = error(
    "D025", "rejects-contradict",
    "rejects.jsonl lists what the manifest counts as rejected.",
    "Nothing may be dropped silently.",
    "Build the dataset anew; do not edit its files by hand.",
    bad="Two rejects counted, one listed.",
    good="Two counted, two listed.",
)  # fmt: skip
SOURCE_UNLISTED: Final = error(
    "D026", "source-not-listed",
    "The raw file of every article is among the manifest's sources; a text file with the article's digest.",
    "The article does not come from what the dataset says it was made from.",
    "Build the dataset anew; do not edit its files by hand.",
    bad="raw_path story.txt, and no such source",
    good="story.txt among the sources",
)  # fmt: skip
UNSUPPORTED_TYPE: Final = error(
    "D027", "type-does-not-load",
    "Columns have types that `datasets` loads: no map, no decimal32, no list view, no empty struct.",
    "`load_dataset` fails, or gives something else.",
    "Use lists and structs of plain types.",
    bad="map<string, string>",
    good="list<struct<key: string, value: string>>",
)  # fmt: skip
ENTRY_TWICE: Final = error(
    "D028", "manifest-entry-twice",
    "The manifest lists each file, config and source once.",
    "It is not known which of the two holds.",
    "Build the dataset anew; do not edit its files by hand.",
    bad="articles/... listed twice",
    good="articles/... listed once",
)  # fmt: skip
UNSAFE_PATH: Final = error(
    "D029", "path-leads-out",
    "Paths in manifest and card stay inside the dataset.",
    "A reader would open files of the machine it runs on.",
    "Build the dataset anew; do not edit its files by hand.",
    bad='"path": "../secret.parquet"',
    good='"path": "articles/train-00000-of-00001.parquet"',
)  # fmt: skip
FOREIGN_FEATURES: Final = error(
    "D030", "features-in-parquet-differ",
    "Parquet metadata of other libraries (huggingface, pandas) does not contradict the columns.",
    "`datasets` believes it more than the columns.",
    "Build the dataset anew; do not edit its files by hand.",
    bad='"huggingface" metadata that calls start a string',
    good="No such metadata, or the same types",
)  # fmt: skip
CONFIG_UNKNOWN: Final = error(
    "D031", "config-unknown",
    "The manifest's configs are articles, quotes, entities, claims and links, those with rows, articles among "
    "them.",
    "Nothing says what the rows of another config mean.",
    "Build the dataset anew; do not edit its files by hand.",
    bad='"configs": [{"name": "numbers", ...}]',
    good='"configs": [{"name": "articles", ...}]',
)  # fmt: skip
