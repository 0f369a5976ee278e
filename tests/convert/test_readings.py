"""What was read is known again by what it was read from; what is new is read, and nothing else."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest

from corpus_pkg.convert import readings as module
from corpus_pkg.convert.blobs import LocalBlobs, blobs_at
from corpus_pkg.convert.packing import compress, head_of, join, pack
from corpus_pkg.convert.readings import Readings
from corpus_pkg.errors import CorpusError
from corpus_pkg.findings import Finding, Place, Rule
from corpus_pkg.findings.rules.files import EMPTY_FILE, UNREADABLE_FILE
from corpus_pkg.findings.rules.forms import EXTRA_MISSING, FIELDS_GUESSED
from corpus_pkg.findings.rules.metadata import IMPOSSIBLE_DATE
from corpus_pkg.intake.piece import Piece, piece_key
from corpus_pkg.intake.raw import Given, RawArticle
from corpus_pkg.intake.unit import Unit, refused

TODAY = dt.date(2025, 6, 1)


def _raw(number: int, *, source: str | None = None, tail: str = "") -> RawArticle:
    return RawArticle(path=f"{number}.txt", sha256=f"{number:064x}", media_type="text/plain", encoding="utf-8",
                      encoding_provenance="utf-8", characters=f"A long story, number {number}, of the sea.{tail}",
                      given=Given(source=source))  # fmt: skip


class _Shelf:
    """Reads pieces, and tells which were read."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.blobs = folder, blobs_at(folder / "kept")
        self.read: list[int] = []

    def piece(self, raw: RawArticle, number: int, *findings: Finding, key: bool = True) -> Piece:
        def units() -> Iterator[Unit]:
            self.read.append(number)
            yield Unit(raw, findings)

        return Piece(units, piece_key(number) if key else None, 10)

    def take(self, pieces: Iterable[Piece], today: dt.date = TODAY) -> tuple[list[str], list[int]]:
        """The paths of all articles; what was read for them."""
        self.read.clear()
        with Readings(self.folder, self.blobs, today) as readings:
            units = list(readings.read(pieces))
            assert len(readings) == sum(is_article for is_article, _ in units)
            paths = [each.path for group in readings for each in group.articles]
        return paths, list(self.read)


@pytest.fixture
def shelf(tmp_path: Path) -> _Shelf:
    return _Shelf(tmp_path)


def test_one_more_costs_the_group_that_it_falls_into(shelf: _Shelf) -> None:
    pieces = [shelf.piece(_raw(each), each) for each in range(500)]
    paths = [f"{each}.txt" for each in range(500)]
    assert shelf.take(pieces) == (paths, list(range(500)))
    assert shelf.take(pieces) == (paths, [])
    more = shelf.piece(_raw(500), 500)
    for place in (0, 250, 500):
        found, read = shelf.take([*pieces[:place], more, *pieces[place:]])
        assert found == [*paths[:place], "500.txt", *paths[place:]]
        assert 500 in read
        assert len(read) <= 300, "cut by what they are, the groups behind are the same"


def test_articles_come_as_they_were_read(shelf: _Shelf) -> None:
    raws = [_raw(1, source="Courier"), _raw(2, tail="\ud800")]
    for _ in range(2):
        with Readings(shelf.folder, shelf.blobs, TODAY) as readings:
            assert len(list(readings.read([shelf.piece(each, at) for at, each in enumerate(raws)]))) == 2
            (group,) = readings
            assert group.articles == raws
            assert len(set(group.names("work"))) == 2
            assert not set(group.names("work")) & set(group.names("other"))


def test_what_a_source_repeats_changes_the_name_and_is_told(shelf: _Shelf) -> None:
    raws = [_raw(each, source="Courier", tail=" It was told twice.\n\nThe Courier is ours.") for each in range(5)]
    pieces = [shelf.piece(each, at) for at, each in enumerate(raws)]
    named = []
    for count in (4, 5):
        with Readings(shelf.folder, shelf.blobs, TODAY) as readings:
            assert list(readings.read(pieces[:count]))
            groups = list(readings)
            named.append([name for group in groups for name in group.names("work")])
            assert {bool(each.repeated) for group in groups for each in group.articles} == {count == 5}
    assert not set(named[0]) & set(named[1])


def test_what_was_found_is_said_each_time_in_its_order(shelf: _Shelf) -> None:
    guessed = Finding(FIELDS_GUESSED, Place(file="a"), "text from body")
    pieces = [
        shelf.piece(_raw(1), 1, guessed), Piece(lambda: [refused(Finding(EMPTY_FILE, Place(file="b"), "empty"))]),
        shelf.piece(_raw(2), 2, guessed, key=False), shelf.piece(_raw(3), 3),
    ]  # fmt: skip
    for expected in ([1, 2, 3], [2]):
        shelf.read.clear()
        with Readings(shelf.folder, shelf.blobs, TODAY) as readings:
            found = [(is_article, [each.rule.code for each in findings])
                     for is_article, findings in readings.read(pieces)]  # fmt: skip
        assert found == [(True, [FIELDS_GUESSED.code]), (False, [EMPTY_FILE.code]), (True, []), (True, [])], (
            "once a file"
        )
        assert shelf.read == expected


def test_a_date_that_was_to_come_is_read_again(shelf: _Shelf) -> None:
    ahead = Finding(IMPOSSIBLE_DATE, Place(file="a"), "not between 1700 and today")
    free, bound = [shelf.piece(_raw(1), 1)], [shelf.piece(_raw(2), 2, ahead)]
    days = [TODAY, TODAY, TODAY + dt.timedelta(1), TODAY - dt.timedelta(1)]
    assert [bool(shelf.take(free, day)[1]) for day in days] == [True, False, False, True]
    assert [bool(shelf.take(bound, day)[1]) for day in days] == [True, False, True, True]


@pytest.mark.parametrize("damage", [b"", b"\x80\x04."])
def test_what_is_damaged_is_read_again(shelf: _Shelf, damage: bytes) -> None:
    pieces = [shelf.piece(_raw(1), 1)]
    shelf.take(pieces)
    (kept,) = (shelf.folder / "kept").rglob("??/*")
    LocalBlobs(shelf.folder / "kept").put(kept.name, damage)
    assert shelf.take(pieces) == (["1.txt"], [1])
    assert shelf.take(pieces) == (["1.txt"], [])


def test_what_is_gone_when_it_is_needed_is_told(shelf: _Shelf) -> None:
    with Readings(shelf.folder, shelf.blobs, TODAY) as readings:
        assert list(readings.read([shelf.piece(_raw(1), 1)]))
        (kept,) = (shelf.folder / "kept").rglob("??/*")
        kept.unlink()
        (group,) = readings
        with pytest.raises(CorpusError, match="damaged or removed"):
            assert group.articles


@pytest.mark.parametrize("content", [pack(5), join(pack([]), b""), join(pack(5), b"x")])
def test_what_nobody_kept_here_is_read_again_or_told(shelf: _Shelf, content: bytes) -> None:
    pieces = [shelf.piece(_raw(1), 1)]
    shelf.take(pieces)
    (kept,) = (shelf.folder / "kept").rglob("??/*")
    sound = shelf.blobs.get(kept.name)
    assert sound is not None
    shelf.blobs.put(kept.name, content)
    assert shelf.take(pieces) == (["1.txt"], [1])
    for body in (compress(pack([])), compress(pack([5])), b"\0\0\0\1no zstd"):
        shelf.blobs.put(kept.name, join(head_of(sound), body))
        with pytest.raises(CorpusError, match="damaged or removed"):
            shelf.take(pieces)


@pytest.mark.parametrize("rule", [UNREADABLE_FILE, EXTRA_MISSING])
def test_what_the_machine_could_not_read_is_tried_again(shelf: _Shelf, rule: Rule) -> None:
    def units() -> Iterator[Unit]:
        shelf.read.append(2)
        yield refused(Finding(rule, Place(file="a"), "not now"))

    pieces = [shelf.piece(_raw(1), 1), Piece(units, piece_key(2), 10)]
    for _ in range(2):
        paths, read = shelf.take(pieces)
        assert paths == ["1.txt"]
        assert 2 in read


def test_memory_holds_some_of_a_long_piece(shelf: _Shelf, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "_MOST", 3)
    given = 0

    def units() -> Iterator[Unit]:
        nonlocal given
        for number in range(7):
            given += 1
            yield Unit(_raw(number))

    with Readings(shelf.folder, shelf.blobs, TODAY) as readings:
        told = readings.read([Piece(units)])
        next(told)
        assert given == 3
        assert len(list(told)) == 6
        assert [len(each.digests) for each in readings] == [3, 3, 1]
    monkeypatch.setattr(module, "_BYTES", 50)
    assert len(shelf.take([Piece(units)])[0]) == 7
    assert not list((shelf.folder / "kept").rglob("??/*")), "what has no key is not kept"
