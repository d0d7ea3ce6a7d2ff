from __future__ import annotations

import math
from dataclasses import replace

import numpy as np
import pytest

from core.datasets.base import RawData, Samples
from core.datasets.recipe import DataRecipe, split
from core.experiment import Experiment
from core.fields import ComponentSpec
from core.kernels.engine import EngineChoice
from core.spec import NetworkSpec
from core.text import parse_network
from core.training.replay import replay
from core.training.session import EVALUATION_BATCH, Session
from tests.core.small_runs import NETWORK, run_steps, same_bits, small_data, small_experiment, small_session

FAST = EngineChoice("winograd", 2)
BATCHES_PER_EPOCH = math.ceil(len(small_data().train) / 20)


def assert_same_state(one: Session, other: Session) -> None:
    assert (one.iteration, one.epoch, one.offset, one.updates) == (other.iteration, other.epoch, other.offset, other.updates)
    assert same_bits(one.network.theta, other.network.theta)
    assert same_bits(one.network.buffers, other.network.buffers)
    assert one.optimizer.state.keys() == other.optimizer.state.keys()
    for name in one.optimizer.state:
        assert same_bits(one.optimizer.state[name], other.optimizer.state[name])


# -- the same experiment gives the same run -----------------------------------------------------------------------


def test_that_the_same_seed_gives_the_same_bits():
    one, other = small_session(), small_session()
    assert run_steps(one, 12) == run_steps(other, 12)
    assert_same_state(one, other)


def test_that_another_seed_gives_other_weights_and_another_order():
    one, other = small_session(), small_session(seed=1)
    assert not same_bits(one.network.theta, other.network.theta)
    assert run_steps(one, 3) != run_steps(other, 3)


def test_that_two_sessions_in_turn_do_not_disturb_each_other():
    alone = small_session()
    expected = run_steps(alone, 8)
    one, other = small_session(), small_session(seed=1)
    losses = []
    for _ in range(8):
        losses += run_steps(one, 1)
        run_steps(other, 1)
    assert losses == expected


def test_that_the_global_random_generator_changes_nothing():
    state = np.random.get_state()[1].copy()  # noqa: NPY002 - to see that nobody uses it
    losses = run_steps(small_session(), 3)
    assert np.array_equal(np.random.get_state()[1], state)  # noqa: NPY002
    assert losses == run_steps(small_session(), 3)


def test_that_restart_keeps_the_initial_weights():
    first = small_session()
    before = first.network.theta.copy()
    run_steps(first, 5)
    assert same_bits(small_session().network.theta, before)


# -- leaving and taking up again ------------------------------------------------------------------------------------


@pytest.mark.parametrize("optimizer", ["Adam(lr=0.01)", "SGD(lr=0.1, weight_decay=0.01)"])
@pytest.mark.parametrize("left_after", [0, 1, BATCHES_PER_EPOCH, BATCHES_PER_EPOCH + 2])
def test_that_a_restored_run_equals_an_unbroken_one(optimizer, left_after):
    unbroken = small_session(optimizer=optimizer)
    losses = run_steps(unbroken, left_after + 6)
    first = small_session(optimizer=optimizer)
    run_steps(first, left_after)
    again = Session(small_experiment(optimizer=optimizer), small_data(), snapshot=first.snapshot())
    assert run_steps(again, 6) == losses[left_after:]
    assert_same_state(again, unbroken)


def test_that_going_back_in_the_same_session_equals_an_unbroken_run():
    session = small_session()
    run_steps(session, 3)
    kept = session.snapshot()
    losses = run_steps(session, 9)
    session.restore(kept)
    assert run_steps(session, 9) == losses


def test_that_a_snapshot_does_not_change_while_training_goes_on():
    session = small_session()
    kept = session.snapshot()
    theta, buffers = kept.theta.copy(), kept.buffers.copy()
    run_steps(session, 5)
    assert same_bits(kept.theta, theta)
    assert same_bits(kept.buffers, buffers)
    assert not kept.theta.flags.writeable
    assert not any(array.flags.writeable for array in kept.memory.values())


def test_that_restoring_does_not_share_arrays_with_the_snapshot():
    session = small_session()
    run_steps(session, 2)
    kept = session.snapshot()
    theta = kept.theta.copy()
    again = Session(small_experiment(), small_data(), snapshot=kept)
    run_steps(again, 3)
    assert same_bits(kept.theta, theta)


def test_that_a_replay_gives_any_moment_again():
    session = small_session()
    start = session.snapshot()
    run_steps(session, 11)
    replayed = replay(small_experiment(), small_data(), start, 11)
    assert same_bits(replayed.theta, session.network.theta)
    assert same_bits(replayed.buffers, session.network.buffers)
    assert replayed.iteration == 11


def test_that_a_replay_applies_what_was_changed_on_the_way():
    from core.training.events import Changed

    session = small_session()
    start = session.snapshot()
    run_steps(session, 4)
    other = replace(session.training, batch_size=7, optimizer=ComponentSpec.of("Adam", lr=0.05))
    session.change(other)
    changes = [Changed(4, other)]
    run_steps(session, 5)
    replayed = replay(small_experiment(), small_data(), start, 9, changes)
    assert same_bits(replayed.theta, session.network.theta)
    assert replayed.training == other


# -- the data -------------------------------------------------------------------------------------------------------


def batches_of(session: Session, count: int):
    sizes, rows = [], []
    step = session._next_batch

    def watched():
        x, t = step()
        sizes.append(len(t))
        rows.append(x.reshape(len(x), -1).sum(axis=1, dtype=np.float64))
        return x, t

    session._next_batch = watched
    run_steps(session, count)
    return sizes, rows


def test_that_every_epoch_sees_every_sample_once_also_the_last_few():
    sizes, rows = batches_of(small_session(), 2 * BATCHES_PER_EPOCH)
    count = len(small_data().train)
    assert count % 20, "the fixture has to leave a small last batch"
    assert sizes == 2 * ([20] * (BATCHES_PER_EPOCH - 1) + [count % 20])
    every = np.sort(small_data().train.x.reshape(count, -1).sum(axis=1, dtype=np.float64))
    first, second = np.concatenate(rows[:BATCHES_PER_EPOCH]), np.concatenate(rows[BATCHES_PER_EPOCH:])
    np.testing.assert_array_equal(np.sort(first), every)
    np.testing.assert_array_equal(np.sort(second), every)
    assert not np.array_equal(first, second), "each epoch has an order of its own"


def test_that_epochs_are_counted_by_samples():
    session = small_session()
    run_steps(session, BATCHES_PER_EPOCH)
    assert (session.epoch, session.offset, session.epochs_done) == (1, 0, 1.0)
    run_steps(session, 1)
    assert session.epochs_done == pytest.approx(1 + 20 / len(small_data().train))


def test_that_the_run_is_over_after_all_epochs():
    session = small_session(epochs=2)
    assert session.total_iterations == 2 * BATCHES_PER_EPOCH
    run_steps(session, session.total_iterations - 1)
    assert not session.finished
    run_steps(session, 1)
    assert session.finished


# -- looking changes nothing -----------------------------------------------------------------------------------------


def test_that_evaluation_changes_nothing_of_the_run():
    watched, alone = small_session(), small_session()
    for _ in range(10):
        watched.evaluate(watched.data.validation)
        watched.snapshot()
        assert run_steps(watched, 1) == run_steps(alone, 1)
        watched.evaluate(watched.data.test, limit=3)
        list(watched.network.outputs(watched.data.test.x[:2]))
    assert_same_state(watched, alone)


def test_that_an_evaluation_equals_one_over_everything_at_once():
    rng = np.random.default_rng(1)
    count = 2 * EVALUATION_BATCH + 17
    samples = Samples(rng.normal(size=(count, 1, 6, 6)).astype(np.float32), rng.integers(0, 3, count))
    session = small_session()
    run_steps(session, 5)
    loss, accuracy = session.evaluate(samples)
    scores = session.network.forward(samples.x)
    assert accuracy == pytest.approx(np.mean(scores.argmax(axis=1) == samples.t))
    assert loss == pytest.approx(session.loss.forward(scores, samples.t), rel=1e-5)


def test_that_an_evaluation_of_the_first_few_looks_at_those():
    session = small_session()
    some = session.data.test.take(slice(0, 4))
    assert session.evaluate(session.data.test, limit=4) == session.evaluate(some)


def test_that_regression_has_a_loss_and_no_accuracy():
    x = np.linspace(-1, 1, 40, dtype=np.float32).reshape(-1, 1)
    raw = RawData(Samples(x, (2 * x).astype(np.float32)), None, "regression", ())
    experiment = small_experiment("Affine(1)", "SGD(lr=0.1)", loss="MeanSquared")
    session = Session(experiment, split(raw, DataRecipe(), 0))
    assert math.isnan(session.step().accuracy)
    loss, accuracy = session.evaluate(session.data.test)
    assert math.isfinite(loss)
    assert math.isnan(accuracy)


# -- changing settings ------------------------------------------------------------------------------------------------


def test_that_a_change_of_the_learning_rate_keeps_what_the_optimizer_remembers():
    session = small_session()
    run_steps(session, 3)
    memory = {name: array.copy() for name, array in session.optimizer.state.items()}
    session.change(replace(session.training, optimizer=ComponentSpec.of("Adam", lr=0.5)))
    assert all(same_bits(session.optimizer.state[name], memory[name]) for name in memory)
    assert session.step().lr == 0.5
    assert session.updates == 4


def test_that_another_optimizer_begins_with_nothing_remembered():
    session = small_session()
    run_steps(session, 3)
    session.change(replace(session.training, optimizer=ComponentSpec("SGD")))
    session.change(replace(session.training, optimizer=ComponentSpec("Adam")))
    assert session.updates == 0
    assert not any(array.any() for array in session.optimizer.state.values())
    run_steps(session, 1)
    assert (session.iteration, session.updates) == (4, 1)


def test_that_a_change_of_the_batch_size_counts_from_the_next_batch():
    session = small_session()
    run_steps(session, 2)
    session.change(replace(session.training, batch_size=9))
    sizes, _ = batches_of(session, 6)
    left = len(small_data().train) - 40
    assert sizes == [9] * 5 + [min(9, left - 45)]


def test_that_fewer_epochs_end_the_run_at_once():
    session = small_session(epochs=4)
    run_steps(session, BATCHES_PER_EPOCH)
    session.change(replace(session.training, epochs=1))
    assert session.finished


def test_that_a_change_to_the_same_settings_changes_nothing():
    changed, alone = small_session(), small_session()
    run_steps(changed, 4)
    changed.change(changed.training)
    assert run_steps(changed, 4) == run_steps(alone, 8)[4:]


# -- frozen layers ------------------------------------------------------------------------------------------------------


def frozen(network: str, *layer_ids: str) -> NetworkSpec:
    spec = parse_network(network)
    for layer_id in layer_ids:
        spec = spec.replace(layer_id, replace(spec.find(layer_id), frozen=True))
    return spec


@pytest.mark.parametrize("optimizer", ["Adam(lr=0.01)", "SGD(lr=0.1, weight_decay=0.1)"])
def test_that_frozen_layers_stay_and_others_learn(optimizer):
    experiment: Experiment = replace(small_experiment(optimizer=optimizer), network=frozen(NETWORK, "conv1", "affine2"))
    session = Session(experiment, small_data())
    before = {name: array.copy() for name, array in session.network.parameters.items()}
    run_steps(session, 5)
    for name, array in session.network.parameters.items():
        stays = name.startswith(("conv1.", "affine2."))
        assert same_bits(array, before[name]) is stays, name


def test_that_the_learning_rate_of_a_step_comes_with_the_schedule():
    session = small_session(optimizer="SGD(lr=0.25)")
    assert session.step().lr == 0.25


def test_that_float64_is_kept_throughout():
    session = Session(small_experiment(), small_data(), dtype=np.float64)
    run_steps(session, 2)
    assert session.network.theta.dtype == np.float64
    assert all(array.dtype == np.float64 for array in session.optimizer.state.values())


# -- the way of computing belongs to the record -------------------------------------------------------------------


def computed(engine: EngineChoice | None) -> Session:
    experiment = small_experiment()
    return Session(replace(experiment, training=replace(experiment.training, engine=engine)), small_data())


def test_that_every_state_says_how_it_was_computed():
    assert computed(None).snapshot().training.engine == EngineChoice()
    assert computed(FAST).snapshot().training.engine == FAST


def test_that_a_run_taken_up_again_goes_on_in_its_own_way():
    kept = computed(FAST).snapshot()
    again = Session(small_experiment(), small_data(), snapshot=kept)
    assert again.engine == FAST
    assert {layer.engine.choice for layer in (visit.layer for visit in again.network.visits)} == {FAST}


def test_that_new_settings_leave_the_way_of_computing_unless_they_name_one():
    session = computed(FAST)
    session.change(replace(session.training, batch_size=10, engine=None))
    assert session.training.engine == FAST
    session.change(replace(session.training, engine=EngineChoice()))
    assert session.engine == EngineChoice()


def test_that_the_number_of_threads_changes_no_bit_of_a_run():
    one, two = computed(EngineChoice("winograd", 1)), computed(FAST)
    assert run_steps(one, 12) == run_steps(two, 12)
    assert same_bits(one.network.theta, two.network.theta)
