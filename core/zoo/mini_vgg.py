"""A small network in the manner of VGG (Simonyan and Zisserman 2014, arXiv 1409.1556)."""

from __future__ import annotations

from core.zoo.base import Card, enter


@enter(
    Card(
        title="Mini-VGG",
        task="Recognise small photographs in ten classes.",
        architecture="Pairs of 3×3 convolutions with 16, 32 and 64 filters, pooling after each pair, then 128 units and dropout.",
        result="Made for this program; the networks it follows came second in the ILSVRC of 2014.",
        input_shape=(3, 32, 32),
        outputs=10,
        order=9,
        year=2014,
        book="8.2.2",
    )
)
def mini_vgg() -> str:
    """Return three pairs of convolutions."""
    return (
        "Conv(16, 3, pad=1) ReLU Conv(16, 3, pad=1) ReLU MaxPool(2) "
        "Conv(32, 3, pad=1) ReLU Conv(32, 3, pad=1) ReLU MaxPool(2) "
        "Conv(64, 3, pad=1) ReLU Conv(64, 3, pad=1) ReLU MaxPool(2) "
        "Flatten Affine(128) ReLU Dropout(0.5) Affine(10)"
    )
