from __future__ import annotations

import os
import pickle  # noqa: TID251 - writes what the restricted reader has to read or refuse
import struct
from contextlib import suppress

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.errors import FileError
from core.files.restricted_pickle import load_arrays

WEIGHTS = {
    "W1": np.arange(6, dtype=np.float32).reshape(2, 3),
    "b1": np.zeros(3),
    "count": 3,
    b"name": b"net",
    "more": [1.5, None, (True,)],
}


def refused(data):
    with pytest.raises(FileError) as error:
        load_arrays(data, "weights.pkl")
    assert error.value.code == "pickle_refused"
    assert "weights.pkl" in str(error.value)


@pytest.mark.parametrize("protocol", range(pickle.HIGHEST_PROTOCOL))
def test_that_plain_values_and_arrays_are_read(protocol):
    held = load_arrays(pickle.dumps(WEIGHTS, protocol=protocol), "weights.pkl")
    assert held.keys() == WEIGHTS.keys()
    for name in ("W1", "b1"):
        assert held[name].dtype == WEIGHTS[name].dtype
        assert np.array_equal(held[name], WEIGHTS[name])
    assert held["more"] == WEIGHTS["more"]


def test_that_arrays_of_the_other_byte_order_are_read_and_change_nothing():
    values = np.arange(3, dtype=">f4")
    assert load_arrays(pickle.dumps(values, protocol=2), "x").tolist() == [0, 1, 2]
    assert np.dtype("f4").isnative


def test_that_the_older_name_of_numpys_module_is_understood():
    data = pickle.dumps(np.arange(3), protocol=2).replace(b"numpy._core.multiarray", b"numpy.core.multiarray")
    assert load_arrays(data, "x").tolist() == [0, 1, 2]


class Trap:
    def __reduce__(self):
        return os.mkdir, ("trap",)


@pytest.mark.parametrize(
    "data",
    [
        pickle.dumps(Trap()),
        pickle.dumps([1, {"a": Trap()}], protocol=0),
        b"cos\nsystem\n(S'mkdir trap'\ntR.",
        b"(S'mkdir trap'\nios\nsystem\n.",
        b"cbuiltins\neval\n(S'1'\ntR.",
        b"cnumpy\nload\n(S'trap'\ntR.",
        b"cnumpy\nndarray\n((I1000000000000\ntS'b'\ntR.",
        b"cnumpy._core.multiarray\n_reconstruct\n(cnumpy\nndarray\n(I1000000000000\ntS'b'\ntR.",
        b"cnumpy\ndtype\n(S'O'\ntR.",
        b"c_codecs\nencode\n(Vtrap\nVrot13\ntR.",
        pickle.dumps(np.array([object], dtype=object)),
        b"\x80\x02K\x01r" + struct.pack("<I", 2**32 - 1) + b".",
        b"\x80\x04\x8e" + struct.pack("<Q", 2**40) + b".",
        b"",
        b".",
        b"not a pickle",
        pickle.dumps(WEIGHTS)[:-20],
    ],
)
def test_that_anything_else_is_refused_without_being_run(data, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    refused(data)
    assert list(tmp_path.iterdir()) == []


def test_that_a_pickle_cannot_make_numpy_take_numbers_for_objects():
    data = pickle.dumps(np.zeros(3, np.float32), protocol=2)
    tail = b"NNNJ\xff\xff\xff\xffJ\xff\xff\xff\xffK\x00t"
    assert tail in data
    changed = data.replace(tail, tail.replace(b"K\x00t", b"K\x3ft"))
    assert not load_arrays(changed, "x").dtype.hasobject


def test_that_an_array_is_as_long_as_its_numbers():
    data = pickle.dumps(np.arange(3, dtype=np.uint8), protocol=2)
    assert b"K\x03\x85" in data
    refused(data.replace(b"K\x03\x85", b"K\x02\x85"))
    refused(data.replace(b"K\x03\x85", b"K\x04\x85"))


def test_that_what_is_held_twice_is_gone_through_once():
    held: list = [np.arange(2)]
    for _ in range(60):
        held = [held, held]
    held.append(held)
    read = load_arrays(pickle.dumps(held, protocol=2), "x")
    assert read[2] is read
    assert read[0] is read[1]
    while len(read) > 1:
        read = read[0]
    assert read[0].tolist() == [0, 1]


@given(st.integers(0, 400), st.integers(0, 255))
@settings(max_examples=150, deadline=None)
def test_that_a_changed_byte_never_escapes_the_reader(place, value):
    data = bytearray(pickle.dumps(WEIGHTS, protocol=2))
    data[place % len(data)] = value
    with suppress(FileError):
        load_arrays(bytes(data), "weights.pkl")
