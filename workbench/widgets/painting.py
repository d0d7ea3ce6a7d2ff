"""What the painted controls share: crisp rectangles and the ring of keyboard focus."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QWidget


def box(rect: QRectF, inset: float = 0.5) -> QRectF:
    """Return a rectangle moved inside, so that a 1 px border falls on whole pixels."""
    return rect.adjusted(inset, inset, -inset, -inset)


def rounded(
    painter: QPainter, rect: QRectF, radius: float, fill: QColor | None, border: QColor | None = None, *, width: float = 1.0
) -> None:
    """Draw a rounded box with an inner border."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(fill if fill is not None else Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(border, width) if border is not None else Qt.PenStyle.NoPen)
    painter.drawRoundedRect(box(rect, width / 2) if border is not None else rect, radius, radius)


def has_keyboard_focus(widget: QWidget) -> bool:
    """Say whether the widget has the focus and the person moves by keyboard, so that the ring should show."""
    return widget.hasFocus() and widget.window().testAttribute(Qt.WidgetAttribute.WA_KeyboardFocusChange)


def focus_ring(painter: QPainter, rect: QRectF, radius: float, colour: QColor) -> None:
    """Draw the ring of keyboard focus just inside a rectangle."""
    rounded(painter, rect, radius, None, colour, width=2.0)


def circle(
    painter: QPainter, centre: QPointF, radius: float, fill: QColor | None, border: QColor | None = None, *, width: float = 1.0
) -> None:
    """Draw a disc with an inner border."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(fill if fill is not None else Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(border, width) if border is not None else Qt.PenStyle.NoPen)
    inner = radius - width / 2 if border is not None else radius
    painter.drawEllipse(centre, inner, inner)
