"""How many positions a window has, in numbers, and whether it comes out even."""

from __future__ import annotations

from dataclasses import dataclass

from core.kernels.window import Window
from workbench.widgets.numbers import plain_number


@dataclass(frozen=True)
class SizeFormula:
    """``(H + 2·pad − reach) / stride + 1`` with its numbers.

    Parameters
    ----------
    text
        The left side.
    result
        The right side: rounded down where it does not come out even.
    even
        Whether every pixel is reached.
    left_over
        How many rows or columns at the far edge no window reaches.
    fits
        Whether there is any position.
    """

    text: str
    result: str
    even: bool
    left_over: int
    fits: bool


def size_formula(size: int, window: Window) -> SizeFormula:
    """Return the formula for one side of an image."""
    reach = str(window.kernel) if window.dilation == 1 else f"({window.dilation}·({window.kernel} − 1) + 1)"
    text = f"({size} + 2·{window.pad} − {reach}) / {window.stride} + 1"
    if not window.fits(size):
        return SizeFormula(text, "", even=False, left_over=0, fits=False)
    left = window.left_over(size)
    exact = (size + 2 * window.pad - window.reach) / window.stride + 1
    count = window.positions(size)
    result = str(count) if not left else f"{plain_number(round(exact, 2))} → {count}"
    return SizeFormula(text, result, even=not left, left_over=left, fits=True)
