"""When the run learned each sample and when it forgot it: asked of the kept moments, a few at a time."""

from __future__ import annotations

from typing import ClassVar, Final

import numpy as np
from PySide6.QtCore import QT_TRANSLATE_NOOP, QTimer
from PySide6.QtWidgets import QHBoxLayout, QStackedLayout, QVBoxLayout, QWidget

from core.arrays import Array
from core.datasets.base import Samples
from core.probes.pictures import frame_pictures
from core.probes.sample_choice import choose_samples
from core.probes.sample_history import SampleHistory, margins, spread
from core.training.frame import Frame
from core.training.snapshot import Snapshot
from workbench.labs import Place
from workbench.panels.base import Panel, register_panel
from workbench.panels.sample_history.strips import HistoryStrips, Row
from workbench.plots.color_bar import ColorBar
from workbench.training.probe_worker import Probe
from workbench.translation.core_text import translate_core
from workbench.verdicts import judge_of
from workbench.widgets.card import EmptyState
from workbench.widgets.labels import ElidedLabel
from workbench.widgets.numbers import grouped
from workbench.widgets.segmented import Segmented
from workbench.workspace import Workspace

WATCHED: Final = 200
"""Samples of the test data, spread over the classes, that are looked at unless those of the gallery are."""

MOMENTS: Final = 64
AT_ONCE: Final = 4
"""Moments to a question."""

PACE_MILLISECONDS: Final = 400

KEY_WIDTH: Final = 150
"""Of the bar that says which colour is right."""

Known = dict[int, tuple[Snapshot, Array]]


@register_panel
class SampleHistoryPanel(Panel):
    """A strip over the run for each sample."""

    name: ClassVar[str] = "sample_history"
    title: ClassVar[str] = str(QT_TRANSLATE_NOOP("Panels", "Learned and forgotten"))
    places: ClassVar[tuple[Place, ...]] = (Place("train", column=1, row=0, stretch=3, tab=3),)

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(workspace, parent)
        self.judge = judge_of(workspace)
        self._without_head = QWidget(self)  # until a dock's head takes it
        self._without_head.hide()
        self.order = Segmented("sample_history.order", self._without_head)
        self.strips = HistoryStrips()
        self.line = ElidedLabel(size="dense", tone="text2")
        self.key = ColorBar("sample_history.key", "signed")
        self.key.setFixedWidth(KEY_WIDTH)
        self.nothing = EmptyState("sample_history.nothing")
        self.history: SampleHistory | None = None
        self._frame: Frame | None = None
        self._about: tuple[object, ...] = ()
        self._samples: Samples | None = None
        self._known: Known = {}
        self._busy = False
        self.judge.serve(self)
        self.line.setObjectName("sample_history.line")
        self.order.changed.connect(self._reorder)
        self.judge.chosen.connect(lambda: self._when_seen("choice", self._ask))
        self.judge.changed.connect(lambda: self._when_seen("verdict", self._follow_gallery))
        self.strips.picked.connect(workspace.look_at)
        self._pace = QTimer(self)
        self._pace.setSingleShot(True)
        self._pace.setInterval(PACE_MILLISECONDS)
        self._pace.timeout.connect(lambda: self._when_seen("ask", self._ask))
        self._probe = Probe(workspace.probes, self)
        self._probe.answered.connect(self._answered)
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(12, 8, 12, 8)
        column.setSpacing(6)
        top = QHBoxLayout()
        top.setSpacing(12)
        top.addWidget(self.line, 1)
        top.addWidget(self.key)
        column.addLayout(top)
        column.addWidget(self.strips, 1)
        self._stack = QStackedLayout(self)
        self._stack.addWidget(page)
        self._stack.addWidget(self.nothing)

    def head_controls(self) -> list[QWidget]:
        return [self.order]

    def retranslate(self) -> None:
        orders = [
            ("forgotten", self.tr("Forgotten"), self.tr("Samples that were forgotten most often first")),
            ("late", self.tr("Late"), self.tr("Samples that were learned last first, those never learned before all")),
            ("gallery", self.tr("Gallery"), self.tr("The samples on the page of the gallery")),
        ]
        self.order.set_choices([(key, word) for key, word, _ in orders], {key: about for key, _, about in orders})
        self.order.setAccessibleName(self.tr("Which samples are shown first"))
        self.strips.setAccessibleName(self.tr("History of each sample: blue while right, orange while wrong"))
        self.strips.set_words(self.tr("iteration"))
        self.key.setAccessibleName(self.tr("History of each sample: blue while right, orange while wrong"))
        self.key.set_ends(self.tr("wrong"), self.tr("right"))
        words = self.tr("These are values, not classes: no sample is right or wrong, so none is learned or forgotten.")
        self.nothing.set_words(words)
        self._show()

    def show_frame(self, frame: Frame) -> None:
        self._frame = frame
        self._stack.setCurrentIndex(int(frame.data.task == "regression"))
        if self.order.key == "gallery":
            self.judge.look(frame)
        if not self._pace.isActive():
            self._ask()
        if not frame.live:
            self._show()

    def look_again(self) -> None:
        self._ask()

    def _reorder(self) -> None:
        if self.order.key == "gallery" and self._frame is not None:
            self.judge.look(self._frame)
        self._ask()

    def _follow_gallery(self) -> None:
        if self.order.key == "gallery":
            self._ask()

    def _wanted(self, frame: Frame) -> tuple[Samples, Array]:
        """Return the part and the rows that are to be shown."""
        verdict = self.judge.verdict
        if self.order.key == "gallery" and verdict is not None and verdict.frame.run == frame.run:
            return verdict.samples, verdict.judgement.rows[self.judge.page_places()]
        rng = np.random.default_rng(np.random.SeedSequence(frame.experiment.seed, spawn_key=(44,)))
        return frame.data.test, choose_samples(frame.data.test, frame.data.task, WATCHED, rng)

    def _ask(self) -> None:
        """Ask about moments that are not known yet, a few at a time; the rest when these are answered."""
        frame = self._frame
        if frame is None or frame.data.task == "regression" or frame.run != self.workspace.shown.number:
            return
        part, rows = self._wanted(frame)
        about = (frame.run, id(part), rows.tobytes())
        if about != self._about:
            self._about, self._samples, self._known, self._busy = about, part.take(rows), {}, False
            self.history = None
            self.strips.show_pictures(frame_pictures(frame, self._samples.x))
        if self._busy or self._samples is None:
            return
        samples = self._samples
        moments = spread(self.workspace.shown.timeline.snapshots, MOMENTS)
        missing = [s for s in moments if s.iteration not in self._known or self._known[s.iteration][0] is not s][:AT_ONCE]
        if missing:
            self._busy = True
            self._pace.start()
            self._probe.ask(
                lambda networks: (about, [(s, margins(networks, frame, s, samples)) for s in missing]),
            )
        elif moments:
            kept = {s.iteration for s in moments}
            self._known = {i: known for i, known in self._known.items() if i in kept}
            table = np.array([self._known[s.iteration][1] for s in moments])
            self.history = SampleHistory(np.array([s.iteration for s in moments]), table)
            self._show()

    def _answered(self, answer: tuple[tuple[object, ...], list[tuple[Snapshot, Array]]]) -> None:
        about, found = answer
        if about != self._about:
            return
        self._busy = False
        self._known.update({snapshot.iteration: (snapshot, values) for snapshot, values in found})
        self._when_seen("ask", self._ask)

    def _show(self) -> None:
        frame, history, samples = self._frame, self.history, self._samples
        if frame is None or history is None or samples is None:
            return
        now = history.until(frame.iteration)
        places = np.arange(len(samples))
        if self.order.key == "forgotten":
            places = np.argsort(-history.forgotten, kind="stable")
        elif self.order.key == "late":
            never = history.settled < 0
            places = np.argsort(-np.where(never, np.inf, history.settled), kind="stable")
        learned, settled, forgotten = now.learned, now.settled, now.forgotten
        rows = [
            Row(
                int(p),
                translate_core(frame.data.classes[int(samples.t[p])]),
                self._words(int(learned[p]), int(settled[p]), int(forgotten[p])),
            )
            for p in places
        ]
        self.strips.show_history(history, rows, frame.iteration)
        summary = self.tr("{0} samples, {1} moments: {2} never learned, {3} forgotten at least once, {4} right at this iteration")
        counts = (len(samples), len(now.iterations), (learned < 0).sum(), (forgotten > 0).sum(), (settled >= 0).sum())
        self.line.set_text(summary.format(*(grouped(int(count)) for count in counts)))
        self.strips.setAccessibleDescription(self.line.whole)

    def _words(self, learned: int, settled: int, forgotten: int) -> str:
        """Say when a sample was learned, and how often it was forgotten."""
        if learned < 0:
            return self.tr("never learned")
        if not forgotten:
            return self.tr("since {0}").format(grouped(settled))
        if settled < 0:
            return self.tr("from {0}, forgotten {1}×, wrong").format(grouped(learned), forgotten)
        return self.tr("from {0}, forgotten {1}×").format(grouped(learned), forgotten)
