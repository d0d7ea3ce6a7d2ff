"""An array that is seen, as something to paste or to keep."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Final

import numpy as np
from PySide6.QtCore import QByteArray, QSize, Qt
from PySide6.QtGui import QImage, QImageWriter

from core.arrays import Array
from core.errors import FileError
from workbench.plots.picture import image_of
from workbench.theme.colormaps import Sort
from workbench.theme.theme import current_theme
from workbench.widgets.numbers import MINUS

LEAST_SIDE: Final = 256
"""A picture of fewer pixels is enlarged by a whole number, so that pasted somewhere it can be seen."""


@dataclass(frozen=True)
class ShownArray:
    """Numbers as they are seen.

    Parameters
    ----------
    values
        ``(H, W)``, or ``(3, H, W)`` for colours.
    limits
        The values of the first and the last colour.
    sort
        Which colours.
    title
        What it is, translated.
    """

    values: Array
    limits: tuple[float, float]
    sort: Sort
    title: str

    def image(self) -> QImage:
        """Return it in its colours, each number as one pixel."""
        return image_of(self.values, self.limits, current_theme().lookup(self.sort))

    def picture(self) -> QImage:
        """Return it in its colours, large enough to be seen, each number as a square."""
        image = self.image()
        times = max(1, -(-LEAST_SIDE // max(image.width(), image.height())))
        size = QSize(image.width() * times, image.height() * times)
        return image.scaled(size, Qt.AspectRatioMode.IgnoreAspectRatio, Qt.TransformationMode.FastTransformation)

    def text(self) -> str:
        """Return the numbers as lines of columns, which spreadsheets and `numpy.loadtxt` read."""
        planes = self.values.reshape(-1, *self.values.shape[-2:])
        return "\n\n".join("\n".join("\t".join(f"{value:.9g}" for value in row) for row in plane) for plane in planes)

    def words_at(self, row: int, column: int) -> str:
        """Return the value of a cell in full, one for each colour."""
        value = np.atleast_1d(self.values[..., row, column])
        return ", ".join(f"{float(v):.6g}" for v in value).replace("-", MINUS)


def save_array_png(shown: ShownArray, path: Path) -> None:
    """Write the picture.

    Raises
    ------
    FileError
        If the file cannot be written.
    """
    writer = QImageWriter(str(path), QByteArray(b"png"))
    if not writer.write(shown.picture()):
        raise FileError("cannot_write", path=path, reason=writer.errorString())


def save_array_npy(shown: ShownArray, path: Path) -> None:
    """Write the numbers, as they are, for `numpy.load`.

    Raises
    ------
    FileError
        If the file cannot be written.
    """
    try:
        with path.open("wb") as file:
            np.save(file, np.ascontiguousarray(shown.values), allow_pickle=False)
    except OSError as error:
        raise FileError("cannot_write", path=path, reason=error.strerror or str(error)) from error
