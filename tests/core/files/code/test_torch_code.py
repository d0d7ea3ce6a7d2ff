"""The PyTorch module computes what the engine computes; needs PyTorch, which the project itself does not."""

from __future__ import annotations

import numpy as np
import pytest

from core.errors import SpecError
from core.experiment import TrainingConfig
from core.fields import ComponentSpec
from core.files.code import torch_code
from core.files.code.torch_layers import expression, written_kinds
from core.files.weights import write_npz
from core.layers.base import Layer
from core.losses.base import LOSSES
from core.optimizers.base import OPTIMIZERS
from core.schedules.base import SCHEDULES
from core.spec import NetworkSpec
from core.text import parse_network
from core.zoo import zoo
from tests.core.files.code.scripts import arrays_of, batch, built, imported
from tests.core.layers.cases import CASES, Case


def is_written(spec: NetworkSpec) -> bool:
    """Whether each of its layers can be written in PyTorch."""
    return all(layer.kind in written_kinds() for layer in spec.walk())


WRITTEN = [case for case in CASES if is_written(NetworkSpec((case.spec,)))]
ZOO = [network for network in zoo() if is_written(network.spec) and np.prod(network.card.input_shape) <= 3072]
TODAY = (
    "Affine AveragePool BatchNorm Conv Dropout ELU Features Flatten GELU GlobalAveragePool Identity LRN LeakyReLU "
    "LocallyConnected MaxPool Parallel ReLU Reshape Residual ScaledTanh Sequential Sigmoid Softmax Step Swish Tanh"
)


def module_of(text, folder):
    torch = pytest.importorskip("torch")
    module = imported(text, folder)
    classes = [v for v in vars(module).values() if isinstance(v, type) and issubclass(v, torch.nn.Module) and hasattr(v, "load")]
    return torch, module, classes[-1]()


def agrees(spec, shape, folder):
    torch, _, script = module_of(torch_code(spec, shape).text, folder)
    network = built(spec, shape)
    write_npz(folder / "weights.npz", arrays_of(network))
    script.load(folder / "weights.npz")
    script.eval()
    x = batch(shape, 5)
    with torch.no_grad():
        theirs = script(torch.from_numpy(x)).numpy()
    ours = network.forward(x)
    return theirs.shape == ours.shape and abs(theirs - ours).max() <= 1e-5 * max(1, abs(ours).max())


@pytest.mark.parametrize("case", WRITTEN, ids=str)
def test_that_every_layer_agrees_with_pytorch(case: Case, tmp_path):
    assert agrees(NetworkSpec((case.spec,)), case.shape, tmp_path)


@pytest.mark.parametrize("network", ZOO, ids=lambda network: network.name)
def test_that_every_network_of_the_zoo_agrees_with_pytorch(network, tmp_path):
    assert agrees(network.spec, network.card.input_shape, tmp_path)


@pytest.mark.parametrize("kind", OPTIMIZERS.names())
@pytest.mark.parametrize("decay", ["L2", "L1", "decoupled"])
def test_that_training_goes_the_way_of_the_engine(kind, decay, tmp_path):
    chosen = ComponentSpec.of(kind, weight_decay=0.05, decay=decay, clip=0.2)
    spec = parse_network("Affine(4) Tanh Affine(3)")
    text = torch_code(spec, (5,), TrainingConfig(optimizer=chosen, batch_size=6, epochs=3)).text
    torch, module, script = module_of(text, tmp_path)
    network = built(spec, (5,))
    write_npz(tmp_path / "weights.npz", arrays_of(network))
    script.load(tmp_path / "weights.npz")
    x, t = batch((5,), 6), np.arange(6) % 3
    module.train(script, torch.from_numpy(x), torch.from_numpy(t))
    optimizer, loss = OPTIMIZERS.build(chosen), LOSSES.get("SoftmaxCrossEntropy")()
    optimizer.bind(network.theta)
    for step in range(1, 4):
        loss.forward(network.forward(x, training=True), t)
        network.backward(loss.backward())
        optimizer.update(network.theta, network.grad, optimizer.lr, step, network.decayed)
    weights = script.layers.affine2.weight.detach().numpy().T
    assert weights == pytest.approx(network.parameters["affine2.W"], rel=1e-3, abs=1e-5)


@pytest.mark.parametrize("loss", LOSSES.names())
@pytest.mark.parametrize("task", ["classification", "regression"])
def test_that_every_loss_agrees_with_pytorch(loss, task, tmp_path):
    if task not in LOSSES.get(loss).tasks:
        return
    text = torch_code(parse_network("Affine(4)"), (3,), TrainingConfig(loss=ComponentSpec(loss))).text
    torch, module, _ = module_of(text, tmp_path)
    y, t = batch((4,), 6), np.arange(6) % 4 if task == "classification" else batch((4,), 6) + 1
    ours = LOSSES.get(loss)().forward(y, t)
    assert module.loss_of(torch.from_numpy(y), torch.from_numpy(t)).item() == pytest.approx(ours, rel=1e-5)


def test_that_frozen_layers_and_schedules_are_taken_along(tmp_path):
    spec = parse_network("Affine(4, frozen=True) Tanh Affine(3)")
    for schedule in SCHEDULES.names():
        text = torch_code(spec, (5,), TrainingConfig(schedule=ComponentSpec(schedule), epochs=2, batch_size=4)).text
        torch, module, script = module_of(text, tmp_path)
        before = [p.detach().clone() for p in script.parameters()]
        module.train(script, torch.randn(9, 5), torch.arange(9) % 3)
        changed = [not torch.equal(p, q) for p, q in zip(script.parameters(), before, strict=True)]
        assert changed == [False, False, True, True]


@pytest.mark.parametrize("case", WRITTEN, ids=str)
def test_that_every_layer_is_an_expression_of_python(case: Case):
    text = torch_code(NetworkSpec((case.spec,)), case.shape).text
    compile(text, "script", "exec")


def test_that_what_was_written_stays_written():
    assert set(TODAY.split()) <= written_kinds()


def test_that_a_layer_nobody_has_written_is_named():
    class Unheard(Layer):
        """Nothing that anybody has written down."""

        family = "activation"

    with pytest.raises(SpecError, match="Nobody has written Unheard in PyTorch yet"):
        expression(Unheard(), (3,))
