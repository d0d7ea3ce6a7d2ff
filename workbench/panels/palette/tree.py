"""The list of layers by family: filtered, dragged from, used with Enter."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QDrag, QFontMetrics, QKeyEvent, QPainter, QPixmap
from PySide6.QtWidgets import QAbstractItemView, QMenu, QTreeWidget, QTreeWidgetItem, QWidget

from core.layers.base import LAYERS
from workbench.dragging import BLOCK_NAME, LAYER_KIND, mime_of
from workbench.layer_icons import FAMILIES, family_title, icon_of
from workbench.theme.fonts import font
from workbench.theme.icons import paint_icon
from workbench.theme.theme import current_theme
from workbench.translation.core_text import translate_core
from workbench.widgets.painting import rounded

KIND = Qt.ItemDataRole.UserRole
BLOCK = Qt.ItemDataRole.UserRole + 1
ROW = 26


class LayerTree(QTreeWidget):
    """Families with their layers, and the person's own blocks below them.

    Attributes
    ----------
    taken
        With the kind that was double-clicked, or on which Enter was pressed.
    pointed
        With the kind that is current, "" for a family.
    block_taken, block_removed
        With the name of one of the person's own blocks.
    block_renamed
        With the old and the new name of a block.
    """

    taken = Signal(str)
    pointed = Signal(str)
    block_taken = Signal(str)
    block_removed = Signal(str)
    block_renamed = Signal(str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("palette.layers")
        self.setHeaderHidden(True)
        self.setIndentation(8)
        self.setRootIsDecorated(True)
        self.setUniformRowHeights(True)
        self.setExpandsOnDoubleClick(False)
        self.setFont(font("body"))
        self.setIconSize(QSize(16, 16))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragOnly)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self._families: dict[str, QTreeWidgetItem] = {}
        self._layers: dict[str, QTreeWidgetItem] = {}
        for family in FAMILIES:
            head = QTreeWidgetItem(self)
            head.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable)
            head.setSizeHint(0, QSize(0, ROW - 2))
            head.setExpanded(True)
            self._families[family] = head
        for kind in LAYERS:
            item = QTreeWidgetItem(self._families[kind.family], [kind.__name__])
            item.setData(0, KIND, kind.__name__)
            item.setSizeHint(0, QSize(0, ROW))
            item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsDragEnabled)
            self._layers[kind.__name__] = item
        self._own = QTreeWidgetItem(self)
        self._own.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable)
        self._own.setSizeHint(0, QSize(0, ROW - 2))
        self._own.setExpanded(True)
        self._own.setHidden(True)
        self._words = ""
        self.setEditTriggers(QAbstractItemView.EditTrigger.EditKeyPressed)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(self._show_menu)
        self.itemChanged.connect(self._changed)
        self.itemDoubleClicked.connect(self._take)
        self.itemClicked.connect(self._toggle)
        self.currentItemChanged.connect(lambda item, _before: self.pointed.emit(self._kind(item)))
        current_theme().changed.connect(self.colour)
        self.colour()
        self.retranslate()

    @staticmethod
    def _kind(item: QTreeWidgetItem | None) -> str:
        return str(item.data(0, KIND) or "") if item is not None else ""

    def colour(self) -> None:
        """Take icons and colours of the present theme."""
        theme = current_theme()
        for head in (*self._families.values(), self._own):
            head.setForeground(0, theme.color("text2"))
            head.setFont(0, font("dense"))
        for block in self._blocks():
            block.setIcon(0, theme.icon("container", "family_container"))
        for kind, item in self._layers.items():
            family = LAYERS.get(kind).family
            item.setIcon(0, theme.icon(icon_of(kind, family), f"family_{family}"))

    def retranslate(self) -> None:
        """Set the words anew."""
        self.setAccessibleName(self.tr("Layers"))
        for family, head in self._families.items():
            head.setText(0, family_title(family))
        self._own.setText(0, self.tr("My blocks"))
        for kind, item in self._layers.items():
            cls = LAYERS.get(kind)
            item.setToolTip(0, f"{translate_core(cls.title)}. {translate_core(cls.help)}")

    def show_blocks(self, blocks: Mapping[str, str]) -> None:
        """List the person's own blocks.

        Parameters
        ----------
        blocks
            What each is made of, as text, by its name.
        """
        self.blockSignals(True)
        self._own.takeChildren()
        for name, text in blocks.items():
            item = QTreeWidgetItem(self._own, [name])
            item.setData(0, BLOCK, name)
            item.setSizeHint(0, QSize(0, ROW))
            item.setToolTip(0, text)
            item.setFlags(
                Qt.ItemFlag.ItemIsEnabled
                | Qt.ItemFlag.ItemIsSelectable
                | Qt.ItemFlag.ItemIsDragEnabled
                | Qt.ItemFlag.ItemIsEditable
            )
        self.blockSignals(False)
        self.colour()
        self.filter(self._words)

    def _blocks(self) -> list[QTreeWidgetItem]:
        return [self._own.child(row) for row in range(self._own.childCount())]

    def blocks(self) -> list[str]:
        """Return the names of the blocks that can be seen, in order."""
        return [item.text(0) for item in self._blocks() if not item.isHidden()]

    def point_at_block(self, name: str) -> None:
        """Make a block current."""
        self.setCurrentItem(next(item for item in self._blocks() if item.text(0) == name))

    def _filter_blocks(self, wanted: list[str]) -> None:
        for item in self._blocks():
            texts = (item.text(0), item.toolTip(0))
            item.setHidden(not all(any(word in text.casefold() for text in texts) for word in wanted))
        self._own.setHidden(not self.blocks())

    def _changed(self, item: QTreeWidgetItem) -> None:
        name = str(item.data(0, BLOCK) or "")
        if name and item.text(0) != name:
            self.block_renamed.emit(name, item.text(0))

    def _show_menu(self, at: QPoint) -> None:
        menu = self.block_menu()
        if menu is not None:
            menu.exec(self.viewport().mapToGlobal(at))
            menu.deleteLater()

    def block_menu(self) -> QMenu | None:
        """Return what can be done with the current block; None where no block is current."""
        item = self.currentItem()
        name = str(item.data(0, BLOCK) or "") if item is not None else ""
        if not name:
            return None
        menu = QMenu(self)
        menu.setObjectName("palette.block_menu")
        rename, remove = menu.addAction(f"{self.tr('Rename')}\tF2"), menu.addAction(f"{self.tr('Remove')}\tDel")
        rename.setObjectName("palette.block_menu.rename")
        remove.setObjectName("palette.block_menu.remove")
        rename.triggered.connect(lambda: self.editItem(item))
        remove.triggered.connect(lambda: self.block_removed.emit(name))
        return menu

    def filter(self, words: str) -> None:
        """Show only the layers whose name, title or help has all the words; the best match becomes current."""
        self._words = words
        wanted = words.casefold().split()
        self._filter_blocks(wanted)
        best: tuple[int, QTreeWidgetItem] | None = None
        for kind, item in self._layers.items():
            cls = LAYERS.get(kind)
            texts = (kind, translate_core(cls.title), translate_core(cls.help))
            found = all(any(word in text.casefold() for text in texts) for word in wanted)
            item.setHidden(not found)
            rank = 0 if wanted and kind.casefold().startswith(wanted[0]) else 1 if wanted and wanted[0] in kind.casefold() else 2
            if found and wanted and (best is None or rank < best[0]):
                best = (rank, item)
        for head in self._families.values():
            shown = any(not head.child(row).isHidden() for row in range(head.childCount()))
            head.setHidden(not shown)
            if wanted:
                head.setExpanded(True)
        own = next((item for item in self._blocks() if wanted and not item.isHidden()), None)
        named = own is not None and own.text(0).casefold().startswith(wanted[0]) and (best is None or best[0] > 0)
        chosen = own if best is None or named else best[1]
        if chosen is None:
            self.setCurrentIndex(QModelIndex())
        else:
            self.setCurrentItem(chosen)

    def shown(self) -> list[str]:
        """Return the kinds that can be seen, in order."""
        return [kind for head in self._families.values() for kind in self._of(head)]

    def _of(self, head: QTreeWidgetItem) -> list[str]:
        items = [head.child(row) for row in range(head.childCount())]
        return [self._kind(item) for item in items if not item.isHidden()]

    def step(self, by: int) -> None:
        """Make the next or previous layer or block current, from the filter's field."""
        layers = [self._layers[kind] for kind in self.shown()]
        items = [*layers, *(item for item in self._blocks() if not item.isHidden())]
        if items:
            now = self.currentItem()
            at = items.index(now) + by if now in items else (0 if by > 0 else len(items) - 1)
            self.setCurrentItem(items[min(len(items) - 1, max(0, at))])

    def point_at(self, kind: str) -> None:
        """Make a layer current."""
        self.setCurrentItem(self._layers[kind])

    def take_current(self) -> None:
        """Use the current layer or block as Enter does."""
        item = self.currentItem()
        if item is not None:
            self._take(item)

    def _take(self, item: QTreeWidgetItem) -> None:
        if self._kind(item):
            self.taken.emit(self._kind(item))
        elif item.data(0, BLOCK):
            self.block_taken.emit(item.text(0))

    def _toggle(self, item: QTreeWidgetItem) -> None:
        if item.childCount():
            item.setExpanded(not item.isExpanded())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        item = self.currentItem()
        block = str(item.data(0, BLOCK) or "") if item is not None else ""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self.state() != QAbstractItemView.State.EditingState:
            self.take_current()
        elif event.key() in {Qt.Key.Key_Delete, Qt.Key.Key_Backspace} and block:
            self.block_removed.emit(block)
        else:
            super().keyPressEvent(event)

    def drawBranches(self, painter: QPainter, rect: QRect, index: QModelIndex | QPersistentModelIndex) -> None:
        if index.model().hasChildren(index):
            side = 12
            spot = QRectF(rect.right() - 10, rect.center().y() - side / 2 + 0.5, side, side)
            name = "chevron_down" if self.isExpanded(index) else "chevron_right"
            paint_icon(painter, name, spot, current_theme().color("text3"))

    def startDrag(self, actions: Qt.DropAction) -> None:
        item = self.currentItem()
        kind, block = self._kind(item), str(item.data(0, BLOCK) or "") if item is not None else ""
        if not kind and not block:
            return
        drag = QDrag(self)
        drag.setMimeData(mime_of(LAYER_KIND, kind) if kind else mime_of(BLOCK_NAME, block))
        family = LAYERS.get(kind).family if kind else "container"
        drag.setPixmap(ghost(kind or block, family, icon_of(kind, family), self.devicePixelRatioF()))
        drag.setHotSpot(QPoint(-10, -10))  # the slot that opens has to stay legible
        drag.exec(Qt.DropAction.CopyAction)

    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FontChange:
            self.doItemsLayout()
        return super().viewportEvent(event)


def ghost(name: str, family: str, icon: str, ratio: float) -> QPixmap:
    """Return the block that follows the mouse."""
    theme = current_theme()
    wide = QFontMetrics(font("body", 500)).horizontalAdvance(name) + 50
    pixmap = QPixmap(round(wide * ratio), round(ROW * ratio))
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    area = pixmap.rect().toRectF()
    area.setSize(QSize(wide, ROW).toSizeF())
    rounded(painter, area, 4, theme.color("surface"), theme.color("accent"))
    painter.fillRect(1, 2, 3, ROW - 4, theme.color(f"family_{family}"))
    paint_icon(painter, icon, area.adjusted(11, 6, 25 - wide, -6), theme.color(f"family_{family}"))
    painter.setFont(font("body", 500))
    painter.setPen(theme.color("text"))
    painter.drawText(area.adjusted(34, 0, 0, 0), Qt.AlignmentFlag.AlignVCenter, name)
    painter.end()
    return pixmap
