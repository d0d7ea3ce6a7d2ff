"""A picture file as ink on paper."""

from __future__ import annotations

from pathlib import Path
from typing import Final

import numpy as np

from core.datasets.image_folder import read_picture
from workbench.panels.draw_pad.drawing import Picture

SUFFIXES: Final = (".png", ".jpg", ".jpeg", ".bmp")
MOST_SIDE: Final = 512
FAINT: Final = 0.2
"""What differs from the paper by less than this share of the strongest ink is paper, too: shadows, grain, old paper."""


def picture_of(path: Path) -> Picture:
    """Read a file: what lies along its rim is paper, what differs from it is ink, be it darker or lighter.

    Raises
    ------
    DataError
        If it is no picture.
    """
    grey = read_picture(path, 0, False)[0]
    step = -(-max(grey.shape) // MOST_SIDE)
    grey = grey[::step, ::step]
    rim = np.concatenate([grey[(0, -1), :].ravel(), grey[:, (0, -1)].ravel()])
    away = np.abs(grey - np.median(rim))
    most = float(away.max())
    if most == 0:
        return Picture(np.zeros(grey.shape, np.uint8))
    ink = np.clip((away / most - FAINT) / (1 - FAINT), 0, 1)
    return Picture(np.rint(255 * ink).astype(np.uint8))
