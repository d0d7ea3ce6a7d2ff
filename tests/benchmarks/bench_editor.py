"""The layer-stack editor: how long ResNet-152 and GoogLeNet take to open, and each edit of them until all is painted."""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile

from tests.benchmarks.editor.networks import NETWORKS
from tests.benchmarks.ui.screen import screen

GOALS = {"open": 300.0}
EDIT_GOAL = 50.0


def main(as_json: bool = False) -> int:
    """Edit each network in a process with a window of its own; "work" leaves out what other programs took of the processor."""
    for name in NETWORKS:
        with screen() as variables, tempfile.TemporaryDirectory() as folder:
            own = variables | dict.fromkeys(("XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME"), folder)
            command = [sys.executable, "-m", "tests.benchmarks.editor.editing", name]
            done = subprocess.run(command, capture_output=True, text=True, check=False, env=own, timeout=240)
        if done.returncode:
            raise SystemExit(f"editing {name} ended with {done.returncode}:\n{done.stderr.strip()}")
        for line in done.stdout.splitlines():
            measured = json.loads(line)
            act = measured["name"].removeprefix(f"{name} ")
            for share in ("p50", "p95", "work p50", "work p95"):
                row = {"name": f"{measured['name']} {share}", "value": round(measured[share], 1), "unit": "ms"}
                goal = GOALS.get(act, EDIT_GOAL)
                said = f"  (goal {goal:g})" if share == "p95" else ""
                print(json.dumps(row) if as_json else f"  {row['name']}: {row['value']} ms{said}", flush=True)
    return 0
