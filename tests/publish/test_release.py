"""Releases against a hub on loopback, with the clients as they are: what is published, what no failure breaks."""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from hub_support import TOKEN, Blob, Fault, Hub, Repo, serving
from xet_support import XetStore

from corpus_pkg.convert.build import Options, build
from corpus_pkg.describe.card import card_document

ROOT = Path(__file__).parents[2]
NAME = "someone/news"
STORY = "The ferry stayed in port on Monday, its owners said on the quay, and left a day later.\n"


@dataclass
class Client:
    """The command line, with a home of its own."""

    hub: Hub
    home: Path

    def environment(self, **changes: str) -> dict[str, str]:
        kept = {name: value for name, value in os.environ.items() if not name.startswith("HF_")}
        own = {"HF_ENDPOINT": self.hub.url, "HF_HOME": str(self.home), "HF_TOKEN": TOKEN, "HF_HUB_DISABLE_XET": "1",
               "HF_HUB_DISABLE_TELEMETRY": "1", "HF_HUB_DISABLE_PROGRESS_BARS": "1"}  # fmt: skip
        return kept | own | changes

    def start(self, dataset: Path, version: str, *options: str, **changes: str) -> subprocess.Popen[str]:
        command = [sys.executable, "-m", "corpus_pkg", "publish", str(dataset), NAME, "--version", version, *options]
        return subprocess.Popen(command, env=self.environment(**changes), stdout=subprocess.PIPE,
                                stderr=subprocess.PIPE, text=True)  # fmt: skip

    def publish(self, dataset: Path, version: str, *options: str, **changes: str) -> tuple[int, str, str]:
        process = self.start(dataset, version, *options, **changes)
        out, err = process.communicate(timeout=120)
        assert TOKEN not in out + err
        assert "Traceback" not in out + err, err
        return process.returncode, out, err

    def python(self, code: str, **changes: str) -> str:
        done = subprocess.run([sys.executable, "-W", "error", "-c", code], env=self.environment(**changes),
                              capture_output=True, text=True, timeout=120, check=False)  # fmt: skip
        assert done.returncode == 0, done.stderr
        return done.stdout.strip()


@pytest.fixture(scope="module")
def releases(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """Two versions of a small dataset: of the second one article is gone and another is new."""
    folder = tmp_path_factory.mktemp("releases")
    names = ("trieste-mayoral-runoff.txt", "gdansk-deepwater-quay.txt", "corpus.toml")
    found = []
    for number, version in enumerate(("0.1.0", "0.2.0")):
        source = folder / f"seeds-{version}"
        source.mkdir()
        for name in names[number:]:
            shutil.copy(ROOT / "seeds" / name, source / name)
        if number:
            (source / "ferry.txt").write_text(STORY, "utf-8")
        build([source], folder / version, Options(ner="none", mode="fast", workers=1, version=version,
                                                  documents=(card_document(),)))  # fmt: skip
        found.append(folder / version)
    return found


@pytest.fixture
def client(tmp_path: Path) -> Iterator[Client]:
    with serving() as hub:
        yield Client(hub, tmp_path / "home")


def _repo(client: Client) -> Repo:
    return client.hub.repos[NAME]


def _shown(client: Client) -> str | None:
    """The version that main shows, whole: every file of its manifest is there with its digest, and no other."""
    repo = client.hub.repos.get(NAME)
    files = repo.commits[repo.branches["main"]].files if repo else {}
    if "manifest.json" not in files:
        assert set(files) <= {".gitattributes"}
        return None
    manifest = json.loads(files["manifest.json"].content)
    listed = {each["path"]: each["sha256"] for each in manifest["files"]}
    assert {
        name: blob.sha256 for name, blob in files.items() if name not in {".gitattributes", "manifest.json"}
    } == listed
    version: str = manifest["dataset"]["version"]
    return version


def test_first_nothing_and_an_update_by_one_commit(client: Client, releases: list[Path]) -> None:
    one, two = releases
    code, out, _ = client.publish(one, "0.1.0", "--dry-run", HF_TOKEN="")
    assert (code, "nothing was changed" in out, client.hub.writes()) == (0, True, [])
    code, out, _ = client.publish(one, "0.1.0")
    assert (code, "loaded back and compared" in out) == (0, True)
    assert (_shown(client), _repo(client).history) == ("0.1.0", ["Version 0.1.0", "initial"])
    before = len(client.hub.writes())
    code, out, _ = client.publish(one, "0.1.0")
    assert (code, "nothing to do" in out, len(client.hub.writes())) == (0, True, before)
    code, out, _ = client.publish(two, "0.2.0")
    assert code == 0, out
    assert "articles   2 -> 2 rows: 1 added, 1 removed" in out
    assert (_shown(client), len(_repo(client).history)) == ("0.2.0", 3)
    assert {name: _repo(client).commits[oid].title.split(":")[0] for name, oid in _repo(client).tags.items()} == {
        "v0.1.0": "Version 0.1.0", "v0.2.0": "Version 0.2.0",
    }  # fmt: skip
    code, out, _ = client.publish(one, "0.1.0")
    assert (code, "the tag v0.1.0 is there" in out, "does not grow" in out) == (2, True, True)


def test_a_release_is_loaded_by_its_tag_and_proved(client: Client, releases: list[Path]) -> None:
    for dataset in releases:
        assert client.publish(dataset, dataset.name)[0] == 0
    assert (
        client.python(f"""
from datasets import load_dataset, disable_progress_bars
disable_progress_bars()
import pandas, corpus_pkg
name, found = {NAME!r}, []
for version in ("0.1.0", "0.2.0"):
    quotes = load_dataset(name, "quotes", split="train", revision=f"v{{version}}")
    stream = load_dataset(name, "quotes", split="train", revision=f"v{{version}}", streaming=True)
    some = load_dataset(name, "quotes", split="train", revision=f"v{{version}}", streaming=True, columns=["id", "kind"],
                        filters=[("kind", "==", "direct")])
    frame = pandas.read_parquet(f"hf://datasets/{{name}}@v{{version}}/quotes/train-00000-of-00001.parquet")
    corpus = corpus_pkg.load(f"hub:{{name}}", version=version)
    direct = sum(each.kind == "direct" for article in corpus for each in article.quotes)
    assert len(quotes) == sum(1 for _ in stream) == len(frame) == len(corpus.datasets("quotes"))
    assert sum(1 for _ in some) == direct
    assert next(iter(corpus.datasets("articles", streaming=True)))["id"] == next(iter(corpus)).id
    found.append((corpus.manifest.dataset.version, len(corpus)))
print(found)
""")
        == "[('0.1.0', 2), ('0.2.0', 2)]"
    )
    offline = """
import corpus_pkg
from corpus_pkg import errors
for version in ("0.1.0", "0.2.0", "0.3.0"):
    try:
        print(len(corpus_pkg.load("hub:someone/news", version=version).pandas("quotes")) > 0, end=" ")
    except errors.VersionMismatchError as error:
        print(error.where, end=" ")
"""
    assert client.python(offline, HF_HUB_OFFLINE="1") == "True True hub:someone/news"


def test_releases_through_a_xet_store(client: Client, releases: list[Path], tmp_path: Path) -> None:
    client.hub.xet = XetStore(tmp_path / "cas")
    for dataset in releases:
        code, out, err = client.publish(dataset, dataset.name, HF_HUB_DISABLE_XET="0")
        assert (code, "loaded back and compared" in out) == (0, True), out + err
    assert _shown(client) == "0.2.0"
    manifests = [json.loads((dataset / "manifest.json").read_text("utf-8")) for dataset in releases]
    shards = {each["sha256"] for one in manifests for each in one["files"] if each["path"].endswith(".parquet")}
    # Every shard came by way of the store, and none as a whole.
    assert set(client.hub.hashes) == set(client.hub.stored) == shards
    assert not [path for _, path, _ in client.hub.requests if "/lfs-store/" in path]
    loaded = f"""
import corpus_pkg
from datasets import load_dataset, disable_progress_bars
disable_progress_bars()
for version in ("0.1.0", "0.2.0"):
    quotes = load_dataset({NAME!r}, "quotes", split="train", revision=f"v{{version}}")
    print(len(quotes) == len(corpus_pkg.load("hub:{NAME}", version=version).pandas("quotes")), end=" ")
"""
    assert client.python(loaded, HF_HUB_DISABLE_XET="0", HF_HOME=str(tmp_path / "other")) == "True True"
    assert any("/xet-read-token/" in path for _, path, _ in client.hub.requests)


def test_offline_with_another_version_in_the_cache_raises(client: Client, releases: list[Path]) -> None:
    for dataset in releases:
        assert client.publish(dataset, dataset.name)[0] == 0
    code = 'import corpus_pkg; print(len(corpus_pkg.load("hub:someone/news", version="0.1.0").pandas("quotes")) > 0)'
    assert client.python(code, HF_HOME=str(client.home / "fresh")) == "True"
    raising = (
        "import corpus_pkg\nfrom corpus_pkg import errors\ntry:\n"
        "    corpus_pkg.load('hub:someone/news', version='0.2.0')\n"
        "except errors.VersionMismatchError as error:\n    print(error.what[:13])"
    )
    assert client.python(raising, HF_HOME=str(client.home / "fresh"), HF_HUB_OFFLINE="1") == "version 0.2.0"


def test_a_shard_that_is_not_what_the_manifest_says_is_refused(client: Client, releases: list[Path]) -> None:
    assert client.publish(releases[0], "0.1.0")[0] == 0
    repo, name = _repo(client), "quotes/train-00000-of-00001.parquet"
    files = dict(repo.commits[repo.tags["v0.1.0"]].files)
    repo.commits[repo.tags["v0.1.0"]].files[name] = Blob(files[name].content + b"x", lfs=True)
    code = (
        "import corpus_pkg\nfrom corpus_pkg import errors\n"
        "corpus = corpus_pkg.load('hub:someone/news', version='0.1.0')\nprint(len(corpus.pandas()))\n"
        "try:\n    corpus.pandas('quotes')\nexcept errors.DatasetError as error:\n    print(error.what[:10])"
    )
    fresh = {"HF_HOME": str(client.home / "fresh")}
    assert client.python(code, **fresh).split() == ["2", "its", "sha256"]
    del repo.commits[repo.tags["v0.1.0"]].files[name]
    assert "is not there" in client.python(
        code.replace("error.what[:10]", "error.what"), HF_HOME=str(client.home / "2")
    )


def test_a_stale_parent_is_planned_anew(client: Client, releases: list[Path]) -> None:
    one, two = releases
    assert client.publish(one, "0.1.0")[0] == 0

    def somebody_else() -> None:
        repo = _repo(client)
        files = repo.commits[repo.branches["main"]].files | {"NOTES.md": Blob(b"hello", lfs=False)}
        repo.commit(files, "somebody else", "main")

    client.hub.faults.append(Fault("POST", r"/preupload/", 503, then=somebody_else))
    code, out, err = client.publish(two, "0.2.0")
    assert code == 0, out + err
    assert (_shown(client), _repo(client).history[:2]) == (
        "0.2.0", ["Version 0.2.0: articles 1 added, 1 removed, 0 text", "somebody else"],
    )  # fmt: skip


@pytest.mark.parametrize(
    "fault",
    [
        Fault("POST", r"/commit/main", 503), Fault("POST", r"/commit/main", done=True), Fault("POST", r"/tag/", 503),
        Fault("POST", r"/tag/", done=True), Fault("PUT", r"/lfs-store/"),
    ],
    ids=lambda each: f"{each.path} {each.status or 'cut'}{' after' if each.done else ''}",
)  # fmt: skip
def test_a_server_that_fails_once_breaks_nothing(client: Client, releases: list[Path], fault: Fault) -> None:
    one, two = releases
    assert client.publish(one, "0.1.0")[0] == 0
    client.hub.faults.append(Fault(fault.method, fault.path, fault.status, done=fault.done))
    code, out, err = client.publish(two, "0.2.0")
    assert code == 0, out + err
    assert (_shown(client), len(_repo(client).history), sorted(_repo(client).tags)) == (
        "0.2.0",
        3,
        ["v0.1.0", "v0.2.0"],
    )


def test_a_tag_that_fails_is_finished_by_resume(client: Client, releases: list[Path]) -> None:
    client.hub.faults.append(Fault("POST", r"/tag/", 403))
    code, out, err = client.publish(releases[0], "0.1.0")
    assert (code, "--resume" in err, _repo(client).tags) == (3, True, {})
    assert _shown(client) == "0.1.0"
    code, out, err = client.publish(releases[0], "0.1.0")
    assert (code, "--resume" in out) == (2, True)
    code, out, err = client.publish(releases[0], "0.1.0", "--resume")
    assert (code, list(_repo(client).tags), len(_repo(client).history)) == (0, ["v0.1.0"], 2), out + err


@pytest.mark.parametrize(
    ("method", "path", "done"),
    [
        ("POST", "/repos/create", True), ("PUT", "/lfs-store/", False), ("POST", "/commit/main", False),
        ("POST", "/commit/main", True), ("POST", "/tag/", True),
    ],
)  # fmt: skip
def test_a_client_that_is_killed_leaves_no_half_release(
    client: Client, releases: list[Path], method: str, path: str, done: bool,  # noqa: FBT001  a case
) -> None:  # fmt: skip
    running: list[subprocess.Popen[str]] = []

    def kill() -> None:
        running[0].send_signal(signal.SIGKILL)

    client.hub.faults.append(Fault(method, path, then=kill, done=done))
    running.append(client.start(releases[0], "0.1.0"))
    running[0].communicate(timeout=120)
    assert running[0].returncode == -signal.SIGKILL
    shown = _shown(client)
    assert shown == ("0.1.0" if (path, done) == ("/commit/main", True) or path == "/tag/" else None)
    finished = bool(client.hub.repos) and bool(_repo(client).tags)
    code, out, err = client.publish(releases[0], "0.1.0", *(["--resume"] if shown and not finished else []))
    assert (code, _shown(client), list(_repo(client).tags)) == (0, "0.1.0", ["v0.1.0"]), out + err


@pytest.mark.parametrize("token", ["hf_wrong_token_that_opens_nothing", ""])
def test_a_wrong_token_is_told_and_not_printed(client: Client, releases: list[Path], token: str) -> None:
    code, out, err = client.publish(releases[0], "0.1.0", HF_TOKEN=token)
    assert (code, "hf auth login" in err, client.hub.repos) == (3, True, {}), out + err
    assert not token or token not in out + err


def test_a_pull_request_leaves_main_as_it_is(client: Client, releases: list[Path]) -> None:
    one, two = releases
    assert client.publish(one, "0.1.0")[0] == 0
    code, out, _ = client.publish(two, "0.2.0", "--pr")
    assert (code, "/discussions/1" in out, _shown(client), list(_repo(client).tags)) == (0, True, "0.1.0", ["v0.1.0"])
    assert "refs/pr/1" in _repo(client).branches


@pytest.mark.parametrize("done", [False, True])
def test_a_pull_request_is_never_opened_twice(client: Client, releases: list[Path], done: bool) -> None:  # noqa: FBT001
    assert client.publish(releases[0], "0.1.0")[0] == 0
    client.hub.faults.append(Fault("POST", r"/commit/main", done=done))
    code, out, err = client.publish(releases[1], "0.2.0", "--pr")
    assert (code, "whether the pull request was opened is not known" in err) == (3, True), out + err
    assert sum(name.startswith("refs/pr/") for name in _repo(client).branches) == done


def _spoiled(dataset: Path, folder: Path, name: str, content: bytes) -> Path:
    copy = folder / "spoiled"
    shutil.copytree(dataset, copy)
    (copy / name).write_bytes(content)
    return copy


def test_a_dataset_that_is_not_sound_is_not_published(client: Client, releases: list[Path], tmp_path: Path) -> None:
    for name, content in (("news.py", b"print(1)\n"), ("extra.txt", b"x")):
        code, out, _ = client.publish(_spoiled(releases[0], tmp_path / name, name, content), "0.1.0")
        assert (code, "not published" in out, client.hub.requests) == (1, True, [])
    code, out, _ = client.publish(releases[0], "0.3.0")
    assert (code, "says that it is version 0.1.0" in out, client.hub.writes()) == (2, True, [])


def test_secrets_are_refused_and_not_printed(client: Client, tmp_path: Path) -> None:
    secret = "ghp_" + "a1B2c3D4e5" * 4
    source = tmp_path / "seeds"
    source.mkdir()
    (source / "ferry.txt").write_text(STORY, "utf-8")
    (source / "corpus.toml").write_text(f'license = "CC0-1.0"\ncitation = "x"\ndescription = "{secret}"\n', "utf-8")
    build(
        [source],
        tmp_path / "out",
        Options(ner="none", mode="fast", workers=1, version="0.1.0", documents=(card_document(),)),
    )
    code, out, err = client.publish(tmp_path / "out", "0.1.0")
    assert (code, "a token of GitHub" in out, client.hub.writes()) == (2, True, []), out + err
    assert secret not in out + err


def test_the_outcome_as_json(client: Client, releases: list[Path]) -> None:
    assert client.publish(releases[0], "0.1.0")[0] == 0
    code, out, _ = client.publish(releases[1], "0.2.0", "--json", "--dry-run")
    value: dict[str, Any] = json.loads(out)
    assert (code, value["plan"]["kind"], value["changes"]["configs"]["articles"]["added"]) == (0, "update", 1)
    assert value["plan"]["bytes"] == sum(value["plan"]["send"].values()) > 0


def test_texts_that_nothing_allows_to_pass_on_stay_at_home(client: Client, tmp_path: Path) -> None:
    source = tmp_path / "seeds"
    source.mkdir()
    (source / "ferry.txt").write_text(STORY, "utf-8")
    (source / "crane.txt").write_text(STORY.replace("ferry", "crane"), "utf-8")
    (source / "crane.meta.toml").write_text('rights = "All rights reserved"\n', "utf-8")
    (source / "corpus.toml").write_text('license = "CC0-1.0"\ncitation = "x"\n', "utf-8")
    options = Options(ner="none", mode="fast", workers=1, version="0.1.0", documents=(card_document(),))
    build([source], tmp_path / "out", options)
    code, out, err = client.publish(tmp_path / "out", "0.1.0")
    assert (code, client.hub.writes()) == (2, []), out + err
    assert "1 articles may not be passed on, and of 1 nobody says whether they may" in out


def test_what_withholds_its_texts_is_published(client: Client, tmp_path: Path) -> None:
    source = tmp_path / "seeds"
    source.mkdir()
    (source / "ferry.txt").write_text(STORY, "utf-8")
    for withhold in (False, True):
        options = Options(ner="none", mode="fast", workers=1, version="0.1.0", documents=(card_document(),),
                          withhold=withhold)  # fmt: skip
        build([source], tmp_path / "out", options)
        code, out, err = client.publish(tmp_path / "out", "0.1.0")
        assert code == (0 if withhold else 2), out + err
        assert ("--withhold-text" in out) == (not withhold)
    assert _shown(client) == "0.1.0"
    assert "ferry stayed" not in client.python(f"import corpus_pkg; print(list(corpus_pkg.load('hub:{NAME}')))")
