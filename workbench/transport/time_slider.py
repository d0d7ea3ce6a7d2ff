"""The time of a run: what is kept of it, where it stands, and which moment is looked at."""

from __future__ import annotations

import bisect
from collections.abc import Iterator, Sequence
from typing import Final

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractSlider, QSizePolicy, QWidget

from workbench.plots.scales import Scale
from workbench.theme.fonts import font
from workbench.theme.theme import current_theme
from workbench.widgets.kept_text import KeptText
from workbench.widgets.painting import circle, has_keyboard_focus, rounded

HANDLE: Final = 16
GROOVE: Final = 4
MARGIN: Final = 10
TICK_GAP: Final = 6
LABEL_ROOM: Final = 90
LABEL_GAP: Final = 8


class TimeSlider(QAbstractSlider):
    """A slider over the iterations of a run.

    The groove is filled as far as the run has come; ticks above it are the moments that are kept. On the keyboard
    Left and Right go from one kept moment to the next, Home to the first, End to the present.

    Attributes
    ----------
    looked_at
        With the iteration that the person wants to see.
    followed
        When the person wants to see the present again.
    """

    looked_at = Signal(int)
    followed = Signal()

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setOrientation(Qt.Orientation.Horizontal)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._kept: Sequence[int] = ()
        self._words = KeptText(font("caption"), self)
        self._labelled: tuple[object, list[tuple[float, str]]] = (None, [])
        self._shown, self._newest, self._total, self._unit = 0, 0, 1, 1.0
        current_theme().changed.connect(self.update)

    def show_time(self, shown: int, newest: int, total: int, kept: Sequence[int], unit: float) -> None:
        """Show where the run is.

        Parameters
        ----------
        shown, newest
            The iteration that is looked at, and how far the run is.
        total
            How many iterations the whole training has.
        kept
            The iterations that can be looked at, ascending.
        unit
            Iterations of an epoch, of which the labels are multiples.
        """
        self._shown, self._newest, self._total = shown, newest, max(1, total, newest)
        self._kept, self._unit = kept, unit
        self.setRange(0, self._total)
        if not self.isSliderDown():
            self.setValue(shown)
        self.update()

    @property
    def live(self) -> bool:
        """Whether the present is shown."""
        return self._shown >= self._newest

    def _track(self) -> QRectF:
        return QRectF(MARGIN, 30, max(1, self.width() - 2 * MARGIN), GROOVE)

    def _x(self, iteration: float) -> float:
        track = self._track()
        return track.left() + iteration / self._total * track.width()

    def _iteration_at(self, x: float) -> int:
        track = self._track()
        return round(min(1.0, max(0.0, (x - track.left()) / track.width())) * self._total)

    def _look(self, iteration: int) -> None:
        if iteration >= self._newest:
            self.followed.emit()
        else:
            self.looked_at.emit(iteration)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self.setSliderDown(True)
            self._drag(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self.isSliderDown():
            self._drag(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self.setSliderDown(False)
        self.setValue(self._shown)
        self.update()

    def _drag(self, event: QMouseEvent) -> None:
        iteration = min(self._iteration_at(event.position().x()), self._newest)
        self.setValue(iteration)
        self._look(iteration)

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        match event.key():
            case Qt.Key.Key_Left:
                before = bisect.bisect_left(self._kept, self._shown) - 1
                self._look(self._kept[max(0, before)] if self._kept else 0)
            case Qt.Key.Key_Right:
                after = bisect.bisect_right(self._kept, self._shown)
                self._look(self._kept[after] if after < len(self._kept) else self._newest)
            case Qt.Key.Key_Home:
                self._look(0)
            case Qt.Key.Key_End:
                self.followed.emit()
            case _:
                super().keyPressEvent(event)

    def sizeHint(self) -> QSize:
        return QSize(400, 62)

    def minimumSizeHint(self) -> QSize:
        return QSize(120, 62)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = current_theme()
        painter = QPainter(self)
        painter.fillRect(event.rect(), theme.color("window"))
        track = self._track()
        middle = track.center().y()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        axis = theme.color("axis")
        for x in self._ticks(track):
            painter.fillRect(QRectF(round(x), track.top() - 9, 1, 5), axis)
        rounded(painter, track, 2, theme.color("track"))
        if self._newest:
            x = self._x(self._newest)
            faded = theme.color("accent")
            faded.setAlphaF(1.0 if self.live else 0.4)
            rounded(painter, QRectF(track.left(), track.top(), x - track.left(), GROOVE), 2, faded)
        if not self.live:
            x = self._x(self._shown)
            rounded(painter, QRectF(track.left(), track.top(), x - track.left(), GROOVE), 2, theme.color("accent"))
        self._draw_labels(painter, track)
        at = QPointF(self._x(self.value()), middle)
        if has_keyboard_focus(self):
            circle(painter, at, HANDLE / 2 + 3, theme.color("wash"))
        circle(painter, at, HANDLE / 2, theme.color("surface"), theme.color("accent"), width=2.0)

    def _ticks(self, track: QRectF) -> Iterator[float]:
        """Yield where kept moments are marked: of those that stand too close only the first, without looking at the rest."""
        wide = track.width() / self._total
        at = 0
        while at < len(self._kept):
            x = track.left() + self._kept[at] * wide
            yield x
            at = bisect.bisect_left(self._kept, (x + TICK_GAP - track.left()) / wide, at + 1)

    def _draw_labels(self, painter: QPainter, track: QRectF) -> None:
        colour = current_theme().color("text3")
        for x, label in self._labels(track):
            self._words.draw(painter, x, track.bottom() + 15, label, colour)

    def _labels(self, track: QRectF) -> list[tuple[float, str]]:
        """Return where each label begins and what it says; the end has one always, others where they leave it room."""
        if self._total <= 1:  # no run yet
            return []
        key = (self._total, self._unit, self.width())
        if key == self._labelled[0]:
            return self._labelled[1]
        end = f"{self._total:,}"
        last = self.width() - 2.0 - self._words.width(end)
        found = []
        for tick in Scale(0, self._total).ticks(max(2, int(track.width() / LABEL_ROOM)), self._unit):
            width = self._words.width(tick.label)
            x = max(0.0, self._x(tick.value) - width / 2)
            if x + width + LABEL_GAP <= last:
                found.append((x, tick.label))
        self._labelled = (key, [*found, (last, end)])
        return self._labelled[1]
