"""The handwritten digits that ship with the program."""

from __future__ import annotations

import gzip
import io
from importlib.resources import files

import numpy as np

from core.datasets.base import DATASETS, Dataset, Progress, RawData, Samples

TEN_DIGITS = tuple("0123456789")


@DATASETS.register
class Digits(Dataset):
    """1,797 digits of 8×8 pixels, values 0 to 16, written by 13 people; (N, 1, 8, 8)."""

    title = "Digits 8×8"
    help = "1,797 handwritten digits of 8×8 pixels: small, real and always at hand."
    group = "images"
    source = (
        "E. Alpaydin and C. Kaynak, Optical Recognition of Handwritten Digits (1998), "
        "UCI Machine Learning Repository, doi:10.24432/C50P49, CC BY 4.0"
    )

    def load(self, seed: int, progress: Progress | None = None) -> RawData:
        packed = (files("resources") / "data" / "uci_digits.csv.gz").read_bytes()
        table = np.loadtxt(io.BytesIO(gzip.decompress(packed)), delimiter=",", dtype=np.float32)
        samples = Samples(table[:, :-1].reshape(-1, 1, 8, 8).copy(), table[:, -1].astype(np.int64))
        return RawData(
            train=samples,
            test=None,
            task="classification",
            classes=TEN_DIGITS,
            source=self.source,
        )
