"""LeNet-5 is built from blank with a real mouse on a display of its own."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from core.text import parse_network
from tests.benchmarks.ui.screen import virtual_screen
from tests.workbench.panels.test_stack_editing import LENET5

pytestmark = pytest.mark.skipif(shutil.which("Xvfb") is None, reason="it needs Xvfb")


def test_that_lenet5_is_built_from_blank_by_mouse_alone(tmp_path: Path) -> None:
    own = {name: str(tmp_path) for name in ("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME", "XDG_RUNTIME_DIR")}
    with virtual_screen() as number:
        variables = {**os.environ, **own, "DISPLAY": f":{number}", "QT_QPA_PLATFORM": "xcb"}
        command = [sys.executable, "-m", "tests.workbench.real_mouse.building", str(number)]
        done = subprocess.run(command, capture_output=True, text=True, check=False, env=variables, timeout=120)
    assert done.returncode == 0, done.stderr
    assert parse_network(done.stdout).layers == parse_network(LENET5).layers
