"""The states of the perceptron lab that are worth a picture of their own."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Final

from PySide6.QtCore import QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton

from core.perceptron.board_presets import BOARDS
from core.perceptron.functions import BOOK_WEIGHTS
from core.perceptron.spec import PerceptronSpec, ThreeInputSpec
from workbench.lab import LabView
from workbench.panels.perceptron_plane.canvas import PlaneCanvas
from workbench.panels.perceptron_plane.geometry import handles
from workbench.perceptron.session import perceptron_session
from workbench.widgets.segmented import Segmented
from workbench.workspace import Workspace

LAB: Final = "perceptron"
SHIFT: Final = (-0.1, -0.1)
"""How far the line is dragged in the picture: from b = −0.7 to −0.6."""
LEARNED: Final = 22
LEAPS: Final = 40
"""Clicks of a hundred steps after which the network with two hidden units has learned XOR."""


def photograph_perceptron(view: LabView, workspace: Workspace, take: Callable[[str], None]) -> None:
    """Bring about one state after the other and take each; the document is left as it was.

    Parameters
    ----------
    view
        The lab, open.
    take
        Takes a picture with a name once everything has settled.
    """
    experiment = workspace.experiment
    session = perceptron_session(workspace)
    choice = view.findChild(Segmented, "perceptron.view")
    canvas = view.findChild(PlaneCanvas)
    if choice is None or canvas is None:
        return

    def front(panel: str) -> None:
        view.docks[panel].show()
        view.docks[panel].raise_()

    front("perceptron_circuits")
    choice.take("inputs")
    session.edit(PerceptronSpec().with_weights(BOOK_WEIGHTS["AND"]), "")
    session.look_at(3)
    plane = canvas.view()
    found = handles(session.spec.weights, plane)
    if found is not None:
        end = plane.at((found.move[0] + SHIFT[0], found.move[1] + SHIFT[1])).toPoint()
        QTest.mousePress(canvas, Qt.MouseButton.LeftButton, pos=plane.at(found.move).toPoint())
        QTest.mouseMove(canvas, QPointF(end).toPoint())
        take("drag")
        QTest.mouseRelease(canvas, Qt.MouseButton.LeftButton, pos=end)

    session.edit(replace(PerceptronSpec(), target=(0, 1, 1, 0)), "")
    take("xor")

    choice.take("cube")
    session.edit(replace(session.spec, cube=ThreeInputSpec()), "")
    take("cube")

    choice.take("weights")
    front("perceptron_learn")
    start = (-0.5, 0.6, 0.3)
    session.edit(replace(PerceptronSpec(), start=start, eta=0.2).with_weights(start), "")
    session.learner.step(LEARNED, "")
    take("weights")
    choice.take("inputs")

    front("perceptron_circuits")
    workspace.apply(replace(workspace.experiment, circuit=BOARDS["four_bit_adder"]()), "")
    take("adder")
    workspace.apply(replace(workspace.experiment, circuit=BOARDS["xor_two_ways"]()), "")

    front("perceptron_hidden")
    leap = view.findChild(QAbstractButton, "hidden.leap")
    if leap is not None:
        for _ in range(LEAPS):
            leap.click()
        take("hidden")

    front("perceptron_circuits")
    workspace.apply(replace(workspace.experiment, perceptron=experiment.perceptron, circuit=experiment.circuit), "")
