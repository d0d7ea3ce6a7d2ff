from __future__ import annotations

import math
from dataclasses import replace

import numpy as np
import pytest

from core.fields import ComponentSpec
from core.training.events import Diverged, Evaluated, Finished, StepDone
from core.training.session import Session
from core.training.trainer import first_bad_layer, train
from tests.core.small_runs import run_steps, same_bits, small_data, small_experiment, small_session

EXPLODING = "Affine(8) ReLU Affine(3)"


def exploding_session(lr: float = 1e9) -> Session:
    return small_session(network=f"Flatten {EXPLODING}", optimizer=f"SGD(lr={lr})", loss="MeanSquared")


def test_that_a_run_tells_every_update_and_its_end():
    session = small_session(epochs=2)
    events = list(train(session))
    steps = [event for event in events if isinstance(event, StepDone)]
    assert [step.iteration for step in steps] == list(range(1, session.total_iterations + 1))
    assert isinstance(events[-1], Finished)
    assert events[-1].epoch == 2


def test_that_the_validation_data_is_looked_at_now_and_then_and_after_each_epoch():
    session = small_session(epochs=2, evaluate_every=3)
    per_epoch = session.total_iterations // 2
    seen = [event.iteration for event in train(session) if isinstance(event, Evaluated)]
    assert seen == sorted({*range(3, 2 * per_epoch + 1, 3), per_epoch, 2 * per_epoch})


def test_that_how_often_one_looks_does_not_change_the_losses():
    often = [e.loss for e in train(small_session(epochs=1, evaluate_every=1)) if isinstance(e, StepDone)]
    seldom = [e.loss for e in train(small_session(epochs=1, evaluate_every=1000)) if isinstance(e, StepDone)]
    assert often == seldom


def test_that_the_trainer_gives_the_losses_of_a_session():
    losses = [event.loss for event in train(small_session(epochs=1)) if isinstance(event, StepDone)]
    assert losses == run_steps(small_session(epochs=1), len(losses))


def test_that_a_generator_that_is_left_can_be_followed_by_another():
    session = small_session(epochs=2)
    for event in train(session):
        if isinstance(event, StepDone) and event.iteration == 5:
            break
    rest = [event.loss for event in train(session) if isinstance(event, StepDone)]
    whole = [event.loss for event in train(small_session(epochs=2)) if isinstance(event, StepDone)]
    assert rest == whole[5:]


def test_that_it_learns():
    session = small_session(optimizer="Adam(lr=0.02)", epochs=8)
    before, _ = session.evaluate(session.data.validation)
    list(train(session))
    after, accuracy = session.evaluate(session.data.validation)
    assert after < before / 2
    assert accuracy > 0.9


# -- divergence -----------------------------------------------------------------------------------------------------


def test_that_a_divergence_ends_the_run_with_the_last_finite_state():
    session = exploding_session()
    events = list(train(session))
    end = events[-1]
    assert isinstance(end, Diverged)
    assert not math.isfinite(end.loss)
    assert end.last_finite.finite
    assert all(math.isfinite(event.loss) for event in events if isinstance(event, StepDone))
    assert end.iteration == session.iteration == sum(isinstance(event, StepDone) for event in events)


def test_that_the_state_after_a_divergence_can_be_trained_with_a_smaller_rate():
    session = exploding_session()
    end = list(train(session))[-1]
    session.restore(end.last_finite)
    session.change(replace(session.training, optimizer=ComponentSpec.of("SGD", lr=0.0)))
    assert np.isfinite(session.network.theta).all()
    before = session.network.theta.copy()
    assert same_bits(before, end.last_finite.theta)


def test_that_a_step_without_a_finite_loss_updates_nothing():
    session = small_session()
    session.network.parameters["affine1.W"][0, 0] = np.nan
    before = session.snapshot()
    with np.errstate(invalid="ignore"):
        done = session.step()
    assert math.isnan(done.loss)
    after = session.snapshot()
    assert (after.iteration, after.updates, after.offset) == (before.iteration, before.updates, before.offset)
    assert same_bits(after.theta, before.theta)
    assert all(same_bits(after.memory[name], before.memory[name]) for name in before.memory)


@pytest.mark.parametrize("layer_id", ["conv1", "affine1", "affine2"])
def test_that_the_first_layer_with_bad_weights_is_named(layer_id):
    session = small_session()
    session.network.parameters[f"{layer_id}.W"].flat[0] = np.inf
    assert first_bad_layer(session.network, small_data().train.x[:5]) == (layer_id, "parameters")


def test_that_a_layer_whose_output_overflows_is_named():
    session = small_session(network="Flatten Affine(4) Affine(4) Affine(3)")
    for name in ("affine1.W", "affine2.W"):
        session.network.parameters[name][...] = 1e30
    assert first_bad_layer(session.network, np.ones((2, 1, 6, 6), np.float32)) == ("affine2", "output")


def test_that_a_diverged_run_names_a_layer_of_the_network():
    end = list(train(exploding_session()))[-1]
    assert end.layer_id in {"affine1", "affine2", "relu1"}


def test_that_what_is_kept_at_a_divergence_does_not_depend_on_looking():
    ends = []
    for every in (1, 1000):
        session = Session(
            small_experiment(f"Flatten {EXPLODING}", "SGD(lr=1e9)", loss="MeanSquared", evaluate_every=every), small_data()
        )
        ends.append(list(train(session))[-1])
    assert ends[0].iteration == ends[1].iteration
    assert ends[0].layer_id == ends[1].layer_id
