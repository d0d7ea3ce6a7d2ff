from __future__ import annotations

import re
import shlex
import subprocess
import sys

import pytest

from core.commands.program import make_parser
from tests.architecture.sources import ROOT

README = (ROOT / "README.md").read_text(encoding="utf-8")
GUIDE = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")


def commands() -> list[str]:
    blocks = "\n".join(re.findall(r"```\n(.*?)```", README, re.DOTALL))
    return [line.partition("  #")[0] for line in blocks.splitlines() if re.search(r" -m core | run\.py train ", line)]


def test_that_the_readme_shows_commands():
    assert len(commands()) >= 5


@pytest.mark.parametrize("line", commands())
def test_that_every_command_of_the_readme_can_be_typed(line):
    words = shlex.split(line)
    start = words.index("core") + 1 if "core" in words else words.index("run.py") + 1
    make_parser().parse_args(words[start:])


def test_that_the_layer_of_the_readme_works():
    [example] = re.findall(r"```python\n(.*?)```", README, re.DOTALL)
    network = re.search(r"--network '(Flatten Scale[^']*)'", README).group(1)
    code = f"""
from core.arrays import Array
from core.fields import FloatField
from core.layers.base import LAYERS, Layer, cast
import numpy as np
{example}
from core.network import Network
from core.text import parse_network
network = Network(parse_network({network!r}), (1, 4, 4), seed=0)
x = np.ones((3, 1, 4, 4), np.float32)

network.forward(x, training=True)
assert network.backward(np.ones((3, 10), np.float32)).shape == x.shape
assert np.array_equal(network.layer("scale1").forward(x), 2 * x)
"""
    result = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False, cwd=ROOT)
    assert result.returncode == 0, result.stderr


@pytest.mark.parametrize("text", [README, GUIDE], ids=["README", "CONTRIBUTING"])
def test_that_places_that_are_named_exist(text):
    named = re.findall(r"`((?:core|workbench|tests|resources|\.ci)/[\w./]*)`", text)
    assert named
    assert [name for name in named if not (ROOT / name).exists()] == []
