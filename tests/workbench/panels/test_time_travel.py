"""Looking back, films, and branches: the same bits as a run that nobody looked at."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from pytestqt.qtbot import QtBot

from core.datasets.recipe import prepare
from core.experiment import Experiment
from core.fields import ComponentSpec
from core.training.session import Session
from tests.workbench.panels.acting import Make
from tests.workbench.panels.running import experiment, train_to
from workbench.document_files import DocumentFiles
from workbench.status import RunState
from workbench.workspace import Workspace

NETWORK = "Flatten Affine(12) BatchNorm ReLU Dropout(0.3) Affine(10)"
UPDATES = 12


def with_optimizer(kind: str) -> Experiment:
    plain = experiment(NETWORK)
    return replace(plain, training=replace(plain.training, optimizer=ComponentSpec.of(kind, lr=0.02)))


def rest(qtbot: QtBot, workspace: Workspace) -> None:
    qtbot.waitUntil(lambda: workspace.status.state is RunState.PAUSED, timeout=20_000)


@pytest.mark.parametrize("optimizer", ["Adam", "Momentum"])
def test_that_a_run_that_was_stepped_scrubbed_and_branched_has_the_bits_of_a_plain_one(
    make: Make,
    qtbot: QtBot,
    optimizer: str,
) -> None:
    plain = with_optimizer(optimizer)
    alone = Session(plain, prepare(plain.data, plain.seed))
    for _ in range(UPDATES):
        alone.step()
    workspace = make(plain)
    train_to(qtbot, workspace, 8)
    for moment in (3, 0, 7, 5):
        workspace.look_at(moment)
    workspace.time.step_back()
    qtbot.waitUntil(lambda: workspace.frame.iteration == 4)
    workspace.starts.branch()
    rest(qtbot, workspace)
    assert workspace.run.iteration == 4
    train_to(qtbot, workspace, UPDATES)
    assert np.array_equal(workspace.run.newest.theta, alone.network.theta)
    assert np.array_equal(workspace.run.newest.buffers, alone.network.buffers)


def test_that_a_film_shows_every_kept_moment_and_ends_in_the_present(make: Make, qtbot: QtBot) -> None:
    workspace = make(experiment("Affine(10)", flatten=True))
    train_to(qtbot, workspace, 6)
    seen: list[int] = []
    workspace.frame_changed.connect(lambda frame: seen.append(frame.iteration))
    workspace.time.film_speed = 50.0
    workspace.time.play_film()
    assert workspace.time.film_plays
    qtbot.waitUntil(lambda: not workspace.time.film_plays, timeout=10_000)
    assert seen[0] < 6
    assert seen == sorted(seen)
    assert workspace.frame.live


def test_that_a_document_brings_back_all_runs_with_names_and_notes(make: Make, qtbot: QtBot, tmp_path) -> None:
    workspace = make(experiment("Affine(10)", flatten=True))
    files = DocumentFiles(workspace, tmp_path, workspace)
    train_to(qtbot, workspace, 4)
    workspace.reset()
    rest(qtbot, workspace)
    train_to(qtbot, workspace, 3)
    workspace.runs.edit(1, "Rename a run", name="the first")
    files.save_now(tmp_path / "a.workbench")
    files.new(experiment("Affine(10)", flatten=True))
    rest(qtbot, workspace)
    assert [run.place for run in workspace.runs.listed()] == [1]
    files.open(tmp_path / "a.workbench")
    rest(qtbot, workspace)
    assert [(run.place, run.about.name, len(run.curves.steps)) for run in workspace.runs.listed()] == [
        (1, "the first", 4),
        (2, "", 3),
    ]
    files.close()


def test_that_training_that_no_file_has_is_counted(make: Make, qtbot: QtBot, tmp_path) -> None:
    workspace = make(experiment("Affine(10)", flatten=True))
    files = DocumentFiles(workspace, tmp_path, workspace)
    assert files.unsaved_seconds == 0
    train_to(qtbot, workspace, 4)
    assert files.unsaved_seconds > 0
    files.save_now(tmp_path / "a.workbench")
    assert files.unsaved_seconds == 0
    files.close()
