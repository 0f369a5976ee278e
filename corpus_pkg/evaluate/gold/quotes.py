"""Gold of reported speech, and the shape in which systems give theirs."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Literal, TypeAlias

from corpus_pkg.evaluate.gold.fields import Fields
from corpus_pkg.evaluate.gold.lines import read_lines
from corpus_pkg.evaluate.stretches import Stretch

ReportedType: TypeAlias = Literal["direct", "mixed", "indirect"]
_TYPES: dict[str, ReportedType] = {"direct": "direct", "mixed": "mixed", "indirect": "indirect"}


@dataclass(frozen=True, slots=True)
class Mention:
    """The words that name a speaker: as printed, and where they stand."""

    text: str
    spans: tuple[Stretch, ...]


@dataclass(frozen=True, slots=True)
class Reported:
    """One piece of reported speech.

    Attributes:
        type: all of it quoted, a part, or nothing.
        content: what is reported, in one or more stretches; with or without quotation marks.
        quoted: the stretches inside quotation marks; none for indirect speech.
        speaker: who is named as the speaker; None where nobody is.
        cue: the words or marks that say that it is speech; None where there are none.
        confidence: a system's own estimate, 0 to 1; None in gold and where a system gives none.
        utterance: shared by the parts of one utterance; None in gold and where a system does not say.
    """

    type: ReportedType
    content: tuple[Stretch, ...]
    quoted: tuple[Stretch, ...]
    speaker: Mention | None
    cue: str | None
    confidence: float | None = None
    utterance: str | None = None


@dataclass(frozen=True, slots=True)
class QuotedText:
    """A text with its reported speech."""

    id: str
    text: str
    reported: list[Reported]


def read_quotes(path: Path) -> list[QuotedText]:
    """The texts of a set of quotations.

    Raises:
        UsageError: a line is not in the sets' form.
    """
    return [_text(each) for each in read_lines(path)]


def _text(fields: Fields) -> QuotedText:
    text = fields.text("text")
    return QuotedText(fields.text("id"), text, [_reported(each, text) for each in fields.objects("quotes")])


def _reported(fields: Fields, text: str) -> Reported:
    kind = _TYPES.get(fields.text("type"))
    if kind is None:
        raise fields.wrong("type", "direct, mixed or indirect")
    name = fields.text_or_none("speaker_text")
    return Reported(
        type=kind, content=fields.stretches("content_spans", text) or (fields.stretch(text),),
        quoted=fields.stretches("quoted_spans", text),
        speaker=Mention(name, fields.stretches("speaker_spans", text)) if name else None,
        cue=fields.text_or_none("cue_text"),
    )  # fmt: skip
