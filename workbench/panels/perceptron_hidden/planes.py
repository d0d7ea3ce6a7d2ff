"""The plane of the inputs and the plane of the hidden units, with the four points in both."""

from __future__ import annotations

from typing import Final, Literal

import numpy as np
from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from core.arrays import Array
from core.perceptron.hidden import T, X, hidden, output
from workbench.panels.perceptron_hidden.trainer import HiddenTrainer
from workbench.perceptron.colours import WASH_OF_0, WASH_OF_1, point_colour
from workbench.plots.picture import draw_image, image_of
from workbench.theme.fonts import font
from workbench.theme.theme import Theme, current_theme
from workbench.widgets.painting import circle

CELLS: Final = 48
MARGIN: Final = 26
TITLE: Final = 24
RIGHT: Final = 8
Space = Literal["inputs", "hidden"]


class PlaneOfPoints(QWidget):
    """What the network says at each place, where its lines are 0, and the four points of XOR.

    Parameters
    ----------
    space
        ``"inputs"`` for x₁ and x₂ with the lines of both hidden units, ``"hidden"`` for h₁ and h₂ with the line of the
        output.
    """

    def __init__(self, space: Space, trainer: HiddenTrainer, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(f"hidden.{space}")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._space, self._trainer = space, trainer
        self._title = ""
        trainer.changed.connect(self._show)
        current_theme().changed.connect(self.update)

    def sizeHint(self) -> QSize:
        return QSize(230, 250)

    def minimumSizeHint(self) -> QSize:
        return QSize(150, 150)

    def set_title(self, title: str) -> None:
        """Set what stands above."""
        self._title = title
        self.setAccessibleName(title)
        self.update()

    def points(self) -> Array:
        """Return where the four points are, ``(4, 2)``."""
        trainer = self._trainer
        return X if self._space == "inputs" else hidden(trainer.weights, trainer.spec.activation, X)[0]

    def limits(self) -> tuple[float, float]:
        """Return the least and the greatest coordinate that is shown."""
        if self._space == "inputs":
            return -0.5, 1.5
        return (-1.15, 1.15) if self._trainer.spec.activation == "tanh" else (-0.15, 1.15)

    def _show(self) -> None:
        self.setAccessibleDescription("; ".join(f"({x:.2f}, {y:.2f})" for x, y in self.points()))
        self.update()

    @property
    def above_square(self) -> int:
        """By how much it is higher than wide when its square has all the width."""
        return TITLE - RIGHT

    def _area(self) -> QRectF:
        side = max(40.0, min(self.width() - MARGIN - RIGHT, self.height() - MARGIN - TITLE))
        return QRectF(MARGIN + (self.width() - MARGIN - RIGHT - side) / 2, TITLE, side, side)

    def at(self, place: Array) -> QPointF:
        """Return where coordinates are on the widget."""
        area, (low, high) = self._area(), self.limits()
        x, y = ((float(v) - low) / (high - low) for v in place)
        return QPointF(area.left() + x * area.width(), area.bottom() - y * area.height())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, theme, area = QPainter(self), current_theme(), self._area()
        painter.setFont(font("caption", 600))
        painter.setPen(theme.color("text"))
        painter.drawText(QRectF(0, 2, self.width(), 18), Qt.AlignmentFlag.AlignHCenter, self._title)
        self._ground(painter, theme, area)
        self._axes(painter, theme, area)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.save()
        painter.setClipRect(area)
        weights = self._trainer.weights
        if self._space == "inputs":
            for unit in range(2):
                self._line(painter, theme, weights.W1[0, :, unit], float(weights.b1[0, unit]), dashed=unit == 1)
        else:
            self._line(painter, theme, weights.W2[0], float(weights.b2[0]), dashed=False)
        painter.restore()
        self._points(painter, theme, area)

    def _ground(self, painter: QPainter, theme: Theme, area: QRectF) -> None:
        low, high = self.limits()
        centres = low + (np.arange(CELLS) + 0.5) * (high - low) / CELLS
        x, y = np.meshgrid(centres, centres[::-1])
        places = np.stack([x.ravel(), y.ravel()], axis=1)
        trainer = self._trainer
        folds = self._space == "inputs"
        h = hidden(trainer.weights, trainer.spec.activation, places) if folds else places[None]
        said = 2 * output(trainer.weights, h)[0].reshape(CELLS, CELLS) - 1
        pale = np.where(said > 0, said * WASH_OF_1, said * WASH_OF_0)
        draw_image(painter, area, image_of(pale.astype(np.float32), (-1.0, 1.0), theme.lookup("signed")), smooth=True)

    def _axes(self, painter: QPainter, theme: Theme, area: QRectF) -> None:
        painter.setPen(QPen(theme.color("axis"), 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(area)
        painter.setFont(font("caption"))
        painter.setPen(theme.color("text2"))
        names = ("x₁", "x₂") if self._space == "inputs" else ("h₁", "h₂")
        ticks = (-1, 0, 1) if self.limits()[0] < -1 else (0, 1)
        for tick in ticks:
            place = self.at(np.array([tick, tick]))
            painter.drawText(QRectF(place.x() - 15, area.bottom() + 3, 30, 14), Qt.AlignmentFlag.AlignHCenter, str(tick))
            spot = QRectF(area.left() - 24, place.y() - 8, 20, 16)
            painter.drawText(spot, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, str(tick))
        middle = area.center()
        painter.drawText(QRectF(middle.x() - 15, area.bottom() + 3, 30, 16), Qt.AlignmentFlag.AlignHCenter, names[0])
        painter.drawText(QRectF(area.left() - 24, middle.y() - 8, 20, 16), Qt.AlignmentFlag.AlignRight, names[1])

    def _line(self, painter: QPainter, theme: Theme, w: Array, b: float, *, dashed: bool) -> None:
        """Draw where ``w·p + b = 0``; for a sigmoid that is where the unit says one half."""
        length = float(np.hypot(*w))
        if length < 1e-9:
            return
        foot, along = -b * w / length**2, np.array([-w[1], w[0]]) / length
        style = Qt.PenStyle.DashLine if dashed else Qt.PenStyle.SolidLine
        painter.setPen(QPen(theme.color("text"), 1.5, style))
        painter.drawLine(self.at(foot - 10 * along), self.at(foot + 10 * along))

    def _points(self, painter: QPainter, theme: Theme, area: QRectF) -> None:
        painter.setFont(font("caption"))
        centres = [self.at(place) for place in self.points()]
        taken = [QRectF(centre.x() - 7, centre.y() - 7, 14, 14) for centre in centres]
        for centre, x, t in zip(centres, X, T, strict=True):
            circle(painter, centre, 7, point_colour(theme, float(t)), theme.color("surface"), width=1.5)
            spots = [QRectF(centre.x() + dx, centre.y() + dy, 32, 14) for dx in (10, -42) for dy in (4, -18)]
            free = (s for s in spots if area.contains(s) and not any(s.intersects(other) for other in taken))
            spot = next(free, None)
            if spot is not None:
                taken.append(spot)
                painter.setPen(theme.color("text2"))
                side = Qt.AlignmentFlag.AlignRight if spot.left() < centre.x() else Qt.AlignmentFlag.AlignLeft
                painter.drawText(spot, side, f"({x[0]:.0f}, {x[1]:.0f})")
