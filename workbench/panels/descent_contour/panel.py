"""The panel of the plane: heights, the race, and the row to play it."""

from __future__ import annotations

from pathlib import Path
from typing import ClassVar

from PySide6.QtCore import QT_TRANSLATE_NOOP
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QFileDialog, QMenu, QVBoxLayout, QWidget

from core.errors import FileError
from workbench.descent.panel import DescentPanel
from workbench.descent.wording import pretty
from workbench.errors import show_error
from workbench.film.dialog import save_film
from workbench.labs import Place
from workbench.panels.base import register_panel
from workbench.panels.descent_contour.canvas import ContourCanvas
from workbench.panels.descent_contour.export import SAVES, race_scene
from workbench.panels.descent_contour.transport import RaceTransport
from workbench.widgets.buttons import IconButton
from workbench.widgets.segmented import Segmented
from workbench.workspace import Workspace

SIGNS = {"none": 0, "down": -1, "up": 1}


@register_panel
class DescentContourPanel(DescentPanel):
    """The surface from above, and everyone's way over it."""

    name: ClassVar[str] = "descent_contour"
    title: ClassVar[str] = str(QT_TRANSLATE_NOOP("Panels", "Contour"))
    places: ClassVar[tuple[Place, ...]] = (Place("descent", 1, 0, stretch=7),)

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(workspace, parent)
        self.canvas = ContourCanvas(self.session)
        self.transport = RaceTransport(self.session)
        self._field = Segmented("descent.field")
        self._field.changed.connect(lambda key: self.canvas.set_field(SIGNS[key]))
        self._arrows = IconButton("descent.arrows", "arrows", side=26)
        self._arrows.setCheckable(True)
        self._arrows.toggled.connect(self.canvas.set_arrows)
        self._export = IconButton("descent.export", "download", side=26)
        self._menu = QMenu(self)
        self._export.setMenu(self._menu)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(4, 4, 8, 8)
        layout.setSpacing(6)
        layout.addWidget(self.canvas, 1)
        foot = QVBoxLayout()
        foot.setContentsMargins(8, 0, 4, 0)
        foot.addWidget(self.transport)
        layout.addLayout(foot)
        self.session.player.playing_changed.connect(self.transport.show_playing)

    def head_controls(self) -> list[QWidget]:
        return [self._export, self._arrows, self._field]

    def show_race(self) -> None:
        self.set_note(pretty(self.session.race.spec.text))
        self.canvas.show_race()
        self.transport.show_race()
        self.transport.show_lamp()

    def show_moment(self) -> None:
        self.canvas.update()
        self.transport.show_moment()

    def hideEvent(self, event: QHideEvent) -> None:
        self.session.player.pause()
        super().hideEvent(event)

    def retranslate(self) -> None:
        self.canvas.setAccessibleName(self.tr("Plane of x and y with the paths of the optimizers"))
        self.canvas.set_words(self.tr("start {0}"), self.tr("{0} lost at step {1}"))
        self._arrows.set_words(self.tr("Arrows: what the gradient asks for, what momentum keeps, the step taken"))
        self._field.setAccessibleName(self.tr("Gradient field"))
        first = not self._field.keys()
        self._field.set_choices(
            [("none", self.tr("No field")), ("down", "−∇f"), ("up", "+∇f")],
            {
                "none": self.tr("Heights alone"),
                "down": self.tr("Against the gradient: steepest way down, which descent takes"),
                "up": self.tr("The gradient itself: it points up, to where f grows fastest"),
            },
        )
        if first:
            self._field.set_key("down")
        self.transport.retranslate()
        self._export.set_words(self.tr("Save the race as a file"))
        self._menu.clear()
        for kind, words in (
            ("png", self.tr("Picture (PNG)…")),
            ("svg", self.tr("Drawing (SVG)…")),
            ("csv", self.tr("Paths as a table (CSV)…")),
            ("gif", self.tr("Animation (GIF)…")),
            ("mp4", self.tr("Film (MP4)…")),
        ):
            action = self._menu.addAction(words, lambda k=kind: self._save(k))
            action.setObjectName(f"descent.export.{kind}")

    def _save(self, kind: str) -> None:
        race, step = self.session.race, self.session.player.step
        if kind not in SAVES:
            self.session.player.pause()
            scene, timing = race_scene(self.canvas, race, kind)
            save_film(self, scene, kind, "race", timing)
            return
        title = self.tr("Save the race as a file")
        chosen, _ = QFileDialog.getSaveFileName(self, title, f"race.{kind}", f"*.{kind}")
        if chosen:
            self.session.player.pause()
            try:
                SAVES[kind](self.canvas, race, step, Path(chosen).with_suffix(f".{kind}"))
            except FileError as error:
                show_error(self, error)
