from __future__ import annotations

import os
import signal

import numpy as np
import pytest

from core.files import load_document
from core.kernels.engine import EngineChoice
from core.measured_engine import keep_choice
from core.training.session import Session
from tests.core.small_runs import same_bits

NETWORK = "Conv(2, 3) BatchNorm ReLU Flatten Dropout(0.2) Affine(3)"


@pytest.fixture
def train(command, images):
    def do(*arguments):
        return command("train", "--network", NETWORK, "--data", images, *arguments)

    return do


def test_that_the_last_object_tells_the_result(train):
    said = train("--json", "--epochs", 2, "--seed", 3)
    assert said.code == 0
    assert said.err == ""
    assert [event["event"] for event in said.events] == ["started", "epoch", "epoch", "finished"]
    last = said.events[-1]
    assert (last["epochs"], last["seed"], last["parameters"]) == (2, 3, 2 * 9 + 2 + 4 + 32 * 3 + 3)
    assert 0 <= last["test_accuracy"] <= 1
    assert last["test_loss"] > 0
    assert last["seconds"] >= 0


def test_that_people_read_the_same_result(train):
    said = train("--epochs", 2)
    assert said.code == 0
    assert said.out.splitlines()[-1].startswith("Test accuracy ")
    assert "epoch 2/2" in said.out


def test_that_quiet_leaves_the_result_alone(train):
    assert len(train("--epochs", 1, "-q").out.splitlines()) == 1


def test_that_it_learns(train):
    assert train("--json", "--epochs", 8).events[-1]["test_accuracy"] > 0.9


def curves_of(path):
    return without_times(load_document(path).curves.steps)


def without_times(rows):
    """The numbers of a run; how long it took differs each time."""
    return rows[:, :-1].copy()


def test_that_the_same_seed_gives_the_same_bits_and_another_seed_others(train, tmp_path):
    for name, seed in (("a", 5), ("b", 5), ("c", 6)):
        train("--epochs", 2, "--seed", seed, "--out", tmp_path / name)
    assert same_bits(curves_of(tmp_path / "a"), curves_of(tmp_path / "b"))
    assert not same_bits(curves_of(tmp_path / "a"), curves_of(tmp_path / "c"))


def test_that_the_command_line_trains_as_a_session_does(train, tmp_path):
    train("--epochs", 2, "--out", tmp_path / "a")
    document = load_document(tmp_path / "a")
    session = Session(document.experiment, recorded_data(document))
    losses = [session.step().loss for _ in range(len(document.curves.steps))]
    assert losses == document.curves.steps[:, 1].tolist()
    assert same_bits(session.network.theta, document.snapshots[-1].theta)


def recorded_data(document):
    from core.datasets.recipe import prepare

    return prepare(document.experiment.data, document.experiment.seed)


def test_that_the_curves_begin_before_the_first_update(train, tmp_path):
    train("--epochs", 1, "--out", tmp_path / "a")
    assert load_document(tmp_path / "a").curves.evaluations[0, 0] == 0


def test_that_a_run_that_is_taken_up_again_equals_one_that_was_not_left(train, command, tmp_path):
    train("--epochs", 4, "--out", tmp_path / "whole")
    train("--epochs", 2, "--out", tmp_path / "half")
    said = command("train", "--resume", tmp_path / "half", "--epochs", 4, "--out", tmp_path / "rest", "--json")
    assert said.events[-1]["epochs"] == 4
    whole, rest = load_document(tmp_path / "whole"), load_document(tmp_path / "rest")
    assert same_bits(without_times(whole.curves.steps), without_times(rest.curves.steps))
    assert same_bits(without_times(whole.curves.evaluations), without_times(rest.curves.evaluations))
    assert same_bits(whole.snapshots[-1].theta, rest.snapshots[-1].theta)
    assert same_bits(whole.snapshots[-1].buffers, rest.snapshots[-1].buffers)
    assert [change.training.epochs for change in rest.curves.changes] == [4]


def test_that_a_wish_to_stop_saves_what_there_is(train, command, tmp_path, monkeypatch):
    step = Session.step

    def step_and_stop(session):
        if session.iteration == 7:
            os.kill(os.getpid(), signal.SIGINT)
        return step(session)

    monkeypatch.setattr(Session, "step", step_and_stop)
    said = train("--epochs", 2, "--out", tmp_path / "left")
    assert said.code == 130
    assert f"--resume {tmp_path / 'left'}" in said.err
    document = load_document(tmp_path / "left")
    assert document.snapshots[-1].iteration == len(document.curves.steps) == 8
    monkeypatch.undo()
    train("--epochs", 2, "--out", tmp_path / "whole")
    command("train", "--resume", tmp_path / "left", "--out", tmp_path / "left")
    assert same_bits(curves_of(tmp_path / "left"), curves_of(tmp_path / "whole"))


def test_that_without_out_a_stop_says_that_nothing_was_saved(train, monkeypatch):
    step = Session.step
    before = signal.getsignal(signal.SIGINT)
    monkeypatch.setattr(Session, "step", lambda session: os.kill(os.getpid(), signal.SIGINT) or step(session))
    said = train("--json")
    assert said.events[-1]["code"] == "interrupted"
    assert signal.getsignal(signal.SIGINT) is before


def test_that_a_divergence_is_explained_and_the_last_finite_state_saved(command, tmp_path):
    line = ("--network", "Affine(8) ReLU Affine(1)", "--data", "sine(samples=60)", "--optimizer", "SGD(lr=1e9)")
    said = command("train", *line, "--out", tmp_path / "a", "--json")
    assert said.code == 1
    assert said.events[-1]["code"] == "diverged"
    assert "smaller learning rate" in said.events[-1]["message"]
    assert np.isfinite(load_document(tmp_path / "a").snapshots[-1].theta).all()


def test_that_regression_has_no_accuracy(command, tmp_path):
    said = command("train", "--network", "Affine(4) Tanh Affine(1)", "--data", "sine(samples=60)", "--epochs", 1, "--json")
    assert said.code == 0, said.out
    assert said.events[-1]["test_accuracy"] is None


def test_that_one_output_for_two_classes_gets_the_loss_that_fits(command, tmp_path):
    line = ("--network", "Affine(4) Tanh Affine(1)", "--data", "circle(samples=60)", "--epochs", 1)
    assert command("train", *line, "--out", tmp_path / "a").code == 0
    assert load_document(tmp_path / "a").experiment.training.loss.kind == "BinaryCrossEntropy"


@pytest.mark.parametrize(
    ("arguments", "code", "expected"),
    [
        (["--network", "Conv(2, 3) Flaten", "--data", "digits"], "unknown_name", "Did you mean Flatten?"),
        (["--network", "Affine(10)", "--data", "digits"], "needs_vector", "Put Flatten before"),
        (["--network", "Flatten Affine(7)", "--data", "digits"], "output_classes", "asks for 10"),
        (["--network", "Flatten Affine(1000000000)", "--data", "digits"], "setting_high", "the most is"),
        (["--network", "Flatten Affine(1000000) Affine(1000000)", "--data", "digits"], "too_much_memory", "TB"),
        (["--network", "Flatten", "--data", "digit"], "unknown_name", "Did you mean Digits?"),
        (["--network", "Flatten", "--data", "./nowhere"], "no_folder", "no such file"),
        (["--network", "Flatten", "--data", "nowhere.csv"], "no_file", "nowhere.csv"),
        (["--network", "Flatten", "--optimizer", "Adm"], "unknown_name", "Did you mean Adam?"),
        (["--network", "Flatten", "--optimizer", "Adam(lr=-1)"], "setting_low", "lr is -1"),
        (["--network", "Flatten", "--epochs", "0"], "usage", "--epochs is 0"),
        (["--network", "Flatten", "--epochs", "many"], "usage", "many"),
        (["--network", "Flatten", "--seed", "-1"], "usage", "--seed is -1"),
        (["--data", "digits"], "usage", "--network"),
        (["--resume", "nowhere.workbench"], "no_file", "nowhere.workbench"),
        (["--resume", "a.workbench", "--network", "Flatten"], "usage", "--network belongs to a new run"),
        (["--nonsense"], "usage", "--nonsense"),
    ],
)
def test_that_a_mistake_is_one_clear_line(command, arguments, code, expected):
    said = command("train", *arguments)
    assert said.code == 2
    assert expected in said.err
    assert "Traceback" not in said.err
    event = command("train", *arguments, "--json").events[-1]
    assert (event["event"], event["code"]) == ("error", code)
    assert event["message"]


def test_that_a_mistake_in_a_network_is_marked(command):
    lines = command("train", "--network", "Conv(2, 3)\nFlaten Affine(10)").err.splitlines()
    assert lines[-2:] == ["  Flaten Affine(10)", "  ^^^^^^"]


def test_that_a_place_that_cannot_be_written_is_said(train):
    said = train("--epochs", 1, "--out", "/nowhere/at/all.workbench")
    assert said.code == 2
    assert "Choose another place" in said.err


def test_that_it_says_beforehand_what_will_end_the_run(train):
    said = train("--epochs", 3, "--patience", 5, "--stop-accuracy", 0.9)
    assert "Stops after 3 epochs, or 90 % validation accuracy, or 5 evaluations" in said.err


def test_that_early_stopping_gives_the_result_of_the_best_state(train, tmp_path):
    said = train("--epochs", 400, "--patience", 3, "--json", "--out", tmp_path / "a")
    stopped = next(event for event in said.events if event["event"] == "stopped")
    assert stopped["reason"] == "patience"
    document = load_document(tmp_path / "a")
    best = next(s for s in document.snapshots if s.iteration == stopped["best_iteration"])
    session = Session(document.experiment, recorded_data(document), snapshot=best)
    loss, _ = session.evaluate(session.data.test)
    assert loss == said.events[-1]["test_loss"]


def test_that_a_stop_rule_out_of_range_is_refused(train):
    said = train("--stop-accuracy", 98)
    assert said.code != 0
    assert "accuracy is 98" in said.err


def test_that_the_way_of_computing_is_told_recorded_and_kept_on_resuming(train, command, tmp_path):
    path = tmp_path / "run"
    said = train("--json", "--epochs", 1, "--engine", "winograd-2", "--out", path)
    assert said.events[0]["engine"] == "winograd-2"
    document = load_document(path)
    assert document.experiment.training.engine.name == "winograd-2"
    assert {snapshot.training.engine.name for snapshot in document.snapshots} == {"winograd-2"}
    assert command("train", "--json", "--resume", path, "--epochs", 2).events[0]["engine"] == "winograd-2"
    other = command("train", "--json", "--resume", path, "--epochs", 2, "--engine", "direct-1")
    assert other.events[0]["engine"] == "direct-1"


def test_that_a_run_computes_as_was_measured_unless_told_otherwise(train):
    keep_choice(EngineChoice("direct", 2))
    assert train("--json", "--epochs", 1).events[0]["engine"] == "direct-2"
    assert train("--json", "--epochs", 1, "--engine", "measured").events[0]["engine"] == "direct-2"
    assert train("--json", "--epochs", 1, "--engine", "direct-1").events[0]["engine"] == "direct-1"


def test_that_an_unknown_way_is_refused_with_those_there_are(train):
    said = train("--engine", "abacus")
    assert said.code == 2
    assert "abacus" in said.err
    assert "winograd-2" in said.err
