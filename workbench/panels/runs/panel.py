"""All runs of the document: which is which, how good each was, and in what it differs."""

from __future__ import annotations

import math
from pathlib import Path
from typing import ClassVar, Final

from PySide6.QtCore import QT_TRANSLATE_NOOP, QPoint, Qt, QTimer
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLineEdit, QMenu, QVBoxLayout, QWidget

from core.errors import CoreError
from core.training.duel import first_difference
from core.training.frame import Frame
from core.training.kept_run import best_score
from core.training.smoothing import latest
from workbench.errors import show_error
from workbench.labs import Place
from workbench.panels.base import Panel, register_panel
from workbench.panels.runs.run_list import BEST, DIFFERENCE, LAST, NAME, SEED, STATE, RunList, RunRow
from workbench.runs.duel_dialog import DuelDialog
from workbench.runs.filtering import filter_of
from workbench.runs.room import ListedRun
from workbench.runs.table import save_table
from workbench.runs.wording import difference_to, loss_words, parted_words, run_name, state_words
from workbench.status import RunState, Status
from workbench.theme.theme import current_theme
from workbench.widgets.buttons import Button, IconButton
from workbench.widgets.labels import ElidedLabel
from workbench.widgets.numbers import percent
from workbench.widgets.toast import toast_over
from workbench.workspace import Workspace

REFRESH_MILLISECONDS: Final = 500
"""How often the numbers of runs under way are written anew; figures that change faster cannot be read."""


@register_panel
class RunsPanel(Panel):
    """The list of runs with its filter, and what can be done with them."""

    name: ClassVar[str] = "runs"
    title: ClassVar[str] = str(QT_TRANSLATE_NOOP("Panels", "Runs"))
    places: ClassVar[tuple[Place, ...]] = (Place("train", column=1, row=1, stretch=1),)

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(workspace, parent)
        self._stale = True
        self._parted: tuple[tuple[int, ...], int | None] = ((), None)
        self._build()
        workspace.runs.changed.connect(self._show)
        workspace.status_changed.connect(self._show)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(REFRESH_MILLISECONDS)
        self._soon.timeout.connect(lambda: workspace.pace(("runs", id(self)), self._show))

    def _build(self) -> None:
        self.list = RunList()
        self.list.taken_up.connect(self.workspace.starts.take_up)
        self.list.eye_pressed.connect(self._switch_eye)
        self.list.star_pressed.connect(self._switch_star)
        self.list.renamed.connect(lambda place, name: self.workspace.runs.edit(place, self.tr("Rename a run"), name=name))
        self.list.delete_wanted.connect(self._delete)
        self.list.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.list.customContextMenuRequested.connect(self._open_menu)
        self._without_head = QWidget(self)
        self._without_head.hide()
        self.filter = QLineEdit(self._without_head)
        self.filter.setObjectName("runs.filter")
        self.filter.setClearButtonEnabled(True)
        self.filter.setFixedWidth(168)
        self._search = self.filter.addAction(current_theme().icon("search"), QLineEdit.ActionPosition.LeadingPosition)
        self.filter.textChanged.connect(self._filter)
        self.branch = IconButton("runs.branch", "branch", self._without_head)
        self.branch.clicked.connect(self.workspace.starts.branch)
        self.duel = Button("runs.duel", parent=self._without_head)
        self.duel.clicked.connect(self.open_duel)
        self.export = IconButton("runs.export", "download", self._without_head)
        self.export.clicked.connect(self.save_table)
        self.parting = ElidedLabel(size="dense", tone="text2")
        self.parting.setObjectName("runs.parting")
        foot = QHBoxLayout()
        foot.setContentsMargins(12, 2, 12, 4)
        foot.addWidget(self.parting, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.list, 1)
        column.addLayout(foot)
        current_theme().changed.connect(self._colour)

    def _colour(self) -> None:
        self._search.setIcon(current_theme().icon("search"))

    def head_controls(self) -> list[QWidget]:
        return [self.filter, self.branch, self.duel, self.export]

    def retranslate(self) -> None:
        self.list.setAccessibleName(self.tr("Runs"))
        self.list.set_words(
            {
                NAME: self.tr("Name"),
                DIFFERENCE: self.tr("Difference"),
                SEED: self.tr("Seed"),
                BEST: self.tr("Best val."),
                LAST: self.tr("Last loss"),
                STATE: self.tr("State"),
            }
        )
        self.filter.setPlaceholderText(self.tr("Filter"))
        self.filter.setAccessibleName(self.tr("Filter the runs"))
        self.filter.setToolTip(self.tr("Words, or conditions such as acc>0.9 loss<0.1 lr=0.01 seed=1 star"))
        self.branch.set_words(self.tr("Branch from the moment that is shown"))
        self.duel.setText(self.tr("Duel…"))
        self.duel.setToolTip(self.tr("Change one thing and train both in step, from the same weights and on the same batches."))
        self.export.set_words(self.tr("Save all runs as CSV"))
        self._show()

    def show_frame(self, frame: Frame) -> None:
        if not self._soon.isActive():
            self._soon.start()

    def look_again(self) -> None:
        if self._stale:
            self._show()

    # -- what is shown ------------------------------------------------------------------------------------------

    def _show(self, _status: Status | None = None) -> None:
        self._stale = not self.is_seen
        if self._stale:
            return
        runs = self.workspace.runs.listed()
        room = self.workspace.runs
        self.list.show_rows(tuple(self._row(run, runs) for run in runs if room.passes(run)))
        passing = sum(room.passes(run) for run in runs)
        note = f"{len(runs)}" if passing == len(runs) else self.tr("{0} of {1}").format(passing, len(runs))
        self.set_note(note)
        self._say_parting(runs)

    def _row(self, run: ListedRun, runs: list[ListedRun]) -> RunRow:
        steps = run.curves.steps
        accuracy, loss = best_score(run.curves)
        last = latest(steps[:, 1])
        status = self.workspace.status.state
        ended = run.about.outcome != "stopped"
        state, tone = state_words(run, running=run.active and status is RunState.RUNNING and not ended)
        shown = self.workspace.shown.about.place
        return RunRow(
            place=run.place,
            colour=run.colour,
            name=run_name(run.about, run.experiment),
            visible=run.about.visible,
            starred=run.about.starred,
            present=run.place == shown,
            difference=difference_to(run, runs),
            seed=str(run.experiment.seed),
            best=percent(accuracy) if math.isfinite(accuracy) else loss_words(loss),
            last=loss_words(last),
            state=state,
            tone=tone,
        )

    def _say_parting(self, runs: list[ListedRun]) -> None:
        """Say where the runs of a duel are no longer the same."""
        duel = self.workspace.run.about.duel
        members = [run for run in runs if duel and run.about.duel == duel]
        words = ""
        if len(members) > 1:
            places = tuple(run.place for run in members)
            if self._parted[0] != places or self._parted[1] is None:
                found = [first_difference(members[0].curves, other.curves) for other in members[1:]]
                known = [iteration for iteration in found if iteration is not None]
                self._parted = (places, min(known) if known else None)
            words = self.tr("Duel of {0} runs: {1}").format(len(members), parted_words(self._parted[1]))
        self.parting.set_text(words)
        self.parting.setVisible(bool(words))

    # -- what a person does -------------------------------------------------------------------------------------

    def _filter(self, text: str) -> None:
        runs = self.workspace.runs
        runs.set_filter(text, filter_of(text, lambda run: difference_to(run, runs.listed())))

    def _switch_eye(self, place: int) -> None:
        about = self.workspace.runs.about(place)
        if about is not None:
            self.workspace.runs.show(place, visible=not about.visible)

    def _switch_eyes(self, places: list[int]) -> None:
        for place in places:
            self._switch_eye(place)

    def _switch_star(self, place: int) -> None:
        about = self.workspace.runs.about(place)
        if about is not None:
            text = self.tr("Remove the star of a run") if about.starred else self.tr("Star a run")
            self.workspace.runs.edit(place, text, starred=not about.starred)

    def _delete(self, places: list[int]) -> None:
        active = {run.about.place for run in self.workspace.runs.active}
        gone = [place for place in places if place not in active]
        toast = toast_over(self)
        if not gone:
            toast.say(self.tr("The run that is shown cannot be deleted. Show another one first."))
            return
        words = self.tr("Delete a run") if len(gone) == 1 else self.tr("Delete {0} runs").format(len(gone))
        self.workspace.runs.delete(gone, words)
        done = self.tr("Run {0} deleted").format(gone[0]) if len(gone) == 1 else self.tr("{0} runs deleted").format(len(gone))
        stack = self.workspace.document.undo_stack
        toast.say(done, self.tr("Undo"), stack.undo)
        stack.indexChanged.connect(toast.hide, Qt.ConnectionType.SingleShotConnection)  # later it would undo something else

    def _open_menu(self, at: QPoint) -> None:
        menu, places = QMenu(self), self.list.selected()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        if len(places) == 1:
            place = places[0]
            menu.addAction(self.tr("Show and go on with it"), lambda: self.workspace.starts.take_up(place))
            menu.addAction(self.tr("Rename"), lambda: self.list.edit_name(place))
            menu.addAction(self.tr("Star"), lambda: self._switch_star(place))
        menu.addAction(self.tr("Show or hide"), lambda: self._switch_eyes(places))
        menu.addAction(self.tr("Show these alone"), lambda: self._show_alone(places))
        menu.addSeparator()
        active = {run.about.place for run in self.workspace.runs.active}
        delete = menu.addAction(self.tr("Delete"), lambda: self._delete(places))
        delete.setEnabled(any(place not in active for place in places))
        menu.popup(self.list.viewport().mapToGlobal(at))

    def _show_alone(self, places: list[int]) -> None:
        for run in self.workspace.runs.listed():
            self.workspace.runs.show(run.place, visible=run.place in places)

    def open_duel(self) -> DuelDialog:
        """Let the person choose what a duel is about."""
        dialog = DuelDialog(self.workspace, self)
        dialog.open()
        return dialog

    def save_table(self) -> None:
        """Ask for a place and save every number of every run."""
        chosen, _ = QFileDialog.getSaveFileName(self, self.tr("Save all runs as CSV"), "runs.csv", "*.csv")
        if not chosen:
            return
        path = Path(chosen).with_suffix(".csv")
        try:
            save_table(path, self.workspace.runs.listed())
        except CoreError as error:
            show_error(self, error)
            return
        toast_over(self).say(self.tr("Saved to {name}.").format(name=path.name))
