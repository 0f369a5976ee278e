"""Work done by a Dask cluster (extra `dask`): its scheduler replaces lost workers; the bytes are the same."""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator
from contextlib import contextmanager
from importlib import import_module
from typing import Any

from corpus_pkg.convert.blobs import Blobs
from corpus_pkg.convert.crew import Lane
from corpus_pkg.convert.keys import code_digest
from corpus_pkg.convert.lanes import THREADS, ExecutorLane
from corpus_pkg.errors import CorpusError, UsageError

_LOCAL = re.compile(r"local:([1-9][0-9]{0,3})\Z")
_LOCAL_SETTINGS = {
    # Dask would have its workers give memory back at once, at the cost of much of their time.
    "distributed.nanny.pre-spawn-environ": dict.fromkeys(THREADS, "1"),
    # Nobody looks at a dashboard of a cluster that ends with the build.
    "distributed.worker.profile.enabled": False,
    "distributed.scheduler.active-memory-manager.start": False,
    "distributed.scheduler.work-stealing": False,
    "distributed.admin.tick.interval": "1s",
    "distributed.admin.system-monitor.interval": "10s",
}
_PROBE = "probe"
_PATIENCE = "20s"


@contextmanager
def dask_lanes(where: str, blobs: Blobs) -> Iterator[list[Lane]]:
    """The threads of a cluster's workers, each a lane.

    Args:
        where: the scheduler's address, or `local:N` for N processes of this machine.
        blobs: where results are kept; every worker must reach it.

    Raises:
        UsageError: Dask is not installed, or nothing answers at the address.
        CorpusError: a worker has another version of the package, or does not reach the results.
    """
    try:
        distributed = import_module("distributed")
    except ImportError as error:
        raise UsageError(f"--dask {where}", "Dask is not installed", "pip install 'corpus-pkg[dask]'") from error
    with _client(where, distributed) as client:
        client.wait_for_workers(1, timeout=60)
        _compare(client, blobs)
        threads = sum(client.nthreads().values())
        executor = client.get_executor(pure=False)
        try:
            yield [ExecutorLane(executor, (distributed.KilledWorker,), renewable=True) for _ in range(threads)]
        finally:
            executor.shutdown(wait=False)


@contextmanager
def _client(where: str, distributed: Any) -> Iterator[Any]:  # noqa: ANN401  the library has no types of its own
    local = _LOCAL.match(where)
    if local:
        with (
            import_module("dask").config.set(_LOCAL_SETTINGS),
            distributed.LocalCluster(n_workers=int(local[1]), threads_per_worker=1, dashboard_address=None,
                                     host="127.0.0.1", silence_logs=logging.CRITICAL) as cluster,
            distributed.Client(cluster) as opened,
        ):  # fmt: skip
            yield opened
        return
    try:
        opened = distributed.Client(where, timeout=_PATIENCE)
    except (OSError, ValueError, TypeError) as error:
        message = f"no scheduler answers there: {error}".partition("\n")[0]
        raise UsageError(f"--dask {where}", message, "Start one: `dask scheduler`; or use local:N.") from error
    with opened:
        yield opened


def _compare(client: Any, blobs: Blobs) -> None:  # noqa: ANN401  as above
    """Proves that every worker runs this code and reaches the kept work."""
    blobs.put(_PROBE, _PROBE.encode("ascii"))
    for worker, found in client.run(probe, blobs).items():
        if found != (code_digest(), True):
            what = "does not reach the place where work is kept"
            if found[0] != code_digest():
                what = "runs another version of corpus-pkg or of what it uses"
            mend = "Install the same versions everywhere, and name a place that all share: --cache URL."
            raise CorpusError(f"the worker {worker}", what, mend)


def probe(blobs: Blobs) -> tuple[str, bool]:
    """What a worker runs, and whether it reaches kept work; it runs there."""
    return code_digest(), blobs.get(_PROBE) is not None
