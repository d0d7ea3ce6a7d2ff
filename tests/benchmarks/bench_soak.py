"""A long training in the window: memory, what keeping moments costs, how quick looking back is."""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile

from tests.benchmarks.ui.cases import CASES
from tests.benchmarks.ui.screen import screen

MINUTES = 10.0
SCRUB_GOAL = 50.0
SHARE_GOAL = 3.0
SLACK = 24 * 1024 * 1024
"""What an allocator keeps for itself, and rounding."""


def child(module: str, *arguments: str, variables: dict[str, str], timeout: float) -> dict[str, float]:
    """Run a process and return what it measured."""
    command = [sys.executable, "-m", f"tests.benchmarks.soak.{module}", *arguments]
    with tempfile.TemporaryDirectory() as folder:
        own = variables | dict.fromkeys(("XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME"), folder)
        done = subprocess.run(command, capture_output=True, text=True, check=False, env=own, timeout=timeout)
    if done.returncode or not done.stdout.strip():
        raise SystemExit(f"{module} ended with {done.returncode}:\n{done.stderr.strip()}")
    return json.loads(done.stdout.splitlines()[-1])


def show(name: str, value: float, unit: str, goal: str, *, as_json: bool) -> None:
    """Print one number."""
    row = {"name": name, "value": round(value, 2), "unit": unit}
    print(json.dumps(row) if as_json else f"  {name}: {row['value']} {unit}{goal}", flush=True)


def main(as_json: bool = False, minutes: float = MINUTES) -> int:
    """Measure every case; 1 if a goal is missed."""
    failed = False
    with screen() as variables:
        for case in CASES:
            if not as_json:
                print(f"{case.name}: {case.title}, {minutes:g} minutes")
            found = child("windowed", case.name, str(minutes), variables=variables, timeout=60 * minutes + 180)
            growth, allowed = found["last"] - found["first"], found["budget"] + SLACK
            megabyte = 1024 * 1024
            show(f"{case.name} memory after 1 minute", found["first"] / megabyte, "MB", "", as_json=as_json)
            show(f"{case.name} memory at the end", found["last"] / megabyte, "MB", "", as_json=as_json)
            goal = f"  (at most the budget of {found['budget'] / megabyte:.0f} MB)"
            show(f"{case.name} memory grew by", growth / megabyte, "MB", goal, as_json=as_json)
            show(f"{case.name} states kept", found["kept"], "states", f"  ({found['states'] / megabyte:.0f} MB)", as_json=as_json)
            show(f"{case.name} scrub p95", found["scrub_p95"], "ms", f"  (goal {SCRUB_GOAL:g})", as_json=as_json)
            share = child("snapshots", case.name, variables=variables, timeout=120)["percent"]
            show(f"{case.name} keeping moments", share, "% of training time", f"  (goal {SHARE_GOAL:g})", as_json=as_json)
            failed = failed or growth > allowed or found["scrub_p95"] > SCRUB_GOAL or share > SHARE_GOAL
    return int(failed)
