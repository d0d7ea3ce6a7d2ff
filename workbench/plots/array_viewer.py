"""One array, large: zoomed, moved, every value under the mouse."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from workbench.plots.array_file import ShownArray
from workbench.plots.array_menu import copy_numbers, copy_picture, save
from workbench.plots.cells import NUMBER_HEIGHT, NUMBER_WIDTH, cell_area, paint_cells
from workbench.plots.color_bar import ColorBar
from workbench.plots.picture import draw_image
from workbench.theme.theme import current_theme
from workbench.widgets.buttons import Button
from workbench.widgets.labels import ElidedLabel
from workbench.widgets.painting import focus_ring, has_keyboard_focus, rounded

ZOOM: Final = 1.25
MOST_ZOOM: Final = 64.0
NUDGE: Final = 0.1
"""How far an arrow key moves the view, as a share of it."""


class ZoomView(QWidget):
    """The array in as much of its room as it can fill; the wheel zooms at the mouse, dragging moves.

    By keys: + and − zoom, arrows move, 0 shows all again. Cells that are large enough show their numbers.

    Attributes
    ----------
    pointed
        With row and column under the mouse, −1 each when it left.
    """

    pointed = Signal(int, int)

    def __init__(self, shown: ShownArray, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.shown = shown
        self.zoom = 1.0
        self.centre = QPointF(0.5, 0.5)
        self._held: QPointF | None = None
        self._cell = (-1, -1)
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        current_theme().changed.connect(self.update)

    def sizeHint(self) -> QSize:
        return QSize(560, 480)

    def minimumSizeHint(self) -> QSize:
        return QSize(160, 160)

    def area(self) -> QRectF:
        """Return where the whole array would be."""
        rows, columns = self.shown.values.shape[-2:]
        step = min(self.width() / columns, self.height() / rows) * self.zoom
        size = QRectF(0, 0, step * columns, step * rows)
        left = self.width() / 2 - self.centre.x() * size.width()
        top = self.height() / 2 - self.centre.y() * size.height()
        return size.translated(left, top)

    def cell_at(self, position: QPointF) -> tuple[int, int]:
        """Return row and column at a pixel; −1 each beside the array."""
        area = self.area()
        if not area.contains(position):
            return -1, -1
        rows, columns = self.shown.values.shape[-2:]
        row = int((position.y() - area.top()) / area.height() * rows)
        return min(rows - 1, row), min(columns - 1, int((position.x() - area.left()) / area.width() * columns))

    def zoom_by(self, factor: float, at: QPointF | None = None) -> None:
        """Enlarge about a pixel of the widget, by default its middle."""
        at = at or QPointF(self.rect().center())
        before = self.area()
        share = QPointF((at.x() - before.left()) / before.width(), (at.y() - before.top()) / before.height())
        self.zoom = min(MOST_ZOOM, max(1.0, self.zoom * factor))
        after = self.area()
        self._move(
            QPointF(
                self.centre.x() + (after.left() + share.x() * after.width() - at.x()) / after.width(),
                self.centre.y() + (after.top() + share.y() * after.height() - at.y()) / after.height(),
            )
        )

    def _move(self, centre: QPointF) -> None:
        """Look at another middle; at least half of the view stays on the array, all of it where nothing is enlarged."""
        room = 0.5 - 0.5 / self.zoom
        self.centre = QPointF(*(min(0.5 + room, max(0.5 - room, c)) for c in (centre.x(), centre.y())))
        self.update()

    def show_all(self) -> None:
        """Show the whole array again."""
        self.zoom = 1.0
        self._move(QPointF(0.5, 0.5))

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, painter, area = current_theme(), QPainter(self), self.area()
        painter.fillRect(self.rect(), theme.color("plot"))
        rows, columns = self.shown.values.shape[-2:]
        wide, high = area.width() / columns, area.height() / rows
        draw_image(painter, area, self.shown.image())
        if self.shown.values.ndim == 2 and wide >= NUMBER_WIDTH and high >= NUMBER_HEIGHT:
            top, left = max(0, int(-area.top() / high)), max(0, int(-area.left() / wide))
            bottom = min(rows, int((self.height() - area.top()) / high) + 1)
            right = min(columns, int((self.width() - area.left()) / wide) + 1)
            seen = QRectF(area.left() + left * wide, area.top() + top * high, (right - left) * wide, (bottom - top) * high)
            paint_cells(
                painter, seen, self.shown.values[top:bottom, left:right], self.shown.limits, self.shown.sort, ground="plot"
            )
        if self._cell[0] >= 0:
            spot = cell_area(area, rows, columns, *self._cell)
            rounded(painter, spot.adjusted(-1, -1, 1, 1), 1, None, theme.color("accent"), width=2.0)
        if has_keyboard_focus(self):
            focus_ring(painter, QRectF(self.rect()), 3, theme.color("accent"))

    def _point(self, cell: tuple[int, int]) -> None:
        if cell != self._cell:
            self._cell = cell
            self.pointed.emit(*cell)
            self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._held = event.position()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._held = None

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._held is not None and event.buttons() & Qt.MouseButton.LeftButton:
            way, area = event.position() - self._held, self.area()
            self._held = event.position()
            self._move(QPointF(self.centre.x() - way.x() / area.width(), self.centre.y() - way.y() / area.height()))
        self._point(self.cell_at(event.position()))

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self.show_all()

    def leaveEvent(self, event: QEvent) -> None:
        self._point((-1, -1))

    def wheelEvent(self, event: QWheelEvent) -> None:
        self.zoom_by(ZOOM ** (event.angleDelta().y() / 120), event.position())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        moves = {Qt.Key.Key_Left: (-1, 0), Qt.Key.Key_Right: (1, 0), Qt.Key.Key_Up: (0, -1), Qt.Key.Key_Down: (0, 1)}
        move = moves.get(Qt.Key(event.key()))
        if move is not None:
            step = NUDGE / self.zoom
            self._move(QPointF(self.centre.x() + move[0] * step, self.centre.y() + move[1] * step))
            self._point(self.cell_at(QPointF(self.rect().center())))
        elif event.key() in {Qt.Key.Key_Plus, Qt.Key.Key_Equal}:
            self.zoom_by(ZOOM)
        elif event.key() == Qt.Key.Key_Minus:
            self.zoom_by(1 / ZOOM)
        elif event.key() == Qt.Key.Key_0:
            self.show_all()
        else:
            super().keyPressEvent(event)


class ArrayViewer(QDialog):
    """A window with one array as it was at the moment of opening; Escape closes it."""

    def __init__(self, shown: ShownArray, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("array_viewer")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        rows, columns = shown.values.shape[-2:]
        self.setWindowTitle(f"{shown.title}  {rows}×{columns}")
        self.view = ZoomView(shown)
        self.view.setObjectName("array_viewer.view")
        self.view.setAccessibleName(shown.title)
        self.view.pointed.connect(self._say)
        self.value = ElidedLabel(size="dense", tone="text2")
        self.value.setObjectName("array_viewer.value")
        self.bar = ColorBar("array_viewer.bar", shown.sort)
        self.bar.set_limits(*shown.limits)
        self.bar.setVisible(shown.values.ndim == 2)
        acts = (
            ("array_viewer.all", self.tr("Show all (0)"), self.view.show_all),
            ("array_viewer.copy", self.tr("Copy"), lambda: copy_picture(shown)),
            ("array_viewer.copy_numbers", self.tr("Copy numbers"), lambda: copy_numbers(shown)),
            ("array_viewer.png", self.tr("Save PNG…"), lambda: save(self, shown, "png")),
            ("array_viewer.npy", self.tr("Save NPY…"), lambda: save(self, shown, "npy")),
        )
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addStretch(1)
        for name, text, act in acts:
            button = Button(name, text)
            button.setAccessibleName(text)
            button.setAutoDefault(False)
            button.clicked.connect(act)
            buttons.addWidget(button)
        line = QHBoxLayout()
        line.addWidget(self.value, 1)
        line.addWidget(self.bar)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 12, 12, 12)
        column.setSpacing(8)
        column.addWidget(self.view, 1)
        column.addLayout(line)
        column.addLayout(buttons)
        self._say(-1, -1)
        self.view.setFocus()

    def _say(self, row: int, column: int) -> None:
        shown = self.view.shown
        if row < 0:
            self.value.set_text(self.tr("Wheel: zoom. Drag: move. Point at a cell to read its value."))
        else:
            place = self.tr("row {row}, column {column}").format(row=row + 1, column=column + 1)
            self.value.set_text(f"{place}: {shown.words_at(row, column)}")
