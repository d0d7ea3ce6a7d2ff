"""The program ``neural-workbench``: looks whether Qt can start before it lets Qt try."""

from __future__ import annotations

import sys
from typing import Final

import core
from core.blas_threads import use_one_blas_thread
from core.heap import keep_freed_memory
from workbench.system_check import complaint

USAGE: Final = """\
neural-workbench [FILE.workbench]   open the window, with that document if one is named
neural-workbench --version          say which version this is
nwb --help                          the same engine without a window
"""


def main() -> int:
    """Open the window with the document named on the command line, or answer what else is asked there."""
    asked = set(sys.argv[1:])
    if asked & {"-h", "--help", "--version"} and sys.stdout is not None:
        sys.stdout.write(f"{core.__version__}\n" if "--version" in asked else USAGE)
        return 0
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
