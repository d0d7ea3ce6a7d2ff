"""The boundary: what the network of the shown moment says at 100×100 places, live, and the points to paint on it."""

from __future__ import annotations

from typing import ClassVar, Final

import numpy as np
from PySide6.QtCore import QT_TRANSLATE_NOOP
from PySide6.QtWidgets import QHBoxLayout, QStackedLayout, QVBoxLayout, QWidget

from core.playground.experiment import tensorflow_playground
from core.probes.output_map import OutputMap, output_map
from core.training.frame import Frame
from workbench.labs import Place
from workbench.panels.base import Panel, register_panel
from workbench.panels.boundary.canvas import BoundaryCanvas
from workbench.panels.boundary.surface import SurfaceView
from workbench.playground.session import playground_session
from workbench.training.probe_worker import Probe
from workbench.translation.core_text import translate_core
from workbench.widgets.card import EmptyState
from workbench.widgets.labels import ElidedLabel
from workbench.widgets.numbers import figure, percent
from workbench.widgets.segmented import Segmented
from workbench.widgets.switch import Switch
from workbench.workspace import Workspace

SIDE: Final = 100


@register_panel
class BoundaryPanel(Panel):
    """Shows data of two inputs; for other data it offers to begin with the playground's own."""

    name: ClassVar[str] = "boundary"
    title: ClassVar[str] = str(QT_TRANSLATE_NOOP("Panels", "Boundary"))
    places: ClassVar[tuple[Place, ...]] = (Place("playground", 2, 0, stretch=6),)

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(workspace, parent)
        self._session = playground_session(workspace)
        self._frame: Frame | None = None
        self._probe = Probe(workspace.probes, self)
        self._probe.answered.connect(self._answered)
        self._probe.failed.connect(lambda _error: self._free())
        self._under_way = False
        self._waiting: Frame | None = None
        self._without_head = QWidget(self)  # until a dock's head takes it
        self._without_head.hide()
        self.canvas = BoundaryCanvas(self._session)
        self.canvas.pointed.connect(self._say)
        self.look = Segmented("boundary.look", self._without_head)
        self.look.changed.connect(self._take_look)
        self.surface = SurfaceView()
        self.tests = Switch("boundary.tests")
        self.tests.setChecked(True)
        self.tests.toggled.connect(self.canvas.set_tests)
        self.words = ElidedLabel(size="caption", tone="text2")
        self.words.setObjectName("boundary.words")
        foot = QHBoxLayout()
        foot.setSpacing(12)
        foot.addWidget(self.tests)
        foot.addWidget(self.words, 1)
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(8, 8, 12, 8)
        column.setSpacing(4)
        self._views = QStackedLayout()
        self._views.addWidget(self.canvas)
        self._views.addWidget(self.surface)
        column.addLayout(self._views, 1)
        column.addLayout(foot)
        self.empty = EmptyState("boundary.empty")
        self.empty.asked.connect(self._begin_playground)
        self._stack = QStackedLayout(self)
        self._stack.addWidget(page)
        self._stack.addWidget(self.empty)

    def head_controls(self) -> list[QWidget]:
        return [self.look]

    def retranslate(self) -> None:
        self.look.setAccessibleName(self.tr("How the answers are shown"))
        self.look.set_choices(
            [("smooth", self.tr("Smooth")), ("hard", self.tr("Hard")), ("surface", self.tr("3-D"))],
            {
                "smooth": self.tr("How sure the network is"),
                "hard": self.tr("Only which class is likeliest"),
                "surface": self.tr("The answers as a surface over the plane"),
            },
        )
        self.surface.setAccessibleName(self.tr("The answers as a surface over the plane"))
        self.surface.setToolTip(self.tr("Drag to turn; the wheel zooms"))
        self.canvas.setAccessibleName(self.tr("What the network says everywhere on the plane"))
        self.canvas.setToolTip(
            self.tr(
                "Drag a point to move it. With a brush in hand: paint; Shift paints the next class, Ctrl erases the nearest point"
            )
        )
        self.tests.setText(self.tr("Held-out points"))
        self.tests.setAccessibleName(self.tr("Held-out points"))
        self.tests.setToolTip(self.tr("Show validation and test points, as rings"))
        self.empty.set_words(
            self.tr("A boundary can be drawn for data of two inputs, such as points of the plane."),
            self.tr("Begin with TensorFlow Playground's default"),
        )
        self._say(None)

    def _take_look(self, key: str) -> None:
        self.canvas.set_hard(key == "hard")
        self._views.setCurrentIndex(1 if key == "surface" else 0)
        self.tests.setEnabled(key != "surface")

    # -- frames -------------------------------------------------------------------------------------------------

    def show_frame(self, frame: Frame) -> None:
        self._frame = frame
        fits = frame.data.input_shape == (2,)
        self._stack.setCurrentIndex(0 if fits else 1)
        if not fits:
            self.set_note("")
            return
        self.canvas.show_data(frame.data)
        self._waiting = frame
        if not self._under_way:
            self._ask()

    def _ask(self) -> None:
        """Ask about the latest frame, one question at a time."""
        frame, self._waiting = self._waiting, None
        if frame is None:
            return
        offset, scale = frame.data.offset, frame.data.scale
        ranges = self.canvas.ranges
        prepared = tuple(((low - offset) / scale, (high - offset) / scale) for low, high in ranges)
        self._under_way = True
        self._probe.ask(lambda networks: (frame.run, ranges, output_map(networks, frame, prepared, SIDE)))

    def _answered(self, answer: tuple[int, object, OutputMap]) -> None:
        run, ranges, said = answer
        if self._frame is not None and run == self._frame.run and ranges == self.canvas.ranges:
            self.canvas.show_map(said)
            self.surface.show_map(said, self.canvas.classes, self.canvas.limit)
            self._say(None)
        self._free()

    def _free(self) -> None:
        self._under_way = False
        if self._waiting is not None:
            self._ask()

    def _say(self, at: tuple[float, float] | None) -> None:
        """Say what the network answers at the pointer, or how many points it gets wrong."""
        frame = self._frame
        if frame is None or frame.data.input_shape != (2,):
            return
        said = self.canvas.answer_at(at) if at is not None else None
        classes = frame.data.classes
        if at is not None and said is not None:
            if classes:
                best = int(np.argmax(said))
                answer = self.tr("{name} {share}").format(name=translate_core(classes[best]), share=percent(float(said[best]), 1))
            else:
                answer = figure(float(said[0]))
            self.words.set_text(self.tr("x₁ {a}, x₂ {b}: {answer}").format(a=f"{at[0]:.2f}", b=f"{at[1]:.2f}", answer=answer))
            return
        test = frame.data.test
        if classes and len(test) and self.canvas.shown is not None:
            wrong = int(self.canvas.wrong(test.x * frame.data.scale + frame.data.offset, test.t).sum())
            self.words.set_text(self.tr("wrong on test: {wrong} of {all}").format(wrong=wrong, all=len(test)))
        else:
            self.words.set_text("")
        self.set_note(f"{SIDE}×{SIDE}")

    def _begin_playground(self) -> None:
        self._session.apply(tensorflow_playground(self.workspace.experiment), self.tr("TensorFlow Playground's default"))
