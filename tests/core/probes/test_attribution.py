import numpy as np
import pytest

from core.errors import SpecError
from core.network import Network
from core.probes.asked_network import asked_network, network_of, randomised
from core.probes.attribution import grad_cam, gradients, integrated_gradients, occlusion, saliency, scores_of, smooth_grad
from core.probes.top_patches import top_patches
from core.text import parse_network
from core.training.frame import Frame
from core.training.history import History
from tests.core.small_runs import run_steps, small_session

DEEP = "Conv(4, 3, pad=1) BatchNorm ReLU Residual(Conv(4, 3, pad=1) BatchNorm) ReLU MaxPool(2) Flatten Dropout(0.5) Affine(3)"


def frame_after(steps: int = 40, network: str = DEEP) -> Frame:
    session = small_session(network=network)
    run_steps(session, steps)
    here, curves = session.snapshot(), History().curves()
    return Frame(1, session.experiment, session.data, here, here, curves, curves, session.network.layout, 10)


@pytest.fixture(scope="module")
def frame() -> Frame:
    return frame_after()


def test_that_a_network_that_is_asked_says_and_keeps_what_the_trained_one_does(frame: Frame) -> None:
    plain = Network(frame.experiment.network, frame.data.input_shape, seed=0)
    frame.load_into(plain)
    asked = network_of(frame)
    x = frame.data.test.x[:5]
    np.testing.assert_allclose(asked.forward(x, training=True), plain.forward(x), rtol=1e-5, atol=1e-5)
    gradients(asked, x, 1)
    np.testing.assert_array_equal(asked.buffers, frame.snapshot.buffers)


def test_that_the_gradient_is_the_slope_of_the_score() -> None:
    network = asked_network(parse_network(DEEP.replace("ReLU", "Tanh")), (1, 6, 6), seed=0, dtype=np.float64)
    rng = np.random.default_rng(0)
    network.buffers[...] = rng.uniform(0.5, 1.5, network.buffers.shape)
    x, h = rng.normal(size=(1, 1, 6, 6)), 1e-5
    step = np.zeros_like(x)
    step[0, 0, 2, 3] = h
    slope = (network.forward(x + step)[0, 1] - network.forward(x - step)[0, 1]) / (2 * h)
    assert gradients(network, x, 1)[0, 0, 2, 3] == pytest.approx(slope, rel=1e-5)
    assert saliency(network, x, 1)[0, 2, 3] == pytest.approx(abs(slope), rel=1e-5)


def test_that_integrated_gradients_add_up_to_the_difference_of_the_scores(frame: Frame) -> None:
    network = network_of(frame)
    for row in range(6):
        x = frame.data.test.x[row : row + 1]
        k = int(frame.data.test.t[row])
        ground = float(scores_of(network, np.zeros_like(x))[0, k])
        difference = float(scores_of(network, x)[0, k]) - ground
        assert integrated_gradients(network, x, k).sum() == pytest.approx(difference, rel=0.01, abs=0.01)


def test_that_guided_gradients_are_stopped_where_they_are_negative(frame: Frame) -> None:
    plain, guided = network_of(frame), network_of(frame, guided=True)
    x = frame.data.test.x[:1]
    np.testing.assert_array_equal(guided.forward(x), plain.forward(x))
    assert not np.allclose(saliency(guided, x, 0), saliency(plain, x, 0))
    only = asked_network(parse_network("Affine(2) ReLU Affine(1)"), (2,), seed=0, guided=True)
    only.parameters["affine1.W"][...] = np.eye(2)
    only.parameters["affine2.W"][...] = [[1], [-1]]
    np.testing.assert_array_equal(gradients(only, np.array([[1.0, 1.0]], np.float32), 0), [[1, 0]])


def test_that_smoothing_without_noise_changes_nothing(frame: Frame) -> None:
    network, x = network_of(frame), frame.data.test.x[:1]
    still = smooth_grad(network, x, 0, np.random.default_rng(0), samples=3, spread=0)
    np.testing.assert_allclose(still, gradients(network, x, 0)[0], rtol=1e-5, atol=1e-6)
    noisy = [smooth_grad(network, x, 0, np.random.default_rng(seed), samples=4) for seed in (1, 1, 2)]
    np.testing.assert_array_equal(noisy[0], noisy[1])
    assert not np.array_equal(noisy[0], noisy[2])


def test_that_grad_cam_weighs_maps_by_what_they_do_for_the_score() -> None:
    network = asked_network(parse_network("Conv(2, 1, bias=False) GlobalAveragePool Affine(1, bias=False)"), (1, 2, 2), seed=0)
    network.parameters["conv1.W"][...] = np.array([1, 2]).reshape(2, 1, 1, 1)
    network.parameters["affine1.W"][...] = [[3], [-1]]
    x = np.array([[[[1, -1], [2, 0]]]], np.float32)
    np.testing.assert_allclose(grad_cam(network, x, 0, "conv1"), [[0.25, 0], [0.5, 0]])
    for wrong in ("affine1", "nowhere"):
        with pytest.raises(SpecError):
            grad_cam(network, x, 0, wrong)


def test_that_covering_what_the_score_comes_from_lowers_it() -> None:
    network = asked_network(parse_network("Flatten Affine(1, bias=False)"), (1, 3, 3), seed=0)
    network.theta[...] = 0
    network.theta[4] = 2
    x = np.ones((1, 1, 3, 3), np.float32)
    np.testing.assert_allclose(occlusion(network, x, 0, size=1), [[0, 0, 0], [0, 2, 0], [0, 0, 0]])
    assert (occlusion(network, x, 0, size=2) == 2).all()


def test_that_other_weights_give_another_picture(frame: Frame) -> None:
    x = frame.data.test.x[:1]
    assert not np.allclose(saliency(randomised(frame), x, 0), saliency(network_of(frame), x, 0))


def test_that_the_strongest_places_are_found(frame: Frame) -> None:
    network = network_of(frame)
    x = frame.data.train.x
    found = top_patches(network, x, "conv2", 1, 5)
    assert len({patch.sample for patch in found}) == 5
    assert [p.value for p in found] == sorted((p.value for p in found), reverse=True)
    first = network.forward(x)  # the same weights on everything at once
    assert len(first) == len(x)
    inner = network.chain.children[3].layer.branches[0].children[0].layer
    before = x
    for child in network.chain.children[:3]:
        before = child.layer.forward(before)
    maps = inner.forward(before)[:, 1]
    assert found[0].value == pytest.approx(maps.max(), rel=1e-5)
    assert found[0].unit[1:] == np.unravel_index(maps[found[0].sample].argmax(), maps.shape[1:])
    top, left, bottom, right = found[0].box
    assert bottom - top <= 5
    assert right - left <= 5
    scores = top_patches(network, x, "affine1", 2, 1)[0]
    assert scores.unit == (2,)
    assert scores.value == pytest.approx(first[:, 2].max(), rel=1e-5)
