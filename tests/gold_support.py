"""Gold of our own for the tests of the scores: short invented texts, and the files that hold them."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from corpus_pkg.evaluate.gold.quotes import Mention, QuotedText, Reported, ReportedType


def at(text: str, words: str) -> tuple[int, int]:
    """Where words stand in a text."""
    start = text.index(words)
    return start, start + len(words)


def speech(  # noqa: PLR0913  a piece of speech has this many parts
    text: str, content: str, speaker: str | None, cue: str | None = "said", *, kind: ReportedType = "direct",
    confidence: float | None = None,
) -> Reported:  # fmt: skip
    """Reported speech by its words."""
    stretch = at(text, content)
    return Reported(
        type=kind, content=(stretch,), quoted=() if kind == "indirect" else (stretch,),
        speaker=Mention(speaker, (at(text, speaker),)) if speaker else None, cue=cue, confidence=confidence,
    )  # fmt: skip


def quoted(text: str, *reported: Reported) -> QuotedText:
    return QuotedText("one", text, list(reported))


def write_set(folder: Path, name: str, *records: dict[str, Any]) -> Path:
    """Writes a gold set, such as `quotes/own`, into a gold folder."""
    path = folder / f"{name}.jsonl"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("".join(json.dumps(each, ensure_ascii=False) + "\n" for each in records), "utf-8")
    return path


SAID = "“The ferry leaves at six,” Anna Lindholm said. She missed it."


def quote_record(
    text: str = SAID, content: str = "The ferry leaves at six", speaker: str = "Anna Lindholm"
) -> dict[str, Any]:
    start, end = at(text, content)
    first, last = at(text, speaker)
    return {
        "id": "ferry", "text": text,
        "quotes": [{"type": "direct", "start": start, "end": end, "content_spans": [[start, end]],
                    "quoted_spans": [[start, end]], "speaker_text": speaker, "speaker_spans": [[first, last]],
                    "cue_text": "said"}],
    }  # fmt: skip
