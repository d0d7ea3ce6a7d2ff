"""The command line: ``python -m core`` or ``nwb``."""

from __future__ import annotations

import sys
from collections.abc import Sequence

from core.blas_threads import use_one_blas_thread
from core.heap import keep_freed_memory


def main(arguments: Sequence[str] | None = None) -> int:
    """Do what the arguments ask for and return the exit code."""
    use_one_blas_thread()
    keep_freed_memory()
    from core.commands.console import Console
    from core.commands.program import run

    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(errors="replace")  # a console that knows no × gets a question mark, not a traceback
    return run(sys.argv[1:] if arguments is None else arguments, Console(sys.stdout, sys.stderr))


if __name__ == "__main__":
    sys.exit(main())
