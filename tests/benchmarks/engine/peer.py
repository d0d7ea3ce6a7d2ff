"""One peer in its own process: makes a workload, then runs so many steps each time a line asks for it.

Called as ``python -m tests.benchmarks.engine.peer PEER WORKLOAD``. Answers each line ``STEPS`` with the seconds they
took, and the line ``memory`` with the peak of the process in bytes.
"""

from __future__ import annotations

import importlib
import os
import resource
import sys
import time
from collections.abc import Callable


def main() -> None:
    """Serve one peer until the input ends."""
    peer, workload_name = sys.argv[1:3]
    kind, *options = peer.split("-")
    threads = next((o[:-1] for o in options if o.endswith("t")), "1") if kind == "torch" else "1"
    for variable in ("OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "OMP_NUM_THREADS"):
        os.environ[variable] = threads
    from tests.benchmarks.engine.workloads import BY_NAME

    make = importlib.import_module(f"tests.benchmarks.engine.{kind}_peer").make
    step: Callable[[], None] = make(BY_NAME[workload_name], options)
    step()
    print("ready", flush=True)
    for line in sys.stdin:
        if line.strip() == "memory":
            print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024, flush=True)
            continue
        count = int(line)
        started = time.perf_counter()
        for _ in range(count):
            step()
        print((time.perf_counter() - started) / count, flush=True)


if __name__ == "__main__":
    main()
