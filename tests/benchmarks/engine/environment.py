"""The environment of the peers: PyTorch and scikit-learn, which the project itself does not need."""

from __future__ import annotations

import os
import subprocess
import sys
from importlib.metadata import version
from pathlib import Path

ROOT = Path(__file__).resolve().parents[3]
FOLDER = ROOT / ".venv-bench"
TORCH = "torch==2.13.0"


def interpreter() -> Path:
    """Return the interpreter of the peers' environment, made and filled if it is not there.

    Raises
    ------
    SystemExit
        If the packages cannot be had; with what to do.
    """
    python = FOLDER / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    if python.exists() and not subprocess.call([str(python), "-c", "import torch, sklearn, safetensors"]):
        return python
    sys.stderr.write("Making an environment for PyTorch and scikit-learn, once\n")
    subprocess.check_call([sys.executable, "-m", "venv", str(FOLDER)])
    packages = [TORCH, "scikit-learn", f"numpy=={version('numpy')}", f"safetensors=={version('safetensors')}"]
    if subprocess.call([str(python), "-m", "pip", "install", "-q", *packages]):
        raise SystemExit(f"The peers could not be installed ({', '.join(packages)}). Look at the network and try again.")
    return python
