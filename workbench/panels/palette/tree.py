"""The list of layers by family: filtered, dragged from, used with Enter."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QDrag, QFontMetrics, QKeyEvent, QPainter, QPixmap
from PySide6.QtWidgets import QAbstractItemView, QTreeWidget, QTreeWidgetItem, QWidget

from core.layers.base import LAYERS
from workbench.dragging import LAYER_KIND, mime_of
from workbench.layer_icons import FAMILIES, family_title, icon_of
from workbench.theme.fonts import font
from workbench.theme.icons import paint_icon
from workbench.theme.theme import current_theme
from workbench.translation.core_text import translate_core
from workbench.widgets.painting import rounded

KIND = Qt.ItemDataRole.UserRole
ROW = 26


class LayerTree(QTreeWidget):
    """Families with their layers.

    Attributes
    ----------
    taken
        With the kind that was double-clicked, or on which Enter was pressed.
    pointed
        With the kind that is current, "" for a family.
    """

    taken = Signal(str)
    pointed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("palette.layers")
        self.setHeaderHidden(True)
        self.setIndentation(12)
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
        for head in self._families.values():
            head.setForeground(0, theme.color("text2"))
            head.setFont(0, font("dense"))
        for kind, item in self._layers.items():
            family = LAYERS.get(kind).family
            item.setIcon(0, theme.icon(icon_of(kind, family), f"family_{family}"))

    def retranslate(self) -> None:
        """Set the words anew."""
        self.setAccessibleName(self.tr("Layers"))
        for family, head in self._families.items():
            head.setText(0, family_title(family))
        for kind, item in self._layers.items():
            cls = LAYERS.get(kind)
            item.setToolTip(0, f"{translate_core(cls.title)}. {translate_core(cls.help)}")

    def filter(self, words: str) -> None:
        """Show only the layers whose name, title or help has all the words; the best match becomes current."""
        wanted = words.casefold().split()
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
        if best is None:
            self.setCurrentIndex(QModelIndex())
        else:
            self.setCurrentItem(best[1])

    def shown(self) -> list[str]:
        """Return the kinds that can be seen, in order."""
        return [kind for head in self._families.values() for kind in self._of(head)]

    def _of(self, head: QTreeWidgetItem) -> list[str]:
        items = [head.child(row) for row in range(head.childCount())]
        return [self._kind(item) for item in items if not item.isHidden()]

    def step(self, by: int) -> None:
        """Make the next or previous layer current, from the filter's field."""
        kinds = self.shown()
        if kinds:
            now = self._kind(self.currentItem())
            at = kinds.index(now) + by if now in kinds else (0 if by > 0 else len(kinds) - 1)
            self.setCurrentItem(self._layers[kinds[min(len(kinds) - 1, max(0, at))]])

    def point_at(self, kind: str) -> None:
        """Make a layer current."""
        self.setCurrentItem(self._layers[kind])

    def take_current(self) -> None:
        """Use the current layer as Enter does."""
        kind = self._kind(self.currentItem())
        if kind:
            self.taken.emit(kind)

    def _take(self, item: QTreeWidgetItem) -> None:
        if self._kind(item):
            self.taken.emit(self._kind(item))

    def _toggle(self, item: QTreeWidgetItem) -> None:
        if not self._kind(item):
            item.setExpanded(not item.isExpanded())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.take_current()
        else:
            super().keyPressEvent(event)

    def drawBranches(self, painter: QPainter, rect: QRect, index: QModelIndex | QPersistentModelIndex) -> None:
        if index.model().hasChildren(index):
            side = 12
            spot = QRectF(rect.right() - 10, rect.center().y() - side / 2 + 0.5, side, side)
            name = "chevron_down" if self.isExpanded(index) else "chevron_right"
            paint_icon(painter, name, spot, current_theme().color("text3"))

    def startDrag(self, actions: Qt.DropAction) -> None:
        kind = self._kind(self.currentItem())
        if not kind:
            return
        drag = QDrag(self)
        drag.setMimeData(mime_of(LAYER_KIND, kind))
        drag.setPixmap(ghost(kind, self.devicePixelRatioF()))
        drag.setHotSpot(QPoint(-10, -10))  # the slot that opens has to stay legible
        drag.exec(Qt.DropAction.CopyAction)

    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FontChange:
            self.doItemsLayout()
        return super().viewportEvent(event)


def ghost(kind: str, ratio: float) -> QPixmap:
    """Return the block that follows the mouse."""
    theme, family = current_theme(), LAYERS.get(kind).family
    wide = QFontMetrics(font("body", 500)).horizontalAdvance(kind) + 50
    pixmap = QPixmap(round(wide * ratio), round(ROW * ratio))
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    area = pixmap.rect().toRectF()
    area.setSize(QSize(wide, ROW).toSizeF())
    rounded(painter, area, 4, theme.color("surface"), theme.color("accent"))
    painter.fillRect(1, 2, 3, ROW - 4, theme.color(f"family_{family}"))
    paint_icon(painter, icon_of(kind, family), area.adjusted(11, 6, 25 - wide, -6), theme.color(f"family_{family}"))
    painter.setFont(font("body", 500))
    painter.setPen(theme.color("text"))
    painter.drawText(area.adjusted(34, 0, 0, 0), Qt.AlignmentFlag.AlignVCenter, kind)
    painter.end()
    return pixmap
