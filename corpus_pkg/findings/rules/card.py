"""Rules of the card, the settings and Croissant: what tells others how to read the dataset."""

from __future__ import annotations

from typing import Final

from corpus_pkg.findings.rule import error, info, warning

NO_CARD: Final = error(
    "P001", "card-unreadable",
    "README.md opens with YAML that can be read.",
    "Without it `load_dataset` does not know the configs.",
    "Build the dataset anew; do not edit its files by hand.",
    bad="README.md without YAML at its top.",
    good="--- and the YAML that `corpus convert` writes.",
)  # fmt: skip
CARD_CONFIGS: Final = error(
    "P002", "card-configs-differ",
    "The card declares exactly the configs that have rows, articles as the default, with paths inside the "
    "dataset.",
    "An empty config fails to load, an undeclared one is not found, and a path may lead out of the dataset.",
    "Build the dataset anew; do not edit its files by hand.",
    bad="A config claims that the dataset has no rows of.",
    good="Exactly the configs of the manifest.",
)  # fmt: skip
CARD_ALIASES: Final = error(
    "P003", "yaml-alias",
    "The card's YAML has no anchors and aliases.",
    "They can unfold without end.",
    "Write the values out.",
    bad="a: &x [1]\\nb: *x",
    good="a: [1]\\nb: [1]",
)  # fmt: skip
CARD_FEATURES: Final = error(
    "P004", "card-features-differ",
    "Features in the card are those of the schema, or there are none.",
    "`load_dataset` believes the card more than the files.",
    "Build the dataset anew; do not edit its files by hand.",
    bad="dtype: int32 for start",
    good="No features in the card.",
)  # fmt: skip
CARD_COUNTS: Final = error(
    "P005", "card-counts",
    "The card does not state the rows of splits.",
    "`load_dataset(..., filters=)` fails on it; counts stand in the manifest.",
    "Take dataset_info.splits out.",
    bad="dataset_info: {splits: [{name: train, num_examples: 8}]}",
    good="No dataset_info.splits.",
)  # fmt: skip
CARD_LICENCE: Final = warning(
    "P006", "licence-differs",
    "The card and the manifest state one licence.",
    "Users read the one, programs the other.",
    "State license in corpus.toml and build anew.",
    bad="license: mit beside CC0-1.0 in the manifest",
    good="license: cc0-1.0",
)  # fmt: skip
CARD_PATH: Final = error(
    "P007", "card-path-leads-out",
    "Paths in the card stay inside the dataset.",
    "`load_dataset` reads whatever they lead to.",
    "Build the dataset anew; do not edit its files by hand.",
    bad="path: ../x/*.parquet",
    good="path: articles/train-*.parquet",
)  # fmt: skip
CARD_SPLIT: Final = error(
    "P008", "split-without-files",
    "Every split that the card declares has shards, and every split with shards is declared.",
    "`load_dataset` fails on the one, and does not see the other.",
    "Build the dataset anew; do not edit its files by hand.",
    bad="split: test without a file test-*.parquet",
    good="split: train",
)  # fmt: skip
CARD_CITATION: Final = info(
    "P009", "citation-missing",
    "The dataset says how to cite it.",
    "Nobody can give credit, or say which version was used.",
    'State citation = "..." in corpus.toml.',
    bad="No citation in corpus.toml.",
    good='citation = "The authors (2026). Title."',
)  # fmt: skip
CARD_LANGUAGE: Final = warning(
    "P010", "card-language-differs",
    "The card's languages are the manifest's.",
    "Users choose datasets by language.",
    "Build the dataset anew; do not edit its files by hand.",
    bad="language: [de] beside languages en",
    good="language: [en]",
)  # fmt: skip
CARD_DEFAULT: Final = error(
    "P011", "default-config",
    "articles is the default config, and the only default.",
    "`load_dataset(DIR)` would give another table, or fail.",
    "Build the dataset anew; do not edit its files by hand.",
    bad="default: true at quotes",
    good="default: true at articles",
)  # fmt: skip
CARD_LICENCE_MISSING: Final = warning(
    "P012", "licence-missing",
    "The dataset states a licence.",
    "Without one nobody may use it.",
    'State license = "CC0-1.0" in corpus.toml.',
    bad="No license in corpus.toml.",
    good='license = "CC0-1.0"',
)  # fmt: skip
SETTINGS: Final = error(
    "P013", "settings-unsound",
    "corpus.toml has known keys with values of the right form.",
    "What the dataset says of itself would be lost.",
    "Mend the key that the message names; known are name, version, title, description, license, languages, "
    "citation, contact, homepage.",
    bad='licence = "CC0-1.0"',
    good='license = "CC0-1.0"',
)  # fmt: skip
LICENCE_UNKNOWN: Final = warning(
    "P014", "licence-unknown",
    "A licence is an SPDX identifier.",
    "Programs cannot tell what it allows.",
    "Use the identifier of spdx.org/licenses, or LicenseRef-NAME for another.",
    bad='license = "creative commons"',
    good='license = "CC-BY-4.0"',
)  # fmt: skip
CARD_SEQUENCE: Final = error(
    "P015", "old-feature-form",
    "Features in the card are of the form that datasets 5 reads: List, no Sequence.",
    "`load_dataset` fails.",
    "Take the features out of the card: the files state them.",
    bad="sequence: string",
    good="list: string",
)  # fmt: skip
CROISSANT_UNREADABLE: Final = error(
    "P020", "croissant-unreadable",
    "croissant.json is JSON-LD of a Croissant dataset.",
    "Tools that search for datasets do not find it.",
    "Build the dataset anew; do not edit its files by hand.",
    bad="croissant.json cut short",
    good="croissant.json whole",
)  # fmt: skip
CROISSANT_FIELD: Final = error(
    "P021", "croissant-field-missing",
    "croissant.json states name, description, licence, url or citation, version, distribution, record sets, and how "
    "the data were collected and annotated, with limits, biases, uses, personal data and maintenance (RAI).",
    "`mlcroissant validate` passes without them, and users learn nothing.",
    "Build the dataset anew; do not edit its files by hand.",
    bad="No license.",
    good='"license": "https://spdx.org/licenses/CC0-1.0"',
)  # fmt: skip
CROISSANT_FILES: Final = error(
    "P022", "croissant-files-differ",
    "The files of croissant.json are those of the dataset, with their sha256.",
    "`mlcroissant validate` accepts wrong digests.",
    "Build the dataset anew; do not edit its files by hand.",
    bad='"sha256": of another file',
    good='"sha256": of the file',
)  # fmt: skip
CROISSANT_RECORDS: Final = error(
    "P023", "croissant-records-differ",
    "The record sets of croissant.json are the configs, with all their columns.",
    "Reading through it gives fewer columns, without a word.",
    "Build the dataset anew; do not edit its files by hand.",
    bad="A record set without the column speaker_name.",
    good="All columns.",
)  # fmt: skip
CROISSANT_FORMAT: Final = error(
    "P024", "croissant-format",
    "Parquet files in croissant.json have the encodingFormat application/x-parquet.",
    "Readers take another parser, and fail.",
    "Build the dataset anew; do not edit its files by hand.",
    bad='"encodingFormat": "application/octet-stream"',
    good='"encodingFormat": "application/x-parquet"',
)  # fmt: skip
