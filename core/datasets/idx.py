"""Folders in the form of MNIST: idx files, packed with gzip or not.

An idx file is two zero bytes, a byte for the type (8: unsigned bytes), a byte for the number of axes, a big-endian
32-bit length for each axis, then the values.
"""

from __future__ import annotations

import gzip
import re
import struct
import zlib
from math import prod
from pathlib import Path
from typing import BinaryIO, Final

import numpy as np

from core.arrays import Array
from core.datasets.base import DATASETS, Dataset, Progress, RawData
from core.datasets.reading import MOST_BYTES, entries, existing_folder, labelled
from core.errors import DataError
from core.fields import TextField

_NAME: Final = re.compile(r"^(?:.*-)?(train|t10k|test)-(images|labels)[-.]idx[13]-ubyte(?:\.gz)?$")
_PIECE: Final = 1 << 20


@DATASETS.register
class IdxFolder(Dataset):
    """Images and labels as MNIST names them, with or without a test part; (N, 1, H, W), values 0 to 255."""

    title = "Folder of idx files"
    help = "A folder with MNIST's files or others of that form, packed with gzip or not."
    group = "files"

    path = TextField("", title="Folder", help="It holds train-images-idx3-ubyte and train-labels-idx1-ubyte, .gz or not.")

    def load(self, seed: int, progress: Progress | None = None) -> RawData:
        return read_idx_folder(existing_folder(self.path), progress=progress)


def read_idx_folder(
    folder: Path, *, classes: tuple[str, ...] = (), source: str = "", progress: Progress | None = None
) -> RawData:
    """Read the training part and, if it is there, the test part.

    Raises
    ------
    DataError
        If a file is missing or damaged, or images and labels differ in number.
    """
    files = find_idx_files(folder)
    if ("train", "images") not in files or ("train", "labels") not in files:
        raise DataError("nothing_in_folder", path=str(folder), expected="train-images-idx3-ubyte and train-labels-idx1-ubyte")
    train = _read_part(files["train", "images"], files["train", "labels"])
    if progress is not None:
        progress(0.8)
    test = None
    if ("t10k", "images") in files and ("t10k", "labels") in files:
        test = _read_part(files["t10k", "images"], files["t10k", "labels"])
        if test[0].shape[1:] != train[0].shape[1:]:
            received, expected = ("×".join(map(str, part[0].shape[1:])) for part in (test, train))
            raise DataError("image_sizes", path=str(files["t10k", "images"]), received=received, expected=expected)
    if progress is not None:
        progress(1.0)
    return labelled(folder, *train, test=test, classes=classes, source=source)


def find_idx_files(folder: Path) -> dict[tuple[str, str], Path]:
    """Return the files by part (``train`` or ``t10k``) and content (``images`` or ``labels``)."""
    found: dict[tuple[str, str], Path] = {}
    # in order of the name an unpacked file comes before the same file packed
    for path in entries(folder):
        if (match := _NAME.match(path.name)) and path.is_file():
            part = "train" if match[1] == "train" else "t10k"
            found.setdefault((part, match[2]), path)
    return found


def _read_part(images: Path, labels: Path) -> tuple[Array, Array]:
    x, t = read_idx(images, axes=3), read_idx(labels, axes=1)
    if len(x) != len(t):
        raise DataError("labels_count", path=str(labels), received=len(t), expected=len(x))
    return x[:, None], t


def read_idx(path: Path, axes: int) -> Array:
    """Read one file of unsigned bytes; the memory taken grows with what the file holds, not with what it claims.

    Parameters
    ----------
    axes
        How many axes there have to be: 3 for images, 1 for labels.
    """
    try:
        with path.open("rb") as raw:
            packed = raw.read(2) == b"\x1f\x8b"
            raw.seek(0)
            if not packed:
                return _read_values(path, raw, axes)
            with gzip.GzipFile(fileobj=raw) as unpacked:
                return _read_values(path, unpacked, axes)
    except (gzip.BadGzipFile, zlib.error, EOFError) as error:
        raise DataError("gzip_broken", path=str(path), reason=str(error)) from error
    except OSError as error:
        raise DataError("cannot_read", path=str(path), reason=error.strerror or str(error)) from error


def _read_values(path: Path, stream: BinaryIO | gzip.GzipFile, axes: int) -> Array:
    magic = bytes([0, 0, 8, axes])
    header = stream.read(4 + 4 * axes)
    if header[:4] != magic:
        raise DataError("idx_magic", path=str(path), received=header[:4].hex(" ") or "no bytes", expected=magic.hex(" "))
    if len(header) < 4 + 4 * axes:
        raise DataError("idx_truncated", path=str(path), received=0, expected=1)
    shape = struct.unpack(f">{axes}I", header[4:])
    expected = prod(shape)
    if expected == 0:
        raise DataError("idx_empty", path=str(path), received="×".join(map(str, shape)))
    # the images are computed with as float32, four times as large
    limit = MOST_BYTES // 4
    values = bytearray()
    while len(values) < min(expected, limit) and (piece := stream.read(min(_PIECE, expected - len(values)))):
        values += piece
    if expected > limit and len(values) >= limit:
        raise DataError("data_too_large", path=str(path), received=4 * expected, limit=MOST_BYTES)
    if len(values) < expected:
        raise DataError("idx_truncated", path=str(path), received=len(values), expected=expected)
    if stream.read(1):
        raise DataError("idx_longer", path=str(path), expected=expected)
    return np.frombuffer(values, dtype=np.uint8).reshape(shape)
