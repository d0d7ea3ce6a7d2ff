"""The whole of a tall network in small, with the part that is in view: a click or a drag goes there."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QWidget

from workbench.panels.stack.blocks import AT_ONCE, PAUSE
from workbench.panels.stack.figure import Figure
from workbench.panels.stack.standing import Layout
from workbench.theme.theme import current_theme
from workbench.widgets.painting import focus_ring, has_keyboard_focus, rounded

WIDTH: Final = 104
TALLEST: Final = 300
INSET: Final = 6
LEAST_LINE: Final = 1.0


class MiniMap(QWidget):
    """A drawing of blocks as coloured lines.

    Attributes
    ----------
    wanted
        With the share of the height that shall come into the middle of the view.
    """

    wanted = Signal(float)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("stack.minimap")
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._layout: Layout | None = None
        self._figure = Figure()
        self._shown = (0.0, 1.0)
        self._picture: QPixmap | None = None
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(PAUSE)
        self._later.timeout.connect(self._forget)
        current_theme().changed.connect(self._forget)

    def retranslate(self) -> None:
        """Set the words anew."""
        self.setAccessibleName(self.tr("Overview of the network"))
        self.setToolTip(self.tr("The whole network; click or drag to go there."))

    def show_layout(self, layout: Layout, figure: Figure) -> None:
        """Draw another layout."""
        if self._layout is not None and figure is self._figure and layout.spots == self._layout.spots:
            return
        self._layout, self._figure = layout, figure
        high = min(TALLEST, max(60.0, layout.height * (WIDTH - 2 * INSET) / max(layout.width, 1.0))) + 2 * INSET
        self.setFixedSize(WIDTH, round(high))
        if len(layout.spots) > AT_ONCE and self._picture is not None:
            self._later.start()  # a long network is drawn a moment after the edit, as its blocks out of sight are
        else:
            self._forget()

    def show_view(self, top: float, bottom: float) -> None:
        """Mark the part in view, as shares of the height."""
        if (top, bottom) != self._shown:
            self._shown = (top, bottom)
            self.update()

    def _forget(self) -> None:
        self._picture = None
        self.update()

    def _inside(self) -> QRectF:
        return QRectF(self.rect()).adjusted(INSET, INSET, -INSET, -INSET)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, painter = current_theme(), QPainter(self)
        if self._picture is None:
            self._picture = self._drawn()
        painter.drawPixmap(0, 0, self._picture)
        inside = self._inside()
        top, bottom = (inside.top() + share * inside.height() for share in self._shown)
        window = QRectF(2, top, self.width() - 4, max(4.0, bottom - top))
        wash = theme.color("accent")
        wash.setAlphaF(0.12)
        rounded(painter, window, 3, wash, theme.color("accent"))
        if has_keyboard_focus(self):
            focus_ring(painter, QRectF(self.rect()), 5, theme.color("accent"))

    def _drawn(self) -> QPixmap:
        theme, ratio = current_theme(), self.devicePixelRatioF()
        picture = QPixmap(self.size() * ratio)
        picture.setDevicePixelRatio(ratio)
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        rounded(painter, QRectF(self.rect()), 5, theme.color("surface"), theme.color("line"))
        layout, inside = self._layout, self._inside()
        if layout is None or not layout.height:
            return picture
        across, down = inside.width() / layout.width, inside.height() / layout.height
        painter.setPen(Qt.PenStyle.NoPen)
        blocks: dict[str, list[QRectF]] = {}
        for layer_id, spot in layout.spots.items():
            holds = spot.frame is not None and not spot.folded
            area = spot.frame if spot.frame is not None and holds else spot.rect
            small = QRectF(
                inside.left() + area.left() * across,
                inside.top() + area.top() * down,
                area.width() * across,
                max(LEAST_LINE, area.height() * down - 0.5),
            )
            words = self._figure.words.get(layer_id)
            token = "head" if holds else f"family_{words.family}" if words else "family_data"
            token = "error" if words and words.problem == "error" else token
            if holds:
                painter.setBrush(theme.color(token))
                painter.drawRect(small)
            else:
                blocks.setdefault(token, []).append(small)
        for token, areas in blocks.items():  # no block lies on another, so those of one colour can be drawn together
            painter.setBrush(theme.color(token))
            painter.drawRects(areas)
        painter.end()
        return picture

    # -- going there --------------------------------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._go(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if event.buttons() & Qt.MouseButton.LeftButton:
            self._go(event)

    def _go(self, event: QMouseEvent) -> None:
        inside = self._inside()
        self.wanted.emit(min(1.0, max(0.0, (event.position().y() - inside.top()) / inside.height())))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        top, bottom = self._shown
        step = {Qt.Key.Key_Down: bottom - top, Qt.Key.Key_Up: top - bottom}.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
        else:
            self.wanted.emit(min(1.0, max(0.0, (top + bottom) / 2 + step)))
