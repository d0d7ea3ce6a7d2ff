from __future__ import annotations

import numpy as np

from core.probes.layer_times import measure_layer_times
from core.text import parse_network


def test_that_every_layer_is_timed_and_a_container_takes_as_long_as_what_it_holds() -> None:
    spec = parse_network("Conv(4, 3, pad=1) Residual(Conv(4, 3, pad=1) ReLU) Sequential(Conv(4, 1), repeat=2) Flatten Affine(3)")
    times = measure_layer_times(spec, np.zeros((5, 2, 8, 8), np.float32), seed=0, rounds=1)
    assert set(times.by_layer) == {layer.id for layer in spec.walk()}
    assert times.batch == 5
    assert all(time.forward > 0 for time in times.by_layer.values())
    residual = times.by_layer["residual1"]
    assert residual.forward >= times.by_layer["conv2"].forward + times.by_layer["relu1"].forward
    assert residual.backward >= times.by_layer["conv2"].backward
    assert times.by_layer["affine1"].backward > 0
