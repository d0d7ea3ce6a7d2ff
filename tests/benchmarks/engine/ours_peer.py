"""Our layers as a user gets them; with the option ``taps`` also what the window takes from a run while it shows it."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence

import numpy as np

from core.arrays import read_only
from core.heap import keep_freed_memory
from core.kernels.engine import choice_named
from core.losses import LOSSES
from core.network import Network
from core.optimizers import OPTIMIZERS
from tests.benchmarks.engine.workloads import Workload

DISPLAY_SECONDS = 1 / 30
KEEP_SECONDS = 0.25


def make(workload: Workload, options: Sequence[str]) -> Callable[[], None]:
    """Return one training step, or one forward pass.

    Parameters
    ----------
    options
        The convolution and the number of threads, such as winograd and 2; then perhaps taps.
    """
    rng = np.random.default_rng(0)
    keep_freed_memory()
    choice = choice_named("-".join(options[:2]))
    if choice is None:
        raise ValueError(f"{options[:2]} is no way of computing")
    network = Network(workload.spec, workload.input_shape, seed=0, engine=choice)
    x = rng.standard_normal((workload.batch, *workload.input_shape)).astype(np.float32)
    t = rng.integers(0, workload.classes, workload.batch)
    if not workload.optimizer:
        return lambda: void(network.forward(x))
    loss = LOSSES.get("SoftmaxCrossEntropy")()
    optimizer = OPTIMIZERS.get(workload.optimizer)()
    optimizer.bind(network.theta)
    lr = float(optimizer.settings["lr"])  # type: ignore[arg-type]
    done = 0
    shown = kept = 0.0

    def step() -> None:
        nonlocal done
        network.begin_step(done)
        loss.forward(network.forward(x, training=True), t)
        network.backward_params(loss.backward())
        done += 1
        optimizer.update(network.theta, network.grad, lr, done, network.decayed)

    def step_with_taps() -> None:
        """Hand over states as the runner does: one to look at for each frame, one to go on from now and then."""
        nonlocal shown, kept
        step()
        now = time.perf_counter()
        if now - shown > DISPLAY_SECONDS:
            shown = now
            theta = read_only(network.theta)
            read_only(network.buffers)
            np.isfinite(theta).all()
            if now - kept > KEEP_SECONDS:
                kept = now
                for array in optimizer.state.values():
                    read_only(array)

    return step_with_taps if "taps" in options else step


def void(_value: object) -> None:
    """Take a value and give nothing."""
