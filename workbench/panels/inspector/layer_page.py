"""The page of one layer: its form, how its weights begin, its formulas, its cost."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from core.layers.base import LAYERS
from core.layers.formula import Formula
from core.probes.layer_times import LayerTime
from core.shapes import LayerReport
from core.spec import LayerSpec
from workbench.layer_facts import formulas_of
from workbench.layer_icons import icon_of
from workbench.panels.inspector.facts import Facts, Findings
from workbench.panels.inspector.formula_card import FormulaCard
from workbench.panels.inspector.initial import Beginning
from workbench.theme.theme import current_theme
from workbench.translation.core_text import translate_core
from workbench.widgets.buttons import IconButton
from workbench.widgets.card import Separator
from workbench.widgets.form_row import FormRow, align_labels
from workbench.widgets.labels import ElidedLabel, Label
from workbench.widgets.settings_form import SettingsForm

NOTES_HEIGHT = 52
PARKED = "parked."


class Notes(QPlainTextEdit):
    """A few lines of free text.

    Attributes
    ----------
    written
        With the text, when the focus leaves.
    """

    written = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("inspector.notes")
        self.setTabChangesFocus(True)
        self.setFixedHeight(NOTES_HEIGHT)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.written.emit(self.toPlainText().strip())


class LayerPage(QWidget):
    """Shows one layer.

    Attributes
    ----------
    set
        With a setting's name and the value chosen.
    named, noted
        With what the person calls the layer and writes about it.
    frozen
        With whether its parameters shall be kept.
    """

    set = Signal(str, object)
    named = Signal(str)
    noted = Signal(str)
    frozen = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._layer = LayerSpec("Identity")
        self._form: SettingsForm | None = None
        self._forms: dict[str, SettingsForm] = {}
        self._cards: list[FormulaCard] = []
        self._icon = IconButton("inspector.icon", "shape", side=24)
        self._icon.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._icon.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._kind = Label(weight=600)
        self._place = ElidedLabel(tone="text2", size="dense")
        self._freeze = IconButton("inspector.freeze", "unlock", side=26, icon_side=14)
        self._freeze.setCheckable(True)
        self._freeze.clicked.connect(self.frozen)
        self._about = Label(size="dense", tone="text2", wrap=True)
        head = QHBoxLayout()
        head.setSpacing(6)
        head.addWidget(self._icon)
        head.addWidget(self._kind)
        head.addWidget(self._place, 1)
        head.addWidget(self._freeze)
        self._form_place = QVBoxLayout()
        self._needs_restart = Label(size="caption", tone="text3", wrap=True)
        self._from_now = Label(size="caption", tone="text3", wrap=True)
        self._name = QLineEdit()
        self._name.setObjectName("inspector.name")
        self._name.editingFinished.connect(lambda: self.named.emit(self._name.text().strip()))
        self._name_row = FormRow(self._name)
        self._notes = Notes()
        self._notes.written.connect(self.noted)
        self._notes_row = FormRow(self._notes)
        self._cards_place = QVBoxLayout()
        self._cards_place.setSpacing(10)
        self._facts = Facts()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 10, 12, 12)
        layout.setSpacing(8)
        layout.addLayout(head)
        layout.addWidget(self._about)
        layout.addWidget(Separator())
        layout.addLayout(self._form_place)
        layout.addWidget(self._needs_restart)
        layout.addWidget(self._name_row)
        layout.addWidget(self._notes_row)
        layout.addWidget(self._from_now)
        layout.addWidget(Separator())
        layout.addLayout(self._cards_place)
        layout.addWidget(self._facts)
        layout.addStretch(1)
        current_theme().changed.connect(self.retranslate)

    def show_layer(self, layer: LayerSpec, number: int, report: LayerReport | None, known: Findings) -> None:
        """Show a layer.

        Parameters
        ----------
        number
            Its place among the layers of the network, from 1.
        report
            Its shapes and cost; None where they are open.
        known
            What else was found out about it.
        """
        same = layer.id == self._layer.id and layer.kind == self._layer.kind
        self._layer = layer
        if not same or self._form is None:
            self._make_form()
        if self._form is not None:
            self._form.set_values(dict(layer.settings))
            if known.begins is not None:
                self._form.row("init").show_remark(self._begins(known.begins))
        self._place.set_text(self.tr("layer {number}").format(number=number))
        for edit, text in ((self._name, layer.name), (self._notes, layer.notes)):
            if isinstance(edit, QLineEdit) and edit.text() != text and not edit.isModified():
                edit.setText(text)
                edit.setCursorPosition(0)
            elif isinstance(edit, QPlainTextEdit) and not edit.hasFocus() and edit.toPlainText() != text:
                edit.setPlainText(text)
        self._name.setModified(False)
        self._name.setPlaceholderText(layer.id)
        self._freeze.setVisible(layer.frozen or has_parameters(report))
        self._needs_restart.setVisible(self._form is not None or layer.frozen or has_parameters(report))
        self._freeze.setChecked(layer.frozen)
        self._freeze.set_icon("lock" if layer.frozen else "unlock")
        self._show_formulas(formulas_of(layer, report), same_layer=same)
        self._facts.show_layer(report, known)
        self.retranslate()

    def _make_form(self) -> None:
        """Show the form of the layer's kind; one that was made before is kept, because making it takes longer than a key."""
        kind = self._layer.kind
        if self._form is not None:
            _park(self._form, parked=True)
            self._form.hide()
            self._form = None
        fields = LAYERS.get(kind).fields
        self._name.setModified(False)
        if kind in self._forms:
            self._form = self._forms[kind]
            _park(self._form, parked=False)
        elif fields:
            self._form = self._forms[kind] = SettingsForm("inspector.form", fields)
            self._form.changed.connect(self.set)
            self._form_place.addWidget(self._form)
        if self._form is not None:
            self._form.show()

    def _begins(self, begins: Beginning) -> str:
        kind = begins.kind
        if begins.suits:
            kind = self.tr("{initial} (suits {activation})").format(initial=kind, activation=begins.suits)
        return self.tr("{initial}, std = {formula}").format(initial=kind, formula=begins.formula) if begins.formula else kind

    def _show_formulas(self, formulas: tuple[Formula, ...], *, same_layer: bool) -> None:
        while len(self._cards) < len(formulas):
            self._cards.append(FormulaCard())
            self._cards_place.addWidget(self._cards[-1])
        for index, card in enumerate(self._cards):
            card.setVisible(index < len(formulas))
            if index < len(formulas):
                card.show_formula(formulas[index], same_layer=same_layer)

    def show_time(self, time: LayerTime | None) -> None:
        """Show how long the layer took."""
        self._facts.show_time(time)

    def retranslate(self) -> None:
        """Set the words anew."""
        cls = LAYERS.get(self._layer.kind)
        self._icon.set_icon(icon_of(self._layer.kind, cls.family), f"family_{cls.family}")
        self._kind.setText(self._layer.kind)
        book = self.tr(" Book, section {0}.").format(cls.book) if cls.book else ""
        self._about.setText(f"{translate_core(cls.help)}{book}")
        words = self.tr("Parameters are frozen: release them") if self._layer.frozen else self.tr("Freeze the parameters")
        self._freeze.set_words(words)
        self._name_row.set_words(self.tr("Name"))
        self._notes_row.set_words(self.tr("Notes"))
        self._facts.retranslate()
        self._needs_restart.setText(self.tr("Settings and freezing need a restart of the run."))
        self._from_now.setText(self.tr("Name and notes apply from now."))
        for card in self._cards:
            card.retranslate()
        align_labels([self._name_row, self._notes_row, *(self._form.rows() if self._form else [])])

    def sizeHint(self) -> QSize:
        return QSize(280, super().sizeHint().height())


def _park(form: SettingsForm, *, parked: bool) -> None:
    """Take their names from a form and its fields while another stands in its place: a name belongs to one widget."""
    for widget in (form, *form.findChildren(QWidget)):
        name = widget.objectName()
        if name:
            widget.setObjectName(f"{PARKED}{name}" if parked else name.removeprefix(PARKED))


def has_parameters(report: LayerReport | None) -> bool:
    """Return whether a layer has something to freeze; where its shape is open it may have."""
    return report is None or report.cost is None or report.cost.parameters > 0
