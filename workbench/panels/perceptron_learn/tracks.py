"""Both rules side by side in numbers: a table with a row for each."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from core.perceptron.bound import Bound
from core.perceptron.learning import cross_entropy
from core.perceptron.progress import Progress
from core.perceptron.spec import Rule
from workbench.perceptron.colours import rule_colour
from workbench.perceptron.wording import number
from workbench.theme.theme import current_theme
from workbench.widgets.labels import Label

RULES: Final[tuple[Rule, ...]] = ("perceptron", "descent")
COLUMNS: Final = ("samples", "updates", "bound", "errors", "loss")


class Tracks(QWidget):
    """How the perceptron rule and gradient descent stand after the same samples."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("perceptron.tracks")
        self._heads = {column: Label(size="caption", tone="text3") for column in COLUMNS}
        self._rules = {rule: Label(size="dense") for rule in RULES}
        self._cells = {(rule, column): Label(size="dense", weight=600) for rule in RULES for column in COLUMNS}
        for name in self._rules.values():
            name.setTextFormat(Qt.TextFormat.RichText)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(10)
        grid.setVerticalSpacing(2)
        grid.setColumnStretch(0, 1)
        for at, column in enumerate(COLUMNS, 1):
            grid.addWidget(self._heads[column], 0, at, Qt.AlignmentFlag.AlignRight)
        for line, rule in enumerate(RULES, 1):
            grid.addWidget(self._rules[rule], line, 0)
            for at, column in enumerate(COLUMNS, 1):
                cell = self._cells[rule, column]
                cell.setObjectName(f"perceptron.count.{rule}.{column}")
                grid.addWidget(cell, line, at, Qt.AlignmentFlag.AlignRight)

    def name_of(self, rule: Rule) -> str:
        """Return what a rule is called."""
        return self.tr("Perceptron rule") if rule == "perceptron" else self.tr("Gradient descent")

    def retranslate(self) -> None:
        """Set the words in the present language."""
        self.setAccessibleName(self.tr("Both rules after the same samples"))
        names = {
            "samples": self.tr("samples"),
            "updates": self.tr("updates"),
            "bound": self.tr("bound"),
            "errors": self.tr("errors"),
            "loss": self.tr("loss"),
        }
        abouts = {
            "bound": self.tr("The most updates that the perceptron rule can need from the start; (R/γ)² from zero weights"),
            "errors": self.tr("Wrong rows in the present pass"),
            "loss": self.tr("Mean cross entropy of these weights in a sigmoid unit"),
        }
        for column, label in self._heads.items():
            label.setText(names[column])
            label.setToolTip(abouts.get(column, ""))
            for rule in RULES:
                self._cells[rule, column].setToolTip(abouts.get(column, ""))

    def show_both(self, both: Mapping[Rule, Progress], leads: Rule, bound: Bound | None) -> None:
        """Show how both stand; `leads` moves the line, the other one is the dashed line beside it."""
        theme = current_theme()
        for rule, progress in both.items():
            ink = theme.color("text") if rule == leads else rule_colour(theme, rule)
            mark = f"<span style='color:{ink.name()}'>{'━' if rule == leads else '╍'}</span>"
            self._rules[rule].setText(f"{mark} {self.name_of(rule)}")
            weights = progress.last.after if progress.last else progress.path[0]
            texts = {
                "samples": f"{progress.samples:,}",
                "updates": f"{progress.updates:,}",
                "bound": "—" if rule == "descent" else "∞" if bound is None else f"{bound.updates:,}",
                "errors": str(progress.errors[-1] if progress.errors else 0),
                "loss": number(cross_entropy(progress.target, weights), 3),
            }
            for column, text in texts.items():
                self._cells[rule, column].setText(text)
