"""The unit computes what the book says, and its state can be saved."""

import json
import math
import re
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.errors import CoreError
from core.experiment import Experiment, change_between
from core.perceptron.functions import BOOK_WEIGHTS, NAMES, name_of, number_of, rows, target_of
from core.perceptron.spec import PerceptronSpec, ThreeInputSpec
from core.perceptron.unit import activate, margin, right, slope, sums, weighted_sum
from core.serial import from_json, to_json

TABLES = {"AND": (0, 0, 0, 1), "NAND": (1, 1, 1, 0), "OR": (0, 1, 1, 1)}


@pytest.mark.parametrize("name", TABLES)
def test_that_the_books_weights_give_the_books_gates(name: str) -> None:
    spec = PerceptronSpec(target=TABLES[name]).with_weights(BOOK_WEIGHTS[name])
    assert right(spec) == (True, True, True, True)
    assert tuple(int(z > 0) for z in sums(spec)) == TABLES[name]
    assert name_of(spec.target) == name


def test_that_rows_count_like_a_truth_table() -> None:
    assert rows(2) == ((0, 0), (0, 1), (1, 0), (1, 1))
    assert rows(3)[4] == (1, 0, 0)


def test_that_every_function_has_its_own_name_and_number() -> None:
    assert len(set(NAMES)) == 16
    assert [number_of(target_of(n)) for n in range(16)] == list(range(16))
    symbols = {"∧": "and", "∨": "or", "¬": " not ", "x₁": "a", "x₂": "b"}
    for number, name in enumerate(NAMES):
        if name[0] in "x¬":
            words = "".join(symbols.get(part, part) for part in re.findall(r"x.|.", name))
            table = tuple(int(eval(words, {"a": a, "b": b})) for a, b in rows(2))
            assert table == target_of(number)


def test_that_a_sum_of_exactly_zero_gives_zero() -> None:
    assert weighted_sum((0.5, 0.2, -0.7), (1, 1)) == 0.0
    assert 0.5 + 0.2 - 0.7 != 0 or 0.1 + 0.2 != 0.3, "floats alone would miss it"
    assert weighted_sum((0.1, 0.2, -0.3), (1, 1)) == 0.0
    assert activate("step", 0.0) == 0.0
    assert activate("step", 5e-324) == 1.0


def test_that_a_corner_on_the_line_counts_as_0() -> None:
    assert right(PerceptronSpec(0.5, 0.5, -1.0, target=(0, 0, 0, 0))) == (True, True, True, True)
    assert right(PerceptronSpec(0.5, 0.5, -1.0, target=(0, 0, 0, 1))) == (True, True, True, False)


@given(st.floats(-30, 30))
def test_that_slopes_are_the_derivatives_of_the_outputs(z: float) -> None:
    h = 1e-6
    for name in ("sigmoid", "tanh"):
        numerical = (activate(name, z + h) - activate(name, z - h)) / (2 * h)
        assert slope(name, z) == pytest.approx(numerical, abs=1e-6)


def test_that_step_and_relu_have_the_slopes_of_their_halves() -> None:
    assert [slope("step", z) for z in (-1, 0, 1)] == [0, 0, 0]
    assert [slope("relu", z) for z in (-1, 0, 1)] == [0, 0, 1]
    assert activate("sigmoid", -800.0) == 0.0
    assert activate("sigmoid", 800.0) == 1.0


def test_that_the_margin_is_the_distance_to_the_nearest_corner() -> None:
    assert margin(PerceptronSpec()) == pytest.approx(0.2 / math.sqrt(0.5))
    assert margin(PerceptronSpec(w1=0.0, w2=0.0)) is None


def test_that_editing_the_perceptron_leaves_the_run_alone() -> None:
    assert change_between(Experiment(), Experiment(perceptron=PerceptronSpec(b=-0.6))) == "none"


def test_that_a_perceptron_is_saved_with_the_experiment() -> None:
    spec = PerceptronSpec(0.25, -1.5, 0.125, "tanh", (1, 0, 0, 1), "descent", 0.5, "shuffled", (0.1, 0.2, -0.3))
    spec = replace(spec, cube=ThreeInputSpec(1.0, -2.0, 0.5, 0.25, (0, 1, 1, 0, 1, 0, 0, 1)))
    saved = json.loads(json.dumps(to_json(Experiment(perceptron=spec))))
    assert from_json(Experiment, saved).perceptron == spec


@pytest.mark.parametrize(
    "broken",
    [
        {"w1": 1e7},
        {"b": "1"},
        {"activation": "swish"},
        {"target": [0, 1, 2, 0]},
        {"target": [0, 1]},
        {"eta": 0},
        {"start": [0, 0]},
    ],
)
def test_that_a_broken_perceptron_is_refused(broken: dict) -> None:
    with pytest.raises(CoreError):
        from_json(PerceptronSpec, broken)


def test_that_weights_have_to_be_finite() -> None:
    with pytest.raises(CoreError, match="finite"):
        PerceptronSpec(w1=math.nan)
