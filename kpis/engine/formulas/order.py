"""The order in which formulas are evaluated: inputs before what is made of them."""

from __future__ import annotations

from collections.abc import Mapping
from graphlib import CycleError as _GraphCycle
from graphlib import TopologicalSorter

from kpis.engine.formulas.tree import Expression
from kpis.engine.frequency import Frequency


class CycleError(ValueError):
    """Formulas that need each other; the message and `path` name them: a → b → a."""

    def __init__(self, path: tuple[str, ...]) -> None:
        super().__init__(" → ".join(path))
        self.path = path


def dependency_order(formulas: Mapping[str, Expression]) -> list[str]:
    """The codes of the formulas, each after the formulas it uses. Raises CycleError.

    A formula that uses its own previous value is a cycle too: it would have no beginning.
    """
    graph = {code: [used for used in formulas[code].codes if used in formulas] for code in sorted(formulas)}
    try:
        return list(TopologicalSorter(graph).static_order())
    except _GraphCycle as cycle:
        raise CycleError(_named_from(cycle.args[1])) from cycle


def _named_from(nodes: list[str]) -> tuple[str, ...]:
    """The cycle in the direction of use, from its first code in the alphabet."""
    ring = nodes[:0:-1]
    start = ring.index(min(ring))
    return (*ring[start:], *ring[:start], ring[start])


def native_frequencies(
    formulas: Mapping[str, Expression], reported: Mapping[str, Frequency]
) -> dict[str, Frequency]:
    """Every formula's native frequency: its coarsest input's. Raises KeyError for an unknown input."""
    found = dict(reported)
    for code in dependency_order(formulas):
        found[code] = max(
            (found[used] for used in formulas[code].codes), key=lambda frequency: frequency.rank
        )
    return {code: found[code] for code in formulas}


def history_years(formulas: Mapping[str, Expression]) -> int:
    """How many fiscal years before the wanted ones the formulas look back upon, through `prev` in a row."""
    years: dict[str, int] = {}
    for code in dependency_order(formulas):
        expression = formulas[code]
        years[code] = max(years.get(used, 0) for used in expression.codes) + expression.uses_previous
    return max(years.values(), default=0)


def chain_length(formulas: Mapping[str, Expression]) -> int:
    """How many formulas stand one upon the other at most; 1 where none uses another."""
    steps: dict[str, int] = {}
    for code in dependency_order(formulas):
        steps[code] = 1 + max(steps.get(used, 0) for used in formulas[code].codes)
    return max(steps.values(), default=0)


def formulas_above(formulas: Mapping[str, Expression], codes: set[str]) -> set[str]:
    """The formulas whose value can change when one of these KPIs does."""
    above: set[str] = set()
    for code in dependency_order(formulas):
        if not (codes | above).isdisjoint(formulas[code].codes):
            above.add(code)
    return above
