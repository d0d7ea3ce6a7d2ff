"""A diagnosis with a memory is the diagnosis without one."""

from __future__ import annotations

from random import Random

import pytest

from core.edits import gaps, shifted
from core.fields import ComponentSpec
from core.shapes import Known, diagnose
from core.spec import LayerSpec, NetworkSpec
from core.text import network_text, parse_network
from tests.core.shapes.small import small_network


def edited(random: Random, network: NetworkSpec) -> NetworkSpec:
    """Insert, remove or move something."""
    layers = list(network.walk())
    match random.randrange(3) if layers else 0:
        case 0:
            kind = random.choice(("ReLU", "Flatten", "BatchNorm", "Conv", "Affine"))
            return network.insert(random.choice(gaps(network)), LayerSpec(kind))
        case 1:
            return network.remove(random.choice(layers).id)
        case _:
            return shifted(network, random.choice(layers).id, random.choice((-1, 1)))


@pytest.mark.parametrize("seed", range(3))
def test_that_what_is_known_changes_no_diagnosis(seed: int) -> None:
    random, known = Random(seed), Known()
    loss = ComponentSpec("SoftmaxCrossEntropy")
    for _ in range(12):
        network, shape = small_network(random)
        for _ in range(6):
            with_memory = diagnose(network, shape, outputs=3, loss=loss, known=known)
            assert with_memory == diagnose(network, shape, outputs=3, loss=loss), network_text(network)
            network = edited(random, network)


def test_that_other_terms_forget_what_was_known() -> None:
    network, known = parse_network("Flatten Affine(1000)"), Known()
    assert diagnose(network, (1, 28, 28), known=known).ok
    assert not diagnose(network, (1, 28, 28), known=known, memory_limit=1000).ok
