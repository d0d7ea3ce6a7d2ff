"""Draw a digit and see at once how the network reads it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import ClassVar, Final

from PySide6.QtCore import QT_TRANSLATE_NOOP, QTimer
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QFileDialog, QGridLayout, QHBoxLayout, QMenu, QStackedLayout, QWidget

from core.arrays import Array
from core.datasets.added_drawings import added_drawing, with_drawings
from core.errors import DataError
from core.probes.drawing import DrawingFrame, FittedDrawing, drawing_frame
from core.probes.pictures import picture_shape
from core.probes.predictions import Predictions, predict
from core.training.frame import Frame
from workbench.errors import show_error
from workbench.labs import Place
from workbench.panels.base import Panel, register_panel
from workbench.panels.draw_pad.asking import Asking
from workbench.panels.draw_pad.bars import ProbabilityBars
from workbench.panels.draw_pad.pad import Pad
from workbench.panels.draw_pad.picture_file import SUFFIXES, picture_of
from workbench.specimen import specimen_of
from workbench.training.probe_worker import Probe
from workbench.widgets.buttons import IconButton
from workbench.widgets.card import EmptyState, Separator
from workbench.widgets.labels import ElidedLabel
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
        self.fitted: FittedDrawing | None = None
        self._given: Array | None = None
        # Fitting takes longer than the mouse needs for its next pixel, and Qt drops moves that wait.
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(SOON_MILLISECONDS)
        self._soon.timeout.connect(self._take_in)
        self._probe = Probe(workspace.probes, self, prompt=True)
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
        grid.addWidget(self.bars, 0, 1)
        grid.addLayout(self._build_tools(), 1, 0, 1, 2)
        self.asking = Asking(self.workspace)
        self.asking.add_act(self.add)
        grid.addWidget(Separator(), 2, 0, 1, 2)
        grid.addWidget(self.asking, 3, 0, 1, 2)
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
        self.clear = IconButton("draw_pad.clear", "trash")
        self.clear.clicked.connect(self.pad.clear)
        self.open = IconButton("draw_pad.open", "folder")
        self.open.clicked.connect(self.choose_file)
        self.pad.dropped.connect(self.open_file)
        self.add = IconButton("draw_pad.add", "plus")
        self._labels = QMenu(self.add)
        self.add.setMenu(self._labels)
        self.message = ElidedLabel(size="caption", tone="text2")
        self.message.setObjectName("draw_pad.message")
        tools = QHBoxLayout()
        tools.setSpacing(4)
        for tool in (self.pen, self.eraser, self.undo, self.clear, self.open):
            tools.addWidget(tool)
        tools.addWidget(self.message, 1)
        return tools

    def retranslate(self) -> None:
        self.pad.setAccessibleName(self.tr("Pad to draw on"))
        self.pad.set_hint(self.tr("Draw here"))
        self.bars.setAccessibleName(self.tr("Probability of each class"))
        self.pen.set_words(self.tr("Pen"))
        self.eraser.set_words(self.tr("Eraser"))
        self.undo.set_words(self.tr("Undo the last stroke"), QKeySequence(QKeySequence.StandardKey.Undo))
        self.clear.set_words(self.tr("Take an empty sheet"), QKeySequence("Delete"))
        self.open.set_words(self.tr("Open a picture; one can also be dropped on the pad"))
        self.add.set_words(self.tr("Add the drawing to the training data"))
        self.asking.retranslate()
        self._offer_labels()
        self.empty.set_words(self.tr("Drawing needs data of square images with one channel, such as digits."))

    def show_frame(self, frame: Frame) -> None:
        self._frame = frame
        if frame.run != self._run:
            self._run = frame.run
            self._begin(frame)
        name = frame.experiment.network.name or self.tr("Network")
        self.set_note(self.tr("{name}, iteration {n}").format(name=name, n=f"{frame.iteration:,}"))
        self.asking.take(frame, self._style, self.fitted)
        self._ask()

    def _begin(self, frame: Frame) -> None:
        data = frame.data
        shape = picture_shape(frame)
        self._style = drawing_frame(data, shape) if data.task == "classification" else None
        self._stack.setCurrentIndex(0 if self._style else 1)
        self.bars.show_classes(data.classes)
        self._offer_labels()
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
        self.add.setEnabled(self.fitted is not None)

    def _fit_picture(self) -> None:
        """Show the drawing as the network will see it, or nothing for a sheet without ink; the whole lab looks into it."""
        self.fitted = None
        if self._style is not None and self.pad.drawing.strokes:
            try:
                self.fitted = self._style.fit(self.pad.read())
            except DataError:
                self.fitted = None
        if self._frame is not None:
            self.asking.take(self._frame, self._style, self.fitted)
        if self.fitted is None:
            self.bars.show_probabilities(None)
        self._give()
        self._show_tools()

    def _give(self) -> None:
        """Let the whole lab look into the drawing; an empty sheet takes back only what it gave, for there are other pads."""
        specimen, before = specimen_of(self.workspace), self._given
        self._given = None if self._style is None or self.fitted is None else self._style.sample(self.fitted.picture)
        if self._given is not None or (before is not None and specimen.drawing is before):
            specimen.take_drawing(self._given)

    def _ask(self) -> None:
        frame, style, fitted = self._frame, self._style, self.fitted
        if frame is None or style is None or fitted is None:
            return
        sample = style.sample(fitted.picture)
        self._probe.ask(lambda networks: (frame.run, predict(networks, frame, sample)))

    def _answered(self, answer: tuple[int, Predictions]) -> None:
        run, predictions = answer
        if run == self._run and self.fitted is not None:
            self.bars.show_probabilities(predictions.probabilities[0])

    # -- files and data -----------------------------------------------------------------------------------------

    def choose_file(self) -> None:
        """Ask for a picture file and take it on the pad."""
        kinds = " ".join(f"*{suffix}" for suffix in SUFFIXES)
        chosen, _ = QFileDialog.getOpenFileName(self, self.tr("Open a picture"), "", self.tr("Pictures ({0})").format(kinds))
        if chosen:
            self.open_file(Path(chosen))

    def open_file(self, path: Path) -> None:
        """Take a picture file on the pad."""
        try:
            self.pad.place(picture_of(path))
        except DataError as error:
            show_error(self, error)

    def _offer_labels(self) -> None:
        self._labels.clear()
        for k, name in enumerate(self._frame.data.classes if self._frame is not None else ()):
            action = self._labels.addAction(
                self.tr("It is a “{label}”").format(label=name), lambda label=k: self.add_drawing(label)
            )
            action.setObjectName(f"draw_pad.add.{k}")

    def add_drawing(self, label: int) -> None:
        """Add the drawing to the training data; the run goes on with it, and Undo takes it out again."""
        workspace, fitted, data = self.workspace, self.fitted, self.workspace.run.data
        if fitted is None or data is None:
            return
        experiment = workspace.experiment
        drawn = added_drawing(fitted.picture, label)
        recipe = replace(experiment.data, drawings=(*experiment.data.drawings, drawn))
        more = replace(data, train=with_drawings(data.train, (drawn,), len(data.classes)))
        workspace.apply_data(replace(experiment, data=recipe), more, self.tr("Add a drawing to the data"))
        said = self.tr("Own drawings: {n}. Press play to train.")
        self.message.set_text(said.format(n=len(recipe.drawings)))
