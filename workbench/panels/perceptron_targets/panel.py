"""The panel of the targets: sixteen functions, and what their colours and borders mean."""

from __future__ import annotations

from typing import ClassVar

from PySide6.QtCore import QT_TRANSLATE_NOOP, QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from core.experiment import Experiment
from core.perceptron.functions import NAMES, number_of, target_of
from workbench.labs import Place
from workbench.panels.base import Panel, register_panel
from workbench.panels.perceptron_targets.grid import GAP, TILE, TargetGrid
from workbench.perceptron.colours import point_colour
from workbench.perceptron.session import perceptron_session
from workbench.theme.fonts import font
from workbench.theme.theme import current_theme
from workbench.widgets.painting import box
from workbench.workspace import Workspace


class Legend(QWidget):
    """What the colours of the tiles mean, in one line; the last words go where there is no room."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFont(font("caption"))
        self.setFixedHeight(20)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._words = ("", "", "")
        current_theme().changed.connect(self.update)

    def set_words(self, one: str, zero: str, none: str) -> None:
        """Say what stands beside each mark."""
        self._words = (one, zero, none)
        self.setAccessibleName(", ".join(self._words))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, painter = current_theme(), QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        metrics, x, middle = QFontMetrics(self.font()), 0, self.height() / 2
        for index, words in enumerate(self._words):
            mark = QRectF(x, middle - 5, 10, 10)
            if index < 2:
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(point_colour(theme, 1 - index))
                painter.drawEllipse(QPointF(mark.center()), 4.5, 4.5)
            else:
                pen = QPen(theme.color("error"), 1.0)
                pen.setDashPattern([3.0, 2.0])
                painter.setPen(pen)
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.drawRoundedRect(box(mark), 2, 2)
            painter.setPen(theme.color("text2"))
            painter.drawText(QRectF(x + 15, 0, self.width(), self.height()), Qt.AlignmentFlag.AlignVCenter, words)
            x += 15 + metrics.horizontalAdvance(words) + 16


@register_panel
class PerceptronTargetsPanel(Panel):
    """What the unit is meant to be."""

    name: ClassVar[str] = "perceptron_targets"
    title: ClassVar[str] = str(QT_TRANSLATE_NOOP("Panels", "Targets"))
    places: ClassVar[tuple[Place, ...]] = (Place("perceptron", 0, 1, stretch=1),)

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(workspace, parent)
        self._session = perceptron_session(workspace)
        self._grid = TargetGrid()
        self._grid.taken.connect(self._take)
        self._legend = Legend()
        content = QWidget()
        inner = QVBoxLayout(content)
        inner.setContentsMargins(12, 8, 12, 6)
        inner.setSpacing(6)
        inner.addWidget(self._grid)
        inner.addWidget(self._legend)
        inner.addStretch(1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(content)
        area.setMinimumHeight(2 * (TILE + GAP) - GAP + 6 + self._legend.height() + 14)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(area)

    def show_experiment(self, experiment: Experiment) -> None:
        number = number_of(experiment.perceptron.target)
        if number != self._grid.number:
            self._grid.set_number(number)

    def retranslate(self) -> None:
        self.set_note(self.tr("16 functions of two inputs"))
        self._grid.setAccessibleName(self.tr("Targets"))
        self._grid.describe()
        self._legend.set_words(self.tr("target 1"), self.tr("target 0"), self.tr("no line separates it: 2 of 16"))

    def _take(self, number: int) -> None:
        self._session.set_target(target_of(number), self.tr("Choose {gate}").format(gate=NAMES[number]))
