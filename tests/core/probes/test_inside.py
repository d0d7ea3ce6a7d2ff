from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from core.datasets.recipe import DataRecipe, prepare
from core.experiment import Experiment, TrainingConfig
from core.fields import ComponentSpec
from core.messages import MESSAGES
from core.probes.frame_network import FrameNetwork
from core.probes.inside import Moment, look_inside
from core.probes.inside_troubles import Trouble, cured, troubles
from core.text import parse_network
from core.training.frame import Frame
from core.training.history import History
from core.training.session import Session


def frame_of(network: str, lr: float = 0.1, steps: int = 0) -> Frame:
    experiment = Experiment(
        parse_network(network), training=TrainingConfig(optimizer=ComponentSpec.of("SGD", lr=lr), batch_size=50)
    )
    data = prepare(DataRecipe(ComponentSpec("Digits")), 0)
    session = Session(experiment, data)
    initial = session.snapshot()
    for _ in range(steps):
        session.step()
    curves = History().curves()
    return Frame(1, experiment, data, session.snapshot(), initial, curves, curves, session.network.layout, 100)


def found(moment: Moment, code: str) -> Trouble:
    return next(trouble for trouble in troubles(moment, {}) if trouble.code == code)


def test_that_every_layer_with_weights_is_seen_with_its_activation() -> None:
    frame = frame_of("Conv(4, 3) BatchNorm ReLU MaxPool(2) Flatten Affine(20) Tanh Dropout Affine(10)")
    moment = look_inside(FrameNetwork(), frame)
    assert [(layer.id, layer.activation, layer.units) for layer in moment.layers] == [
        ("conv1", "ReLU", 4),
        ("affine1", "Tanh", 20),
        ("affine2", "", 10),
    ]


def test_that_gradients_inside_are_those_of_backpropagation() -> None:
    frame = frame_of("Flatten Affine(12) ReLU Affine(10)")
    network = Session(frame.experiment, frame.data).network
    samples = frame.data.train.take(slice(200))
    from core.losses.base import LOSSES

    loss = LOSSES.build(frame.experiment.training.loss)
    loss.forward(network.forward(samples.x, training=True), samples.t)
    network.backward(loss.backward())
    expected = np.sqrt(np.mean(np.square(network.gradients["affine1.W"], dtype=np.float64)))
    assert look_inside(FrameNetwork(), frame).layers[0].gradient == pytest.approx(expected, rel=1e-5)


def test_that_dead_relus_are_counted_and_found() -> None:
    frame = frame_of("Flatten Affine(10, init=Constant(value=-1.0)) ReLU Affine(10)")
    moment = look_inside(FrameNetwork(), frame)
    assert moment.layers[0].dead == 10
    trouble = found(moment, "inside_dead")
    assert trouble.severe
    assert "10 of 10" in MESSAGES[trouble.code].format(**trouble.details)
    assert found(moment, "inside_no_gradient").layer == "affine1"


def test_that_saturation_is_found_where_weights_are_too_large() -> None:
    moment = look_inside(FrameNetwork(), frame_of("Flatten Affine(30, init=Normal(std=5.0)) Sigmoid Affine(10)"))
    assert found(moment, "inside_saturated").layer == "affine1"
    assert moment.layers[0].dead == 0


def test_that_a_gradient_vanishes_through_many_sigmoids() -> None:
    moment = look_inside(FrameNetwork(), frame_of("Flatten " + "Affine(20, init=Normal(std=0.1)) Sigmoid " * 6 + "Affine(10)"))
    assert found(moment, "inside_vanishing").severe


def test_that_a_gradient_explodes_through_large_weights() -> None:
    moment = look_inside(
        FrameNetwork(), frame_of("Flatten " + "Affine(30, init=Normal(std=0.01)) ReLU " + "Affine(30, init=Normal(std=3.0)) " * 5)
    )
    assert found(moment, "inside_exploding").severe


def test_that_a_healthy_network_has_no_trouble() -> None:
    moment = look_inside(FrameNetwork(), frame_of("Flatten Affine(50) ReLU Affine(50) ReLU Affine(10)", steps=20))
    assert troubles(moment, {"affine1": 1e-3}) == ()


def test_that_too_large_updates_are_found() -> None:
    assert [t.code for t in troubles(Moment(0, ()), {"affine1": 0.3})] == ["inside_too_fast"]


@pytest.mark.parametrize(
    ("cure", "seen"),
    [("initial", "Affine(10) ReLU"), ("batch_norm", "BatchNorm ReLU"), ("rate", "lr=0.01"), ("clip", "clip=1.0")],
)
def test_that_a_cure_is_another_experiment(cure: str, seen: str) -> None:
    from core.text import component_text, network_text

    experiment = frame_of("Flatten Affine(10, init=Normal(std=0.2)) ReLU Affine(10)").experiment
    other = cured(experiment, cure)  # type: ignore[arg-type]
    assert other is not None
    assert seen in network_text(other.network) + component_text(other.training.optimizer)


def test_that_a_cure_that_is_there_already_is_not_offered() -> None:
    experiment = frame_of("Flatten Affine(10) BatchNorm ReLU Affine(10)").experiment
    assert cured(experiment, "initial") is None
    assert cured(experiment, "batch_norm") is None
    clipped = replace(experiment.training, optimizer=experiment.training.optimizer.with_settings(clip=1.0))
    assert cured(replace(experiment, training=clipped), "clip") is None
