"""The book's deep convolutional network."""

from __future__ import annotations

from core.zoo.base import Card, enter


@enter(
    Card(
        title="DeepConvNet",
        task="Read digits better.",
        architecture="Six convolutions of 3×3 in three pairs with pooling after each, 50 units, and dropout; the book puts "
        "dropout behind the last layer, too.",
        result="99.35 % of the MNIST test digits.",
        input_shape=(1, 28, 28),
        outputs=10,
        order=8,
        year=2016,
        book="8.1",
    )
)
def deep_conv_net() -> str:
    """Return the network of chapter 8: 123,552 parameters. The fourth convolution has a padding of 2."""
    return (
        "Conv(16, 3, pad=1) ReLU Conv(16, 3, pad=1) ReLU MaxPool(2) "
        "Conv(32, 3, pad=1) ReLU Conv(32, 3, pad=2) ReLU MaxPool(2) "
        "Conv(64, 3, pad=1) ReLU Conv(64, 3, pad=1) ReLU MaxPool(2) "
        "Flatten Affine(50) ReLU Dropout(0.5) Affine(10) Dropout(0.5)"
    )
