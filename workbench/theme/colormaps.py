"""Colour maps as lookup tables: signed values, magnitudes, and the ink of digits, for each palette and both themes."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import Final, Literal, get_args

import numpy as np
from numpy.typing import NDArray

from workbench.theme.oklab import from_oklab, rgb_of, to_oklab

Sort = Literal["signed", "magnitude", "ink"]
Palette = Literal["default", "cividis", "grey"]
Lookup = NDArray[np.uint8]

PALETTES: Final[tuple[Palette, ...]] = get_args(Palette)

_Stops = tuple[Sequence[str], Sequence[str]]

_INK: Final[_Stops] = (("#F9FAFC", "#0B0C0D"), ("#151617", "#F4F5F7"))

STOPS: Final[dict[tuple[Sort, Palette], _Stops]] = {
    ("signed", "default"): (
        ("#894800", "#B76304", "#DD8942", "#EEBB95", "#F8F5F2", "#A1CBF8", "#59A5EF", "#137FD6", "#015DA2"),
        ("#FFB174", "#DE863A", "#AC6322", "#6E4626", "#262422", "#305477", "#397CBC", "#53A3F2", "#97CAFE"),
    ),
    ("magnitude", "default"): (
        ("#F5F7EE", "#CCE3C3", "#93D0AD", "#49BCA9", "#06A0A9", "#0381A2", "#09619B", "#2F427C", "#312953"),
        ("#242234", "#29385F", "#0D5484", "#07738F", "#0C9298", "#09B39A", "#73CB94", "#BADDA0", "#EDF0C5"),
    ),
    ("signed", "cividis"): (
        ("#5C4C00", "#80743A", "#A69E75", "#CDC9B1", "#F5F5F5", "#BBC9DE", "#879EC1", "#5675A2", "#284D83"),
        ("#E0CB65", "#AE9E52", "#7E7440", "#514B31", "#262626", "#3D4C62", "#59749D", "#779FDB", "#97CCFF"),
    ),
    ("magnitude", "cividis"): (
        ("#F8F2C8", "#E6D788", "#C9BA6B", "#A8A072", "#8A8779", "#6C707A", "#4E5B76", "#2F4674", "#0B2F5E"),
        ("#1B2233", "#20365F", "#3F4F74", "#5D6678", "#7D7E7C", "#9E9777", "#C1B26B", "#E4D058", "#FFEC62"),
    ),
    ("signed", "grey"): (("#0F1012", "#7C7F84", "#F7F7F8"), ("#F4F5F7", "#85888D", "#1A1B1D")),
    ("magnitude", "grey"): _INK,
    ("ink", "default"): _INK,
    ("ink", "cividis"): _INK,
    ("ink", "grey"): _INK,
}
"""Stops at equal distances, light and dark; signed from −1 over 0 to +1, the others from 0 to 1."""


@cache
def lookup_table(sort: Sort, palette: Palette = "default", *, dark: bool = False) -> Lookup:
    """Return 256 colours as bytes, ``(256, 3)``, read-only; between the stops every step looks equally large."""
    stops = to_oklab(rgb_of(STOPS[sort, palette][dark]))
    at = np.linspace(0, len(stops) - 1, 256)
    lab = np.stack([np.interp(at, np.arange(len(stops)), stops[:, i]) for i in range(3)], axis=1)
    table = np.rint(from_oklab(lab) * 255).astype(np.uint8)
    table.flags.writeable = False
    return table


def colourise(values: NDArray[np.floating], low: float, high: float, table: Lookup) -> NDArray[np.uint8]:
    """Return the colour of each value, ``(..., 4)`` as RGBA bytes; what is not finite stays transparent.

    Parameters
    ----------
    values
        Any shape.
    low, high
        The values of the first and the last colour; beyond them the end colours are used.
    """
    scaled = (np.asarray(values, dtype=np.float32) - low) * (255 / ((high - low) or 1))
    finite = np.isfinite(scaled)
    index = np.clip(np.where(finite, scaled, 0) + 0.5, 0, 255).astype(np.uint8)
    out = np.empty((*index.shape, 4), np.uint8)
    out[..., :3] = table[index]
    out[..., 3] = np.where(finite, 255, 0)
    return out
