from __future__ import annotations

import io
import json
from dataclasses import dataclass

import numpy as np
import pytest

from core.commands.console import Console
from core.commands.program import run
from core.kernels.engine import EngineChoice
from core.measured_engine import keep_choice


@dataclass(frozen=True)
class Said:
    """What a command answered."""

    code: int
    out: str
    err: str

    @property
    def events(self) -> list[dict]:
        return [json.loads(line, parse_constant=pytest.fail) for line in self.out.splitlines()]


@pytest.fixture(autouse=True)
def measured_engine(tmp_path, monkeypatch):
    """A machine that was measured before, so that no test waits for it."""
    monkeypatch.setenv("NEURAL_WORKBENCH_DATA", str(tmp_path / "machine"))
    keep_choice(EngineChoice())


@pytest.fixture
def command():
    """Runs a command line in this process."""

    def do(*arguments: object) -> Said:
        out, err = io.StringIO(), io.StringIO()
        code = run([str(argument) for argument in arguments], Console(out, err))
        return Said(code, out.getvalue(), err.getvalue())

    return do


@pytest.fixture(scope="session")
def images(tmp_path_factory):
    """A small npz file of three classes of 6×6 images."""
    rng = np.random.default_rng(3)
    t = np.arange(90) % 3
    x = rng.normal(size=(3, 1, 6, 6))[t] + 0.3 * rng.normal(size=(90, 1, 6, 6))
    path = tmp_path_factory.mktemp("data") / "images.npz"
    np.savez(path, x=x.astype(np.float32), t=t)
    return path
