"""Numbers and names of the lab as text."""

from __future__ import annotations

from collections.abc import Iterable
from math import isfinite

from PySide6.QtCore import QCoreApplication

from core.descent.spec import DescentSpec, Racer
from core.optimizers.base import OPTIMIZERS
from core.surfaces.base import SURFACES
from workbench.translation.core_text import translate_core
from workbench.widgets.numbers import MINUS, figure, plain_number

translate = QCoreApplication.translate


def racer_name(racer: Racer) -> str:
    """Return what an optimizer of the race is called."""
    if racer.newton:
        return translate("Descent", "Newton")
    return translate_core(OPTIMIZERS.get(racer.optimizer.kind).title)


def surface_name(spec: DescentSpec) -> str:
    """Return the title of the surface; of a typed formula the formula."""
    return translate_core(SURFACES.get(spec.surface).title) if spec.surface else pretty(spec.formula)


def pretty(formula: str) -> str:
    """Return a formula as it stands in a book: ``x²/20 + y²``."""
    for plain, raised in (("**2", "²"), ("**3", "³"), ("**4", "⁴")):
        formula = formula.replace(plain, raised)
    return formula.replace("*", "·").replace(" - ", f" {MINUS} ")


def number(value: float) -> str:
    """Return a coordinate or a part of a gradient: two or three figures behind the point, never a negative zero."""
    if not isfinite(value):
        return figure(value)
    size = abs(value)
    if size and (size < 5e-4 or size >= 1e5):
        return figure(value)
    text = f"{value:.3f}" if size < 10 else f"{value:.2f}" if size < 1000 else f"{value:.0f}"
    if float(text) == 0:
        text = text.lstrip("-")
    return text.replace("-", MINUS)


def place(values: Iterable[float]) -> str:
    """Return a place: ``(−7, 2)`` with two figures behind the point where it has them."""
    return "(" + ", ".join(_coordinate(float(v)) for v in values) + ")"


def _coordinate(value: float) -> str:
    if not isfinite(value) or abs(value) >= 1e5 or 0 < abs(value) < 5e-3:
        return number(value)
    return plain_number(round(value, 2) + 0.0)


def vector(values: Iterable[float]) -> str:
    """Return two numbers in brackets."""
    return "(" + ", ".join(number(float(v)) for v in values) + ")"
