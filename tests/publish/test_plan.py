"""The plan of a release: what is sent and deleted, and every reason to refuse; without a file or a connection."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus_pkg.errors import UsageError
from corpus_pkg.publish.plan import Plan, plan_release
from corpus_pkg.publish.state import File, Local, Remote, read_local
from corpus_pkg.publish.version import Version, parse_version, tagged

DATA = Path(__file__).parents[2] / "data"
V1, V2 = Version(0, 1, 0), Version(0, 2, 0)


def _local(version: Version = V2, **files: str) -> Local:
    own = read_local(DATA)
    dataset = replace(own.manifest.dataset, version=str(version))
    listed = {name.replace("_", "/"): File(10, sha256) for name, sha256 in files.items()}
    return Local(DATA, replace(own.manifest, dataset=dataset), listed, b"new")


def _remote(tags: dict[str, str] | None = None, content: bytes | None = b"old", **files: str) -> Remote:
    listed = {name.replace("_", "/"): File(10, sha256) for name, sha256 in files.items()}
    return Remote("head", tags or {}, listed | {".gitattributes": File(9, "x")}, content)


def _reasons(plan: Plan) -> str:
    return "; ".join(each.reason for each in plan.refusals)


def test_a_first_release_sends_everything() -> None:
    plan = plan_release(_local(a="1", b="2"), None, V2)
    assert (plan.kind, plan.parent, dict(plan.send), plan.delete) == ("first", None, {"a": 10, "b": 10}, ())
    assert (plan.bytes, plan.keep, plan.refusals) == (20, 0, ())


def test_an_update_sends_what_differs_and_deletes_what_is_gone() -> None:
    plan = plan_release(_local(a="1", b="3", quotes_x="4"), _remote({"v0.1.0": "old"}, a="1", b="2", c="5"), V2)
    assert (plan.kind, plan.parent, plan.refusals) == ("update", "head", ())
    assert (dict(plan.send), plan.keep, plan.delete) == ({"b": 10, "quotes/x": 10}, 1, ("c",))


def test_the_same_release_is_nothing_or_lacks_its_tag() -> None:
    there = _remote({"v0.2.0": "head"}, b"new", a="1")
    assert plan_release(_local(a="1"), there, V2).kind == "nothing"
    lacking = _remote({"v0.1.0": "old"}, b"new", a="1")
    plan = plan_release(_local(a="1"), lacking, V2)
    assert (plan.kind, "--resume" in plan.refusals[0].mend) == ("tag", True)
    plan = plan_release(_local(a="1"), lacking, V2, resume=True)
    assert (plan.kind, plan.refusals) == ("tag", ())


@pytest.mark.parametrize(
    ("version", "tags", "breaks", "words"),
    [
        (V1, {}, (), "says that it is version 0.2.0"),
        (V2, {"v0.2.0": "other"}, (), "is there, on other content"),
        (V2, {"v0.3.0": "other"}, (), "does not grow: 0.3.0"),
        (Version(1, 1, 0), {"v1.0.0": "other"}, ("quotes.cue",), "breaks what readers of 1.0.0 use: quotes.cue"),
        (Version(0, 2, 1), {"v0.2.0": "other"}, ("claims",), "breaks"),
    ],
)
def test_what_is_refused(version: Version, tags: dict[str, str], breaks: tuple[str, ...], words: str) -> None:
    local = _local(V2 if version == V1 else version, a="1")
    assert words in _reasons(plan_release(local, _remote(tags), version, breaks))


@pytest.mark.parametrize("version", [Version(2, 0, 0), Version(1, 0, 0)])
def test_a_major_version_may_break(version: Version) -> None:
    before = "v1.9.9" if version.major == 2 else "v0.9.9"
    assert plan_release(_local(version, a="1"), _remote({before: "x"}), version, ("quotes.cue",)).refusals == ()


def test_resuming_what_is_not_there() -> None:
    assert "does not exist" in _reasons(plan_release(_local(a="1"), None, V2, resume=True))
    assert "another content" in _reasons(plan_release(_local(a="1"), _remote(), V2, resume=True))


@given(st.tuples(*[st.integers(0, 999)] * 3), st.tuples(*[st.integers(0, 999)] * 3))
def test_versions_order_and_are_read_back(one: tuple[int, int, int], two: tuple[int, int, int]) -> None:
    assert parse_version(str(Version(*one))) == Version(*one)
    assert tagged(Version(*one).tag) == Version(*one)
    assert (Version(*one) < Version(*two)) == (one < two)


@pytest.mark.parametrize("text", ["1.2", "v1.2.3", "1.2.3-rc1", "01.2.3", "1.2.3\n", "", "a.b.c"])
def test_what_is_no_version(text: str) -> None:
    with pytest.raises(UsageError):
        parse_version(text)
    assert tagged(text) is None or text == "v1.2.3"
