"""What a drop would do: the network after it, or why not."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import QCoreApplication, QPointF, QRectF

from core.arrays import Shape
from core.edits import branch_of, gaps, moved_together, new_layer, put_in, topmost, without, without_ids
from core.errors import CoreError, SpecError
from core.layers.base import shape_text
from core.network import build_layer
from core.shapes import Diagnosis, LayerReport
from core.spec import Branch, LayerSpec, NetworkSpec, Place
from workbench.dragging import BLOCK_NAME, LAYER_ID, LAYER_KIND
from workbench.panels.stack.figure import count_text
from workbench.panels.stack.standing import Gap
from workbench.translation.core_text import error_text

FAR = 60.0
"""Pixels beside a branch from which a drop no longer means it."""


@dataclass(frozen=True)
class Dragged:
    """What is dragged: a name in one of the formats of `workbench.dragging`.

    Parameters
    ----------
    copies
        True when nothing is taken away elsewhere: always for a new layer, with Ctrl for one of the network.
    """

    format: str
    name: str
    copies: bool

    @property
    def ids(self) -> tuple[str, ...]:
        """The layers of the network that are dragged; none for new ones."""
        return tuple(self.name.split()) if self.format == LAYER_ID else ()


Diagnose = Callable[[NetworkSpec], Diagnosis | None]


@dataclass(frozen=True)
class Drop:
    """Layers put at a place.

    Parameters
    ----------
    title
        What is dropped: a kind, a name, a number of layers.
    network
        The network after it.
    selected
        The ids of the layers that were dropped.
    note
        What the open slot says beside the title: shape and parameters.
    refusal
        Why they cannot stand here, "" if they can.
    copies
        True when nothing is taken away elsewhere.
    """

    place: Place
    title: str
    network: NetworkSpec
    selected: tuple[str, ...]
    note: str = ""
    refusal: str = ""
    copies: bool = True

    @property
    def words(self) -> str:
        """What the open slot says first."""
        return QCoreApplication.translate("Stack", "{layer} here").format(layer=self.title)


@dataclass(frozen=True)
class Judge:
    """Says what drops on a network would do.

    Parameters
    ----------
    input_shape
        What reaches the network, None without data.
    blocks
        The person's own blocks by name.
    """

    network: NetworkSpec
    diagnose: Diagnose
    input_shape: Shape | None = None
    blocks: Mapping[str, Branch] = field(default_factory=dict)

    def drop(self, dragged: Dragged, place: Place) -> Drop | None:
        """Return what dropping something at a place does; None if it stands there already."""
        title = self._title(dragged)
        if dragged.ids and not dragged.copies:
            if self._stays(dragged.ids, place):
                return None
            try:
                after, selected = moved_together(self.network, dragged.ids, place), topmost(self.network, dragged.ids)
            except SpecError as error:
                return Drop(place, title, self.network, dragged.ids, refusal=error_text(error), copies=False)
        else:
            after, selected = put_in(self.network, place, *self._layers(dragged))
        diagnosis = self.diagnose(after)
        reports = {row.id: row for row in diagnosis.layers} if diagnosis else {}
        first, last = reports.get(selected[0]), reports.get(selected[-1])
        row = [after.find(layer_id) for layer_id in selected]
        refusal = refusal_of(row, first.input_shape) if first is not None else ""
        if refusal:
            return Drop(place, title, self.network, selected, refusal=refusal, copies=dragged.copies)
        costs = [report.cost for layer_id in selected if (report := reports.get(layer_id)) and report.cost]
        return Drop(
            place, title, after, selected, note=_note(last, sum(cost.parameters for cost in costs)), copies=dragged.copies
        )

    def refusals(self, dragged: Dragged) -> dict[Place, str]:
        """Return every place where something cannot be dropped, with the reason."""
        moved = topmost(self.network, dragged.ids) if not dragged.copies else ()
        rest = self.network.remove(*moved)
        diagnosis = self.diagnose(rest)
        if diagnosis is None or self.input_shape is None:
            return {}
        reports = {row.id: row for row in diagnosis.layers}
        inside = {layer.id: top for top in moved for layer in self.network.find(top).walk()}
        row, found, judged = self._layers(dragged), dict[Place, str](), dict[Shape | None, str]()
        for place in gaps(self.network):
            if place.container in inside:
                label = self.network.find(inside[place.container]).label
                found[place] = error_text(SpecError("move_into_itself", layer=label))
                continue
            shape = self._shape_at(rest, reports, without(self.network, moved, place))
            if shape not in judged:
                judged[shape] = refusal_of(row, shape)
            if judged[shape]:
                found[place] = judged[shape]
        return found

    def _shape_at(self, network: NetworkSpec, reports: Mapping[str, LayerReport], place: Place) -> Shape | None:
        if place.index:
            return reports[branch_of(network, place)[place.index - 1].id].output_shape
        return reports[place.container].input_shape if place.container else self.input_shape

    def _layers(self, dragged: Dragged) -> Branch:
        if dragged.format == LAYER_KIND:
            return (new_layer(dragged.name),)
        if dragged.format == BLOCK_NAME:
            return self.blocks[dragged.name]
        found = [self.network.find(layer_id) for layer_id in topmost(self.network, dragged.ids)]
        return tuple(without_ids(layer) for layer in found) if dragged.copies else tuple(found)

    def _title(self, dragged: Dragged) -> str:
        if not dragged.ids:
            return dragged.name
        if len(dragged.ids) > 1:
            return QCoreApplication.translate("Stack", "{n} layers").format(n=len(dragged.ids))
        return self.network.find(dragged.ids[0]).kind

    def _stays(self, layer_ids: Sequence[str], place: Place) -> bool:
        """Say whether a move to a place changes nothing."""
        own = [self.network.place_of(layer_id) for layer_id in topmost(self.network, layer_ids)]
        same = all((p.container, p.branch) == (place.container, place.branch) for p in own)
        indices = [p.index for p in own]
        return same and indices == list(range(indices[0], indices[-1] + 1)) and indices[0] <= place.index <= indices[-1] + 1


def _note(report: LayerReport | None, parameters: int) -> str:
    if report is None or report.output_shape is None:
        return ""
    note = shape_text(report.output_shape)
    if not parameters:
        return note
    plus = QCoreApplication.translate("Stack", "+{n} par.").format(n=count_text(parameters))
    return f"{note}, {plus}"


def refusal_of(row: Sequence[LayerSpec], shape: Shape | None) -> str:
    """Return why layers cannot take the shape that reaches them; "" if they can, or where the shape is open."""
    if shape is None:
        return ""
    try:
        for layer in row:
            built = build_layer(layer)
            built.parameter_shapes(shape)
            shape = built.output_shape(shape)
    except CoreError as error:
        return error_text(error)
    return ""


def nearest_gap(found: Sequence[Gap], position: QPointF) -> Gap | None:
    """Return the gap that a point means: the nearest one, the narrowest where several hold it."""
    ranked = min(found, key=lambda gap: (_distance(gap.rect, position), gap.rect.width()), default=None)
    return ranked if ranked is not None and _distance(ranked.rect, position) < 4 * FAR else None


def _distance(area: QRectF, point: QPointF) -> float:
    across = max(area.left() - point.x(), 0.0, point.x() - area.right())
    along = max(area.top() - point.y(), 0.0, point.y() - area.bottom())
    return along + (across if across < FAR else 10 * across)
