"""The perceptron lab: how long a move of the line takes until every panel has followed."""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile

from tests.benchmarks.ui.screen import screen

GOAL = 8.0


def main(as_json: bool = False) -> int:
    """Drag in a window of its own; "work" leaves out what other programs took of the processor."""
    with screen() as variables, tempfile.TemporaryDirectory() as folder:
        own = variables | dict.fromkeys(("XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME"), folder)
        command = [sys.executable, "-m", "tests.benchmarks.gates.dragging"]
        done = subprocess.run(command, capture_output=True, text=True, check=False, env=own, timeout=120)
    if done.returncode:
        raise SystemExit(f"dragging ended with {done.returncode}:\n{done.stderr.strip()}")
    for line in done.stdout.splitlines():
        measured = json.loads(line)
        for share in ("p50", "p95", "work p50", "work p95"):
            row = {"name": f"{measured['name']} {share}", "value": round(measured[share], 2), "unit": "ms"}
            goal = f"  (goal {GOAL:g})" if share == "p95" else ""
            print(json.dumps(row) if as_json else f"  {row['name']}: {row['value']} ms{goal}", flush=True)
    return 0
