"""The blocks of a canvas: those in sight are right at once; those of a long network elsewhere follow bit by bit."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Final

from PySide6.QtCore import QObject, QRect, QTimer
from PySide6.QtWidgets import QWidget

from workbench.panels.stack.block import Block, Face
from workbench.panels.stack.standing import Spot

AT_ONCE: Final = 60
"""In a network of no more blocks than this all of them are always up to date."""
AT_A_TIME: Final = 16
PAUSE: Final = 40
"""Milliseconds from one handful of blocks out of sight to the next, in which the person's next act comes first."""


class Blocks(QObject):
    """Gives a block to each layer that is drawn, and keeps it where and as it should be.

    Attributes
    ----------
    standing
        The blocks by their layer's id; in a long network those out of sight may still be to come, or be as they were.
    """

    def __init__(
        self, canvas: QWidget, about: Callable[[str], str], face: Callable[[str], Face], view: Callable[[], QRect]
    ) -> None:
        """Begin without blocks.

        Parameters
        ----------
        about
            Returns what a tooltip says of a layer.
        face
            Returns how a layer's block looks now.
        view
            Returns the part of the canvas that can be seen.
        """
        super().__init__(canvas)
        self.standing: dict[str, Block] = {}
        self._canvas = canvas
        self._about, self._face, self._view = about, face, view
        self._spots: Mapping[str, Spot] = {}
        self._zoom = 1.0
        self._stood: dict[str, tuple[int, int]] = {}  # top and bottom, so that a glance at all of them asks no widget
        self._behind: set[str] = set()
        self._spare: list[Block] = []
        self._idle = QTimer(self)
        self._idle.setSingleShot(True)
        self._idle.setInterval(PAUSE)
        self._idle.timeout.connect(self._go_on)

    def stand(self, spots: Mapping[str, Spot], zoom: float) -> None:
        """Let the blocks stand elsewhere; those of layers that are not drawn any more go."""
        for gone in self.standing.keys() - spots.keys():
            block = self.standing.pop(gone)
            del self._stood[gone]
            block.hide()
            self._spare.append(block)
        self._spots, self._zoom = spots, zoom
        self._behind = set(spots)
        self.catch_up()

    def refresh(self, layer_ids: Iterable[str]) -> None:
        """Let blocks look as they should now."""
        self._behind.update(layer_id for layer_id in layer_ids if layer_id in self._spots)
        self.catch_up()

    def catch_up(self) -> None:
        """Bring up to date what is in sight; call it when something else comes into sight."""
        if not self._behind:
            return
        chosen = [layer_id for layer_id in self._spots if layer_id in self._behind]
        if len(self._spots) > AT_ONCE:
            top, bottom = self._view().top(), self._view().bottom()
            first, last = top / self._zoom, bottom / self._zoom
            spots, stood = self._spots, self._stood
            chosen = [
                layer_id
                for layer_id in chosen
                if (spots[layer_id].rect.top() <= last and spots[layer_id].rect.bottom() >= first)
                or (layer_id in stood and stood[layer_id][0] <= bottom and stood[layer_id][1] >= top)
            ]
        for layer_id in chosen:
            self.dress(layer_id)
        if self._behind:
            self._idle.start()

    def dress(self, layer_id: str) -> None:
        """Let one block look and stand as it should now."""
        self._behind.discard(layer_id)
        block = self.standing.get(layer_id)
        if block is None:
            block = self._spare.pop() if self._spare else Block(self._about, self._canvas)
            block.stand_for(layer_id)
            self.standing[layer_id] = block
        block.show_face(self._face(layer_id), self._zoom)
        self._stood[layer_id] = (block.y(), block.y() + block.height())
        if block.isHidden():
            block.show()

    def repaint_all(self) -> None:
        """Draw every block anew."""
        for block in (*self.standing.values(), *self._spare):
            block.forget()

    def _go_on(self) -> None:
        waiting = [layer_id for layer_id in self._spots if layer_id in self._behind]
        for layer_id in waiting[:AT_A_TIME]:
            self.dress(layer_id)
        if self._behind:
            self._idle.start()
