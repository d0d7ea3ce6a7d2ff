"""What every source of data promises."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import ClassVar, Literal

import numpy as np

from core.arrays import Array, Shape
from core.fields import Configured
from core.registry import Registry

Task = Literal["classification", "regression"]
Progress = Callable[[float], None]
"""Called with the share that is done, 0 to 1. May raise `Cancelled` to stop the work."""


class Cancelled(Exception):  # noqa: N818 - not an error: somebody asked for it
    """Raised by a progress callback to stop the work; nothing half-done is kept."""


@dataclass(frozen=True, slots=True)
class Samples:
    """Inputs and targets.

    Parameters
    ----------
    x
        ``(N, C, H, W)`` or ``(N, D)``, float32, read-only.
    t
        Labels ``(N,)``, int64, for classification; values ``(N, K)``, float32, for regression. Read-only.
    """

    x: Array
    t: Array

    def __post_init__(self) -> None:
        self.x.flags.writeable = False
        self.t.flags.writeable = False

    def __len__(self) -> int:
        return len(self.t)

    def take(self, rows: Array | slice) -> Samples:
        """Return some of the samples."""
        return Samples(np.ascontiguousarray(self.x[rows]), np.ascontiguousarray(self.t[rows]))


@dataclass(frozen=True, slots=True)
class RawData:
    """What a source gives, before it is split and scaled.

    Parameters
    ----------
    train
        All samples, or those for training where the source has a test part of its own.
    test
        The source's own test part, or None.
    task
        Classification or regression.
    classes
        The name of each class; empty for regression.
    source
        Where it comes from and under which licence, for showing.
    order
        In which order samples are dealt to test, validation and training, ``(N,)``; None to let the seed decide.
    """

    train: Samples
    test: Samples | None
    task: Task
    classes: tuple[str, ...]
    source: str = ""
    order: Array | None = None

    @property
    def input_shape(self) -> Shape:
        """The shape of one sample."""
        return tuple(self.train.x.shape[1:])


class Dataset(Configured):
    """A source of data with settings, such as a generator with its noise or a folder with its path.

    Attributes
    ----------
    group
        For the list in the window: drawn or photographed images, points of the plane, or files of one's own.
    source
        Where it comes from and under which licence, where that is known before it is loaded; else "".
    """

    source: ClassVar[str] = ""
    group: ClassVar[Literal["images", "plane", "files"]]

    def load(self, seed: int, progress: Progress | None = None) -> RawData:
        """Make or read the data; the same seed and settings give the same arrays.

        Raises
        ------
        DataError
            If files are missing, damaged or do not belong together.
        """
        raise NotImplementedError


DATASETS: Registry[Dataset] = Registry("data set", "core.datasets")
