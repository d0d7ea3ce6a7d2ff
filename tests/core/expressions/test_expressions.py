"""Typed formulas mean what they say, are differentiated exactly, and do no harm whatever is typed."""

from __future__ import annotations

import ast
import random

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from core.errors import ExpressionError
from core.expressions import Expression, parse_expression
from core.expressions.operations import CONSTANTS, FUNCTIONS
from core.expressions.tokens import MOST_CHARACTERS

INSIDE = {"asin": (0.3, -0.4), "acos": (0.3, -0.4), "log": (0.7, 2.5), "sqrt": (0.7, 2.5)}


def value(text: str, x: float = 2.0, y: float = 3.0) -> float:
    return float(parse_expression(text).value(x, y))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1 + 2*3", 7),
        ("(1 + 2)*3", 9),
        ("-x**2", -4),
        ("x**-1", 0.5),
        ("2*-x", -4),
        ("2**3**2", 512),
        ("x^2", 4),
        ("x² + y²", 13),
        ("8/4/2", 1),
        ("8 - 4 - 2", 2),
        ("−x × y", -6),
        ("x·y ÷ 2", 3),
        ("min(x, y) + max(x, y)", 5),
        ("+x", 2),
        ("1.5e-1*x + .5", 0.8),
        ("cos(π)", -1),
        ("log(e)", 1),
        ("x**2/20 + y**2", 9.2),
        ("abs(-y) - sqrt(4)", 1),
        ("2x".replace("x", "*x"), 4),
    ],
)
def test_that_a_formula_means_what_it_says(text: str, expected: float) -> None:
    assert value(text) == pytest.approx(expected, abs=1e-12)


@pytest.mark.parametrize("name", FUNCTIONS)
def test_that_every_function_has_its_exact_derivatives(name: str) -> None:
    places = INSIDE.get(name, (0.7, -1.3))
    call = f"{name}(x)" if FUNCTIONS[name].inputs == 1 else f"{name}(x, y)"
    expression, h = parse_expression(f"x*{call} + y"), 1e-6
    for x in places:
        y = 0.4
        by_x, by_y = expression.gradient(x, y)
        f = expression.value
        assert by_x == pytest.approx((f(x + h, y) - f(x - h, y)) / (2 * h), rel=1e-6, abs=1e-7)
        assert by_y == pytest.approx((f(x, y + h) - f(x, y - h)) / (2 * h), rel=1e-6, abs=1e-7)


formulas = st.recursive(
    st.sampled_from(["x", "y", "2", "0.5", "pi"]),
    lambda inner: (
        st.tuples(inner, st.sampled_from(["+", "-", "*"]), inner).map(lambda p: f"({p[0]} {p[1]} {p[2]})")
        | st.tuples(st.sampled_from(["sin", "cos", "tanh", "atan", "sigmoid"]), inner).map(lambda p: f"{p[0]}({p[1]})")
        | inner.map(lambda p: f"(-{p})")
        | inner.map(lambda p: f"{p}**2")
    ),
    max_leaves=8,
)


@given(formulas, st.floats(-1.2, 1.2), st.floats(-1.2, 1.2))
def test_that_the_gradient_agrees_with_differences(text: str, x: float, y: float) -> None:
    expression, h = parse_expression(text), 1e-5
    by_x, by_y = expression.gradient(x, y)
    f = expression.value
    size = 1 + abs(float(f(x, y))) + abs(by_x) + abs(by_y)
    assume(size < 1e6)  # towers of powers leave the numbers, and their differences are none then
    assert abs(by_x - (f(x + h, y) - f(x - h, y)) / (2 * h)) < 1e-4 * size**3
    assert abs(by_y - (f(x, y + h) - f(x, y - h)) / (2 * h)) < 1e-4 * size**3


@given(formulas, st.floats(-3, 3), st.floats(-3, 3))
def test_that_python_reads_the_same_formula_as_the_same_number(text: str, x: float, y: float) -> None:
    with np.errstate(all="ignore"):
        assert value(text, x, y) == pytest.approx(_python(ast.parse(text, mode="eval").body, x, y), rel=1e-9, abs=1e-9)


def _python(node: ast.expr, x: float, y: float) -> float:
    match node:
        case ast.Name():
            return {"x": x, "y": y, **CONSTANTS}[node.id]
        case ast.Constant():
            return float(node.value)
        case ast.UnaryOp():
            return -_python(node.operand, x, y)
        case ast.Call():
            return float(FUNCTIONS[node.func.id].value(_python(node.args[0], x, y)))
    left, right = np.float64(_python(node.left, x, y)), _python(node.right, x, y)
    signs = {ast.Add: np.add, ast.Sub: np.subtract, ast.Mult: np.multiply, ast.Pow: np.float_power}
    return float(signs[type(node.op)](left, right))


def test_that_arrays_are_computed_place_by_place() -> None:
    expression = parse_expression("sin(x)*y + 0.1*x**2")
    x, y = np.meshgrid(np.linspace(-2, 2, 5), np.linspace(-1, 1, 4))
    values, gradient = expression.value_and_gradient(x, y)
    assert values.shape == (4, 5)
    assert gradient.shape == (2, 4, 5)
    assert values[2, 3] == pytest.approx(float(expression.value(x[2, 3], y[2, 3])))
    assert gradient[:, 2, 3] == pytest.approx(expression.gradient(x[2, 3], y[2, 3]))


def test_that_a_formula_without_variables_has_the_shape_of_its_places() -> None:
    values, gradient = parse_expression("3").value_and_gradient(np.zeros(4), np.zeros(4))
    assert values.tolist() == [3.0] * 4
    assert not gradient.any()


def test_that_what_has_no_value_is_nan_or_inf_and_no_warning() -> None:
    assert np.isinf(value("1/(x - 2)"))
    assert np.isnan(value("sqrt(-x)"))
    assert np.isinf(value("exp(exp(exp(x*y)))"))
    assert np.isnan(value("0/0"))


@pytest.mark.parametrize(
    ("text", "code", "start", "end"),
    [
        ("", "expression_empty", 0, 1),
        ("x +", "expression_ends", 2, 3),
        ("2x", "expression_operator", 1, 2),
        ("x y", "expression_operator", 2, 3),
        ("sin x", "expression_bracket", 0, 3),
        ("sin(x", "expression_unclosed", 3, 4),
        ("x)", "expression_close", 1, 2),
        ("sni(x)", "expression_name", 0, 3),
        ("max(x)", "expression_count", 0, 6),
        ("x, y", "expression_comma", 1, 2),
        ("(x, y)", "expression_comma", 2, 3),
        ("x * * y", "expression_operand", 4, 5),
        ("x + 1e999", "expression_number", 4, 9),
        ("x = y", "expression_character", 2, 3),
        ("x.real", "expression_character", 1, 2),
        ("__import__('os')", "expression_character", 0, 1),
        ("(" * 60 + "x" + ")" * 60, "expression_deep", 40, 41),
        ("x+" * 300, "expression_long", MOST_CHARACTERS, 600),
    ],
)
def test_that_a_mistake_is_named_with_its_place(text: str, code: str, start: int, end: int) -> None:
    with pytest.raises(ExpressionError) as caught:
        parse_expression(text)
    assert (caught.value.code, caught.value.start, caught.value.end) == (code, start, end)


def test_that_a_mistyped_name_is_told_the_nearest() -> None:
    with pytest.raises(ExpressionError, match="Did you mean sqrt"):
        parse_expression("sqtr(x)")


def read_or_refuse(text: str) -> Expression | ExpressionError:
    try:
        return parse_expression(text)
    except ExpressionError as error:
        return error


WORDS = ["x", "y", "(", ")", "+", "-", "*", "**", "/", "^", ",", "sin", "min(", "exp(", "sqrt", "1", "2.5", "1e308", "9e9", "²",
         " ", "π", "_", ".", "lambda", "import os", "eval", "\x00", "é", "無", "x" * 30, "1" * 50, "((((", "𝒙", "\n"]  # fmt: skip


def test_that_ten_thousand_strings_give_a_formula_or_an_error() -> None:
    rng = random.Random(5)
    read = 0
    for _ in range(10_000):
        text = "".join(rng.choice(WORDS) for _ in range(rng.randint(0, 24)))
        result = read_or_refuse(text)
        if isinstance(result, Expression):
            read += 1
            found, gradient = result.value_and_gradient(np.array([0.0, 1.5]), np.array([-1.0, 2.0]))
            assert found.shape == (2,)
            assert gradient.shape == (2, 2)
        else:
            assert 0 <= result.start < result.end
            assert str(result)
    assert read > 100


@given(st.text(max_size=60))
def test_that_any_text_gives_a_formula_or_an_error(text: str) -> None:
    result = read_or_refuse(text)
    assert isinstance(result, Expression) or result.start < result.end
