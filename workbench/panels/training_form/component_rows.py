"""Rows for a registered thing: which one it is, and its settings, in parts that can stand apart."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from core.fields import ComponentSpec, Value
from core.registry import Registry
from workbench.translation.core_text import translate_core
from workbench.widgets.combo_box import ComboBox
from workbench.widgets.form_row import FormRow
from workbench.widgets.settings_form import SettingsForm


class ComponentRows(QObject):
    """A list of kinds and the settings of the chosen one.

    Parameters
    ----------
    name
        Of the thing; the list is called ``name.kind``, a setting ``name.setting``.
    first, last
        Settings that are shown in parts of their own, so that the most used can stand higher up.

    Attributes
    ----------
    head, first, last, rest
        The parts: the list, and the settings.
    changed
        With the `ComponentSpec` that the person made, and what was changed of it: the label of a row.
    rebuilt
        After other settings are shown.
    """

    changed = Signal(object, str)
    rebuilt = Signal()

    def __init__(
        self, name: str, registry: Registry[Any], parent: QWidget, *, first: tuple[str, ...] = (), last: tuple[str, ...] = ()
    ) -> None:
        super().__init__(parent)
        self._name, self._registry = name, registry
        self._apart = (first, last)
        self._kinds = registry.names()
        self._spec = ComponentSpec("")
        self._forms: list[SettingsForm] = []
        self.list = ComboBox(f"{name}.kind", parent)
        self.list.taken.connect(self._take_kind)
        self.head = FormRow(self.list, parent)
        self.first, self.last, self.rest = QWidget(parent), QWidget(parent), QWidget(parent)
        for part in (self.first, self.last, self.rest):
            column = QVBoxLayout(part)
            column.setContentsMargins(0, 0, 0, 0)
        self.head.installEventFilter(self)
        self._say_kinds()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LanguageChange:
            self._say_kinds()
        return super().eventFilter(watched, event)

    def set_words(self, label: str) -> None:
        """Set the label of the list."""
        self.head.set_words(label)
        self._say_kinds()

    def offer(self, kinds: list[str]) -> None:
        """Offer other kinds."""
        if kinds != self._kinds:
            self._kinds = kinds
            self._say_kinds()

    def offered(self) -> list[str]:
        """Return the kinds that can be chosen."""
        return list(self._kinds)

    def rows(self) -> list[FormRow]:
        """Return all rows, to align their labels with others."""
        return [self.head, *(row for form in self._forms for row in form.rows())]

    def set_spec(self, spec: ComponentSpec) -> None:
        """Show a thing without telling it."""
        other = spec.kind != self._spec.kind
        self._spec = spec
        if other:
            self._make_forms()
        self.list.set_key(spec.kind)
        for form in self._forms:
            form.set_values(dict(spec.settings))
        if other:
            self.rebuilt.emit()

    def _say_kinds(self) -> None:
        kinds = [self._registry.get(kind) for kind in self._kinds]
        about = {kind.__name__: translate_core(kind.help) for kind in kinds}
        self.list.set_choices([(kind.__name__, translate_core(kind.title)) for kind in kinds], about)
        self.list.set_key(self._spec.kind)

    def _make_forms(self) -> None:
        for form in self._forms:
            form.hide()
            form.deleteLater()
        self._forms = []
        fields = self._registry.get(self._spec.kind).fields
        first, last = self._apart
        rest = tuple(name for name in fields if name not in first and name not in last)
        for part, names in ((self.first, first), (self.last, last), (self.rest, rest)):
            shown = {name: fields[name] for name in names if name in fields}
            part.setVisible(bool(shown))
            layout = part.layout()
            if shown and layout is not None:
                form = SettingsForm(self._name, shown, part)
                form.changed.connect(self._take_setting)
                layout.addWidget(form)
                self._forms.append(form)

    def _take_kind(self, kind: str) -> None:
        if kind != self._spec.kind:
            self.changed.emit(ComponentSpec(kind), self.head.label.whole)

    def _take_setting(self, name: str, value: Value) -> None:
        fields = self._registry.get(self._spec.kind).fields
        settings = {**dict(self._spec.settings), name: value}
        kept = {n: v for n, v in settings.items() if v != fields[n].default}
        self.changed.emit(ComponentSpec.of(self._spec.kind, **kept), translate_core(fields[name].title))
