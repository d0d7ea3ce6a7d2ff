"""Limits and checks that all readers of files share."""

from __future__ import annotations

from pathlib import Path
from typing import Final

import numpy as np

from core.arrays import Array
from core.datasets.base import RawData, Samples
from core.errors import DataError

MOST_BYTES: Final = 4 * 2**30
"""The most that one array may take: a header that lies, or a zip bomb, cannot fill the memory."""

MOST_CLASSES: Final = 1000


def existing_file(text: str) -> Path:
    """Return the path of a file that is there."""
    path = Path(text).expanduser()
    if not text or not path.is_file():
        raise DataError("no_file", path=text or "(no path)")
    return path


def existing_folder(text: str) -> Path:
    """Return the path of a folder that is there."""
    path = Path(text).expanduser()
    if not text or not path.is_dir():
        raise DataError("no_folder", path=text or "(no path)")
    return path


def entries(folder: Path) -> list[Path]:
    """Return what is in a folder, by name."""
    try:
        return sorted(folder.iterdir())
    except OSError as error:
        raise DataError("cannot_read", path=str(folder), reason=error.strerror or str(error)) from error


def require_room(path: Path, bytes_needed: int) -> None:
    """Raise `DataError` if an array of that size is more than is read."""
    if bytes_needed > MOST_BYTES:
        raise DataError("data_too_large", path=str(path), received=bytes_needed, limit=MOST_BYTES)


def require_finite(path: Path, values: Array) -> None:
    """Raise `DataError` if there is a NaN or an infinity."""
    # the sum is not finite if any value is not, and needs no array of flags
    if not np.isfinite(values.sum(dtype=np.float64)):
        raise DataError("values_not_finite", path=str(path))


def labelled(
    path: Path,
    x: Array,
    t: Array,
    *,
    test: tuple[Array, Array] | None = None,
    classes: tuple[str, ...] = (),
    source: str = "",
) -> RawData:
    """Put inputs and labels together; without names the classes are called by their numbers."""
    every = t if test is None else np.concatenate([t, test[1]])
    most = len(classes) or MOST_CLASSES
    for wrong in (int(every.min(initial=0)), int(every.max(initial=0))):
        if not 0 <= wrong < most:
            raise DataError("label_range", path=str(path), received=wrong, most=most - 1)
    names = classes or tuple(str(label) for label in range(int(every.max(initial=0)) + 1))
    rest = None if test is None else Samples(test[0].astype(np.float32), test[1].astype(np.int64))
    train = Samples(x.astype(np.float32), t.astype(np.int64))
    return RawData(train, rest, "classification", names, source or str(path))
