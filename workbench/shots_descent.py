"""The states of the descent lab that are worth a picture of their own."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from core.descent.line import LineSpec
from core.descent.presets import preset
from core.descent.spec import DescentSpec, Racer
from workbench.descent.map_canvas import MapCanvas
from workbench.descent.session import descent_session
from workbench.lab import LabView
from workbench.widgets.buttons import IconButton
from workbench.widgets.segmented import Segmented
from workbench.workspace import Workspace

LAB: Final = "descent"
LONGEST_SECONDS: Final = 60.0
"""A picture waits for its race."""

CUBIC: Final = LineSpec(formula="0.05*x**3 - 0.6*x", view=(-4.5, 4.5), x=3.4, h=1e-5, rate=0.25)
"""A curve with a third derivative: without one, the central difference has no truncation error."""


def photograph_descent(view: LabView, workspace: Workspace, take: Callable[[str], None]) -> None:
    """Bring about one state after the other and take each; the document is left as it was.

    Parameters
    ----------
    view
        The lab, open, of a network that has learned.
    take
        Takes a picture with a name once all questions are answered.
    """
    before = workspace.experiment.descent
    session = descent_session(workspace)

    session.at_once = LONGEST_SECONDS

    def race(spec: DescentSpec, *, step: int | None = None) -> None:
        session.edit(spec, "")
        session.player.look_at(spec.steps if step is None else step)

    def front(panel: str, **chosen: str) -> None:
        dock = view.docks[panel]
        dock.show()
        dock.raise_()
        for name, key in chosen.items():
            choice = dock.findChild(Segmented, name.replace("__", "."))
            if choice is not None and choice.key != key:
                choice.take(key)

    race(preset("race").spec)
    front("descent_contour")
    front("descent_relief")
    front("descent_curve")
    arrows = view.findChild(IconButton, "descent.arrows")
    take("race")
    if arrows is not None:
        session.player.look_at(6)
        arrows.click()
        take("arrows")
        arrows.click()
    race(replace(preset("race").spec, line=CUBIC))
    front("descent_line")
    take("line")
    front("descent_contour")
    race(preset("all").spec)
    take("rosenbrock")
    himmelblau = replace(DescentSpec().on_surface("Himmelblau"), racers=(Racer.of("Momentum", 1, lr=0.005),), steps=120)
    race(himmelblau)
    front("descent_maps", descent__maps__kind="basins")
    take("basins")
    race(before, step=before.steps)
    front("descent_maps", descent__maps__kind="rates")
    take("rates")
    front("descent_landscape", descent__landscape__plane="path")
    front("descent_weight")
    take("landscape")
    surface = view.findChild(MapCanvas, "descent.landscape")
    if surface is not None:
        QTest.mouseClick(surface, Qt.MouseButton.LeftButton, pos=surface.pixel_of(*surface.place_of(5, 19)).toPoint())
        take("aside")
        workspace.follow()
    for panel in ("descent_curve", "descent_relief"):
        front(panel)
    race(before, step=before.step)
