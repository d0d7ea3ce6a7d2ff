"""What a drop would do: the network after it, or why not."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QPointF, QRectF

from core.arrays import Shape
from core.edits import inserted, new_layer, without_ids
from core.errors import CoreError, SpecError
from core.layers.base import shape_text
from core.network import build_layer
from core.shapes import Diagnosis
from core.spec import LayerSpec, NetworkSpec, Place
from workbench.dragging import LAYER_KIND
from workbench.panels.stack.figure import count_text
from workbench.panels.stack.layout import Gap
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


Diagnose = Callable[[NetworkSpec], Diagnosis | None]


@dataclass(frozen=True)
class Drop:
    """A layer put at a place.

    Parameters
    ----------
    network
        The network after it.
    selected
        The id of the layer that was dropped.
    note
        What the open slot says beside the layer's name: its shape and parameters.
    refusal
        Why the layer cannot stand here, "" if it can.
    copies
        True when nothing is taken away elsewhere.
    """

    place: Place
    kind: str
    network: NetworkSpec
    selected: str
    note: str = ""
    refusal: str = ""
    copies: bool = True

    @property
    def title(self) -> str:
        """What the open slot says first."""
        return QCoreApplication.translate("Stack", "{layer} here").format(layer=self.kind)


def judge_drop(network: NetworkSpec, diagnose: Diagnose, dragged: Dragged, place: Place) -> Drop | None:
    """Return what dropping a new kind, or a layer of the network, at a place does; None if it stands there already."""
    name, copies = dragged.name, dragged.copies
    if dragged.format == LAYER_KIND:
        kind = name
        after, selected = inserted(network, place, new_layer(kind))
    else:
        layer = network.find(name)
        kind = layer.kind
        own = network.place_of(name)
        if copies:
            after, selected = inserted(network, place, without_ids(layer))
        else:
            stays = (own.container, own.branch) == (place.container, place.branch) and place.index - own.index in {0, 1}
            if stays:
                return None
            try:
                after, selected = network.move(name, place), name
            except SpecError as error:
                return Drop(place, kind, network, name, refusal=error_text(error), copies=False)
    diagnosis = diagnose(after)
    report = next((row for row in diagnosis.layers if row.id == selected), None) if diagnosis else None
    refusal = _refusal(after.find(selected), report.input_shape) if report is not None else ""
    if refusal:
        return Drop(place, kind, network, selected, refusal=refusal, copies=copies)
    note = ""
    if report is not None and report.output_shape is not None:
        note = shape_text(report.output_shape)
        if report.cost is not None and report.cost.parameters:
            plus = QCoreApplication.translate("Stack", "+{n} par.").format(n=count_text(report.cost.parameters))
            note = f"{note}, {plus}"
    return Drop(place, kind, after, selected, note=note, copies=copies)


def _refusal(layer: LayerSpec, shape: Shape | None) -> str:
    """Return why a layer cannot take the shape that reaches it; "" if it can, or where the shape is open."""
    if shape is None:
        return ""
    try:
        build_layer(layer).output_shape(shape)
    except CoreError as error:
        return error_text(error)
    return ""


def nearest_gap(gaps: Sequence[Gap], position: QPointF) -> Gap | None:
    """Return the gap that a point means: the nearest one, the narrowest where several hold it."""
    ranked = sorted(gaps, key=lambda gap: (_distance(gap.rect, position), gap.rect.width()))
    return ranked[0] if ranked and _distance(ranked[0].rect, position) < 4 * FAR else None


def _distance(area: QRectF, point: QPointF) -> float:
    across = max(area.left() - point.x(), 0.0, point.x() - area.right())
    along = max(area.top() - point.y(), 0.0, point.y() - area.bottom())
    return along + (across if across < FAR else 10 * across)
