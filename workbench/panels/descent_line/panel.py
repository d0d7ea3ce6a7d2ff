"""The panel of one dimension: where descent begins in the book."""

from __future__ import annotations

from dataclasses import replace
from math import isfinite
from typing import Any, ClassVar, Final, cast

import numpy as np
from PySide6.QtCore import QT_TRANSLATE_NOOP
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from core.descent.line import (
    LARGEST,
    LARGEST_H,
    LEAST_H,
    MOST_STEPS,
    Difference,
    LineSpec,
    behaviour,
    edge_rate,
    numerical_derivative,
)
from workbench.descent.formula_edit import FormulaEdit
from workbench.descent.panel import DescentPanel
from workbench.labs import Place
from workbench.panels.base import register_panel
from workbench.panels.descent_line.curve_canvas import CurveCanvas
from workbench.panels.descent_line.valley import HIGHEST_H, LOWEST_H, ValleyPlot
from workbench.widgets.form_row import FormRow, align_labels
from workbench.widgets.labels import Label
from workbench.widgets.number_field import NumberField
from workbench.widgets.numbers import figure
from workbench.widgets.segmented import Segmented
from workbench.widgets.slider import Slider
from workbench.workspace import Workspace

RATES: Final = {"small": 0.02, "right": 0.35, "swinging": 0.9, "diverging": 1.06}
"""Example rates as shares of the edge."""


@register_panel
class DescentLinePanel(DescentPanel):
    """A curve, its tangent by small differences, and steps down it."""

    name: ClassVar[str] = "descent_line"
    title: ClassVar[str] = str(QT_TRANSLATE_NOOP("Panels", "One dimension"))
    places: ClassVar[tuple[Place, ...]] = (Place("descent", 1, 0, stretch=7, tab=1),)

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(workspace, parent)
        self.canvas = CurveCanvas(self.session)
        self.valley = ValleyPlot()
        self.valley.picked.connect(lambda h: self._change(self.tr("Change h"), h=h))
        self._formula = FormulaEdit("descent.line.formula", ("x",))
        self._formula.typed.connect(self._take_formula)
        self._formula.editingFinished.connect(self._end)
        self._difference = Segmented("descent.line.difference")
        self._difference.changed.connect(
            lambda kind: self._change(self.tr("Change the difference"), difference=cast("Difference", kind))
        )
        self._rates = Segmented("descent.line.rates")
        self._rates.changed.connect(self._take_kind)
        self._sliders: dict[str, Slider] = {}
        self._fields: dict[str, NumberField] = {}
        self._rows = {"formula": FormRow(self._formula)}
        self._formula.judged.connect(self._rows["formula"].show_trouble)
        for name, low, high, log, whole in (
            ("h", LOWEST_H, HIGHEST_H, True, False),
            ("rate", 1e-3, 1e3, True, False),
            ("steps", 0, 60, False, True),
        ):
            self._rows[name] = FormRow(self._number(name, low, high, log=log, whole=whole))
        self._fields["h"].set_numbers(LEAST_H, LARGEST_H)
        self._fields["rate"].set_numbers(0, LARGEST)
        self._fields["steps"].set_numbers(0, MOST_STEPS, whole=True)
        self._slope = Label(size="dense", tone="text2", wrap=True)
        self._slope.setObjectName("descent.line.slope")
        self._verdict = Label(size="dense", tone="text2", wrap=True)
        self._verdict.setObjectName("descent.line.verdict")
        self._lay_out()

    def _number(self, name: str, low: float, high: float, *, log: bool, whole: bool) -> QWidget:
        slider, field = Slider(f"descent.line.{name}.slider"), NumberField(f"descent.line.{name}")
        slider.set_numbers(low, high, log=log, whole=whole)
        slider.changed.connect(lambda value: self._slide(name, value))
        slider.settled.connect(lambda _value: self._end())
        field.changed.connect(lambda value: self._take_number(name, value))
        self._sliders[name], self._fields[name] = slider, field
        both = QWidget()
        line = QHBoxLayout(both)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(8)
        line.addWidget(slider, 1)
        line.addWidget(field)
        return both

    def _lay_out(self) -> None:
        pictures = QHBoxLayout()
        pictures.setSpacing(4)
        pictures.addWidget(self.canvas, 3)
        pictures.addWidget(self.valley, 2)
        left, right = QVBoxLayout(), QVBoxLayout()
        for column, parts in ((left, ("formula", "rate", "steps")), (right, ("h",))):
            column.setSpacing(4)
            for part in parts:
                column.addWidget(self._rows[part])
        choices = QHBoxLayout()
        choices.addWidget(self._difference)
        choices.addStretch(1)
        right.addLayout(choices)
        right.addWidget(self._slope)
        right.addStretch(1)
        controls = QHBoxLayout()
        controls.setSpacing(16)
        controls.addLayout(left, 1)
        controls.addLayout(right, 1)
        foot = QHBoxLayout()
        foot.setSpacing(10)
        foot.addWidget(self._rates)
        foot.addWidget(self._verdict, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 6, 12, 8)
        layout.setSpacing(6)
        layout.addLayout(pictures, 1)
        layout.addLayout(controls)
        layout.addLayout(foot)

    def retranslate(self) -> None:
        self.canvas.setAccessibleName(self.tr("Curve with its tangent and the steps down"))
        kinds = {"central": self.tr("central"), "forward": self.tr("forward")}
        self.valley.set_words(self.tr("Error of the derivative by h"), self.tr("rounding"), self.tr("truncation"), kinds)
        self._difference.setAccessibleName(self.tr("Kind of difference"))
        self._difference.set_choices(
            [("central", self.tr("Central")), ("forward", self.tr("Forward"))],
            {"central": "(f(x + h) − f(x − h)) / 2h", "forward": "(f(x + h) − f(x)) / h"},
        )
        self._rates.setAccessibleName(self.tr("Example rates"))
        self._rates.set_choices(
            [
                ("small", self.tr("Too small")),
                ("right", self.tr("Right")),
                ("swinging", self.tr("Swings")),
                ("diverging", self.tr("Diverges")),
                ("", self.tr("Own")),
            ]
        )
        words = {"formula": "f(x) =", "h": "h", "rate": self.tr("Rate η"), "steps": self.tr("Steps")}
        for name, label in words.items():
            self._rows[name].set_words(label)
        self._formula.setAccessibleName(self.tr("Formula of x"))
        for name in self._fields:
            self._fields[name].setAccessibleName(words[name])
            self._sliders[name].setAccessibleName(words[name])
        align_labels([self._rows[name] for name in ("formula", "rate", "steps")])
        self._rows["h"].set_label_width(16, 16)
        self.show_spec()

    def show_spec(self) -> None:
        line = self.session.spec.line
        if not self._formula.hasFocus() or not self.session.in_gesture:
            self._formula.set_formula(line.formula)
        for name, field in self._fields.items():
            number = float(getattr(line, name))
            field.set_number(number)
            if not self._sliders[name].isSliderDown():
                self._sliders[name].set_number(number)
        self._difference.set_key(line.difference)
        self.canvas.update()
        self.valley.show_line(line)
        self._show_slope(line)
        self._show_verdict(line)

    def _show_slope(self, line: LineSpec) -> None:
        expression = line.expression
        exact = float(expression.gradient(line.x)[0])
        taken = float(numerical_derivative(expression, line.x, np.array(line.h), line.difference))
        self._slope.setText(
            self.tr("At x = {x}: numerical {taken}, exact {exact}.").format(
                x=f"{line.x:g}", taken=repr(taken), exact=f"{exact:.12g}"
            )
        )
        self.set_note(self.tr("slope {0}").format(figure(exact)))

    def _show_verdict(self, line: LineSpec) -> None:
        edge, exact = edge_rate(line)
        kind = behaviour(line, self.canvas.places())
        words = {
            "still": self.tr("Nothing moves."),
            "slow": self.tr("The steps are short: safe, but slow."),
            "straight": self.tr("Straight to the minimum."),
            "swinging": self.tr("Every step overshoots, but comes nearer."),
            "diverging": self.tr("Every step is longer than the one before: lost."),
        }[kind]
        if isfinite(edge):
            rule = self.tr("Edge 2/L = {edge}, exact.") if exact else self.tr("Edge 2/L = {edge} near x.")
            words = f"{rule.format(edge=figure(edge))} {words}"
        self._verdict.set_tone("error" if kind == "diverging" else "text2")
        self._verdict.setText(words)
        shares = {name: float(f"{share * edge:.3g}") for name, share in RATES.items()} if isfinite(edge) else {}
        self._rates.setEnabled(bool(shares))
        self._rates.set_key(next((name for name, rate in shares.items() if rate == line.rate), ""))

    # -- edits --------------------------------------------------------------------------------------------------

    def _change(self, text: str, **changed: Any) -> None:
        spec = self.session.spec
        self.session.edit(replace(spec, line=replace(spec.line, **changed)), text)

    def _slide(self, name: str, value: float) -> None:
        if self._sliders[name].isSliderDown() and not self.session.in_gesture:
            self.session.begin_gesture()
        self._take_number(name, value)

    def _take_number(self, name: str, value: float) -> None:
        text = {"h": self.tr("Change h"), "rate": self.tr("Change the rate"), "steps": self.tr("Change the steps")}[name]
        self._change(text, **{name: int(value) if name == "steps" else value})

    def _take_formula(self, text: str) -> None:
        if not self.session.in_gesture:
            self.session.begin_gesture()
        self._change(self.tr("Type a formula"), formula=text)

    def _end(self) -> None:
        if self.session.in_gesture:
            self.session.end_gesture()

    def _take_kind(self, kind: str) -> None:
        edge = edge_rate(self.session.spec.line)[0]
        if kind and isfinite(edge):
            self._change(self.tr("Change the rate"), rate=float(f"{RATES[kind] * edge:.3g}"))
        else:
            self.show_spec()
