import numpy as np
import pytest

from core.datasets.recipe import Data, DataRecipe, prepare
from core.experiment import Experiment, TrainingConfig
from core.fields import ComponentSpec
from core.losses import LOSSES
from core.network import Network
from core.probes.frame_network import FrameNetwork
from core.probes.output_map import input_range, output_map
from core.text import parse_network
from core.training.frame import Frame
from core.training.history import History
from core.training.session import Session


def frame_of(kind: str, network: str, loss: str) -> Frame:
    experiment = Experiment(
        network=parse_network(network),
        data=DataRecipe(ComponentSpec.of(kind, samples=50)),
        training=TrainingConfig(loss=ComponentSpec(loss)),
    )
    data: Data = prepare(experiment.data, 0)
    session = Session(experiment, data)
    here, curves = session.snapshot(), History().curves()
    return Frame(1, experiment, data, here, here, curves, curves, session.network.layout, 10)


def test_that_the_map_of_the_plane_says_what_the_network_says_at_each_place():
    frame = frame_of("Circle", "Affine(4) Tanh Affine(2)", "SoftmaxCrossEntropy")
    answer = output_map(FrameNetwork(), frame, ((0.0, 1.0), (-1.0, 1.0)), side=6)
    assert answer.outputs.shape == (6, 6, 2)
    network = Network(frame.experiment.network, (2,), seed=0)
    scores = network.forward(np.array([[answer.axes[0][4], answer.axes[1][1]]], np.float32))[0]
    expected = np.exp(scores) / np.exp(scores).sum()
    np.testing.assert_allclose(answer.outputs[1, 4], expected, rtol=1e-4)


def test_that_the_map_of_the_line_is_a_curve():
    loss = next(loss.__name__ for loss in LOSSES if "regression" in loss.tasks)
    frame = frame_of("Sine", "Affine(4) Tanh Affine(1)", loss)
    answer = output_map(FrameNetwork(), frame, ((-1.0, 1.0),), side=9)
    assert answer.outputs.shape == (9, 1)
    assert answer.axes[0][4] == pytest.approx(0)


def test_that_the_range_holds_every_sample_with_room_around():
    (low, high), _ = input_range(np.array([[0.0, 5.0], [1.0, 5.0]]), margin=0.1)
    assert (low, high) == pytest.approx((-0.1, 1.1))
