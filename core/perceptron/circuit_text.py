"""Circuits as text: formulas of their outputs, and a form to paste into a letter."""

from __future__ import annotations

from core.perceptron.board import CircuitBoard, Part, owner
from core.perceptron.board_values import values
from core.perceptron.circuit import UNCONNECTED
from core.perceptron.functions import name_of, rows


def label_of(board: CircuitBoard, source: str) -> str:
    """Return what to call a pin: the input's or gate's name, a chip's with its output."""
    if source == UNCONNECTED:
        return "?"
    part = board.part(owner(source))
    if part.kind != "chip":
        return part.name
    outputs = board.chip(part.name).circuit.outputs
    return part.name if len(outputs) == 1 else f"{part.name}.{outputs[int(source.partition('.')[2] or 0)].name}"


def formula_of(board: CircuitBoard, source: str) -> str:
    """Return a pin as a formula of what stands right before it: ``AND(NAND, OR)``."""
    if source == UNCONNECTED:
        return ""
    part = board.part(owner(source))
    inside = ", ".join(label_of(board, s) for s in part.sources)
    return f"{label_of(board, source)}({inside})" if part.sources else part.name


def target_name(target: str) -> str:
    """Return the name of the wanted function, where it has one."""
    return name_of([int(bit) for bit in target]) if len(target) == 4 else ""


def as_text(board: CircuitBoard) -> str:
    """Return the board as lines: inputs, gates with weights and wires, outputs, and the truth table."""
    lines = ["inputs: " + ", ".join(board.variables)]
    names = _unique_names(board)
    for part in board.parts:
        sources = ", ".join(_wire(board, names, s) for s in part.sources)
        match part.kind:
            case "gate":
                weights = ", ".join(f"{w:g}" for w in part.w)
                lines.append(f"{names[part.id]} = {part.name}({sources})    w = ({weights}), b = {part.b:g}")
            case "chip":
                lines.append(f"{names[part.id]} = {part.name}({sources})")
            case "output" | "probe":
                lines.append(f"{part.kind} {part.name} = {sources}")
            case "input":
                pass
    return "\n".join([*lines, "", *("\t".join(row) for row in table_of(board))]) + "\n"


def _unique_names(board: CircuitBoard) -> dict[str, str]:
    return {part.id: part.name if part.kind == "input" else part.id for part in board.parts}


def _wire(board: CircuitBoard, names: dict[str, str], source: str) -> str:
    if source == UNCONNECTED:
        return "0"
    outputs = _outputs(board, board.part(owner(source)))
    name = names[owner(source)]
    return name if len(outputs) < 2 else f"{name}.{outputs[int(source.partition('.')[2] or 0)]}"


def _outputs(board: CircuitBoard, part: Part) -> tuple[str, ...]:
    return tuple(output.name for output in board.chip(part.name).circuit.outputs) if part.kind == "chip" else ()


def table_of(board: CircuitBoard) -> list[list[str]]:
    """Return the truth table as rows of texts, the first with the names: inputs, probes, outputs, targets."""
    shown = (*board.of_kind("probe"), *board.of_kind("output"))
    aimed = [part for part in shown if part.target]
    table = [[*board.variables, *(part.name for part in shown), *(f"target {part.name}" for part in aimed)]]
    for index, (x, row) in enumerate(zip(rows(len(board.variables)), values(board), strict=True)):
        outputs = (str(row[part.sources[0]]) for part in shown)
        table.append([*map(str, x), *outputs, *(part.target[index] for part in aimed)])
    return table
