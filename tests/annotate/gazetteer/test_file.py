"""A user's gazetteer: read, or refused with the place and the remedy."""

from __future__ import annotations

import hashlib
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus_pkg.annotate.gazetteer import Entry, Gazetteer, read_gazetteer, shipped
from corpus_pkg.errors import UsageError

ROWS = "name,type,kind,country,wikidata,aliases\nHarrow Institute,ORG,body,GB,,HI|the Harrow\nTolmin Pass,LOC,,,,\n"


def _write(folder: Path, content: str | bytes) -> Path:
    path = folder / "own.csv"
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"], ids=["plain", "with a byte order mark"])
def test_rows_become_entries(tmp_path: Path, mark: bytes) -> None:
    content = mark + ROWS.encode()
    found = read_gazetteer(_write(tmp_path, content))
    institute, place = found.entries
    assert institute == Entry("Harrow Institute", "ORG", "body", "GB", None, ("HI", "the Harrow"))
    assert (place.kind, place.country, place.aliases) == ("own", None, ())
    assert (found.use.name, found.use.version, found.use.verified) == ("gazetteer own.csv", "2 rows", False)
    assert found.use.sha256 == hashlib.sha256(content).hexdigest()


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("name,kind\nHarrow,body\n", r"own.csv:1: the columns are name, kind\. .* name and type must be there"),
        ("", "own.csv:1: the columns are missing"),
        ("name,type,colour\nHarrow,ORG,red\n", "own.csv:1: the columns are"),
        ("name,type\nHarrow,ORG\n,ORG\n", "own.csv:3: has no name"),
        ("name,type\nHarrow,BODY\n", "own.csv:2: type is 'BODY'. It is one of PERSON, ORG, LOC, MISC"),
        ("name,type,country\nHarrow,ORG,UK of GB\n", "own.csv:2: country is 'UK of GB'"),
        ("name,type,wikidata\nHarrow,ORG,12\n", "own.csv:2: wikidata is '12'"),
        ("name,type,metonym_of\nHarrow,ORG,Britain\n", "own.csv:2: metonym_of is 'Britain'"),
        ("name,type\nHarrow,ORG,more\n", "own.csv:2: has more or fewer cells"),
        ("name,type\nHarrow\n", "own.csv:2: has more or fewer cells"),
        (b"name,type\n\xff\xfe,ORG\n", "is not CSV in UTF-8"),
        ('name,type\n"Harrow,ORG\n', "is not CSV in UTF-8"),
    ],
)
def test_what_is_wrong_is_said_with_its_line(tmp_path: Path, content: str | bytes, message: str) -> None:
    with pytest.raises(UsageError, match=message):
        read_gazetteer(_write(tmp_path, content))


def test_a_file_that_is_not_there_is_said(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="cannot be read: No such file"):
        read_gazetteer(tmp_path / "none.csv")


@given(st.binary(max_size=80))
def test_any_bytes_are_read_or_refused(tmp_path_factory: pytest.TempPathFactory, content: bytes) -> None:
    path = _write(tmp_path_factory.mktemp("gazetteer"), content)
    with suppress(UsageError):
        assert all(each.name for each in read_gazetteer(path).entries)


def test_the_user_s_rows_go_before_the_package_s() -> None:
    own = Entry("Reuters", "ORG", "own", None, None, ("Reuters Group",))
    known = Gazetteer([own, *shipped()])
    assert known.get("Reuters", "ORG") is own
    assert known.get("AFP", "ORG") is not None
