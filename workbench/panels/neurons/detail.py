"""The numbers of the selected neuron: its map large, its bias and the weights into it, each to be typed."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent, QObject, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QImage, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from core.by_hand import LARGEST_VALUE
from workbench.panels.neurons.drawing import signed_colour
from workbench.panels.neurons.geometry import Spot
from workbench.panels.neurons.picture import NeuronPicture
from workbench.plots.picture import draw_image
from workbench.theme.theme import current_theme
from workbench.widgets.labels import Label
from workbench.widgets.number_field import NumberField
from workbench.widgets.painting import rounded

HEIGHT: Final = 132
LABEL: Final = 64
MOST_ROWS: Final = 256
"""So many weights have a row; a neuron with more inputs says so."""


class Bar(QWidget):
    """A number as a bar to the left or the right of a middle."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._value, self._limit = 0.0, 1.0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(10)
        self.setMinimumWidth(40)
        current_theme().changed.connect(self.update)

    def show_value(self, value: float, limit: float) -> None:
        """Show a number on a scale from −limit to limit."""
        if (value, limit) != (self._value, self._limit):
            self._value, self._limit = value, limit
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, theme = QPainter(self), current_theme()
        area = QRectF(self.rect())
        rounded(painter, area, 2, theme.color("hover"))
        share = max(-1.0, min(1.0, self._value / self._limit))
        middle, way = area.width() / 2, area.width() / 2 * share
        painter.fillRect(QRectF(middle + min(0.0, way), 0, abs(way), area.height()), signed_colour(theme, share))
        painter.fillRect(QRectF(middle - 0.5, 0, 1, area.height()), theme.color("axis"))


class Thumbnail(QWidget):
    """The map of a neuron, large."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._image: QImage | None = None
        self.setFixedSize(104, 104)
        self.hide()

    def show_image(self, image: QImage | None) -> None:
        """Show another map, or none."""
        self._image = image
        self.setVisible(image is not None)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, theme = QPainter(self), current_theme()
        area = QRectF(self.rect())
        if self._image is not None:
            draw_image(painter, area, self._image, smooth=True)
        rounded(painter, area, 4, None, theme.color("axis"))


class _Row(QWidget):
    """One number with its name, its bar and its field."""

    def __init__(self, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.label = Label(size="dense", tone="text2")
        self.label.setFixedWidth(LABEL)
        self.bar = Bar()
        self.field = NumberField(name)
        self.field.setFixedWidth(76)
        self.field.set_numbers(-LARGEST_VALUE, LARGEST_VALUE, step=0.05)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 1, 0, 1)
        row.setSpacing(8)
        for part in (self.label, self.bar, self.field):
            row.addWidget(part)


class NeuronDetail(QWidget):
    """The numbers of one neuron.

    Attributes
    ----------
    typed
        With a spot and the number that was typed for it.
    entered
        When a field gets the focus: what is typed from now on is one step of undo.
    left
        When Escape is pressed.
    """

    typed = Signal(object, float)
    entered = Signal()
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("neurons.detail")
        self.setFixedHeight(HEIGHT)
        self.thumbnail = Thumbnail()
        self.title, self.formula, self.note = Label(weight=600), Label(tone="text2", wrap=True), Label(tone="text3", wrap=True)
        self.fields: dict[Spot, NumberField] = {}
        self._rows: dict[Spot, _Row] = {}
        self._neuron: Spot | None = None
        self._names: tuple[str, ...] = ()
        self._held = QWidget()
        self._held.setObjectName("scrolled")
        self._list = QVBoxLayout(self._held)
        self._list.setContentsMargins(0, 0, 6, 0)
        self._list.setSpacing(0)
        self._list.addStretch(1)
        scroll = QScrollArea()
        scroll.setObjectName("neurons.weights")
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(self._held)
        self._scroll = scroll
        words = QVBoxLayout()
        words.setSpacing(4)
        for label in (self.title, self.formula, self.note):
            words.addWidget(label)
        words.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 12, 12, 12)
        row.setSpacing(14)
        row.addWidget(self.thumbnail, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 2)
        row.addWidget(scroll, 3)
        scroll.hide()

    def sizeHint(self) -> QSize:
        return QSize(400, HEIGHT)

    def show_neuron(self, spot: Spot | None, names: tuple[str, ...]) -> None:
        """Show another neuron; `names` are those of its bias, if it has one, and its weights."""
        if (spot, names) == (self._neuron, self._names):
            return
        self._neuron, self._names = spot, names
        for row in self._rows.values():
            self._list.removeWidget(row)
            row.hide()
            row.deleteLater()
        self._rows.clear()
        self.fields.clear()
        self._scroll.setVisible(spot is not None)

    def show_numbers(self, picture: NeuronPicture, limit: float, image: QImage | None, *, possible: bool) -> None:
        """Show the numbers of the present moment."""
        self.thumbnail.show_image(image)
        if self._neuron is None:
            return
        if not self._rows:
            self._make_rows(picture)
        for spot, row in self._rows.items():
            value = picture.value(spot)
            row.bar.show_value(value, limit)
            if not row.field.hasFocus() or not row.field.isModified():
                row.field.set_number(float(f"{value:.3g}"))
            row.field.setEnabled(possible)

    def _make_rows(self, picture: NeuronPicture) -> None:
        column, unit = (self._neuron.column, self._neuron.unit) if self._neuron is not None else (0, 0)
        if not column:
            return
        spots = [Spot("bias", column, unit)] if picture.biased[column] else []
        spots += [Spot("weight", column, unit, source) for source in range(picture.counts[column - 1])][:MOST_ROWS]
        for spot, name in zip(spots, self._names, strict=False):
            row = _Row(f"neurons.{spot.what}.{max(0, spot.source)}", self._held)
            row.label.setText(name)
            row.field.setAccessibleName(name)
            row.field.changed.connect(lambda value, spot=spot: self.typed.emit(spot, value))
            row.field.installEventFilter(self)
            self._list.insertWidget(self._list.count() - 1, row)
            self._rows[spot], self.fields[spot] = row, row.field
            row.show()

    def focus_on(self, spot: Spot) -> None:
        """Let a number be typed, of a neuron its bias."""
        field = self.fields.get(spot if spot.what != "neuron" else Spot("bias", spot.column, spot.unit))
        field = field or next(iter(self.fields.values()), None)
        if field is not None:
            field.setFocus(Qt.FocusReason.TabFocusReason)
            self._scroll.ensureWidgetVisible(field, 0, 20)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if not isinstance(watched, NumberField):
            return super().eventFilter(watched, event)
        if event.type() == QEvent.Type.FocusIn:
            self.entered.emit()
            self._scroll.ensureWidgetVisible(watched, 0, 20)
        untouched = not watched.message and not watched.isModified()
        if (
            isinstance(event, QKeyEvent)
            and (event.type(), event.key()) == (QEvent.Type.KeyPress, Qt.Key.Key_Escape)
            and untouched
        ):
            self.left.emit()
            return True
        return super().eventFilter(watched, event)
