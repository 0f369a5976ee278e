"""What a dataset says of its making: the sources it lists, and what it could not convert."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from corpus_pkg.findings import Finding, Place
from corpus_pkg.findings.registry import RULES
from corpus_pkg.findings.rules import dataset as rules
from corpus_pkg.intake.raw import origin
from corpus_pkg.intake.source.lines import bounded_lines
from corpus_pkg.model.manifest import Manifest
from corpus_pkg.validate.columns.frame import Batch
from corpus_pkg.validate.dataset.files import is_regular
from corpus_pkg.validate.dataset.stream import Rows

REJECTS = "rejects.jsonl"
_STREAM = "stdin"
_MOST_LINE = 1_000_000


def reject_findings(dataset: Path, manifest: Manifest) -> Iterator[Finding]:
    """Rejects that are counted and not listed, or listed and not counted."""
    counted = Counter({each.code: each.count for each in manifest.rejected})
    listed: Counter[str] = Counter()
    place, path = Place(file=REJECTS), dataset / REJECTS
    if path.exists() and not is_regular(path):
        yield Finding(rules.REJECTS, place, "it is no regular file")
        return
    try:
        with path.open("rb") as stream:
            for line in bounded_lines(stream, _MOST_LINE):
                code = _code(line.content)
                if code not in RULES:
                    message = "the line names no rule" if code is None else f"{code!r:.40} is no rule"
                    yield Finding(rules.REJECTS, Place(file=REJECTS, line=line.number), message)
                else:
                    listed[code] += 1
    except FileNotFoundError:
        if counted:
            yield Finding(rules.REJECTS, place, f"{counted.total()} are counted, and there is no list")
        return
    except OSError as error:
        yield Finding(rules.REJECTS, place, f"it cannot be read: {error.strerror}")
        return
    for code in sorted(counted.keys() | listed.keys()):
        if counted[code] != listed[code]:
            yield Finding(
                rules.REJECTS, place, f"{code}: {listed[code]} are listed, the manifest counts {counted[code]}"
            )


def _code(line: bytes | None) -> str | None:
    try:
        value = json.loads(line or b"")
        # Words for a value that is nested deeply need more levels than reading it did.
        return str(value["code"]) if isinstance(value, dict) and "code" in value else None
    except (ValueError, RecursionError):
        return None


class Sources:
    """The raw files that a manifest lists."""

    def __init__(self, manifest: Manifest) -> None:
        self._listed = {each.path: each.sha256 for each in manifest.sources}

    def _source(self, path: str) -> str:
        """The file that an article came from: it may be a part of one, or of a file in an archive."""
        if path in self._listed:
            return path
        name, _ = origin(path)
        within = name.split("/")
        above = ("/".join(within[:count]) for count in range(len(within), 0, -1))
        return next((each for each in above if each in self._listed), name)

    def take(self, rows: Rows, batch: Batch) -> Iterator[Finding]:
        """Articles that come from no listed file, or from another one."""
        columns = (
            batch.articles.column(name).to_pylist() for name in ("raw_path", "raw_sha256", "raw_media_type", "id")
        )
        for row, (path, digest, media, own) in enumerate(zip(*columns, strict=True)):
            name = self._source(path)
            stated = self._listed.get(name)
            whole = media == "text/plain" and name == path
            if name == _STREAM or (stated is not None and (not whole or stated == digest)):
                continue
            message = f"{name} is not among the sources" if stated is None else f"{name} has the sha256 {stated} there"
            place = rows.place(row)
            yield Finding(
                rules.SOURCE_UNLISTED, Place(file=place.file, row=place.row, pointer="/raw_path", record=own), message
            )
