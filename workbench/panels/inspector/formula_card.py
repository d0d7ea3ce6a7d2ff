"""A formula as a card: the symbols above, the numbers below, the result bold, what just changed in the accent."""

from __future__ import annotations

import re
from html import escape

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from core.layers.formula import Formula
from workbench.theme.fonts import font
from workbench.theme.theme import current_theme
from workbench.translation.core_text import translate_core
from workbench.widgets.card import Card
from workbench.widgets.labels import Label

_NUMBER = re.compile(r"\d+")


class FormulaCard(QWidget):
    """One formula under its name."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.formula: Formula | None = None
        self._before: Formula | None = None
        self._name = Label(size="dense", weight=600)
        self._symbols = Label(size="dense", tone="text3", wrap=True)
        self._symbols.setFont(font("dense", italic=True))
        self._numbers = Label(wrap=True)
        self._numbers.setTextFormat(Qt.TextFormat.RichText)
        self._numbers.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        card = Card(margin=10)
        card.body.setSpacing(3)
        card.body.addWidget(self._symbols)
        card.body.addWidget(self._numbers)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(5)
        layout.addWidget(self._name)
        layout.addWidget(card)
        current_theme().changed.connect(self.retranslate)

    def show_formula(self, formula: Formula, *, same_layer: bool) -> None:
        """Show a formula; on the same layer, numbers that differ from those before stand out."""
        if same_layer and formula == self.formula:
            return
        self._before = self.formula if same_layer and self.formula and self.formula.name == formula.name else None
        self.formula = formula
        self.retranslate()

    def retranslate(self) -> None:
        """Write it anew, in the language and colours of now."""
        formula = self.formula
        if formula is None:
            return
        name = translate_core(formula.name)
        self._name.setText(name)
        self._symbols.setText(formula.symbolic)
        self._numbers.setText(f"{self._marked(formula)} = <b>{escape(formula.result)}</b>")
        self.setAccessibleName(f"{name}: {formula.symbolic} = {formula.numeric} = {formula.result}")

    def _marked(self, formula: Formula) -> str:
        """Return the numbers as rich text, those that changed in the accent."""
        new = _NUMBER.findall(formula.numeric)
        old = _NUMBER.findall(self._before.numeric) if self._before else new
        if len(old) != len(new):
            return escape(formula.numeric)
        accent = current_theme().css("accent")
        changed = iter(zip(old, new, strict=True))

        def write(match: re.Match[str]) -> str:
            before, now = next(changed)
            return match[0] if before == now else f'<span style="color:{accent};font-weight:600">{now}</span>'

        return _NUMBER.sub(write, escape(formula.numeric))
