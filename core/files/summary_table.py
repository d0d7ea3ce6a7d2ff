"""The table of a network's layers, as text, CSV or Markdown."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from typing import Final, Literal

from core.arrays import Shape
from core.layers.base import Cost, shape_text
from core.shapes import Diagnosis
from core.spec import NetworkSpec
from core.text.alignment import table
from core.text.writing import layer_text

TableForm = Literal["text", "csv", "markdown"]
FORMS: Final[tuple[TableForm, ...]] = ("text", "csv", "markdown")
SUFFIXES: Final[dict[TableForm, str]] = {"text": ".txt", "csv": ".csv", "markdown": ".md"}

HEAD: Final = ("Layer", "", "Output", "Parameters", "Multiply-adds", "Activation bytes")
NUMBERS: Final = (3, 4, 5)
"""Columns of numbers."""


def summary_table(network: NetworkSpec, input_shape: Shape, diagnosis: Diagnosis, form: TableForm = "text") -> str:
    """Return one row for the input, each layer, and all together; numbers an error leaves open are question marks.

    Parameters
    ----------
    form
        ``"text"`` in aligned columns with grouped digits, ``"csv"`` with plain numbers, ``"markdown"`` for a page. A
        container's row counts all it holds; in CSV the column ``depth`` says how deep a row stands.
    """
    if form == "csv":
        return _csv(network, input_shape, diagnosis)
    rows = [HEAD, ("input", "", shape_text(input_shape), "", "", "")]
    for report in diagnosis.layers:
        spec = network.find(report.id)
        out = shape_text(report.output_shape) if report.output_shape is not None else "?"
        rows.append((report.label, spec.kind if spec.branches else layer_text(spec), out, *_costs(report.cost)))
    rows.append(("all", "", "", *_costs(diagnosis.cost)))
    return "\n".join(table(rows, NUMBERS) if form == "text" else _markdown(rows))


def _costs(cost: Cost | None) -> tuple[str, str, str]:
    if cost is None:
        return "?", "?", "?"
    return f"{cost.parameters:,}", f"{cost.macs:,}", f"{cost.activation_bytes:,}"


def _markdown(rows: Sequence[Sequence[str]]) -> list[str]:
    head, *body = (["\\|".join(" ".join(cell.split()).split("|")) for cell in row] for row in rows)
    line = ["-:" if column in NUMBERS else "-" for column in range(len(head))]
    return [f"| {' | '.join(row)} |" for row in (head, line, *body)]


def _csv(network: NetworkSpec, input_shape: Shape, diagnosis: Diagnosis) -> str:
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(("layer", "kind", "settings", "depth", "output", "parameters", "macs", "activation_bytes"))
    writer.writerow(("input", "", "", 0, shape_text(input_shape), "", "", ""))
    depths = _depths(network)
    for report in diagnosis.layers:
        spec = network.find(report.id)
        shape = shape_text(report.output_shape) if report.output_shape is not None else ""
        settings = "" if spec.branches else layer_text(spec)
        writer.writerow((_harmless(report.label), spec.kind, _harmless(settings), depths[report.id], shape, *_plain(report.cost)))
    writer.writerow(("all", "", "", 0, "", *_plain(diagnosis.cost)))
    return out.getvalue().rstrip("\n")


def _plain(cost: Cost | None) -> tuple[int | str, int | str, int | str]:
    return (cost.parameters, cost.macs, cost.activation_bytes) if cost else ("", "", "")


def _harmless(words: str) -> str:
    """Return a person's words so that a spreadsheet does not take them for a formula."""
    return f"'{words}" if words[:1] in {"=", "+", "-", "@", "\t", "\r"} else words


def _depths(network: NetworkSpec) -> dict[str, int]:
    """Return how many containers stand around each layer."""
    depths: dict[str, int] = {}
    waiting = [(layer, 0) for layer in network.layers]
    while waiting:
        layer, depth = waiting.pop()
        depths[layer.id] = depth
        waiting += [(inner, depth + 1) for branch in layer.branches for inner in branch]
    return depths
