"""A server on loopback that speaks the Hub's protocol, for the unmodified clients: LFS, commits, tags, requests.

It keeps everything in memory, listens on a port that the system picks, and can be told to fail at a given request.
"""

from __future__ import annotations

import base64
import hashlib
import json
import re
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any, ClassVar, NoReturn
from urllib.parse import parse_qs, unquote, urlsplit

import yaml
from xet_support import XetStore

TOKEN = "hf_test_token_of_the_loopback_hub"  # noqa: S105  it opens nothing
USER = "someone"
_DATE = "2026-01-01T00:00:00.000Z"
_LARGE = 10 * 1024 * 1024
_LFS = (".parquet", ".zst", ".gz", ".png")


@dataclass(frozen=True)
class Blob:
    """A file of a commit; `lfs` for one that the commit names by its digest."""

    content: bytes
    lfs: bool

    @property
    def sha256(self) -> str:
        return hashlib.sha256(self.content).hexdigest()

    @property
    def pointer(self) -> bytes:
        return (
            f"version https://git-lfs.github.com/spec/v1\noid sha256:{self.sha256}\nsize {len(self.content)}\n".encode()
        )

    @property
    def oid(self) -> str:
        stored = self.pointer if self.lfs else self.content
        return hashlib.sha1(b"blob %d\0" % len(stored) + stored).hexdigest()  # noqa: S324  as git has it


@dataclass
class Commit:
    """A commit: all files as they then were."""

    oid: str
    files: dict[str, Blob]
    title: str
    parent: str | None


@dataclass
class Repo:
    """A dataset repository."""

    commits: dict[str, Commit] = field(default_factory=dict)
    branches: dict[str, str] = field(default_factory=dict)
    tags: dict[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.commit(
            {".gitattributes": Blob(b"*.parquet filter=lfs diff=lfs merge=lfs -text\n", lfs=False)}, "initial", "main"
        )

    def commit(self, files: dict[str, Blob], title: str, branch: str) -> str:
        parent = self.branches.get(branch) or self.branches.get("main")
        listed = "".join(f"{name} {blob.oid}\n" for name, blob in sorted(files.items()))
        oid = hashlib.sha1(f"{parent}{title}{len(self.commits)}{listed}".encode()).hexdigest()  # noqa: S324  as git has it
        self.commits[oid] = Commit(oid, files, title, parent)
        self.branches[branch] = oid
        return oid

    def at(self, revision: str) -> Commit | None:
        named = revision.removeprefix("refs/heads/").removeprefix("refs/tags/")
        oid = self.branches.get(revision) or self.branches.get(named) or self.tags.get(named) or revision
        return self.commits.get(oid)

    @property
    def history(self) -> list[str]:
        """The titles of main, the newest first."""
        found, commit = [], self.at("main")
        while commit is not None:
            found.append(commit.title)
            commit = self.commits.get(commit.parent or "")
        return found


@dataclass
class Fault:
    """What goes wrong at the next requests that fit.

    Attributes:
        method, path: of the requests; the path is a regular expression.
        status: what is answered; None for a connection that is cut.
        times: how often.
        then: called when it happens.
        done: whether what was asked is done all the same.
    """

    method: str
    path: str
    status: int | None = None
    times: int = 1
    then: Callable[[], None] | None = None
    done: bool = False


class Hub:
    """The state of the server."""

    def __init__(self) -> None:
        self.repos: dict[str, Repo] = {}
        self.stored: dict[str, bytes] = {}
        self.faults: list[Fault] = []
        self.requests: list[tuple[str, str, int]] = []
        self.lock = threading.RLock()
        self.url = ""
        # Where there is a Xet store, clients that can put their files there, and fetch them from it.
        self.xet: XetStore | None = None
        self.hashes: dict[str, str] = {}

    def has(self, oid: str, size: int) -> bool:
        """Whether a file was stored, here or in the Xet store; what is in there is read back and proved."""
        if oid not in self.stored and self.xet is not None and oid in (hashes := self.xet.hashes()):
            content = self.xet.content(hashes[oid], size)
            if hashlib.sha256(content).hexdigest() == oid:
                self.stored[oid], self.hashes[oid] = content, hashes[oid]
        return oid in self.stored

    def fault(self, method: str, path: str) -> Fault | None:
        for each in self.faults:
            if each.times and each.method == method and re.search(each.path, path):
                each.times -= 1
                return each
        return None

    def writes(self) -> list[tuple[str, str]]:
        """The requests that change something."""
        return [(method, path) for method, path, _ in self.requests
                if method == "PUT" or re.search(r"/(?:commit|tag|create)(?:/|$)", urlsplit(path).path)]  # fmt: skip


class _Answer(Exception):  # noqa: N818  it is no error
    def __init__(self, status: int, value: object = None, *, code: str = "", raw: bytes | None = None,
                 headers: dict[str, str] | None = None) -> None:  # fmt: skip
        super().__init__(status)
        self.status, self.value, self.code, self.raw, self.headers = status, value, code, raw, headers or {}


_NAME = r"(?P<repo>[^/]+/[^/]+)"
_REV = r"(?P<rev>[^/]+)"


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    hub: ClassVar[Hub]
    routes: ClassVar[list[tuple[str, re.Pattern[str], Callable[..., None]]]] = []

    def log_message(self, *_: object) -> None:
        """Nothing: tests print what matters."""

    def _handle(self) -> None:
        content = self._content()
        with self.hub.lock:
            self.hub.requests.append((self.command, self.path, len(content)))
            fault = self.hub.fault(self.command, self.path)
        try:
            with self.hub.lock:
                self._route(content, fault)
        except _Answer as answer:
            found = answer
        if fault is not None and fault.then:
            fault.then()
        if fault is not None and fault.status is None:
            self.close_connection = True
            self.connection.close()
        else:
            self._answer(found)

    do_GET = do_POST = do_PUT = do_HEAD = do_DELETE = _handle  # noqa: N815  as the library calls them

    def _content(self) -> bytes:
        if self.headers.get("Transfer-Encoding", "").lower() != "chunked":
            return self.rfile.read(int(self.headers.get("Content-Length") or 0))
        pieces = []
        while size := int(self.rfile.readline().split(b";")[0], 16):
            pieces.append(self.rfile.read(size))
            self.rfile.readline()
        self.rfile.readline()
        return b"".join(pieces)

    def _answer(self, answer: _Answer) -> None:
        body = (
            answer.raw
            if answer.raw is not None
            else json.dumps(answer.value).encode()
            if answer.value is not None
            else b""
        )
        self.send_response(answer.status)
        headers = {"Content-Type": "application/json", "Content-Length": str(len(body))} | answer.headers
        if answer.code:
            headers["X-Error-Code"] = answer.code
        for name, value in headers.items():
            self.send_header(name, value)
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)

    def _route(self, content: bytes, fault: Fault | None) -> NoReturn:
        if fault is not None and not fault.done:
            raise _Answer(fault.status or 0, {"error": "the server is not well"})
        parts = urlsplit(self.path)
        path, query = unquote(parts.path), {name: values[0] for name, values in parse_qs(parts.query).items()}
        open_ = "/paths-info/" in path or "/lfs-store/" in path
        writes = self.command in {"POST", "PUT", "DELETE"} and not open_
        if (writes or "whoami" in path) and self.headers.get("Authorization") != f"Bearer {TOKEN}":
            raise _Answer(401, {"error": "Invalid credentials in Authorization header"})
        for method, pattern, answer in self.routes:
            match = pattern.fullmatch(path)
            if match and self.command in method.split():
                named = match.groupdict()
                if "repo" in named:
                    name = named["repo"].removesuffix(".git")
                    repo = self.hub.repos.get(name)
                    if repo is None:
                        raise _Answer(404, {"error": "Repository not found"}, code="RepoNotFound")
                    self.name, self.repo = name, repo
                answer(self, content, query, **{key: value for key, value in named.items() if key != "repo"})
                raise AssertionError("a route answers")
        raise _Answer(404, {"error": f"no route {self.path}"})

    def commit_at(self, revision: str) -> Commit:
        commit = self.repo.at(unquote(revision))
        if commit is None:
            raise _Answer(404, {"error": f"Invalid rev id: {revision}"}, code="RevisionNotFound")
        return commit


def _route(method: str, pattern: str) -> Callable[[Callable[..., None]], Callable[..., None]]:
    def register(function: Callable[..., None]) -> Callable[..., None]:
        _Handler.routes.append((method, re.compile(pattern), function))
        return function

    return register


@_route("GET", "/api/whoami-v2")
def _whoami(_self: _Handler, _content: bytes, _query: dict[str, str]) -> None:
    token = {"accessToken": {"role": "write", "displayName": "test"}}
    raise _Answer(200, {"type": "user", "name": USER, "orgs": [], "auth": token})


@_route("POST", "/api/validate-yaml")
def _validate(_self: _Handler, content: bytes, _query: dict[str, str]) -> None:
    head = re.match(r"---\n(.*?)\n---", json.loads(content)["content"], re.DOTALL)
    try:
        yaml.safe_load(head[1]) if head else None
    except yaml.YAMLError as error:
        raise _Answer(400, {"errors": [{"message": str(error)}], "warnings": []}) from None
    raise _Answer(200, {"errors": [], "warnings": []})


@_route("POST", "/api/repos/create")
def _create(self: _Handler, content: bytes, _query: dict[str, str]) -> None:
    stated = json.loads(content)
    name = f"{stated.get('organization') or USER}/{stated['name']}"
    url = f"{self.hub.url}/datasets/{name}"
    if name in self.hub.repos:
        raise _Answer(409, {"error": "You already created this dataset repo", "url": url})
    self.hub.repos[name] = Repo()
    raise _Answer(200, {"url": url, "name": name})


@_route("PUT POST", r"/lfs-store/(?P<oid>[0-9a-f]{64})")
def _store(self: _Handler, content: bytes, _query: dict[str, str], oid: str) -> None:
    if self.command == "PUT":
        if hashlib.sha256(content).hexdigest() != oid:
            raise _Answer(400, {"error": "the digest is another"})
        self.hub.stored[oid] = content
        raise _Answer(200, headers={"ETag": f'"{oid}"'})
    raise _Answer(200 if oid in self.hub.stored else 404, {})


@_route("POST", rf"/datasets/{_NAME}/info/lfs/objects/batch")
def _batch(self: _Handler, content: bytes, _query: dict[str, str]) -> None:
    objects, asked = [], json.loads(content)
    if self.hub.xet is not None and "xet" in asked.get("transfers", []):
        raise _Answer(200, {"transfer": "xet", "objects": asked["objects"]})
    for each in asked["objects"]:
        place = {"href": f"{self.hub.url}/lfs-store/{each['oid']}"}
        new = each["oid"] not in self.hub.stored
        objects.append(each | ({"actions": {"upload": place, "verify": place}} if new else {}))
    raise _Answer(200, {"transfer": "basic", "objects": objects})


@_route("GET HEAD", rf"/datasets/{_NAME}/resolve/(?P<rev>refs/[^/]+/[^/]+|[^/]+)/(?P<path>.+)")
def _resolve(self: _Handler, _content: bytes, _query: dict[str, str], rev: str, path: str) -> None:
    commit = self.commit_at(rev)
    blob = commit.files.get(path)
    headers = {"X-Repo-Commit": commit.oid, "Accept-Ranges": "bytes", "Content-Type": "application/octet-stream"}
    if blob is None:
        raise _Answer(404, {"error": "Entry not found"}, code="EntryNotFound", headers=headers)
    headers["ETag"] = f'"{blob.sha256 if blob.lfs else blob.oid}"'
    if blob.lfs:
        headers |= {"X-Linked-Etag": headers["ETag"], "X-Linked-Size": str(len(blob.content))}
        if blob.sha256 in self.hub.hashes:
            token = f"{self.hub.url}/api/datasets/{self.name}/xet-read-token/{commit.oid}"
            headers |= {"X-Xet-Hash": self.hub.hashes[blob.sha256], "X-Xet-Refresh-Route": token,
                        "Link": f'<{token}>; rel="xet-auth"'}  # fmt: skip
    asked = re.match(r"bytes=(\d*)-(\d*)", self.headers.get("Range") or "")
    if asked is None or self.command == "HEAD":
        raise _Answer(200, raw=blob.content, headers=headers)
    size = len(blob.content)
    start = int(asked[1]) if asked[1] else max(0, size - int(asked[2]))
    stop = min(int(asked[2]) if asked[1] and asked[2] else size - 1, size - 1)
    if start >= size:
        raise _Answer(416, {})
    headers["Content-Range"] = f"bytes {start}-{stop}/{size}"
    raise _Answer(206, raw=blob.content[start : stop + 1], headers=headers)


@_route("GET", rf"/api/datasets/{_NAME}(?:/revision/(?P<rev>[^/]+))?")
def _info(self: _Handler, _content: bytes, _query: dict[str, str], rev: str | None) -> None:
    commit = self.commit_at(rev or "main")
    raise _Answer(200, {
        "_id": "x", "id": self.name, "author": USER, "sha": commit.oid, "private": False, "gated": False,
        "disabled": False, "downloads": 0, "likes": 0, "tags": [], "lastModified": _DATE, "createdAt": _DATE,
        "siblings": [{"rfilename": name} for name in commit.files],
    })  # fmt: skip


@_route("GET", rf"/api/datasets/{_NAME}/xet-(?:read|write)-token/{_REV}")
def _xet(self: _Handler, _content: bytes, _query: dict[str, str], rev: str) -> None:
    self.commit_at(rev)
    if self.hub.xet is None:
        raise _Answer(404, {"error": "there is no Xet store"})
    address, until = self.hub.xet.address, int(time.time()) + 3600
    raise _Answer(200, {"casUrl": address, "accessToken": "x", "exp": until}, headers={
        "X-Xet-Cas-Url": address, "X-Xet-Access-Token": "x", "X-Xet-Token-Expiration": str(until),
    })  # fmt: skip


@_route("GET", rf"/api/datasets/{_NAME}/refs")
def _refs(self: _Handler, _content: bytes, _query: dict[str, str]) -> None:
    def listed(kind: str, refs: dict[str, str]) -> list[dict[str, str]]:
        return [{"name": name, "ref": f"refs/{kind}/{name}", "targetCommit": oid} for name, oid in refs.items()
                if "/" not in name]  # fmt: skip

    raise _Answer(200, {"branches": listed("heads", self.repo.branches), "tags": listed("tags", self.repo.tags),
                        "converts": [], "pullRequests": []})  # fmt: skip


@_route("POST", rf"/api/datasets/{_NAME}/preupload/{_REV}")
def _preupload(self: _Handler, content: bytes, _query: dict[str, str], rev: str) -> None:
    files = self.commit_at(rev).files
    listed = []
    for each in json.loads(content)["files"]:
        known = files.get(each["path"])
        large = each["path"].endswith(_LFS) or each["size"] > _LARGE
        own = (known.sha256 if known.lfs else known.oid) if known else None
        listed.append(
            {"path": each["path"], "uploadMode": "lfs" if large else "regular", "shouldIgnore": False, "oid": own}
        )
    raise _Answer(200, {"files": listed})


@_route("POST", rf"/api/datasets/{_NAME}/commit/{_REV}")
def _commit(self: _Handler, content: bytes, query: dict[str, str], rev: str) -> None:
    head = self.commit_at(rev)
    first, *rest = (json.loads(line) for line in content.splitlines() if line.strip())
    parent = first["value"].get("parentCommit")
    if parent and not head.oid.startswith(parent):
        raise _Answer(412, {"error": "A commit has happened since. Please refresh and try again."})
    files = dict(head.files)
    for each in rest:
        _apply(self, each["key"], each["value"], files)
    asked = query.get("create_pr") == "1"
    number = sum(name.startswith("refs/pr/") for name in self.repo.branches) + 1
    branch = f"refs/pr/{number}" if asked else rev
    oid = self.repo.commit(files, first["value"]["summary"], branch)
    answer = {
        "success": True,
        "commitOid": oid,
        "commitUrl": f"{self.hub.url}/datasets/{self.name}/commit/{oid}",
        "hookOutput": "",
    }
    if asked:
        answer["pullRequestUrl"] = f"{self.hub.url}/datasets/{self.name}/discussions/{number}"
    raise _Answer(200, answer)


def _apply(self: _Handler, kind: str, value: dict[str, Any], files: dict[str, Blob]) -> None:
    path = value["path"]
    if kind == "file":
        files[path] = Blob(base64.b64decode(value["content"]), lfs=False)
    elif kind == "lfsFile":
        if not self.hub.has(value["oid"], value["size"]):
            raise _Answer(400, {"error": f"LFS object {value['oid']} is missing"})
        files[path] = Blob(self.hub.stored[value["oid"]], lfs=True)
    elif kind == "deletedFile":
        if path not in files:
            raise _Answer(404, {"error": "A file with this name doesn't exist"}, code="EntryNotFound")
        del files[path]
    elif kind == "deletedFolder":
        for name in [each for each in files if each.startswith(path.rstrip("/") + "/")]:
            del files[name]


@_route("POST DELETE", rf"/api/datasets/{_NAME}/tag/{_REV}")
def _tag(self: _Handler, content: bytes, _query: dict[str, str], rev: str) -> None:
    if self.command == "DELETE":
        self.repo.tags.pop(rev, None)
        raise _Answer(200, {})
    commit, name = self.commit_at(rev), json.loads(content)["tag"]
    if name in self.repo.tags:
        raise _Answer(409, {"error": "Tag reference exists already"})
    self.repo.tags[name] = commit.oid
    raise _Answer(200, {})


@_route("POST", rf"/api/datasets/{_NAME}/paths-info/{_REV}")
def _paths(self: _Handler, content: bytes, _query: dict[str, str], rev: str) -> None:
    files = self.commit_at(rev).files
    is_json = "json" in self.headers.get("Content-Type", "")
    asked = json.loads(content)["paths"] if is_json else parse_qs(content.decode()).get("paths", [])
    found = [_entry(each, files[each]) if each in files else _folder(each) for each in asked
             if each in files or any(name.startswith(each.rstrip("/") + "/") for name in files)]  # fmt: skip
    raise _Answer(200, found)


@_route("GET", rf"/api/datasets/{_NAME}/tree/{_REV}(?:/(?P<above>.*))?")
def _tree(self: _Handler, _content: bytes, query: dict[str, str], rev: str, above: str | None) -> None:
    files, prefix = self.commit_at(rev).files, f"{above.strip('/')}/" if above and above.strip("/") else ""
    deep = query.get("recursive", "false").lower() in {"1", "true"}
    found: dict[str, dict[str, Any]] = {}
    for name, blob in files.items():
        parts = name.removeprefix(prefix).split("/") if name.startswith(prefix) else []
        for count in range(1, len(parts)):
            if deep or count == 1:
                folder = prefix + "/".join(parts[:count])
                found[folder] = _folder(folder)
        if parts and (deep or len(parts) == 1):
            found[name] = _entry(name, blob)
    if prefix and not found:
        raise _Answer(404, {"error": "not found"}, code="EntryNotFound")
    raise _Answer(200, sorted(found.values(), key=lambda each: each["path"]))


def _entry(path: str, blob: Blob) -> dict[str, Any]:
    entry: dict[str, Any] = {"type": "file", "path": path, "size": len(blob.content), "oid": blob.oid}
    if blob.lfs:
        entry["lfs"] = {"oid": blob.sha256, "size": len(blob.content), "pointerSize": len(blob.pointer)}
    return entry


def _folder(path: str) -> dict[str, Any]:
    return {"type": "directory", "path": path, "oid": hashlib.sha1(path.encode()).hexdigest(), "size": 0}  # noqa: S324


@contextmanager
def serving() -> Iterator[Hub]:
    """A hub that is reachable at its `url` until the block ends."""
    hub = Hub()
    handler = type("Handler", (_Handler,), {"hub": hub})
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    server.daemon_threads = True
    hub.url = f"http://127.0.0.1:{server.server_address[1]}"
    thread = threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True)
    thread.start()
    try:
        yield hub
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
