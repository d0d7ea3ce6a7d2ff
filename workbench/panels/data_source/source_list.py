"""All sources of data by group."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QDrag, QPainter
from PySide6.QtWidgets import QAbstractItemView, QTreeWidget, QTreeWidgetItem, QWidget

from core.datasets.base import DATASETS
from workbench.dragging import DATA_SOURCE, mime_of
from workbench.theme.fonts import font
from workbench.theme.theme import current_theme
from workbench.translation.core_text import translate_core

KIND: Final = Qt.ItemDataRole.UserRole
ROW: Final = 26

GROUPS: Final = {
    "images": str(QT_TRANSLATE_NOOP("DataGroups", "Images")),
    "plane": str(QT_TRANSLATE_NOOP("DataGroups", "Points and curves")),
    "files": str(QT_TRANSLATE_NOOP("DataGroups", "Your own files")),
}
"""English title of each group, in order."""

_ICONS: Final = {"images": "image", "plane": "playground", "files": "folder"}


class SourceList(QTreeWidget):
    """One row for each registered data set.

    Attributes
    ----------
    taken
        With the kind that the person chose.
    """

    taken = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("data_source.list")
        self.setHeaderHidden(True)
        self.setIndentation(10)
        self.setRootIsDecorated(False)
        self.setUniformRowHeights(True)
        self.setIconSize(QSize(16, 16))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragOnly)
        self._groups: dict[str, QTreeWidgetItem] = {}
        self._sources: dict[str, QTreeWidgetItem] = {}
        self._quiet = False
        for group in GROUPS:
            head = QTreeWidgetItem(self)
            head.setFlags(Qt.ItemFlag.ItemIsEnabled)
            head.setFont(0, font("dense"))
            head.setSizeHint(0, QSize(0, ROW))
            self._groups[group] = head
        for kind in sorted(DATASETS, key=lambda cls: cls.title.casefold()):
            item = QTreeWidgetItem(self._groups[kind.group])
            item.setData(0, KIND, kind.__name__)
            item.setSizeHint(0, QSize(0, ROW))
            self._sources[kind.__name__] = item
        self.expandAll()
        self.setItemsExpandable(False)
        self.currentItemChanged.connect(self._chosen)
        current_theme().changed.connect(self.colour)
        self.colour()
        self.retranslate()

    def colour(self) -> None:
        """Take icons and colours of the present theme."""
        theme = current_theme()
        for head in self._groups.values():
            head.setForeground(0, theme.color("text2"))
        for kind, item in self._sources.items():
            item.setIcon(0, theme.icon(_ICONS[DATASETS.get(kind).group], "text2"))

    def retranslate(self) -> None:
        """Set the words anew."""
        self.setAccessibleName(self.tr("Sources of data"))
        for group, head in self._groups.items():
            head.setText(0, QCoreApplication.translate("DataGroups", GROUPS[group]))
        for kind, item in self._sources.items():
            item.setText(0, translate_core(DATASETS.get(kind).title))
            item.setToolTip(0, translate_core(DATASETS.get(kind).help))

    def drawBranches(self, painter: QPainter, rect: QRect, index: QModelIndex | QPersistentModelIndex) -> None:
        """Draw nothing: the groups are always open."""

    def startDrag(self, actions: Qt.DropAction) -> None:
        """Carry the name of a source, to the input of the network."""
        item = self.currentItem()
        kind = str(item.data(0, KIND) or "") if item is not None else ""
        if kind:
            drag = QDrag(self)
            drag.setMimeData(mime_of(DATA_SOURCE, kind))
            drag.setPixmap(current_theme().icon(_ICONS[DATASETS.get(kind).group], "accent").pixmap(24, 24))
            drag.exec(Qt.DropAction.CopyAction)

    def show_kind(self, kind: str) -> None:
        """Mark a source as chosen without telling it."""
        self._quiet = True
        self.setCurrentItem(self._sources[kind])
        self._quiet = False

    def take(self, kind: str) -> None:
        """Choose a source as the person does."""
        self.setCurrentItem(self._sources[kind])

    def _chosen(self, item: QTreeWidgetItem | None) -> None:
        kind = str(item.data(0, KIND) or "") if item is not None else ""
        if kind and not self._quiet:
            self.taken.emit(kind)
