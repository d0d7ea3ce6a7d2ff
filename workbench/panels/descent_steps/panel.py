"""The panel of the sentences: what the step that is shown did, optimizer by optimizer."""

from __future__ import annotations

from typing import ClassVar

from PySide6.QtCore import QT_TRANSLATE_NOOP, QPointF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from core.descent.path import Path
from workbench.descent.markers import draw_marker
from workbench.descent.panel import DescentPanel
from workbench.descent.wording import place, racer_name, vector
from workbench.labs import Place
from workbench.panels.base import register_panel
from workbench.panels.descent_steps.sentences import sentences
from workbench.theme.theme import current_theme
from workbench.widgets.card import Separator
from workbench.widgets.labels import ElidedLabel, Label
from workbench.workspace import Workspace


class RacerSign(QWidget):
    """The coloured sign of a racer."""

    def __init__(self, colour: int) -> None:
        super().__init__()
        self._colour = colour
        self.setFixedSize(QSize(14, 18))
        current_theme().changed.connect(self.update)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        draw_marker(painter, QPointF(7, self.height() / 2), self._colour, 4.5, colour=current_theme().run(self._colour))


class StepEntry(QWidget):
    """Name, the way of the step, and the sentence below."""

    def __init__(self, index: int, colour: int) -> None:
        super().__init__()
        self._name = Label(size="dense", weight=600)
        self._way = ElidedLabel(size="dense", tone="text")
        self._way.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.sentence = Label(size="dense", tone="text2", wrap=True)
        self.sentence.setObjectName(f"descent.sentence.{index}")
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(RacerSign(colour))
        head.addWidget(self._name)
        head.addWidget(self._way, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 6, 0, 6)
        layout.setSpacing(3)
        layout.addLayout(head)
        layout.addWidget(self.sentence)

    def show_step(self, name: str, way: str, words: str, *, lost: bool) -> None:
        """Show another step."""
        self._name.setText(name)
        self._way.set_text(way)
        self.sentence.set_tone("error" if lost else "text2")
        self.sentence.setText(words)


@register_panel
class DescentStepsPanel(DescentPanel):
    """Each update in words: what the gradient is, what is kept, what is added."""

    name: ClassVar[str] = "descent_steps"
    title: ClassVar[str] = str(QT_TRANSLATE_NOOP("Panels", "What the step does"))
    places: ClassVar[tuple[Place, ...]] = (Place("descent", 2, 1, stretch=5),)

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(workspace, parent)
        self._shown = (-1, ())
        self._entries: list[StepEntry] = []
        self._made_for: tuple[int, ...] = ()
        self._list = QWidget()
        self._list.setObjectName("scrolled")
        self._column = QVBoxLayout(self._list)
        self._column.setContentsMargins(12, 4, 12, 8)
        self._column.setSpacing(0)
        self._begin = Label(size="dense", tone="text2", wrap=True)
        self._begin.setObjectName("descent.begin")
        self._column.addWidget(self._begin)
        self._body = QVBoxLayout()
        self._body.setSpacing(0)
        self._column.addLayout(self._body)
        self._column.addStretch(1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(self._list)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(area)

    def retranslate(self) -> None:
        self._begin.setText(
            self.tr(
                "Nobody has moved yet. Press play, or step: each update is explained here with its numbers. "
                "In the plane, drag the start, click to add another, turn the wheel to zoom."
            )
        )
        self.show_race()

    def show_race(self) -> None:
        paths = self._paths()
        colours = tuple(path.racer.colour for path in paths)
        if colours != self._made_for:
            self._make(colours)
        self._show(self.session.player.step)

    def _paths(self) -> list[Path]:
        return [path for path in self.session.race.paths if path.racer.shown]

    def _make(self, colours: tuple[int, ...]) -> None:
        while (item := self._body.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.setParent(None)
                widget.deleteLater()
        self._entries = []
        for index, colour in enumerate(colours):
            if index:
                self._body.addWidget(Separator())
            self._entries.append(StepEntry(index, colour))
            self._body.addWidget(self._entries[-1])
        self._made_for = colours

    def show_moment(self) -> None:
        step = self.session.player.step
        if step != self._shown[0]:
            self._show(step)

    def _show(self, step: int) -> None:
        self._shown = (step, ())
        race, paths = self.session.race, self._paths()
        step, start = min(step, race.spec.steps), self.session.start_of(race)
        self._begin.setVisible(step == 0)
        self.set_note(self.tr("step {step}, from {place}").format(step=step, place=place(race.spec.starts[start])))
        for entry, path in zip(self._entries, paths, strict=True):
            name = racer_name(path.racer)
            here = path.at[step, :, start]
            lost = 0 <= int(path.diverged[start]) <= step
            if step:
                way = f"{vector(path.at[step - 1, :, start])} → {vector(here)}"
                entry.show_step(name, way, sentences(race, path, step, start), lost=lost)
            else:
                words = self.tr("∇f = {gradient} here.").format(gradient=vector(path.exact[0, :, start]))
                entry.show_step(name, vector(here), words, lost=False)
