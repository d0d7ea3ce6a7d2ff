from __future__ import annotations

import io
import pickle  # noqa: TID251 - writes what the reader has to refuse
import zipfile

import numpy as np
import pytest

from core.datasets.npz_file import NpzFile
from core.errors import DataError

X = np.linspace(0, 1, 12 * 6, dtype=np.float64).reshape(12, 6)
T = np.arange(12) % 3


def written(tmp_path, **arrays):
    path = tmp_path / "data.npz"
    np.savez(path, **arrays)
    return str(path)


def refusal(path):
    with pytest.raises(DataError) as error:
        NpzFile(path=path).load(0)
    assert path in str(error.value)
    return error.value.code


def test_that_inputs_and_labels_are_read(tmp_path):
    data = NpzFile(path=written(tmp_path, x=X, t=T, more=np.array(["text"]))).load(0)
    assert data.train.x.dtype == np.float32
    assert np.allclose(data.train.x, X)
    assert data.train.t.tolist() == T.tolist()
    assert data.test is None


@pytest.mark.parametrize("target", ["t", "y"])
def test_that_a_test_part_is_read(tmp_path, target):
    images = np.zeros((12, 5, 4), dtype=np.uint8)
    arrays = {"x_train": images, f"{target}_train": T, "x_test": images[:4], f"{target}_test": T[:4]}
    data = NpzFile(path=written(tmp_path, **arrays)).load(0)
    assert data.input_shape == (1, 5, 4)
    assert len(data.test) == 4


@pytest.mark.parametrize(
    ("shape", "expected"), [((9, 3, 8, 8), (3, 8, 8)), ((9, 8, 8, 3), (3, 8, 8)), ((9, 8, 8), (1, 8, 8)), ((9, 7), (7,))]
)
def test_that_images_are_laid_out_channels_first(tmp_path, shape, expected):
    assert NpzFile(path=written(tmp_path, x=np.ones(shape), t=np.arange(9))).load(0).input_shape == expected


@pytest.mark.parametrize(
    ("t", "task", "shape"),
    [
        (T.astype(float), "regression", (12, 1)),
        (X[:, :2], "regression", (12, 2)),
        (np.eye(3)[T], "classification", (12,)),
        (T[:, None].astype(np.uint8), "classification", (12,)),
    ],
)
def test_that_the_targets_tell_the_task(tmp_path, t, task, shape):
    data = NpzFile(path=written(tmp_path, x=X, t=t)).load(0)
    assert data.task == task
    assert data.train.t.shape == shape


@pytest.mark.parametrize(
    ("arrays", "code"),
    [
        ({"a": X}, "npz_arrays"),
        ({"x": X}, "npz_arrays"),
        ({}, "npz_arrays"),
        ({"x": X, "t": T[:-1]}, "labels_count"),
        ({"x": X[:, 0], "t": T}, "npz_shapes"),
        ({"x": X[:0], "t": T[:0]}, "npz_shapes"),
        ({"x": X, "t": np.zeros((12, 2, 2))}, "npz_shapes"),
        ({"x": np.where(X > 0.9, np.nan, X), "t": T}, "values_not_finite"),
        ({"x": X, "t": np.full(12, np.inf)}, "values_not_finite"),
        ({"x": X, "t": T - 1}, "label_range"),
        ({"x": X, "t": T + 10_000}, "label_range"),
        ({"x": X.astype(complex), "t": T}, "npz_broken"),
        ({"x_train": X, "t_train": T, "x_test": X[:, :3], "t_test": T}, "npz_shapes"),
    ],
)
def test_that_what_does_not_fit_is_refused(tmp_path, arrays, code):
    assert refusal(written(tmp_path, **arrays)) == code


def test_that_objects_are_refused_without_being_read(tmp_path):
    class Trap:
        def __reduce__(self):
            return pytest.fail, ("code of the file was run",)

    header = io.BytesIO()
    np.lib.format.write_array_header_1_0(header, {"descr": "|O", "fortran_order": False, "shape": (1,)})
    path = tmp_path / "trap.npz"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("x.npy", header.getvalue() + pickle.dumps([Trap()]))
        archive.writestr("t.npy", b"")
    assert refusal(str(path)) in {"npz_objects", "npz_broken"}


def test_that_a_header_that_lies_takes_no_memory(tmp_path):
    header = io.BytesIO()
    np.lib.format.write_array_header_1_0(header, {"descr": "<f4", "fortran_order": False, "shape": (2**40, 6)})
    path = tmp_path / "lie.npz"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("x.npy", header.getvalue() + b"\x00" * 64)
        archive.writestr("t.npy", b"")
    assert refusal(str(path)) == "npz_broken"


@pytest.mark.parametrize("data", [b"", b"not a zip file", b"PK\x03\x04 broken"])
def test_that_another_file_is_refused(tmp_path, data):
    path = tmp_path / "other.npz"
    path.write_bytes(data)
    assert refusal(str(path)) == "npz_broken"


def test_that_a_damaged_file_is_refused(tmp_path):
    path = tmp_path / "data.npz"
    np.savez_compressed(path, x=np.random.default_rng(0).random((12, 60)), t=T)
    data = bytearray(path.read_bytes())
    data[300:340] = bytes(40)
    path.write_bytes(data)
    assert refusal(str(path)) == "npz_broken"


def test_that_too_large_an_array_is_refused(tmp_path, monkeypatch):
    monkeypatch.setattr("core.datasets.reading.MOST_BYTES", 100)
    assert refusal(written(tmp_path, x=X, t=T)) == "data_too_large"
