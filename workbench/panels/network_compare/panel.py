"""The network beside another one: the same, changed, only there, only here."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtCore import QT_TRANSLATE_NOOP
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from core.arrays import Shape
from core.comparison import Comparison, compare
from core.datasets.recipe import Data, DataRecipe
from core.errors import CoreError
from core.experiment import Experiment
from core.fields import ComponentSpec
from core.files.document import SUFFIX, RunDocument, load_document
from core.shapes import Diagnosis
from core.spec import NetworkSpec
from core.text import parse_network
from workbench.errors import show_error
from workbench.labs import Place
from workbench.panels.base import Panel, register_panel
from workbench.panels.network_compare.references import Reference, ReferenceButton
from workbench.panels.network_compare.rows import Rows
from workbench.training.probe_worker import Probe
from workbench.widgets.card import EmptyState
from workbench.widgets.labels import Label
from workbench.widgets.switch import CheckBox
from workbench.widgets.toast import Toast
from workbench.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Compared:
    """A comparison with what was compared."""

    reference: Reference
    network: NetworkSpec
    comparison: Comparison


@register_panel
class NetworkComparePanel(Panel):
    """Follows every edit of the document; what it is compared with stays until another is chosen."""

    name = "network_compare"
    title = str(QT_TRANSLATE_NOOP("Panels", "Compare"))
    places = (Place("network", 1, 0, tab=4),)

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        self.reference: Reference | None = None
        self._chosen = False
        self._compared: Compared | None = None
        self._shapes: dict[tuple[ComponentSpec, bool], Shape] = {}
        self.rows = Rows("network_compare.rows")
        self._choose = ReferenceButton("network_compare.with", workspace)
        self._only = CheckBox("network_compare.only", "")
        self._counts, self._totals = Label(weight=600, wrap=True), Label(size="dense", tone="text2", wrap=True)
        self._empty = EmptyState("network_compare.empty")
        super().__init__(workspace, parent)
        if workspace.data is not None:
            self._note_shape(workspace.data)
        self._counts.setObjectName("network_compare.counts")
        self._totals.setObjectName("network_compare.totals")
        self._comparing, self._reading = Probe(workspace.probes, self), Probe(workspace.probes, self)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self._choose)
        head.addStretch(1)
        head.addWidget(self._only)
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for widget in (self._counts, self._totals):
            column.addWidget(widget)
        column.addWidget(self.rows, 1)
        self._pages = QStackedWidget()
        self._pages.addWidget(page)
        self._pages.addWidget(self._empty)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 12, 12, 12)
        layout.setSpacing(8)
        layout.addLayout(head)
        layout.addWidget(self._pages, 1)
        self._toast = Toast(self)
        self._choose.chosen.connect(self.compare_with)
        self._choose.file_wanted.connect(self._ask_for_file)
        self._choose.clipboard_wanted.connect(self._read_clipboard)
        self._only.toggled.connect(lambda _on: self._show_rows())
        self._empty.asked.connect(self._choose.showMenu)
        self._comparing.answered.connect(self._show)
        self._reading.answered.connect(self.compare_with)
        self._reading.failed.connect(lambda error: show_error(self, error))
        self.rows.layer_chosen.connect(workspace.select)
        workspace.selection_changed.connect(self._select_soon)
        workspace.data_changed.connect(self._note_shape)
        workspace.data_changed.connect(self._ask_soon)
        workspace.document.undo_stack.indexChanged.connect(self._ask_soon)  # an act is among them after its edit was shown

    def retranslate(self) -> None:
        self._choose.retranslate()
        self._only.setText(self.tr("Differences only"))
        self._only.setAccessibleName(self.tr("Differences only"))
        self.rows.setAccessibleName(self.tr("Layers of both networks"))
        self.rows.retranslate()
        self._ask()
        self._show_rows()

    def show_experiment(self, experiment: Experiment) -> None:
        self._ask()

    def _ask_soon(self) -> None:
        self._when_seen("experiment", self._ask)

    def _select_soon(self) -> None:
        self._when_seen("selection", self._select)

    # -- choosing -----------------------------------------------------------------------------------------------

    def compare_with(self, reference: Reference) -> None:
        """Compare with another network from now on."""
        self.reference, self._chosen = reference, True
        self._ask()

    def _ask_for_file(self) -> None:
        filters = self.tr("Documents (*{0})").format(SUFFIX)
        path, _ = QFileDialog.getOpenFileName(self, self.tr("Compare with a document"), "", filters)
        if path:
            self._reading.ask(partial(_read, Path(path)))

    def _read_clipboard(self) -> None:
        """Compare with the network that the clipboard says; what cannot be read changes nothing and is said."""
        try:
            network = parse_network(QGuiApplication.clipboard().text())
        except CoreError as error:
            show_error(self, error)
            return
        if network.layers:
            self.compare_with(Reference(self.tr("the copied network"), network))
        else:
            self._toast.say(self.tr("The clipboard holds no network. Copy layers, or the text of a network."))

    # -- comparing ----------------------------------------------------------------------------------------------

    def _ask(self) -> None:
        """Have the networks compared in the probes' thread: two long ones take a while."""
        network, data = self.workspace.experiment.network, self.workspace.data
        if not self._chosen:
            self.reference = self._choose.beginning()
        reference = self.reference
        self._choose.show_chosen(reference.title if reference else "")
        if reference is None:
            self._empty.set_words(
                self.tr("Compare this network with what it was, with one of the zoo, with a document or with what was copied."),
                self.tr("Choose"),
            )
            self._pages.setCurrentWidget(self._empty)
            return
        shape: Shape = data.input_shape if data is not None else ()
        earlier = self._shapes.get(_decides(reference.data), shape) if reference.data is not None else shape
        self._comparing.ask(partial(_compared, reference, network, reference.shape or earlier, shape))

    def _note_shape(self, data: Data) -> None:
        """Remember the shape of the samples, for states of the network that were made for these data."""
        of_run = data is self.workspace.run.data
        recipe = self.workspace.run.experiment.data if of_run else self.workspace.experiment.data
        self._shapes[_decides(recipe)] = data.input_shape

    def _show(self, compared: Compared) -> None:
        if compared.reference != self.reference or compared.network != self.workspace.experiment.network:
            return
        self._compared = compared
        self._show_rows()
        self._pages.setCurrentIndex(0)

    def _show_rows(self) -> None:
        if self._compared is None:
            return
        comparison, title = self._compared.comparison, self._compared.reference.title
        self.rows.show_comparison(comparison, title, only_differences=self._only.isChecked())
        words = (
            (self.tr("{n} the same"), comparison.count("same")),
            (self.tr("{n} changed"), comparison.count("changed")),
            (self.tr("{n} only in {title}"), comparison.count("left")),
            (self.tr("{n} only in this network"), comparison.count("right")),
        )
        counts = ", ".join(part.format(n=count, title=title) for part, count in words if count)
        self._counts.setText(self.tr("The two networks are the same.") if comparison.are_same else counts)
        self._totals.setText(
            self.tr("Parameters {parameters} · MACs {macs}").format(
                parameters=_step(comparison.left, comparison.right, lambda d: d.cost.parameters if d.cost else None),
                macs=_step(comparison.left, comparison.right, lambda d: d.cost.macs if d.cost else None),
            )
        )
        self._select()

    def _select(self) -> None:
        self.rows.blockSignals(True)
        self.rows.show_selected(self.workspace.selection)
        self.rows.blockSignals(False)


def _step(left: Diagnosis, right: Diagnosis, number: Callable[[Diagnosis], int | None]) -> str:
    """Write a total before and after, with the difference."""
    before, after = number(left), number(right)
    if before is None or after is None:
        return f"{'?' if before is None else f'{before:,}'} → {'?' if after is None else f'{after:,}'}"
    signed = f"{after - before:+,}".replace("-", "−")
    share = f", {(after - before) / before:+.1%}".replace("-", "−").replace("%", "\u2009%") if before else ""
    return f"{before:,} → {after:,} ({signed}{share})" if after != before else f"{after:,}"


def _decides(recipe: DataRecipe) -> tuple[ComponentSpec, bool]:
    """Return what of a recipe decides the shape of its samples."""
    return recipe.source, recipe.flatten


def _compared(reference: Reference, network: NetworkSpec, left: Shape, right: Shape, _networks: object) -> Compared:
    return Compared(reference, network, compare(reference.network, network, left, right))


def _read(path: Path, _networks: object) -> Reference:
    document: RunDocument = load_document(path)
    return Reference(path.stem, document.experiment.network, document.input_shape)
