"""The square one draws on, with the mouse, a pen or the arrow keys."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from PySide6.QtCore import QCoreApplication, QEvent, QMimeData, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QDragEnterEvent,
    QDragMoveEvent,
    QDropEvent,
    QFocusEvent,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from core.arrays import Array
from workbench.panels.draw_pad.drawing import BRUSH, ERASER, Drawing, Picture
from workbench.panels.draw_pad.picture_file import SUFFIXES
from workbench.theme.fonts import font
from workbench.theme.theme import current_theme

STEP: Final = 1 / 24
"""How far an arrow key moves the pen, as a share of the pad's side."""

_ARROWS: Final = {
    Qt.Key.Key_Left: (-STEP, 0.0),
    Qt.Key.Key_Right: (STEP, 0.0),
    Qt.Key.Key_Up: (0.0, -STEP),
    Qt.Key.Key_Down: (0.0, STEP),
}


class Pad(QWidget):
    """A sheet of paper.

    The mouse draws. Arrow keys move the pen, with Shift it draws; Delete clears, the keys of Undo take back a stroke.

    Attributes
    ----------
    drawn
        Emitted after every change of the drawing.
    dropped
        With the path of a picture file that was dropped.
    """

    drawn = Signal()
    dropped = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.drawing = Drawing()
        self.erasing = False
        self._pen = (0.5, 0.5)
        self._by_key = False
        self._key_line = False
        self._hint = ""
        self.setAcceptDrops(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.CrossCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(88, 88)
        current_theme().changed.connect(self.update)

    def sizeHint(self) -> QSize:
        return QSize(216, 216)

    def resizeEvent(self, event: QResizeEvent) -> None:
        # what stands below belongs right under the sheet
        self.setMaximumHeight(self.width())
        super().resizeEvent(event)

    def set_hint(self, hint: str) -> None:
        """Set what stands on an empty sheet."""
        self._hint = hint
        self.update()

    def read(self) -> Array:
        """Return the drawing as numbers from 0 to 255."""
        return self.drawing.read(current_theme().color("text"))

    def clear(self) -> None:
        """Take an empty sheet."""
        self.drawing.clear()
        self._changed()

    def undo(self) -> None:
        """Take back the last stroke or clearing."""
        self.drawing.undo()
        self._changed()

    def place(self, picture: Picture) -> None:
        """Take a sheet with nothing but a picture."""
        self.drawing.place(picture)
        self._changed()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if _picture_in(event.mimeData()) is not None:
            event.acceptProposedAction()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        if _picture_in(event.mimeData()) is not None:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        path = _picture_in(event.mimeData())
        if path is not None:
            event.acceptProposedAction()
            self.dropped.emit(path)

    def sheet(self) -> QRectF:
        """Return the square that is drawn on."""
        side = min(self.width(), self.height())
        return QRectF((self.width() - side) / 2, 0, side, side)

    def _changed(self) -> None:
        self._key_line = False
        self.update()
        self.drawn.emit()

    def _place(self, position: QPointF) -> tuple[float, float]:
        sheet = self.sheet()
        x, y = (position.x() - sheet.left()) / sheet.width(), (position.y() - sheet.top()) / sheet.height()
        return min(max(x, 0.0), 1.0), min(max(y, 0.0), 1.0)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            _deliver_every_move(True)
            self._by_key = False
            self._pen = self._place(event.position())
            self.drawing.begin(*self._pen, erases=self.erasing)
            self._changed()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if event.buttons() & Qt.MouseButton.LeftButton and self.drawing.strokes:
            self._pen = self._place(event.position())
            self.drawing.move(*self._pen)
            self._changed()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            _deliver_every_move(False)

    def event(self, event: QEvent) -> bool:
        # The window's own Undo and its keys for the run would otherwise take what is meant for the pad.
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            if event.matches(QKeySequence.StandardKey.Undo) and self.drawing.can_undo:
                event.accept()
                return True
            if event.key() in _ARROWS or event.key() in {Qt.Key.Key_Delete, Qt.Key.Key_Backspace}:
                event.accept()
                return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Delete, Qt.Key.Key_Backspace}:
            self.clear()
        elif event.matches(QKeySequence.StandardKey.Undo):
            self.undo()
        elif event.key() in _ARROWS:
            self._move_pen(*_ARROWS[Qt.Key(event.key())], draws=bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier))
        else:
            super().keyPressEvent(event)

    def _move_pen(self, dx: float, dy: float, *, draws: bool) -> None:
        before = self._pen
        self._by_key = True
        self._pen = min(max(before[0] + dx, 0.0), 1.0), min(max(before[1] + dy, 0.0), 1.0)
        if not draws:
            self._key_line = False
            self.update()
            return
        if not self._key_line:
            self.drawing.begin(*before, erases=self.erasing)
        self.drawing.move(*self._pen)
        self._changed()
        self._key_line = True

    def focusInEvent(self, event: QFocusEvent) -> None:
        self._by_key = event.reason() in {Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason}
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = current_theme()
        table = theme.lookup("ink")
        paper, ink = (QColor(*(int(c) for c in table[at])) for at in (0, 255))
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        sheet = self.sheet().adjusted(0.5, 0.5, -0.5, -0.5)
        painter.setBrush(paper)
        painter.setPen(QPen(theme.color("accent" if self.hasFocus() else "axis"), 1))
        painter.drawRoundedRect(sheet, 4, 4)
        if not self.drawing.strokes:
            painter.setFont(font("dense"))
            painter.setPen(theme.color("text3"))
            painter.drawText(sheet.adjusted(8, 8, -8, -8), Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap, self._hint)
        painter.save()
        painter.setClipRect(sheet.adjusted(1, 1, -1, -1))
        painter.translate(sheet.topLeft())
        painter.setBrush(Qt.BrushStyle.NoBrush)
        self.drawing.paint(painter, sheet.width(), ink, paper)
        painter.restore()
        if self._by_key and self.hasFocus():
            radius = (ERASER if self.erasing else BRUSH) * sheet.width() / 2
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(theme.color("accent"), 1.5))
            centre = sheet.topLeft() + QPointF(self._pen[0] * sheet.width(), self._pen[1] * sheet.height())
            painter.drawEllipse(centre, radius, radius)


def _picture_in(mime: QMimeData) -> Path | None:
    """Return the first picture file that a drag carries, or None."""
    paths = (Path(url.toLocalFile()) for url in mime.urls() if url.isLocalFile())
    return next((path for path in paths if path.suffix.lower() in SUFFIXES), None)


def _deliver_every_move(every: bool) -> None:
    """Have Qt hand over every move of the mouse, or only the latest of those that wait.

    On X11 it drops all but the latest, so that a repaint of 50 ms would cut the corner off a quick 4.
    """
    QCoreApplication.setAttribute(Qt.ApplicationAttribute.AA_CompressHighFrequencyEvents, not every)
