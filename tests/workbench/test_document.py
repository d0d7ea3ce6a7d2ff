"""The document: edits are values, undo gives the earlier value back, a drag is one step."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from pytestqt.qtbot import QtBot

from core.experiment import Experiment
from workbench.document import NEVER_MERGED, Document


def test_that_undo_gives_back_the_experiment_before_the_edit(qtbot: QtBot) -> None:
    document = Document(Experiment(seed=1))
    document.apply(Experiment(seed=2), "New seed")
    document.undo_stack.undo()
    assert document.experiment.seed == 1
    document.undo_stack.redo()
    assert document.experiment.seed == 2
    assert document.undo_stack.undoText() == "New seed"


def test_that_a_drag_is_one_step_of_undo(qtbot: QtBot) -> None:
    document = Document(Experiment(seed=0))
    for seed in range(1, 6):
        document.apply(Experiment(seed=seed), "Drag", merge_id=7)
    assert document.undo_stack.count() == 1
    document.undo_stack.undo()
    assert document.experiment.seed == 0


def test_that_a_drag_back_to_the_start_leaves_nothing_to_undo(qtbot: QtBot) -> None:
    document = Document(Experiment(seed=0))
    for seed in (1, 2, 0):
        document.apply(Experiment(seed=seed), "Drag", merge_id=7)
    assert not document.undo_stack.canUndo()


def test_that_an_equal_experiment_is_no_edit(qtbot: QtBot) -> None:
    document = Document(Experiment(seed=3))
    document.apply(replace(Experiment(), seed=3), "Nothing")
    assert not document.undo_stack.canUndo()


def test_that_saving_makes_the_document_clean_and_undo_makes_it_dirty_again(qtbot: QtBot) -> None:
    document = Document(Experiment())
    document.apply(Experiment(seed=9), "New seed")
    assert document.is_dirty
    document.saved_as(Path("a.workbench"), document.experiment)
    assert not document.is_dirty
    document.undo_stack.undo()
    assert document.is_dirty


def test_that_a_new_beginning_forgets_what_could_be_undone(qtbot: QtBot) -> None:
    document = Document(Experiment())
    document.apply(Experiment(seed=9), "New seed")
    document.begin(Experiment(seed=4))
    assert document.experiment.seed == 4
    assert not document.undo_stack.canUndo()
    assert not document.is_dirty


def test_that_no_two_gestures_get_one_merge_id(qtbot: QtBot) -> None:
    document = Document(Experiment())
    ids = [document.new_merge_id() for _ in range(3)]
    assert len({*ids, NEVER_MERGED}) == 4
    for seed, merge_id in ((1, ids[0]), (2, ids[0]), (3, ids[1])):
        document.apply(Experiment(seed=seed), "New seed", merge_id)
    assert document.undo_stack.count() == 2
