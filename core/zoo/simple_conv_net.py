"""The book's first convolutional network."""

from __future__ import annotations

from core.zoo.base import Card, enter


@enter(
    Card(
        title="SimpleConvNet",
        task="Read digits.",
        architecture="30 filters of 5×5, ReLU, pooling, 100 units, ReLU, 10 outputs; initial values with std 0.01.",
        result="98.9 % of the MNIST test digits.",
        input_shape=(1, 28, 28),
        outputs=10,
        order=5,
        year=2016,
        book="7.5",
    )
)
def simple_conv_net() -> str:
    """Return the network of chapter 7: 433,890 parameters."""
    return (
        "Conv(30, 5, init=Normal(std=0.01)) ReLU MaxPool(2) Flatten "
        "Affine(100, init=Normal(std=0.01)) ReLU Affine(10, init=Normal(std=0.01))"
    )
