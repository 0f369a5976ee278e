"""The largest of the bad inputs, converted together in a process of its own: its memory stays within a bound."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
from bad_inputs import CASES, text_of

_LARGE = (
    "10 MB article", "nesting 100,000 deep", "line of 200 MB", "row over the limit", "gzip bomb", "3,000 nested boxes",
    "flood of tags", "page of 40 MB",
)  # fmt: skip
_MOST_MEGABYTES = 1200
_CODE = """
import json, resource, sys
from pathlib import Path
from corpus_pkg.convert.build import Options, build
built = build([Path(sys.argv[1])], Path(sys.argv[2]), Options(ner="none", mode="fast", workers=1))
peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
print(json.dumps({"peak": peak, "codes": sorted({each.rule.code for each in built.ledger.rejected})}))
"""


def test_the_largest_inputs_take_bounded_memory(tmp_path: Path) -> None:
    source = tmp_path / "source"
    source.mkdir()
    for number, case in enumerate(each for each in CASES if each.name in _LARGE):
        for name, content in case.files.items():
            (source / f"{number}-{name}").write_bytes(text_of(content))
    command = [sys.executable, "-c", _CODE, str(source), str(tmp_path / "out")]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    found = json.loads(done.stdout)
    assert {"F007", "F013", "F029", "F071"} <= set(found["codes"])
    assert found["peak"] < _MOST_MEGABYTES
