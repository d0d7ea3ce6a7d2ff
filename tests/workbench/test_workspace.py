"""The workspace: what a person's commands do to the run, and what the panels get to see."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

import numpy as np
import pytest
from pytestqt.qtbot import QtBot

from core.datasets.recipe import Data, DataRecipe, prepare
from core.experiment import Experiment, TrainingConfig
from core.fields import ComponentSpec
from core.text import parse_network
from core.training.frame import Frame
from core.training.session import Session
from workbench.status import RunState
from workbench.training import runner as runner_module
from workbench.training.probe_worker import Probe
from workbench.workspace import Workspace

SMALL = Experiment(
    network=parse_network("Flatten Affine(12) ReLU Dropout(0.2) Affine(10)"),
    data=DataRecipe(ComponentSpec("Digits")),
    training=TrainingConfig(optimizer=ComponentSpec.of("Adam", lr=0.01), batch_size=50, epochs=2),
)

Make = Callable[[Experiment], Workspace]


@pytest.fixture
def make(qtbot: QtBot) -> Iterator[Make]:
    made: list[Workspace] = []

    def workspace(experiment: Experiment) -> Workspace:
        made.append(Workspace(experiment))
        made[-1].restart(play=False)
        qtbot.waitUntil(lambda: made[-1].status.state is not RunState.PREPARING, timeout=10_000)
        return made[-1]

    yield workspace
    for each in made:
        assert each.close()


def reach(qtbot: QtBot, workspace: Workspace, state: RunState) -> None:
    qtbot.waitUntil(lambda: workspace.status.state is state, timeout=20_000)


def step_to(qtbot: QtBot, workspace: Workspace, iteration: int) -> None:
    while workspace.run.iteration < iteration:
        before = workspace.run.iteration
        workspace.step_batch()
        qtbot.waitUntil(lambda before=before: workspace.run.iteration > before, timeout=10_000)


def test_that_a_played_run_ends_with_the_same_bits_as_a_plain_session(make: Make, qtbot: QtBot) -> None:
    workspace = make(SMALL)
    workspace.play()
    reach(qtbot, workspace, RunState.FINISHED)
    session = Session(SMALL, prepare(SMALL.data, SMALL.seed))
    losses = []
    while not session.finished:
        losses.append(session.step().loss)
    assert workspace.frame is not None
    assert np.array_equal(workspace.frame.snapshot.theta, session.network.theta)
    assert np.array_equal(workspace.frame.curves.steps[:, 1], np.array(losses))


def test_that_stepping_and_pausing_change_nothing_of_the_run(make: Make, qtbot: QtBot) -> None:
    longer = replace(SMALL, training=replace(SMALL.training, epochs=30))
    workspace = make(longer)
    step_to(qtbot, workspace, 5)
    workspace.play()
    qtbot.waitUntil(lambda: workspace.run.iteration > 8, timeout=10_000)
    workspace.pause()
    reach(qtbot, workspace, RunState.PAUSED)
    workspace.play()
    reach(qtbot, workspace, RunState.FINISHED)
    unbroken = make(longer)
    unbroken.play()
    reach(qtbot, unbroken, RunState.FINISHED)
    assert workspace.frame is not None
    assert unbroken.frame is not None
    assert np.array_equal(workspace.frame.snapshot.theta, unbroken.frame.snapshot.theta)


def test_that_reset_returns_to_the_same_initial_weights_and_a_new_seed_does_not(make: Make, qtbot: QtBot) -> None:
    workspace = make(SMALL)
    assert workspace.frame is not None
    first = workspace.frame.snapshot.theta
    step_to(qtbot, workspace, 3)
    workspace.reset()
    reach(qtbot, workspace, RunState.PAUSED)
    assert workspace.frame.iteration == 0
    assert np.array_equal(workspace.frame.snapshot.theta, first)
    workspace.new_seed()
    reach(qtbot, workspace, RunState.PAUSED)
    assert workspace.experiment.seed == 1
    assert not np.array_equal(workspace.frame.snapshot.theta, first)


def test_that_a_step_back_shows_the_very_state_of_that_update(make: Make, qtbot: QtBot) -> None:
    workspace = make(SMALL)
    seen: dict[int, Frame] = {}
    workspace.frame_changed.connect(lambda frame: seen.setdefault(frame.iteration, frame))
    step_to(qtbot, workspace, 6)
    wanted = seen[4].snapshot.theta
    workspace.time.step_back()
    workspace.time.step_back()
    assert workspace.frame is not None
    assert (workspace.frame.iteration, workspace.frame.live) == (4, False)
    assert np.array_equal(workspace.frame.snapshot.theta, wanted)
    assert len(workspace.frame.curves.steps) == 4
    assert len(workspace.frame.all_curves.steps) == 6


def test_that_a_moment_that_was_not_kept_is_computed_again(make: Make, qtbot: QtBot) -> None:
    workspace = make(SMALL)
    step_to(qtbot, workspace, 6)
    kept = {s.iteration: s for s in workspace.run.timeline.snapshots}
    workspace.run.timeline.forget(5)
    workspace.time.step_back()
    qtbot.waitUntil(lambda: workspace.frame is not None and workspace.frame.iteration == 5, timeout=10_000)
    assert workspace.frame is not None
    assert np.array_equal(workspace.frame.snapshot.theta, kept[5].theta)


def test_that_playing_from_the_past_goes_on_from_the_present(make: Make, qtbot: QtBot) -> None:
    workspace = make(SMALL)
    step_to(qtbot, workspace, 6)
    workspace.look_at(2)
    assert workspace.frame is not None
    assert workspace.frame.iteration == 2
    workspace.play()
    reach(qtbot, workspace, RunState.FINISHED)
    assert workspace.frame.live
    assert np.array_equal(workspace.frame.curves.steps[:, 0], np.arange(1, len(workspace.frame.curves.steps) + 1))


def test_that_a_learning_rate_applies_from_the_next_batch_without_a_restart(make: Make, qtbot: QtBot) -> None:
    workspace = make(SMALL)
    step_to(qtbot, workspace, 3)
    faster = replace(SMALL.training, optimizer=ComponentSpec.of("Adam", lr=0.05))
    workspace.apply(replace(workspace.experiment, training=faster), "Learning rate")
    step_to(qtbot, workspace, 5)
    assert workspace.frame is not None
    assert workspace.frame.curves.steps[:, 3].tolist() == [0.01, 0.01, 0.01, 0.05, 0.05]
    assert [change.iteration for change in workspace.frame.curves.changes] == [3]


def test_that_an_edited_network_keeps_the_run_until_play_and_undo_brings_it_back(make: Make, qtbot: QtBot) -> None:
    workspace = make(SMALL)
    step_to(qtbot, workspace, 3)
    assert workspace.frame is not None
    trained = workspace.frame
    wider = replace(SMALL, network=parse_network("Flatten Affine(20) ReLU Affine(10)"))
    workspace.apply(wider, "Edit")
    assert workspace.status.state is RunState.EDITED
    assert workspace.frame is trained
    workspace.document.undo_stack.undo()
    assert workspace.status.state is RunState.PAUSED
    step_to(qtbot, workspace, 4)
    workspace.document.undo_stack.redo()
    workspace.play()
    qtbot.waitUntil(lambda: workspace.frame is not None and workspace.frame.run > trained.run, timeout=10_000)
    assert workspace.frame.parameters()["affine1.W"].shape == (64, 20)


def test_that_a_broken_network_cannot_be_trained_and_says_how_many_problems(make: Make, qtbot: QtBot) -> None:
    workspace = make(SMALL)
    workspace.apply(replace(SMALL, network=parse_network("Affine(12) ReLU Affine(10)")), "Remove Flatten")
    reach(qtbot, workspace, RunState.BLOCKED)
    assert workspace.status.problems == 1
    workspace.play()
    assert workspace.status.state is RunState.BLOCKED
    workspace.document.undo_stack.undo()
    reach(qtbot, workspace, RunState.PAUSED)


def test_that_missing_data_is_told_and_the_document_stays(make: Make, qtbot: QtBot) -> None:
    workspace = make(SMALL)
    missing = replace(SMALL.data, source=ComponentSpec.of("CsvFile", path="/nowhere/at/all.csv"))
    workspace.apply(replace(SMALL, data=missing), "Choose data")
    reach(qtbot, workspace, RunState.FAILED)
    assert "/nowhere/at/all.csv" in str(workspace.status.error)
    assert workspace.experiment.data == missing


def test_that_a_diverged_run_keeps_its_last_finite_state_and_names_the_layer(make: Make, qtbot: QtBot) -> None:
    wild = replace(SMALL.training, optimizer=ComponentSpec.of("SGD", lr=1e6), epochs=50)
    network = parse_network("Flatten Affine(12) Affine(12) Affine(12) Affine(10)")
    workspace = make(replace(SMALL, network=network, training=wild))
    workspace.play()
    reach(qtbot, workspace, RunState.DIVERGED)
    assert workspace.frame is not None
    assert workspace.frame.snapshot.finite
    assert workspace.status.layer.startswith("affine")


def test_that_a_finished_run_can_be_trained_for_longer(make: Make, qtbot: QtBot) -> None:
    workspace = make(SMALL)
    workspace.play()
    reach(qtbot, workspace, RunState.FINISHED)
    before = workspace.run.iteration
    workspace.play()
    qtbot.waitUntil(lambda: workspace.run.iteration > before, timeout=10_000)
    assert workspace.experiment.training.epochs > SMALL.training.epochs


def test_that_an_epoch_step_stops_at_the_end_of_the_epoch(make: Make, qtbot: QtBot) -> None:
    workspace = make(SMALL)
    step_to(qtbot, workspace, 2)
    workspace.step_epoch()
    reach(qtbot, workspace, RunState.PAUSED)
    assert workspace.frame is not None
    assert workspace.frame.epoch == 1.0


def test_that_only_the_latest_question_of_a_probe_is_answered(make: Make, qtbot: QtBot) -> None:
    workspace = make(SMALL)
    first, many = Probe(workspace.probes, workspace), Probe(workspace.probes, workspace)
    answers: list[object] = []
    many.answered.connect(answers.append)
    begun = []

    def slow(_networks: object) -> str:
        begun.append(True)
        while len(begun) < 2:
            pass
        return "slow"

    first.ask(slow)
    qtbot.waitUntil(lambda: bool(begun))
    for number in range(20):
        many.ask(lambda _networks, number=number: number)
    begun.append(True)
    qtbot.waitUntil(lambda: bool(answers))
    assert answers == [19]


def test_that_a_prompt_answer_does_not_wait_for_the_window_s_allowance(make: Make, qtbot: QtBot) -> None:
    workspace = make(SMALL)
    patient, prompt = Probe(workspace.probes, workspace), Probe(workspace.probes, workspace, prompt=True)
    told: list[object] = []
    patient.answered.connect(told.append)
    prompt.answered.connect(told.append)
    workspace.probes.held = True  # as while a network trains
    patient.ask(lambda _networks: "first asked")
    prompt.ask(lambda _networks: "at once")
    qtbot.waitUntil(lambda: told == ["at once"])
    assert workspace.probes.has_answers
    workspace.probes.deliver()
    assert told == ["at once", "first asked"]


def test_that_a_failed_question_is_told_to_its_asker_alone(make: Make, qtbot: QtBot) -> None:
    workspace = make(SMALL)
    probe = Probe(workspace.probes, workspace)

    def wrong(_networks: object) -> None:
        raise ValueError("no")

    with qtbot.waitSignal(probe.failed) as told:
        probe.ask(wrong)
    assert str(told.args[0]) == "no"


def test_that_settings_changed_while_the_data_is_loaded_hold_for_the_run(qtbot: QtBot) -> None:
    workspace = Workspace(SMALL)
    workspace.restart(play=False)
    workspace.apply(replace(SMALL, training=replace(SMALL.training, epochs=1)), "fewer")
    reach(qtbot, workspace, RunState.PAUSED)
    workspace.play()
    reach(qtbot, workspace, RunState.FINISHED)
    assert workspace.frame is not None
    assert workspace.frame.epoch == 1
    assert workspace.close()


def test_that_data_loaded_ahead_is_the_run_s_and_is_not_loaded_again(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    loads = []

    def counted(*about: object) -> Data:
        loads.append(about)
        return prepare(SMALL.data, SMALL.seed)

    monkeypatch.setattr(runner_module, "prepare", counted)
    workspace = Workspace(SMALL)
    workspace.runner.load_ahead(SMALL)
    workspace.restart(play=False)
    reach(qtbot, workspace, RunState.PAUSED)
    assert len(loads) == 1
    assert workspace.data is not None
    assert len(workspace.data.train) == len(prepare(SMALL.data, SMALL.seed).train)
    assert workspace.close()
