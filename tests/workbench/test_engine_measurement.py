"""What a first start finds out beside the window."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from core.kernels.engine import EngineChoice
from core.measured_engine import keep_choice, kept_choice
from workbench.engine_measurement import EngineMeasurement
from workbench.settings import Settings


@pytest.fixture(autouse=True)
def fresh_machine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NEURAL_WORKBENCH_DATA", str(tmp_path))


def test_that_a_measurement_is_kept_for_the_machine(qtbot: QtBot) -> None:
    measurement = EngineMeasurement()
    with qtbot.waitSignal(measurement.done, timeout=60_000):
        measurement.begin()
    assert kept_choice() is not None


def test_that_the_setting_says_how_new_runs_compute() -> None:
    assert Settings().engine_choice is None
    keep_choice(EngineChoice("direct", 2))
    assert Settings().engine_choice == EngineChoice("direct", 2)
    assert Settings(engine="winograd-1").engine_choice == EngineChoice("winograd", 1)
