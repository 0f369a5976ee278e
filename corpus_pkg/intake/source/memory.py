"""A bound on memory while untrusted bytes are unfolded: what would fill the machine fails with an error instead."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pyarrow as pa

_MARGIN = 1024**3
_STATUS = Path("/proc/self/statm")
_PAGE = 4096


@contextmanager
def bounded(margin: int = _MARGIN) -> Iterator[None]:
    """Lets this process grow by no more than `margin` bytes of address space; does nothing where that is not known."""
    # The allocator reserves a gigabyte of address space when it is first asked: that is not the file's doing.
    pa.allocate_buffer(1)
    try:
        import resource

        used = int(_STATUS.read_text("ascii").split()[0]) * _PAGE
        before = resource.getrlimit(resource.RLIMIT_AS)
    except (ImportError, OSError, ValueError):
        yield
        return
    soft = used + margin
    if before[0] not in (resource.RLIM_INFINITY, -1):
        soft = min(soft, before[0])
    resource.setrlimit(resource.RLIMIT_AS, (soft, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_AS, before)
