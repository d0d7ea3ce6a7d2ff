"""The page of three inputs: presets, the cube, typed weights, and whether any plane can do it."""

from __future__ import annotations

from dataclasses import replace
from math import hypot
from typing import Final, cast

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from core.perceptron.functions import Target, number_of, rows, target_of
from core.perceptron.separability import contradiction, most_right, nearest_separable, separable_numbers
from core.perceptron.solver import widest_margin
from core.perceptron.spec import LARGEST, Bit, ThreeInputSpec
from core.perceptron.unit import weighted_sum
from workbench.panels.perceptron_plane.cube_canvas import CubeCanvas
from workbench.perceptron.session import PerceptronSession
from workbench.perceptron.wording import added, bits, decimals_for, number
from workbench.widgets.buttons import Button
from workbench.widgets.labels import Label
from workbench.widgets.number_field import NumberField
from workbench.widgets.segmented import Segmented

Eight = tuple[Bit, Bit, Bit, Bit, Bit, Bit, Bit, Bit]

PRESETS: Final[dict[str, Target]] = {
    "and": (0, 0, 0, 0, 0, 0, 0, 1),
    "or": (0, 1, 1, 1, 1, 1, 1, 1),
    "majority": (0, 0, 0, 1, 0, 1, 1, 1),
    "parity": (0, 1, 1, 0, 1, 0, 0, 1),
}


class CubePage(QWidget):
    """Everything about three inputs."""

    def __init__(self, session: PerceptronSession, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._presets = Segmented("perceptron.cube.preset")
        self._presets.changed.connect(self._take_preset)
        self._find = Button("perceptron.cube.find")
        self._find.clicked.connect(self._find_weights)
        self.canvas = CubeCanvas(session)
        self.canvas.flipped.connect(self._flip)
        self._fields = [NumberField(f"perceptron.cube.{name}") for name in ("w1", "w2", "w3", "b")]
        self._verdict = Label(size="dense", weight=600, tone="ok")
        self._verdict.setObjectName("perceptron.cube.verdict")
        self._about = Label(size="dense", tone="text2", wrap=True)
        self._about.setObjectName("perceptron.cube.about")
        self._number = NumberField("perceptron.cube.number")
        self._number.set_numbers(0, 255, whole=True, step=1)
        self._number.setFixedWidth(52)
        self._number.changed.connect(self._take_number)
        top = QHBoxLayout()
        top.setSpacing(8)
        top.addWidget(self._presets)
        top.addWidget(self._number)
        top.addStretch(1)
        top.addWidget(self._find)
        weights = QHBoxLayout()
        weights.setSpacing(6)
        for index, (symbol, field) in enumerate(zip(("w₁", "w₂", "w₃", "b"), self._fields, strict=True)):
            field.set_numbers(-LARGEST, LARGEST, step=0.05, decimals=2)
            field.changed.connect(lambda value, index=index: self._take_weight(index, value))
            weights.addWidget(Label(symbol, tone="text2"))
            weights.addWidget(field)
            weights.addSpacing(6)
        weights.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        layout.addLayout(top)
        layout.addWidget(self.canvas, 1)
        layout.addLayout(weights)
        layout.addWidget(self._verdict)
        layout.addWidget(self._about)

    def equation(self) -> str:
        """Return the equation of the plane."""
        cube = self._session.spec.cube
        decimals = decimals_for(cube.weights)
        rest = "".join(f" {added(w, decimals)}{name}" for w, name in zip(cube.weights[1:], ("·x₂", "·x₃", ""), strict=True))
        return f"{number(cube.w1, decimals)}·x₁{rest} = 0"

    def show_cube(self) -> None:
        """Draw the present weights and targets."""
        cube = self._session.spec.cube
        decimals = decimals_for(cube.weights)
        for field, value in zip(self._fields, cube.weights, strict=True):
            field.set_numbers(-LARGEST, LARGEST, step=0.05, decimals=decimals)
            field.set_number(value)
        self._presets.set_key(next((key for key, target in PRESETS.items() if target == cube.target), ""))
        self._number.set_number(number_of(cube.target))
        sums = [weighted_sum(cube.weights, x) for x in rows(3)]
        count = sum((z > 0) == bool(t) for z, t in zip(sums, cube.target, strict=True))
        self._verdict.setText(self.tr("{count} of 8 right").format(count=count))
        self._verdict.set_tone("ok" if count == 8 else "error")
        self._about.setText(self._explanation(cube, sums, count))
        self.canvas.setAccessibleDescription(f"{self.equation()}; {self._verdict.text()}")
        self.canvas.update()

    def _explanation(self, cube: ThreeInputSpec, sums: list[float], count: int) -> str:
        found = contradiction(cube.target)
        if found is None:
            words = self.tr("Function {number} of 0 to 255: a plane separates it, as it does {separable} of the 256.").format(
                number=number_of(cube.target), separable=len(separable_numbers(3))
            )
            length = hypot(*cube.weights[:3])
            if count == 8 and length:
                margin = self.tr("Margin {distance}.").format(distance=number(min(map(abs, sums)) / length))
                return f"{words} {margin}"
            return words
        first, second = (bits(rows(3)[row]) for row in found.ones)
        third, fourth = (bits(rows(3)[row]) for row in found.zeros)
        return self.tr(
            "No plane separates it: z{first} + z{second} has to be above 0 and z{third} + z{fourth} must not, but both are the "
            "same sum. {best} of 8 is the best."
        ).format(first=first, second=second, third=third, fourth=fourth, best=most_right(cube.target))

    def retranslate(self) -> None:
        """Set all texts anew."""
        self._presets.setAccessibleName(self.tr("Function of three inputs"))
        self._presets.set_choices(
            [("and", "AND"), ("or", "OR"), ("majority", self.tr("Majority")), ("parity", self.tr("Parity"))]
        )
        self._number.setAccessibleName(self.tr("Number of the function"))
        self._number.set_about(self.tr("Each of the 256 functions has a number: its outputs, row by row, as binary digits"))
        self._find.setText(self.tr("Find weights"))
        self._find.setAccessibleName(self.tr("Find weights for three inputs"))
        self.canvas.setAccessibleName(self.tr("Cube of the three inputs"))
        self.canvas.setToolTip(self.tr("Drag to turn. Click a corner to change its target."))
        names = (self.tr("Weight w1"), self.tr("Weight w2"), self.tr("Weight w3"), self.tr("Bias b"))
        for field, words in zip(self._fields, names, strict=True):
            field.setAccessibleName(words)
        self.show_cube()

    def _edit(self, cube: ThreeInputSpec, text: str) -> None:
        self._session.edit(replace(self._session.spec, cube=cube), text)

    def _take_preset(self, key: str) -> None:
        self._edit(
            replace(self._session.spec.cube, target=cast("Eight", PRESETS[key])), self.tr("Choose a function of three inputs")
        )

    def _take_number(self, value: float) -> None:
        target = target_of(int(value), 3)
        self._edit(replace(self._session.spec.cube, target=cast("Eight", target)), self.tr("Choose a function of three inputs"))

    def _take_weight(self, index: int, value: float) -> None:
        cube = self._session.spec.cube
        w1, w2, w3, b = (value if i == index else w for i, w in enumerate(cube.weights))
        self._edit(ThreeInputSpec(w1, w2, w3, b, cube.target), self.tr("Change the plane"))

    def _flip(self, row: int) -> None:
        target = tuple(1 - t if index == row else t for index, t in enumerate(self._session.spec.cube.target))
        self._edit(replace(self._session.spec.cube, target=cast("Eight", target)), self.tr("Change the target"))

    def _find_weights(self) -> None:
        cube = self._session.spec.cube
        found = widest_margin(nearest_separable(cube.target))
        if found is not None:
            w1, w2, w3, b = found
            self._edit(ThreeInputSpec(w1, w2, w3, b, cube.target), self.tr("Find weights"))
