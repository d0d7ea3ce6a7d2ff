"""One run on the training thread, and what it has not told yet."""

from __future__ import annotations

from core.training.progress import Progress
from core.training.session import Session
from workbench.training.inbox import Inbox, Message, Taken


class Lane:
    """One run on the thread, and what it has not told yet."""

    def __init__(self, run: int, session: Session, inbox: Inbox) -> None:
        self.run, self.session, self._inbox = run, session, inbox
        self.told = Progress()

    def tell(self, message: Message | None = None) -> None:
        """Hand over the updates since the last time, and then a message."""
        if self.told:
            self._inbox.put(self.run, self.told)
            self.told = Progress()
        if message is not None:
            self._inbox.put(self.run, message)

    def take(self, *, resumable: bool) -> None:
        """Hand over the present state, if it is one of finite numbers."""
        snapshot = self.session.snapshot(resumable=resumable)
        if snapshot.finite:
            self._inbox.put(self.run, Taken(snapshot, self.session.total_iterations))
