"""Edited code is read back: what is understood becomes the network, the rest is marked at its place."""

from __future__ import annotations

from dataclasses import replace
from random import Random

import pytest

from core.arrays import Shape
from core.errors import CoreError, TextFormError
from core.experiment import TrainingConfig
from core.fields import ComponentSpec
from core.files.code.reading import Origin, read_code
from core.files.code.reading.entries import Script, all_entries
from core.layers.base import LAYERS
from core.messages import MESSAGES
from core.shapes import diagnose
from core.spec import LayerSpec, NetworkSpec
from core.text import network_text, parse_network
from core.zoo import zoo
from tests.core.shapes.small import small_network, small_setting

IMAGES = (3, 16, 16)
SMALL = (
    "Conv(16, 3, pad=1, name='first', notes='kept') BatchNorm ReLU MaxPool(2) "
    "Sequential(Conv(8, 3, pad=1, bias=False) LRN LeakyReLU(0.2), repeat=2) Residual(Conv(8, 3, pad=1)) "
    "Parallel([Conv(4, 1) ELU] [Dropout(0.3) Conv(4, 3, pad=1, frozen=True)]) "
    "Flatten Affine(30, init=Normal(std=0.02)) Affine(10)"
)


def origin(language: str, text: str = SMALL, shape: Shape = IMAGES) -> Origin:
    return Origin(language, parse_network(text), shape, TrainingConfig())


def typed(language: str, old: str, new: str) -> NetworkSpec:
    """Return the network that the code says after one stroke of typing."""
    before = origin(language)
    text = before.code().text
    assert old in text
    return read_code(text.replace(old, new, 1), before)


def expected(old: str, new: str) -> NetworkSpec:
    assert old in SMALL
    return parse_network(SMALL.replace(old, new, 1))


def fault(language: str, old: str, new: str) -> tuple[str, str]:
    """Return the message for one stroke of typing, and the characters that are marked."""
    before = origin(language)
    text = before.code().text
    assert old in text
    text = text.replace(old, new, 1)
    with pytest.raises(TextFormError) as error:
        read_code(text, before)
    assert MESSAGES[error.value.code].format(**error.value.details)
    return error.value.code, text[error.value.start : error.value.end]


NUMPY = {
    "(16, 3, 3, 3)": ("(24, 3, 5, 5)", "Conv(16, 3", "Conv(24, 5"),
    '"relu1": ReLU()': ('"relu1": Sigmoid()', "ReLU ", "Sigmoid "),
    "# first, ": ("# stem, ", "name='first'", "name='stem'"),
    ", filled((16,)), pad=1)": (", pad=1)", "Conv(16, 3, pad=1,", "Conv(16, 3, pad=1, bias=False,"),
    "np.sqrt(2 / 27)": ("0.05", "Conv(16, 3, pad=1,", "Conv(16, 3, pad=1, init=Normal(std=0.05),"),
    "(512, 30), 0.02": ("(512, 40), 0.03", "Affine(30, init=Normal(std=0.02))", "Affine(40, init=Normal(std=0.03))"),
    "slope=0.2": ("slope=0.3", "LeakyReLU(0.2)", "LeakyReLU(0.3)"),
    '            "relu1": ReLU(),  # 16×16×16\n': ("", "ReLU ", ""),
    '"affine2": ': ('"relu1": ReLU(),\n"affine2": ', "Affine(10)", "ReLU Affine(10)"),
}
TORCH = {
    "nn.Conv2d(3, 16, 3, padding=1)": ("nn.Conv2d(3, 24, kernel_size=5, padding=1)", "Conv(16, 3", "Conv(24, 5"),
    "nn.MaxPool2d(2)": ("nn.MaxPool2d(2, 1)", "MaxPool(2)", "MaxPool(2, stride=1)"),
    "alpha=5 * 0.0001": ("alpha=5 * 0.001", "LRN", "LRN(alpha=0.001)"),
    "nn.Dropout(0.3)": ("nn.Dropout(p=0.4)", "Dropout(0.3)", "Dropout(0.4)"),
    "nn.Linear(512, 30)": ("nn.Linear(512, 30, bias=False)", "Affine(30,", "Affine(30, bias=False,"),
    "nn.BatchNorm2d(16)": ("nn.BatchNorm2d(16, momentum=0.2)", "BatchNorm", "BatchNorm(momentum=0.8)"),
    '"relu1": nn.ReLU()': ('"relu1": nn.GELU(), "extra": nn.Identity()', "ReLU ", "GELU Identity "),
}


@pytest.mark.parametrize(("language", "old"), [*(("numpy", old) for old in NUMPY), *(("torch", old) for old in TORCH)])
def test_that_typing_into_a_line_changes_that_layer_and_keeps_the_rest(language: str, old: str) -> None:
    new, said, instead = (NUMPY if language == "numpy" else TORCH)[old]
    assert typed(language, old, new).layers == expected(said, instead).layers


def test_that_a_layer_keeps_its_id_and_a_new_one_takes_what_was_typed() -> None:
    network = typed("torch", '"relu1": nn.ReLU()', '"relu1": nn.ReLU(), "soft": nn.Sigmoid()')
    ids = [layer.id for layer in network.walk()]
    assert ids[:5] == ["conv1", "batchnorm1", "relu1", "soft", "maxpool1"]


def test_that_one_copy_of_a_repeated_block_stands_for_all_and_two_must_not_differ() -> None:
    assert typed("numpy", '"lrn1#2": LRN()', '"lrn1#2": LRN(n=3)').layers == expected("LRN", "LRN(3)").layers
    before = origin("numpy")
    text = before.code().text.replace('"lrn1": LRN()', '"lrn1": LRN(n=7)').replace('"lrn1#2": LRN()', '"lrn1#2": LRN(n=3)')
    with pytest.raises(TextFormError) as error:
        read_code(text, before)
    assert (error.value.code, text[error.value.start : error.value.end]) == ("code_copies", '"conv2#2"')


def test_that_a_block_is_repeated_as_often_as_its_copies_stand_there() -> None:
    before = origin("numpy", "Sequential(Conv(3, 3, pad=1) ReLU, repeat=2) Flatten Affine(10)")
    text = before.code().text
    lines = [line for line in text.split("\n") if "#2" in line]
    more = text.replace(lines[-1], "\n".join([lines[-1], *(line.replace("#2", "#3") for line in lines)]))
    assert network_text(read_code(more, before)).startswith("Sequential(Conv(3, 3, pad=1) ReLU, repeat=3)")
    fewer = text.replace("\n".join(lines) + "\n", "")
    assert network_text(read_code(fewer, before)).startswith("Sequential(Conv(3, 3, pad=1) ReLU)")


FAULTS = {
    ("numpy", "ReLU(),", "RelU(),"): ("code_unknown_layer", "RelU"),
    ("numpy", "slope=0.2", "slope=-3"): ("setting_low", "-3"),
    ("numpy", "slope=0.2", "slop=0.2"): ("code_no_argument", "slop=0.2"),
    ("numpy", "MaxPool(2)", "MaxPool(two)"): ("code_value", "two"),
    ("numpy", "(16, 3, 3, 3)", "(16, 4, 3, 3)"): ("code_follows", "4"),
    ("numpy", "filled((30,))", "filled((31,))"): ("code_follows", "31"),
    ("numpy", "filled((30,))", "np.ones(30)"): ("code_follows", "np.ones"),
    ("numpy", "normal(rng, (16,", "magic(rng, (16,"): ("code_array", "magic(rng, (16, 3, 3, 3), np.sqrt(2 / 27))"),
    ("numpy", "epochs=10", "epochs=20"): ("code_outside", "def train(network, x, t, epochs=20, batch_size=100, seed=0):"),
    ("numpy", '            "relu1"', '            # mine\n            "relu1"'): ("code_comment", "# mine"),
    ("numpy", "# first, 16×16×16", "# first, 16×16×17"): ("code_follows", "# first, 16×16×17"),
    ("numpy", '"relu1": ReLU()', '"relu1": 3'): ("code_not_a_layer", "3"),
    ("numpy", '"relu1": ReLU()', "relu1: ReLU()"): ("code_key", "relu1"),
    ("numpy", '"relu1": ReLU()', '"re lu": ReLU()'): ("code_key", '"re lu"'),
    ("numpy", '            "flatten1": Flatten(),  # 512\n', ""): ("needs_vector", '"affine1"'),
    ("numpy", "self.layers = {", "self.stack = {"): ("code_no_layers", '"""Net: 3×16×16 in, 10 out, 18,820 parameters.'),
    ("torch", "nn.ReLU()", "nn.PReLU()"): ("code_unknown_layer", "nn.PReLU"),
    ("torch", "nn.Conv2d(3, 16, 3,", "nn.Conv2d(1, 16, 3,"): ("code_follows", "1"),
    ("torch", "nn.MaxPool2d(2)", "nn.MaxPool2d()"): ("code_missing_argument", "nn.MaxPool2d()"),
    ("torch", "nn.MaxPool2d(2)", "nn.MaxPool2d(2, stride=1, kernel_size=3)"): ("code_twice", "kernel_size=3"),
    ("torch", "nn.ReLU()", "nn.ReLU(1)"): ("code_too_many", "1"),
    ("torch", "import torch\n", ""): ("code_outside", "import torch.nn.functional as F"),
}


@pytest.mark.parametrize(("language", "old", "new"), FAULTS)
def test_that_what_cannot_be_taken_is_marked_where_it_stands(language: str, old: str, new: str) -> None:
    assert fault(language, old, new) == FAULTS[language, old, new]


@pytest.mark.parametrize("language", ["numpy", "torch"])
def test_that_what_python_cannot_read_is_marked_in_its_line(language: str) -> None:
    before = origin(language)
    text = before.code().text.replace('"relu1":', '"relu1"', 1)
    with pytest.raises(TextFormError) as error:
        read_code(text, before)
    assert error.value.code == "code_syntax"
    assert "relu1" in text[text.rfind("\n", 0, error.value.start) : text.find("\n", error.value.start)]


def said_by(language: str, spec: NetworkSpec, shape: Shape) -> Origin | None:
    """Return a network with its shape where it can be written."""
    made = Origin(language, spec, shape, TrainingConfig())
    try:
        return made if diagnose(spec, shape).ok and made.code() else None
    except CoreError:
        return None


def layers_of(text: str) -> str:
    script = Script(text)
    start, end = script.span_of_layers
    return text[start:end]


@pytest.mark.parametrize("language", ["numpy", "torch"])
def test_that_the_layers_of_any_network_can_be_typed_over_those_of_any_other(language: str) -> None:
    random = Random(1)
    before: dict[Shape, Origin] = {}
    compared = 0
    for _ in range(200):
        spec, shape = small_network(random)
        after = said_by(language, spec, shape)
        if after is None:
            continue
        assert read_code(after.code().text, after) == spec
        earlier = before.get(shape, after)
        script, wanted = Script(earlier.code().text), layers_of(after.code().text)
        read = read_code(script.before + wanted + script.behind, earlier)
        assert layers_of(earlier.code(read).text) == wanted, network_text(spec)
        before[shape] = after
        compared += 1
    assert compared > 40


@pytest.mark.parametrize("language", ["numpy", "torch"])
def test_that_one_changed_line_changes_the_network_as_its_setting_does(language: str) -> None:
    random = Random(2)
    compared = 0
    for _ in range(300):
        spec, shape = small_network(random)
        before = said_by(language, spec, shape)
        plain = [layer for layer in spec.walk() if not layer.branches and LAYERS.get(layer.kind).fields]
        if before is None or not plain:
            continue
        layer = random.choice(plain)
        edited = spec.replace(layer.id, otherwise(random, layer))
        after = said_by(language, edited, shape)
        if after is None:
            continue
        line = {entry.key: entry for entry in all_entries(Script(after.code().text).entries)}[layer.id]
        text = before.code().text
        old = {entry.key: entry for entry in all_entries(Script(text).entries)}[layer.id]
        changed = text[: old.span[0]] + after.code().text[slice(*line.span)] + text[old.span[1] :]
        assert before.code(read_code(changed, before)).text == after.code().text, network_text(edited)
        compared += 1
    assert compared > 40


def otherwise(random: Random, layer: LayerSpec) -> LayerSpec:
    name, field = random.choice(list(LAYERS.get(layer.kind).fields.items()))
    value = small_setting(random, field)
    settings = dict(layer.settings) | ({name: value} if value is not None else {})
    return replace(layer, settings=LAYERS.check(ComponentSpec.of(layer.kind, **settings)).settings)


@pytest.mark.parametrize("language", ["numpy", "torch"])
def test_that_the_code_of_the_historic_networks_is_read_back(language: str) -> None:
    for network in zoo():
        made = said_by(language, network.spec, network.card.input_shape)
        if made is not None:
            assert read_code(made.code().text, made) == network.spec
