from __future__ import annotations

from core.layers.formula import Formula
from core.network import build_layer
from tests.core.layers.cases import layer


def test_that_the_books_convolution_is_explained_number_by_number() -> None:
    size, parameters, macs = build_layer(layer("Conv", filters=30, kernel=5)).explain((1, 28, 28))
    assert size == Formula("Output size", "(H + 2P − K) / S + 1", "(28 + 2·0 − 5) / 1 + 1", "24")
    assert parameters == Formula("Parameters", "F·C·K² + F", "30·1·25 + 30", "780")
    assert macs == Formula("Multiply-adds", "F·OH·OW·C·K²", "30·24·24·1·25", "432,000")


def test_that_sides_are_told_apart_and_what_is_left_out_is_rounded_down() -> None:
    height, width = build_layer(layer("MaxPool", size=3, stride=2)).explain((8, 28, 13))
    assert (height.name, height.numeric, height.result) == ("Output height", "⌊(28 + 2·0 − 3) / 2 + 1⌋", "13")
    assert (width.name, width.symbolic, width.result) == ("Output width", "(W + 2P − K) / S + 1", "6")


def test_that_groups_and_dilation_show() -> None:
    size, parameters, _ = build_layer(layer("Conv", filters=4, kernel=3, dilation=2, groups=2, bias=False)).explain((6, 9, 9))
    assert size.symbolic == "(H + 2P − D·(K − 1) − 1) / S + 1"
    assert (parameters.symbolic, parameters.numeric, parameters.result) == ("F·C/G·K²", "4·6/2·9", "108")
