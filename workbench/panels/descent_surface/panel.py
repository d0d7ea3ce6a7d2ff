"""The panel of the surface: choose one or type a formula, set the start, begin with a preset."""

from __future__ import annotations

from dataclasses import replace
from typing import ClassVar, Final

from PySide6.QtCore import QT_TRANSLATE_NOOP
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from core.descent.presets import PRESETS, Preset
from core.descent.spec import LARGEST
from core.surfaces.base import SURFACES
from workbench.descent.formula_edit import FormulaEdit
from workbench.descent.panel import DescentPanel
from workbench.labs import Place
from workbench.panels.base import register_panel
from workbench.theme.fonts import font
from workbench.translation.core_text import translate_core
from workbench.widgets.buttons import Button, IconButton
from workbench.widgets.combo_box import ComboBox
from workbench.widgets.form_row import FormRow
from workbench.widgets.labels import ElidedLabel
from workbench.widgets.number_field import NumberField
from workbench.workspace import Workspace

FIELD_WIDTH: Final = 56
TYPED: Final = "typed"
ORDER: Final = (
    "Ravine", "Bowl", "Saddle", "MonkeySaddle", "Rosenbrock", "Beale", "Himmelblau", "Booth", "Rastrigin", "Ackley",
    "Plateau", "NoisyRavine",
)  # fmt: skip
"""The simple ones first; any other surface follows by name."""


@register_panel
class DescentSurfacePanel(DescentPanel):
    """What is descended, and from where."""

    name: ClassVar[str] = "descent_surface"
    title: ClassVar[str] = str(QT_TRANSLATE_NOOP("Panels", "Surface"))
    places: ClassVar[tuple[Place, ...]] = (Place("descent", 0, 0, stretch=17),)

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(workspace, parent)
        self._surface = ComboBox("descent.surface")
        self._surface.taken.connect(self._take_surface)
        self._formula = FormulaEdit("descent.formula")
        self._formula.typed.connect(self._take_formula)
        self._formula.editingFinished.connect(self._end_typing)
        self._starts = [NumberField(f"descent.start.{axis}") for axis in "xy"]
        for axis, field in enumerate(self._starts):
            field.set_numbers(-LARGEST, LARGEST, step=0.1)
            field.setFixedWidth(FIELD_WIDTH)
            field.changed.connect(lambda value, axis=axis: self._take_start(axis, value))
        self._only = IconButton("descent.start.only", "trash")
        self._only.clicked.connect(self._keep_first)
        self._count = ElidedLabel(size="caption", tone="text3")
        start = QWidget()
        line = QHBoxLayout(start)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(4)
        for widget in (*self._starts, self._only):
            line.addWidget(widget)
        line.addWidget(self._count, 1)
        self._rows = [FormRow(self._surface), FormRow(self._formula), FormRow(start)]
        self._formula.judged.connect(self._rows[1].show_trouble)
        self._presets = Button("descent.presets", quiet=True)
        self._presets.setFont(font("dense"))
        self._menu = QMenu(self)
        self._menu.setToolTipsVisible(True)
        self._presets.setMenu(self._menu)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 8, 12, 8)
        layout.setSpacing(4)
        for row in self._rows:
            layout.addWidget(row)
        layout.addStretch(1)

    def head_controls(self) -> list[QWidget]:
        return [self._presets]

    def retranslate(self) -> None:
        names = [name for name in ORDER if name in SURFACES] + [name for name in SURFACES.names() if name not in ORDER]
        kinds = [SURFACES.get(name) for name in names]
        choices = [(kind.__name__, translate_core(kind.title)) for kind in kinds]
        about = {kind.__name__: translate_core(kind.help) for kind in kinds}
        self._surface.set_choices([*choices, (TYPED, self.tr("Typed formula"))], about)
        words = (self.tr("Surface"), self.tr("f(x, y) ="), self.tr("Start"))
        for row, label in zip(self._rows, words, strict=True):
            row.set_words(label)
        widest = max(row.words_width() for row in self._rows)
        for row in self._rows:
            row.set_label_width(widest, widest)
        self._formula.setAccessibleName(self.tr("Formula of x and y"))
        self._formula.setToolTip(
            self.tr("Type any formula: + − * / **, sin, cos, tan, exp, log, sqrt, abs, tanh, sigmoid, min, max, pi, e")
        )
        for axis, field in zip("xy", self._starts, strict=True):
            field.setAccessibleName(self.tr("{axis} of the start").format(axis=axis))
        self._only.set_words(self.tr("Keep the first start only"))
        self._presets.setText(self.tr("Presets"))
        self._presets.setAccessibleName(self.tr("Presets"))
        self._menu.clear()
        for each in PRESETS:
            title = translate_core(each.title)
            words_of = self.tr("{title} (book, {section})").format(title=title, section=each.book) if each.book else title
            action = self._menu.addAction(words_of, lambda p=each: self._begin_with(p))
            action.setObjectName(f"descent.preset.{each.name}")
            action.setToolTip(translate_core(each.help))
        self.show_spec()

    def show_spec(self) -> None:
        spec = self.session.spec
        self._surface.set_key(spec.surface or TYPED)
        if not self._formula.hasFocus() or not self.session.in_gesture:
            self._formula.set_formula(spec.text)
        for field, value in zip(self._starts, spec.starts[0], strict=True):
            if value != field.number:
                field.set_number(value)
        more = len(spec.starts) - 1
        self._only.setVisible(bool(more))
        self._count.set_text(self.tr("and {0} more").format(more) if more else "")

    # -- edits --------------------------------------------------------------------------------------------------

    def _take_surface(self, name: str) -> None:
        if name == TYPED:
            self._formula.setFocus()
            self._formula.selectAll()
            self.show_spec()
        else:
            text = self.tr("Choose the surface {0}").format(translate_core(SURFACES.get(name).title))
            self.session.edit(self.session.spec.on_surface(name), text)

    def _take_formula(self, text: str) -> None:
        if not self.session.in_gesture:
            self.session.begin_gesture()
        self.session.edit(self.session.spec.on_formula(text), self.tr("Type a formula"))

    def _end_typing(self) -> None:
        if self.session.in_gesture:
            self.session.end_gesture()

    def _take_start(self, axis: int, value: float) -> None:
        spec = self.session.spec
        x, y = spec.starts[0]
        first = (value, y) if axis == 0 else (x, value)
        self.session.edit(replace(spec, starts=(first, *spec.starts[1:])), self.tr("Move a start"))

    def _keep_first(self) -> None:
        spec = self.session.spec
        self.session.edit(replace(spec, starts=spec.starts[:1]), self.tr("Keep the first start only"))

    def _begin_with(self, each: Preset) -> None:
        self.session.player.pause()
        self.session.edit(
            replace(each.spec, line=self.session.spec.line), self.tr("Begin with {0}").format(translate_core(each.title))
        )
        self.session.player.play()
