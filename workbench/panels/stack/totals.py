"""The foot of the stack: what the whole network costs, which layers weigh most, and how many problems there are."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from core.shapes import Diagnosis
from core.spec import NetworkSpec
from workbench.panels.stack.figure import count_text, heaviest
from workbench.theme.fonts import font
from workbench.theme.theme import current_theme
from workbench.widgets.numbers import percent
from workbench.widgets.painting import rounded

HEAVIEST = 3
ROOMY = 520
BETWEEN = 12
Row = tuple[str, str, Sequence[tuple[str, float]]]


class Totals(QWidget):
    """Two lines where there is room, one where there is not.

    Attributes
    ----------
    problem_wanted
        When the count of problems was clicked.
    """

    problem_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("stack.totals")
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._rows: tuple[Row, ...] = ()
        self._problems = ""
        self._remark = ""
        self._errors = False
        current_theme().changed.connect(self.update)

    def show_diagnosis(self, network: NetworkSpec, diagnosis: Diagnosis | None) -> None:
        """Show the sums of a network; nothing while there is no data to know its shapes by."""
        cost = diagnosis.cost if diagnosis else None
        if diagnosis is None or cost is None:
            self._rows = ()
        else:
            self._rows = (
                (count_text(cost.parameters), self.tr("parameters"), heaviest(network, diagnosis, "parameters")),
                (count_text(cost.macs), self.tr("MACs"), heaviest(network, diagnosis, "macs")),
            )
        errors, hints = (len(diagnosis.errors), len(diagnosis.hints)) if diagnosis else (0, 0)
        self._errors = errors > 0
        self._remark = ""
        if errors:
            self._problems = self.tr("1 problem") if errors == 1 else self.tr("{n} problems").format(n=errors)
            if self._rows and network.layers:
                self._remark = self.tr("counted as if mended")
        elif hints:
            self._problems = self.tr("1 hint") if hints == 1 else self.tr("{n} hints").format(n=hints)
        else:
            self._problems = ""
        said = [f"{figure} {noun}" for figure, noun, _ in self._rows]
        self.setAccessibleName(", ".join([*said, *([self._problems] if self._problems else [])]))
        self.updateGeometry()
        self.update()

    @property
    def roomy(self) -> bool:
        """Whether the shares of the heaviest layers are shown."""
        return self.width() >= ROOMY

    def sizeHint(self) -> QSize:
        narrow = 26 + (18 if self._problems else 0)
        return QSize(200, 46 if self.roomy else narrow)

    def resizeEvent(self, event: object) -> None:
        self.updateGeometry()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if self._problems:
            self.problem_wanted.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, theme = QPainter(self), current_theme()
        painter.fillRect(QRectF(0, 0, self.width(), 1), theme.color("line"))
        if self.roomy:
            self._paint_roomy(painter)
        else:
            self._paint_narrow(painter)

    def _paint_roomy(self, painter: QPainter) -> None:
        theme = current_theme()
        bold, plain = font("dense", 600), font("caption")
        right = QFontMetricsF(plain).horizontalAdvance(self._remark or self._problems) + 14
        for index, (figure, noun, shares) in enumerate(self._rows):
            line = QRectF(14, 5 + 18 * index, self.width() - 28, 18)
            painter.setFont(bold)
            painter.setPen(theme.color("text"))
            painter.drawText(line, Qt.AlignmentFlag.AlignVCenter, f"{figure} {noun}")
            left = line.left() + max(QFontMetricsF(bold).horizontalAdvance(f"{f} {n}") for f, n, _ in self._rows) + 20
            bar = QRectF(left, line.center().y() - 3, 120, 6)
            rounded(painter, bar, 1, theme.color("track"))
            start = bar.left()
            for rank, (_, share) in enumerate(shares[:HEAVIEST]):
                colour = theme.color(("text2", "text3", "axis")[rank])
                painter.fillRect(QRectF(start, bar.top(), max(1.0, share * bar.width() - 1), bar.height()), colour)
                start += share * bar.width()
            words = " · ".join(f"{name} {percent(share, 0)}" for name, share in shares[:HEAVIEST])
            painter.setFont(plain)
            painter.setPen(theme.color("text2"))
            room = QRectF(bar.right() + 10, line.top(), line.right() - bar.right() - 10 - right, line.height())
            shown = QFontMetricsF(plain).elidedText(words, Qt.TextElideMode.ElideRight, room.width())
            painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, shown)
        painter.setFont(font("dense"))
        painter.setPen(theme.color("error" if self._errors else "warn"))
        across = QRectF(14, 5, self.width() - 28, 18)
        painter.drawText(across, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, self._problems)
        painter.setFont(plain)
        painter.setPen(theme.color("text2"))
        painter.drawText(across.translated(0, 18), Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, self._remark)

    def _paint_narrow(self, painter: QPainter) -> None:
        theme = current_theme()
        line = QRectF(12, 1, self.width() - 24, 25)
        bold, plain = QFontMetricsF(font("dense", 600)), QFontMetricsF(font("dense"))
        short = self._abbreviated(line.width())
        for index, (figure, noun, _) in enumerate(self._rows):
            said = self.tr("par.") if short and index == 0 else noun
            wide = bold.horizontalAdvance(figure) + 4 + plain.horizontalAdvance(said)
            left = line.left() if index == 0 else line.right() - wide
            painter.setFont(font("dense", 600))
            painter.setPen(theme.color("text"))
            painter.drawText(QRectF(left, line.top(), wide, line.height()), Qt.AlignmentFlag.AlignVCenter, figure)
            painter.setFont(font("dense"))
            painter.setPen(theme.color("text2"))
            start = left + bold.horizontalAdvance(figure) + 4
            painter.drawText(QRectF(start, line.top(), wide, line.height()), Qt.AlignmentFlag.AlignVCenter, said)
        if self._problems:
            painter.setPen(theme.color("error" if self._errors else "warn"))
            painter.drawText(line.translated(0, 19 if self._rows else 4), Qt.AlignmentFlag.AlignVCenter, self._problems)

    def _abbreviated(self, room: float) -> bool:
        """Return whether the two sums stand side by side only with a shorter word."""
        bold, plain = QFontMetricsF(font("dense", 600)), QFontMetricsF(font("dense"))
        needed = sum(bold.horizontalAdvance(figure) + 4 + plain.horizontalAdvance(noun) for figure, noun, _ in self._rows)
        return needed + BETWEEN > room
