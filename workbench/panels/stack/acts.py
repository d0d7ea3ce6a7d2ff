"""What the commands of the stack do to the document, to one layer or to several."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication

from core.edits import (
    duplicated,
    next_after_removal,
    place_after,
    put_in,
    repeated,
    shifted_together,
    topmost,
    unwrapped,
    without_ids,
    wrapped,
)
from core.errors import CoreError
from core.shapes import Fix
from core.spec import NetworkSpec
from core.text import parse_network
from core.text.writing import layer_text
from workbench.mending import fix_words
from workbench.my_blocks import my_blocks_of, suggested_name
from workbench.panels.stack.canvas import StackCanvas
from workbench.panels.stack.dropping import Drop
from workbench.translation.core_text import error_text
from workbench.workspace import Workspace


class StackActs(QObject):
    """Edits the document, and leaves selected what was edited.

    Parameters
    ----------
    canvas
        Whose selected layers the commands apply to, and where it is said why something was not done.
    """

    def __init__(self, workspace: Workspace, canvas: StackCanvas) -> None:
        super().__init__(canvas)
        self._workspace, self._canvas = workspace, canvas

    @property
    def _network(self) -> NetworkSpec:
        return self._workspace.experiment.network

    @property
    def chosen(self) -> tuple[str, ...]:
        """The selected layers, without those inside others of them."""
        return topmost(self._network, self._canvas.selection.marked)

    def obey(self, command: str) -> None:
        """Carry out a command; one that cannot be is said and changes nothing."""
        try:
            if command == "paste":
                self._paste()
            elif self.chosen:
                self._do(command, self.chosen)
        except CoreError as error:
            self._canvas.say(error_text(error))

    def _do(self, command: str, chosen: Sequence[str]) -> None:
        network = self._network
        match command:
            case "remove":
                self._remove(chosen)
            case "duplicate":
                edited, copies = duplicated(network, *chosen)
                self._apply(edited, self.tr("Duplicate {layer}").format(layer=self._called(chosen)), copies)
            case "up" | "down":
                edited = shifted_together(network, chosen, 1 if command == "down" else -1)
                self._apply(edited, self.tr("Move {layer}").format(layer=self._called(chosen)), chosen)
            case "freeze":
                self._freeze(chosen)
            case "copy" | "cut":
                QGuiApplication.clipboard().setText(" ".join(layer_text(network.find(each)) for each in chosen))
                if command == "cut":
                    self._remove(chosen)
            case "wrap_sequential" | "wrap_residual" | "wrap_parallel":
                kind = {"wrap_sequential": "Sequential", "wrap_residual": "Residual", "wrap_parallel": "Parallel"}[command]
                edited, container = wrapped(network, chosen, kind)
                self._apply(edited, self.tr("Put into {container}").format(container=kind), (container,))
            case "repeat":
                again = repeated(network, chosen, self._times(chosen) + 1)
                self._apply(again[0], self.tr("Repeat {layer}").format(layer=self._called(chosen)), (again[1],))
            case "unwrap":
                self._unwrap(chosen)
            case "save_block":
                layers = tuple(network.find(each) for each in chosen)
                name = my_blocks_of(self._workspace).save(suggested_name(layers), layers)
                self._canvas.say(self.tr("Saved as “{name}”: it stands under My blocks in the palette.").format(name=name))

    def _called(self, chosen: Sequence[str]) -> str:
        if len(chosen) > 1:
            return self.tr("{n} layers").format(n=len(chosen))
        return self._network.find(chosen[0]).label

    def _times(self, chosen: Sequence[str]) -> int:
        """Return how often the only chosen block stands."""
        only = self._network.find(chosen[0])
        times = dict(only.settings).get("repeat", 1) if len(chosen) == 1 and only.kind == "Sequential" else 1
        return times if isinstance(times, int) else 1

    def _apply(self, network: NetworkSpec, text: str, select: Sequence[str]) -> None:
        self._canvas.selection.several(select)
        experiment = replace(self._workspace.experiment, network=network)
        self._workspace.apply_and_select(experiment, text, self._canvas.selected)
        self._canvas.select_several(select)

    def _remove(self, chosen: Sequence[str]) -> None:
        network = self._network
        after = next_after_removal(network, *chosen)
        words = self.tr("Remove {layer}").format(layer=self._called(chosen))
        self._apply(network.remove(*chosen), words, (after,) if after else ())

    def _freeze(self, chosen: Sequence[str]) -> None:
        """Freeze the chosen layers; release them where all are frozen."""
        network = self._network
        freeze = not all(network.find(each).frozen for each in chosen)
        words = self.tr("Freeze {layer}") if freeze else self.tr("Release {layer}")
        text = words.format(layer=self._called(chosen))
        for each in chosen:
            network = network.replace(each, replace(network.find(each), frozen=freeze))
        self._apply(network, text, chosen)

    def _unwrap(self, chosen: Sequence[str]) -> None:
        network, opened = self._network, list[str]()
        containers = [each for each in chosen if network.find(each).branches]
        for each in containers:
            network, layers = unwrapped(network, each)
            opened += layers
        if containers:
            self._apply(network, self.tr("Unwrap {layer}").format(layer=self._called(containers)), opened)

    def _paste(self) -> None:
        """Put in what the clipboard says as text; what cannot be read changes nothing and is said."""
        try:
            pasted = parse_network(QGuiApplication.clipboard().text()).layers
        except CoreError as error:
            self._canvas.say(self.tr("This cannot be pasted. {reason}").format(reason=error_text(error)))
            return
        if pasted:
            place = place_after(self._network, self._workspace.selection)
            edited, new = put_in(self._network, place, *(without_ids(layer) for layer in pasted))
            self._apply(edited, self.tr("Paste"), new)

    def carry_out(self, drop: Drop) -> None:
        """Do what a drop does."""
        words = self.tr("Insert {layer}") if drop.copies else self.tr("Move {layer}")
        self._apply(drop.network, words.format(layer=drop.title), drop.selected)

    def mend(self, fix: Fix) -> None:
        """Do what the button of a mend says."""
        selected = self._workspace.selection
        self._apply(fix.network, fix_words(fix), (selected,) if selected else ())
