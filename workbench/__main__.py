"""The program ``neural-workbench``: looks whether Qt can start before it lets Qt try."""

from __future__ import annotations

import sys

from core.blas_threads import use_one_blas_thread
from core.heap import keep_freed_memory
from workbench.system_check import complaint


def main() -> int:
    """Open the window, with the files named on the command line."""
    trouble = complaint()
    if trouble:
        if sys.stderr is not None:  # a Windows program without a console has none
            sys.stderr.write(f"{trouble}\n")
        return 1
    use_one_blas_thread()
    keep_freed_memory()
    from workbench.app import main as open_window

    return open_window()


if __name__ == "__main__":
    sys.exit(main())
