"""Functions of bits, given by their truth tables (book, chapter 2)."""

from __future__ import annotations

from typing import Final

import numpy as np

from core.arrays import Array
from core.datasets.base import DATASETS, Dataset, Progress, RawData, Samples
from core.datasets.points import SOURCE
from core.errors import DataError
from core.fields import TextField
from core.perceptron.functions import inputs_of, rows

MOST_ROWS: Final = 256
LEAST_SAMPLES: Final = 64
"""Rows are repeated up to here, so that each is to be found in every part of the data."""


@DATASETS.register
class TruthTable(Dataset):
    """All rows of 0 and 1 ``(N, inputs)`` with the wanted outputs ``(N, outputs)``; the test part has each row once."""

    title = "Truth table"
    help = "All rows of zeros and ones, with the outputs of a logic function."
    book = "2"
    group = "plane"
    source = SOURCE

    outputs = TextField("0110", help="For each output its value in every row, 0 or 1, as 0110; a space between outputs.")

    def load(self, seed: int, progress: Progress | None = None) -> RawData:
        t = self._targets()
        x = np.array(rows(inputs_of(t[:, 0].tolist())), dtype=np.float32)
        times = -(-LEAST_SAMPLES // len(x))
        train = Samples(np.tile(x, (times, 1)), np.tile(t, (times, 1)))
        return RawData(train, Samples(x, t), "regression", (), self.source)

    def _targets(self) -> Array:
        columns = self.outputs.split()
        count = len(columns[0]) if columns else 0
        good = 2 <= count <= MOST_ROWS and count & (count - 1) == 0
        if not good or any(len(column) != count or set(column) - {"0", "1"} for column in columns):
            raise DataError("truth_table", received=self.outputs[:60], most=MOST_ROWS)
        return np.array([[float(bit) for bit in column] for column in columns], dtype=np.float32).T.copy()
