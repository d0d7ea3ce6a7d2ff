"""The two large networks on which the editor is measured, as their papers and torchvision build them."""

from __future__ import annotations

from core.spec import NetworkSpec
from core.text import parse_network

STAGES_152 = (3, 8, 36, 3)

INCEPTIONS = (
    (64, 96, 128, 16, 32, 32),
    (128, 128, 192, 32, 96, 64),
    None,
    (192, 96, 208, 16, 48, 64),
    (160, 112, 224, 24, 64, 64),
    (128, 128, 256, 24, 64, 64),
    (112, 144, 288, 32, 64, 64),
    (256, 160, 320, 32, 128, 128),
    None,
    (256, 160, 320, 32, 128, 128),
    (384, 192, 384, 48, 128, 128),
)
"""The widths of the nine modules of GoogLeNet: 1×1, 3×3 reduced, 3×3, 5×5 reduced, 5×5, pooled; None for pooling."""


def resnet152(outputs: int = 1000) -> NetworkSpec:
    """Residual network of 152 layers (He et al. 2015), with the stride in the 3×3 convolutions as torchvision has it."""
    parts = ["Conv(64, 7, stride=2, pad=3, bias=False) BatchNorm ReLU MaxPool(3, stride=2, pad=1)"]
    for stage, blocks in enumerate(STAGES_152):
        width = 64 * 2**stage
        for block in range(blocks):
            stride = 2 if stage and not block else 1
            shortcut = "" if block else ", shortcut='projection', normalise=True"
            parts.append(
                f"Residual(Conv({width}, 1, bias=False) BatchNorm ReLU "
                f"Conv({width}, 3, stride={stride}, pad=1, bias=False) BatchNorm ReLU "
                f"Conv({4 * width}, 1, bias=False) BatchNorm{shortcut}) ReLU"
            )
    return parse_network(f"{' '.join(parts)} GlobalAveragePool Affine({outputs})")


def googlenet(outputs: int = 1000) -> NetworkSpec:
    """GoogLeNet (Szegedy et al. 2014) without its auxiliary outputs, with biases and 5×5 convolutions as in the paper."""
    parts = [
        "Conv(64, 7, stride=2, pad=3) ReLU MaxPool(3, stride=2, pad=1) LRN",
        "Conv(64, 1) ReLU Conv(192, 3, pad=1) ReLU LRN MaxPool(3, stride=2, pad=1)",
    ]
    for widths in INCEPTIONS:
        if widths is None:
            parts.append("MaxPool(3, stride=2, pad=1)")
            continue
        one, three_reduced, three, five_reduced, five, pooled = widths
        parts.append(
            f"Parallel([Conv({one}, 1) ReLU] [Conv({three_reduced}, 1) ReLU Conv({three}, 3, pad=1) ReLU] "
            f"[Conv({five_reduced}, 1) ReLU Conv({five}, 5, pad=2) ReLU] "
            f"[MaxPool(3, stride=1, pad=1) Conv({pooled}, 1) ReLU])"
        )
    return parse_network(f"{' '.join(parts)} GlobalAveragePool Dropout(0.4) Affine({outputs})")


NETWORKS = {"ResNet-152": resnet152, "GoogLeNet": googlenet}
