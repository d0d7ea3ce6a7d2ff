"""Edits of a network of fully connected layers as wholes: its inputs, its hidden layers, its activation."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from core.errors import CoreError
from core.fields import ComponentSpec
from core.layers.base import LAYERS
from core.layers.features import FEATURES
from core.losses.base import LOSSES
from core.probes.neurons import neuron_layers
from core.spec import LayerSpec, NetworkSpec, Place
from core.text import parse_network

ACTIVATIONS: Final = ("Tanh", "ReLU", "Sigmoid", "Identity")
MOST_HIDDEN: Final = 8
DEFAULT: Final = "Features Affine(4) Tanh Affine(2) Tanh Affine({outputs})"


def is_of_the_plane(network: NetworkSpec) -> bool:
    """Whether a network is made of fully connected layers that take two inputs."""
    try:
        return not isinstance(neuron_layers(network, (2,)), str)
    except CoreError:
        return False


def default_network(outputs: int) -> NetworkSpec:
    """Return the network that playgrounds begin with: hidden layers of 4 and 2 units with tanh."""
    return parse_network(DEFAULT.format(outputs=outputs))


def fitted(network: NetworkSpec, outputs: int) -> NetworkSpec:
    """Return a network that gives so many outputs; one that is not of the plane gives way to the default."""
    if not is_of_the_plane(network):
        return default_network(outputs)
    last = _affine(network)[-1]
    return _with_settings(network, last, units=outputs)


def loss_for(loss: ComponentSpec, task: str) -> ComponentSpec:
    """Return the loss if it fits the kind of data and any number of outputs, else the usual one."""
    fits = loss.kind in LOSSES and task in LOSSES.get(loss.kind).tasks and loss.kind != "BinaryCrossEntropy"
    return loss if fits else ComponentSpec("SoftmaxCrossEntropy" if task == "classification" else "MeanSquared")


def features_of(network: NetworkSpec) -> tuple[str, ...]:
    """Return which features are switched on; without the layer both inputs as they are."""
    for layer in network.layers:
        if layer.kind == "Features":
            settings = {**dict.fromkeys(("first", "second"), True), **dict(layer.settings)}
            return tuple(name for name in FEATURES if settings.get(name, False))
    return "first", "second"


def with_feature(network: NetworkSpec, name: str, on: bool) -> NetworkSpec:
    """Return a network with a feature switched on or off."""
    chosen = set(features_of(network)) - {name} | ({name} if on else set())
    given = {each: each in chosen for each in FEATURES if (each in chosen) != (each in {"first", "second"})}
    layer = LayerSpec("Features", ComponentSpec.of("Features", **given).settings)
    first = next((each.id for each in network.layers if each.kind == "Features"), "")
    return network.replace(first, layer) if first else network.insert(Place(index=0), layer)


def hidden_layers(network: NetworkSpec) -> int:
    """Return how many hidden layers a network of the plane has."""
    return len(_affine(network)) - 1


def activation_of(network: NetworkSpec) -> str:
    """Return the kind of the first activation, or "" if there is none."""
    return next((each.kind for each in network.layers if LAYERS.get(each.kind).family == "activation"), "")


def with_activation(network: NetworkSpec, kind: str) -> NetworkSpec:
    """Return a network with this activation behind every hidden layer."""
    for layer in network.layers[: network.place_of(_affine(network)[-1].id).index]:
        if LAYERS.get(layer.kind).family == "activation":
            network = network.replace(layer.id, LayerSpec(kind))
    return network


def with_more_layers(network: NetworkSpec) -> NetworkSpec:
    """Return a network with one more hidden layer before the outputs, as wide as the one before."""
    layers = _affine(network)
    units = dict(layers[-2].settings).get("units", 4) if len(layers) > 1 else 4
    affine = LayerSpec("Affine", ComponentSpec.of("Affine", units=units).settings)
    return network.insert(network.place_of(layers[-1].id), affine, LayerSpec(activation_of(network) or "Tanh"))


def with_fewer_layers(network: NetworkSpec) -> NetworkSpec:
    """Return a network without its last hidden layer and all that follows it before the outputs."""
    layers = _affine(network)
    start, stop = (network.place_of(layer.id).index for layer in layers[-2:])
    return network.remove(*(layer.id for layer in network.layers[start:stop]))


def with_initial(network: NetworkSpec, init: ComponentSpec) -> NetworkSpec:
    """Return a network whose fully connected layers begin with other values."""
    for layer in _affine(network):
        network = _with_settings(network, layer, init=init)
    return network


def _affine(network: NetworkSpec) -> list[LayerSpec]:
    return [layer for layer in network.layers if layer.kind == "Affine"]


def _with_settings(network: NetworkSpec, layer: LayerSpec, **settings: int | ComponentSpec) -> NetworkSpec:
    component = LAYERS.check(layer.component.with_settings(**settings))
    return network.replace(layer.id, replace(layer, settings=component.settings))
