"""What can be downloaded: addresses, sizes and checksums, as the projects that publish or mirror the sets give them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from core.datasets.base import Progress
from core.datasets.download import Opener, RemoteFile, download

_MIB: Final = 2**20
_PARTS: Final = ("train-images-idx3-ubyte", "train-labels-idx1-ubyte", "t10k-images-idx3-ubyte", "t10k-labels-idx1-ubyte")
_LIMITS: Final = (64 * _MIB, _MIB, 16 * _MIB, _MIB)


@dataclass(frozen=True, slots=True)
class RemoteSet:
    """A set of data that can be fetched.

    Parameters
    ----------
    folder
        The name of its folder among the downloads.
    files
        What it consists of.
    source
        Who made it and under which licence, for showing before and after the download.
    """

    folder: str
    files: tuple[RemoteFile, ...]
    source: str

    @property
    def size(self) -> int:
        """About how many bytes come over the line."""
        return sum(file.size for file in self.files)


def download_set(remote: RemoteSet, folder: Path, progress: Progress | None = None, opener: Opener | None = None) -> None:
    """Fetch all files of a set into a folder; what is there and right stays.

    Raises
    ------
    DataError
        If a file cannot be had or is not the right one.
    """
    done = 0
    for file in remote.files:

        def of_all(share: float, before: int = done, size: int = file.size) -> None:
            if progress is not None:
                progress((before + share * size) / remote.size)

        download(file, folder, of_all, opener)
        done += file.size
        of_all(0.0, before=done)


def _idx_files(bases: Sequence[str], sizes: Sequence[int], checksums: Sequence[str], *, unpacked: bool) -> tuple[RemoteFile, ...]:
    return tuple(
        RemoteFile(
            f"{name}.gz",
            tuple(f"{base}{name}.gz" for base in bases),
            size,
            limit,
            checksum,
            "unpacked" if unpacked else "file",
        )
        for name, size, limit, checksum in zip(_PARTS, sizes, _LIMITS, checksums, strict=True)
    )


MNIST: Final = RemoteSet(
    "mnist",
    _idx_files(
        (
            "https://ossci-datasets.s3.amazonaws.com/mnist/",
            "https://storage.googleapis.com/cvdf-datasets/mnist/",
            "http://yann.lecun.com/exdb/mnist/",
        ),
        (9_912_422, 28_881, 1_648_877, 4_542),
        (
            "ba891046e6505d7aadcbbe25680a0738ad16aec93bde7f9b65e87a2fc25776db",
            "65a50cbbf4e906d70832878ad85ccda5333a97f0f4c3dd2ef09a8a9eef7101c5",
            "0fa7898d509279e482958e8ce81c8e77db3f2f8254e26661ceb7762c4d494ce7",
            "ff7bcfd416de33731a308c3f266cc351222c34898ecbeaf847f06e48f7ec33f2",
        ),
        unpacked=True,
    ),
    "MNIST: Yann LeCun, Corinna Cortes and C. J. C. Burges, derived from NIST's databases; CC BY-SA 3.0",
)

FASHION_MNIST: Final = RemoteSet(
    "fashion-mnist",
    _idx_files(
        (
            "http://fashion-mnist.s3-website.eu-central-1.amazonaws.com/",
            "https://storage.googleapis.com/tensorflow/tf-keras-datasets/",
        ),
        (26_421_880, 29_515, 4_422_102, 5_148),
        (
            "8d4fb7e6c68d591d4c3dfef9ec88bf0d",
            "25c81989df183df01b3e8a0aad5dffbe",
            "bef4ecab320f06d8554ea6380940ec79",
            "bb300cfdad3c16e7a12a480ee83cd310",
        ),
        unpacked=False,
    ),
    "Fashion-MNIST: Zalando SE, MIT licence",
)

KMNIST: Final = RemoteSet(
    "kmnist",
    _idx_files(
        ("http://codh.rois.ac.jp/kmnist/dataset/kmnist/",),
        (18_165_135, 29_497, 3_041_136, 5_120),
        (
            "bdb82020997e1d708af4cf47b453dcf7",
            "e144d726b3acfaa3e44228e80efcd344",
            "5c965bf0a639b31b8f53240b1b52f4d7",
            "7320c461ea6c1c855c0b718fb2a4b134",
        ),
        unpacked=False,
    ),
    "KMNIST: made by the ROIS-DS Center for Open Data in the Humanities (CODH), adapted from Kuzushiji Dataset "
    "(made by NIJL and others), doi:10.20676/00000341; CC BY-SA 4.0",
)

CIFAR10: Final = RemoteSet(
    "cifar-10",
    (
        RemoteFile(
            "cifar-10-python.tar.gz",
            ("https://www.cs.toronto.edu/~kriz/cifar-10-python.tar.gz",),
            170_498_071,
            200 * _MIB,
            "6d958be074577803d12ecdefd02955f39262c83c16fe9348329d7fe0b5c001ce",
        ),
    ),
    "CIFAR-10: A. Krizhevsky, Learning Multiple Layers of Features from Tiny Images (2009)",
)
