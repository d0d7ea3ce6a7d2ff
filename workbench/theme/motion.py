"""Whether the system was asked to move nothing that does not have to."""

from __future__ import annotations

import shutil
import subprocess
import sys
from typing import Any, Final

PATIENCE: Final = 0.5
"""Seconds; a desktop that does not answer by then asks for nothing."""

ASKING: Final[dict[str, tuple[tuple[str, ...], str]]] = {
    "linux": (("gsettings", "get", "org.gnome.desktop.interface", "enable-animations"), "false"),
    "darwin": (("defaults", "read", "com.apple.universalaccess", "reduceMotion"), "1"),
}
"""By platform: what to ask, and the answer that means that motion shall be reduced."""

CLIENT_AREA_ANIMATION: Final = 0x1042
"""SPI_GETCLIENTAREAANIMATION of Windows."""


def system_reduces_motion(platform: str = sys.platform) -> bool:
    """Say whether the settings of the desktop ask for reduced motion; False where that cannot be found out."""
    if platform == "win32":
        return _windows_reduces_motion()
    command, answer = ASKING.get(platform, ((), ""))
    program = shutil.which(command[0]) if command else None
    if program is None:
        return False
    try:
        said = subprocess.run([program, *command[1:]], capture_output=True, text=True, check=False, timeout=PATIENCE)  # noqa: S603
    except (OSError, subprocess.TimeoutExpired):
        return False
    return said.returncode == 0 and said.stdout.strip() == answer


def _windows_reduces_motion() -> bool:
    import ctypes

    animates = ctypes.c_int(1)
    libraries: Any = getattr(ctypes, "windll", None)
    if libraries is None:
        return False
    known = libraries.user32.SystemParametersInfoW(CLIENT_AREA_ANIMATION, 0, ctypes.byref(animates), 0)
    return bool(known) and not animates.value
