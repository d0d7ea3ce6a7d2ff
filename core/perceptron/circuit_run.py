"""A circuit as an experiment: a network of Affine and Step layers, the truth table as data, and the weights to begin with."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from core.arrays import Array
from core.datasets.recipe import DataRecipe
from core.experiment import Experiment
from core.fields import ComponentSpec
from core.network import Network
from core.perceptron.board import CircuitBoard
from core.perceptron.board_values import flat
from core.perceptron.circuit import truth_table
from core.perceptron.circuit_network import compile_circuit
from core.training.snapshot import Snapshot


def run_of(board: CircuitBoard, experiment: Experiment, name: str) -> tuple[Experiment, Snapshot]:
    """Return the experiment with the network of a board, and the state in which it has the weights of the gates.

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
    training = replace(experiment.training, loss=ComponentSpec("MeanSquared"), batch_size=16)
    made = replace(
        experiment,
        network=replace(compiled.network, name=name),
        data=DataRecipe(ComponentSpec.of("TruthTable", outputs=outputs), scaling="none"),
        training=training,
    )
    network = Network(made.network, (len(circuit.inputs),), seed=made.seed)
    affine = [layer.id for layer in made.network.layers if layer.kind == "Affine"]
    for layer_id, w, b in zip(affine, compiled.weights, compiled.biases, strict=True):
        network.parameters[f"{layer_id}.W"][...] = w
        network.parameters[f"{layer_id}.b"][...] = b
    start = Snapshot(0, 0, 0, 0, _kept(network.theta), _kept(network.buffers), {}, training)
    return made, start


def _kept(array: Array) -> Array:
    copy = np.array(array)
    copy.flags.writeable = False
    return copy
