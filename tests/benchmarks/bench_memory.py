"""Peak memory of each workload beside PyTorch's, each in a process of its own."""

from __future__ import annotations

import json
from pathlib import Path

from core.kernels.engine import EngineChoice
from core.measured_engine import machine_choice
from tests.benchmarks.engine.environment import interpreter
from tests.benchmarks.engine.peers import TORCH, ours
from tests.benchmarks.engine.race import Peer
from tests.benchmarks.engine.workloads import HISTORIC, WORKLOADS, Workload

MEGABYTE = 1024 * 1024
MOST = {"h": 1.0}
"""The share of PyTorch's memory that is allowed; a third where nothing is said."""
MOST_HISTORIC = 6 * 1024 * MEGABYTE
STEPS = 5


def peak(python: Path, peer_name: str, workload: str) -> float:
    """Return the bytes at the peak of some steps."""
    peer = Peer(python, peer_name, workload)
    try:
        peer.steps = STEPS
        peer.run()
        return peer.memory()
    finally:
        peer.close()


def measure(workload: Workload, python: Path, choice: EngineChoice, *, as_json: bool) -> None:
    """Print the row of one workload: ours, and the least that PyTorch takes in any of its settings."""
    mine = peak(python, ours(choice), workload.name) / MEGABYTE
    theirs = min(peak(python, name, workload.name) for name in TORCH) / MEGABYTE
    if as_json:
        row = {"name": workload.name, "value": round(mine), "unit": "MB", "ratio": mine / theirs, "peer": "torch"}
        print(json.dumps({**row, "engine": choice.name}), flush=True)
    else:
        goal = MOST.get(workload.name, 1 / 3)
        print(
            f"{workload.name}  {mine:6.0f} MB, torch {theirs:6.0f} MB: {mine / theirs:.2f} of it  (at most {goal:.2f})",
            flush=True,
        )


def measure_historic(workload: Workload, python: Path, choice: EngineChoice, *, as_json: bool) -> None:
    """Print what a large network of the book takes for one step."""
    peer = Peer(python, ours(choice), workload.name)
    try:
        peer.steps = 1
        seconds, memory = peer.run(), peer.memory()
    finally:
        peer.close()
    if as_json:
        row = {"name": workload.name, "value": round(memory / MEGABYTE), "unit": "MB", "seconds": seconds}
        print(json.dumps({**row, "engine": choice.name}), flush=True)
    else:
        limit = f"(at most {MOST_HISTORIC // MEGABYTE} MB)"
        print(f"{workload.title}: {memory / MEGABYTE:.0f} MB  {limit}, {seconds:.2f} s", flush=True)


def main(as_json: bool = False, only: str = "") -> int:
    """Measure every workload, and the large networks of the book; or the rows whose letters are given, H for the large ones."""
    python = interpreter()
    choice = machine_choice()
    for workload in WORKLOADS:
        if not only or workload.name in only:
            measure(workload, python, choice, as_json=as_json)
    for workload in HISTORIC:
        if not only or "H" in only:
            measure_historic(workload, python, choice, as_json=as_json)
    return 0
