"""The texts of im2col."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Im2colWords:
    """The texts, translated."""

    image: str = "Image"
    padded: str = "Image, padded"
    matrix: str = "Column matrix"
    rows: str = "rows {first}–{last}"
    filter: str = "Filter {n}"
    output: str = "Output"
    map: str = "Map {n}"
    window: str = "Window"
    place: str = "row {row}, column {column}"
    products: str = "Products"
    channel: str = "channel {n} of {count}"
    sample: str = "sample {n} of {count}"
    sum: str = "sum"
    bias: str = "bias"
    result: str = "output"
    after: str = "after {activation}"
    values: str = "column matrix {rows}·{columns} = {values} values, {times} × the image"
    timing: str = "loops {loops} ms, im2col {im2col} ms: {factor} times faster"
    left_out: str = "rows or columns left out: {n}"
    misfit: str = "The window is larger than the padded image. Take a smaller kernel or more padding."
