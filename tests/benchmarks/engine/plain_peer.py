"""The plain way of the book, written from its formulas: float64, im2col by slices, one array per parameter."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import numpy as np

from core.layers import LAYERS
from tests.benchmarks.engine.workloads import Workload

Array = np.ndarray[Any, np.dtype[np.float64]]


class Affine:
    """y = xW + b."""

    def __init__(self, rng: np.random.Generator, inputs: int, units: int) -> None:
        self.params = [rng.standard_normal((inputs, units)) * np.sqrt(2 / inputs), np.zeros(units)]

    def forward(self, x: Array) -> Array:
        self.x = x.reshape(len(x), -1)
        self.shape = x.shape
        return self.x @ self.params[0] + self.params[1]

    def backward(self, dout: Array) -> Array:
        self.grads = [self.x.T @ dout, dout.sum(axis=0)]
        return (dout @ self.params[0].T).reshape(self.shape)


class Relu:
    """max(x, 0)."""

    def forward(self, x: Array) -> Array:
        self.mask = x <= 0
        out = x.copy()
        out[self.mask] = 0
        return out

    def backward(self, dout: Array) -> Array:
        dx = dout.copy()
        dx[self.mask] = 0
        return dx


class Dropout:
    """Some of the values."""

    def __init__(self, rng: np.random.Generator, ratio: float) -> None:
        self.rng, self.ratio = rng, ratio

    def forward(self, x: Array) -> Array:
        self.mask = self.rng.random(x.shape) > self.ratio
        return x * self.mask

    def backward(self, dout: Array) -> Array:
        return dout * self.mask


class BatchNorm:
    """Mean 0 and variance 1, then scaled and shifted."""

    def __init__(self, units: int) -> None:
        self.params = [np.ones(units), np.zeros(units)]

    def forward(self, x: Array) -> Array:
        self.xc = x - x.mean(axis=0)
        self.std = np.sqrt(np.mean(self.xc**2, axis=0) + 1e-6)
        self.xn = self.xc / self.std
        return self.params[0] * self.xn + self.params[1]

    def backward(self, dout: Array) -> Array:
        self.grads = [np.sum(self.xn * dout, axis=0), dout.sum(axis=0)]
        dxn = self.params[0] * dout
        dxc = dxn / self.std
        dstd = -np.sum((dxn * self.xc) / (self.std * self.std), axis=0)
        dxc += (2.0 / len(dout)) * self.xc * (0.5 * dstd / self.std)
        return dxc - dxc.mean(axis=0)


def im2col(x: Array, size: int, stride: int, pad: int) -> Array:
    """Return one window per row."""
    n, c, h, w = x.shape
    oh, ow = (h + 2 * pad - size) // stride + 1, (w + 2 * pad - size) // stride + 1
    image = np.pad(x, [(0, 0), (0, 0), (pad, pad), (pad, pad)])
    col = np.zeros((n, c, size, size, oh, ow))
    for i in range(size):
        for j in range(size):
            col[:, :, i, j] = image[:, :, i : i + stride * oh : stride, j : j + stride * ow : stride]
    return col.transpose(0, 4, 5, 1, 2, 3).reshape(n * oh * ow, -1)


def col2im(col: Array, shape: tuple[int, ...], size: int, stride: int, pad: int) -> Array:
    """Add the windows back."""
    n, c, h, w = shape
    oh, ow = (h + 2 * pad - size) // stride + 1, (w + 2 * pad - size) // stride + 1
    parts = col.reshape(n, oh, ow, c, size, size).transpose(0, 3, 4, 5, 1, 2)
    image = np.zeros((n, c, h + 2 * pad + stride - 1, w + 2 * pad + stride - 1))
    for i in range(size):
        for j in range(size):
            image[:, :, i : i + stride * oh : stride, j : j + stride * ow : stride] += parts[:, :, i, j]
    return image[:, :, pad : h + pad, pad : w + pad]


class Convolution:
    """im2col and one product."""

    def __init__(self, rng: np.random.Generator, channels: int, filters: int, size: int, pad: int) -> None:
        self.params = [rng.standard_normal((filters, channels, size, size)) * 0.1, np.zeros(filters)]
        self.size, self.pad = size, pad

    def forward(self, x: Array) -> Array:
        self.shape = x.shape
        filters = len(self.params[1])
        oh, ow = (s + 2 * self.pad - self.size + 1 for s in x.shape[2:])
        self.col = im2col(x, self.size, 1, self.pad)
        self.w = self.params[0].reshape(filters, -1).T
        return (self.col @ self.w + self.params[1]).reshape(len(x), oh, ow, -1).transpose(0, 3, 1, 2)

    def backward(self, dout: Array) -> Array:
        filters = dout.shape[1]
        flat = dout.transpose(0, 2, 3, 1).reshape(-1, filters)
        self.grads = [(self.col.T @ flat).transpose(1, 0).reshape(self.params[0].shape), flat.sum(axis=0)]
        return col2im(flat @ self.w.T, self.shape, self.size, 1, self.pad)


class Pooling:
    """The largest of each 2×2."""

    def forward(self, x: Array) -> Array:
        self.shape = x.shape
        n, c, h, w = x.shape
        col = im2col(x, 2, 2, 0).reshape(-1, 4)
        self.arg = col.argmax(axis=1)
        return col.max(axis=1).reshape(n, h // 2, w // 2, c).transpose(0, 3, 1, 2)

    def backward(self, dout: Array) -> Array:
        flat = dout.transpose(0, 2, 3, 1)
        spread = np.zeros((flat.size, 4))
        spread[np.arange(self.arg.size), self.arg] = flat.flatten()
        n, oh, ow, _ = flat.shape
        return col2im(spread.reshape(n * oh * ow, -1), self.shape, 2, 2, 0)


def layers_of(workload: Workload, rng: np.random.Generator) -> list[Any]:
    """Return the plain layers of a workload."""
    layers: list[Any] = []
    shape = workload.input_shape
    for spec in workload.spec.layers:
        layer = LAYERS.get(spec.kind)(**dict(spec.settings))
        s: dict[str, Any] = layer.settings
        match spec.kind:
            case "Affine":
                layers.append(Affine(rng, int(np.prod(shape)), s["units"]))
            case "Conv":
                layers.append(Convolution(rng, shape[0], s["filters"], s["kernel"], s["pad"]))
            case "MaxPool":
                layers.append(Pooling())
            case "BatchNorm":
                layers.append(BatchNorm(shape[0]))
            case "Dropout":
                layers.append(Dropout(rng, s["ratio"]))
            case "ReLU":
                layers.append(Relu())
        shape = layer.output_shape(shape)
    return layers


def make(workload: Workload, _options: Sequence[str]) -> Callable[[], None]:
    """Return one training step."""
    rng = np.random.default_rng(0)
    layers = layers_of(workload, rng)
    x = rng.standard_normal((workload.batch, *workload.input_shape))
    t = rng.integers(0, workload.classes, workload.batch)
    learning = [layer for layer in layers if hasattr(layer, "params")]
    memory = [[(np.zeros_like(p), np.zeros_like(p)) for p in layer.params] for layer in learning]
    done = 0

    def update(p: Array, g: Array, slots: tuple[Array, Array]) -> None:
        if workload.optimizer == "SGD":
            p -= 0.01 * g
        elif workload.optimizer == "Momentum":
            slots[0][...] = 0.9 * slots[0] - 0.01 * g
            p += slots[0]
        else:
            m, v = slots
            m += 0.1 * (g - m)
            v += 0.001 * (g**2 - v)
            p -= 0.001 * np.sqrt(1 - 0.999**done) / (1 - 0.9**done) * m / (np.sqrt(v) + 1e-7)

    def step() -> None:
        nonlocal done
        done += 1
        y = x
        for layer in layers:
            y = layer.forward(y)
        y = np.exp(y - y.max(axis=1, keepdims=True))
        y /= y.sum(axis=1, keepdims=True)
        float(-np.mean(np.log(y[np.arange(len(t)), t] + 1e-7)))
        y[np.arange(len(t)), t] -= 1
        dout = y / len(t)
        for layer in reversed(layers):
            dout = layer.backward(dout)
        for layer, slots in zip(learning, memory, strict=True):
            for p, g, slot in zip(layer.params, layer.grads, slots, strict=True):
                update(p, g, slot)

    return step
