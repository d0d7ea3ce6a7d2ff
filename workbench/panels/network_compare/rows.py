"""The rows of a comparison as a table."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QModelIndex, QSize, Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTreeWidget, QTreeWidgetItem, QWidget

from core.comparison import Change, ComparedLayer, Comparison, Sort
from core.fields import ComponentSpec, Value
from core.layers.base import LAYERS
from core.text import component_text
from core.text.writing import layer_text
from workbench.theme.fonts import font
from workbench.theme.theme import current_theme
from workbench.translation.core_text import translate_core

LOOKS: Final[dict[Sort, tuple[str, str]]] = {
    "same": ("check", "text2"),
    "changed": ("pencil", "warn"),
    "left": ("minus", "error"),
    "right": ("plus", "ok"),
}
"""Icon and colour of each sort of row; the words say it too."""
INDENT: Final = "      "
ROW_HEIGHT: Final = 26


class Rows(QTreeWidget):
    """One line for each layer of both networks.

    Attributes
    ----------
    layer_chosen
        With the id of the layer of this network whose row was chosen.
    """

    layer_chosen = Signal(str)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setFont(font("dense"))
        self.setColumnCount(4)
        self.setRootIsDecorated(False)
        self.setUniformRowHeights(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self._comparison: Comparison | None = None
        self._title = ""
        self._only_differences = False
        header = self.header()
        header.setFont(font("caption", 500))
        header.setStretchLastSection(False)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
        for column in (2, 3):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.ResizeToContents)
        self.currentItemChanged.connect(self._chosen)
        current_theme().changed.connect(self._fill)

    def show_comparison(self, comparison: Comparison, title: str, *, only_differences: bool) -> None:
        """Show another comparison; `title` is what the other network is called."""
        self._comparison, self._title, self._only_differences = comparison, title, only_differences
        self._fill()

    def show_selected(self, layer_id: str) -> None:
        """Mark the row of a layer of this network."""
        for number in range(self.topLevelItemCount()):
            item = self.topLevelItem(number)
            if layer_id and item is not None and item.data(0, Qt.ItemDataRole.UserRole) == layer_id:
                self.setCurrentItem(item)
                return
        self.setCurrentIndex(QModelIndex())

    def retranslate(self) -> None:
        """Set all words anew."""
        self.setHeaderLabels([self.tr("Layer"), self.tr("What differs"), self.tr("± parameters"), self.tr("± MACs")])
        for column in (2, 3):
            self.headerItem().setTextAlignment(column, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._fill()

    def _fill(self) -> None:
        self.blockSignals(True)
        self.clear()
        for row in self._comparison.rows if self._comparison else ():
            if row.sort != "same" or not self._only_differences:
                self.addTopLevelItem(self._item(row))
        self.blockSignals(False)

    def _item(self, row: ComparedLayer) -> QTreeWidgetItem:
        spec = row.right_spec or row.left_spec
        words = (spec.kind if spec.branches else layer_text(spec)) if spec else ""
        item = QTreeWidgetItem([f"{INDENT * row.depth}{words}", self.said(row), *map(_signed, (row.parameters, row.macs))])
        icon, token = LOOKS[row.sort]
        colour = current_theme().color(token)
        item.setForeground(1, colour)
        item.setData(0, Qt.ItemDataRole.UserRole, row.right_spec.id if row.right_spec else "")
        item.setIcon(1, current_theme().icon(icon, token))
        item.setSizeHint(0, QSize(0, ROW_HEIGHT))
        for column, difference in ((2, row.parameters), (3, row.macs)):
            item.setTextAlignment(column, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            if not difference:
                item.setForeground(column, current_theme().color("text3"))
        for column in range(2):
            item.setToolTip(column, item.text(column).strip())
        return item

    def said(self, row: ComparedLayer) -> str:
        """Return what differs in a row, in words."""
        match row.sort:
            case "same":
                return self.tr("same")
            case "left":
                return self.tr("only in {title}").format(title=self._title)
            case "right":
                return self.tr("only in this network")
        if not row.changes:
            return self.tr("changed inside")
        return ", ".join(self._change(row, change) for change in row.changes)

    def _change(self, row: ComparedLayer, change: Change) -> str:
        about = {"name": self.tr("Name"), "notes": self.tr("Notes"), "frozen": self.tr("Frozen")}
        fields = LAYERS.get(row.right_spec.kind).fields if row.right_spec and row.right_spec.kind in LAYERS else {}
        field = fields.get(change.name)
        name = about.get(change.name) or (translate_core(field.title) if field else change.name)
        return f"{name} {self._value(change.left)} → {self._value(change.right)}"

    def _value(self, value: Value) -> str:
        if isinstance(value, ComponentSpec):
            return component_text(value)
        if isinstance(value, bool):
            return self.tr("yes") if value else self.tr("no")
        return (translate_core(value) or "“”") if isinstance(value, str) else str(value)

    def _chosen(self, item: QTreeWidgetItem | None) -> None:
        layer_id = item.data(0, Qt.ItemDataRole.UserRole) if item is not None else ""
        if layer_id:
            self.layer_chosen.emit(layer_id)


def _signed(difference: int | None) -> str:
    if difference is None:
        return "?"
    return f"{difference:+,}".replace("-", "−") if difference else "0"
