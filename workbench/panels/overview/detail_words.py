"""The texts of one map and its arithmetic."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class DetailWords:
    """The texts of the detail, translated."""

    input: str = "Input"
    sees: str = "sees {height}×{width}"
    channels: str = "Channels"
    input_map: str = "Input map"
    each: str = "input × filter = share"
    sum: str = "Sum and bias"
    map: str = "Map {n}"
    window: str = "Window"
    filter: str = "Filter"
    products: str = "Products"
    channel: str = "channel {n} of {count}"
    all_channels: str = "sum of all"
    bias: str = "bias"
    output: str = "output"
    before: str = "input"
    largest: str = "largest"
    mean: str = "mean"
