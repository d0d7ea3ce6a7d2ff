"""The palette: find a layer, then drag it, double-click it, or press Enter."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QT_TRANSLATE_NOOP, QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget
from shiboken6 import isValid

from core.edits import new_layer, place_after, put_in
from core.layers.base import LAYERS
from core.spec import Branch
from core.text.writing import layer_text
from workbench.labs import Place
from workbench.my_blocks import my_blocks_of
from workbench.panels.base import Panel, register_panel
from workbench.panels.palette.tree import LayerTree
from workbench.theme.theme import current_theme
from workbench.translation.core_text import translate_core
from workbench.widgets.labels import Label
from workbench.workspace import Workspace


@register_panel
class PalettePanel(Panel):
    """Layers by family. What is taken goes behind the selected layer."""

    name = "palette"
    title = str(QT_TRANSLATE_NOOP("Panels", "Layers"))
    places = (Place("network", 0),)

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(workspace, parent)
        self._filter = QLineEdit()
        self._filter.setObjectName("palette.filter")
        self._filter.setClearButtonEnabled(True)
        self._search = self._filter.addAction(current_theme().icon("search"), QLineEdit.ActionPosition.LeadingPosition)
        self.tree = LayerTree()
        self._about = Label(size="caption", tone="text2", wrap=True)
        self._about.setObjectName("palette.about")
        self._about.setMinimumHeight(48)
        self._about.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(10, 10, 10, 8)
        layout.setSpacing(8)
        layout.addWidget(self._filter)
        layout.addWidget(self.tree, 1)
        layout.addWidget(self._about)
        self._filter.textChanged.connect(self.tree.filter)
        self._filter.returnPressed.connect(self.tree.take_current)
        self._filter.installEventFilter(self)
        self.tree.taken.connect(self.insert)
        self.tree.pointed.connect(self._describe)
        self._mine = my_blocks_of(workspace)
        self.tree.block_taken.connect(self.insert_block)
        self.tree.block_removed.connect(self._mine.remove)
        self.tree.block_renamed.connect(self._mine.rename)
        self._mine.changed.connect(self._show_blocks)
        self._return_to: QWidget | None = None
        workspace.layer_sought.connect(self._seek)
        self._show_blocks()
        self._shortcut = QShortcut(QKeySequence(Qt.Key.Key_Slash), self)
        self._shortcut.setObjectName("palette.find")
        self._shortcut.activated.connect(self._focus_filter)
        current_theme().changed.connect(self._colour)

    def retranslate(self) -> None:
        self._filter.setPlaceholderText(self.tr("Filter layers  ( / )"))
        self._filter.setAccessibleName(self.tr("Filter layers"))
        self.tree.retranslate()
        self._describe("")

    def _colour(self) -> None:
        self._search.setIcon(current_theme().icon("search"))

    def insert(self, kind: str) -> None:
        """Put a layer behind the selected one, and select it."""
        self._put_in(kind, (new_layer(kind),))

    def insert_block(self, name: str) -> None:
        """Put one of the person's own blocks behind the selected layer."""
        self._put_in(name, self._mine.blocks[name])

    def _put_in(self, name: str, layers: Branch) -> None:
        network = self.workspace.experiment.network
        edited, new = put_in(network, place_after(network, self.workspace.selection), *layers)
        text = self.tr("Insert {layer}").format(layer=name)
        self.workspace.apply(replace(self.workspace.experiment, network=edited), text)
        self.workspace.select(new[-1])
        if self._filter.hasFocus():
            self._end_search()

    def _seek(self, letter: str) -> None:
        """Go on with what somebody began to type elsewhere; Enter and Escape lead back there."""
        if not self.is_seen:
            return
        self._return_to = QApplication.focusWidget()
        self._filter.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._filter.setText(letter)

    def _end_search(self) -> None:
        self._filter.selectAll()
        back, self._return_to = self._return_to, None
        if back is not None and isValid(back):
            self._filter.clear()
            back.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_blocks(self) -> None:
        blocks = self._mine.blocks
        self.tree.show_blocks({name: " ".join(map(layer_text, layers)) for name, layers in blocks.items()})

    def _describe(self, kind: str) -> None:
        if not kind:
            self._about.setText(self.tr("Enter or a double click inserts after the selected layer; or drag."))
            return
        cls = LAYERS.get(kind)
        section = self.tr(" Book, section {0}.").format(cls.book) if cls.book else ""
        self._about.setText(f"{translate_core(cls.help)}{section}")

    def _focus_filter(self) -> None:
        self._filter.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._filter.selectAll()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._filter and event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()), 0)
            if step:
                self.tree.step(step)
                return True
            if event.key() == Qt.Key.Key_Escape and (self._filter.text() or self._return_to is not None):
                self._filter.clear()
                self._end_search()
                return True
        return super().eventFilter(watched, event)
