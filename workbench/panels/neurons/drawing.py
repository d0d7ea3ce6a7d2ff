"""Painting of neurons, links and their numbers."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen

from workbench.panels.neurons.geometry import Geometry, Spot
from workbench.panels.neurons.picture import NeuronPicture
from workbench.plots.picture import draw_image
from workbench.theme.fonts import font
from workbench.theme.theme import Theme
from workbench.widgets.numbers import MINUS, figure, grouped
from workbench.widgets.painting import rounded

THINNEST: Final = 0.8
WIDEST: Final = 8.0
SQUARE: Final = 10.0
FAINT: Final = 0.22
MOST_LABELS: Final = 8
LABEL_AT: Final = 0.4
"""Where on a link its number stands: nearer to its beginning, where the links into one neuron lie further apart."""

_CENTRE: Final = Qt.AlignmentFlag.AlignCenter
_LEFT: Final = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
_RIGHT: Final = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight


@dataclass(frozen=True)
class Painted:
    """What is to be painted.

    Parameters
    ----------
    limit
        The size of a weight that is drawn with the widest line.
    selected, hovered
        What the person chose and what lies under the mouse.
    more
        Words for neurons that are not drawn, with the places ``{shown}`` and ``{all}``.
    """

    picture: NeuronPicture
    geometry: Geometry
    limit: float
    selected: Spot | None
    hovered: Spot | None
    more: str
    theme: Theme


def signed_figure(value: float) -> str:
    """Return a weight or a bias with its sign: in two decimals, or more where those would be 0.00."""
    size, sign = abs(value), "+" if value >= 0 else MINUS
    if 0 < size < 0.005:
        return f"{sign}{figure(size)}"
    decimals = 2 if size < 100 else 0
    return f"{sign}{size:.{decimals}f}" if size < 1e5 else f"{sign}{size:.1e}"


def signed_colour(theme: Theme, share: float) -> QColor:
    """Return the colour of a value from −1 to 1, never so pale that it cannot be seen on the panel."""
    size = min(1.0, abs(share))
    at = (0.4 + 0.6 * size) * (1 if share >= 0 else -1)
    return QColor(*theme.lookup("signed")[round((at + 1) / 2 * 255)].tolist())


def paint_links(painter: QPainter, painted: Painted) -> None:
    """Paint all links, those of the selected neuron strong and above the others."""
    picture, limit, chosen = painted.picture, painted.limit, painted.selected
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    values = {column: picture.weights(column) for column in range(1, len(picture.counts))}
    weighted = [(abs(float(values[s.column][s.source, s.unit])), s) for s in painted.geometry.paths]
    concerned = _concerned(chosen)
    for size, spot in sorted(weighted, key=lambda each: (concerned(each[1]), each[0])):
        value = float(values[spot.column][spot.source, spot.unit])
        share = min(1.0, size / limit) if np.isfinite(value) else 1.0
        colour = signed_colour(painted.theme, np.copysign(share, value)) if np.isfinite(value) else painted.theme.color("error")
        if not concerned(spot):
            colour.setAlphaF(FAINT)
        width = THINNEST + (WIDEST - THINNEST) * share
        painter.setPen(QPen(colour, width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap))
        painter.drawPath(painted.geometry.paths[spot])
    for spot in _labelled(painted):
        _label_link(painter, painted, spot, "line2")
    for marked, token in ((painted.hovered, "text"), (chosen, "accent")):
        if marked is not None and marked.what == "weight" and marked in painted.geometry.paths:
            _mark_link(painter, painted, marked, token)


def _concerned(chosen: Spot | None) -> Callable[[Spot], bool]:
    """Return which links the selection is about: those into and out of a neuron, or one link; all without a selection."""
    if chosen is None:
        return lambda _spot: True
    if chosen.what == "weight":
        return lambda spot: spot == chosen
    return lambda spot: (
        (spot.column, spot.unit) == (chosen.column, chosen.unit) or (spot.column - 1, spot.source) == (chosen.column, chosen.unit)
    )


def _labelled(painted: Painted) -> list[Spot]:
    """Return the links whose numbers stand on them: those into the selected neuron, while there are few."""
    chosen = painted.selected
    if chosen is None or chosen.what == "weight" or not chosen.column:
        return []
    into = [spot for spot in painted.geometry.paths if (spot.column, spot.unit) == (chosen.column, chosen.unit)]
    return into if len(into) <= MOST_LABELS else []


def _mark_link(painter: QPainter, painted: Painted, spot: Spot, token: str) -> None:
    path = painted.geometry.paths[spot]
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(painted.theme.color(token), 1.5, Qt.PenStyle.DashLine))
    painter.drawPath(path)
    _label_link(painter, painted, spot, token)


def _label_link(painter: QPainter, painted: Painted, spot: Spot, token: str) -> None:
    words = signed_figure(painted.picture.value(spot))
    face = font("dense", 600)
    metrics = QFontMetricsF(face)
    middle = painted.geometry.paths[spot].pointAtPercent(LABEL_AT)
    label = QRectF(0, 0, metrics.horizontalAdvance(words) + 10, 18)
    label.moveCenter(QPointF(middle.x(), middle.y()))
    rounded(painter, label, 4, painted.theme.color("surface"), painted.theme.color(token))
    painter.setPen(painted.theme.color("text"))
    painter.setFont(face)
    painter.drawText(label, _CENTRE, words)


def paint_neurons(painter: QPainter, painted: Painted) -> None:
    """Paint inputs, neurons, their biases, and what stands beside them."""
    picture, geometry = painted.picture, painted.geometry
    for column, shown in enumerate(geometry.shown):
        for unit in range(shown):
            _paint_neuron(painter, painted, column, unit)
        if shown < picture.counts[column]:
            painter.setPen(painted.theme.color("text2"))
            painter.setFont(font("caption", 500))
            words = painted.more.format(shown=grouped(shown), all=grouped(picture.counts[column]))
            painter.drawText(geometry.more(column), _CENTRE, words)
    _name_ends(painter, painted, 0, picture.inputs)
    _name_ends(painter, painted, len(picture.counts) - 1, picture.outputs)


def _paint_neuron(painter: QPainter, painted: Painted, column: int, unit: int) -> None:
    theme, box = painted.theme, painted.geometry.box(column, unit)
    images = painted.picture.images.get(column)
    chosen = painted.selected is not None and (painted.selected.column, painted.selected.unit) == (column, unit)
    hovered = painted.hovered is not None and painted.hovered == Spot("neuron", column, unit)
    rounded(painter, box, 4, theme.color("surface"))
    if images is not None:
        draw_image(painter, box.adjusted(1, 1, -1, -1), images[unit], smooth=True)
    border = "accent" if chosen else "text2" if hovered else "axis"
    rounded(painter, box, 4, None, theme.color(border), width=2.0 if chosen else 1.0)
    if column and painted.picture.biased[column]:
        _paint_bias(painter, painted, Spot("bias", column, unit))


def _paint_bias(painter: QPainter, painted: Painted, spot: Spot) -> None:
    theme, value = painted.theme, painted.picture.value(spot)
    room, words = painted.geometry.figure(spot.column, spot.unit), signed_figure(value)
    face = font("caption", 600 if spot in (painted.selected, painted.hovered) else 400)
    wide = QFontMetricsF(face).horizontalAdvance(words)
    left = room.center().x() - (SQUARE + 4 + wide) / 2
    ground = QRectF(left - 3, room.top() + 1, SQUARE + wide + 10, room.height() - 2)
    if spot in (painted.selected, painted.hovered):
        rounded(painter, ground, 3, theme.color("wash" if spot == painted.selected else "hover"))
    else:
        painter.fillRect(ground, theme.color("panel"))
    square = QRectF(left, room.center().y() - SQUARE / 2, SQUARE, SQUARE)
    rounded(painter, square, 2, signed_colour(theme, value / painted.limit), theme.color("axis"))
    painter.setFont(face)
    painter.setPen(theme.color("text" if spot in (painted.selected, painted.hovered) else "text2"))
    painter.drawText(QRectF(square.right() + 4, room.top(), wide + 2, room.height()), _LEFT, words)


def _name_ends(painter: QPainter, painted: Painted, column: int, names: Sequence[str]) -> None:
    """Write what the inputs or the outputs are called beside them."""
    painter.setFont(font("dense", 500))
    painter.setPen(painted.theme.color("text2"))
    metrics = QFontMetricsF(painter.font())
    for unit in range(min(painted.geometry.shown[column], len(names))):
        box = painted.geometry.box(column, unit)
        if column == 0:
            room = QRectF(0, box.top(), box.left() - 6, box.height())
        else:
            room = QRectF(box.right() + 6, box.top(), painted.geometry.size.width() - box.right() - 8, box.height())
        words = metrics.elidedText(names[unit], Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, _RIGHT if column == 0 else _LEFT, words)
