"""A person's drawing made into what a network learned from."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from core.arrays import Array, Shape
from core.datasets.added_drawings import paper_and_ink, prepared
from core.datasets.placement import box_of, centre_by_mass, centre_of_mass, crop_to_ink, fit_to_box
from core.datasets.recipe import Data


@dataclass(frozen=True, slots=True)
class FittedDrawing:
    """A drawing on its way to the network; all values from 0 to 1.

    Parameters
    ----------
    crop
        The part with ink.
    fitted
        The same in the size of the box.
    centre
        Row and column of its centre of mass.
    picture
        Moved so that this centre is the frame's, ``(side, side)``.
    """

    crop: Array
    fitted: Array
    centre: tuple[float, float]
    picture: Array


@dataclass(frozen=True, slots=True)
class DrawingFrame:
    """How a drawing has to look for one set of data.

    Parameters
    ----------
    side
        Of the square picture, in pixels.
    box
        Of the square inside it that the ink fills.
    input_shape
        What the network takes: the picture, or the same laid out as a vector.
    paper, ink
        The prepared values of nothing and of full ink.
    """

    side: int
    box: int
    input_shape: Shape
    paper: float
    ink: float

    def fit(self, drawing: Array) -> FittedDrawing:
        """Fit a drawing (H, W), 0 for paper, into the frame.

        Raises
        ------
        DataError
            If nothing is drawn.
        """
        crop = crop_to_ink(drawing)
        fitted = fit_to_box(crop, self.box)
        rows, columns = centre_of_mass(fitted[None])
        picture = centre_by_mass(fitted[None], self.side)[0]
        return FittedDrawing(crop / crop.max(), fitted, (float(rows[0]), float(columns[0])), picture)

    def sample(self, picture: Array) -> Array:
        """Return a fitted picture as a batch of one, prepared as the training data was."""
        return prepared(picture[np.newaxis], self.paper, self.ink, self.input_shape)


def drawing_frame(data: Data, image_shape: Shape) -> DrawingFrame | None:
    """Return how to draw for this data, or None if its samples are not square images of one channel.

    Paper is what lies around the digits, so a set with dark digits on light ground is understood as well.

    Parameters
    ----------
    image_shape
        ``(C, H, W)`` of a sample, also where the data is laid out as vectors.
    """
    if len(image_shape) != 3 or image_shape[0] != 1 or image_shape[1] != image_shape[2]:
        return None
    side = image_shape[1]
    paper, ink = paper_and_ink(data.train.x, side)
    return DrawingFrame(side, box_of(side), data.input_shape, paper, ink)
