from __future__ import annotations

from dataclasses import replace

import pytest

from core.probes.coming_update import (
    ComingUpdate,
    Dropped,
    Normalised,
    coming_update,
    held_out_answers,
    layers_that_differ,
)
from core.probes.frame_network import FrameNetwork
from core.text import parse_network
from core.training.events import Changed
from core.training.frame import Frame
from core.training.history import History
from core.training.session import Session
from tests.core.small_runs import NETWORK, run_steps, same_bits, small_experiment, small_session

NESTED = "Flatten Residual(Affine(36) BatchNorm ReLU Dropout(0.25)) Affine(3)"


def frame_of(session: Session, history: History | None = None) -> Frame:
    curves = (history or History()).curves()
    now = session.snapshot()
    return Frame(1, session.experiment, session.data, now, now, curves, curves, session.network.layout, 100)


def looked(session: Session) -> ComingUpdate:
    return coming_update(FrameNetwork(), frame_of(session))


@pytest.mark.parametrize("network", [NETWORK, NESTED])
@pytest.mark.parametrize("steps", [0, 9])
def test_that_what_is_told_of_the_coming_update_is_what_training_then_does(network: str, steps: int) -> None:
    session = small_session(network=network)
    run_steps(session, steps)
    told = looked(session)
    session.step()
    layers = {visit.id: visit.layer for visit in session.network.visits}
    for layer in told.layers:
        done = layers[layer.id]
        if isinstance(layer, Dropped):
            assert (layer.kept == done.kept).all()
            assert layer.share == pytest.approx(1 - done.kept.mean())
        else:
            assert same_bits(layer.batch.mean, done.batch_mean)
            assert same_bits(layer.after.var, done.buffers["running_var"])
            assert layer.batch.count == done.batch_count
    assert told.iteration == session.iteration
    assert {type(layer) for layer in told.layers} == {Dropped, Normalised}


def test_that_looking_leaves_the_statistics_of_the_asked_network_alone() -> None:
    session, networks = small_session(), FrameNetwork()
    run_steps(session, 3)
    frame = frame_of(session)
    first = held_out_answers(networks, frame)
    coming_update(networks, frame)
    assert same_bits(networks.at(frame).buffers, frame.snapshot.buffers)
    assert held_out_answers(networks, frame) == first


def test_that_one_sample_has_no_variance_of_its_own_and_cannot_be_told_from_others() -> None:
    session = small_session(network="Flatten Affine(30) BatchNorm ReLU Affine(3)")
    run_steps(session, 20)
    told = looked(session)
    norm = told.layers[0]
    assert isinstance(norm, Normalised)
    assert norm.single.count == 1
    assert not norm.single.var.any()
    answers = held_out_answers(FrameNetwork(), frame_of(session))
    assert answers is not None
    assert answers.running[1] > 0.9 > 0.6 > answers.single[1]


def test_that_a_convolution_with_one_sample_still_averages_over_its_pixels() -> None:
    norm = looked(small_session()).layers[0]
    assert isinstance(norm, Normalised)
    assert (norm.batch.count, norm.single.count) == (20 * 16, 16)
    assert norm.single.var.all()


def test_that_the_past_is_told_with_the_ratio_of_its_time() -> None:
    session, history = small_session(), History()
    before = session.experiment.network
    frame = frame_of(session)
    now = parse_network(NETWORK.replace("Dropout(0.5)", "Dropout(0.0)"))
    history.add(Changed(5, session.training, before, now))
    curves = history.curves()
    looking_back = replace(frame, experiment=replace(frame.experiment, network=now), all_curves=curves, curves=curves)
    told = coming_update(FrameNetwork(), looking_back).layers[-1]
    assert isinstance(told, Dropped)
    assert told.ratio == 0.5
    assert 0.3 < told.share < 0.7


def test_that_a_network_without_either_is_known_before_it_is_asked() -> None:
    assert layers_that_differ(small_experiment().network)
    assert not layers_that_differ(parse_network("Flatten Affine(3)"))
    session = small_session(network="Flatten Affine(3)")
    told = looked(session)
    assert (told.layers, told.samples) == ((), 20)
    assert held_out_answers(FrameNetwork(), frame_of(session)) is None
