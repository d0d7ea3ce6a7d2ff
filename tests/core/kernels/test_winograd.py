from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.arrays import Array
from core.kernels import convolution, winograd, winograd_tiles
from core.kernels.convolution import gradients
from core.kernels.engine import Engine, EngineChoice
from core.kernels.window import Window
from core.kernels.winograd import suits_winograd, winograd_convolve, winograd_gradients
from core.kernels.winograd_tiles import TILE, chunks_of
from core.kernels.workers import Workers
from tests.core.kernels.references import convolution as definition
from tests.core.kernels.references import numbers

sides = st.integers(1, 11)


def drawn(channels: int, height: int, width: int, batch: int, pad: int, filters: int) -> tuple[Array, Array, Array]:
    height, width = max(height, 3 - 2 * pad), max(width, 3 - 2 * pad)
    x = numbers((channels, height, width, batch), 0) / 8
    return x, numbers((filters, channels, 3, 3), 1) / 8, numbers((filters,), 2) / 8


def relative(a: Array, b: Array) -> float:
    return float(np.abs(a - b).max() / max(1e-3, np.abs(b).max()))


@given(st.integers(1, 3), sides, sides, st.integers(1, 5), st.integers(0, 2), st.integers(1, 3), st.sampled_from([1, 2, 200]))
def test_that_it_agrees_with_the_definition(
    channels: int, height: int, width: int, batch: int, pad: int, filters: int, block: int
) -> None:
    x, w, b = drawn(channels, height, width, batch, pad, filters)
    window = Window(3, pad=pad)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(winograd_tiles, "BATCH", block)
        patch.setattr(winograd_tiles, "CHUNK_NUMBERS", block)
        patch.setattr(winograd_tiles, "CHUNK_TILES", block)
        y = winograd_convolve(x, w, pad, bias=b)
        assert relative(y, definition(x, w, window, 1, b)) < 1e-12
        dout = numbers(y.shape, 3) / 8
        dw, expected = np.full_like(w, np.nan), np.empty_like(w)
        dx = winograd_gradients(x, w, dout, dw, pad)
        assert relative(dx, gradients(x, w, dout, expected, window)) < 1e-12
        assert relative(dw, expected) < 1e-12


@given(st.integers(2, 3), sides, sides, st.integers(1, 2), st.integers(0, 2), st.integers(9, 12), st.sampled_from([1, 10**6]))
def test_that_some_filters_at_a_time_agree_with_the_definition(
    channels: int, height: int, width: int, batch: int, pad: int, filters: int, at_a_time: int
) -> None:
    x, w, b = drawn(channels, height, width, batch, pad, filters)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(winograd, "HEAVY_FILTERS", 0)
        patch.setattr(winograd, "FILTER_NUMBERS", at_a_time)
        y = winograd_convolve(x, w, pad, bias=b)
        assert winograd_convolve(x, w, pad, bias=b, workers=Workers(2)).tobytes() == y.tobytes()
    assert relative(y, definition(x, w, Window(3, pad=pad), 1, b)) < 1e-12


@pytest.mark.parametrize(("channels", "size", "batch", "pad"), [(16, 12, 9, 1), (32, 14, 10, 2), (64, 8, 16, 1), (48, 13, 5, 0)])
def test_that_single_precision_keeps_five_digits(channels: int, size: int, batch: int, pad: int) -> None:
    rng = np.random.default_rng(0)
    x, w = rng.standard_normal((channels, size, size, batch)), rng.standard_normal((32, channels, 3, 3))
    exact = convolution.convolve(x, w, Window(3, pad=pad))
    dout, dw, near_dw = rng.standard_normal(exact.shape), np.empty_like(w), np.empty_like(w, np.float32)
    dx = gradients(x, w, dout, dw, Window(3, pad=pad))
    x, w, dout = (a.astype(np.float32) for a in (x, w, dout))
    assert relative(winograd_convolve(x, w, pad), exact) < 1e-5
    assert relative(winograd_gradients(x, w, dout, near_dw, pad), dx) < 1e-5
    assert relative(near_dw, dw) < 1e-5


@pytest.mark.parametrize("shape", [(32, 7, 9, 3), (32, 12, 12, 150), (32, 4, 4, 1)])
def test_that_two_threads_give_the_bits_of_one(shape: tuple[int, ...]) -> None:
    rng = np.random.default_rng(0)
    x, w = rng.standard_normal(shape).astype(np.float32), rng.standard_normal((5, 32, 3, 3)).astype(np.float32)
    one, two = np.empty_like(w), np.empty_like(w)
    y = winograd_convolve(x, w, 1)
    assert winograd_convolve(x, w, 1, workers=Workers(2)).tobytes() == y.tobytes()
    dx = winograd_gradients(x, w, y, one, 1)
    assert winograd_gradients(x, w, y, two, 1, workers=Workers(2)).tobytes() == dx.tobytes()
    assert one.tobytes() == two.tobytes()


@given(st.integers(1, 40), st.integers(1, 40), st.integers(1, 300), st.integers(1, 600))
def test_that_chunks_cover_every_tile_of_every_sample_once(high: int, wide: int, batch: int, channels: int) -> None:
    count = np.zeros((-(-high // TILE), batch), int)
    chunks = chunks_of(channels, (1, high, wide, batch))
    for chunk in chunks:
        assert chunk.rows > 0
        count[chunk.first : chunk.first + chunk.rows, chunk.batch] += 1
    assert (count == 1).all()
    assert len(chunks) > 1 or len(count) == 1


def test_that_the_choice_decides_who_convolves(monkeypatch: pytest.MonkeyPatch) -> None:
    x, w = np.ones((32, 9, 9, 16)), np.ones((32, 32, 3, 3))
    called: list[str] = []
    monkeypatch.setattr(convolution, "winograd_convolve", lambda *_, **__: called.append("convolve"))
    monkeypatch.setattr(convolution, "winograd_gradients", lambda *_, **__: called.append("gradients"))
    fast = Engine(EngineChoice("winograd"))
    for engine in (fast, Engine(EngineChoice("direct"))):
        convolution.convolve(x, w, Window(3), engine=engine)
        gradients(x, w, np.ones((32, 7, 7, 16)), np.empty_like(w), Window(3), engine=engine)
    assert called == ["convolve", "gradients"]


def test_that_only_dense_filters_of_three_with_many_channels_are_taken() -> None:
    x, w = np.empty((32, 16, 16, 2)), np.empty((32, 32, 3, 3))
    assert suits_winograd(x, w, Window(3, pad=2), 1)
    for window in (Window(5), Window(3, stride=2), Window(3, dilation=2), Window(3, pad=3)):
        assert not suits_winograd(x, w, window, 1)
    assert not suits_winograd(x, w, Window(3), 2)
    assert not suits_winograd(x, w[: winograd.LEAST_CHANNELS - 1], Window(3), 1)
    assert suits_winograd(x, w[: winograd.LEAST_CHANNELS_BACK], Window(3), 1, back=True)
    assert not suits_winograd(x[:, :, :, :1], w, Window(3), 1)
