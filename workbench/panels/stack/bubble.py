"""The bubble under a block: what is wrong in one sentence, and buttons that mend it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from core.shapes import Fix, Problem
from workbench.mending import fix_words
from workbench.theme.fonts import font
from workbench.theme.icons import paint_icon
from workbench.theme.theme import current_theme
from workbench.translation.core_text import message
from workbench.widgets.buttons import Button

MOST_FIXES = 2
POINT = 6


class Bubble(QWidget):
    """The problems of one layer.

    Attributes
    ----------
    mended
        With the `Fix` whose button was pressed.
    """

    mended = Signal(object)

    def __init__(self, layer_id: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName(f"stack.bubble.{layer_id}")
        self._problems: tuple[Problem, ...] = ()
        self._notes: tuple[str, ...] = ()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(32, POINT + 7, 10, 8)
        self._column.setSpacing(5)
        self._pointing = 0.5
        current_theme().changed.connect(self.update)

    @property
    def error(self) -> bool:
        """Whether the network cannot be trained as it is."""
        return any(problem.severity == "error" for problem in self._problems)

    def show_problems(self, problems: Sequence[Problem], notes: Sequence[str]) -> None:
        """Say other problems.

        Parameters
        ----------
        notes
            What each fix of the first problem costs, shown beside its button.
        """
        if (tuple(problems), tuple(notes)) == (self._problems, self._notes):
            return
        self._problems, self._notes = tuple(problems), tuple(notes)
        self.say()

    def say(self) -> None:
        """Build sentences and buttons anew, in the language of now."""
        while (item := self._column.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        sentences = [message(problem.code, dict(problem.details)) for problem in self._problems]
        self.setAccessibleName(" ".join(sentences))
        for problem, sentence in zip(self._problems, sentences, strict=True):
            label = QLabel(sentence, self)
            label.setObjectName(f"{self.objectName()}.{problem.code}")
            label.setFont(font("dense"))
            label.setWordWrap(True)
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            self._column.addWidget(label)
            label.show()
            if problem.fixes:
                mends = self._mends(problem)
                self._column.addWidget(mends)
                mends.show()
        self.updateGeometry()
        self.update()

    def _mends(self, problem: Problem) -> QWidget:
        holder = QWidget(self)
        rows = QVBoxLayout(holder)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(4)
        row: QHBoxLayout | None = None
        used = 0
        room = max(160, self.width() - 48)
        for index, fix in enumerate(problem.fixes[:MOST_FIXES]):
            words = fix_words(fix)
            button = Button(f"stack.fix.{fix.code}", words, holder, primary=index == 0 and problem.severity == "error")
            button.setFont(font("dense", 500))
            button.setAccessibleName(words)
            button.setToolTip(message(f"fix_{fix.code}", dict(fix.details)))
            button.clicked.connect(lambda _checked=False, chosen=fix: self.mended.emit(chosen))
            note = QLabel(self._notes[index] if problem is self._problems[0] and index < len(self._notes) else "", holder)
            note.setProperty("tone", "text2")
            note.setFont(font("caption"))
            wide = QFontMetrics(button.font()).horizontalAdvance(words) + 40 + note.sizeHint().width()
            if row is None or used + wide > room:
                row = QHBoxLayout()
                row.setSpacing(7)
                rows.addLayout(row)
                row.addStretch(1)
                used = 0
            row.insertWidget(row.count() - 1, button)
            row.insertWidget(row.count() - 1, note)
            used += wide
        return holder

    def height_for(self, width: float) -> float:
        """Return how high it has to be for a width."""
        if self.width() != int(width):
            self.resize(int(width), self.height())
            self.say()
        return float(max(self._column.totalHeightForWidth(int(width)), self._column.totalMinimumSize().height()))

    def point_at(self, x: float) -> None:
        """Point at the middle of a block, in the bubble's own coordinates."""
        self._pointing = x
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, painter = current_theme(), QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        tone, wash = ("error", "error_wash") if self.error else ("warn", "warn_wash")
        area = QRectF(self.rect()).adjusted(0.5, POINT + 0.5, -0.5, -0.5)
        path = QPainterPath()
        path.addRoundedRect(area, 4, 4)
        point = QPainterPath(QPointF(self._pointing - POINT, area.top() + 0.5))
        point.lineTo(self._pointing, 1)
        point.lineTo(self._pointing + POINT, area.top() + 0.5)
        point.closeSubpath()
        painter.setBrush(theme.color(wash))
        painter.setPen(QPen(theme.color(tone if self.error else "line2"), 1))
        painter.drawPath(path.united(point))
        paint_icon(painter, "warning" if self.error else "info", QRectF(10, area.top() + 8, 15, 15), theme.color(tone))


def fixes_of(problems: Sequence[Problem]) -> tuple[Fix, ...]:
    """Return the fixes that have a button, of the first problem."""
    return problems[0].fixes[:MOST_FIXES] if problems else ()
