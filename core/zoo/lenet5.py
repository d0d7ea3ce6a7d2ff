"""LeNet-5 as textbooks show it (after LeCun, Bottou, Bengio and Haffner 1998, Proceedings of the IEEE 86(11))."""

from __future__ import annotations

from core.zoo.base import Card, enter


@enter(
    Card(
        title="LeNet-5",
        task="Read handwritten digits for banks.",
        architecture="Two convolutions of 5×5 with averaging between, then 120, 84 and 10 units; scaled tanh. In the paper "
        "the second convolution sees only some maps and the subsampling has weights of its own.",
        result="0.95 % errors on the MNIST test digits in the paper.",
        input_shape=(1, 28, 28),
        outputs=10,
        order=7,
        year=1998,
        book="7.6",
    )
)
def lenet5() -> str:
    """Return the textbook form: 61,706 parameters. A padding of 2 stands for the paper's frame of 32×32."""
    return (
        "Conv(6, 5, pad=2) ScaledTanh AveragePool(2) Conv(16, 5) ScaledTanh AveragePool(2) "
        "Flatten Affine(120) ScaledTanh Affine(84) ScaledTanh Affine(10)"
    )
