from __future__ import annotations

import gzip
import struct

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import array_shapes, arrays

from core.datasets.idx import IdxFolder, read_idx
from core.errors import DataError

IMAGES = np.arange(12 * 5 * 4, dtype=np.uint8).reshape(12, 5, 4)
LABELS = (np.arange(12) % 3).astype(np.uint8)


def idx(values, kind=8):
    return bytes([0, 0, kind, values.ndim]) + struct.pack(f">{values.ndim}I", *values.shape) + values.tobytes()


def write(folder, name, data, *, packed=False):
    path = folder / (name + ".gz" if packed else name)
    path.write_bytes(gzip.compress(data) if packed else data)
    return path


def mnist_like(folder, *, packed=False, test=True):
    write(folder, "train-images-idx3-ubyte", idx(IMAGES), packed=packed)
    write(folder, "train-labels-idx1-ubyte", idx(LABELS), packed=packed)
    if test:
        write(folder, "t10k-images-idx3-ubyte", idx(IMAGES[:6]), packed=packed)
        write(folder, "t10k-labels-idx1-ubyte", idx(LABELS[:6]), packed=packed)
    return str(folder)


def refusal(folder):
    with pytest.raises(DataError) as error:
        IdxFolder(path=str(folder)).load(0)
    return error.value


@pytest.mark.parametrize("packed", [False, True])
def test_that_a_folder_like_mnists_is_read(tmp_path, packed):
    data = IdxFolder(path=mnist_like(tmp_path, packed=packed)).load(0)
    assert np.array_equal(data.train.x[:, 0], IMAGES)
    assert data.train.x.dtype == np.float32
    assert np.array_equal(data.train.t, LABELS)
    assert len(data.test) == 6
    assert data.classes == ("0", "1", "2")
    assert data.input_shape == (1, 5, 4)


def test_that_the_test_part_may_be_missing(tmp_path):
    assert IdxFolder(path=mnist_like(tmp_path, test=False)).load(0).test is None


def test_that_the_other_usual_names_are_found(tmp_path):
    write(tmp_path, "emnist-digits-train-images-idx3-ubyte", idx(IMAGES), packed=True)
    write(tmp_path, "train-labels.idx1-ubyte", idx(LABELS))
    assert len(IdxFolder(path=str(tmp_path)).load(0).train) == 12


@pytest.mark.parametrize("missing", ["train-images-idx3-ubyte", "train-labels-idx1-ubyte"])
def test_that_a_missing_file_is_named(tmp_path, missing):
    mnist_like(tmp_path)
    (tmp_path / missing).unlink()
    error = refusal(tmp_path)
    assert error.code == "nothing_in_folder"
    assert missing in str(error)


def test_that_a_missing_or_empty_folder_is_named(tmp_path):
    assert refusal(tmp_path / "no").code == "no_folder"
    assert refusal(tmp_path).code == "nothing_in_folder"
    assert IdxFolder().path == ""
    assert refusal("").code == "no_folder"


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "idx_magic"),
        (b"\x00\x00\x08", "idx_magic"),
        (b"\x89PNG\r\n\x1a\n0000000000", "idx_magic"),
        (idx(IMAGES, kind=9), "idx_magic"),
        (idx(LABELS), "idx_magic"),
        (idx(IMAGES)[:10], "idx_truncated"),
        (idx(IMAGES)[:-1], "idx_truncated"),
        (idx(IMAGES) + b"\x00", "idx_longer"),
        (idx(IMAGES[:0]), "idx_empty"),
        (gzip.compress(idx(IMAGES))[:-12], "gzip_broken"),
        (gzip.compress(idx(IMAGES)[:-7]), "idx_truncated"),
        (b"\x1f\x8b nonsense", "gzip_broken"),
        (b"\x1f\x8b", "gzip_broken"),
    ],
)
def test_that_a_broken_file_is_refused_with_its_name(tmp_path, data, code):
    mnist_like(tmp_path)
    path = write(tmp_path, "train-images-idx3-ubyte", data)
    error = refusal(tmp_path)
    assert error.code == code
    assert str(path) in str(error)


def test_that_a_header_that_lies_takes_no_memory(tmp_path):
    header = bytes([0, 0, 8, 3]) + struct.pack(">3I", 2**32 - 1, 2**32 - 1, 2**32 - 1)
    mnist_like(tmp_path)
    write(tmp_path, "train-images-idx3-ubyte", header + b"\x00" * 100)
    error = refusal(tmp_path)
    assert error.code == "idx_truncated"
    assert error.details["received"] == 100


def test_that_too_large_a_file_is_refused(tmp_path, monkeypatch):
    monkeypatch.setattr("core.datasets.idx.MOST_BYTES", 64)
    mnist_like(tmp_path)
    assert refusal(tmp_path).code == "data_too_large"


def test_that_labels_of_another_set_are_refused(tmp_path):
    mnist_like(tmp_path)
    write(tmp_path, "train-labels-idx1-ubyte", idx(LABELS[:-1]))
    error = refusal(tmp_path)
    assert error.code == "labels_count"
    assert (error.details["received"], error.details["expected"]) == (11, 12)


def test_that_test_images_of_another_size_are_refused(tmp_path):
    mnist_like(tmp_path)
    write(tmp_path, "t10k-images-idx3-ubyte", idx(IMAGES[:6, :4]))
    assert refusal(tmp_path).code == "image_sizes"


@given(values=arrays(np.uint8, array_shapes(min_dims=3, max_dims=3, max_side=6)), packed=st.booleans(), cut=st.integers(0, 40))
@settings(max_examples=60, deadline=None)
def test_that_a_file_is_read_whole_or_refused(tmp_path_factory, values, packed, cut):
    data = idx(values)
    data = gzip.compress(data) if packed else data
    path = tmp_path_factory.mktemp("idx") / "file"
    path.write_bytes(data[: len(data) - cut])
    if cut:
        with pytest.raises(DataError):
            read_idx(path, axes=3)
    else:
        assert np.array_equal(read_idx(path, axes=3), values)
