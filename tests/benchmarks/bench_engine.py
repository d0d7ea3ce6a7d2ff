"""Our engine beside PyTorch, the plain way of the book, and scikit-learn: time of one training step."""

from __future__ import annotations

import json
from pathlib import Path

from core.kernels.engine import EngineChoice
from core.measured_engine import machine_choice
from tests.benchmarks.engine.environment import interpreter
from tests.benchmarks.engine.importing import measure_imports
from tests.benchmarks.engine.peers import PLAIN, SKLEARN, TORCH, other_choices, ours
from tests.benchmarks.engine.race import Peer, race, ratios
from tests.benchmarks.engine.slopes import measure_slopes
from tests.benchmarks.engine.workloads import WORKLOADS, Workload

IMPORTS, SLOPES = "i", "s"
"""Letters for `--only` beside those of the workloads."""


def measure(workload: Workload, python: Path, choice: EngineChoice, *, as_json: bool) -> None:
    """Race the peers on one workload and print its rows."""
    name = workload.name
    mine, taps = Peer(python, ours(choice), name), Peer(python, f"{ours(choice)}-taps", name)
    torch = [Peer(python, peer, name) for peer in TORCH]
    plain = [Peer(python, "plain", name)] if name in PLAIN else []
    sklearn = [Peer(python, "sklearn", name)] if name in SKLEARN else []
    choices = [Peer(python, ours(other), name) for other in other_choices(name, choice)]
    everyone = [mine, taps, *choices, *torch, *plain, *sklearn]
    try:
        race(everyone)
        best = min(torch, key=lambda peer: sorted(peer.seconds)[len(peer.seconds) // 2])
        comparisons = [("torch", torch), ("plain", plain), ("scikit-learn", sklearn), ("with taps", [taps])]
        for against, others in comparisons:
            if others:
                show(workload, against, mine, others, best.name if others is torch else against, as_json=as_json)
        for peer in choices:
            row = peer.name.removeprefix("ours-")
            show(workload, row, peer, torch, best.name if as_json else f"{best.name}, as {row}", as_json=as_json)
    finally:
        for peer in everyone:
            peer.close()


def show(workload: Workload, name: str, mine: Peer, others: list[Peer], peer: str, *, as_json: bool) -> None:
    """Print one comparison; above 1 we are ahead."""
    ratio, low, high = ratios(mine, others)
    ms = 1000 * sorted(mine.seconds)[len(mine.seconds) // 2]
    if as_json:
        row_name = workload.name if name == "torch" else f"{workload.name} {name}"
        row = {"name": row_name, "value": ms, "unit": "ms", "ratio": ratio, "quartiles": (low, high), "peer": peer}
        print(json.dumps({**row, "engine": mine.name.removeprefix("ours-")}), flush=True)
        return
    if name == "torch":
        print(f"{workload.name}  {workload.title}: {ms:.4g} ms, {mine.name.removeprefix('ours-')}", flush=True)
    goal = f"  (goal {workload.goal})" if name == "torch" else ""
    print(f"     × {ratio:6.2f} [{low:.2f}–{high:.2f}] against {peer}{goal}", flush=True)


def main(as_json: bool = False, only: str = "") -> int:
    """Measure every workload, what it takes to begin, and how cost grows; or the rows whose letters are given."""
    python = interpreter()
    choice = machine_choice()
    for workload in WORKLOADS:
        if not only or workload.name in only:
            measure(workload, python, choice, as_json=as_json)
    if not only or IMPORTS in only:
        measure_imports(python, as_json=as_json)
    if not only or SLOPES in only:
        measure_slopes(python, choice, as_json=as_json)
    return 0
