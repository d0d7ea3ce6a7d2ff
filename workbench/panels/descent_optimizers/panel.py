"""The panel of the optimizers: one card each, and a menu to add another."""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import replace
from typing import ClassVar, Final

from PySide6.QtCore import QT_TRANSLATE_NOOP, Qt, QTimer
from PySide6.QtWidgets import QFrame, QMenu, QScrollArea, QVBoxLayout, QWidget

from core.descent.maps import edge_of_divergence
from core.descent.spec import MOST_RACERS, DescentSpec, Racer
from core.fields import Value
from core.optimizers.base import OPTIMIZERS
from workbench.descent.panel import DescentPanel
from workbench.descent.wording import racer_name
from workbench.labs import Place
from workbench.panels.base import register_panel
from workbench.panels.descent_optimizers.card import RacerCard
from workbench.training.probe_worker import Probe
from workbench.translation.core_text import translate_core
from workbench.widgets.buttons import Button
from workbench.widgets.numbers import figure
from workbench.workspace import Workspace

PATIENCE_MILLISECONDS: Final = 250
MOST_EDGES: Final = 200

KINDS: Final = ("SGD", "Momentum", "Nesterov", "AdaGrad", "RMSProp", "Adam", "AdamW")
RATES: Final = {"SGD": 0.1, "Momentum": 0.05, "Nesterov": 0.05, "AdaGrad": 0.5, "RMSProp": 0.1, "Adam": 0.3, "AdamW": 0.3}
"""Rates that suit two parameters; those of networks would hardly move here."""


@register_panel
class DescentOptimizersPanel(DescentPanel):
    """Who races. All settings act at once on the whole path."""

    name: ClassVar[str] = "descent_optimizers"
    title: ClassVar[str] = str(QT_TRANSLATE_NOOP("Panels", "Optimizers"))
    places: ClassVar[tuple[Place, ...]] = (Place("descent", 0, 1, stretch=58),)

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(workspace, parent)
        self._cards: list[RacerCard] = []
        self._made_for: tuple[tuple[str, int, bool], ...] = ()
        self._shown_step = -1
        self._edges: dict[Hashable, float | None] = {}
        self._probe = Probe(workspace.probes, self)
        self._probe.answered.connect(self._take_edges)
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.setInterval(PATIENCE_MILLISECONDS)
        self._patience.timeout.connect(self._ask_edges)
        held = QWidget()
        held.setObjectName("scrolled")
        self._column = QVBoxLayout(held)
        self._column.setContentsMargins(6, 8, 6, 8)
        self._column.setSpacing(6)
        self._list = QVBoxLayout()
        self._list.setSpacing(6)
        self._column.addLayout(self._list)
        self._add = Button("descent.add", quiet=True)
        self._menu = QMenu(self)
        self._menu.setToolTipsVisible(True)
        self._add.setMenu(self._menu)
        self._column.addWidget(self._add, 0, Qt.AlignmentFlag.AlignLeft)
        self._column.addStretch(1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(held)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(area)

    def retranslate(self) -> None:
        self._add.setText(self.tr("Add optimizer"))
        self._menu.clear()
        for kind in KINDS:
            optimizer = OPTIMIZERS.get(kind)
            action = self._menu.addAction(translate_core(optimizer.title), lambda k=kind: self._add_racer(k))
            action.setToolTip(translate_core(optimizer.help))
            action.setObjectName(f"descent.add.{kind}")
        newton = self._menu.addAction(self.tr("Newton"), lambda: self._add_racer("SGD", newton=True))
        newton.setToolTip(self.tr("Divides the gradient by the curvature: straight to the minimum of a bowl, or to a saddle."))
        newton.setObjectName("descent.add.Newton")
        for card in self._cards:
            card.retranslate()
        self.show_spec()

    # -- showing ------------------------------------------------------------------------------------------------

    def show_spec(self) -> None:
        racers = self.session.spec.racers
        wanted = tuple((racer.optimizer.kind, racer.colour, racer.newton) for racer in racers)
        if wanted != self._made_for:
            self._make(racers)
            self._made_for = wanted
        for card, racer in zip(self._cards, racers, strict=True):
            if not card.sliding:
                card.show_racer(racer)
        self._add.setEnabled(len(racers) < MOST_RACERS)

    def _make(self, racers: tuple[Racer, ...]) -> None:
        for card in self._cards:
            self._list.removeWidget(card)
            card.hide()
            card.setParent(None)
            card.deleteLater()
        self._cards = []
        for index, racer in enumerate(racers):
            card = RacerCard(index, racer)
            card.set.connect(lambda name, value, i=index: self._set(i, name, value))
            card.settled.connect(self.session.end_gesture)
            card.eyed.connect(lambda i=index: self._toggle(i))
            card.removed.connect(lambda i=index: self._remove(i))
            self._list.addWidget(card)
            self._cards.append(card)

    def show_race(self) -> None:
        self._shown_step = -1
        self.show_moment()
        self._show_edges()
        if any(_edge_key(self.session.race.spec, racer) not in self._edges for racer in self.session.race.spec.racers):
            self._patience.start()

    def _ask_edges(self) -> None:
        """Find in the background from which rate on each optimizer diverges."""
        race = self.session.race
        wanted = {_edge_key(race.spec, racer): racer for racer in race.spec.racers}
        missing = {key: racer for key, racer in wanted.items() if key not in self._edges}
        objective, spec = race.objective, race.spec

        def find(_networks: object) -> dict[Hashable, float | None]:
            return {key: edge_of_divergence(objective, spec, racer) for key, racer in missing.items()}

        self._probe.ask(find)

    def _take_edges(self, edges: dict[Hashable, float | None]) -> None:
        if len(self._edges) > MOST_EDGES:
            self._edges.clear()
        self._edges.update(edges)
        self._show_edges()

    def _show_edges(self) -> None:
        spec = self.session.race.spec
        for card, racer in zip(self._cards, spec.racers, strict=False):
            edge = self._edges.get(_edge_key(spec, racer))
            known = _edge_key(spec, racer) in self._edges
            words = self.tr("edge {0}").format(_three_figures(edge)) if edge is not None else self.tr("no edge") if known else ""
            card.show_edge(words, self.tr("From this rate on it ends higher than it began"))

    def show_moment(self) -> None:
        race, step = self.session.race, self.session.player.step
        if step == self._shown_step or len(race.paths) != len(self._cards):
            return
        self._shown_step = step
        for card, path in zip(self._cards, race.paths, strict=True):
            card.show_path(path, race.objective, step, self.session.start_of(race))
        self.set_note(self.tr("step {step} of {steps}").format(step=step, steps=race.spec.steps))

    # -- edits --------------------------------------------------------------------------------------------------

    def _edit(self, index: int, racer: Racer, text: str) -> None:
        spec = self.session.spec
        racers = tuple(racer if i == index else old for i, old in enumerate(spec.racers))
        self.session.edit(replace(spec, racers=racers), text)

    def _set(self, index: int, name: str, value: Value) -> None:
        if self._cards[index].sliding and not self.session.in_gesture:
            self.session.begin_gesture()
        racer = self.session.spec.racers[index]
        title = translate_core(OPTIMIZERS.get(racer.optimizer.kind).fields[name].title)
        text = self.tr("Change {setting} of {name}").format(setting=title, name=racer_name(racer))
        self._edit(index, racer.with_settings(**{name: value}), text)

    def _toggle(self, index: int) -> None:
        racer = self.session.spec.racers[index]
        text = self.tr("Hide {0}") if racer.shown else self.tr("Show {0}")
        self._edit(index, replace(racer, shown=not racer.shown), text.format(racer_name(racer)))

    def _remove(self, index: int) -> None:
        spec = self.session.spec
        gone = spec.racers[index]
        racers = tuple(racer for i, racer in enumerate(spec.racers) if i != index)
        self.session.edit(replace(spec, racers=racers), self.tr("Remove {0}").format(racer_name(gone)))

    def _add_racer(self, kind: str, *, newton: bool = False) -> None:
        spec = self.session.spec
        free = next(c for c in range(MOST_RACERS + 1) if c not in {racer.colour for racer in spec.racers})
        racer = Racer.of(kind, free, newton=newton, lr=1.0 if newton else RATES[kind])
        self.session.edit(replace(spec, racers=(*spec.racers, racer)), self.tr("Add {0}").format(racer_name(racer)))


def _three_figures(number: float) -> str:
    """Return a rate as exactly as it is found."""
    return f"{number:#.3g}" if 1e-3 <= number < 1e3 else figure(number)


def _edge_key(spec: DescentSpec, racer: Racer) -> Hashable:
    """Return what decides from which rate on a racer diverges; its own rate does not."""
    settings = tuple(setting for setting in racer.optimizer.settings if setting[0] != "lr")
    return (spec.text, spec.starts[0], spec.steps, spec.clip, spec.schedule, racer.optimizer.kind, settings, racer.newton)
