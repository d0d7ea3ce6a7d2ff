"""The last of the five networks of LeCun 1989, “Generalization and Network Design Strategies” (CRG-TR-89-4)."""

from __future__ import annotations

from core.zoo.base import Card, enter


@enter(
    Card(
        title="LeNet-1989",
        task="Read handwritten digits of 16×16 pixels.",
        architecture="Two convolutions with a stride of 2 and a bias for every unit, then 10 outputs; scaled tanh, no pooling. "
        "It is Net-5 of the report that compares five networks.",
        result="98.4 % of the 160 test digits of the report, with the fewest weights of the five networks.",
        input_shape=(1, 16, 16),
        outputs=10,
        order=6,
        year=1989,
        book="7.6",
    )
)
def lenet_1989() -> str:
    """Return Net-5: 1,060 parameters on 5,194 links."""
    return (
        "Conv(2, 3, stride=2, pad=1, unit_bias=True, init=LeCun1989) ScaledTanh "
        "Conv(4, 5, stride=2, pad=2, unit_bias=True, init=LeCun1989) ScaledTanh "
        "Flatten Affine(10, init=LeCun1989)"
    )
