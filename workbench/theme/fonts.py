"""The type scale: Inter, which comes with the program, then what the system has for other scripts."""

from __future__ import annotations

import sys
from functools import cache
from importlib.resources import as_file, files
from typing import Final, Literal

from PySide6.QtGui import QFont, QFontDatabase

Size = Literal["body", "dense", "caption", "digit", "code"]

PIXELS: Final[dict[Size, int]] = {"body": 13, "dense": 12, "caption": 11, "digit": 20, "code": 12}
"""Pixel height of each step of the scale; the line heights are 18, 16, 14, 26 and 16."""

_FALLBACK: Final[dict[str, tuple[str, ...]]] = {
    "darwin": ("SF Pro Text", "Hiragino Sans"),
    "win32": ("Segoe UI", "Yu Gothic UI", "Meiryo"),
    "linux": ("Noto Sans", "Noto Sans CJK JP", "DejaVu Sans"),
}
_FILES: Final = ("Inter-Regular.otf", "Inter-Medium.otf", "Inter-SemiBold.otf", "JetBrainsMono-Regular.ttf")


def load_fonts() -> None:
    """Make the bundled fonts known to Qt; harmless when done twice."""
    known = QFontDatabase.families()
    if "Inter" in known and "JetBrains Mono" in known:
        return
    for name in _FILES:
        with as_file(files("resources") / "fonts" / name) as path:
            QFontDatabase.addApplicationFont(str(path))


def font(size: Size = "body", weight: int = 400, *, tabular: bool = True, italic: bool = False) -> QFont:
    """Return the font of a step of the scale.

    Parameters
    ----------
    weight
        400, 500 or 600.
    tabular
        Whether all figures are equally wide, so that numbers that change do not shake.
    italic
        For variables in formulas only.
    """
    return QFont(_made(size, weight, tabular, italic))


@cache
def _made(size: Size, weight: int, tabular: bool, italic: bool) -> QFont:
    families = ("Inter", *_FALLBACK.get(sys.platform, _FALLBACK["linux"]))
    if size == "code":
        families = ("JetBrains Mono", "Menlo", "Consolas", "DejaVu Sans Mono", "monospace", *families[1:])
    made = QFont(list(families))
    made.setPixelSize(PIXELS[size])
    made.setWeight(QFont.Weight(weight))
    made.setItalic(italic)
    made.setHintingPreference(
        QFont.HintingPreference.PreferNoHinting if size != "code" else QFont.HintingPreference.PreferDefaultHinting
    )
    if tabular:
        made.setFeature(QFont.Tag("tnum"), 1)
    return made
