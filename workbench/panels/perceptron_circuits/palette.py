"""What can be put on the canvas, and the menus of circuits to begin with and to build."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Final

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, QEvent, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QAction, QDrag, QMouseEvent
from PySide6.QtWidgets import QApplication, QMenu, QVBoxLayout, QWidget

from core.perceptron.board import CircuitBoard
from core.perceptron.board_presets import BOARDS
from core.perceptron.challenges import CHALLENGES
from workbench.dragging import CIRCUIT_PART, mime_of
from workbench.panels.perceptron_circuits.explanation import challenge_title
from workbench.theme.fonts import font
from workbench.widgets.buttons import Button
from workbench.widgets.flow_layout import FlowLayout

PARTS: Final = {
    "AND": str(QT_TRANSLATE_NOOP("Circuits", "AND")),
    "NAND": str(QT_TRANSLATE_NOOP("Circuits", "NAND")),
    "OR": str(QT_TRANSLATE_NOOP("Circuits", "OR")),
    "Perceptron": str(QT_TRANSLATE_NOOP("Circuits", "Perceptron")),
    "Input": str(QT_TRANSLATE_NOOP("Circuits", "Input")),
    "Output": str(QT_TRANSLATE_NOOP("Circuits", "Output")),
    "Probe": str(QT_TRANSLATE_NOOP("Circuits", "Probe")),
}
PRESET_TITLES: Final = {
    "xor_two_ways": str(QT_TRANSLATE_NOOP("Circuits", "XOR beside a wrong wiring")),
    "nand_xor": str(QT_TRANSLATE_NOOP("Circuits", "XOR of NAND alone")),
    "half_adder": str(QT_TRANSLATE_NOOP("Circuits", "half adder")),
    "full_adder": str(QT_TRANSLATE_NOOP("Circuits", "full adder")),
    "four_bit_adder": str(QT_TRANSLATE_NOOP("Circuits", "4-bit adder")),
    "multiplexer": str(QT_TRANSLATE_NOOP("Circuits", "2-to-1 multiplexer")),
    "majority": str(QT_TRANSLATE_NOOP("Circuits", "majority of three")),
    "parity": str(QT_TRANSLATE_NOOP("Circuits", "parity of three")),
    "empty": str(QT_TRANSLATE_NOOP("Circuits", "Empty canvas")),
}
ARROW: Final = 16


class PartButton(Button):
    """A part of the palette: a click puts it on the canvas, a drag takes it to its place there."""

    def __init__(self, name: str) -> None:
        super().__init__(f"circuits.add.{name}")
        self._part = name
        self._pressed = QPoint()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._pressed = event.position().toPoint()
        super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        far = (event.position().toPoint() - self._pressed).manhattanLength() >= QApplication.startDragDistance()
        if self.isDown() and far and event.buttons() & Qt.MouseButton.LeftButton:
            self.setDown(False)  # what is dragged away was not clicked
            drag = QDrag(self)
            drag.setMimeData(mime_of(CIRCUIT_PART, self._part))
            drag.setPixmap(self.grab())
            drag.setHotSpot(self._pressed)
            drag.exec(Qt.DropAction.CopyAction)
        else:
            super().mouseMoveEvent(event)


class PartPalette(QWidget):
    """One button for each part, then the gates that the person made.

    Attributes
    ----------
    wanted
        With the name of the part to put on the canvas.
    unwanted
        With the name of a gate of one's own to take out of the palette.
    """

    wanted = Signal(str)
    unwanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("circuits.palette")
        self._flow = FlowLayout(gap=6)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(self._flow)
        self._buttons = {name: self._button(name) for name in PARTS}
        self._own: dict[str, Button] = {}

    def _button(self, name: str) -> Button:
        button = PartButton(name)
        button.setFont(font("dense", 500))
        button.setProperty("dense", True)
        button.clicked.connect(partial(self.wanted.emit, name))
        self._flow.addWidget(button)
        return button

    def show_chips(self, board: CircuitBoard) -> None:
        """Show the gates of a board's palette."""
        names = [chip.name for chip in board.chips]
        for name in [name for name in self._own if name not in names]:
            button = self._own.pop(name)
            self._flow.removeWidget(button)
            button.deleteLater()
        for name in names:
            if name not in self._own:
                button = self._own[name] = self._button(name)
                button.setText(name)
                button.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
                remove = QAction(button)
                remove.triggered.connect(partial(self.unwanted.emit, name))
                button.addAction(remove)
        self.retranslate()

    def retranslate(self) -> None:
        """Set all texts anew."""
        for name, button in self._buttons.items():
            title = QCoreApplication.translate("Circuits", PARTS[name])
            button.setText(title)
            button.setToolTip(self.tr("Click to put {part} on the canvas, or drag it there").format(part=title))
        for name, button in self._own.items():
            button.setToolTip(
                self.tr("Click to put {part} on the canvas, or drag it there; right-click to remove it").format(part=name)
            )
            button.actions()[0].setText(self.tr("Remove this gate from the palette"))


class MenuButton(Button):
    """A quiet button that opens a list; each entry gives its key.

    Attributes
    ----------
    taken
        With the key of the entry.
    """

    taken = Signal(str)

    def __init__(self, name: str, title: Callable[[], str], entries: Callable[[], dict[str, str]]) -> None:
        super().__init__(name, quiet=True)
        self.setFont(font("dense"))
        self._title, self._entries = title, entries
        self._menu = QMenu(self)
        self._menu.setObjectName(f"{name}.menu")
        self.setMenu(self._menu)
        self.retranslate()

    def sizeHint(self) -> QSize:
        return super().sizeHint() + QSize(ARROW, 0)

    def retranslate(self) -> None:
        """Set all texts anew."""
        self.setText(self._title())
        self._menu.clear()
        for key, words in self._entries().items():
            action = self._menu.addAction(words)
            action.setObjectName(f"{self.objectName()}.{key}")
            action.triggered.connect(partial(self.taken.emit, key))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)


def _as_entry(words: str) -> str:
    """Return words that also stand within sentences as an entry of a menu begins."""
    return words[:1].upper() + words[1:]


def preset_menu() -> MenuButton:
    """Return the menu of circuits to begin with."""

    def entries() -> dict[str, str]:
        return {name: _as_entry(QCoreApplication.translate("Circuits", PRESET_TITLES[name])) for name in BOARDS}

    return MenuButton("circuits.presets", lambda: QCoreApplication.translate("Circuits", "Presets"), entries)


def challenge_menu() -> MenuButton:
    """Return the menu of circuits to build."""

    def entries() -> dict[str, str]:
        return {name: _as_entry(challenge_title(name)) for name in CHALLENGES}

    return MenuButton("circuits.challenges", lambda: QCoreApplication.translate("Circuits", "Challenges"), entries)
