"""Numbers as people write and read them: a true minus, thousands with a comma, k and M, small expressions."""

from __future__ import annotations

import ast
import math
import operator
from collections.abc import Callable
from typing import Final

MINUS: Final = "\N{MINUS SIGN}"
THIN_SPACE: Final = "\N{THIN SPACE}"

_BINARY: Final[dict[type[ast.operator], Callable[[float, float], float]]] = {
    ast.Add: operator.add,
    ast.Sub: operator.sub,
    ast.Mult: operator.mul,
    ast.Div: operator.truediv,
    ast.Pow: operator.pow,
}


def parse_number(text: str) -> float | None:
    """Return the number that a text means, such as ``1e-3``, ``1,000``, ``1/255`` or ``50 %``; None if it means none."""
    plain = text.strip().replace(MINUS, "-").replace("×", "*").replace("·", "*").replace(",", "").replace(THIN_SPACE, "")
    percent = plain.endswith("%")
    if len(plain) > 60:
        return None
    try:
        value = _evaluate(ast.parse(plain.rstrip("% ").replace("^", "**"), mode="eval").body)
    except (SyntaxError, ValueError, ArithmeticError, TypeError):
        return None
    value = value / 100 if percent else value
    return value if math.isfinite(value) else None


def _evaluate(node: ast.expr) -> float:
    match node:
        case ast.Constant(value=int() | float()) if not isinstance(node.value, bool):
            return float(node.value)  # type: ignore[arg-type]
        case ast.UnaryOp(op=ast.USub()):
            return -_evaluate(node.operand)
        case ast.UnaryOp(op=ast.UAdd()):
            return _evaluate(node.operand)
        case ast.BinOp() if type(node.op) in _BINARY:
            result = _BINARY[type(node.op)](_evaluate(node.left), _evaluate(node.right))
            return float(result)  # a root of a negative number is complex, and refused here
    raise ValueError


def plain_number(value: float, decimals: int | None = None) -> str:
    """Return a number for a field: as short as it can be, or with fixed decimals."""
    if decimals is not None:
        text = f"{value:.{decimals}f}"
    elif value == int(value) and abs(value) < 1e7:
        text = str(int(value))
    else:
        text = f"{value:.6g}"
        if "e" in text:
            mantissa, exponent = text.split("e")
            text = f"{mantissa}e{int(exponent)}"
    return text.replace("-", MINUS)


def grouped(value: int) -> str:
    """Return a whole number with commas: ``61,706``."""
    return f"{value:,}".replace("-", MINUS)


def short_count(value: float) -> str:
    """Return a count in three significant figures: ``842``, ``65.5 k``, ``2.36 M``."""
    for limit, letter in ((1e12, "T"), (1e9, "G"), (1e6, "M"), (1e4, "k")):
        if abs(value) >= limit:
            scaled = value / (1e3 if letter == "k" else limit)
            return f"{scaled:.{max(0, 2 - int(math.log10(abs(scaled))))}f}{THIN_SPACE}{letter}"
    return grouped(round(value))


def percent(share: float, decimals: int = 2) -> str:
    """Return a share as per cent: ``98.81 %``; a dash for none."""
    return f"{100 * share:.{decimals}f}{THIN_SPACE}%" if math.isfinite(share) else "—"


def figure(value: float) -> str:
    """Return a measured number such as a loss in three or four significant figures; a dash for none."""
    if math.isnan(value):
        return "—"
    if math.isinf(value):
        return "∞" if value > 0 else f"{MINUS}∞"
    size = abs(value)
    if size == 0:
        return "0"
    if size >= 1e5 or size < 1e-4:
        mantissa, exponent = f"{value:.2e}".split("e")
        return f"{mantissa}e{int(exponent)}".replace("-", MINUS)
    decimals = 4 if size < 1 else 3 if size < 10 else 2 if size < 100 else 1 if size < 1000 else 0
    return f"{value:,.{decimals}f}".replace("-", MINUS)


def signed_cell(value: float) -> str:
    """Return a number on a cell: two decimals, a true minus."""
    return f"{value:.2f}".replace("-", MINUS)


def duration(seconds: float) -> str:
    """Return a time as ``0:09``, ``12:30`` or ``1:02:03``; a dash for none."""
    if not math.isfinite(seconds):
        return "—"
    whole = max(0, round(seconds))
    hours, minutes, rest = whole // 3600, whole // 60 % 60, whole % 60
    return f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes}:{rest:02}"
