"""The filter lab: how long a redraw of the overview and the arithmetic under the mouse take while a network trains."""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile

from tests.benchmarks.ui.screen import screen

CASES = (("lenet5", "conv2"), ("resnet8", "residual2/conv5"))
SECONDS = 8.0
GOALS = {"redraw": 33.0, "hover": 8.0}


def main(as_json: bool = False) -> int:
    """Look into both networks, each in a process and a window of its own."""
    with screen() as variables:
        for network, layer in CASES:
            with tempfile.TemporaryDirectory() as folder:
                own = variables | dict.fromkeys(("XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME"), folder)
                command = [sys.executable, "-m", "tests.benchmarks.filters.looking", network, layer, str(SECONDS)]
                done = subprocess.run(command, capture_output=True, text=True, check=False, env=own, timeout=180)
            if done.returncode:
                raise SystemExit(f"looking into {network} ended with {done.returncode}:\n{done.stderr.strip()}")
            for line in done.stdout.splitlines():
                show(json.loads(line), as_json=as_json)
    return 0


def show(measured: dict, *, as_json: bool) -> None:
    """Print both shares of one measurement."""
    for share in ("p50", "p95"):
        row = {"name": f"{measured['name']} {share}", "value": round(measured[share], 2), "unit": "ms"}
        goal = next((f"  (goal {goal:g})" for word, goal in GOALS.items() if word in row["name"] and share == "p95"), "")
        print(json.dumps(row) if as_json else f"  {row['name']}: {row['value']} ms{goal}", flush=True)
