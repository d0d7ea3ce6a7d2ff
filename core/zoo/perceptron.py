"""The perceptron of the book's second chapter, as a network that learns."""

from __future__ import annotations

from core.zoo.base import Card, enter


@enter(
    Card(
        title="Perceptron",
        task="Divide the plane into two classes by a straight line.",
        architecture="One Affine layer; the larger of its two outputs is the class.",
        result="Learns AND, OR and NAND, but never XOR.",
        input_shape=(2,),
        outputs=2,
        order=0,
        year=1957,
        book="2",
    )
)
def perceptron() -> str:
    """Return one layer from two inputs to two classes."""
    return "Affine(2)"
