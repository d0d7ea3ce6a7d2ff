"""A network as a NumPy script: the pages of the book that it needs, the network itself, and its training."""

from __future__ import annotations

import math
from collections.abc import Mapping
from types import MappingProxyType
from typing import Any, Final

from core.arrays import Shape
from core.errors import SpecError
from core.experiment import TrainingConfig
from core.fields import ComponentSpec, Configured
from core.files.code.book import Shelf, page, page_name, pages, signature
from core.files.code.sources import Copied
from core.files.code.written import Code, Draft, Lines, class_name, comment, frozen_layers, moved, places_of, plain, quoted
from core.initializers.base import INITIALIZERS, WITHOUT_ACTIVATION, Initializer, initializer_for
from core.layers.base import Layer, shape_text
from core.layers.container import Chain, Container
from core.layers.residual import Residual, stride_between
from core.losses.base import LOSSES
from core.network import build_chain
from core.optimizers.base import OPTIMIZERS
from core.registry import Registry
from core.schedules.base import SCHEDULES
from core.spec import NetworkSpec

BOOK: Final = "core.files.code.book"
SAMPLES: Final = 64
"""So many made-up samples a script learns when it is given none."""
SHELVES: Final[Mapping[str, Registry[Any]]] = MappingProxyType(
    {"losses": LOSSES, "optimizers": OPTIMIZERS, "schedules": SCHEDULES}
)


def numpy_code(network: NetworkSpec, input_shape: Shape, training: TrainingConfig | None = None, *, seed: int = 0) -> Code:
    """Return the script of a network for samples of one shape.

    It runs alone with NumPy. With the weights of an npz file it gives the scores of `Network.forward` outside of training
    bit for bit, on the same machine with the same NumPy and one thread, because it does the same operations in the same
    memory order.

    Raises
    ------
    CoreError
        If the network cannot be built, or a kind has no page.
    """
    return _Script(network, input_shape, training or TrainingConfig(), seed).code()


class _Script:
    """One script while it is written."""

    def __init__(self, network: NetworkSpec, input_shape: Shape, training: TrainingConfig, seed: int) -> None:
        self.spec, self.input_shape, self.training, self.seed = network, input_shape, training, seed
        self.chain = build_chain(network.layers)
        self.output_shape = self.chain.shapes(input_shape)[-1]
        self.names = {layer.id: layer.name for layer in network.walk()}
        self.copied = Copied()
        self.draft = Draft()
        self.kinds: dict[str, str] = {}

    def code(self) -> Code:
        """Put the script together."""
        self._layers(self.chain, self.input_shape, WITHOUT_ACTIVATION, depth=3)
        loss = self._thing("losses", self.training.loss)
        self.copied.copy(f"{BOOK}.network", "Network")
        taken = {name for shelf in ("layers", *SHELVES) for name in pages(shelf)}
        name = class_name(self.spec.name, {*taken, "Network"})
        trains = len(self.output_shape) == 1  # what a loss can take
        training = self._training(name) if trains else []
        parameters = self.chain.cost(self.input_shape).parameters
        ends = f"{shape_text(self.input_shape)} in, {shape_text(self.output_shape)} out, {parameters:,} parameters"
        lines = [
            f'"""{plain(self.spec.name) or name}: {ends}.',
            "",
            *self._usage(name, trains=trains),
            '"""',
            "",
            "import os",
            "",
            'os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # one thread adds in one order: the same bits each time',
            "",
            *_sorted_imports({*self.copied.imports, "import numpy as np", *(["import sys"] if trains else [])}),
        ]
        classes = self._definitions(lines)
        lines += ["", "", f"class {name}(Network):", f'    """{ends[0].upper()}{ends[1:]}."""', ""]
        frozen = frozen_layers(self.chain, self.input_shape)
        if frozen:
            lines += [f"    frozen = ({', '.join(map(quoted, frozen))},)", ""]
        lines += ["    def __init__(self, seed=0):", "        rng = np.random.default_rng(seed)", "        self.layers = {"]
        made = moved(self.draft.made, len(lines))
        lines += [*self.draft.lines, "        }", f"        self.loss_layer = {loss}", *training]
        return Code("\n".join(lines) + "\n", places_of(made, self.kinds, classes))

    def _definitions(self, lines: list[str]) -> dict[str, Lines]:
        """Write all that was copied; return where each definition stands."""
        places: dict[str, Lines] = {}
        after_value = False
        for name, body in self.copied.blocks.items():
            is_value = not body[0].startswith(("class ", "def ", "@"))
            lines += [] if is_value and after_value else ["", ""]
            after_value = is_value
            places[name] = (len(lines), len(lines) + len(body) - 1)
            lines += body
        return places

    # -- the network ----------------------------------------------------------------------------------------------

    def _layers(self, chain: Chain, shape: Shape, suits: str, depth: int) -> None:
        """Write the entries of a dict of layers, one for each child of a chain."""
        for index, (child, before) in enumerate(zip(chain.children, chain.shapes(shape), strict=False)):
            after = chain.suits_after(index, suits)
            first = len(self.draft.lines)
            self._layer(child.id, child.layer, before, after, depth)
            self.draft.note(child.id, first)

    def _layer(self, layer_id: str, layer: Layer, shape: Shape, suits: str, depth: int) -> None:
        indent, out = "    " * depth, layer.output_shape(shape)
        spec_id = layer_id.partition("#")[0]
        remark = comment(self.names.get(spec_id, ""), out)
        key = quoted(layer_id)
        kind = self.kinds[spec_id] = page_name(layer, shape)
        if not isinstance(layer, Container):
            self.draft.lines.append(f"{indent}{key}: {self._call(layer, shape, suits)},{remark}")
            return
        self._use("layers", kind)
        self.draft.lines.append(f"{indent}{key}: {kind}({remark}")
        for branch in layer.branches:
            self.draft.lines.append(f"{indent}    {{")
            self._layers(branch, shape, suits, depth + 2)
            self.draft.lines.append(f"{indent}    }},")
        self.draft.lines += [f"{indent}    {words}," for words in self._besides(layer, shape, suits)]
        self.draft.lines.append(f"{indent}),")

    def _besides(self, layer: Container, shape: Shape, suits: str) -> list[str]:
        """Return what the constructor of a container takes besides its branches."""
        if not isinstance(layer, Residual):
            return self._settings(layer, "layers", page_name(layer, shape))
        if layer.shortcut == "pad":
            return [f"step={stride_between(shape, layer.output_shape(shape))}"]
        return [self._call(part, before, suits) for part, before in layer.projection(shape)]

    def _call(self, layer: Layer, shape: Shape, suits: str) -> str:
        """Return the expression that makes a layer: its arrays first, then the settings that are not as usual."""
        kind = page_name(layer, shape)
        self._use("layers", kind)
        shapes = layer.parameter_shapes(shape)
        setting = layer.settings.get("init")
        init = initializer_for(setting, suits) if isinstance(setting, ComponentSpec) else ComponentSpec("Zeros")
        fan_in = _fan_in(shapes["W"]) if "W" in shapes else 1
        arrays = {name: self._initial(name, s, init, fan_in) for name, s in shapes.items()}
        arrays |= {name: self._filled(b.shape, float(b.flat[0])) for name, b in layer.buffer_values(shape).items()}
        wanted = signature("layers", kind)
        if not arrays.keys() <= wanted.keys():
            raise SpecError("code_missing", kind=kind, language="NumPy")
        words = [arrays[name] for name in wanted if name in arrays]
        words += self._settings(layer, "layers", kind)
        words += ["rng=rng"] if "rng" in wanted else []
        return f"{kind}({', '.join(words)})"

    def _settings(self, thing: Configured, shelf: Shelf, kind: str) -> list[str]:
        """Return the settings that a page takes, by name where they differ from what the page takes for granted."""
        words = []
        for name, parameter in signature(shelf, kind).items():
            if parameter.default is parameter.empty and name in thing.settings:
                words.append(repr(thing.settings[name]))
            elif name in thing.settings and thing.settings[name] != parameter.default:
                words.append(f"{name}={thing.settings[name]!r}")
        return words

    def _initial(self, name: str, shape: Shape, init: ComponentSpec, fan_in: int) -> str:
        """Return the expression for the first values of a parameter."""
        if init.kind == "LeCun1989":
            return self._function("uniform", f"rng, {shape}, 2.4 / {fan_in}")
        if name != "W":
            return self._filled(shape, 1.0 if name == "gamma" else 0.0)
        initializer = INITIALIZERS.build(init)
        match init.kind:
            case "He" | "Xavier":
                return self._function("normal", f"rng, {shape}, np.sqrt({2 if init.kind == 'He' else 1} / {fan_in})")
            case "Uniform":
                return self._function("uniform", f"rng, {shape}, {initializer.settings['limit']!r}")
            case "Constant" | "Zeros":
                return self._filled(shape, float(str(initializer.settings.get("value", 0.0))))
        if type(initializer).fill is not Initializer.fill:
            raise SpecError("code_missing", kind=init.kind, language="NumPy")
        return self._function("normal", f"rng, {shape}, {initializer.scale(fan_in, fan_in)!r}")

    def _filled(self, shape: Shape, value: float) -> str:
        return self._function("filled", f"{shape}, {value:g}" if value else f"{shape}")

    def _function(self, name: str, arguments: str) -> str:
        self.copied.copy(f"{BOOK}.initial", name)
        return f"{name}({arguments})"

    def _thing(self, shelf: Shelf, spec: ComponentSpec) -> str:
        """Return the expression that makes a loss, an optimizer or a schedule."""
        self._use(shelf, spec.kind)
        return f"{spec.kind}({', '.join(self._settings(SHELVES[shelf].build(spec), shelf, spec.kind))})"

    def _use(self, shelf: Shelf, kind: str) -> None:
        """Copy a page into the script."""
        self.copied.copy(page(shelf, kind).__module__, kind)

    # -- its training ---------------------------------------------------------------------------------------------

    def _usage(self, name: str, *, trains: bool) -> list[str]:
        shape = ", ".join(("N", *map(str, self.input_shape)))
        lines = ["Made by the Neural Workbench. It needs nothing but NumPy.", ""]
        if not trains:
            return [*lines, f"    network = {name}(); network.load('weights.npz'); network.predict(x)      # x is ({shape})"]
        file = f"{name.lower()}.py"
        return [
            *lines,
            f"    python {file}                          learns {SAMPLES} made-up samples by heart",
            f"    python {file} data.npz                 learns the samples x ({shape}) with the answers t",
            f"    python {file} data.npz weights.npz     goes on from exported weights",
        ]

    def _training(self, name: str) -> list[str]:
        """Return the function that trains, and what happens when the script is started."""
        training, shape, outputs = self.training, self.input_shape, self.output_shape[0]
        optimizer, pace = self._thing("optimizers", training.optimizer), training.schedule
        settings = OPTIMIZERS.build(training.optimizer).settings
        before, each, decay = [f"    optimizer = {optimizer}"], [], []
        if pace.kind != "Constant":
            before += [f"    schedule, lr, iteration = {self._thing('schedules', pace)}, optimizer.lr, 0"]
            before += ["    total = epochs * -(-len(x) // batch_size)"]
            each = ["            optimizer.lr = lr * schedule.factor(iteration, total)", "            iteration += 1"]
        if settings["clip"]:
            self.copied.copy(f"{BOOK}.optimizers.clipping", "clipped")
            decay = [f"            grads = clipped(grads, {settings['clip']!r})"]
        if settings["weight_decay"]:
            self.copied.copy(f"{BOOK}.optimizers.weight_decay", "with_weight_decay")
            arguments = f"{settings['weight_decay']!r}, {quoted(str(settings['decay']))}, optimizer.lr"
            decay += [f"            grads = with_weight_decay(network.params, grads, {arguments})"]
        classes = "classification" in LOSSES.get(training.loss.kind).tasks
        answers = f"rng.integers(0, {max(outputs, 2)}, {SAMPLES})" if classes else f"rng.standard_normal(({SAMPLES}, {outputs}))"
        return [
            "",
            "",
            f"def train(network, x, t, epochs={training.epochs}, batch_size={training.batch_size}, seed={self.seed}):",
            '    """Learn in mini-batches (book, section 4.5)."""',
            "    rng = np.random.default_rng(seed)",
            *before,
            "    for epoch in range(epochs):",
            "        order = rng.permutation(len(x))",
            "        for start in range(0, len(x), batch_size):",
            "            batch = order[start : start + batch_size]",
            *each,
            "            grads = network.gradient(x[batch], t[batch])",
            *decay,
            "            optimizer.update(network.params, grads)",
            '        print(f"epoch {epoch + 1}: loss {network.loss(x[:500], t[:500]):.4f}")',
            "",
            "",
            'if __name__ == "__main__":',
            f"    network = {name}(seed={self.seed})",
            "    if len(sys.argv) > 2:",
            "        network.load(sys.argv[2])",
            "    if len(sys.argv) > 1:",
            "        with np.load(sys.argv[1]) as data:",
            '            x, t = data["x"].astype(np.float32), data["t"]',
            "    else:",
            "        rng = np.random.default_rng(1)",
            f"        x = rng.standard_normal(({SAMPLES}, {', '.join(map(str, shape))})).astype(np.float32)",
            f"        t = {answers}",
            "    train(network, x, t)",
        ]


def _fan_in(shape: Shape) -> int:
    """Return the inputs of one unit: of a matrix its rows, of filters all their taps, of local filters those at one place."""
    return shape[0] if len(shape) == 2 else math.prod(shape[-3:])


def _sorted_imports(statements: set[str]) -> list[str]:
    """Return imports as people write them: the standard library, whole modules before names, then NumPy."""
    own = sorted(statements - {"import numpy as np"}, key=lambda statement: (statement.startswith("from"), statement))
    return [*own, "", "import numpy as np"] if own else ["import numpy as np"]
