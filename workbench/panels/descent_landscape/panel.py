"""The panel of the network's own surface: coarse at once, finer while it is looked at."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar, Final

import numpy as np
from PySide6.QtCore import QT_TRANSLATE_NOOP, QLineF
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QVBoxLayout, QWidget

from core.arrays import Array
from core.descent.landscape import Axes, path_axes, plane_losses, random_axes
from core.probes.frame_network import FrameNetwork
from core.training.frame import Frame
from workbench.descent.map_canvas import MapCanvas, MapPicture
from workbench.labs import Place
from workbench.panels.base import Panel, register_panel
from workbench.plots.color_bar import ColorBar
from workbench.plots.scales import Scale
from workbench.theme.theme import Theme, current_theme
from workbench.training.probe_worker import Probe
from workbench.widgets.buttons import IconButton
from workbench.widgets.labels import Label
from workbench.widgets.numbers import figure, percent
from workbench.widgets.segmented import Segmented
from workbench.workspace import Workspace

SIDES: Final = (7, 13, 25)
"""How many cells each side of the picture has, from the first look to the last."""

PORTION: Final = 50
"""Losses computed before other questions of the window get their turn."""

LEAST_MOMENTS: Final = 3
REACH: Final = 9.0
"""A click so many pixels from a kept moment means that moment."""


@dataclass(frozen=True, slots=True)
class Portion:
    """Some rows of a picture under way.

    Parameters
    ----------
    ticket
        Which picture they belong to.
    row
        The first of them.
    """

    ticket: int
    axes: Axes
    side: int
    row: int
    losses: Array


@register_panel
class DescentLandscapePanel(Panel):
    """Where the network in training stands on its own surface, and how it came there."""

    name: ClassVar[str] = "descent_landscape"
    title: ClassVar[str] = str(QT_TRANSLATE_NOOP("Panels", "The network's loss"))
    places: ClassVar[tuple[Place, ...]] = (Place("descent", 2, 0, stretch=7, tab=2),)

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(workspace, parent)
        self._frame: Frame | None = None
        self._seed = self._ticket = 0
        self._busy = self._stale = False
        self._place: tuple[float, float] | None = None
        self._table = np.empty((0, 0))
        self._shown: tuple[Axes, Array, int] | None = None
        self._plane = Segmented("descent.landscape.plane")
        self._plane.changed.connect(lambda _key: self._begin())
        self._data = Segmented("descent.landscape.data")
        self._data.changed.connect(lambda _key: self._begin())
        self._dice = IconButton("descent.landscape.dice", "dice", side=26)
        self._dice.clicked.connect(self._other_plane)
        self.canvas = MapCanvas("descent.landscape")
        self.canvas.picked.connect(self._look_at)
        self._bar = ColorBar("descent.landscape.scale", "magnitude")
        self._words = Label(size="dense", tone="text2", wrap=True)
        self._words.setObjectName("descent.landscape.words")
        self._probe = Probe(workspace.probes, self)
        self._probe.answered.connect(self._take)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 8, 8, 8)
        layout.setSpacing(6)
        layout.addWidget(self.canvas, 1)
        layout.addWidget(self._bar)
        layout.addWidget(self._words)
        current_theme().changed.connect(self._show)

    def head_controls(self) -> list[QWidget]:
        return [self._dice, self._data, self._plane]

    def retranslate(self) -> None:
        self._plane.setAccessibleName(self.tr("Plane through the parameters"))
        self._plane.set_choices(
            [("random", self.tr("Random")), ("path", self.tr("Path"))],
            {
                "random": self.tr("Two random directions, each filter as long as the network's own"),
                "path": self.tr("The plane in which the training moved most"),
            },
        )
        self._data.setAccessibleName(self.tr("Data that is judged"))
        self._data.set_choices([("train", self.tr("Train")), ("test", self.tr("Test"))])
        self._dice.set_words(self.tr("Other directions"))
        self._bar.set_caption(self.tr("loss, logarithmic"))
        self.canvas.setAccessibleName(self.tr("Loss over a plane through the parameters"))
        self._say()

    # -- computing ----------------------------------------------------------------------------------------------

    def show_frame(self, frame: Frame) -> None:
        if frame.aside:
            return  # the picture stays that of the moment whose surroundings these are
        self._place = None
        if self._frame is not None and frame.snapshot is self._frame.snapshot and not self._busy:
            self._show()
            return
        other_run = self._frame is None or frame.run != self._frame.run
        self._frame = frame
        if other_run:
            self._shown = None
            self._begin()
        elif self._busy:
            self._stale = True  # while it trains, one whole look after the other
        else:
            self._begin()

    def look_again(self) -> None:
        if not self._busy:
            self._begin()

    def _moments(self) -> list[tuple[int, Array]]:
        return [(snapshot.iteration, snapshot.theta) for snapshot in self.workspace.run.timeline.snapshots]

    def _begin(self) -> None:
        """Look at the present frame, coarsely first."""
        frame, moments = self._frame, self._moments()
        self._stale = False
        self._ticket += 1
        self._dice.setVisible(self._plane.key != "path")
        if frame is None or not frame.layout or (self._plane.key == "path" and len(moments) < LEAST_MOMENTS):
            self._busy, self._shown = False, None
            self._show()
            return
        self._busy = True
        ticket, seed, by_path = self._ticket, self._seed, self._plane.key == "path"
        test = self._data.key == "test"

        def first(networks: FrameNetwork) -> Portion:
            axes = path_axes(frame, moments) if by_path else random_axes(frame, moments, seed)
            return _portion(networks, frame, axes, ticket=ticket, side=SIDES[0], row=0, test=test)

        self._probe.ask(first)

    def _take(self, portion: Portion) -> None:
        frame = self._frame
        if portion.ticket != self._ticket or frame is None:
            return
        side, row = portion.side, portion.row + len(portion.losses)
        if portion.row == 0:
            self._table = np.full((side, side), np.nan)
        self._table[portion.row : row] = portion.losses
        if row >= side:
            self._shown = (portion.axes, self._table, frame.iteration)
            self._show()
            finer = [s for s in SIDES if s > side]
            if self._stale or not finer or not self.is_seen:
                self._busy = False
                if self._stale:
                    self._begin()
                return
            side, row = finer[0], 0
        axes, ticket, test = portion.axes, self._ticket, self._data.key == "test"
        self._probe.ask(lambda networks: _portion(networks, frame, axes, ticket=ticket, side=side, row=row, test=test))

    def _other_plane(self) -> None:
        self._seed += 1
        self._begin()

    # -- showing ------------------------------------------------------------------------------------------------

    def _show(self) -> None:
        self._bar.setVisible(self._shown is not None)
        if self._shown is None:
            self.canvas.show_picture(None, lambda _row, _column: "")
        else:
            axes, table, _ = self._shown
            seen = table[::-1]
            ways = np.hypot(np.hypot(axes.path[:, 0], axes.path[:, 1]), axes.apart)
            longest = float(ways.max()) if len(ways) else 0.0
            tones = tuple(0.5 + 0.5 * float(apart) / (longest or 1.0) for apart in axes.apart)
            picture = MapPicture(
                loss_image(seen, current_theme()),
                _cells(axes.reach[0], len(table)),
                _cells(axes.reach[1], len(table)),
                ("a", "b"),
                rings=((0.0, 0.0),),
                target=self._place,
                square=True,
                smooth=True,
                way=tuple((float(a), float(b)) for a, b in axes.path),
                tones=tones,
            )
            finite = table[np.isfinite(table)]
            if finite.size:
                self._bar.set_ends(figure(float(finite.max())), figure(float(finite.min())))
            self.canvas.show_picture(picture, lambda row, column: self.tr("loss {0}").format(figure(float(seen[row, column]))))
        self._say()

    def _say(self) -> None:
        if self._shown is None:
            self.set_note("")
            trained = self._plane.key == "path" and self._frame is not None and bool(self._frame.layout)
            few = self.tr("Train a little first: the path has fewer than {0} kept moments.").format(LEAST_MOMENTS)
            self._words.setText(few if trained else self.tr("The network has no weight yet."))
            return
        axes, table, iteration = self._shown
        self.set_note(self.tr("iteration {iteration}, {side} × {side}").format(iteration=f"{iteration:,}", side=len(table)))
        if self._place is not None:
            self._words.setText(self._place_words(self._place, axes, table))
            return
        own = float(table[len(table) // 2, len(table) // 2])
        words = self.tr("The ring is the network now, with a loss of {0}.").format(figure(own))
        if len(axes.apart) > 1:
            length = float(np.linalg.norm(axes.path[0]))
            share = length**2 / max(1e-300, length**2 + float(axes.apart[0]) ** 2)
            words += " " + self.tr(
                "The line is the training, the bluer the farther from this plane; the plane holds {0} of its way."
            ).format(percent(share, 0))
        there = self.tr("Click anywhere to look at the network there, on a point of the line to look at that moment.")
        self._words.setText(f"{words} {there}")

    def _place_words(self, place: tuple[float, float], axes: Axes, table: Array) -> str:
        last = len(table) - 1
        column, row = (round((0.5 + 0.5 * x / reach) * last) for x, reach in zip(place, axes.reach, strict=True))
        words = self.tr("Every panel shows the network at a = {a}, b = {b}, with a loss of {loss}.")
        return words.format(a=figure(place[0]), b=figure(place[1]), loss=figure(float(table[row, column])))

    def _look_at(self, a: float, b: float) -> None:
        """Show the kept moment that was clicked, or else the network at that place, in every panel."""
        if self._shown is None:
            return
        axes, clicked = self._shown[0], self.canvas.pixel_of(a, b)
        gaps = [QLineF(clicked, self.canvas.pixel_of(float(x), float(y))).length() for x, y in axes.path]
        if gaps and min(gaps) <= max(REACH, self.canvas.area().width() / len(self._shown[1]) / 2):
            self.workspace.look_at(axes.iterations[int(np.argmin(gaps))])
            return
        self._place = (a, b)
        self.workspace.time.look_aside(axes.centre + a * axes.first + b * axes.second)
        self._show()


def _cells(reach: float, side: int) -> Scale:
    """Return an axis on which the middles of the cells are the places that were computed, the outermost at the reach."""
    edge = reach + reach / (side - 1)
    return Scale(-edge, edge)


def _portion(networks: FrameNetwork, frame: Frame, axes: Axes, *, ticket: int, side: int, row: int, test: bool) -> Portion:
    """Compute as many rows as fit in a portion."""
    a = np.linspace(-axes.reach[0], axes.reach[0], side)
    b = np.linspace(-axes.reach[1], axes.reach[1], side)
    last = min(side, row + max(1, PORTION // side))
    return Portion(ticket, axes, side, row, plane_losses(networks, frame, axes, a, b[row:last], test=test))


def loss_image(table: Array, theme: Theme) -> QImage:
    """Return losses as colours on a logarithmic scale, the lowest deepest; grey where there is none."""
    finite = np.isfinite(table) & (table > 0)
    logs = np.log(np.where(finite, table, 1.0))
    low, high = (float(logs[finite].min()), float(logs[finite].max())) if finite.any() else (0.0, 1.0)
    share = 1 - (logs - low) / ((high - low) or 1.0)
    pixels = theme.lookup("magnitude")[np.clip(20 + share * 215, 0, 255).astype(int)].copy()
    hover = theme.color("hover")
    pixels[~finite] = (hover.red(), hover.green(), hover.blue())
    height, width = table.shape
    return QImage(np.ascontiguousarray(pixels).tobytes(), width, height, 3 * width, QImage.Format.Format_RGB888).copy()
