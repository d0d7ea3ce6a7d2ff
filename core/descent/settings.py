"""The conditions of a race as fields: the source of their form, ranges and tooltips."""

from __future__ import annotations

from core.descent.spec import LARGEST, LARGEST_BATCH, LARGEST_NOISE, MOST_STEPS
from core.fields import ChoiceField, Configured, FloatField, IntField


class RaceSettings(Configured):
    """What holds for all racers."""

    title = "Conditions"

    steps = IntField(30, minimum=1, maximum=MOST_STEPS, soft_maximum=1000, help="How many updates are made.", book="4.4.1")
    noise = FloatField(
        0.0, minimum=0, maximum=LARGEST_NOISE, soft_minimum=0, soft_maximum=10, title="Noise",
        help="Standard deviation of the noise that a batch of one sample puts on every gradient.", book="4.5",
    )  # fmt: skip
    batch = IntField(
        1, minimum=1, maximum=LARGEST_BATCH, soft_maximum=1000, title="Batch size",
        help="The noise shrinks with the root of the number of samples.", book="4.5",
    )  # fmt: skip
    clip = FloatField(
        0.0, minimum=0, maximum=LARGEST, soft_maximum=20, title="Clip at",
        help="The most that the length of a gradient may be; 0 for no limit.",
    )  # fmt: skip
    slope = ChoiceField(
        "exact", choices=("exact", "numerical"), title="Gradient",
        help="Exact by the chain rule, or numerical with h = 1e-4 as in the book's chapter 4.", book="4.3",
    )  # fmt: skip
