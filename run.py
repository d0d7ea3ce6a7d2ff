"""The door of the Neural Workbench: ``python3 run.py`` makes what it needs and opens the window.

This file is read by whatever Python a person happens to have, so its syntax is that of very old ones; everything
newer lies in `workbench.launcher`, which needs nothing but the standard library either.
"""

import os
import sys

NEEDED = (3, 11)


def newer_python():
    """Return the name of a Python on the path that is new enough, or an empty text."""
    for minor in range(20, NEEDED[1] - 1, -1):
        name = "python3.%d" % minor
        for folder in os.environ.get("PATH", "").split(os.pathsep):
            if os.path.exists(os.path.join(folder, name)):
                return name
    return ""


if sys.version_info < NEEDED:
    found = newer_python()
    sys.exit(
        "The Neural Workbench needs Python %d.%d or newer; this is Python %d.%d.\n%s"
        % (
            NEEDED
            + tuple(sys.version_info[:2])
            + (("Run it with:  " + found + " run.py") if found else "Get a newer one from www.python.org, then run it again.",)
        )
    )

if __name__ == "__main__":
    from workbench.launcher.doors import main

    sys.exit(main(sys.argv[1:]))
