"""Pictures into a file, one after the other: a GIF through Pillow, an MP4 through PyAV where it is installed."""

from __future__ import annotations

import importlib.util
import sys
from collections.abc import Callable, Iterable
from contextlib import suppress
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path
from typing import Final

import numpy as np
from PIL import Image

from core.arrays import Array
from core.errors import FileError

COLOURS: Final = 96
"""Of a GIF: enough for plots, and half the bytes of 256."""

QUALITY: Final = {"crf": "20", "preset": "veryfast"}
"""Of an MP4: text stays sharp, and a laptop keeps up."""


@dataclass(frozen=True, slots=True)
class Timing:
    """For how many milliseconds each picture is shown, and the last one."""

    each: int = 120
    last: int = 1500


def check_can_write(path: Path) -> None:
    """Raise a `FileError` if nothing here writes films of this kind: an MP4 without PyAV."""
    if path.suffix == ".mp4" and importlib.util.find_spec("av") is None:
        raise FileError("film_package", command=f'"{sys.executable}" -m pip install av')


def write_film(path: Path, pictures: Iterable[Array], timing: Timing) -> None:
    """Write pictures as the film that the ending of the path names; a film that is broken off leaves no file.

    Parameters
    ----------
    pictures
        At least one, ``(height, width, 3)`` of bytes, red first; all of one size.

    Raises
    ------
    FileError
        If the file cannot be written.
    """
    check_can_write(path)
    part = path.with_name(f"{path.name}.part")
    try:
        WRITERS[path.suffix](part, pictures, timing)
        part.replace(path)
    except OSError as error:
        raise FileError("cannot_write", path=path, reason=error.strerror or str(error)) from error
    finally:
        with suppress(OSError):
            part.unlink()


def save_gif(path: Path, pictures: Iterable[Array], timing: Timing) -> None:
    """Write pictures as a GIF that repeats for ever."""
    with path.open("wb") as file:  # before all the work, in case it cannot be written
        first, *others = [Image.fromarray(pixels).quantize(COLOURS) for pixels in pictures]
        shown = [timing.each] * len(others) + [timing.last]
        first.save(file, format="GIF", save_all=True, append_images=others, duration=shown, loop=0)


def save_mp4(path: Path, pictures: Iterable[Array], timing: Timing) -> None:
    """Write pictures as an MP4 that every player knows: H.264, a whole number of pixel pairs to each side."""
    import av

    iterator = iter(pictures)
    with av.open(str(path), "w", format="mp4") as film:
        stream = film.add_stream("libx264", rate=Fraction(1000, timing.each), options=dict(QUALITY))
        stream.pix_fmt = "yuv420p"

        def show(pixels: Array) -> None:
            film.mux(stream.encode(av.VideoFrame.from_ndarray(pixels, format="rgb24")))

        pixels = _paired(next(iterator))
        stream.height, stream.width = pixels.shape[:2]
        show(pixels)
        for given in iterator:
            pixels = _paired(given)
            show(pixels)
        for _ in range(round(timing.last / timing.each) - 1):
            show(pixels)
        film.mux(stream.encode())


def _paired(pixels: Array) -> Array:
    """Return a picture without the odd row or column, which H.264 cannot hold."""
    return np.ascontiguousarray(pixels[: pixels.shape[0] // 2 * 2, : pixels.shape[1] // 2 * 2])


Write = Callable[[Path, Iterable[Array], Timing], None]
WRITERS: Final[dict[str, Write]] = {".gif": save_gif, ".mp4": save_mp4}
"""By the ending of the file."""
