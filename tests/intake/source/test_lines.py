"""Lines of a stream, of which long ones are read over."""

from __future__ import annotations

import io
import tracemalloc

from hypothesis import given
from hypothesis import strategies as st

from corpus_pkg.intake.source.lines import Line, bounded_lines


class _LongLine(io.RawIOBase):
    """A line of so many bytes, and a short one after it, made while they are read."""

    def __init__(self, size: int) -> None:
        self._left = size
        self._tail = b"\n{}\n"

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        if self._left:
            count = min(self._left, len(buffer))
            buffer[:count] = b"x" * count
            self._left -= count
            return count
        count = len(self._tail)
        buffer[:count] = self._tail
        self._tail = b""
        return count


def test_a_line_of_200_megabytes_costs_a_few() -> None:
    with io.BufferedReader(_LongLine(200_000_000), 1 << 20) as stream:
        tracemalloc.start()
        try:
            lines = list(bounded_lines(stream, 1_000_000))
            _, peak = tracemalloc.get_traced_memory()
        finally:
            tracemalloc.stop()
    assert lines == [Line(1, None, 200_000_000, 0), Line(2, b"{}", 2, 200_000_001)]
    assert peak < 16_000_000


@given(
    st.lists(st.sampled_from([b"\n", b"\r", b"a", b"bc", "\u2028".encode(), b"\x0b\x0c\x85"]), max_size=20).map(
        b"".join
    )
)
def test_lines_are_those_that_line_feeds_end(raw: bytes) -> None:
    lines = list(bounded_lines(io.BytesIO(raw), 4))
    expected = raw.split(b"\n")
    if not expected[-1]:
        expected.pop()
    assert [each.size for each in lines] == [len(each) for each in expected]
    assert [each.content for each in lines] == [each if len(each) <= 4 else None for each in expected]
    assert [each.number for each in lines] == list(range(1, len(lines) + 1))
    for each in lines:
        assert raw[each.offset : each.offset + each.size] == expected[each.number - 1]


def test_a_line_of_just_as_many_bytes_as_allowed_is_kept() -> None:
    assert [each.content for each in bounded_lines(io.BytesIO(b"abcd\nabcde\nabcd"), 4)] == [b"abcd", None, b"abcd"]
