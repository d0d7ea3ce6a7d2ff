"""A process that opens the window and builds LeNet-5 from a blank network with the pointer alone; it prints the network."""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

from PySide6.QtCore import QPoint, QRect, QTimer
from PySide6.QtWidgets import QApplication, QLineEdit, QMenu, QWidget

from core.datasets.recipe import DataRecipe
from core.experiment import Experiment
from core.fields import ComponentSpec
from core.text import network_text, parse_network
from tests.workbench.real_mouse.pointer import LEFT, WHEEL_DOWN, WHEEL_UP, Pointer
from workbench.app import Program, start
from workbench.panels.palette.tree import LayerTree
from workbench.panels.stack.canvas import StackCanvas

STEPS: tuple[tuple[str, dict[str, int]], ...] = (
    ("Conv", {"filters": 6, "kernel": 5, "pad": 2}),
    ("ScaledTanh", {}),
    ("AveragePool", {}),
    ("Conv", {"filters": 16, "kernel": 5}),
    ("ScaledTanh", {}),
    ("AveragePool", {}),
    ("Flatten", {}),
    ("Affine", {"units": 120}),
    ("ScaledTanh", {}),
    ("Affine", {"units": 84}),
    ("ScaledTanh", {}),
    ("Affine", {"units": 10}),
)
PAUSE = 15
"""Milliseconds between two movements."""
MOST_TURNS = 15
"""Notches by which the wheel is turned before the hand looks again."""
PATIENCE = 400
"""So many pauses in which nothing that is waited for happens end the process."""

Waiting = Callable[[], bool]


class Hand:
    """Does one thing after another, and waits for what each of them shall bring about.

    A step of `work` yields a condition to wait for; the timer that asks for it goes on inside menus and drags, too.
    """

    def __init__(self, program: Program, pointer: Pointer) -> None:
        self.window, self.workspace, self.pointer = program.window, program.workspace, pointer
        self.work = self.building()
        self.waits: Waiting = lambda: True
        self.waited = 0
        self.timer = QTimer()
        self.timer.timeout.connect(self.go_on)
        self.timer.start(PAUSE)

    def go_on(self) -> None:
        if not self.waits():
            self.waited += 1
            if self.waited > PATIENCE:
                self.timer.stop()
                sys.stderr.write(f"waited in vain at line {self.work.gi_frame.f_lineno}\n")  # type: ignore[attr-defined]
                QApplication.exit(1)
            return
        self.waited = 0
        try:
            self.waits = next(self.work)
        except StopIteration:
            self.timer.stop()
            QApplication.exit(0)

    # -- the hand -----------------------------------------------------------------------------------------------

    def to(self, widget: QWidget, at: QPoint) -> Iterator[Waiting]:
        """Move to a place of a widget, in a few steps as a hand does."""
        wanted = widget.mapToGlobal(at)
        for share in (0.3, 0.7, 0.95, 1.0):
            yield soon
            self.pointer.move(*(wanted * share + QPoint(400, 300) * (1 - share)).toTuple())  # type: ignore[attr-defined]

    def click(self, widget: QWidget, at: QPoint | None = None) -> Iterator[Waiting]:
        yield from self.to(widget, at if at is not None else widget.rect().center())
        self.pointer.press()
        yield soon
        self.pointer.release()
        yield soon

    def drag(self, source: QWidget, start: QPoint, target: QWidget, end: Callable[[], QPoint]) -> Iterator[Waiting]:
        yield from self.to(source, start)
        self.pointer.press(LEFT)
        begun = source.mapToGlobal(start)
        for step in (4, 9, 16, 24):  # far enough for a drag to begin
            yield soon
            self.pointer.move(begun.x() + step, begun.y() + step)
        for _ in range(3):
            yield soon
            self.pointer.move(*target.mapToGlobal(end()).toTuple())  # type: ignore[attr-defined]
        yield lambda: self.canvas.drop is not None and self.canvas.drop.refusal == ""
        self.pointer.release()

    # -- the work -----------------------------------------------------------------------------------------------

    def find(self, sort: type[QWidget], name: str) -> QWidget:
        found = [widget for widget in self.window.findChildren(sort, name) if widget.isVisible()]
        if not found:
            raise LookupError(name)
        return found[0]

    @property
    def canvas(self) -> StackCanvas:
        found = self.find(StackCanvas, "stack.canvas")
        assert isinstance(found, StackCanvas)
        return found

    def building(self) -> Iterator[Waiting]:
        self.window.activateWindow()  # what a window manager would do; there is none here
        yield self.window.isActiveWindow
        yield from self.click(self.find(QWidget, "rail.network"))
        yield lambda: bool(self.window.findChildren(StackCanvas, "stack.canvas"))
        yield from self.click(self.find(QWidget, "stack.presets"))
        yield lambda: isinstance(QApplication.activePopupWidget(), QMenu)
        menu = QApplication.activePopupWidget()
        assert isinstance(menu, QMenu)
        blank = next(action for action in menu.actions() if action.objectName() == "preset.blank")
        yield from self.click(menu, menu.actionGeometry(blank).center())
        yield lambda: not self.workspace.experiment.network.layers
        for number, (kind, values) in enumerate(STEPS, 1):
            yield from self.add(kind, number)
            for name, value in values.items():
                yield from self.set(name, value)

    def add(self, kind: str, number: int) -> Iterator[Waiting]:
        tree = self.find(LayerTree, "palette.layers")
        assert isinstance(tree, LayerTree)
        tree.scrollToItem(tree._layers[kind])
        place = tree.visualItemRect(tree._layers[kind])
        yield from self.drag(tree.viewport(), QRect(place).center(), self.canvas, self.end_of_stack)
        yield lambda: len(self.workspace.experiment.network.layers) == number

    def end_of_stack(self) -> QPoint:
        """Return the last place of the stack where something can be dropped."""
        return self.canvas.layout_now.gaps[-1].rect.center().toPoint()

    def set(self, name: str, value: int) -> Iterator[Waiting]:
        """Click into the field of a setting and turn the wheel until it says the number."""
        field = self.find(QLineEdit, f"inspector.form.{name}.field")
        assert isinstance(field, QLineEdit)
        yield from self.click(field)
        yield field.hasFocus
        while (missing := value - int(field.text())) != 0:
            turns = max(-MOST_TURNS, min(MOST_TURNS, missing))
            wanted = int(field.text()) + turns
            for _ in range(abs(turns)):
                self.pointer.press(WHEEL_UP if turns > 0 else WHEEL_DOWN)
                self.pointer.release(WHEEL_UP if turns > 0 else WHEEL_DOWN)
            yield lambda wanted=wanted: int(field.text()) == wanted  # type: ignore[misc]


def soon() -> bool:
    """Wait one pause."""
    return True


def main(display: int) -> int:
    network = parse_network("Flatten Affine(10)")
    data = DataRecipe(ComponentSpec("Digits"))
    with tempfile.TemporaryDirectory() as home:
        program = start([], Experiment(network=network, data=data), home=Path(home))
        program.workspace.pause()
        program.window.setGeometry(0, 0, 1500, 950)
        pointer = Pointer(display)
        hand = Hand(program, pointer)
        result = program.application.exec()
        pointer.close()
        print(network_text(hand.workspace.experiment.network))
        program.window.close()
        program.files.close()
        program.workspace.close(60.0)
    return result


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1])))
