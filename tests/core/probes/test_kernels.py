import numpy as np
import pytest

from core.datasets.recipe import DataRecipe
from core.experiment import Experiment
from core.fields import ComponentSpec
from core.network import Network
from core.probes.kernels import kernel_layers, norms
from core.text import parse_network


def experiment(text: str, **recipe) -> Experiment:
    return Experiment(network=parse_network(text), data=DataRecipe(**recipe))


def test_that_every_layer_with_kernels_is_found_in_order():
    found = kernel_layers(
        experiment("Conv(6, 5) ReLU MaxPool(2) Conv(16, 3) ReLU Flatten Affine(20) ReLU Affine(10)"), (1, 28, 28)
    )
    assert [layer.kind for layer in found] == ["Conv", "Conv", "Affine"]
    assert [(k.units, k.channels, k.height, k.width) for k in found] == [(6, 1, 5, 5), (16, 6, 3, 3), (20, 16, 10, 10)]


def test_that_affine_weights_on_an_image_are_a_picture_of_what_the_unit_looks_for():
    spec = experiment("Flatten Affine(3)")
    layer = kernel_layers(spec, (1, 4, 5))[0]
    network = Network(spec.network, (1, 4, 5), seed=0)
    image = np.random.default_rng(0).normal(size=(1, 1, 4, 5)).astype(np.float32)
    kernels = layer.kernels(network.parameters)
    np.testing.assert_allclose((kernels * image).sum(axis=(1, 2, 3)), network.forward(image)[0], rtol=1e-5)


def test_that_flattened_image_data_still_has_pictures():
    found = kernel_layers(experiment("Affine(10)", source=ComponentSpec("Digits"), flatten=True), (64,))
    assert (found[0].channels, found[0].height, found[0].width) == (1, 8, 8)


def test_that_points_of_the_plane_have_no_kernels():
    assert kernel_layers(experiment("Affine(4) ReLU Affine(2)", source=ComponentSpec("Circle")), (2,)) == ()


def test_that_unshared_filters_are_seen_position_by_position():
    spec = experiment("LocallyConnected(filters=2, kernel=3) Flatten Affine(2)")
    layer = kernel_layers(spec, (1, 5, 6))[0]
    assert layer.positions == (3, 4)
    network = Network(spec.network, (1, 5, 6), seed=0)
    image = np.random.default_rng(0).normal(size=(1, 1, 5, 6)).astype(np.float32)
    kernels = layer.kernels(network.parameters, (1, 2))
    seen = (kernels * image[:, :, 1:4, 2:5]).sum(axis=(1, 2, 3))
    np.testing.assert_allclose(seen, next(network.outputs(image))[1][0, :, 1, 2], rtol=1e-5)


def test_that_the_norm_is_over_all_weights_of_a_unit():
    assert norms(np.array([[[[3.0]], [[4.0]]]])) == pytest.approx([5.0])
