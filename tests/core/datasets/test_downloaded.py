from __future__ import annotations

import gzip
import hashlib
import io
import pickle  # noqa: TID251 - makes files in the form of CIFAR-10
import tarfile
from pathlib import Path

import numpy as np
import pytest

from core.datasets.catalogue import RemoteSet, download_set
from core.datasets.download import RemoteFile
from core.datasets.downloaded import Cifar10, FashionMnist, Kmnist, Mnist
from core.datasets.folders import data_folder
from core.errors import DataError
from tests.core.datasets.test_idx import IMAGES, LABELS, idx, mnist_like, write
from tests.core.datasets.web import serving

BATCHES = [*(f"data_batch_{number}" for number in range(1, 6)), "test_batch"]


def batch(number, **changes):
    x = np.full((4, 3072), number, dtype=np.uint8)
    return {b"data": x, b"labels": [0, 1, 9, number], b"batch_label": b"a batch"} | changes


def archive(folder, names=BATCHES, content=batch):
    with tarfile.open(folder / "cifar-10-python.tar.gz", "w:gz") as tar:
        for name in names:
            data = pickle.dumps(content(BATCHES.index(name)), protocol=2)
            info = tarfile.TarInfo(f"cifar-10-batches-py/{name}")
            info.size = len(data)
            tar.addfile(info, io.BytesIO(data))
    return str(folder)


def refusal(dataset):
    with pytest.raises(DataError) as error:
        dataset.load(0)
    return error.value


@pytest.mark.parametrize("kind", [Mnist, FashionMnist, Kmnist])
def test_that_a_set_is_read_from_its_folder_among_the_downloads(kind, tmp_path, monkeypatch):
    monkeypatch.setenv("NEURAL_WORKBENCH_DATA", str(tmp_path))
    folder = tmp_path / kind.remote.folder
    folder.mkdir()
    mnist_like(folder, packed=True)
    data = kind().load(0)
    assert kind().is_there()
    assert np.array_equal(data.train.x[:, 0], IMAGES)
    assert len(data.test) == 6
    assert len(data.classes) == 10
    assert data.source == kind.remote.source


@pytest.mark.parametrize("kind", [Mnist, FashionMnist, Kmnist, Cifar10])
def test_that_a_missing_set_says_what_to_do(kind, tmp_path):
    error = refusal(kind(folder=str(tmp_path)))
    assert error.code == "not_downloaded"
    assert str(tmp_path) in str(error)
    assert "Download" in str(error)
    assert not kind(folder=str(tmp_path / "none")).is_there()


def test_that_a_label_without_a_class_is_refused(tmp_path):
    mnist_like(tmp_path)
    write(tmp_path, "train-labels-idx1-ubyte", idx(LABELS + 9))
    assert refusal(Mnist(folder=str(tmp_path))).code == "label_range"


def test_that_a_set_can_be_read_after_its_download(tmp_path, monkeypatch):
    mnist_like(tmp_path, packed=True)
    sent = {f"/{path.name}": path.read_bytes() for path in tmp_path.iterdir()}
    with serving(sent) as web:
        files = tuple(
            RemoteFile(
                name[1:], (web.address + name,), len(data), 10_000, hashlib.sha256(gzip.decompress(data)).hexdigest(), "unpacked"
            )
            for name, data in sent.items()
        )
        monkeypatch.setattr(Mnist, "remote", RemoteSet("mnist", files, "made for a test"))
        mnist = Mnist(folder=str(tmp_path / "downloads"))
        assert not mnist.is_there()
        download_set(mnist.remote, mnist.place)
    assert mnist.is_there()
    assert len(mnist.load(0).train) == len(IMAGES)


def test_that_photographs_are_read_from_the_archive(tmp_path):
    seen = []
    data = Cifar10(folder=archive(tmp_path)).load(0, progress=seen.append)
    assert data.input_shape == (3, 32, 32)
    assert data.train.x[:, 0, 0, 0].tolist() == [0] * 4 + [1] * 4 + [2] * 4 + [3] * 4 + [4] * 4
    assert data.train.t.tolist()[:4] == [0, 1, 9, 0]
    assert len(data.test) == 4
    assert seen[-1] == 1


def test_that_photographs_are_read_from_an_unpacked_archive(tmp_path):
    archive(tmp_path)
    with tarfile.open(tmp_path / "cifar-10-python.tar.gz") as tar:
        for member in tar:  # extractall's `filter` came with Python 3.11.4 and later ones warn without it
            place = tmp_path / member.name
            place.parent.mkdir(exist_ok=True)
            place.write_bytes(tar.extractfile(member).read())
    (tmp_path / "cifar-10-python.tar.gz").unlink()
    assert len(Cifar10(folder=str(tmp_path)).load(0).train) == 20


def test_that_a_missing_batch_is_named(tmp_path):
    error = refusal(Cifar10(folder=archive(tmp_path, BATCHES[:-1])))
    assert error.code == "nothing_in_folder"
    assert "test_batch" in str(error)


class Trap:
    def __reduce__(self):
        return Path.touch, (Path("trap"),)


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({b"data": np.zeros((4, 3071), dtype=np.uint8)}, "pickle_refused"),
        ({b"data": np.zeros((4, 3072))}, "pickle_refused"),
        ({b"data": None}, "pickle_refused"),
        ({b"labels": "text"}, "pickle_refused"),
        ({b"labels": [1, 2, "3", 4]}, "pickle_refused"),
        ({b"labels": [1, 2]}, "labels_count"),
        ({b"labels": [1, 2, 3, 10]}, "label_range"),
        ({b"more": Trap()}, "pickle_refused"),
    ],
)
def test_that_a_batch_with_something_else_is_refused(tmp_path, change, code, monkeypatch):
    monkeypatch.chdir(tmp_path)
    folder = archive(tmp_path, content=lambda number: batch(number) | change)
    assert refusal(Cifar10(folder=folder)).code == code
    assert not Path("trap").exists()


def test_that_a_damaged_archive_is_refused(tmp_path):
    archive(tmp_path)
    path = tmp_path / "cifar-10-python.tar.gz"
    whole = path.read_bytes()
    for damaged in (whole[: len(whole) // 2], b"no archive", whole[:200] + bytes(100) + whole[300:]):
        path.write_bytes(damaged)
        assert refusal(Cifar10(folder=str(tmp_path))).code in {"gzip_broken", "nothing_in_folder", "pickle_refused"}


def test_that_the_folder_for_downloads_can_be_chosen(monkeypatch, tmp_path):
    monkeypatch.setenv("NEURAL_WORKBENCH_DATA", str(tmp_path))
    assert data_folder() == tmp_path
    monkeypatch.delenv("NEURAL_WORKBENCH_DATA")
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "share"))
    monkeypatch.setattr("sys.platform", "linux")
    assert data_folder() == tmp_path / "share" / "neural-workbench" / "data"
