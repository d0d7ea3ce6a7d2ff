"""Text and spec say the same thing."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from core.layers import LAYERS
from core.registries import REGISTRIES
from core.spec import NetworkSpec
from core.text import component_text, network_text, parse_component, parse_network
from tests.core.specs import component_of, layer_of, networks, plain_layers

SLOW = settings(max_examples=12, suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much], deadline=None)


@pytest.mark.parametrize("kind", LAYERS.names())
@pytest.mark.parametrize("multiline", [False, True])
def test_that_every_layer_survives_the_way_through_text(kind: str, multiline: bool) -> None:
    @SLOW
    @given(layer_of(LAYERS.get(kind), plain_layers))
    def check(layer):
        spec = NetworkSpec((layer,))
        text = network_text(spec, multiline)
        assert parse_network(text) == spec
        assert network_text(parse_network(text), multiline) == text

    check()


@settings(SLOW, max_examples=40)
@given(networks, st.booleans())
def test_that_nested_networks_survive_the_way_through_text(spec: NetworkSpec, multiline: bool) -> None:
    assert parse_network(network_text(spec, multiline)) == spec


@pytest.mark.parametrize("package", sorted(set(REGISTRIES) - {"layers"}))
def test_that_every_component_survives_the_way_through_text(package: str) -> None:
    registry = REGISTRIES[package]

    @settings(SLOW, max_examples=10)
    @given(st.data())
    def check(data):
        for cls in registry:
            spec = data.draw(component_of(cls, registry))
            assert parse_component(component_text(spec), registry) == spec

    check()


def test_that_no_setting_of_a_layer_hides_behind_what_every_layer_takes() -> None:
    for cls in LAYERS:
        assert not {"name", "notes", "frozen"} & set(cls.fields), cls.__name__
