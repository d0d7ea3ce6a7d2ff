"""What a line of the PyTorch module says."""

from __future__ import annotations

import ast
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Final

from core.fields import Value
from core.files.code.reading.entries import Entry
from core.files.code.reading.meaning import Meaning, MeaningError, bound, literal, merged, numbered, sizes
from core.layers.base import LAYERS
from core.nearest import did_you_mean

FOLLOWS: Final = ""
"""In the place of a setting: an argument that follows from the layer before."""


@dataclass(frozen=True)
class Module:
    """How PyTorch's arguments become the settings of a kind.

    Parameters
    ----------
    arguments
        By PyTorch's name, in its order: the setting, or `FOLLOWS`.
    usual
        What PyTorch takes for settings that are not given, where that is not the kind's own default.
    always
        Settings that the class itself says.
    worked_out
        For settings that are not simply the argument, how they come from it.
    """

    kind: str
    arguments: Mapping[str, str] = field(default_factory=dict)
    usual: Mapping[str, Value] = field(default_factory=dict)
    always: Mapping[str, Value] = field(default_factory=dict)
    worked_out: Mapping[str, Callable[[ast.expr], Value]] = field(default_factory=dict)


def _kept_share(node: ast.expr) -> Value:
    """Return the share of the running mean that is kept; PyTorch gives the share that is new."""
    value = literal(node)
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise MeaningError("code_value", node, received=ast.unparse(node)[:40])
    return round(1 - value, 12)


def _for_each_channel(node: ast.expr) -> Value:
    """Return the alpha of ``n * alpha``: PyTorch divides by the number of channels."""
    match node:
        case ast.BinOp(op=ast.Mult(), right=right):
            return literal(right)
        case _:
            raise MeaningError("code_value", node, received=ast.unparse(node)[:40])


_CONV: Final = {"stride": "stride", "padding": "pad", "dilation": "dilation", "groups": "groups", "bias": "bias"}
_POOL: Final = Module("MaxPool", {"kernel_size": "size", "stride": "stride", "padding": "pad"})
_NORM: Final = {"num_features": FOLLOWS, "eps": "eps", "momentum": "momentum"}
_BATCH_NORM: Final = Module("BatchNorm", _NORM, worked_out={"momentum": _kept_share})

MODULES: Final[Mapping[str, Module]] = MappingProxyType(
    {
        "nn.Linear": Module("Affine", {"in_features": FOLLOWS, "out_features": "units", "bias": "bias"}),
        "nn.Conv2d": Module(
            "Conv",
            {"in_channels": FOLLOWS, "out_channels": "filters", "kernel_size": "kernel", **_CONV},
            always={"unit_bias": False},
        ),
        "nn.MaxPool2d": _POOL,
        "nn.AvgPool2d": Module("AveragePool", _POOL.arguments),
        "nn.BatchNorm1d": _BATCH_NORM,
        "nn.BatchNorm2d": _BATCH_NORM,
        "nn.LocalResponseNorm": Module(
            "LRN",
            {"size": "n", "alpha": "alpha", "beta": "beta", "k": "k"},
            {"k": 1.0},
            worked_out={"alpha": _for_each_channel},
        ),
        "nn.Dropout": Module("Dropout", {"p": "ratio"}),
        "nn.Flatten": Module("Flatten"),
        "nn.ReLU": Module("ReLU"),
        "nn.LeakyReLU": Module("LeakyReLU", {"negative_slope": "slope"}),
        "nn.ELU": Module("ELU", {"alpha": "alpha"}),
        "nn.GELU": Module("GELU", {"approximate": "approximate"}),
        "nn.SiLU": Module("Swish", always={"beta": 1.0}),
        "Swish": Module("Swish", {"beta": "beta"}),
        "nn.Sigmoid": Module("Sigmoid"),
        "nn.Tanh": Module("Tanh"),
        "ScaledTanh": Module("ScaledTanh"),
        "nn.Identity": Module("Identity"),
        "nn.Softmax": Module("Softmax", {"dim": FOLLOWS}),
        "Step": Module("Step", {"straight_through": "straight_through"}),
    }
)
SPECIAL: Final = ("UnitBiasConv2d", "LocallyConnected", "Features", "nn.Sequential", "block", "Parallel", "Residual")


def meaning(entry: Entry) -> Meaning:
    """Return what a line says.

    Raises
    ------
    MeaningError
        At the part that cannot be read.
    """
    name, call = entry.kind, entry.call
    if name in MODULES:
        return _read(call, MODULES[name])
    match name:
        case "block":
            return Meaning("Sequential", others=bound(entry.rest, []))
        case "Parallel":
            return merged(entry.rest)
        case "Residual":
            return Meaning("Residual", _shortcut(entry.rest), others=numbered(entry.rest.args))
        case "Features":
            names = [literal(argument) for argument in call.args]
            chosen: dict[str, Value] = {feature: feature in names for feature in LAYERS.get("Features").fields}
            return Meaning("Features", chosen, others=numbered(call.args))
        case "UnitBiasConv2d":
            inner = ast.copy_location(ast.Call(call.func, call.args[1:], call.keywords), call)
            read = _read(inner, MODULES["nn.Conv2d"])
            settings = {**read.settings, "bias": True, "unit_bias": True}
            return Meaning("Conv", settings, read.places, {**read.others, **numbered(call.args[:1])})
        case "LocallyConnected":
            return _locally_connected(call)
        case "nn.Sequential":
            return _made_of_two(call)
        case _:
            known = (*MODULES, *SPECIAL)
            raise MeaningError("code_unknown_layer", call.func, received=name[:40], hint=did_you_mean(name, known))


def _read(call: ast.Call, module: Module) -> Meaning:
    given = bound(call, list(module.arguments))
    settings: dict[str, Value] = dict(module.always)
    places: dict[str, ast.expr] = {}
    fields = LAYERS.get(module.kind).fields
    for argument, name in module.arguments.items():
        if name == FOLLOWS:
            continue
        if argument in given:
            settings[name] = module.worked_out.get(name, literal)(given[argument])
            places[name] = given[argument]
        elif argument in ("out_features", "out_channels", "kernel_size", "size"):
            raise MeaningError("code_missing_argument", call, received=argument)
        else:
            settings[name] = module.usual.get(name, fields[name].default)
    others = {argument: node for argument, node in given.items() if module.arguments[argument] in (FOLLOWS, "alpha")}
    return Meaning(module.kind, settings, places, others)


def _shortcut(rest: ast.Call) -> dict[str, Value]:
    match rest.args:
        case []:
            return {"shortcut": "identity"}
        case [ast.Call(func=ast.Name(id="PadShortcut"))]:
            return {"shortcut": "pad"}
        case [ast.Call(func=ast.Attribute(attr="Sequential"), args=parts)]:
            return {"shortcut": "projection", "normalise": len(parts) > 1}
        case other:
            raise MeaningError("code_not_a_layer", other[0], received=ast.unparse(other[0])[:40])


def _locally_connected(call: ast.Call) -> Meaning:
    given = bound(call, ["shape", "stride", "padding", "bias"])
    if "shape" not in given:
        raise MeaningError("code_missing_argument", call, received="shape")
    filters, kernel = sizes(given["shape"], 6)[2::2]
    settings: dict[str, Value] = {"filters": filters, "kernel": kernel, "stride": 1, "pad": 0, "bias": True}
    names = {"stride": "stride", "padding": "pad", "bias": "bias"}
    settings |= {names[argument]: literal(node) for argument, node in given.items() if argument in names}
    return Meaning("LocallyConnected", settings, {"filters": given["shape"], "kernel": given["shape"]}, {"shape": given["shape"]})


def _made_of_two(call: ast.Call) -> Meaning:
    """Read what PyTorch has no single module for: the mean of each channel, and another shape."""
    match [ast.unparse(part.func) if isinstance(part, ast.Call) else "" for part in call.args]:
        case ["nn.AdaptiveAvgPool2d", "nn.Flatten"]:
            return Meaning("GlobalAveragePool", others=numbered(call.args))
        case ["nn.Flatten", "nn.Unflatten"] if len(call.args[1].args) == 2:  # type: ignore[attr-defined]
            shape = call.args[1].args[1]  # type: ignore[attr-defined]
            return Meaning("Reshape", {"shape": tuple(sizes(shape, 1, 2, 3))}, {"shape": shape}, numbered(call.args))
        case _:
            raise MeaningError("code_not_a_layer", call, received=ast.unparse(call)[:40])
