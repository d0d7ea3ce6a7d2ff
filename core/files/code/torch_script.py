"""A network as a PyTorch module, with a function that trains it."""

from __future__ import annotations

from core.arrays import Shape
from core.experiment import TrainingConfig
from core.files.code.book import page
from core.files.code.numpy_script import SAMPLES
from core.files.code.sources import Copied
from core.files.code.torch_layers import expression
from core.files.code.torch_layers.classes import CLASSES
from core.files.code.torch_training import torch_decay, torch_loss, torch_optimizer
from core.files.code.written import Code, Draft, Lines, class_name, comment, frozen_layers, moved, places_of, plain, quoted
from core.layers.base import Layer, shape_text
from core.layers.container import Chain, Container
from core.layers.residual import Residual
from core.losses.base import LOSSES
from core.network import Visit, build_chain, visit_chain
from core.spec import NetworkSpec


def torch_code(network: NetworkSpec, input_shape: Shape, training: TrainingConfig | None = None, *, seed: int = 0) -> Code:
    """Return the PyTorch module of a network for samples of one shape.

    With the weights of an npz file its scores agree with ours to about 1e-5. Initial values are PyTorch's own.

    Raises
    ------
    CoreError
        If the network cannot be built, or a kind is not written in PyTorch.
    """
    return _Module(network, input_shape, training or TrainingConfig(), seed).code()


class _Module:
    """One module while it is written."""

    def __init__(self, network: NetworkSpec, input_shape: Shape, training: TrainingConfig, seed: int) -> None:
        self.spec, self.input_shape, self.training, self.seed = network, input_shape, training, seed
        self.chain = build_chain(network.layers)
        self.output_shape = self.chain.shapes(input_shape)[-1]
        self.names = {layer.id: layer.name for layer in network.walk()}
        self.draft = Draft()
        self.needed: set[str] = {"block"}
        self.kinds: dict[str, str] = {}

    def code(self) -> Code:
        """Put the module together."""
        self._layers(self.chain, self.input_shape, depth=3)
        trains = len(self.output_shape) == 1
        copied = Copied()
        training = self._training(copied) if trains else []
        name = class_name(self.spec.name, {*CLASSES, "nn", "F", "OrderedDict"})
        ends = f"{shape_text(self.input_shape)} in, {shape_text(self.output_shape)} out"
        lines = [
            f'"""{plain(self.spec.name) or name} in PyTorch: {ends}.',
            "",
            "Made by the Neural Workbench. Initial values are PyTorch's own; `load` takes weights that were exported as npz.",
            '"""',
            "",
            *sorted(copied.imports),
            "from collections import OrderedDict",
            "",
            "import numpy as np",
            "import torch",
            "import torch.nn.functional as F",
            "from torch import nn",
        ]
        classes = self._definitions(lines, copied)
        lines += ["", "", f"class {name}(nn.Module):", f'    """{ends}."""', "", "    def __init__(self):"]
        lines += ["        super().__init__()", "        self.layers = block({"]
        made = moved(self.draft.made, len(lines))
        lines += [*self.draft.lines, "        })", *self._freezing(), "", *_FORWARD, *self._loading()]
        if trains:
            lines += ["", "", *training, "", "", *self._start(name)]
        return Code("\n".join(lines) + "\n", places_of(made, self.kinds, classes))

    def _definitions(self, lines: list[str], copied: Copied) -> dict[str, Lines]:
        """Write the classes that PyTorch does not have; return where each stands."""
        places: dict[str, Lines] = {}
        wanted = {name: text.strip("\n").split("\n") for name, text in CLASSES.items() if name in self.needed}
        for name, body in (wanted | copied.blocks).items():
            lines += ["", ""]
            places[name] = (len(lines), len(lines) + len(body) - 1)
            lines += body
        return places

    def _layers(self, chain: Chain, shape: Shape, depth: int) -> None:
        for child, before in zip(chain.children, chain.shapes(shape), strict=False):
            first = len(self.draft.lines)
            self._layer(child.id, child.layer, before, depth)
            self.draft.note(child.id, first)

    def _layer(self, layer_id: str, layer: Layer, shape: Shape, depth: int) -> None:
        indent, spec_id = "    " * depth, layer_id.partition("#")[0]
        remark = comment(self.names.get(spec_id, ""), layer.output_shape(shape))
        written = expression(layer, shape)
        self.needed.update(written.classes)
        key = quoted(layer_id.replace(".", "_"))
        own = next((name for name in reversed(written.classes) if name != "block"), "block")
        self.kinds[spec_id] = own if written.classes else ""
        if not isinstance(layer, Container):
            self.draft.lines.append(f"{indent}{key}: {written.text},{remark}")
            return
        self.draft.lines.append(f"{indent}{key}: {own}({remark}")
        for branch in layer.branches:
            self.draft.lines.append(f"{indent}    {{")
            self._layers(branch, shape, depth + 2)
            self.draft.lines.append(f"{indent}    }},")
        self.draft.lines += [f"{indent}    {written.text},"] if written.text else []
        self.draft.lines.append(f"{indent}),")

    def _freezing(self) -> list[str]:
        """Return the lines that keep frozen layers as they are while training."""
        frozen = [name.replace(".", "_") for name in frozen_layers(self.chain, self.input_shape)]
        if not frozen:
            return []
        return [
            "        for name, module in self.named_modules():",
            f'            if name.rpartition(".")[2] in ({", ".join(map(quoted, frozen))},):',
            "                module.requires_grad_(False)",
        ]

    def _loading(self) -> list[str]:
        residuals = [visit.layer for visit in self._visits() if isinstance(visit.layer, Residual)]
        projected = any(layer.shortcut == "projection" for layer in residuals)
        inside, unit = "isinstance(module, Residual)", 'isinstance(module, UnitBiasConv2d) and what == "b"'
        return [
            "",
            "    def load(self, path):",
            '        """Take the weights from an npz file of the workbench; nn.Linear keeps its matrix the other way round."""',
            '        names = {"W": "weight", "b": "bias", "gamma": "weight", "beta": "bias"}',
            '        modules = {name.rpartition(".")[2]: module for name, module in self.named_modules()}',
            "        with np.load(path) as arrays, torch.no_grad():",
            "            for key in arrays.files:",
            '                layer, _, what = key.rpartition(".")',
            '                module = modules[layer.replace(".", "_")]',
            *(_branch(inside, 'module = module.shortcut[what != "W"]') if projected else []),
            *(_branch(unit, 'what = "unit_bias"') if "UnitBiasConv2d" in self.needed else []),
            '                value = arrays[key].T if what == "W" and isinstance(module, nn.Linear) else arrays[key]',
            "                getattr(module, names.get(what, what)).copy_(torch.from_numpy(value))",
        ]

    def _visits(self) -> list[Visit]:
        return list(visit_chain(self.chain, self.input_shape, ""))

    def _training(self, copied: Copied) -> list[str]:
        """Return the function that trains."""
        training = self.training
        loss, needed = torch_loss(training.loss)
        self.needed.update(needed)
        pace, each = [], []
        if training.schedule.kind != "Constant":
            cls = page("schedules", training.schedule.kind)
            copied.copy(cls.__module__, cls.__name__)
            settings = ", ".join(f"{name}={value!r}" for name, value in training.schedule.settings)
            pace = [
                f"    schedule, total = {cls.__name__}({settings}), epochs * -(-len(x) // batch_size)",
                "    pace = torch.optim.lr_scheduler.LambdaLR(optimizer, lambda step: schedule.factor(step, total))",
            ]
            each = ["            pace.step()"]
        return [
            "def loss_of(y, t):",
            '    """Return how wrong the scores y are."""',
            f"    return {loss}",
            "",
            "",
            f"def train(network, x, t, epochs={training.epochs}, batch_size={training.batch_size}):",
            '    """Learn in mini-batches."""',
            f"    optimizer = {torch_optimizer(training.optimizer)}",
            *pace,
            "    for epoch in range(epochs):",
            "        network.train()",
            "        for batch in torch.randperm(len(x)).split(batch_size):",
            "            loss = loss_of(network(x[batch]), t[batch])",
            "            optimizer.zero_grad()",
            "            loss.backward()",
            *(f"            {line}" for line in torch_decay(training.optimizer)),
            "            optimizer.step()",
            *each,
            '        print(f"epoch {epoch + 1}: loss {loss.item():.4f}")',
        ]

    def _start(self, name: str) -> list[str]:
        """Return what happens when the script is started: it learns made-up samples by heart."""
        outputs = self.output_shape[0]
        classes = "classification" in LOSSES.get(self.training.loss.kind).tasks
        answers = f"torch.randint({max(outputs, 2)}, ({SAMPLES},))" if classes else f"torch.randn({SAMPLES}, {outputs})"
        return [
            'if __name__ == "__main__":',
            f"    torch.manual_seed({self.seed})",
            f"    network = {name}()",
            f"    train(network, torch.randn({SAMPLES}, {', '.join(map(str, self.input_shape))}), {answers})",
        ]


_FORWARD = ["    def forward(self, x):", "        return self.layers(x)"]


def _branch(condition: str, act: str) -> list[str]:
    indent = " " * 16
    return [f"{indent}if {condition}:", f"{indent}    {act}"]
