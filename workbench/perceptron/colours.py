"""The two sides of a line in the colours of signed values: blue for 1, orange for 0."""

from __future__ import annotations

from functools import cache, lru_cache

from PySide6.QtGui import QColor

from core.perceptron.spec import Rule
from workbench.theme.colormaps import Palette, lookup_table
from workbench.theme.theme import Theme

POINT = 0.95
WASH_OF_1 = 0.21
WASH_OF_0 = 0.14


def signed_colour(theme: Theme, value: float) -> QColor:
    """Return the colour of a signed value between −1 and 1; it is shared, so copy it before changing it."""
    return _signed_colours(theme.palette_name, theme.dark)[round((min(1.0, max(-1.0, value)) + 1) / 2 * 255)]


@cache
def _signed_colours(palette: Palette, dark: bool) -> tuple[QColor, ...]:
    """Return all colours of the map, made once: a move of the line asks for thirty."""
    return tuple(QColor.fromRgb(*rgb) for rgb in lookup_table("signed", palette, dark=dark).tolist())


def point_colour(theme: Theme, bit: float) -> QColor:
    """Return the colour of a 0 or a 1 as a point."""
    return signed_colour(theme, POINT if bit else -POINT)


def mixed(over: QColor, under: QColor, share: float) -> QColor:
    """Return what a see-through colour looks like on a ground.

    Qt paints lines in opaque colours twenty times as fast as in see-through ones.
    """
    return _mixed(over.rgb(), under.rgb(), share)


@lru_cache(maxsize=1024)
def _mixed(over: int, under: int, share: float) -> QColor:
    first, second = QColor.fromRgb(over), QColor.fromRgb(under)

    def part(a: int, b: int) -> int:
        return round(a * share + b * (1 - share))

    return QColor(part(first.red(), second.red()), part(first.green(), second.green()), part(first.blue(), second.blue()))


def wash_colour(theme: Theme, output: float) -> QColor:
    """Return the pale colour of a region whose output lies between −1 (meaning 0) and 1."""
    return signed_colour(theme, output * (WASH_OF_1 if output > 0 else WASH_OF_0))


def rule_colour(theme: Theme, rule: Rule) -> QColor:
    """Return the colour of a rule of learning in charts and where it learns beside the other."""
    return theme.run(0 if rule == "perceptron" else 1)
