"""A network with the shape of an autoencoder."""

from __future__ import annotations

from core.zoo.base import Card, enter


@enter(
    Card(
        title="Hourglass MLP",
        task="Press an image through a few numbers.",
        architecture="784-128-32-128-10 with ReLU: narrow in the middle as an autoencoder; its last layer gives classes, "
        "because the data asks for them.",
        result="Shows how little of an image is needed to tell its class.",
        input_shape=(1, 28, 28),
        outputs=10,
        order=3,
    )
)
def hourglass() -> str:
    """Return 128, 32 and 128 units: 110,122 parameters."""
    return "Flatten Affine(128) ReLU Affine(32) ReLU Affine(128) ReLU Affine(10)"
