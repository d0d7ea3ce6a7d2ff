"""One control for each sort of field that the engine declares."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Final

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLineEdit, QSizePolicy, QWidget

from core.errors import SettingError
from core.fields import BoolField, ChoiceField, Field, FloatField, IntField, SizesField, TextField, Value
from workbench.translation.core_text import error_text, translate_core
from workbench.widgets.buttons import IconButton
from workbench.widgets.combo_box import ComboBox
from workbench.widgets.number_field import NumberField
from workbench.widgets.segmented import Segmented
from workbench.widgets.slider import Slider
from workbench.widgets.switch import Switch

SLIDER_LIMIT: Final = 1e6
LOG_SPAN: Final = 500
"""A whole number with more room than this gets a logarithmic slider."""

LEAST_SLIDER: Final = 36
"""Shorter than this a slider cannot be set to anything."""

SEGMENTS: Final = 3
SEGMENT_LETTERS: Final = 20
PATH_NAMES: Final = ("path", "folder", "file")


class FieldEditor(QWidget):
    """A control for one field.

    Attributes
    ----------
    changed
        With a value that the person chose and the field accepts.
    judged
        With what is wrong with what was typed, or "".
    """

    changed = Signal(object)
    judged = Signal(str)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.line = QHBoxLayout(self)
        self.line.setContentsMargins(0, 0, 0, 0)
        self.line.setSpacing(8)

    def set_value(self, value: Value) -> None:
        """Show a value without telling it."""
        raise NotImplementedError

    def set_words(self, label: str, about: str) -> None:
        """Set the accessible name and the tooltip of what can be used."""
        for child in self.findChildren(QWidget):
            if child.objectName():
                child.setAccessibleName(label)
                child.setToolTip(about)

    def retranslate(self) -> None:
        """Set the words of the choices anew."""


class NumberEditor(FieldEditor):
    """A slider where the range allows one, and a typed field."""

    def __init__(self, name: str, field: IntField | FloatField) -> None:
        super().__init__(name)
        self._whole = isinstance(field, IntField)
        low = field.minimum if isinstance(field, IntField) else field.soft_minimum
        high = field.soft_maximum
        log = high - low > LOG_SPAN if isinstance(field, IntField) else field.log
        self._slider: Slider | None = None
        if max(abs(low), abs(high)) <= SLIDER_LIMIT:
            self._slider = Slider(f"{name}.slider")
            self._slider.set_numbers(low, high, log=log, whole=self._whole)
            self._slider.changed.connect(self._slid)
            self.line.addWidget(self._slider, 1)
        else:
            self.line.addStretch(1)
        self._field = NumberField(f"{name}.field")
        self._field.set_numbers(field.minimum, field.maximum, whole=self._whole)
        self._field.changed.connect(self._typed)
        self._field.judged.connect(self.judged)
        self.line.addWidget(self._field, 0, Qt.AlignmentFlag.AlignRight)
        self.setFocusProxy(self._field)

    def set_value(self, value: Value) -> None:
        number = float(value)  # type: ignore[arg-type]
        self._field.set_number(number)
        if self._slider is not None and not self._slider.isSliderDown():
            self._slider.set_number(number)

    def set_words(self, label: str, about: str) -> None:
        self._field.setAccessibleName(label)
        self._field.set_about(about)
        if self._slider is not None:
            self._slider.setAccessibleName(label)
            self._slider.setToolTip(about)

    def minimumSizeHint(self) -> QSize:
        """Return what the field needs alone: a narrow form does without the slider, not without words."""
        return QSize(self._field.minimumWidth(), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._slider is not None:
            self._slider.setVisible(self.width() >= self._field.width() + self.line.spacing() + LEAST_SLIDER)

    def _slid(self, number: float) -> None:
        self._field.set_number(number)
        self.changed.emit(int(number) if self._whole else number)

    def _typed(self, number: float) -> None:
        if self._slider is not None:
            self._slider.set_number(number)
        self.changed.emit(int(number) if self._whole else number)


class ChoiceEditor(FieldEditor):
    """Segments for a few short words, else a list."""

    def __init__(self, name: str, field: ChoiceField) -> None:
        super().__init__(name)
        self._choices = field.choices
        short = len(field.choices) <= SEGMENTS and sum(map(len, field.choices)) <= SEGMENT_LETTERS
        self._control: Segmented | ComboBox
        if short:
            self._control = Segmented(f"{name}.choice")
            self._control.changed.connect(self.changed.emit)
            self.line.addWidget(self._control)
            self.line.addStretch(1)
        else:
            self._control = ComboBox(f"{name}.choice")
            self._control.taken.connect(self.changed.emit)
            self.line.addWidget(self._control, 1)
        self.setFocusProxy(self._control)
        self.retranslate()

    def set_value(self, value: Value) -> None:
        self._control.set_key(str(value))

    def retranslate(self) -> None:
        self._control.set_choices([(word, translate_core(word)) for word in self._choices])


class BoolEditor(FieldEditor):
    """A switch."""

    def __init__(self, name: str, field: BoolField) -> None:
        super().__init__(name)
        self._switch = Switch(f"{name}.switch")
        self._switch.clicked.connect(self.changed.emit)
        self.line.addWidget(self._switch)
        self.line.addStretch(1)
        self.setFocusProxy(self._switch)

    def set_value(self, value: Value) -> None:
        self._switch.setChecked(bool(value))


class TextEditor(FieldEditor):
    """A typed text; with a button to choose it where it is a path."""

    def __init__(self, name: str, field: TextField) -> None:
        super().__init__(name)
        self._folder = field.title.lower() == "folder" or field.name == "folder"
        self._edit = QLineEdit()
        self._edit.setObjectName(f"{name}.text")
        self._edit.editingFinished.connect(self._take)
        self._text = ""
        self.line.addWidget(self._edit, 1)
        self.setFocusProxy(self._edit)
        self._browse: IconButton | None = None
        if field.name in PATH_NAMES:
            self._browse = IconButton(f"{name}.browse", "folder")
            self._browse.clicked.connect(self._choose)
            self.line.addWidget(self._browse)

    def set_value(self, value: Value) -> None:
        self._text = str(value)
        if self._edit.text() != self._text:
            self._edit.setText(self._text)

    def set_words(self, label: str, about: str) -> None:
        self._edit.setAccessibleName(label)
        self._edit.setToolTip(about)
        if self._browse is not None:
            self._browse.set_words(self.tr("Choose a folder") if self._folder else self.tr("Choose a file"))

    def _take(self) -> None:
        if self._edit.text() != self._text:
            self._text = self._edit.text()
            self.changed.emit(self._text)

    def _choose(self) -> None:
        start = str(Path(self._text).parent) if self._text else ""
        if self._folder:
            chosen = QFileDialog.getExistingDirectory(self, self.tr("Choose a folder"), start)
        else:
            chosen, _ = QFileDialog.getOpenFileName(self, self.tr("Choose a file"), start)
        if chosen:
            self._edit.setText(chosen)
            self._take()


class SizesEditor(FieldEditor):
    """Several whole numbers, typed with commas."""

    def __init__(self, name: str, field: SizesField) -> None:
        super().__init__(name)
        self._field = field
        self._edit = QLineEdit()
        self._edit.setObjectName(f"{name}.sizes")
        self._edit.editingFinished.connect(self._take)
        self._value: tuple[int, ...] = ()
        self.line.addWidget(self._edit, 1)
        self.setFocusProxy(self._edit)

    def set_value(self, value: Value) -> None:
        self._value = tuple(value)  # type: ignore[arg-type]
        text = ", ".join(map(str, self._value))
        if self._edit.text() != text:
            self._edit.setText(text)
        self.judged.emit("")

    def _take(self) -> None:
        words = self._edit.text().replace("×", ",").replace("(", "").replace(")", "").split(",")
        try:
            value = self._field.check(tuple(int(word) for word in words if word.strip()))
        except (ValueError, SettingError) as error:
            own = error if isinstance(error, SettingError) else self._field.refuse(self._edit.text())
            self.judged.emit(error_text(own))
            return
        self.judged.emit("")
        if value != self._value:
            self._value = value
            self.changed.emit(value)


EDITORS: Final[dict[type[Field[Any]], Any]] = {
    IntField: NumberEditor,
    FloatField: NumberEditor,
    ChoiceField: ChoiceEditor,
    BoolField: BoolEditor,
    TextField: TextEditor,
    SizesField: SizesEditor,
}
"""Which control a sort of field gets; `ComponentField` is in `settings_form`, because it holds a form again."""
