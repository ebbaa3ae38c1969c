"""The value of a formula's tree on arrays of cells. NaN is missing; so is every result that is not finite."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from kpis.engine.formulas.tree import Call, Input, Negative, Node, Number, Operation
from kpis.engine.scoring import FloatArray

Lookup = Callable[[str, bool], FloatArray]
"""The cells of a KPI by code; True asks for those of the preceding period."""

_ARITHMETIC: dict[str, np.ufunc] = {
    "+": np.add,
    "-": np.subtract,
    "*": np.multiply,
    "/": np.divide,
    "^": np.float_power,
}
_COMPARISON: dict[str, np.ufunc] = {
    "<": np.less,
    "<=": np.less_equal,
    ">": np.greater,
    ">=": np.greater_equal,
    "=": np.equal,
    "!=": np.not_equal,
}


def evaluate(node: Node, lookup: Lookup) -> FloatArray:
    """The node's value in every cell, in the shape of what `lookup` gives (a number alone: no axes)."""
    match node:
        case Number(value):
            return np.array(value)
        case Input(code, _, previous):
            return lookup(code, previous)
        case Negative(operand):
            return -evaluate(operand, lookup)
        case Operation(sign, left, right):
            return _operate(sign, evaluate(left, lookup), evaluate(right, lookup))
        case Call(function, arguments):
            return _call(function, [evaluate(argument, lookup) for argument in arguments])


def _operate(sign: str, left: FloatArray, right: FloatArray) -> FloatArray:
    if sign in _COMPARISON:
        holds = _COMPARISON[sign](left, right).astype(np.float64)
        return np.where(np.isnan(left) | np.isnan(right), np.nan, holds)
    with np.errstate(all="ignore"):
        return _finite(_ARITHMETIC[sign](left, right))


def _finite(result: FloatArray) -> FloatArray:
    return np.where(np.isfinite(result), result, np.nan)


def _call(function: str, arguments: list[FloatArray]) -> FloatArray:
    if function == "abs":
        return np.abs(arguments[0])
    if function == "if":
        condition, then, otherwise = arguments
        return np.where(np.isnan(condition), np.nan, np.where(condition != 0, then, otherwise))
    return _SKIPPING[function](np.stack(np.broadcast_arrays(*arguments)))


def _average(stack: FloatArray) -> FloatArray:
    """The mean of the arguments that are there, added in the order written."""
    total = np.add.accumulate(np.where(np.isnan(stack), 0.0, stack), axis=0)[-1]
    with np.errstate(all="ignore"):
        return _finite(total / (~np.isnan(stack)).sum(axis=0))


def _first(stack: FloatArray) -> FloatArray:
    result = stack[0]
    for following in stack[1:]:
        result = np.where(np.isnan(result), following, result)
    return result


_SKIPPING: dict[str, Callable[[FloatArray], FloatArray]] = {
    "min": lambda stack: np.fmin.reduce(stack, axis=0),
    "max": lambda stack: np.fmax.reduce(stack, axis=0),
    "avg": _average,
    "coalesce": _first,
}
