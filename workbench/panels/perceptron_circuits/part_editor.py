"""The strip below the canvas: settings of the selected part, the name of a new gate, or a sentence."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QSizePolicy, QStackedWidget, QWidget

from core.errors import CoreError
from core.perceptron.board import MOST_PORTS, CircuitBoard, Part
from core.perceptron.board_edits import renamed, with_ports
from core.perceptron.functions import NAMES, rows, target_of
from core.perceptron.spec import LARGEST
from workbench.panels.perceptron_circuits.desk import Desk
from workbench.perceptron.wording import decimals_for
from workbench.theme.fonts import font
from workbench.widgets.buttons import Button, IconButton
from workbench.widgets.combo_box import ComboBox
from workbench.widgets.labels import ElidedLabel, Label
from workbench.widgets.number_field import NumberField

HEIGHT: Final = 30
OWN: Final = "own"
"""The key of a target that has no name."""


class PartEditor(QWidget):
    """Name, weights and bias, number of inputs, or target of one part."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._part: Part | None = None
        self._name = QLineEdit()
        self._name.setObjectName("circuits.part.name")
        self._name.setFont(font("dense"))
        self._name.setFixedWidth(78)
        self._name.editingFinished.connect(self._take_name)
        self._fields = [NumberField(f"circuits.part.w{n}") for n in range(1, MOST_PORTS + 1)]
        self._bias = NumberField("circuits.part.b")
        self._w_label, self._b_label = Label("w", size="dense", tone="text2"), Label("b", size="dense", tone="text2")
        for index, field in enumerate(self._fields):
            field.changed.connect(lambda value, index=index: self._take_weight(index, value))
        self._bias.changed.connect(self._take_bias)
        for field in (*self._fields, self._bias):
            field.setFixedWidth(50)
        self._fewer = IconButton("circuits.part.fewer", "minus")
        self._more = IconButton("circuits.part.more", "plus")
        self._fewer.clicked.connect(lambda: self._take_ports(-1))
        self._more.clicked.connect(lambda: self._take_ports(1))
        self._target_label = Label(size="dense", tone="text2")
        self._target = ComboBox("circuits.part.target")
        self._target.setMaximumWidth(150)
        self._target.taken.connect(self._take_target)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        bias = (self._b_label, self._bias, self._fewer, self._more)
        for widget in (self._name, self._w_label, *self._fields, *bias, self._target_label, self._target):
            row.addWidget(widget)
        row.addStretch(1)

    def retranslate(self) -> None:
        """Set all texts anew."""
        self._name.setAccessibleName(self.tr("Name of the part"))
        for index, field in enumerate(self._fields):
            field.setAccessibleName(self.tr("Weight {number}").format(number=index + 1))
        self._bias.setAccessibleName(self.tr("Bias"))
        self._fewer.set_words(self.tr("One input less"))
        self._more.set_words(self.tr("One input more"))
        self._target_label.setText(self.tr("target"))
        self._target.setAccessibleName(self.tr("What the output should be"))
        if self._part is not None:
            self.show_part(self._part)

    def show_part(self, part: Part) -> None:
        """Show the settings of a part."""
        self._part = part
        if self._name.text() != part.name:
            self._name.setText(part.name)
        self._name.setReadOnly(part.kind == "chip")
        is_gate = part.kind == "gate"
        for index, field in enumerate(self._fields):
            field.setVisible(is_gate and index < len(part.w))
            if is_gate and index < len(part.w):
                self._show_number(field, part.w[index])
        if is_gate:
            self._show_number(self._bias, part.b)
        for widget in (self._w_label, self._b_label, self._bias, self._fewer, self._more):
            widget.setVisible(is_gate)
        self._fewer.setEnabled(len(part.w) > 1)
        self._more.setEnabled(len(part.w) < MOST_PORTS)
        is_output = part.kind == "output"
        self._target_label.setVisible(is_output)
        self._target.setVisible(is_output)
        if is_output:
            self._show_target(part)

    def _show_number(self, field: NumberField, value: float) -> None:
        field.set_numbers(-LARGEST, LARGEST, step=0.1, decimals=max(1, decimals_for((value,))) if value * 10 % 1 else 1)
        field.set_number(value)

    def _show_target(self, part: Part) -> None:
        named = self._targets(self._desk.board)
        choices = [("", self.tr("none")), *((bits, name) for bits, name in named.items())]
        if part.target and part.target not in named:
            choices.append((OWN, self.tr("as in the table")))
        self._target.set_choices(choices)
        self._target.set_key(part.target if part.target in named or not part.target else OWN)

    def _targets(self, board: CircuitBoard) -> dict[str, str]:
        """Return the targets that have names, for the board's number of inputs."""
        count = len(board.variables)
        if count == 2:
            return {"".join(map(str, target_of(number))): NAMES[number] for number in range(16)}
        sums = [sum(row) for row in rows(count)]
        return {
            "".join(str(total % 2) for total in sums): self.tr("parity"),
            "".join(str(int(2 * total > count)) for total in sums): self.tr("majority"),
            "".join(str(int(total == count)) for total in sums): self.tr("all"),
            "".join(str(int(total > 0)) for total in sums): self.tr("any"),
        }

    # -- what the person does -----------------------------------------------------------------------------------

    def _apply(self, board: CircuitBoard, text: str) -> None:
        if board != self._desk.board:
            self._desk.apply(board, text)

    def _take_name(self) -> None:
        part, name = self._part, self._name.text().strip()
        if part is None or name == part.name or part.id not in self._desk.selected:
            return
        try:
            self._apply(renamed(self._desk.board, part.id, name or part.name), self.tr("Rename"))
        except CoreError as error:
            self._desk.refuse(error)
            self._name.setText(part.name)

    def _take_weight(self, index: int, value: float) -> None:
        if self._part is not None:
            w = tuple(value if n == index else old for n, old in enumerate(self._part.w))
            self._apply(self._desk.board.with_part(replace(self._part, w=w)), self.tr("Change a weight"))

    def _take_bias(self, value: float) -> None:
        if self._part is not None:
            self._apply(self._desk.board.with_part(replace(self._part, b=value)), self.tr("Change the bias"))

    def _take_ports(self, more: int) -> None:
        if self._part is not None:
            count = len(self._part.w) + more
            self._apply(with_ports(self._desk.board, self._part.id, count), self.tr("Change the number of inputs"))

    def _take_target(self, key: str) -> None:
        if self._part is not None and key != OWN:
            self._apply(self._desk.board.with_part(replace(self._part, target=key)), self.tr("Change the target"))


class GateName(QWidget):
    """Asks for the name of a new gate.

    Attributes
    ----------
    named
        With the name.
    left
        When the person thought better of it.
    """

    named = Signal(str)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._label = Label(size="dense", tone="text2")
        self.line = QLineEdit()
        self.line.setObjectName("circuits.gate.name")
        self.line.setFont(font("dense"))
        self.line.setMaxLength(20)
        self.line.returnPressed.connect(self._take)
        self._save = Button("circuits.gate.save", primary=True)
        self._save.clicked.connect(self._take)
        self._cancel = Button("circuits.gate.cancel")
        self._cancel.clicked.connect(self.left)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(self._label)
        row.addWidget(self.line, 1)
        row.addWidget(self._save)
        row.addWidget(self._cancel)

    def retranslate(self) -> None:
        """Set all texts anew."""
        self._label.setText(self.tr("Name of the gate"))
        self.line.setAccessibleName(self.tr("Name of the gate"))
        self._save.setText(self.tr("Save"))
        self._cancel.setText(self.tr("Cancel"))

    def _take(self) -> None:
        name = self.line.text().strip()
        if name:
            self.named.emit(name)


class Strip(QStackedWidget):
    """One row of fixed height, so that the canvas keeps its size: a sentence, the editor, or the name of a new gate."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedHeight(HEIGHT)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._desk = desk
        self._hint, self._said, self._asking = "", "", False
        self._words = ElidedLabel(size="dense", tone="text2")
        self._words.setObjectName("circuits.message")
        self.editor = PartEditor(desk)
        self.gate_name = GateName()
        for page in (self._words, self.editor, self.gate_name):
            page.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
            self.addWidget(page)
        desk.selection_changed.connect(self.show_state)
        desk.changed.connect(self.show_state)
        desk.refused.connect(self.say)
        self.gate_name.left.connect(lambda: self.ask_name(""))

    def minimumSizeHint(self) -> QSize:
        return QSize(0, HEIGHT)

    def set_hint(self, hint: str) -> None:
        """Set what stands here while there is nothing else."""
        self._hint = hint
        self.show_state()

    def say(self, sentence: str) -> None:
        """Show a sentence, such as why a wire is refused; "" to show what was there."""
        if sentence != self._said:
            self._said = sentence
            self.show_state()

    def ask_name(self, suggestion: str) -> None:
        """Ask for the name of a new gate; "" to stop asking."""
        self._asking = bool(suggestion)
        if suggestion:
            self.gate_name.line.setText(suggestion)
        self.show_state()
        if suggestion:
            self.gate_name.line.setFocus()
            self.gate_name.line.selectAll()

    def show_state(self) -> None:
        """Show what applies now."""
        chosen = self._desk.selection()
        self._words.set_tone("error" if self._said else "text2")
        self._words.set_text(self._said or self._hint)
        if self._said:
            self.setCurrentWidget(self._words)
        elif self._asking:
            self.setCurrentWidget(self.gate_name)
        elif len(chosen) == 1:
            self.editor.show_part(chosen[0])
            self.setCurrentWidget(self.editor)
        else:
            self.setCurrentWidget(self._words)
