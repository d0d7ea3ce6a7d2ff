"""A form for everything that is registered, made from its fields alone."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QComboBox, QLineEdit, QWidget

from core.fields import ComponentSpec
from core.registries import REGISTRIES
from workbench.widgets.segmented import Segmented
from workbench.widgets.settings_form import ComponentEditor, SettingsForm
from workbench.widgets.slider import Slider

EVERYTHING = [kind for registry in REGISTRIES.values() for kind in registry]


@pytest.mark.parametrize("kind", EVERYTHING, ids=lambda kind: kind.__name__)
def test_that_everything_registered_has_a_form_with_names_for_all_controls(kind, qtbot) -> None:
    form = SettingsForm("form", kind.fields)
    qtbot.addWidget(form)
    form.set_values({})
    controls = [
        w for w in form.findChildren(QWidget) if isinstance(w, QAbstractButton | QComboBox | QLineEdit | Slider | Segmented)
    ]
    assert bool(controls) == bool(kind.fields)
    assert all(
        w.objectName().startswith("form.") and w.accessibleName() for w in controls if not w.parent().inherits("QComboBox")
    )


@pytest.mark.parametrize("kind", EVERYTHING, ids=lambda kind: kind.__name__)
def test_that_showing_values_tells_nothing(kind, qtbot) -> None:
    form = SettingsForm("form", kind.fields)
    qtbot.addWidget(form)
    with qtbot.assertNotEmitted(form.changed):
        form.set_values({name: field.default for name, field in kind.fields.items()})


def test_that_typing_tells_the_field_and_its_value_in_its_own_type(qtbot) -> None:
    form = SettingsForm("form", REGISTRIES["layers"].get("Conv").fields)
    qtbot.addWidget(form)
    field = form.findChild(QLineEdit, "form.filters.field")
    field.setText("")
    with qtbot.waitSignal(form.changed) as told:
        qtbot.keyClicks(field, "24")
        qtbot.keyClick(field, Qt.Key.Key_Return)
    assert told.args == ["filters", 24]
    assert type(told.args[1]) is int


def test_that_a_value_out_of_range_is_refused_under_its_row(qtbot) -> None:
    form = SettingsForm("form", REGISTRIES["layers"].get("Conv").fields)
    qtbot.addWidget(form)
    form.show()
    field = form.findChild(QLineEdit, "form.stride.field")
    field.setText("")
    with qtbot.assertNotEmitted(form.changed):
        qtbot.keyClicks(field, "0")
        qtbot.keyClick(field, Qt.Key.Key_Return)
    assert any("least" in label.text() for label in form.row("stride").findChildren(QWidget) if hasattr(label, "text"))


def test_that_another_kind_brings_its_own_form_and_only_changed_settings_are_told(qtbot) -> None:
    editor = ComponentEditor("opt", REGISTRIES["optimizers"], label="Optimizer")
    qtbot.addWidget(editor)
    editor.set_value(ComponentSpec("Adam"))
    told = []
    editor.changed.connect(told.append)
    kinds = editor.findChild(QComboBox, "opt.kind")
    kinds.activated.emit(kinds.findData("SGD"))
    field = editor.findChild(QLineEdit, "opt.lr.field")
    field.setText("0.5")
    field.editingFinished.emit()
    assert told == [ComponentSpec("SGD"), ComponentSpec.of("SGD", lr=0.5)]


def test_that_sizes_are_typed_with_commas_and_faults_are_named(qtbot) -> None:
    form = SettingsForm("form", REGISTRIES["layers"].get("Reshape").fields)
    qtbot.addWidget(form)
    told = []
    form.changed.connect(lambda name, value: told.append((name, value)))
    edit = form.findChild(QLineEdit, "form.shape.sizes")
    for text in ("16×7×7", "4, x", "0, 2"):
        edit.setText(text)
        edit.editingFinished.emit()
    assert told == [("shape", (16, 7, 7))]
