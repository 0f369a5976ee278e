"""`python -m corpus_pkg.evaluate.fuzz.worker TARGET CORPUS CRASHES OPTION...`: one target in a process of its own.

libFuzzer ends a process without a word, so each target has its own; what it found lies in files.
"""

from __future__ import annotations

import os
import sys
import tempfile
from pathlib import Path
from random import Random

_INSTRUMENTED = ["corpus_pkg.intake", "corpus_pkg.text", "corpus_pkg.validate", "corpus_pkg.annotate.review",
                 "corpus_pkg.annotate.metadata", "corpus_pkg.convert.settings", "tomllib", "yaml"]  # fmt: skip
_OWN_WAY = 0.6


def main() -> None:
    """Fuzzes one target until libFuzzer ends the process."""
    import atheris

    with atheris.instrument_imports(include=_INSTRUMENTED):
        from corpus_pkg.evaluate.fuzz.crashes import Crashes
        from corpus_pkg.evaluate.fuzz.material import make_material
        from corpus_pkg.evaluate.fuzz.mutate_json import mutate_json
        from corpus_pkg.evaluate.fuzz.mutate_parquet import mutate_parquet
        from corpus_pkg.evaluate.fuzz.targets import TARGETS
    name, corpus, kept, *options = sys.argv[1:]
    target, folder = TARGETS[name], Path(tempfile.mkdtemp(dir=os.environ.get("TMPDIR")))
    (folder / "sound").mkdir()
    (folder / "own").mkdir()
    material = make_material(folder / "sound")
    for index, seed in enumerate(target.seeds(material)):
        (Path(corpus) / f"seed-{index}").write_bytes(seed)
    target.prepare(folder / "own")
    crashes = Crashes(Path(kept), lambda content: target.run(content, folder / "own", material))
    structural = {"json": mutate_json, "parquet": mutate_parquet}.get(target.structure)

    def mutate(content: bytes, most: int, seed: int) -> bytes:
        random = Random(seed)  # noqa: S311  repeatable, not secret
        own = structural(content, random) if structural and random.random() < _OWN_WAY else None
        return own if own is not None and len(own) <= most else bytes(atheris.Mutate(content, most))

    arguments = [sys.argv[0], f"-max_len={target.most}", "-len_control=0", *options, corpus]
    atheris.Setup(arguments, crashes.take, custom_mutator=mutate)
    atheris.Fuzz()


if __name__ == "__main__":
    main()
