"""One unit as text: its weights, and its truth table as rows of cells."""

from __future__ import annotations

from core.perceptron.functions import name_of, rows
from core.perceptron.spec import PerceptronSpec, ThreeInputSpec
from core.perceptron.unit import activate, weighted_sum


def unit_table(unit: PerceptronSpec | ThreeInputSpec) -> list[list[str]]:
    """Return the truth table with a head: inputs, weighted sum, output, target. With three inputs the unit is a step."""
    count = len(unit.weights) - 1
    activation = unit.activation if isinstance(unit, PerceptronSpec) else "step"
    found = [[*(f"x{n + 1}" for n in range(count)), "z", "y", "target"]]
    for x, target in zip(rows(count), unit.target, strict=True):
        z = weighted_sum(unit.weights, x)
        found.append([*map(str, x), f"{z:g}", f"{activate(activation, z):g}", str(target)])
    return found


def unit_text(unit: PerceptronSpec | ThreeInputSpec) -> str:
    """Return the weights and the truth table, to paste into a letter."""
    *w, b = unit.weights
    numbers = ", ".join([*(f"w{n} = {value:g}" for n, value in enumerate(w, start=1)), f"b = {b:g}"])
    head = f"{name_of(unit.target)}: {numbers}, {unit.activation}" if isinstance(unit, PerceptronSpec) else numbers
    return "\n".join([head, *("\t".join(row) for row in unit_table(unit))]) + "\n"
