"""How cost grows: twice the samples, twice the area of the image. Linear growth doubles the time."""

from __future__ import annotations

import json
from pathlib import Path
from statistics import median

from core.kernels.engine import EngineChoice
from tests.benchmarks.engine.peers import ours
from tests.benchmarks.engine.race import Peer, race
from tests.benchmarks.engine.workloads import GROWN

ROUNDS = 7


def measure_slopes(python: Path, choice: EngineChoice, *, as_json: bool) -> None:
    """Time each workload as it is and grown, in turn, and print by how many times the step became longer."""
    for plain, grown, what in GROWN:
        peers = [Peer(python, ours(choice), name) for name in (plain, grown)]
        try:
            race(peers, ROUNDS)
        finally:
            for peer in peers:
                peer.close()
        growth = median(large / small for small, large in zip(peers[0].seconds, peers[1].seconds, strict=True))
        if as_json:
            print(json.dumps({"name": f"{plain} slope {what}", "value": growth, "unit": "×"}), flush=True)
        else:
            print(f"{plain}  twice the {what}: × {growth:.2f} the time", flush=True)
