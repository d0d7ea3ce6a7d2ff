"""Before anything imports Qt: no display, and no file of the person who runs the tests."""

import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
