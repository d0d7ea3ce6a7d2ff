import numpy as np
import pytest

from core.network import Network
from core.probes.kernel_statistics import cosines, kernel_statistics, similarity_order, unit_use
from core.text import parse_network

RNG = np.random.default_rng(0)
ONE, OTHER = RNG.normal(size=(2, 1, 3, 3))


def test_that_redundant_kernels_are_counted_whatever_their_length_and_sign() -> None:
    found = kernel_statistics(np.stack([ONE, -3 * ONE, OTHER]))
    assert found.redundant == 2
    assert found.longest == pytest.approx(3 * np.linalg.norm(ONE))
    assert found.rank < 3
    assert kernel_statistics(np.stack([ONE, ONE])).rank == pytest.approx(1)


def test_that_independent_kernels_of_one_length_fill_all_directions() -> None:
    kernels = np.eye(9).reshape(9, 1, 3, 3)
    found = kernel_statistics(kernels)
    assert found.rank == pytest.approx(9)
    assert found.redundant == 0
    assert found.nothing == pytest.approx(8 / 9)
    assert found.closeness == 0


def test_that_a_kernel_of_zeros_is_like_none() -> None:
    assert cosines(np.stack([ONE, 0 * ONE]))[0, 1] == 0
    assert kernel_statistics(np.zeros((2, 1, 3, 3))).rank == 0


def test_that_similar_kernels_stand_beside_each_other() -> None:
    kernels = np.stack([ONE, OTHER, ONE + 0.01 * OTHER, OTHER + 0.01 * ONE])
    row = similarity_order(kernels).tolist()
    assert sorted(row) == [0, 1, 2, 3]
    assert abs(row.index(0) - row.index(2)) == 1
    assert abs(row.index(1) - row.index(3)) == 1


def test_that_use_is_what_the_activation_lets_through() -> None:
    network = Network(parse_network("Conv(2, 1) ReLU Flatten Affine(3)"), (1, 4, 4), seed=0)
    network.parameters["conv1.W"][...] = np.array([1.0, -1.0]).reshape(2, 1, 1, 1)
    network.parameters["conv1.b"][...] = 0
    x = RNG.uniform(size=(5, 1, 4, 4)).astype(np.float32)
    np.testing.assert_allclose(unit_use(network, x, "conv1"), [x.mean(), 0], rtol=1e-5)
    assert unit_use(network, x, "affine1").shape == (3,)
    with pytest.raises(KeyError):
        unit_use(network, x, "conv7")
