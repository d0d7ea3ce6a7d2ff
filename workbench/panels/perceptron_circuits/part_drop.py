"""The board as a place to drop parts of the palette on."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDragMoveEvent, QDropEvent, QPainter, QPen
from PySide6.QtWidgets import QWidget

from workbench.dragging import CIRCUIT_PART, name_in
from workbench.panels.perceptron_circuits.acts import BoardActs
from workbench.panels.perceptron_circuits.board_view import BoardView
from workbench.panels.perceptron_circuits.desk import Desk
from workbench.theme.theme import current_theme


class PartDropView(BoardView):
    """Shows where a part would stand, and puts it there."""

    def __init__(self, desk: Desk, acts: BoardActs, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._acts = acts
        self._coming: QRectF | None = None
        self.setAcceptDrops(True)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if name_in(event.mimeData(), CIRCUIT_PART):
            event.acceptProposedAction()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        """Show where the part would stand."""
        place = self._view.place(event.position()).toTuple()
        box = self._acts.box_of(name_in(event.mimeData(), CIRCUIT_PART), place)
        if box is not None:
            self._coming = QRectF(self._view.pixel(box.topLeft()), self._view.pixel(box.bottomRight()))
            event.acceptProposedAction()
            self.update()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self._coming = None
        self.update()

    def dropEvent(self, event: QDropEvent) -> None:
        self._coming = None
        self._fits = False  # it stays where it was let go
        self._acts.add_at(name_in(event.mimeData(), CIRCUIT_PART), self._view.place(event.position()).toTuple())
        event.acceptProposedAction()
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        self.update()

    def paint_coming(self, painter: QPainter) -> None:
        """Paint the box of the part that is being dragged here."""
        if self._coming is not None:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(current_theme().color("accent"), 1.5, Qt.PenStyle.DashLine))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(self._coming, 5, 5)
