"""The panel of the weighted sum: the formula with its numbers, the truth table, and the proof where no line can help."""

from __future__ import annotations

from typing import ClassVar

from PySide6.QtCore import QT_TRANSLATE_NOOP, Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from core.experiment import Experiment
from core.perceptron.functions import name_of, rows
from core.perceptron.separability import is_separable
from core.perceptron.spec import Bit, PerceptronSpec
from core.perceptron.unit import activate, margin, right, sums
from workbench.labs import Place
from workbench.panels.base import Panel, register_panel
from workbench.panels.perceptron_table.proof import ProofCard
from workbench.panels.perceptron_table.truth_table import TruthTable
from workbench.perceptron.live_text import LiveText
from workbench.perceptron.session import perceptron_session
from workbench.perceptron.wording import bits, decimals_for, number, sum_of
from workbench.widgets.card import Card
from workbench.workspace import Workspace

FLIPPED: dict[Bit, Bit] = {0: 1, 1: 0}


@register_panel
class PerceptronTablePanel(Panel):
    """What the unit computes, row by row."""

    name: ClassVar[str] = "perceptron_table"
    title: ClassVar[str] = str(QT_TRANSLATE_NOOP("Panels", "Weighted sum"))
    places: ClassVar[tuple[Place, ...]] = (Place("perceptron", 1, 1, stretch=7),)

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(workspace, parent)
        self._session = perceptron_session(workspace)
        self._session.row_changed.connect(self._show_sum)
        self._formula = LiveText("perceptron.formula", ground="surface", dense_below=240, spacing=1.1)
        card = Card(margin=8)
        card.body.addWidget(self._formula)
        self._table = TruthTable(self._session)
        self._table.turned.connect(self._turn)
        self._verdict = LiveText("perceptron.verdict", size="dense", tone="text2")
        self._proof = ProofCard()
        content = QWidget()
        inner = QVBoxLayout(content)
        inner.setContentsMargins(12, 8, 12, 8)
        inner.setSpacing(4)
        inner.addWidget(card)
        inner.addWidget(self._table)
        inner.addWidget(self._verdict)
        inner.addWidget(self._proof)
        inner.addStretch(1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(content)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(area)

    def show_experiment(self, experiment: Experiment) -> None:
        spec = experiment.perceptron
        self._show_sum()
        self._table.show_rows()
        self._show_verdict(spec)
        self._proof.show_spec(spec)

    def retranslate(self) -> None:
        self.set_note(self.tr("truth table"))
        self._table.setAccessibleName(self.tr("Truth table"))
        self._table.set_words(self.tr("target"), self.tr("right"), self.tr("wrong"))
        self._table.setToolTip(self.tr("Click a target to change it"))
        self._verdict.setToolTip(self.tr("The distance from the line to the nearest corner"))
        self._proof.retranslate()
        self.show_experiment(self.workspace.experiment)

    def _show_verdict(self, spec: PerceptronSpec) -> None:
        count, distance = sum(right(spec)), margin(spec)
        tone = "ok" if count == 4 else "error"
        words = self.tr("{count} of 4 right").format(count=count)
        shown = f"<{tone}><b>{words}</b></{tone}>"
        if count == 4 and distance is not None:
            shown += "   " + self.tr("margin {distance}").format(distance=number(distance))
        elif not is_separable(spec.target):
            shown += "   " + self.tr("No line separates {gate}").format(gate=name_of(spec.target))
        self._verdict.set_text(shown)

    def _show_sum(self) -> None:
        spec, row = self._session.spec, self._session.row
        x, z = rows(2)[row], sums(spec)[row]
        of_row = self.tr("row {row}: x = {x}").format(row=row + 1, x=bits(x))
        decimals = decimals_for((*spec.weights, z))
        shown = number(z, decimals)
        written = f"  = {sum_of(spec.weights, x)} = <b>{shown}</b>"
        lines = (
            f"<text2>{of_row}</text2>",
            "z = w₁·x₁ + w₂·x₂ + b",
            written if self._formula.fits(written) else written.strip().replace(" ", "\N{HAIR SPACE}"),
            self._conclusion(spec, z, shown),
        )
        self._formula.set_text("<br>".join(lines))

    def _conclusion(self, spec: PerceptronSpec, z: float, shown: str) -> str:
        y = number(activate(spec.activation, z))
        match spec.activation:
            case "step":
                words = self.tr("{z} > 0, so <b>y = 1</b>") if z > 0 else self.tr("{z} ≤ 0, so <b>y = 0</b>")
                return words.format(z=shown)
            case "sigmoid":
                sign = "" if z < 0 or shown == number(0.0) else "−"
                exponent = f"{sign}{shown.lstrip('−')}"
                return f"y = 1 / (1 + e<sup>{exponent}</sup>) = <b>{y}</b>"
            case "tanh":
                return f"y = tanh({shown}) = <b>{y}</b>"
            case "relu":
                return f"y = max(0, {shown}) = <b>{y}</b>"

    def _turn(self, row: int) -> None:
        a, b, c, d = (FLIPPED[t] if index == row else t for index, t in enumerate(self._session.spec.target))
        self._session.set_target((a, b, c, d), self.tr("Change the target"))
