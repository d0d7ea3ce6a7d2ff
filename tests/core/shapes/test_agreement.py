"""What `diagnose` says of a network is what building and running it shows."""

from __future__ import annotations

from random import Random

import numpy as np
import pytest

from core.arrays import Shape
from core.fields import ComponentSpec
from core.losses.base import LOSSES
from core.network import Network
from core.shapes import diagnose
from core.shapes.walk import count_layers
from core.spec import LayerSpec, NetworkSpec
from core.text import network_text
from tests.core.shapes.small import small_network


def runs(spec: NetworkSpec, shape: Shape) -> Network | None:
    """Build the network and pass a batch through it both ways; None if anything at all goes wrong."""
    x = np.random.default_rng(0).standard_normal((3, *shape)).astype(np.float32)
    try:
        network = Network(spec, shape, seed=0)
        network.begin_step(0)
        network.backward(np.ones_like(network.forward(x, training=True)))
        network.forward(x)
    except Exception:  # noqa: BLE001 - whatever it is, the network does not run
        return None
    return network


@pytest.mark.parametrize("seed", range(4))
@pytest.mark.filterwarnings("ignore::RuntimeWarning")
def test_that_a_network_is_passed_exactly_if_it_runs(seed: int) -> None:
    random = Random(seed)
    for _ in range(500):
        spec, shape = small_network(random)
        found = diagnose(spec, shape)
        network = runs(spec, shape)
        assert found.ok == (network is not None), network_text(spec)
        assert [row.id for row in found.layers] == [layer.id for layer in spec.walk()]
        if network is not None:
            assert found.output_shape == network.output_shape
            assert found.cost == network.chain.cost(shape)
            assert found.cost.parameters == network.theta.size
            assert sum(1 for _ in network.visits) == count_layers(spec.layers)


def learns(spec: NetworkSpec, shape: Shape, outputs: int, loss: ComponentSpec, task: str, random: Random) -> bool:
    """Take one step with a batch of data; False if anything goes wrong or the scores are not what the data asks for."""
    rng = np.random.default_rng(0)
    size = random.choice((1, 3))
    x = rng.standard_normal((size, *shape)).astype(np.float32)
    t = rng.integers(0, outputs, size) if task == "classification" else rng.standard_normal((size, outputs))
    try:
        network, criterion = Network(spec, shape, seed=0), LOSSES.build(loss)
        network.begin_step(0)
        scores = network.forward(x, training=True)
        if task not in criterion.tasks or scores.ndim != 2 or not criterion.fits(scores.shape[1], outputs):
            return False
        criterion.forward(scores, t)
        network.backward_params(criterion.backward())
        criterion.predict(network.forward(x))
    except Exception:  # noqa: BLE001 - whatever it is, the network does not learn
        return False
    return bool(spec.layers)


@pytest.mark.filterwarnings("ignore::RuntimeWarning")
def test_that_a_network_is_passed_with_its_data_and_loss_exactly_if_a_batch_can_be_learned() -> None:
    random, passed = Random(11), 0
    for _ in range(300):
        spec, shape = small_network(random)
        outputs, task = random.choice((1, 2, 4, 10)), random.choice(("classification", "regression"))
        if random.random() < 0.7:
            units = random.choice((1, outputs, outputs, outputs + 1))
            spec = NetworkSpec((*spec.layers, LayerSpec("Flatten"), LayerSpec("Affine", (("units", units),))))
        loss = ComponentSpec(random.choice(LOSSES.names()))
        found = diagnose(spec, shape, outputs=outputs, loss=loss, task=task, batch_size=random.choice((None, 1, 8)))
        assert found.ok == learns(spec, shape, outputs, loss, task, random), network_text(spec)
        passed += found.ok
    assert 30 < passed < 270


@pytest.mark.parametrize("seed", range(2))
def test_that_the_first_fix_of_an_error_removes_it_and_the_rest_is_as_foretold(seed: int) -> None:
    random = Random(100 + seed)
    fixed = 0
    for _ in range(300):
        spec, shape = small_network(random)
        found = diagnose(spec, shape)
        if len(found.errors) != 1 or not found.errors[0].fixes:
            continue
        fixed += 1
        for fix in found.errors[0].fixes:
            again = diagnose(fix.network, shape)
            assert found.errors[0].code not in [p.code for p in again.of(found.errors[0].layer_id)], network_text(spec)
            assert fix.text
        repaired = found.errors[0].fixes[0].network
        assert diagnose(repaired, shape).ok == bool(repaired.layers), network_text(spec)
        assert diagnose(repaired, shape).output_shape == found.output_shape
    assert fixed > 50
