from __future__ import annotations

import pytest

from core.errors import ShapeError, SpecError
from core.network import build_layer
from core.spec import LayerSpec
from tests.core.layers.cases import layer

conv3 = layer("Conv", filters=3, kernel=1)
conv4 = layer("Conv", filters=4, kernel=1)


@pytest.mark.parametrize(
    ("spec", "shape", "code"),
    [
        (layer("Affine"), (1, 28, 28), "needs_vector"),
        (layer("Conv"), (784,), "needs_image"),
        (layer("Conv", kernel=5), (1, 4, 28), "kernel_too_large"),
        (layer("Conv", kernel=3, dilation=3), (1, 6, 28), "kernel_too_large"),
        (layer("Conv", kernel=5, pad=0), (1, 28, 4), "kernel_too_large"),
        (layer("Conv", filters=4, groups=2), (3, 8, 8), "groups_do_not_divide"),
        (layer("Conv", filters=3, groups=2), (4, 8, 8), "groups_do_not_divide"),
        (layer("LocallyConnected", kernel=9), (1, 8, 8), "kernel_too_large"),
        (layer("LocallyConnected"), (64,), "needs_image"),
        (layer("MaxPool", size=3), (1, 2, 8), "kernel_too_large"),
        (layer("MaxPool", size=2, pad=2), (1, 8, 8), "pool_pad"),
        (layer("AveragePool", size=3, pad=2), (1, 8, 8), "pool_pad"),
        (layer("AveragePool"), (8,), "needs_image"),
        (layer("GlobalAveragePool"), (8,), "needs_image"),
        (layer("LRN"), (8,), "needs_image"),
        (layer("Reshape", shape=(2, 5)), (11,), "reshape_size"),
        (layer("Residual", (layer("Affine", units=5),)), (4,), "shortcut_differs"),
        (layer("Residual", (conv3,)), (2, 4, 4), "shortcut_differs"),
        (layer("Residual", (conv3,), shortcut="pad"), (4, 4, 4), "shortcut_differs"),
        (layer("Residual", (layer("MaxPool", size=3, stride=2),), shortcut="projection"), (4, 6, 9), "shortcut_differs"),
        (layer("Residual", (layer("Flatten"),), shortcut="projection"), (4, 6, 6), "shortcut_differs"),
        (layer("Residual", (layer("Conv", kernel=2, pad=1),), shortcut="projection"), (4, 6, 6), "shortcut_differs"),
        (layer("Parallel", (conv3,), (conv3, layer("MaxPool"))), (2, 4, 4), "branches_differ"),
        (layer("Parallel", (conv3,), (conv4,), merge="add"), (2, 4, 4), "branches_differ"),
        (layer("Parallel", (conv3,), (layer("Flatten"),)), (2, 4, 4), "branches_differ"),
    ],
    ids=str,
)
def test_that_a_shape_that_cannot_be_taken_is_refused_with_its_code(spec: LayerSpec, shape: tuple[int, ...], code: str) -> None:
    made = build_layer(spec)
    for question in (made.output_shape, made.cost):
        with pytest.raises(ShapeError) as caught:
            question(shape)
        assert caught.value.code == code


@pytest.mark.parametrize(
    ("kind", "count"), [("Sequential", 0), ("Sequential", 2), ("Residual", 2), ("Parallel", 1), ("Parallel", 9), ("ReLU", 1)]
)
def test_that_a_wrong_number_of_branches_is_refused(kind: str, count: int) -> None:
    with pytest.raises(SpecError) as caught:
        build_layer(layer(kind, *[()] * count))
    assert caught.value.code == "branch_count"
