"""The window while a network trains at full speed: how late its event loop is, and what it costs the training."""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from statistics import median, quantiles

from tests.benchmarks.ui.cases import CASES, Case
from tests.benchmarks.ui.screen import screen

ROUNDS = 5
WARM, WINDOWED, WINDOWLESS = 3.0, 5.0, 5.0
GOALS = {"p95": 16.0, "p99": 50.0}
GOAL_SHARE = 0.85


def child(module: str, case: Case, seconds: float, variables: dict[str, str]) -> dict[str, float]:
    """Run one of the two processes and return what it measured."""
    command = [sys.executable, "-m", f"tests.benchmarks.ui.{module}", case.name, str(WARM), str(seconds)]
    with tempfile.TemporaryDirectory() as folder:
        own = variables | dict.fromkeys(("XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME"), folder)
        done = subprocess.run(command, capture_output=True, text=True, check=False, env=own, timeout=120)
    if done.returncode or not done.stdout.strip():
        raise SystemExit(f"{module} {case.name} ended with {done.returncode}:\n{done.stderr.strip()}")
    return json.loads(done.stdout.splitlines()[-1])


def measure(case: Case, variables: dict[str, str], *, as_json: bool) -> None:
    """Take rounds with and without the window in turn, and print the rows."""
    with_window, without = [], []
    for _ in range(ROUNDS):
        with_window.append(child("windowed", case, WINDOWED, variables))
        without.append(child("windowless", case, WINDOWLESS, variables))
    if not as_json:
        print(f"{case.name}: {case.title}")
    for share in ("p50", "p95", "p99"):
        value = median(run[share] for run in with_window)
        goal = f"  (goal {GOALS[share]:g})" if share in GOALS else ""
        show({"name": f"{case.name} lateness {share}", "value": round(value, 2), "unit": "ms"}, goal, as_json=as_json)
    frames = median(run["frames_per_second"] for run in with_window)
    show({"name": f"{case.name} frames", "value": round(frames, 1), "unit": "frames/s"}, "", as_json=as_json)
    busy = median(run["milliseconds_per_frame"] for run in with_window)
    show({"name": f"{case.name} work per frame", "value": round(busy, 2), "unit": "ms of processor time"}, "", as_json=as_json)
    ratios = [a["updates_per_second"] / b["updates_per_second"] for a, b in zip(with_window, without, strict=True)]
    low, middle, high = quantiles(ratios, n=4, method="inclusive")
    row = {
        "name": f"{case.name} training with the window",
        "value": round(median(run["updates_per_second"] for run in with_window), 1),
        "unit": "updates/s",
        "ratio": round(middle, 3),
        "quartiles": [round(low, 3), round(high, 3)],
        "peer": "training without a window",
    }
    show(row, f"  (goal {GOAL_SHARE})", as_json=as_json)


def show(row: dict, goal: str, *, as_json: bool) -> None:
    """Print one number."""
    if as_json:
        print(json.dumps(row), flush=True)
        return
    share = (
        f", × {row['ratio']:.2f} [{row['quartiles'][0]:.2f}–{row['quartiles'][1]:.2f}] of it without" if "ratio" in row else ""
    )
    print(f"  {row['name']}: {row['value']} {row['unit']}{share}{goal}", flush=True)


def main(as_json: bool = False) -> int:
    """Measure every case; settings and session of the person are left alone."""
    with screen() as variables:
        for case in CASES:
            measure(case, variables, as_json=as_json)
    return 0
