"""The numbers of a training run as fields, for forms, tooltips and checks."""

from __future__ import annotations

from core.fields import Configured, IntField


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
