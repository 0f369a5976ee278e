"""Whole conversions as users of other libraries would write them: articles in; names, quotations, quantities out.

Quotations by textacy and quantities by quantulum3 over a spaCy pipeline with tagger, parser, lemmas and names: once as
a script, and once with the same steps in a pipeline of datatrove, which brings reading, writing, shards, resumption.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from corpus_pkg.evaluate.throughput import bare_pipeline

_COMPONENTS = ("tok2vec", "tagger", "parser", "attribute_ruler", "lemmatizer", "ner")
_LOADS = "Anna Lindholm said: “Twenty of them are 5 m long.”"


class Chain:
    """The three libraries, loaded."""

    def __init__(self) -> None:
        """Loads them, with what comes with the first text.

        Raises:
            ImportError: textacy or quantulum3 is not installed.
        """
        from quantulum3.parser import parse
        from textacy.extract.triples import direct_quotations

        self._parse, self._quotations = parse, direct_quotations
        self._pipeline = bare_pipeline(_COMPONENTS)
        list(self.rows([_LOADS]))

    def rows(self, texts: Iterable[str]) -> Iterator[dict[str, Any]]:
        """What is found in each text."""
        for doc in self._pipeline.pipe(texts):
            yield {
                "text": doc.text,
                "entities": [[each.start_char, each.end_char, each.label_] for each in doc.ents],
                "quotes": self._quotes(doc),
                "quantities": [[*each.span, str(each.value), each.unit.name] for each in self._parse(doc.text)],
            }

    def _quotes(self, doc: Any) -> list[list[Any]]:  # noqa: ANN401  spaCy's own type
        try:
            return [[each.content.start_char, each.content.end_char, " ".join(map(str, each.speaker))]
                    for each in self._quotations(doc)]  # fmt: skip
        except ValueError:  # an odd number of marks
            return []


def by_script(chain: Chain, source: Path, target: Path) -> None:
    """Converts articles with a script.

    Args:
        chain: what finds.
        source: JSON Lines with a field `text`.
        target: a folder to be made.
    """
    target.mkdir(parents=True)
    texts = [json.loads(line)["text"] for line in source.read_text("utf-8").splitlines()]
    rows = [{name: value if name == "text" else json.dumps(value) for name, value in row.items()}
            for row in chain.rows(texts)]  # fmt: skip
    pq.write_table(pa.Table.from_pylist(rows), target / "articles.parquet")


def by_datatrove(chain: Chain, source: Path, target: Path) -> None:
    """Converts articles with datatrove's local executor.

    Args:
        chain: what finds.
        source: JSON Lines with a field `text`.
        target: a folder to be made.
    """
    from datatrove.executor import LocalPipelineExecutor
    from datatrove.pipeline.readers import JsonlReader
    from datatrove.pipeline.writers import ParquetWriter
    from loguru import logger

    def annotate(data: Any, rank: int = 0, world_size: int = 1) -> Iterator[Any]:  # noqa: ANN401, ARG001  its signature
        documents = list(data)
        for document, row in zip(documents, chain.rows(each.text for each in documents), strict=True):
            document.metadata.update({name: json.dumps(value) for name, value in row.items() if name != "text"})
            yield document

    logger.disable("datatrove")
    steps = [JsonlReader(str(source.parent), glob_pattern=source.name), annotate, ParquetWriter(str(target))]
    LocalPipelineExecutor(steps, tasks=1, workers=1, logging_dir=str(target / "log")).run()
