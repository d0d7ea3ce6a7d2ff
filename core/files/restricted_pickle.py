"""Reads pickles of plain values and NumPy arrays, and nothing else: unpickling anything runs whatever the file says.

Older sets and weights come as pickles. Here a pickle may name a few things of NumPy, for which harmless ones are put
in; and its instructions are looked through for impossible lengths and indices before any is carried out.
"""

from __future__ import annotations

import io
import pickle  # noqa: TID251 - this is the one restricted reader that the ban points to
import pickletools
from typing import Any, Final

import numpy as np

from core.arrays import Array
from core.errors import FileError

_PUTS: Final = frozenset({"PUT", "BINPUT", "LONG_BINPUT"})
_NUMERIC: Final = "biufc"
_ORDERS: Final = frozenset("<>=|")


class _ArrayMark:
    """Stands for numpy.ndarray, which a pickle may name but not call."""


_ARRAY: Final = _ArrayMark()


class _Dtype:
    """Stands for a dtype: a pickle may tell its byte order, but not the flags by which NumPy takes numbers for objects."""

    def __init__(self, name: object, *_: object) -> None:
        self.dtype: np.dtype[Any] = np.dtype(name.decode("ascii") if isinstance(name, bytes) else str(name))
        if self.dtype.kind not in _NUMERIC:
            raise pickle.UnpicklingError(f"an array of {self.dtype}")

    def __setstate__(self, state: tuple[Any, ...]) -> None:
        order: Any = state[1].decode("ascii") if isinstance(state[1], bytes) else state[1]
        if order not in _ORDERS:
            raise pickle.UnpicklingError(f"a byte order {order!r}")
        self.dtype = self.dtype.newbyteorder(order)


class _Arrival:
    """Stands for an array until the whole pickle is read."""

    __hash__ = None  # type: ignore[assignment]  # an array is no key of a dictionary either

    def __init__(self, *arguments: object) -> None:
        if arguments[:2] != (_ARRAY, (0,)):
            raise pickle.UnpicklingError("an array is made in an unusual way")
        self.array: Array = np.empty(0, dtype=np.uint8)

    def __setstate__(self, state: tuple[Any, ...]) -> None:
        _, shape, made, columns_first, raw = state
        data = raw.encode("latin1") if isinstance(raw, str) else bytes(raw)
        if not isinstance(made, _Dtype):
            raise pickle.UnpicklingError("an array of something else than numbers")
        array: Array = np.ndarray(shape, made.dtype, buffer=data, order="F" if columns_first else "C")
        if array.nbytes != len(data):
            raise pickle.UnpicklingError(f"an array of {array.nbytes} bytes with {len(data)}")
        self.array = array.copy(order="K")


def _arrived(held: Any, done: dict[int, Any]) -> Any:
    """Return a value with its arrays in their places; what it holds twice is gone through once."""
    if id(held) in done:
        return done[id(held)]
    if isinstance(held, tuple):
        done[id(held)] = made = tuple(_arrived(item, done) for item in held)
        return made
    done[id(held)] = held.array if isinstance(held, _Arrival) else held
    if isinstance(held, list):
        held[:] = [_arrived(item, done) for item in held]
    elif isinstance(held, dict):
        held.update({key: _arrived(item, done) for key, item in held.items()})
    return done[id(held)]


def _latin1(text: object, encoding: object) -> bytes:
    if not isinstance(text, str) or encoding != "latin1":
        raise pickle.UnpicklingError("bytes are made in an unusual way")
    return text.encode("latin1")


_ALLOWED: Final[dict[tuple[str, str], object]] = {
    ("_codecs", "encode"): _latin1,
    ("numpy", "ndarray"): _ARRAY,
    ("numpy", "dtype"): _Dtype,
    ("numpy.core.multiarray", "_reconstruct"): _Arrival,
    ("numpy._core.multiarray", "_reconstruct"): _Arrival,
}


class _Unpickler(pickle.Unpickler):
    def find_class(self, module: str, name: str) -> Any:
        if (module, name) not in _ALLOWED:
            raise pickle.UnpicklingError(f"it asks for {module}.{name}")
        return _ALLOWED[module, name]


def load_arrays(data: bytes, place: str, *, encoding: str = "bytes") -> Any:
    """Read a pickle of numbers, texts, lists, tuples, dictionaries and numeric arrays.

    Parameters
    ----------
    data
        The whole pickle.
    place
        What to call it in errors: the path, and the part of it.
    encoding
        How texts written by Python 2 are read; ``"bytes"`` leaves them as they are.

    Raises
    ------
    FileError
        If it is damaged or asks for anything else.
    """
    try:
        for instruction, argument, _ in pickletools.genops(data):
            # the reader's table grows to the largest index, so an index beyond the file's length is an attack
            if instruction.name in _PUTS and int(argument or 0) > len(data):
                raise pickle.UnpicklingError("an index is out of range")
        held = _Unpickler(io.BytesIO(data), encoding=encoding).load()
        return _arrived(held, {})
    except FileError:
        raise
    except Exception as error:  # a damaged pickle can raise nearly anything
        raise FileError("pickle_refused", path=place, reason=str(error) or type(error).__name__) from error
