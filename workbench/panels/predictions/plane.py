"""What the network says everywhere on the plane, with the samples on top of it."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QImage, QPainter, QPaintEvent, QPen, QPixmap, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from core.arrays import Array
from core.datasets.base import Samples
from core.probes.output_map import OutputMap, input_range
from workbench.plots.answers import answer_pixels, point_colours, signed_answers
from workbench.plots.axes import Axes
from workbench.theme.theme import current_theme

MOST_POINTS = 300
RADIUS = 3.0


class PlaneView(QWidget):
    """A map of the answers, samples as points in the colour of their class or value, wrong ones with a ring."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._points = np.empty((0, 2))
        self._values = np.empty(0)
        self._classes = 0
        self._limit = 1.0
        self._ranges: tuple[tuple[float, float], ...] = ((0.0, 1.0), (0.0, 1.0))
        self._units = (0.0, 1.0)
        self._map: OutputMap | None = None
        self._image: QImage | None = None
        self._above: QPixmap | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(120, 120)
        current_theme().changed.connect(self._change_theme)

    @property
    def ranges(self) -> tuple[tuple[float, float], ...]:
        """Lowest and highest place to ask for along each input."""
        return self._ranges

    @property
    def shown(self) -> OutputMap | None:
        """The answers that are shown."""
        return self._map

    @property
    def judged(self) -> bool:
        """Whether there are classes to be right or wrong about, and something learned to judge."""
        return self._classes > 0 and self._map is not None and self._map.iteration > 0

    def sizeHint(self) -> QSize:
        return QSize(280, 280)

    def show_samples(self, samples: Samples, classes: int, units: tuple[float, float]) -> None:
        """Show other samples.

        Parameters
        ----------
        classes
            How many; 0 for values.
        units
            Offset and scale from the prepared data to the numbers that a person knows.
        """
        self._points, self._values = (
            samples.x[:MOST_POINTS],
            samples.t[:MOST_POINTS].reshape(min(MOST_POINTS, len(samples)), -1)[:, 0],
        )
        self._classes, self._units = classes, units
        self._limit = 1.0 if classes else float(np.abs(samples.t).max()) or 1.0
        self._ranges = input_range(samples.x)
        self._map = self._image = self._above = None
        self.update()

    def show_map(self, answers: OutputMap) -> None:
        """Show what the network says."""
        self._map = answers
        self._recolour()

    def _change_theme(self) -> None:
        self._above = None
        self._recolour()

    def _recolour(self) -> None:
        self._image = None
        if self._map is not None:
            pixels = np.ascontiguousarray(answer_pixels(self._map.outputs, self._classes, self._limit, current_theme())[::-1])
            height, width = pixels.shape[:2]
            image = QImage(pixels.tobytes(), width, height, 4 * width, QImage.Format.Format_RGBA8888)
            self._image = image.convertToFormat(QImage.Format.Format_RGB32)
        self.update()

    def _axes(self) -> Axes:
        side = max(40.0, min(self.width() - 36.0, self.height() - 22.0))
        (x_low, x_high), (y_low, y_high) = self._ranges
        left = max(30.0, (self.width() - side) / 2)
        return Axes(QRectF(left, 2, side, side), (x_low, x_high), (y_low, y_high))

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, painter, axes = current_theme(), QPainter(self), self._axes()
        painter.fillRect(axes.area, theme.color("plot"))
        if self._image is not None:
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawImage(axes.area, self._image)
        if self._above is None or self._above.devicePixelRatio() != self.devicePixelRatioF():
            self._above = self._draw_above(axes)
        painter.drawPixmap(0, 0, self._above)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme.color("error"), 1))
        for x, y in self.wrong_points().tolist() if self.judged else ():
            painter.drawEllipse(axes.at(x, y), RADIUS + 2, RADIUS + 2)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._above = None
        super().resizeEvent(event)

    def _draw_above(self, axes: Axes) -> QPixmap:
        """Return numbers, frame and samples as one picture: they stay while the answers below them change."""
        theme, ratio = current_theme(), self.devicePixelRatioF()
        picture = QPixmap(self.size() * ratio)
        picture.setDevicePixelRatio(ratio)
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        offset, scale = self._units
        shown = Axes(axes.area, axes.x, (axes.y[0] * scale + offset, axes.y[1] * scale + offset))
        shown.paint_ticks(painter, offset, scale)
        painter.setPen(QPen(theme.color("axis"), 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(axes.area)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rim = QPen(theme.color("surface"), 1)
        for (x, y), colour in zip(
            self._points.tolist(), point_colours(self._values, self._classes, self._limit, theme), strict=True
        ):
            painter.setPen(rim)
            painter.setBrush(colour)
            painter.drawEllipse(axes.at(x, y), RADIUS, RADIUS)
        painter.end()
        return picture

    def wrong_points(self) -> Array:
        """Return the points ``(n, 2)`` that lie where the map says another class."""
        if self._map is None or not self._classes or not len(self._points):
            return np.empty((0, 2))
        cells = []
        for axis, (low, high) in enumerate(self._ranges):
            side = len(self._map.axes[axis])
            share = (self._points[:, axis] - low) / (high - low)
            cells.append(np.clip((share * side).astype(int), 0, side - 1))
        answers = self._map.outputs[cells[1], cells[0]]
        guesses = (signed_answers(answers) > 0).astype(int) if self._classes == 2 else answers.argmax(axis=-1)
        wrong: Array = self._points[guesses != self._values]
        return wrong
