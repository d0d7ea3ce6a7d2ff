"""The list of shortcuts, and what this program is."""

from __future__ import annotations

from PySide6.QtCore import Qt, qVersion
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QDialog, QGridLayout, QScrollArea, QVBoxLayout, QWidget

from core import __version__
from workbench.actions import ACTS, MENUS, act_text, menu_text
from workbench.widgets.buttons import Button
from workbench.widgets.labels import Chip, Label


def _shown(keys: str) -> str:
    return QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)


class _Dialog(QDialog):
    def __init__(self, parent: QWidget, name: str, title: str) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setWindowTitle(title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(20, 18, 20, 16)
        self.column.setSpacing(12)
        self.column.addWidget(Label(title, weight=600))

    def add_close(self) -> None:
        close = Button(f"{self.objectName()}.close", self.tr("Close"), primary=True)
        close.setDefault(True)
        close.clicked.connect(self.accept)
        self.column.addWidget(close, 0, Qt.AlignmentFlag.AlignRight)


class ShortcutsDialog(_Dialog):
    """Every command with keys, by menu."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, "shortcuts", "")
        self.setWindowTitle(self.tr("Shortcuts"))
        held = QWidget()
        grid = QGridLayout(held)
        grid.setContentsMargins(0, 0, 12, 0)
        grid.setHorizontalSpacing(24)
        grid.setVerticalSpacing(4)
        row = 0
        for menu, _ in MENUS:
            entries = [(act_text(act), _shown(act.keys)) for act in ACTS if act.menu == menu and act.keys]
            if menu == "view":
                entries.insert(0, (self.tr("The labs from top to bottom"), f"{_shown('Ctrl+1')} … 9"))
            if entries:
                grid.addWidget(Label(menu_text(menu), size="dense", weight=600), row, 0)
            for text, keys in entries:
                grid.addWidget(Label(text), row, 1)
                grid.addWidget(Chip(keys), row, 2, Qt.AlignmentFlag.AlignRight)
                row += 1
        area = QScrollArea()
        area.setWidget(held)
        area.setWidgetResizable(True)
        area.setFrameShape(QScrollArea.Shape.NoFrame)
        area.setMinimumSize(held.sizeHint().width() + 24, min(520, held.sizeHint().height() + 8))
        self.column.addWidget(area)
        self.add_close()


class AboutDialog(_Dialog):
    """Name, version, licences."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, "about", f"Neural Workbench {__version__}")
        text = self.tr("Learn deep learning by building it: every number visible, every knob live, on a NumPy engine.")
        self.column.addWidget(Label(text, wrap=True))
        licences = self.tr("Under the MIT licence. Qt {0} (LGPL), NumPy (BSD), Inter (OFL), JetBrains Mono (Apache).").format(
            qVersion()
        )
        self.column.addWidget(Label(licences, size="dense", tone="text2", wrap=True))
        self.setMinimumWidth(420)
        self.add_close()
