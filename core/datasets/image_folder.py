"""Pictures sorted into one folder per class."""

from __future__ import annotations

from pathlib import Path
from typing import Final

import numpy as np

from core.arrays import Array
from core.datasets.base import DATASETS, Dataset, Progress, RawData
from core.datasets.reading import entries, existing_folder, labelled, require_room
from core.errors import DataError
from core.fields import ChoiceField, IntField, TextField

_SUFFIXES: Final = (".png", ".jpg", ".jpeg", ".bmp")
_MOST_PIXELS: Final = 50_000_000


@DATASETS.register
class ImageFolder(Dataset):
    """A folder with a subfolder of PNG, JPEG or BMP pictures for each class; (N, C, H, W), values 0 to 255."""

    title = "Folder of pictures"
    help = "A folder with one subfolder of pictures per class, named like the class."
    group = "files"

    path = TextField("", title="Folder", help="Its subfolders are the classes.")
    size = IntField(
        28, minimum=0, maximum=512, unit="px", help="Scale every picture to this many pixels square; 0 keeps its size."
    )
    colour = ChoiceField("grey", choices=("grey", "rgb"), help="One channel of grey or three of colour.")

    def load(self, seed: int, progress: Progress | None = None) -> RawData:
        folder = existing_folder(self.path)
        classes = {
            sub.name: [path for path in entries(sub) if path.suffix.lower() in _SUFFIXES and path.is_file()]
            for sub in entries(folder)
            if sub.is_dir() and not sub.name.startswith(".")
        }
        classes = {name: paths for name, paths in classes.items() if paths}
        pictures = [(path, label) for label, paths in enumerate(classes.values()) for path in paths]
        if not pictures:
            raise DataError("nothing_in_folder", path=str(folder), expected="subfolders with PNG, JPEG or BMP pictures")
        first = read_picture(pictures[0][0], self.size, self.colour == "rgb")
        require_room(folder, len(pictures) * first.size * 4)
        x = np.empty((len(pictures), *first.shape), dtype=np.float32)
        for row, (path, _) in enumerate(pictures):
            picture = read_picture(path, self.size, self.colour == "rgb")
            if picture.shape != first.shape:
                received, expected = ("×".join(map(str, image.shape[:0:-1])) for image in (picture, first))
                raise DataError("image_sizes", path=str(path), received=received, expected=expected)
            x[row] = picture
            if progress is not None:
                progress((row + 1) / len(pictures))
        return labelled(folder, x, np.array([label for _, label in pictures]), classes=tuple(classes))


def read_picture(path: Path, size: int, colour: bool) -> Array:
    """Return a picture file as (C, H, W), 0 to 255; what is transparent becomes white.

    Parameters
    ----------
    size
        Sides in pixels that it is scaled to; 0 to leave it.
    colour
        True for three channels.

    Raises
    ------
    DataError
        If it is no picture, or too large.
    """
    from PIL import Image

    try:
        with Image.open(path, formats=("PNG", "JPEG", "BMP")) as image:
            if image.width * image.height > _MOST_PIXELS:
                raise DataError("image_too_large", path=str(path), received=f"{image.width}×{image.height}", limit=_MOST_PIXELS)
            picture = image.convert("RGBA") if image.has_transparency_data else image.convert("RGB" if colour else "L")
    except (OSError, SyntaxError, ValueError, Image.DecompressionBombError, Image.DecompressionBombWarning) as error:
        if isinstance(error, DataError):
            raise
        raise DataError("image_broken", path=str(path)) from error
    if picture.mode == "RGBA":
        paper = Image.new("RGBA", picture.size, "white")
        paper.alpha_composite(picture)
        picture = paper.convert("RGB" if colour else "L")
    if size:
        picture = picture.resize((size, size), Image.Resampling.BOX if min(picture.size) > size else Image.Resampling.BILINEAR)
    pixels = np.asarray(picture, dtype=np.float32)
    return np.ascontiguousarray(pixels.transpose(2, 0, 1)) if colour else pixels[None]
