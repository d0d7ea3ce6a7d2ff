"""Before anything imports Qt: no display, and no file of the person who runs the tests. No test fails for being slow."""

import os

from hypothesis import settings

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

settings.register_profile("patient", deadline=None)
settings.load_profile("patient")
