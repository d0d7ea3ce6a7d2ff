"""One battery over everything that makes its data itself."""

from __future__ import annotations

import numpy as np
import pytest

from core.datasets import DATASETS
from core.datasets.base import Cancelled

MADE = [kind for kind in DATASETS if "path" not in kind.fields and "folder" not in kind.fields]
SIZED = [kind for kind in MADE if "samples" in kind.fields]
NOISY = [kind for kind in MADE if "noise" in kind.fields]


def small(kind, **settings):
    return kind(**({"samples": 96} if "samples" in kind.fields else {}), **settings)


def test_that_all_promised_sets_are_there():
    plane = "Circle Xor Gauss Spiral Moons Checkerboard ThreeSpirals Plane MultiGauss Sine Cubic"
    images = "Digits DrawnDigits Mnist FashionMnist Kmnist Cifar10"
    files = "IdxFolder CsvFile NpzFile ImageFolder"
    assert {*plane.split(), *images.split(), *files.split()} <= set(DATASETS.names())


@pytest.mark.parametrize("kind", list(DATASETS))
def test_that_every_set_belongs_to_a_group(kind):
    assert kind.group in {"images", "plane", "files"}


@pytest.mark.parametrize("kind", MADE)
def test_that_samples_have_the_promised_form(kind):
    data = small(kind).load(seed=3)
    x, t = data.train.x, data.train.t
    assert x.dtype == np.float32
    assert x.ndim in {2, 4}
    assert len(x) == len(t) > 0
    assert np.isfinite(x).all()
    assert data.source
    assert x.flags.c_contiguous
    if data.task == "classification":
        assert t.dtype == np.int64
        assert t.shape == (len(x),)
        assert set(t.tolist()) == set(range(len(data.classes)))
        assert len(set(data.classes)) == len(data.classes)
    else:
        assert t.dtype == np.float32
        assert t.ndim == 2
        assert np.isfinite(t).all()
        assert data.classes == ()


@pytest.mark.parametrize("kind", MADE)
def test_that_the_same_seed_gives_the_same_bits(kind):
    first, second = (small(kind).load(seed=5).train for _ in range(2))
    assert first.x.tobytes() == second.x.tobytes()
    assert first.t.tobytes() == second.t.tobytes()


@pytest.mark.parametrize("kind", SIZED)
def test_that_another_seed_gives_other_samples(kind):
    assert not np.array_equal(small(kind).load(seed=1).train.x, small(kind).load(seed=2).train.x)


@pytest.mark.parametrize("kind", SIZED)
@pytest.mark.parametrize("samples", [10, 11, 97])
def test_that_as_many_samples_come_as_were_asked_for(kind, samples):
    assert len(kind(samples=samples).load(seed=0).train) == samples


@pytest.mark.parametrize("kind", MADE)
def test_that_nobody_can_write_into_the_samples(kind):
    train = small(kind).load(seed=0).train
    for array in (train.x, train.t):
        with pytest.raises(ValueError, match="read-only"):
            array[0] = 0


@pytest.mark.parametrize("kind", NOISY)
def test_that_noise_changes_the_data(kind):
    calm, noisy = (small(kind, noise=noise).load(seed=0).train for noise in (0.0, 0.5))
    assert not (np.array_equal(calm.x, noisy.x) and np.array_equal(calm.t, noisy.t))


@pytest.mark.parametrize("kind", [kind for kind in NOISY if kind().load(0).task == "classification"])
@pytest.mark.parametrize("noise", [0.0, 0.25, 0.5])
def test_that_the_classes_of_the_plane_are_equally_large(kind, noise):
    train = kind(samples=301, noise=noise).load(seed=0).train
    counts = np.bincount(train.t)
    assert counts.max() - counts.min() <= 1


@pytest.mark.parametrize("kind", [kind for kind in DATASETS if kind not in MADE])
def test_that_a_set_without_its_files_says_so(kind, monkeypatch, tmp_path):
    monkeypatch.setenv("NEURAL_WORKBENCH_DATA", str(tmp_path / "nowhere"))
    with pytest.raises(ValueError, match=r"no such|is not in"):
        kind().load(seed=0)


def test_that_drawing_can_be_stopped():
    def stop(done):
        if done > 0.3:
            raise Cancelled

    with pytest.raises(Cancelled):
        DATASETS.get("DrawnDigits")(samples=400).load(seed=0, progress=stop)
