"""Memory that is freed and soon asked for again stays with the program. Standard library alone.

A training step frees and asks for the same large arrays again and again. By default the C library of Linux hands them
back to the system each time, which then clears every page anew; on small images that is a fifth of the step.
"""

from __future__ import annotations

import ctypes
import sys
from typing import Final

TRIM_THRESHOLD: Final = -1
MMAP_THRESHOLD: Final = -3
"""Names of options in glibc's malloc.h."""
KEPT_BYTES: Final = 512 * 1024 * 1024
LARGEST_BYTES: Final = 32 * 1024 * 1024
"""The most that every glibc takes; larger arrays are handed back as before."""


def keep_freed_memory() -> bool:
    """Ask the C library to keep freed memory; return whether it is one that can be asked."""
    if not sys.platform.startswith("linux"):
        return False
    mallopt = getattr(ctypes.CDLL(None), "mallopt", None)
    if mallopt is None:
        return False
    return bool(mallopt(MMAP_THRESHOLD, LARGEST_BYTES) and mallopt(TRIM_THRESHOLD, KEPT_BYTES))
