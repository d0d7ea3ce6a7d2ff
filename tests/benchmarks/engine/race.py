"""Peers in processes of their own, timed in turn, round by round."""

from __future__ import annotations

import subprocess
from pathlib import Path
from statistics import median, quantiles

ROUNDS = 9
SECONDS = 0.3
"""About how long each peer runs in each round."""


class Peer:
    """A process that runs steps of one workload when asked.

    Parameters
    ----------
    python
        The interpreter of the environment that has the peers.
    name
        The peer with its options: ``"torch-2t-last"``.
    """

    def __init__(self, python: Path, name: str, workload: str) -> None:
        self.name = name
        command = [str(python), "-m", "tests.benchmarks.engine.peer", name, workload]
        root = Path(__file__).resolve().parents[3]
        self._process = subprocess.Popen(command, cwd=root, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        if self._answer() != "ready":
            raise ChildProcessError(f"the peer {name} could not begin {workload}")
        seconds = self._ask("3")
        self.steps = max(1, min(100_000, round(SECONDS / seconds)))
        self.seconds: list[float] = []

    def run(self) -> float:
        """Time one round and return the seconds of a step."""
        self.seconds.append(self._ask(str(self.steps)))
        return self.seconds[-1]

    def memory(self) -> float:
        """Return the peak memory of the process in bytes."""
        return self._ask("memory")

    def close(self) -> None:
        """End the process."""
        if self._process.stdin is not None:
            self._process.stdin.close()
        self._process.wait(timeout=30)

    def _ask(self, line: str) -> float:
        if self._process.stdin is None:
            raise ChildProcessError("the peer has ended")
        self._process.stdin.write(f"{line}\n")
        self._process.stdin.flush()
        return float(self._answer())

    def _answer(self) -> str:
        return self._process.stdout.readline().strip() if self._process.stdout else ""


def race(peers: list[Peer], rounds: int = ROUNDS) -> None:
    """Let all peers run in turn, so that a drift of the machine's speed meets them alike."""
    for number in range(rounds):
        order = peers if number % 2 == 0 else peers[::-1]
        for peer in order:
            peer.run()


def ratios(ours: Peer, others: list[Peer]) -> tuple[float, float, float]:
    """Return median and quartiles, over the rounds, of how many times quicker ours is than the best of the others."""
    per_round = [min(other.seconds[i] for other in others) / ours.seconds[i] for i in range(len(ours.seconds))]
    low, _, high = quantiles(per_round, n=4)
    return median(per_round), low, high
