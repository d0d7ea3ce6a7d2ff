"""From the words of a formula to its graph, by operator precedence. Nothing of the text is ever run as a program."""

from __future__ import annotations

import math
from dataclasses import replace
from typing import Final

import numpy as np

from core.errors import ExpressionError
from core.expressions.expression import QUIET, Expression, Node
from core.expressions.operations import CONSTANTS, FUNCTIONS, OPERATIONS
from core.expressions.tokens import Token, tokens_of
from core.nearest import did_you_mean

DEEPEST: Final = 40
"""Levels of brackets, signs and powers inside each other."""

_BINDING: Final = {"+": 1, "-": 1, "*": 2, "/": 2, "**": 4}
_SIGN_BINDING: Final = 3
"""``-x**2`` is −(x²), and ``2*-x`` is 2·(−x)."""


def parse_expression(text: str, variables: tuple[str, ...] = ("x", "y")) -> Expression:
    """Read a formula.

    Parameters
    ----------
    text
        Such as ``sin(x)*y + 0.1*x**2``; ``^``, ``²``, ``·``, ``×``, ``−`` and ``π`` are understood.
    variables
        The names that it may use.

    Raises
    ------
    ExpressionError
        With the offsets of the first mistake.
    """
    parser = _Parser(text, variables)
    return Expression(text, variables, _needed(parser.nodes, parser.read_all()))


def _needed(nodes: list[Node], last: int) -> tuple[Node, ...]:
    """Return the nodes that the last one is computed from, itself at the end; folded numbers leave others behind."""
    wanted = {last}
    for index in range(last, -1, -1):
        if index in wanted:
            wanted.update(nodes[index].inputs)
    place = {old: new for new, old in enumerate(sorted(wanted))}
    return tuple(replace(nodes[old], inputs=tuple(place[i] for i in nodes[old].inputs)) for old in place)


class _Parser:
    def __init__(self, text: str, variables: tuple[str, ...]) -> None:
        self.nodes: list[Node] = []
        self._variables = variables
        self._tokens = list(tokens_of(text))
        self._at = 0
        self._depth = 0

    @property
    def _next(self) -> Token:
        return self._tokens[self._at]

    def _take(self) -> Token:
        token = self._next
        self._at += token.kind != "end"
        return token

    def read_all(self) -> int:
        """Read the whole text and return the node of its value."""
        if self._next.kind == "end":
            raise ExpressionError("expression_empty", start=0, end=1, variables=", ".join(self._variables))
        last = self._operation(0)
        if (rest := self._next).kind != "end":
            if rest.text == ")":
                raise ExpressionError("expression_close", start=rest.start, end=rest.end)
            if rest.text == ",":
                raise ExpressionError("expression_comma", start=rest.start, end=rest.end)
            raise self._no_operator(rest)
        return last

    def _operation(self, least: int) -> int:
        """Read operands and the operators between them that bind tighter than `least`; return the node of the value."""
        self._depth += 1
        if self._depth > DEEPEST:
            raise ExpressionError("expression_deep", start=self._next.start, end=self._next.end, most=DEEPEST)
        left = self._operand()
        while True:
            token = self._next
            if token.kind == "raised":
                if least >= _BINDING["**"]:
                    break
                self._take()
                left = self._add("**", left, self._number(token))
                continue
            binding = _BINDING.get(token.text, 0) if token.kind == "sign" else 0
            if binding <= least:
                break
            self._take()
            # Powers are read from the right: 2**3**2 is 2**(3**2).
            right = self._operation(binding - 1 if token.text == "**" else binding)
            left = self._add(token.text, left, right)
        self._depth -= 1
        return left

    def _operand(self) -> int:
        token = self._take()
        if token.kind == "number":
            return self._number(token)
        if token.kind == "name":
            return self._name(token)
        if token.text in {"-", "+"}:
            inner = self._operation(_SIGN_BINDING)
            return inner if token.text == "+" else self._add("neg", inner)
        if token.text == "(":
            inner = self._operation(0)
            self._close(token)
            return inner
        raise self._no_operand(token)

    def _name(self, token: Token) -> int:
        if token.text in self._variables:
            index = self._variables.index(token.text)
            return self._append(Node("variable", number=index, varies=True))
        if token.text in CONSTANTS:
            return self._append(Node("number", number=CONSTANTS[token.text]))
        if token.text not in FUNCTIONS:
            known = [*self._variables, *CONSTANTS, *FUNCTIONS]
            raise ExpressionError(
                "expression_name",
                start=token.start,
                end=token.end,
                received=token.text,
                known=", ".join(known),
                hint=did_you_mean(token.text, known),
            )
        return self._call(token)

    def _call(self, token: Token) -> int:
        wanted = FUNCTIONS[token.text].inputs
        if self._next.text != "(":
            raise ExpressionError("expression_bracket", start=token.start, end=token.end, name=token.text)
        bracket = self._take()
        inputs = [self._operation(0)]
        while self._next.text == ",":
            self._take()
            inputs.append(self._operation(0))
        self._close(bracket)
        if len(inputs) != wanted:
            end = self._tokens[self._at - 1].end
            raise ExpressionError(
                "expression_count", start=token.start, end=end, name=token.text, expected=wanted, received=len(inputs)
            )
        return self._add(token.text, *inputs)

    def _close(self, bracket: Token) -> None:
        token = self._next
        if token.text == ")":
            self._take()
        elif token.kind == "end":
            raise ExpressionError("expression_unclosed", start=bracket.start, end=bracket.end)
        elif token.text == ",":
            raise ExpressionError("expression_comma", start=token.start, end=token.end)
        else:
            raise self._no_operator(token)

    def _number(self, token: Token) -> int:
        number = float(token.text)
        if not math.isfinite(number):
            raise ExpressionError("expression_number", start=token.start, end=token.end, received=token.text)
        return self._append(Node("number", number=number))

    def _append(self, node: Node) -> int:
        self.nodes.append(node)
        return len(self.nodes) - 1

    def _add(self, kind: str, *inputs: int) -> int:
        """Add an operation; of numbers alone it becomes a number at once."""
        sources = [self.nodes[i] for i in inputs]
        if kind == "**" and sources[1].kind == "number" and sources[1].number == 2:
            kind, inputs, sources = "square", inputs[:1], sources[:1]
        if all(source.kind == "number" for source in sources):
            with np.errstate(**QUIET):
                number = float(OPERATIONS[kind].value(*[np.float64(source.number) for source in sources]))
            return self._append(Node("number", number=number))
        return self._append(Node(kind, inputs, varies=any(source.varies for source in sources)))

    def _before(self, token: Token) -> str:
        index = self._tokens.index(token)
        return self._tokens[index - 1].text if index else ""

    def _no_operand(self, token: Token) -> ExpressionError:
        if token.kind == "end":
            last = self._tokens[-2]
            return ExpressionError("expression_ends", start=last.start, end=last.end, received=last.text)
        return ExpressionError("expression_operand", start=token.start, end=token.end, received=token.text)

    def _no_operator(self, token: Token) -> ExpressionError:
        left = self._before(token)
        return ExpressionError("expression_operator", start=token.start, end=token.end, left=left, right=token.text)
