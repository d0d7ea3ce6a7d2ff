"""The sets that have to be downloaded once."""

from __future__ import annotations

from pathlib import Path
from typing import ClassVar, Final

from core.datasets.base import DATASETS, Dataset, Progress, RawData
from core.datasets.catalogue import CIFAR10, FASHION_MNIST, KMNIST, MNIST, RemoteSet
from core.datasets.cifar import ARCHIVE, read_cifar10
from core.datasets.digits import TEN_DIGITS
from core.datasets.folders import data_folder
from core.datasets.idx import find_idx_files, read_idx_folder
from core.errors import DataError
from core.fields import TextField

_GARMENTS: Final = (
    "T-shirt", "trousers", "pullover", "dress", "coat", "sandal", "shirt", "trainer", "bag", "ankle boot"
)  # fmt: skip
_KANA: Final = ("お", "き", "す", "つ", "な", "は", "ま", "や", "れ", "を")
_CIFAR_CLASSES: Final = (
    "aeroplane", "car", "bird", "cat", "deer", "dog", "frog", "horse", "ship", "lorry"
)  # fmt: skip


class DownloadedSet(Dataset):
    """A set that is read from its folder among the downloads, or from one that a person has chosen.

    Attributes
    ----------
    remote
        What to fetch into `place` with `core.datasets.catalogue.download_set`.
    classes
        The names of the classes.
    """

    group = "images"
    remote: ClassVar[RemoteSet]
    classes: ClassVar[tuple[str, ...]]

    folder = TextField("", help="Where its files are. Empty: the folder for downloads.")

    @property
    def place(self) -> Path:
        """The folder in which the files are, or into which they belong."""
        return Path(self.folder).expanduser() if self.folder else data_folder() / self.remote.folder

    def is_there(self) -> bool:
        """Tell whether the files are in place, without reading them."""
        found = find_idx_files(self.place) if self.place.is_dir() else {}
        return ("train", "images") in found and ("train", "labels") in found

    def load(self, seed: int, progress: Progress | None = None) -> RawData:
        if not self.is_there():
            raise DataError(
                "not_downloaded",
                title=self.title,
                path=str(self.place),
                expected=", ".join(file.name for file in self.remote.files),
            )
        return self.read(progress)

    def read(self, progress: Progress | None) -> RawData:
        """Read the files that are in place."""
        return read_idx_folder(self.place, classes=self.classes, source=self.source, progress=progress)


@DATASETS.register
class Mnist(DownloadedSet):
    """70,000 digits of 28×28 pixels, values 0 to 255, 10,000 of them for the test; (N, 1, 28, 28)."""

    title = "MNIST"
    help = "70,000 handwritten digits of 28×28 pixels: the set of the book."
    book = "3.6.1"
    remote = MNIST
    source = MNIST.source
    classes = TEN_DIGITS


@DATASETS.register
class FashionMnist(DownloadedSet):
    """70,000 grey pictures of clothes, 28×28 pixels, values 0 to 255, 10,000 of them for the test; (N, 1, 28, 28)."""

    title = "Fashion-MNIST"
    help = "70,000 small grey pictures of clothes and shoes: like MNIST, but harder."
    remote = FASHION_MNIST
    source = FASHION_MNIST.source
    classes = _GARMENTS


@DATASETS.register
class Kmnist(DownloadedSet):
    """70,000 cursive Japanese characters, 28×28 pixels, values 0 to 255, 10,000 of them for the test; (N, 1, 28, 28)."""

    title = "KMNIST"
    help = "70,000 characters of old Japanese books in ten classes."
    remote = KMNIST
    source = KMNIST.source
    classes = _KANA


@DATASETS.register
class Cifar10(DownloadedSet):
    """60,000 colour pictures of 32×32 pixels, values 0 to 255, 10,000 of them for the test; (N, 3, 32, 32)."""

    title = "CIFAR-10"
    help = "60,000 small colour photographs of animals and vehicles."
    remote = CIFAR10
    source = CIFAR10.source
    classes = _CIFAR_CLASSES

    def is_there(self) -> bool:
        return (self.place / ARCHIVE).is_file() or (self.place / "cifar-10-batches-py").is_dir()

    def read(self, progress: Progress | None) -> RawData:
        return read_cifar10(self.place, classes=self.classes, source=self.source, progress=progress)
