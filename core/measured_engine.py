"""Which way of computing is quickest on this machine: measured once, then kept in a file."""

from __future__ import annotations

import json
import os
import platform
import time
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final

import numpy as np

from core.arrays import Array
from core.datasets.folders import data_folder
from core.kernels.convolution import convolve, gradients
from core.kernels.engine import CHOICES, Engine, EngineChoice, choice_named
from core.kernels.pooling import max_pool, max_pool_backward
from core.kernels.window import Window
from core.kernels.workers import Workers

FILE: Final = "engine.json"
FORMAT: Final = 1
ROUNDS: Final = 15
CHANNELS: Final = 32
SIZE: Final = 16
BATCH: Final = 32
"""The measured step: two 3×3 convolutions and a pooling, as in the middle of the networks of chapters 7 and 8."""
WORTH_IT: Final = 0.95
"""Another way has to take at most this share of the plain way's time."""


def machine() -> dict[str, Any]:
    """Return what a measurement belongs to; on another machine, or with another NumPy, it is made anew."""
    return {"format": FORMAT, "machine": platform.machine(), "cores": os.cpu_count() or 1, "numpy": np.__version__}


def measure() -> Mapping[EngineChoice, float]:
    """Return the seconds that a training step of a small convolutional network takes in each way.

    The ways take turns and each has its quickest round counted, so that other programs disturb all alike.
    """
    rng = np.random.default_rng(0)
    x = rng.standard_normal((CHANNELS, SIZE, SIZE, BATCH)).astype(np.float32)
    w = rng.standard_normal((CHANNELS, CHANNELS, 3, 3)).astype(np.float32)
    engines = [Engine(choice) for choice in CHOICES if choice.threads <= (os.cpu_count() or 1)]
    seconds = {engine.choice: float("inf") for engine in engines}
    for _ in range(ROUNDS):
        for engine in engines:
            started = time.perf_counter()
            _step(x, w, engine)
            seconds[engine.choice] = min(seconds[engine.choice], time.perf_counter() - started)
    return seconds


def _step(x: Array, w: Array, engine: Engine) -> None:
    same, square = Window(3, 1, 1), Window(2, 2)
    workers: Workers = engine.workers
    inner = convolve(x, w, same, engine=engine)
    outer = convolve(inner, w, same, engine=engine)
    pooled, winners = max_pool(outer, square, workers=workers)
    dout = max_pool_backward(pooled, winners, outer.shape, square, workers=workers)
    dw = np.empty_like(w)
    gradients(x, w, gradients(inner, w, dout, dw, same, engine=engine), dw, same, engine=engine)


def quickest(seconds: Mapping[EngineChoice, float]) -> EngineChoice:
    """Return the quickest way; the plain one where nothing is clearly quicker."""
    plain = EngineChoice()
    best = min(seconds, key=lambda choice: seconds[choice])
    return best if seconds[best] < WORTH_IT * seconds[plain] else plain


def kept_choice(folder: Path | None = None) -> EngineChoice | None:
    """Return what was measured on this machine earlier; None when nothing was, or the file cannot be read."""
    try:
        kept = json.loads((folder or data_folder()).joinpath(FILE).read_text(encoding="utf-8"))
        return choice_named(kept["engine"]) if {key: kept[key] for key in machine()} == machine() else None
    except (OSError, ValueError, KeyError, TypeError):
        return None


def keep_choice(choice: EngineChoice, folder: Path | None = None) -> bool:
    """Keep what was measured; return whether it could be written."""
    path = (folder or data_folder()) / FILE
    about = {**machine(), "engine": choice.name}
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        fresh = path.with_suffix(f".{os.getpid()}")
        fresh.write_text(json.dumps(about, indent=1), encoding="utf-8")
        fresh.replace(path)
    except OSError:
        return False
    return True


def machine_choice() -> EngineChoice:
    """Return what suits this machine, measured now if it never was.

    What cannot be kept is not used: measured again, it might turn out otherwise, and chance decides nothing of a run.
    """
    kept = kept_choice()
    if kept is not None:
        return kept
    choice = quickest(measure())
    return choice if keep_choice(choice) else EngineChoice()
