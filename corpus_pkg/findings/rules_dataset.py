"""Rules of a dataset: its files, its tables, its card."""

from __future__ import annotations

from typing import Final

from corpus_pkg.findings.rule import Rule, Severity

NO_MANIFEST: Final = Rule(
    code="D001",
    name="manifest-unreadable",
    severity=Severity.ERROR,
    what="A dataset has a manifest.json that follows its schema.",
    why="Without it nothing says what the dataset is, or whether it is whole.",
    mend="Build the dataset anew: the manifest is the last file that a build writes.",
)
FILE_MISSING: Final = Rule(
    code="D002",
    name="file-missing",
    severity=Severity.ERROR,
    what="Every file that the manifest lists is there.",
    why="Rows would be missing without a word.",
    mend="Bring the file back, or build the dataset anew.",
)
FILE_CHANGED: Final = Rule(
    code="D003",
    name="file-changed",
    severity=Severity.ERROR,
    what="Every file has the sha256 and size that the manifest states.",
    why="Someone or something changed the file after it was proved.",
    mend="Build the dataset anew; do not edit its files by hand.",
)
FILE_UNLISTED: Final = Rule(
    code="D004",
    name="file-unlisted",
    severity=Severity.ERROR,
    what="The manifest lists every file of the dataset; none is a link, hidden, or code.",
    why="`load_dataset` reads what it finds: a stray file becomes data, a script makes the load fail.",
    mend="Move the file out of the dataset.",
)
ROW_COUNT: Final = Rule(
    code="D005",
    name="row-count-differs",
    severity=Severity.ERROR,
    what="A config has as many rows as the manifest states.",
    why="Rows were lost or added.",
    mend="Build the dataset anew; do not edit its files by hand.",
)
ID_TWICE: Final = Rule(
    code="D006",
    name="id-twice",
    severity=Severity.ERROR,
    what="An id names one record of a config, over all its shards.",
    why="Joins would multiply rows.",
    mend="Remove one of the two records.",
)
NESTED_DIFFERS: Final = Rule(
    code="D007",
    name="nested-differs-from-flat",
    severity=Severity.ERROR,
    what="A flat table holds exactly the records nested in articles, in their order.",
    why="Two answers to one question.",
    mend="Build the dataset anew; do not edit its files by hand.",
)
CONTENT_CHANGED: Final = Rule(
    code="D008",
    name="content-digest-differs",
    severity=Severity.ERROR,
    what="The rows of a config give the content digest that the manifest states.",
    why="The content is not what was proved.",
    mend="Build the dataset anew; do not edit its files by hand.",
)
NOT_SORTED: Final = Rule(
    code="D009",
    name="rows-not-sorted",
    severity=Severity.ERROR,
    what="Rows are sorted by date and id.",
    why="The next version would store everything anew.",
    mend="Build the dataset anew; do not edit its files by hand.",
)
PARQUET_DAMAGED: Final = Rule(
    code="D010",
    name="parquet-unreadable",
    severity=Severity.ERROR,
    what="A shard is a Parquet file that can be read to its end.",
    why="Nothing in a damaged shard can be trusted.",
    mend="Bring the file back, or build the dataset anew.",
)
ARROW_SCHEMA: Final = Rule(
    code="D011",
    name="arrow-schema-differs",
    severity=Severity.ERROR,
    what="Every shard has the Arrow schema of its config, nullability included.",
    why="Between shards, readers cast types and fill missing columns with null, without a word.",
    mend="Build the dataset anew; do not edit its files by hand.",
)
VERSION_UNKNOWN: Final = Rule(
    code="D012",
    name="schema-version-unknown",
    severity=Severity.ERROR,
    what="The schema version is one that this package knows, and the same in manifest and records.",
    why="Data is judged by the rules of the version that it declares.",
    mend="Install a newer corpus-pkg, or build the dataset anew.",
)
NO_CARD: Final = Rule(
    code="P001",
    name="card-unreadable",
    severity=Severity.ERROR,
    what="README.md opens with YAML that can be read.",
    why="Without it `load_dataset` does not know the configs.",
    mend="Build the dataset anew; do not edit its files by hand.",
)
CARD_CONFIGS: Final = Rule(
    code="P002",
    name="card-configs-differ",
    severity=Severity.ERROR,
    what="The card declares exactly the configs that have rows, articles as the default, with paths inside the "
    "dataset.",
    why="An empty config fails to load, an undeclared one is not found, and a path may lead out of the dataset.",
    mend="Build the dataset anew; do not edit its files by hand.",
)
