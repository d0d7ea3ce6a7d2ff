"""NumPy's own file of several arrays."""

from __future__ import annotations

import zipfile
import zlib
from math import prod
from pathlib import Path
from typing import Final

import numpy as np

from core.arrays import Array
from core.datasets.base import DATASETS, Dataset, Progress, RawData, Samples
from core.datasets.reading import existing_file, labelled, require_finite, require_room
from core.errors import DataError
from core.fields import TextField

_NAMES: Final = (("x", "t"), ("x", "y"), ("x_train", "t_train"), ("x_train", "y_train"))


@DATASETS.register
class NpzFile(Dataset):
    """Arrays x and t, or x_train, t_train, x_test and t_test; y is read like t.

    Inputs are (N, D), (N, H, W), (N, C, H, W) or (N, H, W, C). Whole numbers (N,) or one-hot rows (N, K) are labels,
    other targets (N,) or (N, K) are values.
    """

    title = "NumPy file"
    help = "An .npz file with the arrays x and t, or x_train, t_train, x_test, t_test."
    group = "files"

    path = TextField("", title="File", help="Written by np.savez(path, x=..., t=...).")

    def load(self, seed: int, progress: Progress | None = None) -> RawData:
        path = existing_file(self.path)
        arrays = _read(path, progress)
        for x_name, t_name in _NAMES:
            if x_name in arrays and t_name in arrays:
                break
        else:
            raise DataError("npz_arrays", path=str(path), received=", ".join(arrays) or "none")
        x, t = _pair(path, arrays, x_name, t_name)
        test_names = [name.replace("train", "test") for name in (x_name, t_name)]
        test = None
        if test_names[0] != x_name and all(name in arrays for name in test_names):
            test = _pair(path, arrays, *test_names)
            if test[0].shape[1:] != x.shape[1:] or test[1].shape[1:] != t.shape[1:]:
                raise DataError(
                    "npz_shapes", path=str(path), name=test_names[0], received=test[0].shape, expected=("N", *x.shape[1:])
                )
        if t.dtype == np.int64:
            return labelled(path, x, t, test=test)
        rest = None if test is None else Samples(*test)
        return RawData(Samples(x, t), rest, "regression", (), str(path))


def _read(path: Path, progress: Progress | None) -> dict[str, Array]:
    """Read all arrays, each only after its header agrees with the bytes that are there."""
    wanted = {name for pair in _NAMES for name in pair} | {name.replace("train", "test") for pair in _NAMES for name in pair}
    try:
        with zipfile.ZipFile(path) as archive:
            members = {info.filename.removesuffix(".npy"): info for info in archive.infolist()}
            for name in sorted(members.keys() & wanted):
                _check_header(path, name, archive, members[name])
        if not members.keys() & wanted:
            return dict.fromkeys(members, np.empty(0))
        with np.load(path, allow_pickle=False) as held:
            arrays: dict[str, Array] = {}
            for number, name in enumerate(held.files):
                if name in wanted:
                    arrays[name] = held[name]
                if progress is not None:
                    progress((number + 1) / len(held.files))
            return arrays
    except (zipfile.BadZipFile, zlib.error, ValueError, EOFError, OSError, NotImplementedError, RuntimeError) as error:
        if isinstance(error, DataError):
            raise
        raise DataError("npz_broken", path=str(path), reason=str(error)) from error


def _check_header(path: Path, name: str, archive: zipfile.ZipFile, info: zipfile.ZipInfo) -> None:
    require_room(path, info.file_size)
    with archive.open(info) as member:
        version = np.lib.format.read_magic(member)
        read = np.lib.format.read_array_header_1_0 if version == (1, 0) else np.lib.format.read_array_header_2_0
        shape, _, dtype = read(member)
        if dtype.hasobject:
            raise DataError("npz_objects", path=str(path), name=name)
        promised = prod(shape) * dtype.itemsize
        if dtype.kind not in "biuf" or promised != info.file_size - member.tell():
            reason = f"{name} promises {promised} bytes as {dtype} and has {info.file_size - member.tell()}"
            raise DataError("npz_broken", path=str(path), reason=reason)
        require_room(path, prod(shape) * 4)


def _pair(path: Path, arrays: dict[str, Array], x_name: str, t_name: str) -> tuple[Array, Array]:
    """Return inputs as float32 in the engine's layout, and targets as int64 labels or float32 values."""
    x, t = arrays[x_name], arrays[t_name]
    if x.ndim == 3:
        x = x[:, None]
    elif x.ndim == 4 and x.shape[3] in (1, 3, 4) and x.shape[1] not in (1, 3, 4):
        x = x.transpose(0, 3, 1, 2)
    if x.ndim not in (2, 4) or 0 in x.shape:
        raise DataError(
            "npz_shapes", path=str(path), name=x_name, received=arrays[x_name].shape, expected="(N, D) or (N, C, H, W)"
        )
    if t.ndim not in (1, 2) or 0 in t.shape:
        raise DataError("npz_shapes", path=str(path), name=t_name, received=t.shape, expected="(N,) or (N, K)")
    if len(x) != len(t):
        raise DataError("labels_count", path=str(path), received=len(t), expected=len(x))
    x = np.ascontiguousarray(x, dtype=np.float32)
    require_finite(path, x)
    require_finite(path, t)
    if t.ndim == 2 and t.shape[1] > 1 and np.isin(t, (0, 1)).all() and (t.sum(axis=1) == 1).all():
        return x, t.argmax(axis=1)
    if t.dtype.kind in "biu" and t.size == len(t):
        return x, t.reshape(-1).astype(np.int64)
    return x, t.reshape(len(t), -1).astype(np.float32)
