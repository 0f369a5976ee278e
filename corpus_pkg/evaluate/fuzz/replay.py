"""`python -m corpus_pkg.evaluate.fuzz.replay TARGET FILE...`: judges inputs that were kept; shows what they raise."""

from __future__ import annotations

import json
import sys
import tempfile
import time
from pathlib import Path

from corpus_pkg.evaluate.fuzz.material import make_material
from corpus_pkg.evaluate.fuzz.targets import TARGETS


def main() -> None:
    """Prints a line of JSON for each input: its name, the codes that were found, the seconds that it took."""
    name, *inputs = sys.argv[1:]
    target = TARGETS[name]
    with tempfile.TemporaryDirectory() as folder:
        sound, own = Path(folder, "sound"), Path(folder, "own")
        sound.mkdir()
        own.mkdir()
        material = make_material(sound)
        target.prepare(own)
        for each in inputs:
            started = time.perf_counter()
            report = target.run(Path(each).read_bytes(), own, material)
            seconds = round(time.perf_counter() - started, 3)
            sys.stdout.write(json.dumps({"input": each, "codes": report.by_code, "seconds": seconds}) + "\n")
            sys.stdout.flush()


if __name__ == "__main__":
    main()
