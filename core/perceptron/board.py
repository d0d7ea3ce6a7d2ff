"""A circuit as it lies on the canvas: parts at places, wires between them, and gates that the person made.

It belongs to the document. `flat` turns it into a `Circuit`, in which gates of one's own are taken apart.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from math import isfinite
from typing import Final, Literal

from core.errors import SettingError, SpecError
from core.perceptron.circuit import UNCONNECTED, Circuit, in_order, loop_among
from core.perceptron.functions import rows
from core.perceptron.spec import LARGEST

PartKind = Literal["input", "gate", "chip", "output", "probe"]
MOST_VARIABLES: Final = 8
"""A truth table of more rows is too long to look at."""
MOST_PORTS: Final = 5
"""How many inputs the editor of a gate offers."""
FARTHEST: Final = 100_000.0


@dataclass(frozen=True, slots=True)
class Part:
    """Something on the canvas.

    Parameters
    ----------
    id
        Unique on the board, without ``.`` and ``/``.
    kind
        ``"input"``, ``"gate"`` (one perceptron), ``"chip"`` (a circuit as a gate), ``"output"`` or ``"probe"``.
    name
        What stands on it. Inputs of the same name are the same variable; a chip is found by its name.
    x, y
        Its centre, in pixels of the canvas at full size.
    w, b
        Weights, one per port, and bias of a gate.
    sources
        For each port the pin that it takes its value from, or "": ``"id"`` or, for later outputs of a chip, ``"id.1"``.
    target
        The wanted values of an output row by row, as ``"0110"``; "" for none.
    """

    id: str
    kind: PartKind
    name: str
    x: float = 0.0
    y: float = 0.0
    w: tuple[float, ...] = ()
    b: float = 0.0
    sources: tuple[str, ...] = ()
    target: str = ""

    def __post_init__(self) -> None:
        if not self.id or "." in self.id or "/" in self.id:
            raise SpecError("circuit_id", received=self.id)
        if self.kind == "input" and (not self.name or "/" in self.name):
            raise SpecError("circuit_id", received=self.name)
        if self.kind == "gate" and len(self.w) != len(self.sources):
            raise SpecError("circuit_ports", gate=self.id, received=len(self.sources), expected=len(self.w))
        for name, number, most in (("x", self.x, FARTHEST), ("y", self.y, FARTHEST), ("b", self.b, LARGEST)):
            _check(name, number, most)
        for number in self.w:
            _check("w", number, LARGEST)
        if set(self.target) - {"0", "1"}:
            raise SpecError("circuit_target", output=self.name, received=self.target[:40])


def _check(name: str, number: float, most: float) -> None:
    if not isfinite(number):
        raise SettingError("setting_type", owner="Circuit", field=name, received=number, expected="a finite number")
    if number < -most:
        raise SettingError("setting_low", owner="Circuit", field=name, received=number, minimum=-most)
    if number > most:
        raise SettingError("setting_high", owner="Circuit", field=name, received=number, maximum=most)


@dataclass(frozen=True, slots=True)
class Chip:
    """A circuit that has become a gate of the palette."""

    name: str
    circuit: Circuit

    def __post_init__(self) -> None:
        in_order(self.circuit)


@dataclass(frozen=True, slots=True)
class CircuitBoard:
    """Parts, chips, and the challenge that is being worked on.

    Raises
    ------
    SpecError
        If a wire comes from nowhere, wires go in a circle, or there are too many inputs.
    """

    parts: tuple[Part, ...] = ()
    chips: tuple[Chip, ...] = ()
    challenge: str = ""

    def __post_init__(self) -> None:
        ids = [part.id for part in self.parts]
        names = [chip.name for chip in self.chips]
        twice = next((name for many in (ids, names) for name in many if many.count(name) > 1), None)
        if twice is not None:
            raise SpecError("circuit_twice", name=twice)
        for part in self.parts:
            ports = len(self.ports(part))
            if ports != len(part.sources):
                raise SpecError("circuit_ports", gate=part.id, received=len(part.sources), expected=ports)
        pins = {pin for part in self.parts for pin in self.pins(part)} | {UNCONNECTED}
        for part in self.parts:
            for source in part.sources:
                if source not in pins:
                    raise SpecError("circuit_source", end=part.id, source=source)
        loop = loop_of(self)
        if loop:
            raise SpecError("circuit_loop", loop=" → ".join(self.part(name).name for name in loop))
        if len(self.variables) > MOST_VARIABLES:
            raise SpecError("circuit_inputs", received=len(self.variables), most=MOST_VARIABLES)

    @property
    def variables(self) -> tuple[str, ...]:
        """The names of the inputs, each once, in the order of the truth table."""
        return tuple(dict.fromkeys(part.name for part in self.parts if part.kind == "input"))

    def part(self, part_id: str) -> Part:
        """Return the part with that id."""
        for part in self.parts:
            if part.id == part_id:
                return part
        raise SpecError("circuit_source", end="", source=part_id)

    def chip(self, name: str) -> Chip:
        """Return the chip of that name."""
        for chip in self.chips:
            if chip.name == name:
                return chip
        raise SpecError("circuit_chip", name=name)

    def ports(self, part: Part) -> tuple[str, ...]:
        """Return the names of what a part takes."""
        match part.kind:
            case "input":
                return ()
            case "gate":
                return tuple(f"x{n}" for n in range(1, len(part.w) + 1))
            case "chip":
                return self.chip(part.name).circuit.inputs
            case "output" | "probe":
                return (part.name,)

    def pins(self, part: Part) -> tuple[str, ...]:
        """Return where other parts can take values from."""
        match part.kind:
            case "input" | "gate":
                return (part.id,)
            case "chip":
                return tuple(pin(part.id, n) for n in range(len(self.chip(part.name).circuit.outputs)))
            case "output" | "probe":
                return ()

    def of_kind(self, *kinds: PartKind) -> tuple[Part, ...]:
        """Return the parts of some kinds, in their order."""
        return tuple(part for part in self.parts if part.kind in kinds)

    def with_part(self, part: Part) -> CircuitBoard:
        """Return a board with another part in place of that with the same id."""
        return replace(self, parts=tuple(part if old.id == part.id else old for old in self.parts))


def pin(part_id: str, output: int) -> str:
    """Return the name of an output of a part."""
    return f"{part_id}.{output}" if output else part_id


def owner(source: str) -> str:
    """Return the id of the part that a pin belongs to."""
    return source.partition(".")[0]


def loop_of(board: CircuitBoard) -> tuple[str, ...]:
    """Return the ids of the parts of a loop, in the order in which values would run, the first once more at the end."""
    loop = loop_among({part.id: [owner(source) for source in part.sources if source] for part in board.parts})
    return (*loop, *loop[:1])


def loop_closed_by(board: CircuitBoard, part_id: str, source: str) -> tuple[str, ...]:
    """Return the ids of the parts of the loop that a wire from a pin to a part would close, the first also last."""
    start = owner(source)
    before: dict[str, str] = {part_id: ""}
    waiting = [part_id]
    while waiting:
        here = waiting.pop(0)
        if here == start:
            back = [here]
            while before[back[-1]]:
                back.append(before[back[-1]])
            return (start, *back[::-1])
        for part in board.parts:
            if part.id not in before and any(owner(s) == here for s in part.sources if s):
                before[part.id] = here
                waiting.append(part.id)
    return ()


def rows_of(board: CircuitBoard) -> tuple[tuple[int, ...], ...]:
    """Return the rows of the board's truth table."""
    return rows(len(board.variables))
