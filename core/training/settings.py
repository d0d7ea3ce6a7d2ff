"""The numbers of a training run as fields, for forms, tooltips and checks."""

from __future__ import annotations

from core.fields import Configured, FloatField, IntField


class RunSettings(Configured):
    """The plain numbers of a `TrainingConfig`, and the seed of the experiment.

    The names are those of the attributes they stand for.
    """

    title = "Training"
    help = "How long and in what portions a network is trained."

    batch_size = IntField(
        100, minimum=1, maximum=1_000_000, soft_maximum=1000, live=True, book="4.5.2",
        help="Samples per update: few make noisy steps, many make slow ones.",
    )  # fmt: skip
    epochs = IntField(
        10, minimum=1, maximum=1_000_000, soft_maximum=100, live=True, book="4.5.2",
        help="How many times all training data is seen.",
    )  # fmt: skip
    evaluate_every = IntField(
        20, minimum=1, maximum=1_000_000, soft_maximum=1000, live=True, title="Validate every", unit="iterations",
        help="Iterations between two looks at the validation data.",
    )  # fmt: skip
    seed = IntField(
        0, maximum=2**31 - 1,
        help="Decides the split of the data, the initial weights, and the order of the samples.",
    )  # fmt: skip


class StopSettings(Configured):
    """The numbers of `StopRules`; the names are those of the attributes they stand for."""

    title = "Stop rules"
    help = "What ends training before all epochs are done; 0 is no rule."

    seconds = FloatField(
        0.0, minimum=0, maximum=1e9, soft_maximum=600, live=True, title="Longest time", unit="s",
        help="Training ends after so many seconds; pauses do not count, and 0 is no limit.",
    )  # fmt: skip
    accuracy = FloatField(
        0.0, minimum=0, maximum=1, live=True, title="Target accuracy",
        help="Training ends when this share of the validation data is right; 0 is no target.",
    )  # fmt: skip
    loss = FloatField(
        0.0, minimum=0, maximum=1e9, soft_maximum=1, live=True, title="Target loss",
        help="Training ends when the loss on the validation data is as low as this; 0 is no target.",
    )  # fmt: skip
    patience = IntField(
        0, minimum=0, maximum=1_000_000, soft_maximum=20, live=True, unit="evaluations",
        help="Training ends after so many evaluations without a better one; the best state is kept. 0 never ends it.",
    )  # fmt: skip
