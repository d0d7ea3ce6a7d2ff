"""A convolutional network that takes images of any size from 4×4 up."""

from __future__ import annotations

from core.zoo.base import Card, enter


@enter(
    Card(
        title="Small CNN",
        task="Read small images.",
        architecture="Two convolutions of 3×3 that keep the size, each with ReLU and pooling, and one Affine layer.",
        result="Quick to train and hard to break: a good place to start from.",
        input_shape=(1, 8, 8),
        outputs=10,
        order=4,
        book="7.1",
    )
)
def small_cnn() -> str:
    """Return 8 and 16 filters before one Affine layer."""
    return "Conv(8, 3, pad=1) ReLU MaxPool(2) Conv(16, 3, pad=1) ReLU MaxPool(2) Flatten Affine(10)"
