"""One optimizer: its colour, its settings, and where it is."""

from __future__ import annotations

from typing import Final

import numpy as np
from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from core.descent.objective import Objective
from core.descent.path import Path
from core.descent.spec import Racer
from core.optimizers.base import OPTIMIZERS
from workbench.descent.wording import racer_name
from workbench.theme.fonts import font
from workbench.theme.theme import current_theme
from workbench.translation.core_text import translate_core
from workbench.widgets.buttons import IconButton
from workbench.widgets.card import Card
from workbench.widgets.field_editors import FieldEditor
from workbench.widgets.form_row import FormRow
from workbench.widgets.labels import ElidedLabel, Label
from workbench.widgets.number_field import NumberField
from workbench.widgets.numbers import MINUS
from workbench.widgets.settings_form import make_editor
from workbench.widgets.slider import Slider

HIDDEN: Final = ("eps", "decay", "weight_decay", "clip")
"""Settings that matter to networks; AdamW keeps its weight decay, which is what it is about."""

BAR: Final = 4
LABEL_WIDTH: Final = 72
FIELD_WIDTH: Final = 56
SHORT_FROM: Final = 0.01
"""Smaller numbers are shorter with a power of ten."""

FOOT: Final = {"f": 5, "path": 5, "distance": 6}
"""How the room below is shared, by how long the words are."""


def shown_fields(racer: Racer) -> list[str]:
    """Return the settings of an optimizer that have a row."""
    kept = ("weight_decay",) if racer.optimizer.kind == "AdamW" else ()
    return [name for name in OPTIMIZERS.get(racer.optimizer.kind).fields if name not in HIDDEN or name in kept]


class RacerCard(Card):
    """A card with a bar in the racer's colour.

    Attributes
    ----------
    set
        With the name of a setting and the value that the person chose.
    settled
        When a slider was let go.
    eyed, removed
        When the person hides or shows it, and takes it out of the race.
    """

    set = Signal(str, object)
    settled = Signal()
    eyed = Signal()
    removed = Signal()

    def __init__(self, index: int, racer: Racer, parent: QWidget | None = None) -> None:
        super().__init__(parent, margin=10)
        self.setObjectName(f"descent.racer.{index}")
        self._racer = racer
        self._name = Label(weight=600)
        self._edge = ElidedLabel(size="caption", tone="text3")
        self._edge.setObjectName(f"descent.racer.{index}.edge")
        self._edge.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._eye = IconButton(f"descent.racer.{index}.eye", "eye", side=24, icon_side=15)
        self._eye.clicked.connect(self.eyed)
        self._remove = IconButton(f"descent.racer.{index}.remove", "cross", side=24, icon_side=12)
        self._remove.clicked.connect(self.removed)
        head = QHBoxLayout()
        head.setSpacing(2)
        head.addWidget(self._name)
        head.addWidget(self._edge, 1)
        head.addWidget(self._eye)
        head.addWidget(self._remove)
        self._fields = {name: OPTIMIZERS.get(racer.optimizer.kind).fields[name] for name in shown_fields(racer)}
        self._editors: dict[str, FieldEditor] = {}
        self._rows: dict[str, FormRow] = {}
        for name, field in self._fields.items():
            editor = make_editor(f"descent.racer.{index}.{name}", field)
            editor.changed.connect(lambda value, n=name: self.set.emit(n, value))
            self._editors[name], self._rows[name] = editor, FormRow(editor)
            editor.judged.connect(self._rows[name].show_trouble)
        for number in self.findChildren(NumberField):
            number.setFixedWidth(FIELD_WIDTH)
        for slider in self.findChildren(Slider):
            slider.settled.connect(lambda _number: self.settled.emit())
        self._figures = [ElidedLabel(size="caption", tone="text2") for _ in range(3)]
        foot = QHBoxLayout()
        foot.setSpacing(6)
        for label, name, at in zip(
            self._figures,
            ("f", "path", "distance"),
            (Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignHCenter, Qt.AlignmentFlag.AlignRight),
            strict=True,
        ):
            label.setObjectName(f"descent.racer.{index}.{name}")
            label.setAlignment(at)
            foot.addWidget(label, FOOT[name])
        self.body.setContentsMargins(6 + BAR, 6, 6, 8)
        self.body.setSpacing(4)
        self.body.addLayout(head)
        for row in self._rows.values():
            self.body.addWidget(row)
        self.body.addLayout(foot)
        self.retranslate()
        self.show_racer(racer)

    @property
    def sliding(self) -> bool:
        """Whether one of its sliders is held."""
        return any(slider.isSliderDown() for slider in self.findChildren(Slider))

    def show_racer(self, racer: Racer) -> None:
        """Show other settings of the same optimizer."""
        self._racer = racer
        given = dict(racer.optimizer.settings)
        for name, editor in self._editors.items():
            editor.set_value(given.get(name, self._fields[name].default))
        self._eye.set_icon("eye" if racer.shown else "eye_off")
        self._eye.set_words(
            self.tr("Hide {0}").format(self._title()) if racer.shown else self.tr("Show {0}").format(self._title())
        )
        self.update()

    def show_edge(self, words: str, about: str) -> None:
        """Show from which rate on it diverges."""
        self._edge.set_text(words)
        self._edge.setAccessibleDescription(about)
        self._edge.setToolTip(about)

    def show_path(self, path: Path, objective: Objective, step: int, start: int = 0) -> None:
        """Show where it is after a step, from one of the starts."""
        step = min(step, path.steps)
        here = path.last_finite(step, start)
        lost = 0 <= int(path.diverged[start]) <= step
        f = float(path.value[step, start])
        distance = float(objective.distance_to_minimum(path.at[here, :, start]))
        texts = (
            self.tr("f {0}").format(_short(f) if np.isfinite(f) else "∞"),
            self.tr("path {0}").format(_short(path.length(step, start))),
            self.tr("dist. {0}").format(_short(distance)) if np.isfinite(distance) else "",
        )
        for label, text in zip(self._figures, texts, strict=True):
            label.set_tone("error" if lost else "text2")
            label.set_text(text)

    def _title(self) -> str:
        return racer_name(self._racer)

    def retranslate(self) -> None:
        """Set all words anew."""
        self._name.setText(self._title())
        self.setAccessibleName(self._title())
        self._remove.set_words(self.tr("Remove {0}").format(self._title()))
        short = {"lr": self.tr("Rate"), "beta1": "β₁", "beta2": "β₂", "rho": "ρ", "weight_decay": self.tr("Decay")}
        metrics = QFontMetrics(font("body"))
        widest = translate_core(OPTIMIZERS.get("Momentum").fields["momentum"].title)  # the same in every card, so that all align
        width = max(LABEL_WIDTH, metrics.horizontalAdvance(widest) + 4)
        for name, row in self._rows.items():
            field = self._fields[name]
            label = short.get(name, translate_core(field.title))
            row.set_words(label, translate_core(field.help))
            row.set_label_width(width, width)
            self._editors[name].set_words(translate_core(field.title), translate_core(field.help))
        self.show_racer(self._racer)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        shape = QPainterPath()
        shape.addRoundedRect(QRectF(self.rect()), 5, 5)
        painter.setClipRect(QRectF(0, 0, BAR, self.height()))
        painter.fillPath(shape, current_theme().run(self._racer.colour))


def _short(value: float) -> str:
    """Return a number in three figures and as few characters as there are, for the narrow line."""
    text = f"{value:.3g}"
    if "e" not in text and (abs(value) >= SHORT_FROM or not value):
        return text.replace("-", MINUS)
    digits, power = f"{value:.1e}".split("e")
    return f"{digits}e{int(power)}".replace("-", MINUS)
