"""Why no line separates XOR: what it needs, and what the present weights give instead."""

from __future__ import annotations

from typing import Final

from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from core.perceptron.functions import rows
from core.perceptron.separability import Contradiction, contradiction, most_right
from core.perceptron.spec import PerceptronSpec
from core.perceptron.unit import sums
from workbench.perceptron.live_text import LiveText
from workbench.perceptron.wording import bits, decimals_for, number
from workbench.widgets.card import Card

NUMBER_WIDTH: Final = 60


class ProofCard(Card):
    """The proof in three lines. Both sums are the same number, so that one of the two lines always has a cross.

    Hidden while a line separates the target.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, margin=8)
        self.setObjectName("perceptron.proof")
        self._needs = [_line(f"perceptron.proof.{line}") for line in (1, 2)]
        self._now = [_line(f"perceptron.proof.now.{line}") for line in (1, 2)]
        self._both = _line("perceptron.proof.3")
        self._found: Contradiction | None = None
        self.body.setSpacing(2)
        for line in self._now:
            line.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
            line.setFixedWidth(NUMBER_WIDTH)
        for pair in zip(self._needs, self._now, strict=True):
            row = QHBoxLayout()
            row.setSpacing(4)
            row.addWidget(pair[0], 1)
            row.addWidget(pair[1])
            self.body.addLayout(row)
        self.body.addWidget(self._both)

    def show_spec(self, spec: PerceptronSpec) -> None:
        """Show the proof with the present numbers, or nothing where a line separates the target."""
        found = contradiction(spec.target)
        self.setVisible(found is not None)
        if found is None:
            return
        if found != self._found:
            self._found = found
            self._show_needs(found, most_right(spec.target))
        z = sums(spec)
        decimals = decimals_for((*spec.weights, *z))
        for line, (a, b), above in zip(self._now, (found.ones, found.zeros), (True, False), strict=True):
            # What rounding leaves of a sum of 0 must not tell the two lines apart.
            total = round(z[a] + z[b], 9)
            tone, mark = ("ok", "✓") if (total > 0) == above else ("error", "✗")
            line.set_text(f"<{tone}><b>{number(total, decimals)} {mark}</b></{tone}>")

    def retranslate(self) -> None:
        """Set all texts anew."""
        self._found = None

    def _show_needs(self, found: Contradiction, best: int) -> None:
        first, second = (bits(rows(2)[row]) for row in found.ones)
        third, fourth = (bits(rows(2)[row]) for row in found.zeros)
        self._needs[0].set_text(self.tr("It needs z{first} + z{second} > 0").format(first=first, second=second))
        self._needs[1].set_text(self.tr("and z{first} + z{second} ≤ 0").format(first=third, second=fourth))
        self._both.set_text(self.tr("but both are w₁ + w₂ + 2b: best {best} of 4.").format(best=best))
        why_above = self.tr("The unit is 1 only where z is above 0. So z{first} > 0 and z{second} > 0, and their sum is above 0.")
        why_not = self.tr("The unit is 0 only where z is not above 0. So z{first} ≤ 0 and z{second} ≤ 0, and so is their sum.")
        self._needs[0].setToolTip(why_above.format(first=first, second=second))
        self._needs[1].setToolTip(why_not.format(first=third, second=fourth))


def _line(name: str) -> LiveText:
    return LiveText(name, size="dense", tone="text2", ground="surface")
