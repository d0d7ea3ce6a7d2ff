"""``run.py bench [NAME] [--json]``: run one measurement, or list them all."""

from __future__ import annotations

import argparse
import importlib
import pkgutil
import sys

import tests.benchmarks
from core.blas_threads import use_one_blas_thread


def names() -> list[str]:
    """The measurements that there are."""
    return sorted(
        m.name.removeprefix("bench_") for m in pkgutil.iter_modules(tests.benchmarks.__path__) if m.name[:6] == "bench_"
    )


def main() -> int:
    parser = argparse.ArgumentParser(prog="run.py bench", description="Measure something; without a name, list what there is.")
    parser.add_argument("name", nargs="?", choices=names())
    parser.add_argument("--json", action="store_true", help="print one JSON object for each number")
    parser.add_argument("--only", metavar="ROWS", help="engine, memory: these rows alone, such as adf")
    parser.add_argument("--minutes", type=float, metavar="N", help="soak: train for so long instead of ten minutes")
    options = parser.parse_args()
    use_one_blas_thread()
    if options.name is None:
        for name in names():
            about = importlib.import_module(f"tests.benchmarks.bench_{name}").__doc__ or ""
            print(f"{name:10} {about.strip().partition(chr(10))[0]}")
        return 0
    given = {"only": options.only, "minutes": options.minutes}
    chosen = {name: value for name, value in given.items() if value is not None}
    return importlib.import_module(f"tests.benchmarks.bench_{options.name}").main(options.json, **chosen)


if __name__ == "__main__":
    sys.exit(main())
