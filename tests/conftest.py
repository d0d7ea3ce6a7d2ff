"""Before anything imports NumPy or Qt: one thread for products as in the program itself, no display, and no file of the
person who runs the tests. No test fails for being slow.
"""

import os

from hypothesis import settings

from core.blas_threads import use_one_blas_thread

use_one_blas_thread()
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

settings.register_profile("patient", deadline=None)
settings.load_profile("patient")
