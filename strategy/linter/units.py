"""Units as the rules compare them, and formulas that add what cannot be added."""

import re
from collections.abc import Mapping

from kpis.engine.formulas.tree import SKIPPING, Call, Expression, Input, Negative, Node, Operation

_RATIO = re.compile(
    r"%|‰|/|\b(percent|per cent|percentage|permille|ratio|rate|index|share|per|average|avg|mean|pp)\b",
    re.IGNORECASE,
)
_ADDING = {"+", "-"}


def same_unit(unit: str) -> str:
    """A unit as it is compared: "Million EUR" and "million  eur" are one."""
    return " ".join(unit.casefold().split())


def is_ratio(unit: str) -> bool:
    """Whether a unit says that its numbers are something per something else."""
    return bool(_RATIO.search(unit))


def mixed_units(expression: Expression, units: Mapping[str, str]) -> tuple[str, str] | None:
    """Two units that the formula adds, subtracts, or takes the least, greatest or mean of; None: it does not.

    Numbers, products and quotients have a unit that nobody wrote down: they fit any.
    """
    return _Walk(units).of(expression.root)[1]


class _Walk:
    """Goes through a tree: each node has its value's unit ("": not known) and the first clash below it."""

    def __init__(self, units: Mapping[str, str]) -> None:
        self.units = units

    def of(self, node: Node) -> tuple[str, tuple[str, str] | None]:
        match node:
            case Input(code=code):
                return self.units.get(code, ""), None
            case Negative(operand):
                return self.of(operand)
            case Operation(sign, left, right):
                return self._together((left, right), keeps=sign in _ADDING)
            case Call(function, arguments):
                if function == "if":
                    return self._chosen(arguments)
                return self._together(arguments, keeps=function in SKIPPING or function == "abs")
        return "", None

    def _together(self, nodes: tuple[Node, ...], keeps: bool) -> tuple[str, tuple[str, str] | None]:
        """Nodes that are added or compared with each other; `keeps`: the unit stays and must be one."""
        parts = [self.of(each) for each in nodes]
        clash = next((clash for _unit, clash in parts if clash), None)
        known = {same_unit(unit): unit for unit, _clash in reversed(parts) if unit}
        if not keeps or clash:
            return "", clash
        first, *others = [*reversed(known.values())] or [""]
        return first, (first, others[0]) if others else None

    def _chosen(self, arguments: tuple[Node, ...]) -> tuple[str, tuple[str, str] | None]:
        """`if`: the condition by itself, and either of two values."""
        _unit, clash = self.of(arguments[0])
        unit, other = self._together(arguments[1:], keeps=True)
        return unit, clash or other
