from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.errors import ShapeError
from core.network import Network, build_layer
from core.spec import LayerSpec, NetworkSpec
from tests.core.layers.cases import layer

small = {"kernel": st.integers(1, 5), "stride": st.integers(1, 4), "pad": st.integers(0, 3)}
pools = {"size": st.integers(1, 5), "stride": st.integers(0, 4), "pad": st.integers(0, 3)}
sliding = st.one_of(
    st.fixed_dictionaries(
        {**small, "filters": st.integers(1, 4), "dilation": st.integers(1, 3), "groups": st.integers(1, 2)}
    ).map(lambda settings: layer("Conv", **settings)),
    st.fixed_dictionaries({**small, "filters": st.integers(1, 3)}).map(lambda settings: layer("LocallyConnected", **settings)),
    st.fixed_dictionaries(pools).map(lambda settings: layer("MaxPool", **settings)),
    st.fixed_dictionaries(pools).map(lambda settings: layer("AveragePool", **settings)),
)


@given(sliding, st.tuples(st.integers(1, 4), st.integers(1, 9), st.integers(1, 9)), st.integers(1, 2))
def test_that_the_shape_rule_tells_the_shape_or_why_there_is_none(
    spec: LayerSpec, shape: tuple[int, int, int], batch: int
) -> None:
    made = build_layer(spec)
    try:
        expected = made.output_shape(shape)
    except ShapeError:
        with pytest.raises(ShapeError, match=r"is larger than|do not divide|is too much for"):
            Network(NetworkSpec((spec,)), shape, seed=0)
        return
    network = Network(NetworkSpec((spec,)), shape, seed=0, dtype=np.float64)
    y = network.forward(np.ones((batch, *shape)), training=True)
    assert y.shape == (batch, *expected)
    assert np.isfinite(y).all()
    assert network.backward(np.ones_like(y)).shape == (batch, *shape)
    assert network.theta.size == made.cost(shape).parameters


@given(st.lists(st.integers(1, 6), min_size=1, max_size=3), st.integers(1, 3))
def test_that_flattening_and_reshaping_come_back_to_the_same_values(shape: list[int], batch: int) -> None:
    network = Network(NetworkSpec((layer("Flatten"), layer("Reshape", shape=tuple(shape)))), tuple(shape), seed=0)
    x = np.random.default_rng(0).random((batch, *shape))
    np.testing.assert_array_equal(network.forward(x), x)
