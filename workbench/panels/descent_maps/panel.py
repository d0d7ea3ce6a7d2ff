"""The panel of the maps: rate × momentum, and the basins of the minima. Both are computed beside the window."""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import replace
from typing import ClassVar, Final

import numpy as np
from PySide6.QtCore import QT_TRANSLATE_NOOP, QTimer
from PySide6.QtGui import QColor, QFontMetrics, QImage
from PySide6.QtWidgets import QVBoxLayout, QWidget

from core.arrays import Array
from core.descent.maps import BasinMap, RateMap, basin_map, rate_map
from core.descent.spec import MOST_RACERS, DescentSpec, Racer
from core.optimizers.base import OPTIMIZERS
from workbench.descent.map_canvas import MapCanvas, MapPicture
from workbench.descent.panel import DescentPanel
from workbench.descent.wording import place, racer_name
from workbench.labs import Place
from workbench.panels.base import register_panel
from workbench.plots.scales import Scale
from workbench.theme.theme import Theme, current_theme
from workbench.training.probe_worker import Probe
from workbench.widgets.combo_box import ComboBox
from workbench.widgets.labels import Label
from workbench.widgets.numbers import figure, percent, plain_number
from workbench.widgets.segmented import Segmented
from workbench.workspace import Workspace

RATES: Final = np.geomspace(1e-3, 10.0, 33)
MOMENTA: Final = np.linspace(0.0, 0.98, 22)
MOST: Final = 200
BASIN_CELLS: Final = 96
BASIN_STRENGTH, LOST_STRENGTH = 0.62, 0.42
"""How much of a colour shows beside the ground."""

PATIENCE_MILLISECONDS: Final = 200
CHEVRON: Final = 60
"""Pixels beside the words of a drop-down list."""


@register_panel
class DescentMapsPanel(DescentPanel):
    """What many races say together."""

    name: ClassVar[str] = "descent_maps"
    title: ClassVar[str] = str(QT_TRANSLATE_NOOP("Panels", "Maps"))
    places: ClassVar[tuple[Place, ...]] = (Place("descent", 2, 0, stretch=7, tab=1),)

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(workspace, parent)
        self._kind = Segmented("descent.maps.kind")
        self._kind.changed.connect(lambda _key: self._look())
        self._who = ComboBox("descent.maps.who")
        self._who.taken.connect(lambda _key: self._look())
        self.canvas = MapCanvas("descent.map")
        self.canvas.picked.connect(self._take)
        self._words = Label(size="dense", tone="text2", wrap=True)
        self._words.setObjectName("descent.map.words")
        self._found: RateMap | BasinMap | None = None
        self._found_key: Hashable = None
        self._asked_key: Hashable = None
        self._probe = Probe(workspace.probes, self)
        self._probe.answered.connect(self._answered)
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.setInterval(PATIENCE_MILLISECONDS)
        self._patience.timeout.connect(self._ask)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 8, 8, 8)
        layout.setSpacing(6)
        layout.addWidget(self.canvas, 1)
        layout.addWidget(self._words)
        current_theme().changed.connect(self._show)

    def head_controls(self) -> list[QWidget]:
        return [self._who, self._kind]

    def retranslate(self) -> None:
        self._kind.setAccessibleName(self.tr("Which map"))
        self._kind.set_choices(
            [("rates", self.tr("Rate × momentum")), ("basins", self.tr("Basins"))],
            {
                "rates": self.tr("How many steps each rate and momentum needs from the start"),
                "basins": self.tr("Which minimum a descent from each place reaches"),
            },
        )
        self._who.setAccessibleName(self.tr("Optimizer of the map"))
        self.canvas.setAccessibleName(self.tr("Map of many races"))
        self._look()

    # -- what to compute ----------------------------------------------------------------------------------------

    def show_race(self) -> None:
        self._look()

    def _choices(self) -> list[tuple[str, Racer]]:
        """Return who can be mapped: for momentum those that have one, and one that has, if nobody does."""
        racers = [(str(racer.colour), racer) for racer in self.session.spec.racers]
        if self._kind.key == "basins":
            return racers
        able = [(key, racer) for key, racer in racers if "momentum" in OPTIMIZERS.get(racer.optimizer.kind).fields]
        return able or [("new", Racer.of("Momentum", MOST_RACERS))]

    def _racer(self) -> Racer | None:
        choices = dict(self._choices())
        return choices.get(self._who.key) or next(iter(choices.values()), None)

    def _key(self, spec: DescentSpec, racer: Racer) -> Hashable:
        shared = (self._kind.key, spec.text, spec.home, spec.clip, spec.schedule, racer.newton, racer.optimizer.kind)
        if self._kind.key == "basins":
            return (*shared, racer.optimizer, spec.view, spec.steps)
        others = tuple(s for s in racer.optimizer.settings if s[0] not in {"lr", "momentum"})
        return (*shared, spec.starts[0], others)

    def look_again(self) -> None:
        self._look()

    def _look(self) -> None:
        """Show the present map, or begin to compute it once nothing changes any more."""
        if not self.is_seen:
            return
        choices = self._choices()
        names = [racer_name(racer) for _, racer in choices]
        self._who.set_choices([(key, name) for (key, _), name in zip(choices, names, strict=True)])
        metrics = QFontMetrics(self._who.font())
        self._who.setFixedWidth(max(map(metrics.horizontalAdvance, names), default=0) + CHEVRON)
        racer = self._racer()
        if racer is None:
            self._found = None
        elif self._key(self.session.race.spec, racer) != self._found_key:
            self.set_note(self.tr("computing"))
            self._patience.start()
        self._show()

    def _ask(self) -> None:
        racer, race = self._racer(), self.session.race
        if racer is None or not self.is_seen:
            return
        if self.session.in_gesture:
            self._patience.start()
            return
        spec, objective = race.spec, race.objective
        self._asked_key = self._key(spec, racer)
        if self._kind.key == "basins":
            left, right, bottom, top = spec.view
            columns = BASIN_CELLS
            rows = max(8, min(2 * BASIN_CELLS, round(columns * (top - bottom) / (right - left))))
            key = self._asked_key
            self._probe.ask(lambda _n: (key, basin_map(objective, spec, racer, spec.view, columns=columns, rows=rows)))
        else:
            key = self._asked_key
            self._probe.ask(lambda _n: (key, rate_map(objective, spec, racer, rates=RATES, momenta=MOMENTA, most=MOST)))

    def _answered(self, answer: tuple[Hashable, RateMap | BasinMap]) -> None:
        if answer[0] == self._asked_key:
            self._found_key, self._found = answer
            self.set_note("")
            self._show()

    # -- showing ------------------------------------------------------------------------------------------------

    def _show(self) -> None:
        racer, found = self._racer(), self._found
        if isinstance(found, RateMap) and self._kind.key == "rates" and racer is not None:
            self._show_rates(found, racer)
        elif isinstance(found, BasinMap) and self._kind.key == "basins" and racer is not None:
            self._show_basins(found, racer)
        else:
            self.canvas.show_picture(None, lambda _row, _column: "")
            self._words.setText("" if racer is not None else self.tr("Add an optimizer to map its ways."))

    def _show_rates(self, found: RateMap, racer: Racer) -> None:
        theme = current_theme()
        half = float(np.sqrt(RATES[1] / RATES[0]))
        step = float(MOMENTA[1] - MOMENTA[0]) / 2
        table = found.steps[::-1]
        momentum = float(dict(racer.optimizer.settings).get("momentum", 0.9))  # type: ignore[arg-type]
        picture = MapPicture(
            rates_image(table, found.most, theme),
            Scale(float(RATES[0]) / half, float(RATES[-1]) * half, log=True),
            Scale(float(MOMENTA[0]) - step, float(MOMENTA[-1]) + step),
            (self.tr("rate"), self.tr("momentum")),
            rings=((racer.rate, momentum),),
        )

        def describe(row: int, column: int) -> str:
            where = self.tr("rate {rate}, momentum {momentum}").format(
                rate=figure(float(found.rates[column])), momentum=plain_number(round(float(MOMENTA[::-1][row]), 3))
            )
            steps = table[row, column]
            if np.isinf(steps):
                return self.tr("{where}: diverges").format(where=where)
            if np.isnan(steps):
                return self.tr("{where}: not within {most} steps").format(where=where, most=found.most)
            return self.tr("{where}: {steps} steps").format(where=where, steps=int(steps))

        self.canvas.show_picture(picture, describe)
        finite = np.where(np.isfinite(found.steps), found.steps, np.inf)
        if np.isfinite(finite.min()):
            row, column = np.unravel_index(int(finite.argmin()), finite.shape)
            words = self.tr(
                "At best {steps} steps, with rate {rate} and momentum {momentum}. "
                "Red diverges, grey is not there after {most} steps. Click a cell to run it."
            ).format(
                steps=int(finite.min()),
                rate=figure(float(found.rates[column])),
                momentum=plain_number(round(float(found.momenta[row]), 3)),
                most=found.most,
            )
        else:
            words = self.tr("No rate here comes to rest at a minimum within {most} steps.").format(most=found.most)
        self._words.setText(words)

    def _show_basins(self, found: BasinMap, racer: Racer) -> None:
        left, right, bottom, top = found.view
        minima = tuple((float(x), float(y)) for x, y in found.minima)
        picture = MapPicture(
            basins_image(found.ends, current_theme()),
            Scale(left, right),
            Scale(bottom, top),
            ("x", "y"),
            crosses=tuple(m for m in minima if left <= m[0] <= right and bottom <= m[1] <= top)[:40],
            rings=self.session.spec.starts,
            square=True,
        )

        def describe(row: int, column: int) -> str:
            here = place(self.canvas.place_of(row, column))
            end = int(found.ends[row, column])
            if end < 0:
                return self.tr("{place}: no minimum after {steps} steps").format(place=here, steps=self.session.race.spec.steps)
            return self.tr("{place} ends at {minimum}").format(place=here, minimum=place(found.minima[end]))

        self.canvas.show_picture(picture, describe)
        shares = found.shares()
        order = np.argsort(-shares)[:4]
        parts = [f"{place(found.minima[i])} {percent(float(shares[i]), 0)}" for i in order if shares[i] > 0]
        words = self.tr("{name} reaches: {parts}.").format(name=racer_name(racer), parts=", ".join(parts))
        nobody = self.tr("{name} reaches no minimum from here within {steps} steps.")
        nobody = nobody.format(name=racer_name(racer), steps=self.session.race.spec.steps)
        hint = self.tr("Click to start there.")
        self._words.setText(f"{words} {hint}" if parts else nobody)

    # -- picking ------------------------------------------------------------------------------------------------

    def _take(self, x: float, y: float) -> None:
        spec, racer = self.session.spec, self._racer()
        if racer is None:
            return
        if self._kind.key == "basins":
            self.session.edit(replace(spec, starts=((round(x, 3), round(y, 3)), *spec.starts[1:])), self.tr("Move a start"))
        else:
            changed = racer.with_settings(lr=float(f"{x:.3g}"), momentum=round(max(0.0, y), 3))
            if racer in spec.racers:
                racers = tuple(changed if old == racer else old for old in spec.racers)
            elif len(spec.racers) < MOST_RACERS:
                free = next(c for c in range(MOST_RACERS + 1) if c not in {old.colour for old in spec.racers})
                racers = (*spec.racers, replace(changed, colour=free))
            else:
                return
            self.session.edit(replace(spec, racers=racers), self.tr("Run a cell of the map"))
        self.session.player.look_at(0)
        self.session.player.play()


def rates_image(table: Array, most: int, theme: Theme) -> QImage:
    """Return steps as colours: few are deep, lost ones red, and those that were not there in time grey."""
    finite = np.isfinite(table)
    share = np.where(finite, 1 - np.log1p(np.where(finite, table, 0)) / np.log1p(most), 0)
    pixels = np.empty((*table.shape, 3), np.uint8)
    pixels[:] = theme.lookup("magnitude")[np.clip(30 + share * 225, 0, 255).astype(int)]
    pixels[np.isnan(table)] = _bytes(theme.color("hover"))
    pixels[np.isinf(table)] = _mixed(theme, theme.color("error"), LOST_STRENGTH)
    return _image(pixels)


def basins_image(ends: Array, theme: Theme) -> QImage:
    """Return the minima that starts reach as colours; grey where none is reached."""
    runs = [_mixed(theme, theme.run(number), BASIN_STRENGTH) for number in range(int(ends.max()) + 1)]
    table = np.array([*runs, _bytes(theme.color("hover"))], np.uint8)
    return _image(table[np.where(ends < 0, len(table) - 1, ends)])


def _bytes(colour: QColor) -> Array:
    return np.array([colour.red(), colour.green(), colour.blue()], np.float64)


def _mixed(theme: Theme, colour: QColor, share: float) -> Array:
    """Return a colour that lets a share of the plot's ground through."""
    plot = _bytes(theme.color("plot"))
    return np.rint(plot + share * (_bytes(colour) - plot)).astype(np.uint8)


def _image(pixels: Array) -> QImage:
    height, width = pixels.shape[:2]
    return QImage(np.ascontiguousarray(pixels).tobytes(), width, height, 3 * width, QImage.Format.Format_RGB888).copy()
