"""The panel of circuits: canvas, clock, the truth table of the whole, challenges, and the way to a network."""

from __future__ import annotations

from dataclasses import replace
from functools import cached_property
from html import escape
from pathlib import Path
from typing import ClassVar, Final

from PySide6.QtCore import QT_TRANSLATE_NOOP, QPoint, Qt
from PySide6.QtGui import QGuiApplication, QHideEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QScrollArea, QVBoxLayout, QWidget

from core.errors import CoreError
from core.experiment import Experiment
from core.perceptron.board_presets import BOARDS
from core.perceptron.challenges import begin
from core.perceptron.circuit_run import equal_rows, run_of
from core.perceptron.circuit_text import as_text, table_of, target_name
from workbench.labs import Place
from workbench.panels.base import Panel, register_panel
from workbench.panels.perceptron_circuits.acts import BoardActs
from workbench.panels.perceptron_circuits.canvas import CircuitCanvas
from workbench.panels.perceptron_circuits.circuit_table import ROW, CircuitTable, TableHead
from workbench.panels.perceptron_circuits.desk import Desk
from workbench.panels.perceptron_circuits.explanation import challenge_state, challenge_title, why_it_fails
from workbench.panels.perceptron_circuits.menu import make_menu
from workbench.panels.perceptron_circuits.palette import PartPalette, challenge_menu, preset_menu
from workbench.panels.perceptron_circuits.part_editor import Strip
from workbench.perceptron.export import save_svg, save_table
from workbench.perceptron.export_button import ExportButton
from workbench.perceptron.wording import subscripted
from workbench.plots.export import save_png
from workbench.theme.theme import current_theme
from workbench.transport.bar import HEIGHT as TRANSPORT_HEIGHT
from workbench.widgets.buttons import Button, IconButton
from workbench.widgets.card import EmptyState
from workbench.widgets.labels import ElidedLabel, Label
from workbench.widgets.toast import Toast
from workbench.workspace import Workspace

MOST_ROWS: Final = 5
MOST_ROWS_WHEN_TALL: Final = 8
TALL: Final = 800
"""A longer table is scrolled; a panel so high has room for more rows."""


@register_panel
class PerceptronCircuitsPanel(Panel):
    """Gates to wire."""

    name: ClassVar[str] = "perceptron_circuits"
    title: ClassVar[str] = str(QT_TRANSLATE_NOOP("Panels", "Circuits"))
    places: ClassVar[tuple[Place, ...]] = (Place("perceptron", 2, 0),)

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(workspace, parent)
        self._desk = Desk(workspace, self)
        self._acts = BoardActs(self._desk)
        self._canvas = CircuitCanvas(self._desk, self._acts)
        self._empty = EmptyState("circuits.empty", self._canvas)
        self._empty.asked.connect(self._begin)
        self._strip = Strip(self._desk)
        self._canvas.said.connect(self._strip.say)
        self._canvas.menu_wanted.connect(self._show_menu)
        around = QVBoxLayout(self._canvas)
        around.addWidget(self._empty)
        self._palette = PartPalette()
        self._palette.wanted.connect(self._add)
        self._palette.unwanted.connect(self._acts.remove_gate)
        self._strip.gate_name.named.connect(self._save_gate)
        self._presets, self._challenges = preset_menu(), challenge_menu()
        self._presets.taken.connect(self._take_preset)
        self._challenges.taken.connect(self._take_challenge)
        self._make_clock()
        self._make_table()
        self._make_foot()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 8, 12, 8)
        layout.setSpacing(6)
        layout.addWidget(self._palette)
        layout.addWidget(self._canvas, 1)
        layout.addWidget(self._strip)
        layout.addLayout(self._clock_row())
        table = QVBoxLayout()
        table.setSpacing(0)
        table.addWidget(self._head)
        table.addWidget(self._scroll)
        layout.addLayout(table)
        layout.addWidget(self._why)
        layout.addLayout(self._foot_row())
        self._desk.changed.connect(self._show_board)
        self._desk.row_changed.connect(self._show_row)
        self._desk.clock_changed.connect(self._show_clock)
        self._desk.selection_changed.connect(self._show_foot)
        current_theme().changed.connect(self._show_why)

    @cached_property
    def _toast(self) -> Toast:
        """A message over the window, which stays when another lab comes to the front."""
        return Toast(self.window(), TRANSPORT_HEIGHT)

    def _make_clock(self) -> None:
        self._back = IconButton("circuits.clock.back", "step_back")
        self._run = IconButton("circuits.clock.run", "play", tone="accent")
        self._next = IconButton("circuits.clock.next", "step")
        self._back.clicked.connect(lambda: self._desk.step(-1))
        self._run.clicked.connect(lambda: self._desk.run(not self._desk.running))
        self._next.clicked.connect(lambda: self._desk.step(1))
        self._row_words = ElidedLabel(size="dense", tone="text2")
        self._row_words.setObjectName("circuits.clock.row")
        self._fit = IconButton("circuits.fit", "expand")
        self._fit.clicked.connect(self._canvas.fit)
        self._delete = IconButton("circuits.delete", "trash")
        self._delete.clicked.connect(self._canvas.delete)
        self._copy = IconButton("circuits.copy", "copy")
        self._copy.clicked.connect(self._acts.copy)
        self._paste = IconButton("circuits.paste", "paste")
        self._paste.clicked.connect(self._acts.paste)
        writers = {
            "png": self._save_png,
            "svg": self._save_svg,
            "csv": lambda path: save_table(table_of(self._desk.board), path),
        }
        self._export = ExportButton("circuits.export", self.copy_text, writers, "circuit")

    def _make_table(self) -> None:
        self._table = CircuitTable(self._desk)
        self._table.turned.connect(self._turn)
        self._head = TableHead(self._table)
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setWidget(self._table)
        self._why = Label(size="dense", tone="text2", wrap=True)
        self._why.setObjectName("circuits.why")
        self._why.setTextFormat(Qt.TextFormat.RichText)

    def _make_foot(self) -> None:
        self._open = Button("circuits.open")
        self._open.clicked.connect(self._open_as_network)
        self._save_as = Button("circuits.save_gate")
        self._save_as.clicked.connect(self._ask_name)
        self._challenge = Label(size="dense", tone="text2", wrap=True)
        self._challenge.setObjectName("circuits.challenge")
        self._challenge.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)

    def _clock_row(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(2)
        for widget in (self._back, self._run, self._next):
            row.addWidget(widget)
        row.addSpacing(6)
        row.addWidget(self._row_words, 1)
        for widget in (self._copy, self._paste, self._delete, self._fit, self._export):
            row.addWidget(widget)
        return row

    def _foot_row(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self._open)
        row.addWidget(self._save_as)
        row.addStretch(1)
        row.addWidget(self._challenge, 100)
        return row

    def head_controls(self) -> list[QWidget]:
        return [self._presets, self._challenges]

    # -- showing ------------------------------------------------------------------------------------------------

    def show_experiment(self, experiment: Experiment) -> None:
        self._desk.show_experiment(experiment)

    def retranslate(self) -> None:
        self._canvas.setAccessibleName(self.tr("Canvas of the circuit"))
        self._canvas.set_words(
            self.tr("Wrong wiring: {formula}"), self.tr("target {bit}"), self.tr("This wire would close a loop: {loop}")
        )
        self._strip.set_hint(self.tr("Drag from a pin to a port to wire. A click on an input turns it over."))
        self._strip.editor.retranslate()
        self._strip.gate_name.retranslate()
        self._palette.retranslate()
        self._table.setAccessibleName(self.tr("Truth table of the circuit"))
        self._table.set_words(self.tr("target {name}"))
        self._table.setToolTip(self.tr("Click a target to change it"))
        self._back.set_words(self.tr("The row before"))
        self._next.set_words(self.tr("The next row"))
        self._copy.set_words(self.tr("Copy the selected parts"))
        self._paste.set_words(self.tr("Paste"))
        self._delete.set_words(self.tr("Delete what is selected"))
        self._fit.set_words(self.tr("Show everything"))
        self._open.setText(self.tr("Open as network"))
        self._empty.set_words(
            self.tr("Drag gates, inputs and outputs here from above, or click them."), self.tr("Add two inputs and an output")
        )
        self._save_as.setText(self.tr("Save as gate"))
        self._show_clock()
        self._show_board()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_table()

    def _fit_table(self) -> None:
        most = MOST_ROWS_WHEN_TALL if self.height() >= TALL else MOST_ROWS
        self._scroll.setFixedHeight(ROW * min(most, self._desk.row_count))

    def _show_board(self) -> None:
        self._palette.show_chips(self._desk.board)
        parts = bool(self._desk.board.parts)
        self._empty.setVisible(not parts)
        self._head.setVisible(parts)
        self._scroll.setVisible(parts)
        for control in (self._back, self._run, self._next):
            control.setEnabled(self._desk.row_count > 1 or self._desk.running)
        self._fit_table()
        self._show_row()
        self._show_why()
        self._show_foot()

    def _show_row(self) -> None:
        board, row = self._desk.board, self._desk.row
        if not board.variables:
            self._row_words.set_text("")
            self.set_note("")
            return
        words = self.tr("row {row} of {count}").format(row=row + 1, count=self._desk.row_count)
        given = ", ".join(f"{subscripted(name)} = {bit}" for name, bit in zip(board.variables, self._inputs(row), strict=True))
        self._row_words.set_text(f"{words}:  {given}" if given else words)
        self.set_note(self.tr("clock: row {row} of {count}").format(row=row + 1, count=self._desk.row_count))

    def _inputs(self, row: int) -> str:
        count = len(self._desk.board.variables)
        return f"{row:0{count}b}" if count else ""

    def _show_clock(self) -> None:
        running = self._desk.running
        self._run.set_icon("pause" if running else "play")
        self._run.set_words(self.tr("Pause") if running else self.tr("Clock through all rows"))

    def _show_why(self) -> None:
        reason = why_it_fails(self._desk.board)
        self._why.setVisible(bool(reason))
        if reason:
            title = self.tr("Why it fails.")
            self._why.setText(f"<b style='color:{current_theme().css('text')}'>{title}</b> {escape(reason)}")

    def _show_foot(self) -> None:
        piece = self._acts.piece()
        whole = bool(piece.of_kind("input") and piece.of_kind("output"))
        missing = self.tr("A circuit needs an input and an output first")
        opening = self.tr("Make a network of Affine and Step layers with these weights and go on with it there")
        saving = self.tr("Make this circuit a gate of the palette")
        for button, about in ((self._open, opening), (self._save_as, saving)):
            button.setEnabled(whole)
            button.setToolTip(about if whole else missing)
        progress, name = self._desk.progress, self._desk.board.challenge
        self._challenge.setVisible(progress is not None)
        if progress is not None:
            tone, state = challenge_state(progress)
            self._challenge.set_tone(tone)
            self._challenge.setText(self.tr("Challenge: {title}: {state}").format(title=challenge_title(name), state=state))

    def hideEvent(self, event: QHideEvent) -> None:
        self._desk.run(False)
        super().hideEvent(event)

    # -- what the person does -----------------------------------------------------------------------------------

    def _show_menu(self, at: QPoint) -> None:
        menu = self.menu()
        menu.exec(at)
        menu.deleteLater()

    def menu(self) -> QMenu:
        """Return what can be done on the canvas now."""
        return make_menu(self, self._canvas.possible(), self._canvas.obey)

    def _begin(self) -> None:
        self._acts.begin()
        self._begin_anew()
        self._canvas.setFocus(Qt.FocusReason.OtherFocusReason)

    def _add(self, name: str) -> None:
        self._acts.add(name, self._canvas.centre())
        self._canvas.setFocus(Qt.FocusReason.OtherFocusReason)

    def _take_preset(self, name: str) -> None:
        preset = BOARDS[name]()
        own = tuple(chip for chip in self._desk.board.chips if chip.name not in {c.name for c in preset.chips})
        self._desk.apply(replace(preset, chips=(*preset.chips, *own)), self.tr("Begin with another circuit"))
        self._begin_anew()

    def _take_challenge(self, name: str) -> None:
        self._desk.apply(begin(name, self._desk.board), self.tr("Begin a challenge"))
        self._begin_anew()

    def _begin_anew(self) -> None:
        self._desk.select(())
        self._desk.look_at(-1)
        self._canvas.fit()

    def _turn(self, ids: tuple[str, ...], row: int) -> None:
        board = self._desk.board
        for name in ids:
            part = board.part(name)
            old = part.target or "0" * self._desk.row_count
            target = f"{old[:row]}{1 - int(old[row])}{old[row + 1 :]}"
            board = board.with_part(replace(part, target=target))
        self._desk.apply(board, self.tr("Change the target"))

    def _ask_name(self) -> None:
        outputs = self._acts.piece().of_kind("output")
        taken = {chip.name for chip in self._desk.board.chips}
        stem = target_name(outputs[0].target) if len(outputs) == 1 else ""
        stem = stem if stem.isalpha() else self.tr("gate")
        name, count = stem, 2
        while name in taken:
            name, count = f"{stem} {count}", count + 1
        self._strip.ask_name(name)

    def _save_gate(self, name: str) -> None:
        self._strip.ask_name("")
        self._acts.save_gate(name)

    def _open_as_network(self) -> None:
        piece = self._acts.piece()
        names = [target_name(part.target) or part.name for part in piece.of_kind("output")]
        try:
            experiment = run_of(piece, self.workspace.experiment, ", ".join(names))
        except CoreError as error:
            self._desk.refuse(error)
            return
        self._desk.run(False)
        self.workspace.apply(experiment, self.tr("Open the circuit as a network"))
        self.workspace.restart(play=False)
        self.workspace.lab_wanted.emit("network")
        equal, count = equal_rows(piece)
        self._toast.say(
            self.tr("{count} weights and biases carried over; outputs equal in {equal} of {rows} rows").format(
                count=len(experiment.by_hand), equal=equal, rows=count
            )
        )

    def _save_png(self, path: Path) -> None:
        with self._canvas.whole():
            save_png(self._canvas, path)

    def _save_svg(self, path: Path) -> None:
        with self._canvas.whole():
            save_svg(self._canvas, self._canvas.draw, path)

    def copy_text(self) -> None:
        """Put the circuit and its truth table on the clipboard as text."""
        QGuiApplication.clipboard().setText(as_text(self._desk.board))
