"""What conversions that are disturbed are compared with."""

from __future__ import annotations

from pathlib import Path

import pytest
from conversion_support import run, source, tree


@pytest.fixture(scope="session")
def undisturbed(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, dict[str, bytes]]:
    """Articles, and the files of the dataset that one process makes of them. Not to be written to."""
    folder = tmp_path_factory.mktemp("undisturbed")
    given = source(folder, 64)
    assert run(given, folder / "data", "--workers", "1", "--no-cache").returncode == 0
    return given, tree(folder / "data")
