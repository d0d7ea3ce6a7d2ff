"""What works and yet teaches little: things only a person can judge."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import partial
from typing import Final, cast

from core.errors import CoreError
from core.kernels.window import Window
from core.layers.base import Layer
from core.shapes.fixes import tried, window_of, with_settings
from core.shapes.known import Known
from core.shapes.report import Fix, LayerReport, Problem
from core.spec import Branch, LayerSpec, NetworkSpec

LINEAR: Final = ("Identity", "Dropout", "BatchNorm", "AveragePool", "GlobalAveragePool")
"""Kinds that leave a chain of weights linear, besides those that only change the shape."""

ENOUGH_FOR_A_MEAN: Final = 8

MOST_LAYERS_TO_TRY: Final = 300
"""In a longer network no padding is proposed: finding one that harms nothing means following all shapes again."""


@dataclass
class _Before:
    """What stands before a layer in its chain."""

    weights: LayerSpec | None = None
    activation: LayerSpec | None = None
    dropout: LayerSpec | None = None
    anything_to_learn: bool = False


@dataclass(frozen=True)
class Hints:
    """The hints of one network.

    Parameters
    ----------
    brings_no_error
        Tells whether an edited network has no other errors than this one.
    """

    network: NetworkSpec
    reports: Mapping[str, LayerReport]
    loss: str
    batch_size: int | None
    brings_no_error: Callable[[NetworkSpec], bool]
    known: Known

    def all(self) -> Iterator[Problem]:
        """Yield every hint, in the order of the layers."""
        if self.loss == "SoftmaxCrossEntropy":
            yield from self._softmax_twice()
        yield from self._dropout_at_end()
        yield from self._chain(self.network.layers, _Before())

    def _chain(self, branch: Branch, before: _Before) -> Iterator[Problem]:
        for spec in branch:
            entering, learned_before = self.reports[spec.id].input_shape, before.anything_to_learn
            apart = bool(spec.branches) and spec.kind != "Sequential"
            if apart and self.known.is_without_hints(spec, entering, learned_before):
                self._pass(spec, before)
                continue
            try:
                layer = self.known.layer(spec)
            except CoreError:
                before.weights = before.activation = before.dropout = None
                continue
            yield from self._alone(spec, layer, before)
            if spec.kind == "Sequential":
                for inner in spec.branches:
                    yield from self._chain(inner, before)
            elif apart:
                found = [
                    hint for inner in spec.branches for hint in self._chain(inner, _Before(anything_to_learn=learned_before))
                ]
                yield from found
                if not found:
                    self.known.note_without_hints(spec, entering, learned_before)
                self._pass(spec, before)
            else:
                yield from self._after(spec, layer, before)

    def _pass(self, spec: LayerSpec, before: _Before) -> None:
        """Take a container into account whose branches are chains of their own."""
        before.weights = before.activation = before.dropout = None
        before.anything_to_learn = before.anything_to_learn or self._learns(spec)

    def _after(self, spec: LayerSpec, layer: Layer, before: _Before) -> Iterator[Problem]:
        """Yield what is odd about a layer after those before it, and take it into account."""
        activates = layer.family == "activation" and spec.kind != "Identity"
        if layer.family == "weights" and before.weights:
            details = {"first": before.weights.label, "second": spec.label}
            yield self._hint("linear_collapse", spec, details, self._activation_before(spec))
        if activates and before.activation:
            details = {"first": before.activation.label, "second": spec.label}
            yield self._hint("two_activations", spec, details, self._removal(spec))
        if spec.kind == "Dropout" and before.dropout:
            yield self._two_dropouts(before.dropout, spec)
        if spec.kind == "Dropout":
            before.dropout = spec
        elif layer.family != "shape" and spec.kind != "Identity":
            before.dropout = None
        if layer.family == "weights":
            before.weights = spec
        elif layer.family != "shape" and spec.kind not in LINEAR:
            before.weights = None
        if activates:
            before.activation = spec
        elif layer.family != "shape" and spec.kind != "Identity":
            before.activation = None
        before.anything_to_learn = before.anything_to_learn or self._learns(spec)

    def _alone(self, spec: LayerSpec, layer: Layer, before: _Before) -> Iterator[Problem]:
        """Yield what is odd about a layer wherever it stands."""
        shape = self.reports[spec.id].input_shape
        if spec.kind == "Step" and before.anything_to_learn and not layer.settings["straight_through"]:
            through = with_settings(spec, straight_through=True)
            fix = Fix("set_straight_through", {"layer": spec.label}, lambda: self.network.replace(spec.id, through))
            yield self._hint("step_cannot_learn", spec, {}, fix)
        window = window_of(layer)
        if window is not None and shape is not None and len(shape) == 3:
            yield from self._left_over(spec, window, shape[1], shape[2])
        if spec.kind == "BatchNorm" and shape is not None and self.batch_size is not None:
            positions = shape[1] * shape[2] if len(shape) == 3 else 1
            if self.batch_size * positions < ENOUGH_FOR_A_MEAN:
                yield self._hint("batchnorm_small_batch", spec, {"batch": self.batch_size})

    def _left_over(self, spec: LayerSpec, window: Window, height: int, width: int) -> Iterator[Problem]:
        size = max(height, width, key=lambda side: _pixels_lost(window, side))
        if not (window.fits(height) and window.fits(width)) or _pixels_lost(window, size) <= 0:
            return
        details = {
            "kind": spec.kind,
            "size": size,
            "pad": window.pad,
            "reach": window.reach,
            "stride": window.stride,
            "left": window.left_over(size),
        }
        yield self._hint("window_does_not_fit", spec, details, *self._paddings(spec, window, height, width))

    def _paddings(self, spec: LayerSpec, window: Window, height: int, width: int) -> Iterator[Fix]:
        """Yield the smallest larger padding with which no pixel is left out."""
        if len(self.reports) > MOST_LAYERS_TO_TRY:
            return
        for pad in range(window.pad + 1, window.pad + window.stride + 1):
            wider = replace(window, pad=pad)
            if _pixels_lost(wider, height) > 0 or _pixels_lost(wider, width) > 0:
                continue
            padded = tried(spec, pad=pad)
            edit = partial(self.network.replace, spec.id, padded)
            if padded != spec and self.brings_no_error(edit()):
                yield Fix("set_pad", {"layer": spec.label, "pad": pad}, edit)
                return

    def _softmax_twice(self) -> Iterator[Problem]:
        last = self._last_chain()
        if last and last[-1].kind == "Softmax":
            yield self._hint("softmax_twice", last[-1], {}, self._removal(last[-1]))

    def _two_dropouts(self, first: LayerSpec, second: LayerSpec) -> Problem:
        kept = 1.0
        for spec in (first, second):
            kept *= 1 - cast("float", self.known.layer(spec).settings["ratio"])
        details = {"first": first.label, "second": second.label, "ratio": f"{1 - kept:.3g}"}
        return self._hint("two_dropouts", second, details, self._removal(second))

    def _dropout_at_end(self) -> Iterator[Problem]:
        # Behind an activation the layer with the outputs is probably still to come.
        last = self._last_chain()
        if len(last) > 1 and (last[-2].kind, last[-1].kind) == ("Affine", "Dropout"):
            yield self._hint("dropout_at_end", last[-1], {"layer": last[-1].label}, self._removal(last[-1]))

    def _last_chain(self) -> Branch:
        """Return the chain that ends the network, within named blocks too."""
        last = self.network.layers
        while last and last[-1].kind == "Sequential" and last[-1].branches:
            last = last[-1].branches[0]
        return last

    def _learns(self, spec: LayerSpec) -> bool:
        cost = self.reports[spec.id].cost
        return cost is not None and cost.parameters > 0

    def _removal(self, spec: LayerSpec) -> Fix:
        return Fix("remove_layer", {"layer": spec.label}, lambda: self.network.remove(spec.id))

    def _activation_before(self, spec: LayerSpec) -> Fix:
        details = {"layer": spec.label}
        return Fix("insert_activation", details, lambda: self.network.insert(self.network.place_of(spec.id), LayerSpec("ReLU")))

    def _hint(self, code: str, spec: LayerSpec, details: Mapping[str, object], *fixes: Fix) -> Problem:
        return Problem(code, spec.id, details, "hint", fixes)


def _pixels_lost(window: Window, size: int) -> int:
    """Return how many pixels at the far edge no window sees, beyond padding and what the stride skips anyway."""
    return window.left_over(size) - window.pad - max(0, window.stride - window.reach)
