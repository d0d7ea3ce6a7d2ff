"""Typed formulas such as ``sin(x)*y + 0.1*x**2``: read safely, computed on a graph of our own, differentiated exactly."""

from core.expressions.expression import Expression
from core.expressions.parser import parse_expression

__all__ = ["Expression", "parse_expression"]
