"""The small network that playgrounds begin with."""

from __future__ import annotations

from core.zoo.base import Card, enter


@enter(
    Card(
        title="TensorFlow Playground default",
        task="Tell two classes of points in the plane apart.",
        architecture="Two hidden layers of 4 and 2 units with tanh.",
        result="Small enough that every weight can be watched.",
        input_shape=(2,),
        outputs=2,
        order=1,
        book="3.4",
    )
)
def playground() -> str:
    """Return 2-4-2-2 with tanh."""
    return "Affine(4) Tanh Affine(2) Tanh Affine(2)"
