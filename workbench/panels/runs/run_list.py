"""The rows of the list: an eye, the colour, number and name, a star, and what is known of each run."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTreeWidget,
    QTreeWidgetItem,
    QWidget,
)

from workbench.theme.fonts import font
from workbench.theme.theme import current_theme
from workbench.widgets.painting import rounded

EYE, NAME, STAR, DIFFERENCE, SEED, BEST, LAST, STATE = range(8)
ROW: Final = 26
WIDTHS: Final = {EYE: 34, NAME: 132, STAR: 30, SEED: 48, BEST: 80, LAST: 76, STATE: 104}
COLOUR: Final = Qt.ItemDataRole.UserRole
TEXT_END: Final = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


@dataclass(frozen=True, slots=True)
class RunRow:
    """What a row says.

    Parameters
    ----------
    place
        The number of the run.
    colour
        The index of its colour.
    present
        Whether it is the run whose frames are shown.
    best, last, state
        As words; `tone` is the token of the colour of the state.
    """

    place: int
    colour: int
    name: str
    visible: bool
    starred: bool
    present: bool
    difference: str
    seed: str
    best: str
    last: str
    state: str
    tone: str

    @property
    def look(self) -> tuple[object, ...]:
        """What decides about icons, fonts and colours."""
        return (self.colour, self.visible, self.starred, self.present, self.tone)


class Swatch(QStyledItemDelegate):
    """Draws the square in the colour of the run before its number and name."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> None:
        moved = QStyleOptionViewItem(option)
        moved.rect = option.rect.adjusted(16, 0, 0, 0)
        super().paint(painter, moved, index)
        colour = current_theme().run(int(index.data(COLOUR) or 0))
        spot = QRectF(option.rect.left() + 5, option.rect.center().y() - 4.5, 10, 10)
        rounded(painter, spot, 2, colour)


class RunList(QTreeWidget):
    """One row for each run. Return takes a run up, Space shows or hides it, S stars it, F2 names it, Delete deletes it.

    Attributes
    ----------
    taken_up, eye_pressed, star_pressed
        With the number of a run.
    renamed
        With the number of a run and its new name.
    delete_wanted
        With the numbers of the runs that are selected.
    """

    taken_up = Signal(int)
    eye_pressed = Signal(int)
    star_pressed = Signal(int)
    renamed = Signal(int, str)
    delete_wanted = Signal(list)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("runs.list")
        self.setColumnCount(8)
        self.setRootIsDecorated(False)
        self.setUniformRowHeights(True)
        self.setAllColumnsShowFocus(True)
        self.setIconSize(QSize(16, 16))
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.EditKeyPressed)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setItemDelegateForColumn(NAME, Swatch(self))
        head = self.header()
        head.setSectionsMovable(False)
        head.setMinimumSectionSize(24)
        head.setStretchLastSection(False)
        for column in range(8):
            stretched = column == DIFFERENCE
            mode = QHeaderView.ResizeMode.Stretch if stretched else QHeaderView.ResizeMode.Fixed
            head.setSectionResizeMode(column, mode)
            if not stretched:
                head.resizeSection(column, WIDTHS[column])
        head.setFont(font("caption", 500))
        self._rows: tuple[RunRow, ...] = ()
        self._filling = False
        self.itemClicked.connect(self._clicked)
        self.itemDoubleClicked.connect(self._double_clicked)
        self.itemChanged.connect(self._edited)
        current_theme().changed.connect(self._colour)

    def show_rows(self, rows: tuple[RunRow, ...]) -> None:
        """Show these runs; selection and place stay where they can."""
        if rows == self._rows:
            return
        self._filling = True
        before: tuple[RunRow, ...] = self._rows
        if [row.place for row in rows] != [row.place for row in self._rows]:
            self._make_items(rows)
            before = ()
        self._rows = rows
        for index, row in enumerate(rows):
            item = self.topLevelItem(index)
            if item is not None and not (before and row == before[index]):
                self._write(item, row)
                if not before or row.look != before[index].look:
                    self._dress(item, row)
        self._filling = False

    def _make_items(self, rows: tuple[RunRow, ...]) -> None:
        selected = set(self.selected())
        self.clear()
        for row in rows:
            item = QTreeWidgetItem(self)
            item.setSizeHint(NAME, QSize(0, ROW))
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsEditable)
            for column in (SEED, BEST, LAST):
                item.setTextAlignment(column, TEXT_END)
            item.setSelected(row.place in selected)

    def _write(self, item: QTreeWidgetItem, row: RunRow) -> None:
        texts = {NAME: f"{row.place}  {row.name}", DIFFERENCE: row.difference, SEED: row.seed, BEST: row.best, LAST: row.last}
        for column, text in {**texts, STATE: row.state}.items():
            if item.text(column) != text:
                item.setText(column, text)
                item.setToolTip(column, text)

    def _dress(self, item: QTreeWidgetItem, row: RunRow) -> None:
        theme = current_theme()
        item.setData(NAME, COLOUR, row.colour)
        item.setIcon(EYE, theme.icon("eye" if row.visible else "eye_off", "text2" if row.visible else "text3"))
        item.setIcon(STAR, theme.icon("star_filled" if row.starred else "star", "accent" if row.starred else "text3"))
        item.setFont(NAME, font("body", 600 if row.present else 400))
        quiet: QColor = theme.color("text" if row.visible else "text3")
        for column in (NAME, BEST, LAST):
            item.setForeground(column, quiet)
        for column in (DIFFERENCE, SEED):
            item.setForeground(column, theme.color("text2" if row.visible else "text3"))
        item.setForeground(STATE, theme.color(row.tone))

    def set_words(self, heads: dict[int, str]) -> None:
        """Set the heads of the columns."""
        for column in range(8):
            self.headerItem().setText(column, heads.get(column, ""))
            if column in (SEED, BEST, LAST):
                self.headerItem().setTextAlignment(column, TEXT_END)

    def selected(self) -> list[int]:
        """Return the numbers of the selected runs."""
        chosen = {self.indexOfTopLevelItem(item) for item in self.selectedItems()}
        return [row.place for index, row in enumerate(self._rows) if index in chosen]

    def select(self, place: int) -> None:
        """Select one run."""
        index = next((index for index, row in enumerate(self._rows) if row.place == place), -1)
        item = self.topLevelItem(index)
        if item is not None:
            self.setCurrentItem(item)

    def _colour(self) -> None:
        self._filling = True
        for index, row in enumerate(self._rows):
            item = self.topLevelItem(index)
            if item is not None:
                self._dress(item, row)
        self._filling = False

    def _row_of(self, item: QTreeWidgetItem | None) -> RunRow | None:
        index = self.indexOfTopLevelItem(item) if item is not None else -1
        return self._rows[index] if 0 <= index < len(self._rows) else None

    def _clicked(self, item: QTreeWidgetItem, column: int) -> None:
        row = self._row_of(item)
        if row is not None and column == EYE:
            self.eye_pressed.emit(row.place)
        elif row is not None and column == STAR:
            self.star_pressed.emit(row.place)

    def _double_clicked(self, item: QTreeWidgetItem, column: int) -> None:
        row = self._row_of(item)
        if row is not None and column not in (EYE, STAR):
            self.taken_up.emit(row.place)

    def _edited(self, item: QTreeWidgetItem, column: int) -> None:
        row = self._row_of(item)
        if self._filling or row is None or column != NAME:
            return
        words = item.text(NAME).strip()
        number = f"{row.place}"
        name = words.removeprefix(number).strip() if words.split(" ")[:1] == [number] else words
        self._filling = True
        item.setText(NAME, f"{row.place}  {row.name}")
        self._filling = False
        self.renamed.emit(row.place, name)

    def edit_name(self, place: int) -> None:
        """Let the person type another name."""
        self.select(place)
        self.editItem(self.currentItem(), NAME)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        acts: dict[int, Callable[[int], object]] = {
            Qt.Key.Key_Return: self.taken_up.emit,
            Qt.Key.Key_Enter: self.taken_up.emit,
            Qt.Key.Key_Space: self.eye_pressed.emit,
            Qt.Key.Key_S: self.star_pressed.emit,
            Qt.Key.Key_F2: self.edit_name,
        }
        row = self._row_of(self.currentItem())
        if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.delete_wanted.emit(self.selected())
        elif event.key() in acts and row is not None and self.state() is not QAbstractItemView.State.EditingState:
            acts[event.key()](row.place)
        else:
            super().keyPressEvent(event)
