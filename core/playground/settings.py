"""The numbers of the playground as fields, for forms, tooltips and checks."""

from __future__ import annotations

from core.fields import Configured, FloatField, IntField

LARGEST_SHARE = 0.9


class SplitSettings(Configured):
    """How the points are divided."""

    title = "Split"
    help = "How many of the points the network learns from."

    train = FloatField(
        0.5, minimum=0.2, maximum=LARGEST_SHARE, title="Training share",
        help="The share of the points to learn from; the rest is for validation and test, half each.",
    )  # fmt: skip


class BrushSettings(Configured):
    """What the brush does."""

    title = "Brush"
    help = "How points are painted."

    radius = FloatField(0.8, minimum=0.05, maximum=3, help="How far around the pointer the brush reaches.")
    density = IntField(5, minimum=1, maximum=30, help="How many points a dab of the brush makes.")
    jitter = FloatField(0.15, minimum=0.01, maximum=1, help="How far the shaker moves points at a time.")
