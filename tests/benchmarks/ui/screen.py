"""A real X display to measure on: the person's own, or an Xvfb that lives as long as the measurement."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def screen() -> Iterator[dict[str, str]]:
    """Give the variables of a process that draws on an X display.

    Raises
    ------
    SystemExit
        If there is neither a display nor Xvfb.
    """
    variables = {**os.environ, "QT_QPA_PLATFORM": "xcb"}
    if os.environ.get("DISPLAY"):
        yield variables
        return
    if shutil.which("Xvfb") is None:
        raise SystemExit("There is no X display, and no Xvfb to make one. Install it:  sudo apt-get install xvfb")
    with virtual_screen() as number:
        sys.stderr.write(f"There is no display; measuring on an Xvfb of its own, :{number}\n")
        yield {**variables, "DISPLAY": f":{number}"}


@contextmanager
def virtual_screen() -> Iterator[int]:
    """Give the number of an X display that nobody sees.

    Raises
    ------
    SystemExit
        If Xvfb does not start.
    """
    ours, theirs = os.pipe()
    command = ["Xvfb", "-displayfd", str(theirs), "-screen", "0", "1600x1000x24", "-nolisten", "tcp"]
    with subprocess.Popen(command, pass_fds=[theirs], stderr=subprocess.DEVNULL) as server:
        os.close(theirs)
        try:
            with os.fdopen(ours) as numbers:
                number = numbers.readline().strip()
            if not number:
                raise SystemExit("Xvfb did not start.")
            yield int(number)
        finally:
            server.terminate()
