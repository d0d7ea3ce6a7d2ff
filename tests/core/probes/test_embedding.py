import sys
from types import ModuleType

import numpy as np
import pytest

from core.errors import DataError
from core.probes.embedding import LIBRARIES, is_installed, neighbours_kept, principal, turned_like

RNG = np.random.default_rng(4)


def test_that_principal_components_are_those_of_the_covariance() -> None:
    features = RNG.normal(size=(200, 6)) @ np.diag([5, 3, 1, 1, 0.5, 0.1]) @ np.linalg.qr(RNG.normal(size=(6, 6)))[0] + 7
    found = principal(features)
    values, vectors = np.linalg.eigh(np.cov(features.T))
    np.testing.assert_allclose(found.explained, values[::-1][:2] / values.sum(), rtol=1e-6)
    for axis, expected in zip(found.axes, vectors.T[::-1], strict=False):
        assert abs(axis @ expected) == pytest.approx(1, abs=1e-6)
        assert axis[np.abs(axis).argmax()] > 0
    placed = found.place(features)
    np.testing.assert_allclose(placed.mean(axis=0), 0, atol=1e-9)
    np.testing.assert_allclose(np.corrcoef(placed.T)[0, 1], 0, atol=1e-9)


def test_that_one_number_gives_a_line() -> None:
    found = principal(np.arange(5.0)[:, np.newaxis])
    np.testing.assert_allclose(found.place(np.arange(5.0)[:, np.newaxis])[:, 1], 0)
    assert found.explained.tolist() == [1, 0]


def test_that_a_film_of_components_does_not_tumble() -> None:
    points = RNG.normal(size=(30, 2))
    points -= points.mean(axis=0)
    turn = np.array([[0, -1], [1, 0]])
    np.testing.assert_allclose(turned_like(points @ turn, points), points, atol=1e-9)
    np.testing.assert_allclose(turned_like(points * [1, -1], points), points, atol=1e-9)
    assert turned_like(points, np.zeros((0, 2))) is points


@pytest.mark.parametrize("method", ["tsne", "umap"])
def test_that_what_is_not_installed_is_named(method: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("importlib.util.find_spec", lambda _name: None)
    assert not is_installed(method)
    assert is_installed("pca")
    with pytest.raises(DataError) as caught:
        neighbours_kept(np.zeros((5, 3)), method, 0)
    assert caught.value.code == "needs_library"
    assert LIBRARIES[method][1] in str(caught.value)


def test_that_the_library_gets_the_seed_and_a_perplexity_that_few_samples_bear(monkeypatch: pytest.MonkeyPatch) -> None:
    asked = {}

    class TSNE:
        def __init__(self, **settings: object) -> None:
            asked.update(settings)

        def fit_transform(self, features: np.ndarray) -> np.ndarray:
            return features[:, :2].astype(np.float32)

    module = ModuleType("sklearn.manifold")
    module.TSNE = TSNE
    monkeypatch.setitem(sys.modules, "sklearn", ModuleType("sklearn"))
    monkeypatch.setitem(sys.modules, "sklearn.manifold", module)
    monkeypatch.setattr("core.probes.embedding.is_installed", lambda _method: True)
    features = RNG.normal(size=(10, 4))
    placed = neighbours_kept(features, "tsne", 7)
    np.testing.assert_allclose(placed, principal(features[:, :2]).place(features[:, :2]), rtol=1e-5, atol=1e-6)
    assert np.ptp(placed[:, 0]) > np.ptp(placed[:, 1])
    assert asked["random_state"] == 7
    assert asked["perplexity"] < 10


@pytest.mark.parametrize("method", ["tsne", "umap"])
def test_that_too_few_samples_are_told(method: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("core.probes.embedding.is_installed", lambda _method: True)
    with pytest.raises(DataError) as caught:
        neighbours_kept(np.zeros((4, 3)), method, 0)
    assert caught.value.code == "too_few_neighbours"


@pytest.mark.parametrize("method", ["tsne", "umap"])
@pytest.mark.parametrize("shape", [(40, 6), (7, 3), (12, 1)])
@pytest.mark.filterwarnings("ignore")  # the libraries have warnings of their own
def test_that_the_library_itself_lays_out_what_the_program_gives_it(method: str, shape: tuple[int, int]) -> None:
    pytest.importorskip(LIBRARIES[method][0])
    features = RNG.normal(size=shape).astype(np.float32)
    features[: shape[0] // 2] += 8
    placed = neighbours_kept(features, method, 3)
    assert placed.shape == (shape[0], 2)
    assert np.isfinite(placed).all()
    np.testing.assert_array_equal(placed, neighbours_kept(features, method, 3))
