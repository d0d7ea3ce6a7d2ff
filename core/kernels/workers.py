"""One thread or two for the halves of a kernel's work.

What is halved, and in which order halves are added up, is the same for one thread as for two. So the number of threads
decides how long a run takes, and never a bit of what comes out.
"""

from __future__ import annotations

import weakref
from collections.abc import Callable
from contextvars import Context, copy_context
from queue import SimpleQueue
from threading import Thread
from typing import Final

WORTH_SHARING: Final = 1 << 18
"""Numbers to go through from which a second thread gains more than it takes to wake it."""

Task = tuple[Context, Callable[[], None]]
Work = Callable[[slice], None]


class Workers:
    """Runs the two halves of a task, in turn or at once.

    Parameters
    ----------
    threads
        1 or 2. The second thread begins when it is first needed and ends with this object.
    """

    def __init__(self, threads: int = 1) -> None:
        self.threads = threads
        self._queues: tuple[SimpleQueue[Task | None], SimpleQueue[BaseException | None]] | None = None

    def both(self, first: Callable[[], None], second: Callable[[], None]) -> None:
        """Run two pieces of work that do not write to the same place; return when both are done."""
        if self.threads == 1:
            first()
            second()
            return
        tasks, done = self._queues or self._begin()
        tasks.put((copy_context(), second))  # what NumPy is to say of overflows belongs to the context
        try:
            first()
        finally:
            error = done.get()
        if error is not None:
            raise error

    def split(self, count: int, size: int, work: Work) -> None:
        """Run `work` on indices 0 to `count`, in two parts where `size` numbers are worth it.

        Only for work whose result is the same however it is divided.
        """
        half = count // 2
        if self.threads == 1 or size < WORTH_SHARING or not half:
            work(slice(0, count))
        else:
            self.both(lambda: work(slice(0, half)), lambda: work(slice(half, count)))

    def _begin(self) -> tuple[SimpleQueue[Task | None], SimpleQueue[BaseException | None]]:
        tasks: SimpleQueue[Task | None] = SimpleQueue()
        done: SimpleQueue[BaseException | None] = SimpleQueue()
        Thread(target=_serve, args=(tasks, done), name="kernels", daemon=True).start()
        weakref.finalize(self, tasks.put, None)
        self._queues = tasks, done
        return self._queues


ALONE: Final = Workers()
"""One thread; it holds nothing, so that all may share it."""


def _serve(tasks: SimpleQueue[Task | None], done: SimpleQueue[BaseException | None]) -> None:
    """Do one task after another until there is None."""
    while (task := tasks.get()) is not None:
        context, work = task
        error: BaseException | None = None
        try:
            context.run(work)
        except BaseException as raised:  # noqa: BLE001 - whoever waits for the work raises it
            error = raised
        del task, context, work  # or the arrays in them would live until the next task
        done.put(error)
