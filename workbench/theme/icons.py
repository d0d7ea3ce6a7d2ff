"""Our own icons: SVG on a grid of 16, drawn in any colour of the theme, sharp at any device pixel ratio."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

RATIOS = (1.0, 1.25, 1.5, 2.0, 3.0)


def icon_names() -> list[str]:
    """Return the names of all icons."""
    return sorted(
        entry.name.removesuffix(".svg") for entry in (files("resources") / "icons").iterdir() if entry.name.endswith(".svg")
    )


@cache
def _source(name: str) -> str:
    return (files("resources") / "icons" / f"{name}.svg").read_text(encoding="utf-8")


@cache
def _renderer(name: str, colour: str) -> QSvgRenderer:
    return QSvgRenderer(QByteArray(_source(name).replace("currentColor", colour).encode()))


def paint_icon(painter: QPainter, name: str, rect: QRectF, colour: QColor) -> None:
    """Draw an icon into a rectangle, as sharp as the painter's device is."""
    opacity = painter.opacity()
    painter.setOpacity(opacity * colour.alphaF())
    _renderer(name, colour.name()).render(painter, rect)
    painter.setOpacity(opacity)


def icon_pixmap(name: str, colour: QColor, size: int = 16, ratio: float = 1.0) -> QPixmap:
    """Return an icon as a pixmap of that many device independent pixels."""
    side = round(size * ratio)
    pixmap = QPixmap(QSize(side, side))
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    paint_icon(painter, name, QRectF(0, 0, side, side), colour)
    painter.end()
    pixmap.setDevicePixelRatio(ratio)
    return pixmap


def make_icon(name: str, colour: QColor, disabled: QColor, size: int = 16) -> QIcon:
    """Return an icon for menus and stock widgets, with pixmaps for the usual device pixel ratios."""
    icon = QIcon()
    for ratio in RATIOS:
        icon.addPixmap(icon_pixmap(name, colour, size, ratio), QIcon.Mode.Normal)
        icon.addPixmap(icon_pixmap(name, disabled, size, ratio), QIcon.Mode.Disabled)
    return icon
