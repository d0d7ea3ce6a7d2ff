from __future__ import annotations

import json

import pytest

from core import measured_engine
from core.kernels.engine import CHOICES, EngineChoice, choice_named
from core.measured_engine import FILE, keep_choice, kept_choice, machine_choice, measure, quickest

FAST = EngineChoice("winograd", 2)


def test_that_every_choice_is_found_by_its_name() -> None:
    assert [choice_named(choice.name) for choice in CHOICES] == list(CHOICES)
    assert choice_named("abacus-3") is None


def test_that_a_clearly_quicker_way_is_taken_and_else_the_plain_one() -> None:
    assert quickest({EngineChoice(): 1.0, FAST: 0.5}) == FAST
    assert quickest({EngineChoice(): 1.0, FAST: 0.99}) == EngineChoice()


def test_that_what_was_measured_is_kept(tmp_path) -> None:
    assert kept_choice(tmp_path) is None
    assert keep_choice(FAST, tmp_path)
    assert kept_choice(tmp_path) == FAST


@pytest.mark.parametrize("change", [{"cores": 99}, {"engine": "abacus-1"}, {"engine": None}, {"format": 99}])
def test_that_a_file_of_another_machine_or_with_nonsense_counts_as_none(tmp_path, change: dict) -> None:
    keep_choice(FAST, tmp_path)
    file = tmp_path / FILE
    file.write_text(json.dumps({**json.loads(file.read_text()), **change}))
    assert kept_choice(tmp_path) is None
    file.write_text("{")
    assert kept_choice(tmp_path) is None


def test_that_it_is_measured_once(tmp_path, monkeypatch) -> None:
    monkeypatch.setenv("NEURAL_WORKBENCH_DATA", str(tmp_path))
    asked = []

    def measured() -> dict[EngineChoice, float]:
        asked.append(1)
        return {EngineChoice(): 1.0, FAST: 0.5}

    monkeypatch.setattr(measured_engine, "measure", measured)
    assert [machine_choice(), machine_choice()] == [FAST, FAST]
    assert len(asked) == 1


def test_that_what_cannot_be_kept_is_not_used(tmp_path, monkeypatch) -> None:
    (tmp_path / "file").write_text("in the way")
    monkeypatch.setenv("NEURAL_WORKBENCH_DATA", str(tmp_path / "file"))
    monkeypatch.setattr(measured_engine, "measure", lambda: {EngineChoice(): 1.0, FAST: 0.5})
    assert machine_choice() == EngineChoice()


def test_that_a_measurement_times_every_way_that_the_machine_has(monkeypatch) -> None:
    monkeypatch.setattr(measured_engine, "ROUNDS", 1)
    seconds = measure()
    assert EngineChoice() in seconds
    assert all(taken > 0 for taken in seconds.values())
