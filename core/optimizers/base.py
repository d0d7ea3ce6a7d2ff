"""What every optimizer promises."""

from __future__ import annotations

import math
from typing import ClassVar

import numpy as np

from core.arrays import Array
from core.fields import ChoiceField, Configured, FloatField
from core.registry import Registry


def rate_field(default: float) -> FloatField:
    """Return the learning rate's field with the default of one optimizer."""
    return FloatField(
        default, minimum=0, maximum=1e10, soft_minimum=1e-5, soft_maximum=10, log=True, live=True,
        title="Learning rate", help="How far one step goes against the gradient.", book="4.4.1",
    )  # fmt: skip


def momentum_field() -> FloatField:
    """Return the field for how much of the velocity is kept."""
    return FloatField(
        0.9, minimum=0, maximum=0.9999, soft_minimum=0.5, live=True,
        help="How much of the velocity is kept at each step.", book="6.1.4",
    )  # fmt: skip


def small_field(default: float) -> FloatField:
    """Return the field for the number that keeps a division away from 0."""
    return FloatField(
        default, minimum=1e-16, maximum=1, soft_minimum=1e-10, log=True, live=True, help="Keeps the division away from 0."
    )  # fmt: skip


def weight_decay_field(default: float) -> FloatField:
    """Return the field for the strength of the weight decay."""
    return FloatField(
        default, minimum=0, maximum=10, soft_maximum=0.1, log=True, live=True,
        help="How strongly weights are pulled towards 0.", book="6.4.2",
    )  # fmt: skip


def decay_field(default: str) -> ChoiceField:
    """Return the field for the kind of weight decay."""
    return ChoiceField(
        default, choices=("L2", "L1", "decoupled"), live=True, title="Kind of decay",
        help="L2 adds λ·w to the gradient, L1 adds λ·sign(w), decoupled shrinks w by η·λ·w apart from the gradient.",
    )  # fmt: skip


def clip_field() -> FloatField:
    """Return the field for the length to which a gradient is shortened."""
    return FloatField(
        0.0, minimum=0, maximum=1e6, soft_maximum=10, live=True, title="Gradient clipping",
        help="A gradient longer than this is shortened to it; 0 never shortens one.",
    )  # fmt: skip


class Optimizer(Configured):
    """Changes a flat vector of parameters by its gradient.

    The whole network is one vector, so one update is a few lines of NumPy, and they write in place: for a large network
    the time goes into moving memory. What an optimizer remembers between updates (velocity, sums of squares) lies in
    `state`, so that a run can be saved, rewound and continued bit for bit.

    Attributes
    ----------
    slots
        The names of the vectors it remembers.
    state
        Those vectors, zeros at first, each as long as the parameters.
    """

    slots: ClassVar[tuple[str, ...]] = ()

    weight_decay = weight_decay_field(0.0)
    decay = decay_field("L2")
    clip = clip_field()

    def __init__(self, *values: object, **named: object) -> None:
        super().__init__(*values, **named)
        self.state: dict[str, Array] = {}
        self._theta = self._step = self._pull = self._short = np.empty(0)

    def bind(self, theta: Array) -> None:
        """Make room to remember for these parameters."""
        self.state = {name: np.zeros_like(theta) for name in self.slots}

    def update(self, theta: Array, grad: Array, lr: float, step: int, decayed: Array | None = None) -> None:
        """Change the parameters in place.

        Parameters
        ----------
        theta, grad
            Flat vectors, ``(P,)``. The gradient is left as it is.
        lr
            The learning rate of this update, after the schedule.
        step
            1 for the first update; for bias correction.
        decayed
            ``(P,)``, 1 where weight decay applies and 0 at biases and scales; None for everywhere.
        """
        if self.clip:
            grad = self._shortened(grad)
        if self.weight_decay:
            grad = self._with_decay(theta, grad, lr, decayed)
        self.apply(theta, grad, lr, step)

    def _shortened(self, grad: Array) -> Array:
        """Return the gradient, in the same direction but no longer than `clip` (Pascanu et al. 2012, arXiv 1211.5063)."""
        length = math.sqrt(float(np.vdot(grad, grad)))
        if length <= self.clip:
            return grad
        self._short = _like(grad, self._short)
        return np.multiply(grad, self.clip / length, out=self._short)

    def _with_decay(self, theta: Array, grad: Array, lr: float, decayed: Array | None) -> Array:
        """Return the gradient with the decay in it; decoupled decay changes the parameters at once instead."""
        self._pull = pull = _like(theta, self._pull)
        if self.decay == "L1":
            np.sign(theta, out=pull)
            pull *= self.weight_decay
        else:
            np.multiply(theta, self.weight_decay, out=pull)
        if decayed is not None:
            pull *= decayed
        if self.decay == "decoupled":
            pull *= lr
            theta -= pull
            return grad
        pull += grad
        return pull

    def apply(self, theta: Array, grad: Array, lr: float, step: int) -> None:
        """Change the parameters by the rule of this optimizer; the gradient includes the decay already."""
        raise NotImplementedError

    def room(self, theta: Array) -> Array:
        """Return a vector as long as the parameters in which a step can be put together; its content is lost each time."""
        if self._theta is not theta:
            self._theta, self._step = theta, np.empty_like(theta)
        return self._step


OPTIMIZERS: Registry[Optimizer] = Registry("optimizer", "core.optimizers")


def _like(theta: Array, room: Array) -> Array:
    """Return `room` if it suits the parameters, else a new vector that does."""
    return room if room.shape == theta.shape and room.dtype == theta.dtype else np.empty_like(theta)
