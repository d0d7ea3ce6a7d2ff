"""A form made from the fields of a layer, optimizer or data source: the only place where such forms come from."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from core.fields import ComponentField, ComponentSpec, Configured, Field, Value
from core.registries import REGISTRIES
from core.registry import Registry
from workbench.translation.core_text import translate_core
from workbench.widgets.combo_box import ComboBox
from workbench.widgets.field_editors import EDITORS, FieldEditor
from workbench.widgets.form_row import FormRow, align_labels

ROW_GAP = 4


class SettingsForm(QWidget):
    """One row for each field.

    Parameters
    ----------
    name
        Object name; the rows are called ``name.field``.
    fields
        What can be set, in order.

    Attributes
    ----------
    changed
        With the name of a field and the value that the person chose; many times while a slider moves.
    """

    changed = Signal(str, object)

    def __init__(self, name: str, fields: Mapping[str, Field[Any]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._fields = dict(fields)
        self._editors: dict[str, FieldEditor] = {}
        self._rows: dict[str, FormRow] = {}
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(ROW_GAP)
        for field_name, field in self._fields.items():
            editor = make_editor(f"{name}.{field_name}", field)
            row = FormRow(editor)
            editor.changed.connect(lambda value, n=field_name: self.changed.emit(n, value))
            editor.judged.connect(row.show_trouble)
            editor.set_value(field.default)
            self._editors[field_name], self._rows[field_name] = editor, row
            layout.addWidget(row)
        self.retranslate()

    def set_values(self, values: Mapping[str, Value]) -> None:
        """Show values without telling them; fields that are not named show their default."""
        for name, editor in self._editors.items():
            editor.set_value(values.get(name, self._fields[name].default))

    def row(self, name: str) -> FormRow:
        """Return the row of a field, to put a remark under it."""
        return self._rows[name]

    def rows(self) -> list[FormRow]:
        """Return all rows, to align their labels with others."""
        return list(self._rows.values())

    def retranslate(self) -> None:
        """Set all words anew."""
        for name, field in self._fields.items():
            label = translate_core(field.title)
            about = translate_core(field.help)
            if field.book:
                about = self.tr("{0} Book, section {1}.").format(about, field.book)
            self._rows[name].set_words(label, about)
            self._editors[name].retranslate()
            self._editors[name].set_words(label, about)
        align_labels(self.rows())

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)


class ComponentEditor(FieldEditor):
    """A list of registered things, and below it the form of the one that is chosen.

    Parameters
    ----------
    registry
        What can be chosen.
    kinds
        The names to offer, in order; None for all.
    label
        English title of the list, for a row of its own in front of it; "" for none.
    """

    def __init__(
        self,
        name: str,
        registry: Registry[Any],
        *,
        kinds: list[str] | None = None,
        label: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(name, parent)
        self._registry = registry
        self._kinds = kinds or registry.names()
        self._label = label
        self._spec = ComponentSpec(self._kinds[0])
        self._form: SettingsForm | None = None
        self._list = ComboBox(f"{name}.kind")
        self._list.taken.connect(self._take_kind)
        self._row = FormRow(self._list) if label else None
        self._column = QVBoxLayout()
        self._column.setSpacing(ROW_GAP)
        self._column.addWidget(self._row or self._list)
        self.line.addLayout(self._column, 1)
        self.setFocusProxy(self._list)
        self.retranslate()

    @property
    def spec(self) -> ComponentSpec:
        """What is chosen, with its settings."""
        return self._spec

    @property
    def form(self) -> SettingsForm | None:
        """The form of the chosen thing, None where it has no settings."""
        return self._form

    def set_value(self, value: Value) -> None:
        if not isinstance(value, ComponentSpec):
            raise TypeError(f"{value!r} is no ComponentSpec")
        old, self._spec = self._spec, value
        self._list.set_key(value.kind)
        if old.kind != value.kind or self._form is None:
            self._make_form()
        if self._form is not None:
            self._form.set_values(dict(value.settings))

    def _kind(self) -> type[Configured]:
        kind: type[Configured] = self._registry.get(self._spec.kind)
        return kind

    def _make_form(self) -> None:
        if self._form is not None:
            self._column.removeWidget(self._form)
            self._form.setParent(None)
            self._form.deleteLater()
            self._form = None
        fields = self._kind().fields
        self._list.setToolTip(translate_core(self._kind().help))
        if fields:
            self._form = SettingsForm(self.objectName(), fields)
            self._form.changed.connect(self._take_setting)
            self._column.addWidget(self._form)
            self._align()

    def _align(self) -> None:
        if self._row is not None:
            align_labels([self._row, *(self._form.rows() if self._form else [])])

    def _take_kind(self, kind: str) -> None:
        if kind != self._spec.kind:
            self.set_value(ComponentSpec(kind))
            self.changed.emit(self._spec)

    def _take_setting(self, name: str, value: Value) -> None:
        settings = {**dict(self._spec.settings), name: value}
        fields = self._kind().fields
        self._spec = ComponentSpec.of(self._spec.kind, **{n: v for n, v in settings.items() if v != fields[n].default})
        self.changed.emit(self._spec)

    def set_words(self, label: str, about: str) -> None:
        self._list.setAccessibleName(label)

    def retranslate(self) -> None:
        kinds = [self._registry.get(name) for name in self._kinds]
        about = {kind.__name__: translate_core(kind.help) for kind in kinds}
        self._list.set_choices([(kind.__name__, translate_core(kind.title)) for kind in kinds], about)
        self._list.set_key(self._spec.kind)
        if self._row is not None:
            self._row.set_words(translate_core(self._label), "")
            self._align()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)


def make_editor(name: str, field: Field[Any]) -> FieldEditor:
    """Return the control for a field."""
    if isinstance(field, ComponentField):
        return ComponentEditor(name, REGISTRIES[field.registry])
    editor: FieldEditor = EDITORS[type(field)](name, field)
    return editor
