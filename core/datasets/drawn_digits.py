"""Digits that are drawn on the spot, as many as wanted."""

from __future__ import annotations

from typing import Final

import numpy as np

from core.datasets.base import DATASETS, Dataset, Progress, RawData, Samples
from core.datasets.digits import TEN_DIGITS
from core.fields import ChoiceField, IntField
from core.strokes.pen import FRAME, draw
from core.strokes.variation import LOOKS

CHUNK: Final = 80
"""Digits drawn at once, eight of each: enough to share the cost of a call, few enough that `progress` is called often."""


@DATASETS.register
class DrawnDigits(Dataset):
    """Digits of 28×28 pixels, values 0 to 1, drawn from strokes; (N, 1, 28, 28).

    The first samples of a larger set are those of a smaller one with the same seed.
    """

    title = "Drawn digits 28×28"
    help = "Digits drawn on the spot from strokes: as many as wanted, no download, placed like MNIST's."
    group = "images"
    source = "Drawn by this program from stroke models of its own"

    samples = IntField(10_000, minimum=10, maximum=1_000_000, soft_maximum=60_000, help="How many digits to draw.")
    style = ChoiceField(
        "wild",
        choices=("wild", "natural", "tidy"),
        help="Wild digits are as different as people write, natural ones as one careful person writes; tidy ones are to show.",
    )

    def load(self, seed: int, progress: Progress | None = None) -> RawData:
        rng = np.random.default_rng(np.random.SeedSequence(seed, spawn_key=(28,)))
        look = LOOKS[self.style]
        x = np.empty((self.samples, 1, FRAME, FRAME), dtype=np.float32)
        t = np.empty(self.samples, dtype=np.int64)
        for start in range(0, self.samples, CHUNK):
            labels = rng.permutation(np.arange(CHUNK) % len(TEN_DIGITS))
            images = draw(labels, look, rng)
            stop = min(start + CHUNK, self.samples)
            x[start:stop, 0] = images[: stop - start]
            t[start:stop] = labels[: stop - start]
            if progress is not None:
                progress(stop / self.samples)
        return RawData(
            train=Samples(x, t),
            test=None,
            task="classification",
            classes=TEN_DIGITS,
            source=self.source,
        )
