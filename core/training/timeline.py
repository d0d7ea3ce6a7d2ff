"""The memory of a run: its curves, and snapshots under a byte budget.

When the budget is reached the snapshot that stands closest to its neighbours goes, so what remains is spread evenly
over the run. The first, the newest and the pinned ones stay. It never fails: a network larger than the budget keeps
just its first and newest state.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right

from core.training.history import History
from core.training.snapshot import Snapshot

DEFAULT_BUDGET = 256 * 1024 * 1024


class Timeline:
    """Snapshots in order of their iteration.

    Parameters
    ----------
    budget
        Bytes that the snapshots may take together, apart from the first and the newest.

    Attributes
    ----------
    best_iteration
        When the validation data was answered best, while early stopping watches; else -1.
    """

    def __init__(self, budget: int = DEFAULT_BUDGET, history: History | None = None) -> None:
        self.budget = budget
        self.history = history or History()
        self._snapshots: list[Snapshot] = []
        self._bytes = 0
        self._pinned: set[int] = set()
        self.best_iteration = -1

    @property
    def nbytes(self) -> int:
        """Bytes that the kept snapshots take."""
        return self._bytes

    @property
    def iterations(self) -> list[int]:
        """The iterations that are kept, in order."""
        return [snapshot.iteration for snapshot in self._snapshots]

    @property
    def newest(self) -> Snapshot | None:
        """The last snapshot, or None before the first."""
        return self._snapshots[-1] if self._snapshots else None

    @property
    def snapshots(self) -> tuple[Snapshot, ...]:
        """All kept snapshots in order."""
        return tuple(self._snapshots)

    def keep(self, snapshot: Snapshot, *, pin: bool = False) -> None:
        """Keep a snapshot; one of the same iteration is replaced. A pinned one is never thinned out."""
        self.forget(snapshot.iteration)
        self._snapshots.insert(bisect_left(self.iterations, snapshot.iteration), snapshot)
        self._bytes += snapshot.nbytes
        if pin:
            self._pinned.add(snapshot.iteration)
        self._thin()

    def keep_best(self, snapshot: Snapshot) -> None:
        """Keep a snapshot as the best one so far; the one that was it before may be thinned out again."""
        self._pinned.discard(self.best_iteration)
        self.best_iteration = snapshot.iteration
        self.keep(snapshot, pin=True)

    def forget(self, iteration: int) -> None:
        """Give up the snapshot of exactly that iteration, if there is one."""
        at = bisect_left(self.iterations, iteration)
        if at < len(self._snapshots) and self._snapshots[at].iteration == iteration:
            self._bytes -= self._snapshots.pop(at).nbytes

    def rewind(self, iteration: int) -> None:
        """Forget everything after that iteration."""
        for later in [kept for kept in self.iterations if kept > iteration]:
            self.forget(later)
        self.history.rewind(iteration)

    def at(self, iteration: int) -> Snapshot | None:
        """Return the last snapshot that is not after that iteration, or None."""
        found = bisect_right(self.iterations, iteration)
        return self._snapshots[found - 1] if found else None

    def nearest(self, iteration: int) -> Snapshot | None:
        """Return the snapshot closest to that iteration, or None before the first."""
        return min(self._snapshots, key=lambda s: abs(s.iteration - iteration), default=None)

    def _thin(self) -> None:
        while self._bytes > self.budget:
            inner = [i for i in range(1, len(self._snapshots) - 1) if self._snapshots[i].iteration not in self._pinned]
            if not inner:
                return
            kept = self.iterations
            least = min(inner, key=lambda i: kept[i + 1] - kept[i - 1])
            self._bytes -= self._snapshots.pop(least).nbytes
