"""The colours of the window by the name of their use: the one place that says them."""

from __future__ import annotations

from typing import Final

TOKENS: Final[dict[str, tuple[str, str]]] = {
    # surfaces
    "window": ("#E6E7EA", "#101113"),
    "panel": ("#F7F7F8", "#1A1C1F"),
    "head": ("#F0F1F3", "#1F2225"),
    "surface": ("#FFFFFF", "#25282C"),
    "plot": ("#FFFFFF", "#151719"),
    "hover": ("#EBECEF", "#2B2F34"),
    # lines
    "line": ("#DCDEE2", "#2D3136"),
    "line2": ("#B4B9C1", "#50565F"),
    "grid": ("#ECEDEF", "#212427"),
    "axis": ("#858B95", "#737A84"),
    "track": ("#D3D6DB", "#3C4148"),
    # text
    "text": ("#1A1C20", "#E6E8EB"),
    "text2": ("#4F5560", "#ABB1BA"),
    "text3": ("#5D636E", "#8C939D"),
    # the one accent
    "accent": ("#5646C8", "#A799F7"),
    "on_accent": ("#FFFFFF", "#15121F"),
    "wash": ("#E8E5FA", "#322C58"),
    # states, always with a word or an icon too
    "ok": ("#17703A", "#5FC68B"),
    "warn": ("#8A5300", "#E3B04B"),
    "error": ("#BC1F28", "#FF8078"),
    "warn_wash": ("#FBF0DC", "#3A2F17"),
    "error_wash": ("#FBE7E6", "#442020"),
    "tooltip": ("#26292E", "#E6E8EB"),
    "on_tooltip": ("#F4F5F6", "#17191C"),
    # layer families
    "family_weights": ("#2C6FB5", "#6AAEEB"),
    "family_activation": ("#B25E09", "#E59A4A"),
    "family_pooling": ("#0F7F78", "#45BDB3"),
    "family_normalise": ("#4B7F22", "#8BC063"),
    "family_shape": ("#676D78", "#9AA1AB"),
    "family_container": ("#8A3FA8", "#CE8BE8"),
    "family_data": ("#3A3F47", "#C9CED5"),
    # the two ends of ink, for what stands on a coloured cell
    "ink_dark": ("#0B0C0D", "#151617"),
    "ink_light": ("#F9FAFC", "#F4F5F7"),
}
"""Light and dark value of each token."""

RUNS: Final[tuple[tuple[str, ...], tuple[str, ...]]] = (
    ("#1251B4", "#ED5F18", "#27A28A", "#9E3A66", "#4F3072", "#6F530A", "#0179A3", "#272E38"),
    ("#3F93F7", "#ED6E12", "#74D4AB", "#A65776", "#6851C3", "#F5E05D", "#AAEAFE", "#9198AB"),
)
"""Colours of runs in their order, light and dark; told apart by colour-blind eyes too."""

VALIDATION: Final[tuple[tuple[str, ...], tuple[str, ...]]] = (
    ("#002A6E", "#AA3E02", "#03715F", "#69113D", "#2D0F4C", "#483301", "#024F6D", "#272E38"),
    ("#91C1FF", "#FFAF85", "#B7F9DA", "#C78AA0", "#9D8BF0", "#F5E05D", "#AAEAFE", "#C3C8D6"),
)
"""The same hues for validation, darker on light and paler on dark; always drawn dashed as well."""

MARKERS: Final = ("circle", "square", "diamond", "triangle")
"""Markers of runs in their order, beginning again after the last."""

DASH_VALIDATION: Final = (6, 4)
DASH_CROSSHAIR: Final = (2, 3)
DASH_BEFORE_DRAG: Final = (3, 4)
