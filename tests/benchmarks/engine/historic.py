"""The large networks of the book's last chapter at their full size, for one training step on one image."""

from __future__ import annotations

from typing import Final

IMAGENET: Final = 1000
INCEPTIONS: Final = (
    (64, 96, 128, 16, 32, 32),
    (128, 128, 192, 32, 96, 64),
    (192, 96, 208, 16, 48, 64),
    (160, 112, 224, 24, 64, 64),
    (128, 128, 256, 24, 64, 64),
    (112, 144, 288, 32, 64, 64),
    (256, 160, 320, 32, 128, 128),
    (256, 160, 320, 32, 128, 128),
    (384, 192, 384, 48, 128, 128),
)
"""Filters of the four branches of each inception module: 1×1; 1×1 and 3×3; 1×1 and 5×5; 1×1 behind pooling."""
POOLED_BEFORE: Final = (2, 7)
"""Modules, counted from 0, with a pooling before them."""


def _inception(one: int, before3: int, three: int, before5: int, five: int, pooled: int) -> str:
    return (
        f"Parallel([Conv({one}, 1) ReLU] [Conv({before3}, 1) ReLU Conv({three}, 3, pad=1) ReLU] "
        f"[Conv({before5}, 1) ReLU Conv({five}, 5, pad=2) ReLU] [MaxPool(3, stride=1, pad=1) Conv({pooled}, 1) ReLU])"
    )


def googlenet() -> str:
    """Return GoogLeNet without its auxiliary heads (Szegedy et al. 2014)."""
    modules = " ".join(
        f"MaxPool(3, stride=2, pad=1) {_inception(*filters)}" if index in POOLED_BEFORE else _inception(*filters)
        for index, filters in enumerate(INCEPTIONS)
    )
    return (
        "Conv(64, 7, stride=2, pad=3) ReLU MaxPool(3, stride=2, pad=1) LRN Conv(64, 1) ReLU Conv(192, 3, pad=1) ReLU LRN "
        f"MaxPool(3, stride=2, pad=1) {modules} GlobalAveragePool Dropout(0.4) Affine({IMAGENET})"
    )


def alexnet() -> str:
    """Return AlexNet with its two groups (Krizhevsky et al. 2012)."""
    return (
        "Conv(96, 11, stride=4) ReLU LRN MaxPool(3, stride=2) Conv(256, 5, pad=2, groups=2) ReLU LRN MaxPool(3, stride=2) "
        "Conv(384, 3, pad=1) ReLU Conv(384, 3, pad=1, groups=2) ReLU Conv(256, 3, pad=1, groups=2) ReLU MaxPool(3, stride=2) "
        f"Flatten Affine(4096) ReLU Dropout(0.5) Affine(4096) ReLU Dropout(0.5) Affine({IMAGENET})"
    )


def resnet(counts: tuple[int, ...], *, bottleneck: bool) -> str:
    """Return a ResNet of ImageNet with so many blocks in each stage (He et al. 2015)."""
    blocks, channels = [], 64
    for stage, count in enumerate(counts):
        for index in range(count):
            filters = 64 << stage
            out, stride = (4 * filters if bottleneck else filters), (2 if stage and not index else 1)
            blocks.append(_residual(filters, stride, bottleneck=bottleneck, projected=stride > 1 or out != channels))
            channels = out
    stem = "Conv(64, 7, stride=2, pad=3, bias=False) BatchNorm ReLU MaxPool(3, stride=2, pad=1)"
    return f"{stem} {' '.join(blocks)} GlobalAveragePool Affine({IMAGENET})"


def _residual(filters: int, stride: int, *, bottleneck: bool, projected: bool) -> str:
    moved = f", stride={stride}" if stride > 1 else ""
    if bottleneck:
        body = (
            f"Conv({filters}, 1, bias=False) BatchNorm ReLU Conv({filters}, 3, pad=1{moved}, bias=False) BatchNorm ReLU "
            f"Conv({4 * filters}, 1, bias=False) BatchNorm"
        )
    else:
        body = f"Conv({filters}, 3, pad=1{moved}, bias=False) BatchNorm ReLU Conv({filters}, 3, pad=1, bias=False) BatchNorm"
    way = ", shortcut='projection', normalise=True" if projected else ""
    return f"Residual({body}{way}) ReLU"
