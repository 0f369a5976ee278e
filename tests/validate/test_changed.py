"""The files that a pull request changes, in real git repositories."""

from __future__ import annotations

from pathlib import Path

import pytest
from workflow_support import branched, git

from corpus_pkg.errors import UsageError
from corpus_pkg.validate.changed import changed_files


@pytest.fixture
def tree(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A checkout with a commit on `origin/main` and an empty one on top, entered."""
    root = tmp_path / "tree"
    (root / "seeds").mkdir(parents=True)
    for name in ("a.txt", "b.txt", "seeds/c.txt"):
        (root / name).write_text("before")
    branched(root)
    monkeypatch.chdir(root)
    monkeypatch.delenv("GITHUB_BASE_REF", raising=False)
    return root


def _names(tree: Path, since: str | None = None) -> list[str]:
    return sorted(str(each.relative_to(tree.resolve())) for each in changed_files(since))


def _commit(tree: Path) -> None:
    git(tree, "add", "--all")
    git(tree, "commit", "--quiet", "--message=more")


def test_nothing_has_changed(tree: Path) -> None:
    assert _names(tree) == _names(tree, "origin/main") == []


def test_changed_staged_and_new_files_are_found(tree: Path) -> None:
    (tree / "a.txt").write_text("after")
    (tree / "b.txt").write_text("after")
    git(tree, "add", "b.txt")
    (tree / "seeds" / "d.txt").write_text("new")
    assert _names(tree) == ["a.txt", "b.txt", "seeds/d.txt"]


def test_removed_and_ignored_files_are_not(tree: Path) -> None:
    (tree / "a.txt").unlink()
    (tree / ".gitignore").write_text("*.log\n")
    (tree / "x.log").write_text("x")
    assert _names(tree) == [".gitignore"]


def test_a_renamed_file_has_its_new_name(tree: Path) -> None:
    git(tree, "mv", "a.txt", "seeds/a.txt")
    assert _names(tree) == ["seeds/a.txt"]


@pytest.mark.parametrize("name", ["two words.txt", "ü“.txt", "-x.txt", "a\nb.txt", 'quo"te.txt', "tab\t.txt"])
def test_names_of_any_kind_are_found(tree: Path, name: str) -> None:
    (tree / "seeds" / name).write_text("new")
    assert _names(tree) == [f"seeds/{name}"]
    _commit(tree)
    assert _names(tree, "origin/main") == [f"seeds/{name}"]


def test_commits_since_a_revision_count(tree: Path) -> None:
    (tree / "a.txt").write_text("after")
    _commit(tree)
    assert _names(tree) == []
    assert _names(tree, "origin/main") == _names(tree, "HEAD~") == ["a.txt"]


def test_what_the_base_has_changed_since_is_not_of_the_request(tree: Path) -> None:
    (tree / "a.txt").write_text("mine")
    _commit(tree)
    git(tree, "switch", "--quiet", "--detach", "origin/main")
    (tree / "b.txt").write_text("theirs")
    _commit(tree)
    git(tree, "update-ref", "refs/remotes/origin/main", "HEAD")
    git(tree, "switch", "--quiet", "main")
    assert _names(tree, "origin/main") == ["a.txt"]


def test_ci_names_the_base(tree: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tree / "a.txt").write_text("after")
    _commit(tree)
    monkeypatch.setenv("GITHUB_BASE_REF", "main")
    assert _names(tree) == ["a.txt"]
    monkeypatch.setenv("GITHUB_BASE_REF", "")
    assert _names(tree) == []


def test_a_folder_of_the_checkout_sees_all_of_it(tree: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tree / "a.txt").write_text("after")
    (tree / "new.txt").write_text("new")
    monkeypatch.chdir(tree / "seeds")
    assert _names(tree) == ["a.txt", "new.txt"]


def test_a_link_into_the_checkout_leads_to_the_same_files(
    tree: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tree / "a.txt").write_text("after")
    (tmp_path / "link").symlink_to(tree)
    monkeypatch.chdir(tmp_path / "link")
    assert _names(tree) == ["a.txt"]


@pytest.mark.parametrize("since", ["gone", "origin/gone", "0" * 40, "--help", "-x", ""])
def test_a_revision_that_is_none_is_wrong_use(tree: Path, since: str) -> None:
    if since:
        with pytest.raises(UsageError, match="--changed-only"):
            changed_files(since)
    else:
        assert _names(tree, since) == []


def test_no_checkout_is_wrong_use(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    with pytest.raises(UsageError, match="git rev-parse failed"):
        changed_files(None)


def test_no_commit_is_wrong_use(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    git(tmp_path, "init", "--quiet")
    monkeypatch.chdir(tmp_path)
    with pytest.raises(UsageError, match="git merge-base failed"):
        changed_files(None)


def test_no_git_is_wrong_use(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(UsageError, match="git is not installed"):
        changed_files(None)
