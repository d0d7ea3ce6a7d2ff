"""Adam with decoupled weight decay (Loshchilov and Hutter 2019, arXiv 1711.05101)."""

from __future__ import annotations

from core.optimizers.adam import Adam
from core.optimizers.base import OPTIMIZERS, decay_field, rate_field, weight_decay_field


@OPTIMIZERS.register
class AdamW(Adam):
    """Adam whose weights shrink by ``η·λ·w`` at each step, untouched by Adam's scales."""

    help = "Adam with weight decay that acts on all weights alike."

    lr = rate_field(0.001)
    weight_decay = weight_decay_field(0.01)
    decay = decay_field("decoupled")
