"""Judges what means harm in a process of its own, whose memory is measured and whose time is bounded."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import pyarrow as pa
import pyarrow.parquet as pq

from corpus_pkg.model.arrow import arrow_schema
from corpus_pkg.model.tables import table

_JUDGE = """
import datetime, json, re, sys, time
from pathlib import Path
from corpus_pkg.validate.judge import Judge
from corpus_pkg.validate.report import FORMATS, Report
report, started = Report(), time.perf_counter()
report.add(Judge(datetime.date(2026, 1, 1)).findings(Path(sys.argv[1])))
seconds = time.perf_counter() - started
for form in FORMATS.values():
    form(report)
# getrusage would count what the process that started this one held.
peak = int(re.search(r"VmHWM:\\s+(\\d+)", Path("/proc/self/status").read_text())[1]) / 1024
print(json.dumps({"codes": report.by_code, "peak": peak, "seconds": seconds}))
"""
DEEP: Final = 100_000
LINK: Final[dict[str, Any]] = {
    "kind": "same_event", "from_article": "a" * 17, "from_id": None, "to_article": "b" * 17, "to_id": None,
    "score": 0.5,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Verdict:
    """What came of it.

    Attributes:
        codes: how often each rule was broken.
        peak: megabytes of the process at most.
        seconds: how long it took.
    """

    codes: dict[str, int]
    peak: float
    seconds: float


def judged(path: Path, most_seconds: float = 120) -> Verdict:
    """Judges a path, and prints the report in every format; what raises or hangs fails the test."""
    done = subprocess.run(
        [sys.executable, "-c", _JUDGE, os.fspath(path)], capture_output=True, timeout=most_seconds, check=False
    )
    assert done.returncode == 0, done.stderr[-2000:].decode("utf-8", "replace")
    return Verdict(**json.loads(done.stdout))


def write_links(path: Path, rows: int, **values: object) -> Path:
    """Links of constant values, dictionary-encoded: a few thousand bytes for any number of rows."""
    columns, fields = [], []
    for field in arrow_schema(table("links")):
        value = values.get(field.name, LINK[field.name])
        column = pa.nulls(rows, field.type)
        if isinstance(value, str):
            column = pa.DictionaryArray.from_arrays(pa.repeat(pa.scalar(0), rows), pa.array([value]))
        elif value is not None:
            column = value if isinstance(value, pa.Array) else pa.repeat(pa.scalar(value), rows)
        columns.append(column)
        fields.append(pa.field(field.name, column.type, field.nullable))
    # The Arrow schema is not stored: on reading, dictionaries are plain text again.
    pq.write_table(pa.table(columns, schema=pa.schema(fields)), path, compression="zstd", row_group_size=rows,
                   write_page_index=True, store_schema=False, dictionary_pagesize_limit=1 << 30)  # fmt: skip
    return path


def swollen(shard: Path, path: Path, name: str, count: int) -> Path:
    """The first article of a shard, one of its lists holding its first element over and over."""
    article = pq.read_table(shard).slice(0, 1)
    field = article.schema.field(name)
    elements = article.column(name).combine_chunks().flatten().take(pa.repeat(pa.scalar(0), count))
    column = pa.ListArray.from_arrays(pa.array([0, count], pa.int32()), elements, type=field.type)
    changed = article.set_column(article.schema.get_field_index(name), field, column)
    pq.write_table(changed, path, compression="zstd", write_page_index=True)
    return path


def write_long_line(path: Path, lines: Sequence[bytes], size: int) -> Path:
    """Lines, and after the first a string of zero bytes that no disk needs to hold."""
    with path.open("wb") as stream:
        stream.write(lines[0] + b'\n{"raw_sha256": "')
        stream.seek(size, os.SEEK_CUR)
        stream.write(b'"}\n' + b"\n".join(lines[1:]) + b"\n")
    return path
