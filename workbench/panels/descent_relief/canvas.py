"""The net painted from back to front, with the race on it; dragging turns it."""

from __future__ import annotations

from typing import Final

import numpy as np
from PySide6.QtCore import QPointF, QRectF, QSize, Qt, QTimer
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QPixmap, QResizeEvent
from PySide6.QtWidgets import QWidget

from core.arrays import Array
from workbench.descent.session import DescentSession
from workbench.descent.trails import Trails, paint_heads
from workbench.panels.descent_relief.relief import Relief, make_relief
from workbench.plots.surface import Camera, paint_cells
from workbench.plots.turning_view import TurningView
from workbench.theme.theme import Theme, current_theme
from workbench.widgets.painting import circle, focus_ring, has_keyboard_focus

REST_MILLISECONDS: Final = 120
"""When it has not turned for so long, it is drawn in full again."""

SHADES: Final = 24
FIRST_SHADE, LAST_SHADE = 0.12, 0.78
"""Which part of the magnitude colours is used: the ends are too near to paper and ink."""


class ReliefCanvas(TurningView):
    """The surface in space, with the race on it."""

    def __init__(self, session: DescentSession, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("descent.relief")
        self._session = session
        self._wire = False
        self._relief: Relief | None = None
        self._relief_key: object = None
        self._still: QPixmap | None = None
        self._trails = Trails()
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(REST_MILLISECONDS)
        self._rest.timeout.connect(self.turned)
        session.pointed.connect(self.update)
        current_theme().changed.connect(self.turned)

    def sizeHint(self) -> QSize:
        return QSize(440, 380)

    def minimumSizeHint(self) -> QSize:
        return QSize(160, 120)

    def set_wire(self, wire: bool) -> None:
        """Choose lines alone instead of coloured cells."""
        self._wire = wire
        self.turned()

    def relief(self) -> Relief:
        """Return the net of the present surface and view."""
        race = self._session.race
        key = (race.spec.text, race.spec.view)
        if self._relief is None or key != self._relief_key:
            self._relief, self._relief_key = make_relief(race.objective, race.spec.view), key
        return self._relief

    def camera(self) -> Camera:
        """Return from where it is seen."""
        return self.seen_from(min(self.width() / 1.32, self.height() / 1.12))

    def show_race(self) -> None:
        """Show other paths or another surface."""
        if (self._session.race.spec.text, self._session.race.spec.view) != self._relief_key:
            self._still = None
        self._set_paths()
        self.update()

    def _set_paths(self) -> None:
        relief, camera = self.relief(), self.camera()
        self._trails.set_paths(self._session.race.paths, lambda at, f: camera.pixels(relief.in_space(at, f)))

    def turned(self) -> None:
        self._trails.rough = self._rest.isActive()
        self._still = None
        self._set_paths()
        self.update()

    def rotate(self, turn: float, tilt: float) -> None:
        self._rest.start()
        super().rotate(turn, tilt)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space:
            self._session.player.toggle()
        else:
            super().keyPressEvent(event)

    # -- painting -----------------------------------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.turned()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, player = current_theme(), self._session.player
        ratio = self.devicePixelRatioF()
        area = QRectF(self.rect())
        if self._still is None and not self._rest.isActive():
            self._still = QPixmap(self.size() * ratio)
            self._still.setDevicePixelRatio(ratio)
            layer = QPainter(self._still)
            self._paint_surface(layer, self.relief(), theme)
            layer.end()
        painter = QPainter(self)
        if self._still is None:  # while it turns nothing can be used twice, so layers would only cost
            self._paint_surface(painter, self.relief().rough(), theme)
            self._trails.paint_past(painter, player.step, theme)
        else:
            painter.drawPixmap(0, 0, self._still)
            painter.drawPixmap(0, 0, self._trails.past(player.step, self.size(), ratio, area, theme))
        paint_heads(painter, self._trails, player.position, area, theme)
        for x, y in self._pixels(self._session.race.spec.starts).T:
            circle(painter, QPointF(x, y), 6, theme.color("surface"), theme.color("text"), width=2.0)
        if self._session.pointer is not None:
            x, y = self._pixels((self._session.pointer,))[:, 0]
            circle(painter, QPointF(x, y), 4, theme.color("accent"), theme.color("plot"), width=1.0)
        if has_keyboard_focus(self):
            focus_ring(painter, area, 4, theme.color("accent"))

    def _paint_surface(self, painter: QPainter, relief: Relief, theme: Theme) -> None:
        painter.fillRect(self.rect(), theme.color("plot"))
        paint_net(painter, relief, self.camera(), theme, wire=self._wire)
        self.paint_compass(painter, ("x", "y", "f"))

    def _pixels(self, places: tuple[tuple[float, float], ...]) -> Array:
        at = np.array(places, dtype=np.float64).T
        return self.camera().pixels(self.relief().in_space(at, self._session.race.objective.value(at)))


def paint_net(painter: QPainter, relief: Relief, camera: Camera, theme: Theme, *, wire: bool = False) -> None:
    """Paint the cells of the net, the higher the paler."""
    points = relief.points
    height = (points[2, :-1, :-1] + points[2, 1:, 1:]) / 2
    finite = np.isfinite(height)
    low, high = (float(height[finite].min()), float(height[finite].max())) if finite.any() else (0.0, 1.0)
    tones = np.where(finite, (1 - (height - low) / ((high - low) or 1.0)) * (SHADES - 1), 0).astype(int)
    paint_cells(painter, points, camera, tones, _shades(theme), theme=theme, wire=wire)


def _shades(theme: Theme) -> list[QColor]:
    table = theme.lookup("magnitude")
    places = np.linspace(FIRST_SHADE, LAST_SHADE, SHADES) * (len(table) - 1)
    return [QColor.fromRgb(*(int(c) for c in table[round(place)])) for place in places]
