"""Edit lists lead back to the raw characters, alone and in a row."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from corpus_pkg.model import Edit
from corpus_pkg.text.edits import OffsetMap, compose, restore, sound

Change = tuple[str, list[Edit]]


@st.composite
def changes(draw: st.DrawFn, raw: str) -> Change:
    """Any change of a text: stretches replaced by other strings."""
    parts, edits, position, length = [], [], 0, 0
    while position < len(raw):
        keep = draw(st.integers(0, 3))
        parts.append(raw[position : position + keep])
        length += len(parts[-1])
        position += keep
        if position > len(raw):
            break
        taken = draw(st.integers(0, 2))
        new = draw(st.text("xyz", max_size=2))
        old = raw[position : position + taken]
        if old or new:
            edits.append(Edit(start=length, length=len(new), raw=old))
            parts.append(new)
            length += len(new)
        position += len(old)
        if not old and not keep:
            parts.append(raw[position : position + 1])
            length += len(parts[-1])
            position += 1
    return "".join(parts), edits


@given(st.data())
def test_a_change_is_undone(data: st.DataObject) -> None:
    raw = data.draw(st.text("abcdef", max_size=20))
    text, edits = data.draw(changes(raw))
    assert sound(text, edits)
    assert restore(text, edits) == raw


@given(st.data())
def test_two_changes_in_a_row_are_one(data: st.DataObject) -> None:
    raw = data.draw(st.text("abcdef", max_size=16))
    middle, earlier = data.draw(changes(raw))
    text, later = data.draw(changes(middle))
    both = compose(raw, earlier, later)
    assert sound(text, both)
    assert restore(text, both) == raw


def test_compose_keeps_edits_apart_that_do_not_touch() -> None:
    raw, middle = "a\r\nb\u00a0c", "a\nb c"
    earlier = [Edit(start=1, length=1, raw="\r\n"), Edit(start=3, length=1, raw="\u00a0")]
    text, later = "b c", [Edit(start=0, length=0, raw="a\n")]
    assert restore(middle, earlier) == raw
    assert compose(raw, earlier, later) == [
        Edit(start=0, length=0, raw="a\r\n"),
        Edit(start=1, length=1, raw="\u00a0"),
    ]
    assert restore(text, compose(raw, earlier, later)) == raw


def test_offsets_lead_to_the_same_characters() -> None:
    raw = "\ufeffa\r\nb\u00adc"
    edits = [
        Edit(start=0, length=0, raw="\ufeff"),
        Edit(start=1, length=1, raw="\r\n"),
        Edit(start=3, length=0, raw="\u00ad"),
    ]
    offsets = OffsetMap(edits)
    assert restore("a\nbc", edits) == raw
    for index, character in ((0, "a"), (2, "b"), (3, "c")):
        assert raw[offsets.start(index) : offsets.end(index + 1)] == character
    assert raw[offsets.start(1) : offsets.end(2)] == "\r\n"


def test_overlap_and_disorder_are_unsound() -> None:
    assert not sound("abc", [Edit(start=0, length=2, raw="x"), Edit(start=1, length=1, raw="y")])
    assert not sound("abc", [Edit(start=2, length=2, raw="x")])
    assert sound("abc", [Edit(start=0, length=1, raw="x"), Edit(start=1, length=1, raw="y")])
