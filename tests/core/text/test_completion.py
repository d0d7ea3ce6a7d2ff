"""What could be typed next is offered where it fits, and nowhere else."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.initializers.base import INITIALIZERS
from core.layers.base import LAYERS
from core.text import parse_network
from core.text.completion import completions


def words(text: str) -> list[str]:
    """Complete at the stroke."""
    return [word.text for word in completions(text.replace("|", ""), text.index("|")).words]


@pytest.mark.parametrize("text", ["|", "Conv(3, 3) |", "Residual(|", "Parallel([ReLU] [|", "Sequential(ReLU |", "Residual([|"])
def test_that_layers_are_offered_where_a_layer_may_stand(text):
    assert set(LAYERS.names()) <= set(words(text))


def test_that_what_begins_with_the_typed_comes_first_whatever_its_case():
    found = words("Conv(3, 3) poo|")
    assert found == ["AveragePool", "GlobalAveragePool", "MaxPool"]
    assert words("ba|")[0] == "BatchNorm"
    assert completions("Conv po", 7).start == 5


def test_that_settings_of_a_layer_are_offered_once():
    assert "pad=" in words("Conv(3, 3, |")
    assert "pad=" not in words("Conv(3, 3, pad=1, |")
    assert words("Conv(3, st|")[0] == "stride="
    assert not set(words("Conv(3, |")) & set(LAYERS.names())


def test_that_a_container_takes_layers_and_settings():
    assert words("Residual(ReLU, sho|") == ["shortcut="]
    assert "Conv" in words("Parallel([ReLU] [Tanh], |")
    assert "merge=" in words("Parallel([ReLU] [Tanh], |")
    assert "merge=" not in words("Parallel([ReLU |")


def test_that_values_of_a_setting_are_offered():
    assert words("Residual(ReLU, shortcut=|") == ["identity", "pad", "projection"]
    assert words("Affine(10, bias=F|") == ["False"]
    assert words("Affine(10, init=|") == INITIALIZERS.names()
    assert words("Affine(10, init=Normal(|") == ["std="]
    assert words("Affine(10, init=Normal(std=1), |")[:2] == ["units=", "bias="]
    assert words("Conv(3, pad=|") == []


@pytest.mark.parametrize("text", ["# Co|", "ReLU(name='Co|", "Conv(3|", "Conv(3, 3)  # then |", "ReLU € |"])
def test_that_nothing_is_offered_where_nothing_fits(text):
    assert words(text) == []


def test_that_comments_above_do_not_silence():
    assert "Conv" in words("# first\n|")
    assert "Conv" in words("ReLU # first\nCo|")


@given(st.text(alphabet="ConvRe LU([])=,'# \n12.pad", max_size=40), st.integers(0, 40))
def test_that_any_text_can_be_completed_without_an_error(text, at):
    found = completions(text, min(at, len(text)))
    assert found.start <= min(at, len(text))


@pytest.mark.parametrize("kind", LAYERS.names())
def test_that_every_offered_setting_is_one_that_is_taken(kind):
    for word in completions(f"{kind}(", len(kind) + 1).words:
        if word.text.endswith("="):
            values = completions(f"{kind}({word.text}", len(kind) + 1 + len(word.text)).words
            for value in values:
                text = f"{kind}({word.text}{value.text})"
                inside = "[] []" if kind == "Parallel" else ""
                parse_network(text.replace("(", f"({inside} ", 1))
