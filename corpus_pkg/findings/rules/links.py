"""Rules of links between articles."""

from __future__ import annotations

from typing import Final

from corpus_pkg.findings.rule import error

LINK_ARTICLE: Final = error(
    "L001", "link-to-unknown-article",
    "Both ends of a link are articles of the dataset.",
    "A link that leads nowhere loses the relation.",
    "Remove the link, or bring the article back.",
    bad='"to_article": an id that no article has',
    good='"to_article": the id of an article',
)  # fmt: skip
LINK_ORDER: Final = error(
    "L002", "link-out-of-order",
    "from_article is smaller than to_article.",
    "Every pair could stand twice.",
    "Exchange the two ends.",
    bad='"from_article": "a9...", "to_article": "a1..."',
    good='"from_article": "a1...", "to_article": "a9..."',
)  # fmt: skip
LINK_RECORD: Final = error(
    "L003", "link-to-unknown-record",
    "from_id and to_id are records of their articles.",
    "A link that leads nowhere loses the relation.",
    "Use the record's id, or null.",
    bad='"from_id": an id of another article',
    good='"from_id": the id of a quotation of from_article',
)  # fmt: skip
LINK_TWICE: Final = error(
    "L004", "link-twice",
    "A relation between the same two records stands once.",
    "Pairs would count twice.",
    "Remove one of the two.",
    bad="near_duplicate of a1 and a2, twice",
    good="near_duplicate of a1 and a2, once",
)  # fmt: skip
LINK_ENDS: Final = error(
    "L005", "link-ends-contradict-kind",
    "same_quote holds between two quotations; near_duplicate and same_event between two articles.",
    "Readers join the ends by kind.",
    "Name the quotations for same_quote, null for the others.",
    bad='"kind": "same_quote", "from_id": null',
    good='"kind": "same_quote", "from_id": "q..."',
)  # fmt: skip
