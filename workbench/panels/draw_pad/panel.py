"""Draw a digit and see at once how the network reads it."""

from __future__ import annotations

from typing import ClassVar, Final

from PySide6.QtCore import QT_TRANSLATE_NOOP, Qt, QTimer
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QStackedLayout, QWidget

from core.errors import DataError
from core.probes.drawing import DrawingFrame, drawing_frame
from core.probes.kernels import image_behind
from core.probes.predictions import Predictions, predict
from core.training.frame import Frame
from workbench.labs import Place
from workbench.panels.base import Panel, register_panel
from workbench.panels.draw_pad.bars import ProbabilityBars
from workbench.panels.draw_pad.pad import Pad
from workbench.panels.draw_pad.seen_steps import SeenSteps
from workbench.training.probe_worker import Probe
from workbench.widgets.buttons import Button, IconButton
from workbench.widgets.card import EmptyState, Separator
from workbench.workspace import Workspace

SOON_MILLISECONDS: Final = 25


@register_panel
class DrawPadPanel(Panel):
    """A pad, the probabilities of the frame's network for what is on it, and the picture that the network gets."""

    name: ClassVar[str] = "draw_pad"
    title: ClassVar[str] = str(QT_TRANSLATE_NOOP("Panels", "Draw a digit"))
    places: ClassVar[tuple[Place, ...]] = (Place("filters", column=1), Place("train", column=2, row=1, stretch=2, tab=1))

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(workspace, parent)
        self._run = -1
        self._frame: Frame | None = None
        self._style: DrawingFrame | None = None
        # Fitting takes longer than the mouse needs for its next pixel, and Qt drops moves that wait.
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(SOON_MILLISECONDS)
        self._soon.timeout.connect(self._take_in)
        self._probe = Probe(workspace.probes, self)
        self._probe.answered.connect(self._answered)
        self._build()

    def _build(self) -> None:
        self.pad = Pad()
        self.pad.setObjectName("draw_pad.pad")
        self.pad.drawn.connect(self._drawn)
        self.bars = ProbabilityBars()
        self.bars.setObjectName("draw_pad.bars")
        grid = QGridLayout()
        grid.setContentsMargins(12, 12, 12, 12)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(8)
        grid.addWidget(self.pad, 0, 0)
        grid.addWidget(self.bars, 0, 1, 2, 1)
        grid.addLayout(self._build_tools(), 1, 0)
        self.steps = SeenSteps()
        self.steps.setObjectName("draw_pad.steps")
        grid.addWidget(Separator(), 2, 0, 1, 2)
        grid.addWidget(self.steps, 3, 0, 1, 2, Qt.AlignmentFlag.AlignTop)
        grid.setColumnStretch(0, 3)
        grid.setColumnStretch(1, 2)
        grid.setRowStretch(3, 1)
        content = QWidget()
        content.setLayout(grid)
        self.empty = EmptyState("draw_pad.empty")
        self._stack = QStackedLayout(self)
        self._stack.addWidget(content)
        self._stack.addWidget(self.empty)
        self._show_tools()

    def _build_tools(self) -> QHBoxLayout:
        self.pen = IconButton("draw_pad.pen", "pencil")
        self.eraser = IconButton("draw_pad.eraser", "eraser")
        for button in (self.pen, self.eraser):
            button.setCheckable(True)
            button.setAutoExclusive(True)
        self.pen.setChecked(True)
        self.eraser.toggled.connect(self._choose_tool)
        self.undo = IconButton("draw_pad.undo", "undo")
        self.undo.clicked.connect(self.pad.undo)
        self.clear = Button("draw_pad.clear")
        self.clear.clicked.connect(self.pad.clear)
        tools = QHBoxLayout()
        tools.setSpacing(4)
        for tool in (self.pen, self.eraser, self.undo):
            tools.addWidget(tool)
        tools.addStretch(1)
        tools.addWidget(self.clear)
        return tools

    def retranslate(self) -> None:
        self.pad.setAccessibleName(self.tr("Pad to draw on"))
        self.bars.setAccessibleName(self.tr("Probability of each class"))
        self.steps.setAccessibleName(self.tr("What the network sees"))
        self.pen.set_words(self.tr("Pen"))
        self.eraser.set_words(self.tr("Eraser"))
        self.undo.set_words(self.tr("Undo the last stroke"), QKeySequence(QKeySequence.StandardKey.Undo))
        self.clear.setText(self.tr("Clear"))
        self.clear.setToolTip(self.tr("Take an empty sheet (Delete)"))
        self.steps.set_words(self.tr("Crop"), self.tr("Fit to {0}"), self.tr("Centre"), self.tr("the input"))
        self.empty.set_words(self.tr("Drawing needs data of square images with one channel, such as digits."))

    def show_frame(self, frame: Frame) -> None:
        self._frame = frame
        if frame.run != self._run:
            self._run = frame.run
            self._begin(frame)
        name = frame.experiment.network.name or self.tr("Network")
        self.set_note(self.tr("{name}, iteration {n}").format(name=name, n=f"{frame.iteration:,}"))
        self._ask()

    def _begin(self, frame: Frame) -> None:
        data = frame.data
        shape = data.input_shape if len(data.input_shape) == 3 else image_behind(frame.experiment, data.input_shape)
        self._style = drawing_frame(data, shape) if data.task == "classification" else None
        self._stack.setCurrentIndex(0 if self._style else 1)
        self.bars.show_classes(data.classes)
        self._fit_picture()

    def _choose_tool(self, erasing: bool) -> None:
        self.pad.erasing = erasing

    def _drawn(self) -> None:
        self._show_tools()
        if not self.pad.drawing.strokes:
            self._take_in()
        elif not self._soon.isActive():
            self._soon.start()

    def _take_in(self) -> None:
        self._fit_picture()
        self._ask()

    def _show_tools(self) -> None:
        self.undo.setEnabled(self.pad.drawing.can_undo)
        self.clear.setEnabled(bool(self.pad.drawing.strokes))

    def _fit_picture(self) -> None:
        """Show the drawing as the network will see it, or nothing for a sheet without ink."""
        fitted = None
        if self._style is not None and self.pad.drawing.strokes:
            try:
                fitted = self._style.fit(self.pad.read())
            except DataError:
                fitted = None
        self.steps.show_drawing(fitted, self._style)
        if fitted is None:
            self.bars.show_probabilities(None)

    def _ask(self) -> None:
        frame, style, fitted = self._frame, self._style, self.steps.drawing
        if frame is None or style is None or fitted is None:
            return
        sample = style.sample(fitted.picture)
        self._probe.ask(lambda networks: (frame.run, predict(networks, frame, sample)))

    def _answered(self, answer: tuple[int, Predictions]) -> None:
        run, predictions = answer
        if run == self._run and self.steps.drawing is not None:
            self.bars.show_probabilities(predictions.probabilities[0])
