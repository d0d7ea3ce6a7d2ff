"""The NumPy script computes what the engine computes, alone."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from dataclasses import replace
from random import Random

import numpy as np
import pytest

from core.errors import SpecError
from core.experiment import TrainingConfig
from core.fields import ComponentSpec
from core.files.code import numpy_code, torch_code
from core.files.code.book import page, page_name, pages
from core.files.weights import write_npz
from core.initializers.base import INITIALIZERS
from core.layers.base import LAYERS, Layer
from core.losses.base import LOSSES
from core.network import Network, build_layer
from core.optimizers.base import OPTIMIZERS
from core.schedules.base import SCHEDULES
from core.shapes import diagnose
from core.spec import LayerSpec, NetworkSpec
from core.text import parse_network
from core.zoo import zoo
from tests.core.files.code.scripts import arrays_of, batch, built, imported, network_of
from tests.core.layers.cases import CASES, Case
from tests.core.shapes.small import small_network

SMALL = "Conv(4, 3, pad=1) BatchNorm ReLU Residual(Conv(4, 3, pad=1)) MaxPool(2) Flatten Affine(5)"
WRITTEN = {
    "layers": "Affine AveragePool BatchNorm Conv Dropout ELU Flatten GELU GlobalAveragePool Identity LRN LeakyReLU "
    "LocallyConnected MaxPool Parallel ReLU Reshape Residual ScaledTanh Sequential Sigmoid Softmax Step Swish Tanh",
    "losses": "BinaryCrossEntropy Huber MeanSquared SoftmaxCrossEntropy SumOfSquares",
    "optimizers": "AdaGrad Adam AdamW Momentum Nesterov RMSProp SGD",
    "schedules": "Constant Cosine Exponential StepDecay WarmUp",
}
"""What has a page today; a kind of tomorrow may come without one and is then said to be missing."""


def has_pages(spec: NetworkSpec) -> bool:
    """Whether each of its layers has a page."""
    return all(page_name(build_layer(layer)) in pages("layers") for layer in spec.walk())


PAGED = [case for case in CASES if has_pages(NetworkSpec((case.spec,)))]
ZOO = [network for network in zoo() if has_pages(network.spec) and np.prod(network.card.input_shape) <= 3072]


def same_bits(spec, shape, folder, size):
    network = built(spec, shape)
    script = network_of(imported(numpy_code(spec, shape).text, folder))
    write_npz(folder / "weights.npz", arrays_of(network))
    script.load(folder / "weights.npz")
    assert {**script.params, **script.collect("buffers")}.keys() == arrays_of(network).keys()
    x = batch(shape, size)
    x[x < -1] = -0.0  # the two zeros differ in a bit
    return script.predict(x).tobytes() == network.forward(x).tobytes()


@pytest.mark.parametrize("case", PAGED, ids=str)
def test_that_every_layer_gives_the_bits_of_the_engine(case: Case, tmp_path):
    assert all(same_bits(NetworkSpec((case.spec,)), case.shape, tmp_path, size) for size in (1, 6))


@pytest.mark.parametrize("network", ZOO, ids=lambda network: network.name)
def test_that_every_network_of_the_zoo_gives_the_bits_of_the_engine(network, tmp_path):
    assert same_bits(network.spec, network.card.input_shape, tmp_path, 3)


@pytest.mark.filterwarnings("ignore::RuntimeWarning")
def test_that_networks_made_by_chance_give_the_bits_of_the_engine(tmp_path):
    random, tried = Random(7), 0
    while tried < 60:
        spec, shape = small_network(random)
        if diagnose(spec, shape).ok and has_pages(spec):
            tried += 1
            assert same_bits(spec, shape, tmp_path, random.choice((1, 2, 5)))


@pytest.mark.parametrize("size", [1, 6, 50])
@pytest.mark.parametrize(
    ("text", "shape"),
    [
        ("Conv(7, 3, pad=1) Conv(6, 5, stride=2)", (8, 30, 30)),
        ("Affine(1201) ReLU Affine(10)", (900,)),
        ("Affine(1201, bias=False)", (900,)),
    ],
)
def test_that_many_tiles_and_large_matrices_give_the_bits_of_the_engine(text, shape, size, tmp_path):
    assert same_bits(parse_network(text), shape, tmp_path, size)


@pytest.mark.parametrize("case", [case for case in PAGED if case.spec.kind != "Dropout"], ids=str)
def test_that_every_layer_goes_back_as_the_engine_does(case: Case, tmp_path):
    spec = NetworkSpec((case.spec,))
    network = built(spec, case.shape)
    script = network_of(imported(numpy_code(spec, case.shape).text, tmp_path))
    for name, array in {**script.params, **script.collect("buffers")}.items():
        array[...] = arrays_of(network)[name]
    x = batch(case.shape, 6)
    y = network.forward(x, training=True)
    assert script.predict(x, train=True) == pytest.approx(y, rel=1e-4, abs=1e-5)
    dout = batch(y.shape[1:], 6)
    dx, back = network.backward(dout), dout
    for layer in reversed(script.layers.values()):
        back = layer.backward(back)
    assert back == pytest.approx(dx, rel=1e-3, abs=1e-4)
    for name, gradient in network.gradients.items():
        assert script.collect("grads")[name] == pytest.approx(gradient, rel=1e-3, abs=1e-3)
    for name, array in script.collect("buffers").items():
        assert array == pytest.approx(arrays_of(network)[name], rel=1e-4, abs=1e-5)


@pytest.mark.parametrize("loss", LOSSES.names())
@pytest.mark.parametrize("task", ["classification", "regression"])
def test_that_every_loss_is_that_of_the_engine(loss, task, tmp_path):
    if task not in LOSSES.get(loss).tasks:
        return
    spec, shape = parse_network("Affine(4)"), (3,)
    script = network_of(imported(numpy_code(spec, shape, TrainingConfig(loss=ComponentSpec(loss))).text, tmp_path))
    engine = LOSSES.get(loss)()
    scores = batch((4,), 6)
    t = np.arange(6) % 4 if task == "classification" else batch((4,), 6) + 1
    assert script.loss_layer.forward(scores, t) == pytest.approx(engine.forward(scores, t), rel=1e-6)
    assert script.loss_layer.backward() == pytest.approx(engine.backward(), rel=1e-5)


@pytest.mark.parametrize("kind", OPTIMIZERS.names())
@pytest.mark.parametrize("decay", ["L2", "L1", "decoupled"])
def test_that_every_optimizer_goes_the_way_of_the_engine(kind, decay, tmp_path):
    chosen = ComponentSpec.of(kind, weight_decay=0.05, decay=decay, clip=0.2)
    training = TrainingConfig(optimizer=chosen, batch_size=6, epochs=3)
    spec = parse_network("Affine(4) Tanh Affine(3)")
    module = imported(numpy_code(spec, (5,), training).text, tmp_path)
    script, network = network_of(module), built(spec, (5,))
    for name, array in script.params.items():
        array[...] = network.parameters[name]
    x, t = batch((5,), 6), np.arange(6) % 3
    module.train(script, x, t)
    optimizer, loss = OPTIMIZERS.build(chosen), LOSSES.get("SoftmaxCrossEntropy")()
    optimizer.bind(network.theta)
    for step in range(1, 4):
        loss.forward(network.forward(x, training=True), t)
        network.backward(loss.backward())
        optimizer.update(network.theta, network.grad, optimizer.lr, step, network.decayed)
    for name, array in script.params.items():
        assert array == pytest.approx(network.parameters[name], rel=1e-3, abs=1e-5)


@pytest.mark.parametrize("kind", SCHEDULES.names())
def test_that_every_schedule_is_that_of_the_engine(kind, tmp_path):
    training = TrainingConfig(schedule=ComponentSpec(kind))
    module = imported(numpy_code(parse_network("Affine(3)"), (2,), training).text, tmp_path)
    if kind == "Constant":
        assert "schedule" not in (tmp_path / "script.py").read_text()
        return
    factors = [getattr(module, kind)().factor(i, 20) for i in range(20)]
    assert factors == [SCHEDULES.get(kind)().factor(i, 20) for i in range(20)]


@pytest.mark.parametrize("kind", INITIALIZERS.names())
def test_that_initial_values_are_as_wide_as_those_of_the_engine(kind, tmp_path):
    spec = parse_network(f"Conv(64, 5, init={kind}) ReLU Flatten Affine(50, init={kind})")
    script = network_of(imported(numpy_code(spec, (3, 8, 8)).text, tmp_path))
    network = Network(spec, (3, 8, 8), seed=0)
    for name in ("conv1.W", "affine1.W"):
        ours, theirs = network.parameters[name], script.params[name]
        assert theirs.dtype == np.float32
        assert theirs.std() == pytest.approx(ours.std(), rel=0.05, abs=1e-8)
        assert abs(theirs).max() <= 2 * abs(ours).max()


@pytest.mark.parametrize("shelf", WRITTEN)
def test_that_what_was_written_stays_written(shelf):
    assert set(WRITTEN[shelf].split()) <= set(pages(shelf))


@pytest.mark.parametrize("kind", LAYERS.names())
def test_that_a_layer_has_a_page_or_is_said_to_be_missing(kind):
    if kind in pages("layers"):
        assert page("layers", kind).__doc__
    else:
        with pytest.raises(SpecError, match=f"Nobody has written {kind} in NumPy yet"):
            page("layers", kind)


def test_that_a_layer_without_a_page_is_named():
    class Unheard(Layer):
        """Nothing that anybody has written down."""

        family = "activation"

    assert page_name(Unheard()) == "Unheard"
    with pytest.raises(SpecError, match="Nobody has written Unheard in NumPy yet"):
        page("layers", "Unheard")


def test_that_a_script_runs_alone_and_learns(tmp_path):
    spec = replace(parse_network(SMALL), name="My net")
    network = built(spec, (1, 6, 6))
    path = tmp_path / "mynet.py"
    path.write_text(numpy_code(spec, (1, 6, 6), TrainingConfig(epochs=30, batch_size=16)).text, encoding="utf-8")
    write_npz(tmp_path / "weights.npz", arrays_of(network))
    x = batch((1, 6, 6), 12)
    np.savez(tmp_path / "data.npz", x=x, t=np.arange(12) % 5)
    run = [sys.executable, "-I", str(path)]
    said = subprocess.run(run, capture_output=True, text=True, check=True, cwd=tmp_path).stdout
    losses = [float(number) for number in re.findall(r"loss ([\d.]+)", said)]
    assert len(losses) == 30
    assert losses[-1] < 0.6 * losses[0]
    said = subprocess.run([*run, "data.npz", "weights.npz"], capture_output=True, text=True, check=True, cwd=tmp_path).stdout
    assert "epoch 30" in said
    code = (
        "import sys, numpy as np; sys.path.insert(0, '.'); from mynet import MyNet; network = MyNet(); "
        "network.load('weights.npz'); np.save('scores.npy', network.predict(np.load('data.npz')['x'])); "
        "assert not [name for name in sys.modules if name.partition('.')[0] in ('core', 'workbench')]"
    )
    subprocess.run([sys.executable, "-I", "-c", code], check=True, cwd=tmp_path)
    assert np.load(tmp_path / "scores.npy").tobytes() == network.forward(x).tobytes()


def test_that_a_script_holds_only_what_the_network_needs(tmp_path):
    text = numpy_code(parse_network("Flatten Affine(10) ReLU"), (1, 4, 4)).text
    for absent in ("Conv", "im2col", "BatchNorm", "Sigmoid", "pairwise", "np.ndarray", "Array"):
        assert absent not in text
    for present in ("class Affine", "def forward", "def backward", "dout", "self.params", "self.grads"):
        assert present in text


def test_that_frozen_layers_are_kept_while_training(tmp_path):
    spec = parse_network("Sequential(Affine(4), frozen=True) Tanh Affine(3)")
    module = imported(numpy_code(spec, (5,)).text, tmp_path)
    script = network_of(module)
    before = {name: array.copy() for name, array in script.params.items()}
    module.train(script, batch((5,), 9), np.arange(9) % 3)
    same = {name for name, array in script.params.items() if np.array_equal(array, before[name])}
    assert same == {"affine1.W", "affine1.b"}


@pytest.mark.parametrize("write", [numpy_code, torch_code])
@pytest.mark.parametrize(
    "words", ['"""\nimport os', "a'); import os; ('", "\ud800 \u2028 \\", "class", "7 dwarfs", "ネット", "Conv", "Network"]
)
def test_that_no_name_of_a_person_becomes_code(write, words):
    layer = LayerSpec("Affine", (("units", 3),), name=words, notes=words, id=words)
    text = write(NetworkSpec((layer,), name=words), (4,)).text
    plain = write(NetworkSpec((LayerSpec("Affine", (("units", 3),), id="x"),), name="x"), (4,)).text

    def shape(code):
        return [type(node).__name__ for node in ast.walk(ast.parse(code))]

    assert shape(text.encode("utf-8").decode()) == shape(plain)


@pytest.mark.parametrize("write", [numpy_code, torch_code])
def test_that_the_lines_of_each_layer_are_known(write):
    spec = parse_network("Conv(4, 3, pad=1) Parallel([ReLU] [ScaledTanh]) Sequential(Conv(2, 1), repeat=2) Flatten Affine(5)")
    code = write(spec, (1, 6, 6))
    lines = code.text.split("\n")
    assert code.places.keys() == {layer.id for layer in spec.walk()}
    for layer in spec.walk():
        (first, last), *_ = code.places[layer.id]
        assert f'"{layer.id}": ' in lines[first]
        assert lines[last].endswith("),") or "  # " in lines[last]
    assert len([first for first, _ in code.places["conv2"] if "conv2" in lines[first]]) == 2
    classes = [lines[first] for first, _ in code.places["scaledtanh1"]]
    assert any(line.startswith("class ScaledTanh") for line in classes)


def test_that_a_broken_network_has_no_code():
    with pytest.raises(ValueError, match="needs a vector"):
        numpy_code(parse_network("Conv Affine"), (1, 6, 6))
