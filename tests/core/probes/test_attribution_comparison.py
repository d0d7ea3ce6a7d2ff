import numpy as np
import pytest

from core.probes.asked_network import network_of
from core.probes.attribution_comparison import METHODS, attribute, last_maps, similarity
from core.training.frame import Frame
from tests.core.probes.test_attribution import frame_after


@pytest.fixture(scope="module")
def frame() -> Frame:
    return frame_after()


@pytest.mark.parametrize("method", METHODS)
def test_that_every_method_answers_with_a_picture_that_depends_on_the_weights(frame: Frame, method: str) -> None:
    x, shape = frame.data.test.x[:1], frame.data.input_shape

    def ask(untrained: bool) -> np.ndarray:
        found = attribute(frame, x, 1, method, shape, rng=np.random.default_rng(0), untrained=untrained)
        assert found.heat is not None
        assert found.heat.ndim == 2
        assert np.isfinite(found.heat).all()
        return found.heat

    np.testing.assert_array_equal(ask(False), ask(False))
    assert not np.allclose(ask(False), ask(True))


def test_that_the_sum_of_shares_is_told_beside_what_it_should_be(frame: Frame) -> None:
    for row in range(4):
        x, k = frame.data.test.x[row : row + 1], int(frame.data.test.t[row])
        found = attribute(frame, x, k, "integrated_gradients", frame.data.input_shape, rng=np.random.default_rng(0))
        assert found.total == pytest.approx(found.difference, rel=0.01, abs=0.01)
        assert found.heat is not None
        assert found.heat.sum() == pytest.approx(found.total, rel=1e-4)


def test_that_the_last_maps_are_those_before_the_image_is_laid_out(frame: Frame) -> None:
    assert last_maps(network_of(frame)) == "maxpool1"
    flat = frame_after(1, "Flatten Affine(3)")
    assert last_maps(network_of(flat)) == ""
    found = attribute(flat, flat.data.test.x[:1], 0, "grad_cam", flat.data.input_shape, rng=np.random.default_rng(0))
    assert found.heat is None


def test_that_likeness_is_that_of_the_order() -> None:
    one = np.arange(12.0).reshape(3, 4)
    assert similarity(one, one**3) == pytest.approx(1)
    assert similarity(one, -one) == pytest.approx(1)  # strengths: the sign does not count
    assert similarity(one, 12 - one) == pytest.approx(-1)
    assert np.isnan(similarity(one, np.ones((3, 4))))
    assert similarity(np.array([[1.0, 1, 2]]), np.array([[1.0, 1, 2]])) == pytest.approx(1)
