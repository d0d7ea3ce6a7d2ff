"""A circuit as an experiment: a network of Affine and Step layers, the truth table as data, and the weights to begin with."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from core.by_hand import HandSet
from core.datasets.recipe import DataRecipe
from core.experiment import Experiment
from core.fields import ComponentSpec
from core.network import Network
from core.perceptron.board import CircuitBoard
from core.perceptron.board_values import flat
from core.perceptron.circuit import truth_table
from core.perceptron.circuit_network import compile_circuit
from core.perceptron.functions import rows


def equal_rows(board: CircuitBoard) -> tuple[int, int]:
    """Return in how many rows the network, which computes in 32 bits, gives what the gates of a board give, and of how many."""
    circuit = flat(board).circuit
    compiled = compile_circuit(circuit)
    network = Network(compiled.network, (len(circuit.inputs),), seed=0)
    affine = [layer.id for layer in compiled.network.layers if layer.kind == "Affine"]
    for layer, w, b in zip(affine, compiled.weights, compiled.biases, strict=True):
        network.parameters[f"{layer}.W"][...] = w
        network.parameters[f"{layer}.b"][...] = b
    table = np.array(truth_table(circuit))
    given = network.forward(np.array(rows(len(circuit.inputs)), dtype=np.float32))
    return int((given == table).all(axis=1).sum()), len(table)


def run_of(board: CircuitBoard, experiment: Experiment, name: str) -> Experiment:
    """Return the experiment with the network of a board, whose initial values are the weights of the gates.

    They are set by hand before the first update, so every run of the experiment begins with them.

    Parameters
    ----------
    board
        With at least one input and one output.
    experiment
        What the rest, such as optimizer and seed, is taken from.
    name
        What the network is to be called.
    """
    circuit = flat(board).circuit
    compiled = compile_circuit(circuit)
    outputs = " ".join("".join(map(str, column)) for column in zip(*truth_table(circuit), strict=True))
    network = replace(compiled.network, name=name)
    affine = [layer.id for layer in network.layers if layer.kind == "Affine"]
    arrays = [*zip((f"{layer}.W" for layer in affine), compiled.weights, strict=True)]
    arrays += zip((f"{layer}.b" for layer in affine), compiled.biases, strict=True)
    return replace(
        experiment,
        network=network,
        data=DataRecipe(ComponentSpec.of("TruthTable", outputs=outputs), scaling="none"),
        training=replace(experiment.training, loss=ComponentSpec("MeanSquared"), batch_size=16),
        by_hand=tuple(HandSet(0, array, place, float(w)) for array, ws in arrays for place, w in np.ndenumerate(ws)),
    )
