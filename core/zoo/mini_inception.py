"""A small network with two inception modules (after Szegedy et al. 2014, arXiv 1409.4842)."""

from __future__ import annotations

from core.zoo.base import Card, enter


@enter(
    Card(
        title="Mini-Inception",
        task="Recognise small photographs in ten classes.",
        architecture="A convolution, two modules of four branches (1×1, 3×3, 5×5, pooling) joined by channel, the mean of each "
        "channel.",
        result="Made for this program; GoogLeNet, which it follows, has nine such modules and won the ILSVRC of 2014.",
        input_shape=(3, 32, 32),
        outputs=10,
        order=10,
        year=2014,
        book="8.2.3",
    )
)
def mini_inception() -> str:
    """Return a stem and two modules."""
    return (
        "Conv(16, 3, pad=1) ReLU MaxPool(2) "
        "Parallel([Conv(16, 1) ReLU] [Conv(16, 1) ReLU Conv(24, 3, pad=1) ReLU] "
        "[Conv(4, 1) ReLU Conv(8, 5, pad=2) ReLU] [MaxPool(3, stride=1, pad=1) Conv(8, 1) ReLU]) MaxPool(2) "
        "Parallel([Conv(32, 1) ReLU] [Conv(24, 1) ReLU Conv(48, 3, pad=1) ReLU] "
        "[Conv(8, 1) ReLU Conv(16, 5, pad=2) ReLU] [MaxPool(3, stride=1, pad=1) Conv(16, 1) ReLU]) "
        "GlobalAveragePool Affine(10)"
    )
