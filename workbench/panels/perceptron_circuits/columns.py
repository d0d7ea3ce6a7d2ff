"""The columns of a circuit's truth table: inputs, what is watched, targets and outputs."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final, Literal

from core.perceptron.board import CircuitBoard, owner
from core.perceptron.circuit_text import formula_of, label_of, target_name
from core.perceptron.functions import rows
from workbench.perceptron.wording import formula_text

ColumnKind = Literal["input", "inner", "target", "output"]
MOST_INNER: Final = 3
MOST_COLUMNS: Final = 9
"""With more columns than this, targets are shown only as marks beside the outputs."""


@dataclass(frozen=True, slots=True)
class Column:
    """One column.

    Parameters
    ----------
    head
        What stands over it.
    bits
        Its value in each row; "" where nothing is known.
    wanted
        For an output what it should be in each row; empty without a target.
    parts
        The ids of the outputs that a target column is of, or the output itself.
    """

    kind: ColumnKind
    head: str
    bits: tuple[str, ...]
    wanted: str = ""
    parts: tuple[str, ...] = ()


def columns_of(board: CircuitBoard, values: tuple[Mapping[str, int], ...], target_words: str) -> tuple[Column, ...]:
    """Return the columns from left to right.

    Parameters
    ----------
    target_words
        How the head of a target column is written, with ``{name}``.
    """
    found = [
        Column("input", formula_text(name), tuple(str(row[n]) for row in rows(len(board.variables))))
        for n, name in enumerate(board.variables)
    ]
    found += [Column("inner", formula_text(head), _bits(values, source)) for head, source in _watched(board)]
    outputs = board.of_kind("output")
    many = len(found) + 2 * len(outputs) > MOST_COLUMNS
    names = [part.name for part in outputs]
    targets: list[str] = []
    for part in outputs:
        if part.target not in targets or not part.target:
            targets.append(part.target)
            group = tuple(p for p in outputs if p.target == part.target) if part.target else (part,)
            if not many:
                name = target_name(part.target) or formula_text(part.name)
                blank = tuple(part.target) or ("·",) * len(values)
                found.append(Column("target", target_words.format(name=name), blank, parts=tuple(p.id for p in group)))
            for one in group:
                source = one.sources[0]
                head = formula_of(board, source) if names.count(one.name) > 1 and source else one.name
                found.append(Column("output", formula_text(head), _bits(values, source), one.target if source else "", (one.id,)))
    return tuple(found)


def _bits(values: tuple[Mapping[str, int], ...], source: str) -> tuple[str, ...]:
    return tuple(str(row[source]) for row in values) if source else ("?",) * len(values)


def _watched(board: CircuitBoard) -> list[tuple[str, str]]:
    """Return head and pin of what stands between inputs and outputs: the probes, else a few gates before the last."""
    probes = [(part.name, part.sources[0]) for part in board.of_kind("probe")]
    if probes:
        return probes
    last = {owner(part.sources[0]) for part in board.of_kind("output") if part.sources[0]}
    seen: dict[tuple[object, ...], tuple[str, str]] = {}
    for part in board.of_kind("gate"):
        if part.id not in last:
            sources = tuple(label_of(board, source) for source in part.sources)
            seen.setdefault((part.name, part.w, part.b, sources), (part.name, part.id))
    return list(seen.values()) if len(seen) <= MOST_INNER else []
