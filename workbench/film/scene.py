"""What is filmed: moments, how each is shown, and how it looks then."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
from PySide6.QtCore import QPoint, QSize
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QWidget

from core.arrays import Array
from workbench.theme.theme import current_theme
from workbench.workspace import Workspace

MOST_MOMENTS: Final = 90


@dataclass(frozen=True, slots=True)
class Scene:
    """Something that can be filmed; everything is called on the window's thread.

    Parameters
    ----------
    moments
        At least one, in the order of the film.
    show
        Asks for a moment.
    picture
        Returns how it looks, ``(height, width, 3)`` of bytes, of one size for all moments.
    is_ready
        Whether the moment that was asked for can be seen, as far as it is computed elsewhere.
    end
        Brings back what was shown before.
    """

    moments: Sequence[float]
    show: Callable[[float], None]
    picture: Callable[[], Array]
    is_ready: Callable[[], bool] = lambda: True
    end: Callable[[], None] = lambda: None


def run_scene(workspace: Workspace, widget: QWidget) -> Scene:
    """Return the kept moments of the run as a widget shows them, evenly chosen, the first and the last among them."""
    frame, kept = workspace.frame, workspace.shown.timeline.iterations
    chosen = np.unique(np.linspace(0, len(kept) - 1, min(len(kept), MOST_MOMENTS)).round().astype(int))
    size = widget.size()

    def back() -> None:
        if frame is not None and not frame.live:
            workspace.look_at(frame.iteration)
        else:
            workspace.follow()

    return Scene(
        moments=[kept[i] for i in chosen],
        show=lambda moment: workspace.look_at(int(moment)),
        picture=lambda: widget_pixels(widget, size),
        is_ready=lambda: workspace.probes.is_idle,
        end=back,
    )


def widget_pixels(widget: QWidget, size: QSize) -> Array:
    """Return how a widget looks, on a picture of a given size."""
    return drawn_pixels(size, lambda painter: widget.render(painter, QPoint()))


def drawn_pixels(size: QSize, draw: Callable[[QPainter], None]) -> Array:
    """Return what is drawn as bytes, ``(height, width, 3)``, red first."""
    image = QImage(size, QImage.Format.Format_RGB888)
    image.fill(current_theme().color("panel"))
    painter = QPainter(image)
    draw(painter)
    painter.end()
    lines = np.frombuffer(image.constBits(), np.uint8).reshape(size.height(), image.bytesPerLine())
    return lines[:, : 3 * size.width()].reshape(size.height(), size.width(), 3).copy()
