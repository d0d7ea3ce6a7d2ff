"""The files of CIFAR-10: five training batches and a test batch, pickled, in a tar archive or unpacked from it."""

from __future__ import annotations

import tarfile
import zlib
from pathlib import Path
from typing import Any, Final

import numpy as np

from core.arrays import Array
from core.datasets.base import Progress, RawData
from core.datasets.reading import labelled
from core.errors import DataError, FileError

ARCHIVE: Final = "cifar-10-python.tar.gz"
_FOLDER: Final = "cifar-10-batches-py"
_BATCHES: Final = ("data_batch_1", "data_batch_2", "data_batch_3", "data_batch_4", "data_batch_5", "test_batch")
_MOST_BYTES_PER_BATCH: Final = 64 * 2**20


def read_cifar10(folder: Path, classes: tuple[str, ...], source: str, progress: Progress | None = None) -> RawData:
    """Read all batches; nothing is unpacked onto the disk.

    Raises
    ------
    DataError
        If a batch is missing or damaged.
    """
    raw = _raw_batches(folder, progress)
    batches = {name: _batch(folder / _FOLDER / name, raw[name]) for name in _BATCHES if name in raw}
    if missing := [name for name in _BATCHES if name not in batches]:
        raise DataError("nothing_in_folder", path=str(folder), expected=", ".join(missing))
    train = [batches[name] for name in _BATCHES[:-1]]
    x, t = (np.concatenate([batch[i] for batch in train]) for i in (0, 1))
    return labelled(folder, x, t, test=batches[_BATCHES[-1]], classes=classes, source=source)


def _raw_batches(folder: Path, progress: Progress | None) -> dict[str, bytes]:
    found: dict[str, bytes] = {}

    def report() -> None:
        if progress is not None:
            progress(len(found) / len(_BATCHES))

    path = folder / ARCHIVE
    try:
        if (folder / _FOLDER).is_dir():
            for name in _BATCHES:
                path = folder / _FOLDER / name
                if path.is_file():
                    with path.open("rb") as file:
                        found[name] = file.read(_MOST_BYTES_PER_BATCH)
                    report()
            return found
        with tarfile.open(path, "r|gz") as archive:
            for member in archive:
                name = Path(member.name).name
                if name in _BATCHES and member.isfile() and (stream := archive.extractfile(member)):
                    found[name] = stream.read(_MOST_BYTES_PER_BATCH)
                    report()
    except (tarfile.TarError, zlib.error, EOFError) as error:
        raise DataError("gzip_broken", path=str(path), reason=str(error)) from error
    except OSError as error:
        raise DataError("cannot_read", path=str(path), reason=error.strerror or str(error)) from error
    return found


def _batch(path: Path, raw: bytes) -> tuple[Array, Array]:
    from core.files.restricted_pickle import load_arrays

    try:
        held: Any = load_arrays(raw, str(path))
    except FileError as error:
        raise DataError(error.code, **error.details) from error
    x = held.get(b"data") if isinstance(held, dict) else None
    labels = held.get(b"labels") if isinstance(held, dict) else None
    if not isinstance(x, np.ndarray) or x.dtype != np.uint8 or x.ndim != 2 or x.shape[1] != 3 * 32 * 32:
        raise DataError("pickle_refused", path=str(path), reason="it holds no images of 3×32×32")
    if not isinstance(labels, list) or not all(type(label) is int for label in labels):
        raise DataError("pickle_refused", path=str(path), reason="it holds no list of labels")
    if len(labels) != len(x):
        raise DataError("labels_count", path=str(path), received=len(labels), expected=len(x))
    return x.reshape(-1, 3, 32, 32), np.array(labels, dtype=np.int64)
