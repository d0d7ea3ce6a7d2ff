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


class _ArrayMark:
    """Stands for numpy.ndarray, which a pickle may name but not call."""


_ARRAY: Final = _ArrayMark()


def _empty_array(*arguments: object) -> Array:
    if arguments[:2] != (_ARRAY, (0,)):
        raise pickle.UnpicklingError("an array is made in an unusual way")
    return np.empty(0, dtype=np.uint8)


def _numeric_dtype(*arguments: object) -> np.dtype[Any]:
    name = arguments[0]
    # a copy, because the pickle goes on to set the byte order of what it gets
    dtype = np.dtype(name.decode("ascii") if isinstance(name, bytes) else str(name), copy=True)
    if dtype.kind not in _NUMERIC:
        raise pickle.UnpicklingError(f"an array of {dtype}")
    return dtype


def _latin1(text: object, encoding: object) -> bytes:
    if not isinstance(text, str) or encoding != "latin1":
        raise pickle.UnpicklingError("bytes are made in an unusual way")
    return text.encode("latin1")


_ALLOWED: Final[dict[tuple[str, str], object]] = {
    ("_codecs", "encode"): _latin1,
    ("numpy", "ndarray"): _ARRAY,
    ("numpy", "dtype"): _numeric_dtype,
    ("numpy.core.multiarray", "_reconstruct"): _empty_array,
    ("numpy._core.multiarray", "_reconstruct"): _empty_array,
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
        return _Unpickler(io.BytesIO(data), encoding=encoding).load()
    except FileError:
        raise
    except Exception as error:  # a damaged pickle can raise nearly anything
        raise FileError("pickle_refused", path=place, reason=str(error) or type(error).__name__) from error
