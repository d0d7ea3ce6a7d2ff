"""What every optimizer promises."""

from __future__ import annotations

from typing import ClassVar

import numpy as np

from core.arrays import Array
from core.fields import ChoiceField, Configured, FloatField
from core.registry import Registry


class Optimizer(Configured):
    """Changes a flat vector of parameters by its gradient.

    The whole network is one vector, so one update is one line of NumPy. What an optimizer remembers between updates
    (velocity, sums of squares) lies in `state`, so that a run can be saved, rewound and continued bit for bit.

    Attributes
    ----------
    slots
        The names of the vectors it remembers.
    state
        Those vectors, zeros at first, each as long as the parameters.
    """

    slots: ClassVar[tuple[str, ...]] = ()

    weight_decay = FloatField(
        0.0, minimum=0, maximum=10, soft_minimum=1e-6, soft_maximum=0.1, log=True, live=True,
        help="How strongly weights are pulled towards 0.", book="6.4.2",
    )  # fmt: skip
    decay = ChoiceField(
        "L2", choices=("L2", "L1", "decoupled"), live=True, title="Kind of decay",
        help="L2 adds λ·w to the gradient, L1 adds λ·sign(w), decoupled shrinks w apart from the gradient.",
    )  # fmt: skip

    def __init__(self, *values: object, **named: object) -> None:
        super().__init__(*values, **named)
        self.state: dict[str, Array] = {}

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
        if self.weight_decay:
            pull = np.sign(theta) if self.decay == "L1" else theta
            pull = self.weight_decay * (pull if decayed is None else pull * decayed)
            if self.decay == "decoupled":
                theta -= lr * pull
            else:
                grad = grad + pull
        self.apply(theta, grad, lr, step)

    def apply(self, theta: Array, grad: Array, lr: float, step: int) -> None:
        """Change the parameters by the rule of this optimizer; the gradient includes the decay already."""
        raise NotImplementedError


OPTIMIZERS: Registry[Optimizer] = Registry("optimizer", "core.optimizers")


def rate_field(default: float) -> FloatField:
    """Return the learning rate's field with the default of one optimizer."""
    return FloatField(
        default, minimum=0, maximum=1e10, soft_minimum=1e-5, soft_maximum=10, log=True, live=True,
        title="Learning rate", help="How far one step goes against the gradient.", book="4.4.1",
    )  # fmt: skip
