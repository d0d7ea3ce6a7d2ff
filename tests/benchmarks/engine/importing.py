"""How long a run without a window takes to begin: ``import core`` beside ``import torch``."""

from __future__ import annotations

import json
import subprocess
import time
from pathlib import Path
from statistics import median

from tests.benchmarks.engine.race import ROUNDS

ROOT = Path(__file__).resolve().parents[3]
MOST_SECONDS = 0.25
GOAL = 10


def measure_imports(python: Path, *, as_json: bool) -> None:
    """Time both in turn, each in a process of its own, and print the row."""
    seconds: dict[str, list[float]] = {"core": [], "torch": []}
    for _ in range(ROUNDS):
        for module, taken in seconds.items():
            started = time.perf_counter()
            subprocess.run([str(python), "-c", f"import {module}"], cwd=ROOT, check=True)
            taken.append(time.perf_counter() - started)
    mine, theirs = median(seconds["core"]), median(seconds["torch"])
    if as_json:
        print(
            json.dumps({"name": "import", "value": 1000 * mine, "unit": "ms", "ratio": theirs / mine, "peer": "torch"}),
            flush=True,
        )
    else:
        print(
            f"import core: {mine:.3f} s, torch {theirs:.3f} s: × {theirs / mine:.1f}  (goals {MOST_SECONDS} s, {GOAL})",
            flush=True,
        )
