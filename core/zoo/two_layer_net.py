"""The book's first network that learns."""

from __future__ import annotations

from core.zoo.base import Card, enter


@enter(
    Card(
        title="Two-layer net",
        task="Read digits, pixels laid out in one row.",
        architecture="784-50-10 with ReLU between, initial values normal with std 0.01.",
        result="About 97 % of the MNIST test digits after 17 epochs of plain gradient descent.",
        input_shape=(1, 28, 28),
        outputs=10,
        order=2,
        book="5.7",
    )
)
def two_layer_net() -> str:
    """Return the network of chapter 5: 39,760 parameters."""
    return "Flatten Affine(50, init=Normal(std=0.01)) ReLU Affine(10, init=Normal(std=0.01))"
