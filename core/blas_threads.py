"""One thread for NumPy's matrix products, decided before NumPy is loaded. Standard library alone.

Why one: how a product is cut into threads decides in which order its sums are taken, and so its last bits; with one
thread the window, the command line and every machine of the same kind give the same run. Small networks are also
quicker so (waking threads costs more than their products), and a window needs a core for itself.
"""

from __future__ import annotations

import os
import sys
from collections.abc import MutableMapping
from typing import Final

VARIABLES: Final = (
    "OPENBLAS_NUM_THREADS",  # the wheels of Linux and Windows
    "VECLIB_MAXIMUM_THREADS",  # Apple's own
    "MKL_NUM_THREADS",  # conda's
    "OMP_NUM_THREADS",  # any of them built with OpenMP
)


def use_one_blas_thread(environ: MutableMapping[str, str] | None = None) -> None:
    """Ask every BLAS that NumPy may come with for one thread; call it before anything imports NumPy.

    Raises
    ------
    RuntimeError
        If NumPy is loaded already: its threads can no longer be chosen.
    """
    variables = os.environ if environ is None else environ
    if all(variables.get(name) == "1" for name in VARIABLES):
        return
    if environ is None and "numpy" in sys.modules:
        raise RuntimeError("NumPy was imported before the number of its threads was chosen")
    variables.update(dict.fromkeys(VARIABLES, "1"))
