"""Documents on disk: what was trained comes back and goes on as if never closed; a broken file harms nothing."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from pytestqt.qtbot import QtBot

from core.datasets.recipe import DataRecipe
from core.errors import FileError
from core.experiment import Experiment, TrainingConfig
from core.fields import ComponentSpec
from core.kernels.engine import EngineChoice
from core.text import parse_network
from workbench.document_files import DocumentFiles
from workbench.status import RunState
from workbench.training.probe_worker import Probe
from workbench.workspace import Workspace

SMALL = Experiment(
    network=parse_network("Flatten Affine(12) BatchNorm ReLU Dropout(0.2) Affine(10)"),
    data=DataRecipe(ComponentSpec("Digits")),
    training=TrainingConfig(optimizer=ComponentSpec.of("Adam", lr=0.01), batch_size=50, epochs=2),
)


class Desk:
    """A workspace with its files, as one start of the program has them."""

    def __init__(self, qtbot: QtBot, folder: Path) -> None:
        self.qtbot = qtbot
        self.workspace = Workspace(SMALL)
        self.files = DocumentFiles(self.workspace, folder, self.workspace)

    def reach(self, state: RunState) -> None:
        self.qtbot.waitUntil(lambda: self.workspace.status.state is state, timeout=10_000)

    def step(self, count: int) -> None:
        for _ in range(count):
            before = self.workspace.run.iteration
            self.workspace.step_batch()
            self.qtbot.waitUntil(lambda before=before: self.workspace.run.iteration > before, timeout=10_000)

    def theta(self) -> np.ndarray:
        assert self.workspace.frame is not None
        return self.workspace.frame.snapshot.theta

    def close(self) -> None:
        self.files.close()
        assert self.workspace.close()


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path) -> Iterator[Desk]:
    made = Desk(qtbot, tmp_path / "state")
    made.workspace.restart(play=False)
    made.reach(RunState.PAUSED)
    yield made
    made.close()


def saved(desk: Desk, path: Path) -> Path:
    with desk.qtbot.waitSignal(desk.files.saved):
        desk.files.save(path)
    return path


def test_that_a_reopened_run_goes_on_as_if_never_closed(desk: Desk, qtbot: QtBot, tmp_path: Path) -> None:
    desk.step(7)
    path = saved(desk, tmp_path / "a.workbench")
    desk.workspace.play()
    desk.reach(RunState.FINISHED)
    again = Desk(qtbot, tmp_path / "other")
    try:
        again.files.open(path)
        again.reach(RunState.PAUSED)
        assert again.workspace.run.iteration == 7
        again.workspace.play()
        again.reach(RunState.FINISHED)
        assert np.array_equal(again.theta(), desk.theta())
        assert desk.workspace.frame is not None
        assert again.workspace.frame is not None
        assert np.array_equal(again.workspace.frame.curves.steps[:, :5], desk.workspace.frame.curves.steps[:, :5])
    finally:
        again.close()


def test_that_a_saved_document_is_clean_and_an_edit_makes_it_dirty(desk: Desk, tmp_path: Path) -> None:
    path = saved(desk, tmp_path / "a.workbench")
    assert desk.workspace.document.path == path
    desk.workspace.apply(replace(SMALL, seed=5), "New seed")
    assert desk.workspace.document.is_dirty


def test_that_a_broken_file_leaves_the_open_document_as_it_was(desk: Desk, tmp_path: Path) -> None:
    desk.step(2)
    broken = tmp_path / "broken.workbench"
    broken.write_bytes(b"no zip at all")
    with pytest.raises(FileError, match=r"broken\.workbench"):
        desk.files.open(broken)
    assert desk.workspace.run.iteration == 2
    assert desk.workspace.experiment == SMALL


def test_that_a_place_that_cannot_be_written_is_told(desk: Desk, tmp_path: Path) -> None:
    with desk.qtbot.waitSignal(desk.files.failed) as told:
        desk.files.save(tmp_path / "no such folder" / "a.workbench")
    assert isinstance(told.args[0], FileError)
    assert desk.workspace.document.is_dirty


def test_that_the_next_start_finds_what_was_open(desk: Desk, qtbot: QtBot, tmp_path: Path) -> None:
    desk.step(4)
    desk.files.view["lab"] = "filters"
    desk.files.keep_session()
    again = Desk(qtbot, tmp_path / "state")
    try:
        assert again.files.restore_session()
        again.reach(RunState.PAUSED)
        assert again.workspace.run.iteration == 4
        assert np.array_equal(again.theta(), desk.theta())
        assert again.files.view["lab"] == "filters"
    finally:
        again.close()


def test_that_a_damaged_session_is_set_aside(desk: Desk, tmp_path: Path) -> None:
    desk.files.keep_session()
    session = tmp_path / "state" / "session.workbench"
    session.write_bytes(session.read_bytes()[:100])
    with pytest.raises(FileError):
        desk.files.restore_session()
    assert not desk.files.restore_session()


def test_that_only_a_written_document_counts_as_saved(desk: Desk, tmp_path: Path) -> None:
    desk.workspace.apply(replace(SMALL, seed=5), "New seed")
    with desk.qtbot.waitSignal(desk.files.saved):
        desk.files.save(tmp_path / "a.workbench")
        assert desk.workspace.document.is_dirty
    assert not desk.workspace.document.is_dirty
    desk.workspace.apply(replace(SMALL, seed=6), "New seed")
    with desk.qtbot.waitSignal(desk.files.failed):
        desk.files.save(tmp_path / "no such folder" / "b.workbench")
    assert desk.workspace.document.is_dirty
    assert desk.workspace.document.path == tmp_path / "a.workbench"


def test_that_an_edit_while_it_is_written_is_not_saved(desk: Desk, tmp_path: Path) -> None:
    with desk.qtbot.waitSignal(desk.files.saved):
        desk.files.save(tmp_path / "a.workbench")
        desk.workspace.apply(replace(SMALL, seed=5), "New seed")
    assert desk.workspace.document.is_dirty


def test_that_another_document_does_not_get_the_path_of_one_that_was_written(desk: Desk, tmp_path: Path) -> None:
    with desk.qtbot.waitSignal(desk.files.saved):
        desk.files.save(tmp_path / "a.workbench")
        desk.files.new(replace(SMALL, seed=5))
    assert desk.workspace.document.path is None


def test_that_a_save_right_before_the_end_is_written(desk: Desk, tmp_path: Path) -> None:
    release = threading.Event()
    Probe(desk.workspace.probes, desk.files).ask(lambda _networks: release.wait(10))
    desk.files.save(tmp_path / "a.workbench")
    desk.files.keep_session()
    assert (tmp_path / "a.workbench").exists()
    assert not desk.workspace.document.is_dirty
    release.set()


def test_that_a_run_that_was_training_at_the_end_goes_on(desk: Desk, qtbot: QtBot, tmp_path: Path) -> None:
    desk.workspace.play()
    desk.reach(RunState.RUNNING)
    desk.files.keep_session()
    again = Desk(qtbot, tmp_path / "state")
    try:
        again.files.restore_session()
        again.reach(RunState.FINISHED)
    finally:
        again.close()


def test_that_a_run_reopened_goes_on_in_its_own_way_of_computing(desk: Desk, tmp_path: Path) -> None:
    fast = EngineChoice("winograd", 2)
    desk.workspace.engine = fast
    desk.workspace.restart(play=False)
    desk.reach(RunState.PAUSED)
    desk.step(1)
    path = saved(desk, tmp_path / "run.workbench")
    desk.workspace.engine = EngineChoice()
    desk.files.open(path)
    desk.reach(RunState.PAUSED)
    desk.step(1)
    assert desk.workspace.run.newest is not None
    assert desk.workspace.run.newest.training.engine == fast
    assert desk.workspace.experiment.training.engine is None
