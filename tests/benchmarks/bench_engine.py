"""Our engine beside PyTorch, the plain way of the book, and scikit-learn: time of one training step."""

from __future__ import annotations

import json
from pathlib import Path

from tests.benchmarks.engine.environment import interpreter
from tests.benchmarks.engine.race import Peer, race, ratios
from tests.benchmarks.engine.workloads import WORKLOADS, Workload

TORCH_SETTINGS = ("torch-1t", "torch-2t", "torch-1t-last", "torch-2t-last")
CHOICES = ("ours-2t", "ours-winograd", "ours-winograd-2t")
"""Beside our default, one thread and direct convolution."""
PLAIN = frozenset("abcdef")
SKLEARN = frozenset("abc")
MEGABYTE = 1024 * 1024


def measure(workload: Workload, python: Path, *, as_json: bool) -> None:
    """Race the peers on one workload and print its rows."""
    ours, taps = Peer(python, "ours", workload.name), Peer(python, "ours-taps", workload.name)
    torch = [Peer(python, name, workload.name) for name in TORCH_SETTINGS]
    plain = [Peer(python, "plain", workload.name)] if workload.name in PLAIN else []
    sklearn = [Peer(python, "sklearn", workload.name)] if workload.name in SKLEARN else []
    choices = [Peer(python, name, workload.name) for name in CHOICES]
    everyone = [ours, taps, *choices, *torch, *plain, *sklearn]
    try:
        race(everyone)
        best = min(torch, key=lambda peer: sorted(peer.seconds)[len(peer.seconds) // 2])
        comparisons = [("torch", torch), ("plain", plain), ("scikit-learn", sklearn), ("with taps", [taps])]
        for name, others in comparisons:
            if others:
                middle, low, high = ratios(ours, others)
                median_ms = 1000 * sorted(ours.seconds)[len(ours.seconds) // 2]
                show(workload, name, middle, (low, high), median_ms, best.name if others is torch else name, as_json=as_json)
        for peer in choices:
            middle, low, high = ratios(peer, torch)
            median_ms = 1000 * sorted(peer.seconds)[len(peer.seconds) // 2]
            against = best.name if as_json else f"{best.name}, as {peer.name}"
            show(workload, peer.name, middle, (low, high), median_ms, against, as_json=as_json)
        memory = ours.memory() / MEGABYTE
        peer_memory = min(peer.memory() for peer in torch) / MEGABYTE
        if as_json:
            row = {"name": f"{workload.name} memory", "value": round(memory), "unit": "MB", "ratio": peer_memory / memory}
            print(json.dumps({**row, "peer": "torch"}), flush=True)
        else:
            print(f"     memory {memory:6.0f} MB, torch {peer_memory:6.0f} MB ({memory / peer_memory:.2f} of it)", flush=True)
    finally:
        for peer in everyone:
            peer.close()


def show(
    workload: Workload, name: str, ratio: float, spread: tuple[float, float], ms: float, peer: str, *, as_json: bool
) -> None:
    """Print one comparison; above 1 we are ahead."""
    if as_json:
        row_name = workload.name if name == "torch" else f"{workload.name} {name}"
        row = {"name": row_name, "value": ms, "unit": "ms", "ratio": ratio, "quartiles": spread, "peer": peer}
        print(json.dumps(row), flush=True)
        return
    if name == "torch":
        print(f"{workload.name}  {workload.title}: {ms:.4g} ms", flush=True)
    goal = f"  (goal {workload.goal})" if name == "torch" else ""
    print(f"     × {ratio:6.2f} [{spread[0]:.2f}–{spread[1]:.2f}] against {peer}{goal}", flush=True)


def main(as_json: bool = False, only: str = "") -> int:
    """Measure every workload, or those whose letters are given."""
    python = interpreter()
    for workload in WORKLOADS:
        if not only or workload.name in only:
            measure(workload, python, as_json=as_json)
    return 0
