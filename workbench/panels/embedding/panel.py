"""Which samples look alike to the network: its last hidden layer on a plane, at the moment that is shown."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import ClassVar, Final

import numpy as np
from PySide6.QtCore import QT_TRANSLATE_NOOP
from PySide6.QtWidgets import QVBoxLayout, QWidget

from core.arrays import Array
from core.probes.accuracy import answers
from core.probes.embedding import LIBRARIES, METHODS, Method, is_installed, neighbours_kept, principal, turned_like
from core.probes.frame_network import FrameNetwork
from core.probes.last_hidden import last_hidden
from core.probes.pictures import picture_shape, sample_pictures
from core.training.frame import Frame
from workbench.labs import Place
from workbench.panels.base import register_panel
from workbench.panels.embedding.canvas import EmbeddingCanvas
from workbench.panels.embedding.laying_out import LayingOut, LayOut, Task
from workbench.specimen_panel import SpecimenPanel
from workbench.training.rounds import Rounds
from workbench.translation.core_text import error_text
from workbench.widgets.card import EmptyState
from workbench.widgets.labels import Label
from workbench.widgets.numbers import grouped, percent
from workbench.widgets.segmented import Segmented
from workbench.workspace import Workspace

COUNT: Final = 500
"""Test samples that are laid out."""

NAMES: Final[dict[Method, str]] = {"pca": "PCA", "tsne": "t-SNE", "umap": "UMAP"}


@dataclass(frozen=True)
class Laid:
    """Where the samples lie at one moment, what the network says of them, and the shares of variance for PCA."""

    frame: Frame
    method: Method
    points: Array
    said: Array
    explained: Array


@register_panel
class EmbeddingPanel(SpecimenPanel):
    """Principal components follow every moment; t-SNE and UMAP need packages of their own, and the panel says which."""

    name: ClassVar[str] = "embedding"
    title: ClassVar[str] = str(QT_TRANSLATE_NOOP("Panels", "Embedding"))
    places: ClassVar[tuple[Place, ...]] = (Place("filters", column=0, tab=9),)

    def __init__(
        self,
        workspace: Workspace,
        parent: QWidget | None = None,
        *,
        installed: Callable[[Method], bool] = is_installed,
        lay_out: LayOut = neighbours_kept,
    ) -> None:
        super().__init__(workspace, parent)
        self._run = -1
        self._installed = installed
        self._earlier: Array = np.zeros((0, 2))
        self.laid: Laid | None = None
        self._rounds = Rounds(workspace.probes, self)
        self._rounds.answered.connect(self._looked)
        self._laying = LayingOut(lay_out, self)
        self._laying.done.connect(self._laid_out)
        self._laying.failed.connect(self._failed)
        self._without_head = QWidget(self)  # until a dock's head takes it
        self._without_head.hide()
        self.method = Segmented("embedding.method", self._without_head)
        self.method.changed.connect(self._take_method)
        self.canvas = EmbeddingCanvas("embedding.canvas")
        self.canvas.picked.connect(self.specimen.take_sample)
        self.missing = Label(tone="text2", wrap=True)
        self.missing.setObjectName("embedding.missing")
        self.missing.hide()
        self.lacking = EmptyState("embedding.lacking")
        self.lacking.asked.connect(lambda: self.method.take("pca"))
        self.lacking.hide()
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(12, 6, 12, 6)
        column.setSpacing(6)
        column.addWidget(self.missing)
        column.addWidget(self.lacking, 1)
        column.addWidget(self.canvas, 1)
        self.hold(page)

    def head_controls(self) -> list[QWidget]:
        return [self.method]

    def retranslate(self) -> None:
        self.method.setAccessibleName(self.tr("How the plane is chosen"))
        self.method.set_choices(
            [("pca", self.tr("PCA")), ("tsne", self.tr("t-SNE")), ("umap", self.tr("UMAP"))],
            {
                "pca": self.tr("The two directions along which the samples differ most. Distances keep their meaning."),
                "tsne": self.tr("Keeps neighbours together. Distances between groups and their sizes mean nothing."),
                "umap": self.tr("Keeps neighbours together, and something of the whole. Distances mean little."),
            },
        )
        self.canvas.set_words(self.tr("Test samples in the last hidden layer"), self.tr("taken for another class"))
        self.empty.set_words(self.tr("Samples are laid out by class: take data of classes."))
        self._say()

    def show_frame(self, frame: Frame) -> None:
        before, self._frame = self._frame, frame
        if frame.run != self._run or before is None or before.data is not frame.data:
            self._run = frame.run
            self._begin(frame)
        self._ask(at_once=not self.workspace.is_pacing)

    def _begin(self, frame: Frame) -> None:
        data = frame.data
        self._stack.setCurrentIndex(0 if data.task == "classification" else 1)
        shape = picture_shape(frame)
        pictures = np.zeros((0, 1, 1))
        if shape:
            pictures = sample_pictures(data, data.test.x[:COUNT], shape)
        self._rounds.give_up()
        self._laying.give_up()
        self._earlier, self.laid = np.zeros((0, 2)), None
        self.canvas.show_samples(data.test.t[:COUNT], pictures, data.classes)

    def look_again(self) -> None:
        self._ask(at_once=True)

    def ask(self) -> None:
        """Another sample or map changes nothing here."""

    @property
    def _chosen(self) -> Method:
        return next(method for method in METHODS if method == (self.method.key or "pca"))

    def _ask(self, *, at_once: bool) -> None:
        frame, method = self._frame, self._chosen
        if frame is None or not self.is_seen or self._stack.currentIndex() == 1 or not self._installed(method):
            return
        x, earlier = frame.data.test.x[:COUNT], self._earlier

        def look(networks: FrameNetwork) -> Laid | Task:
            network = networks.at(frame)
            features, said = last_hidden(network, x), answers(network, x)
            if method != "pca":
                return Task(frame, method, features, said)
            plane = principal(features)
            return Laid(frame, method, turned_like(plane.place(features), earlier), said, plane.explained)

        self._rounds.begin({"look": look}, at_once=at_once)

    def _looked(self, _name: str, found: Laid | Task) -> None:
        if not self._is_wanted(found):
            return
        if isinstance(found, Task):
            self._laying.ask(found, at_once=not self.workspace.is_pacing)
            self._say()
        else:
            self._show(found)

    def _is_wanted(self, found: Laid | Task) -> bool:
        return self._frame is not None and found.frame.run == self._run and found.method == self._chosen

    def _laid_out(self, task: Task, points: Array) -> None:
        if self._is_wanted(task):
            self._show(Laid(task.frame, task.method, turned_like(points, self._earlier), task.said, np.zeros(2)))

    def _failed(self, task: Task, error: Exception) -> None:
        if self._is_wanted(task):
            self.canvas.clear()
            text = self.tr("{method} found no plane. {reason}")
            self.missing.setText(text.format(method=NAMES[task.method], reason=error_text(error)))
            self.missing.show()

    def _show(self, laid: Laid) -> None:
        self.laid, self._earlier = laid, laid.points
        share = ""
        if laid.method == "pca":
            share = self.tr("the plane holds {share} of the variance").format(share=percent(float(laid.explained.sum()), 0))
        count = self.tr("{n} test samples").format(n=grouped(len(laid.points)))
        self.canvas.show_points(laid.points, laid.said, (share, count))
        self._say()

    def _take_method(self, _key: str) -> None:
        self._earlier, self.laid = np.zeros((0, 2)), None
        self._laying.give_up()
        waits = self._chosen != "pca" and self._installed(self._chosen)
        self.canvas.clear(self.tr("Neighbours are being sorted, which takes seconds.") if waits else "")
        self._say()
        self._ask(at_once=True)

    def _say(self) -> None:
        method, frame = self._chosen, self._frame
        lacking = not self._installed(method)
        self.missing.hide()
        self.lacking.setVisible(lacking)
        self.canvas.setVisible(not lacking)
        if lacking:
            library = LIBRARIES[method][1]
            text = self.tr(
                "{method} needs the package {library}, which is not installed. Install it with “pip install {library}” and start "
                "again. PCA needs nothing."
            )
            self.lacking.set_words(text.format(method=NAMES[method], library=library), self.tr("Show PCA"))
        if frame is not None and self.laid is not None:
            note = self.tr("iteration {n}").format(n=grouped(self.laid.frame.iteration))
            busy = method != "pca" and self._laying.is_busy and self.laid.frame.snapshot is not frame.snapshot
            waits = self.tr("another is being laid out")
            self.set_note(f"{note} · {waits}" if busy else note)
