"""One mean per channel (Lin, Chen and Yan 2013, arXiv 1312.4400)."""

from __future__ import annotations

import numpy as np

from core.arrays import Array, Shape
from core.layers.base import LAYERS, Layer, require_image


@LAYERS.register
class GlobalAveragePool(Layer):
    """The mean of each channel: (N, C, H, W) becomes (N, C), which an Affine layer can take."""

    title = "Global average pooling"
    help = "Keeps one number per channel: its mean over the whole image."
    book = "8.2.2"
    family = "pooling"

    def output_shape(self, shape: Shape) -> Shape:
        return (require_image(self, shape)[0],)

    def forward(self, x: Array, training: bool = False) -> Array:
        if training:
            self._shape = x.shape
        y: Array = x.mean(axis=(2, 3))
        return y

    def backward(self, dout: Array) -> Array:
        batch, channels, height, width = self._shape
        share = (dout * (1 / (height * width))).T
        spread = np.repeat(share[:, np.newaxis, :], height * width, axis=1)
        return spread.reshape(channels, height, width, batch).transpose(3, 0, 1, 2)
