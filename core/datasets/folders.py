"""Where downloaded data is kept."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import Final

VARIABLE: Final = "NEURAL_WORKBENCH_DATA"


def data_folder() -> Path:
    """Return the folder for downloads: what the environment variable says, else the system's place for a user's data."""
    if chosen := os.environ.get(VARIABLE):
        return Path(chosen).expanduser()
    home = Path.home()
    if sys.platform == "win32":
        base = Path(os.environ.get("LOCALAPPDATA") or home / "AppData" / "Local")
    elif sys.platform == "darwin":
        base = home / "Library" / "Application Support"
    else:
        base = Path(os.environ.get("XDG_DATA_HOME") or home / ".local" / "share")
    return base / "neural-workbench" / "data"
