"""What the worker thread tells the window: put there by one thread, drained by the other.

The window polls. A signal for every step would make Qt deliver twenty thousand events a second, and the window would
never catch up.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Container
from dataclasses import dataclass
from typing import Final

from core.datasets.recipe import Data
from core.network import Slot
from core.training.events import Changed, Diverged, Evaluated, Finished, Improved
from core.training.progress import Progress
from core.training.snapshot import Snapshot


@dataclass(frozen=True, slots=True)
class Loaded:
    """The data is there; the network is not built yet."""

    data: Data


@dataclass(frozen=True, slots=True)
class Prepared:
    """The network is built; `snapshot` is where the run stands, `initial` where it began."""

    data: Data
    layout: tuple[Slot, ...]
    snapshot: Snapshot
    initial: Snapshot
    total_iterations: int


@dataclass(frozen=True, slots=True)
class Preparing:
    """How much of the data is loaded, 0 to 1."""

    share: float


@dataclass(frozen=True, slots=True)
class Taken:
    """A snapshot that the window asked for."""

    snapshot: Snapshot
    total_iterations: int


@dataclass(frozen=True, slots=True)
class Rewound:
    """The run went back to an earlier moment, because what was set by hand there is otherwise now."""

    snapshot: Snapshot
    total_iterations: int


@dataclass(frozen=True, slots=True)
class DataChanged:
    """The run goes on with other data after that iteration; or cannot, because the data asks for another network."""

    iteration: int
    data: Data
    suits: bool
    total_iterations: int


@dataclass(frozen=True, slots=True)
class Speed:
    """Samples and updates per second of training time, over about the last second."""

    samples: float
    updates: float


@dataclass(frozen=True, slots=True)
class Rested:
    """The run stands still: paused, or the steps that were asked for are done, after so many commands."""

    obeyed: int


@dataclass(frozen=True, slots=True)
class Failed:
    """The run could not be prepared or stopped with an error."""

    error: Exception


Message = (
    Progress
    | Loaded
    | Prepared
    | Preparing
    | Taken
    | Rewound
    | DataChanged
    | Speed
    | Rested
    | Failed
    | Evaluated
    | Improved
    | Changed
    | Diverged
    | Finished
)


CAN_WAIT: Final = (Progress, Taken, Evaluated, Speed)
"""Messages of a run that goes on as it should; they are shown as often as drawing is allowed. All others are news."""


class Inbox:
    """Messages in their order, each with the number of the run it belongs to."""

    def __init__(self) -> None:
        self._messages: deque[tuple[int, Message]] = deque()
        self._urgent = 0

    def put(self, run: int, message: Message) -> None:
        """Add a message; called by the worker thread."""
        if not isinstance(message, CAN_WAIT):
            self._urgent += 1
        self._messages.append((run, message))

    @property
    def is_urgent(self) -> bool:
        """Whether anything came that a person waits for."""
        return self._urgent > 0

    def drain(self, runs: Container[int]) -> list[tuple[int, Message]]:
        """Return all messages of those runs, each with the run's number, and forget others; called by the window.

        Progress of a run between which it told nothing else comes as one message.
        """
        messages: list[tuple[int, Message]] = []
        latest: dict[int, Message] = {}
        self._urgent = 0
        while self._messages:
            number, message = self._messages.popleft()
            if number not in runs:
                continue
            before = latest.get(number)
            if isinstance(message, Progress) and isinstance(before, Progress):
                before.extend(message)
            else:
                messages.append((number, message))
                latest[number] = message
        return messages
