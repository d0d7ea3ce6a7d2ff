"""What a line of the NumPy script says: shapes of arrays become settings, and what fills them the initial values."""

from __future__ import annotations

import ast
from typing import Final

from core.fields import ComponentSpec, Value
from core.files.code.book import pages, signature
from core.files.code.reading.entries import Entry
from core.files.code.reading.meaning import Meaning, MeaningError, bound, literal, merged, numbered, sizes
from core.nearest import did_you_mean

VARIANTS: Final = {"GroupedConv": "Conv", "LargeAffine": "Affine"}
"""Pages that are another way to compute a kind."""
SHORTCUTS: Final = {"Residual": "identity", "PaddedResidual": "pad", "ProjectedResidual": "projection"}
SPREADS: Final = {"2": "He", "1": "Xavier"}
"""What stands above the line in the root of the spread, and whose initial values these are."""
ARRAY, GENERATOR = "Array", "rng"


def meaning(entry: Entry) -> Meaning:
    """Return what a line says.

    Raises
    ------
    MeaningError
        At the part that cannot be read.
    """
    kind = entry.kind
    if kind not in pages("layers"):
        hint = did_you_mean(kind, pages("layers"))
        raise MeaningError("code_unknown_layer", entry.call.func, received=kind[:40], hint=hint)
    rest = entry.rest
    if kind in SHORTCUTS:
        settings: dict[str, Value] = {"shortcut": SHORTCUTS[kind]}
        if kind == "ProjectedResidual":
            settings["normalise"] = len(rest.args) > 1
        step = {word.arg: word.value for word in rest.keywords if word.arg}
        return Meaning("Residual", settings, others={**numbered(rest.args), **step})
    if kind == "Sequential":
        return Meaning(kind, others=bound(rest, []))
    if kind == "Parallel":
        return merged(rest)
    return _plain(entry.call, kind)


def _plain(call: ast.Call, page: str) -> Meaning:
    taken = signature("layers", page)
    given = bound(call, list(taken))
    arrays = {name for name, parameter in taken.items() if ARRAY in str(parameter.annotation)}
    kind = VARIANTS.get(page, page)
    settings: dict[str, Value] = {}
    places: dict[str, ast.expr] = {}
    for name, parameter in taken.items():
        if name in arrays or name == GENERATOR:
            continue
        if name in given:
            settings[name], places[name] = literal(given[name]), given[name]
        elif parameter.default is parameter.empty:
            raise MeaningError("code_missing_argument", call, received=name)
        else:
            settings[name] = parameter.default
    if "W" in taken:
        _read_weights(call, kind, given, settings, places)
    others = {name: node for name, node in given.items() if name in arrays or name == GENERATOR}
    return Meaning(kind, settings, places, others)


def _read_weights(
    call: ast.Call, kind: str, given: dict[str, ast.expr], settings: dict[str, Value], places: dict[str, ast.expr]
) -> None:
    """Read what the shapes of weights and biases say, and what the weights begin with."""
    if "W" not in given:
        raise MeaningError("code_missing_argument", call, received="W")
    weights, shape = _array(given["W"])
    said = {
        "Affine": lambda: {"units": sizes(shape, 2)[1]},
        "Conv": lambda: dict(zip(("filters", "kernel"), sizes(shape, 4)[::2], strict=True)),
        "LocallyConnected": lambda: dict(zip(("filters", "kernel"), sizes(shape, 6)[2::2], strict=True)),
    }[kind]()
    settings |= said
    places |= dict.fromkeys(said, shape)
    settings["bias"] = "b" in given
    settings["init"] = _initial(weights)
    places["init"] = given["W"]
    if "b" in given:
        places["bias"] = given["b"]
        if kind == "Conv":
            settings["unit_bias"] = len(sizes(_array(given["b"])[1], 1, 3)) == 3


def _array(node: ast.expr) -> tuple[ast.Call, ast.expr]:
    """Return the call that fills an array, and the shape in it."""
    match node:
        case ast.Call(func=ast.Name(id="normal" | "uniform"), args=[_, shape, _]):
            return node, shape
        case ast.Call(func=ast.Name(id="filled"), args=[shape, *_]):
            return node, shape
        case _:
            raise MeaningError("code_array", node, received=ast.unparse(node)[:40])


def _initial(call: ast.Call) -> ComponentSpec:
    """Return the initial values that the call which fills the weights stands for."""
    match call:
        case ast.Call(func=ast.Name(id="filled"), args=[_]):
            return ComponentSpec("Zeros")
        case ast.Call(func=ast.Name(id="filled"), args=[_, value]):
            return ComponentSpec.of("Constant", value=literal(value))
        case ast.Call(
            func=ast.Name(id="normal"),
            args=[_, _, ast.Call(func=ast.Attribute(attr="sqrt"), args=[ast.BinOp(left=above)])],
        ) if ast.unparse(above) in SPREADS:
            return ComponentSpec(SPREADS[ast.unparse(above)])
        case ast.Call(func=ast.Name(id="uniform"), args=[_, _, ast.BinOp(left=ast.Constant(value=2.4), op=ast.Div())]):
            return ComponentSpec("LeCun1989")
        case ast.Call(func=ast.Name(id=name), args=[_, _, spread]):
            setting = "std" if name == "normal" else "limit"
            return ComponentSpec.of("Normal" if name == "normal" else "Uniform", **{setting: literal(spread)})
        case _:
            raise MeaningError("code_array", call, received=ast.unparse(call)[:40])
