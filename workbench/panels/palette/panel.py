"""The palette: find a layer, then drag it, double-click it, or press Enter."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QT_TRANSLATE_NOOP, QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from core.edits import inserted, new_layer, place_after
from core.layers.base import LAYERS
from workbench.labs import Place
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
        network = self.workspace.experiment.network
        edited, layer_id = inserted(network, place_after(network, self.workspace.selection), new_layer(kind))
        text = self.tr("Insert {layer}").format(layer=kind)
        self.workspace.apply(replace(self.workspace.experiment, network=edited), text)
        self.workspace.select(layer_id)
        if self._filter.hasFocus():
            self._filter.selectAll()

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
            if event.key() == Qt.Key.Key_Escape and self._filter.text():
                self._filter.clear()
                return True
        return super().eventFilter(watched, event)
