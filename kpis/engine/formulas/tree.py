"""The tree that a formula is read into."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

SKIPPING = ("min", "max", "avg", "coalesce")
"""Functions that skip a missing argument; everything else passes it on."""

ARGUMENTS = {"if": (3, 3), "abs": (1, 1), **dict.fromkeys(SKIPPING, (1, 20))}
"""Functions and how many arguments they take: at least, at most."""


@dataclass(frozen=True, slots=True)
class Number:
    """A constant."""

    value: float


@dataclass(frozen=True, slots=True)
class Input:
    """A KPI's value in the cell, or, with `previous`, in the period before."""

    code: str
    position: int
    previous: bool = False


@dataclass(frozen=True, slots=True)
class Negative:
    """The operand with its sign turned."""

    operand: Node


@dataclass(frozen=True, slots=True)
class Operation:
    """Two operands and the sign between them: + - * / ^ < <= > >= = !=."""

    sign: str
    left: Node
    right: Node


@dataclass(frozen=True, slots=True)
class Call:
    """A function of its arguments."""

    function: str
    arguments: tuple[Node, ...]


Node = Number | Input | Negative | Operation | Call


@dataclass(frozen=True, slots=True)
class Expression:
    """A formula as read. `codes`: its inputs, each once, in order of appearance."""

    text: str
    root: Node
    codes: tuple[str, ...]
    required: frozenset[str]
    """Inputs used outside min, max, avg and coalesce: without them there is no value."""
    uses_previous: bool

    @property
    def needed(self) -> frozenset[str]:
        """The required inputs, or all where none is: what coverage and applicability are judged by."""
        return self.required or frozenset(self.codes)


def expression_of(text: str, root: Node) -> Expression:
    """The expression with what is asked of its tree again and again."""
    inputs = list(_inputs(root, required=True))
    return Expression(
        text=text,
        root=root,
        codes=tuple(dict.fromkeys(found.code for found, _ in inputs)),
        required=frozenset(found.code for found, required in inputs if required),
        uses_previous=any(found.previous for found, _ in inputs),
    )


def _inputs(node: Node, required: bool) -> Iterator[tuple[Input, bool]]:
    match node:
        case Input():
            yield node, required
        case Negative(operand):
            yield from _inputs(operand, required)
        case Operation(_, left, right):
            yield from _inputs(left, required)
            yield from _inputs(right, required)
        case Call(function, arguments):
            for argument in arguments:
                yield from _inputs(argument, required and function not in SKIPPING)
