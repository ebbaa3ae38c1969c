"""Whether a formula may be saved, as forms, serializers and imports ask before the action does."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.db import connection
from django.utils.translation import gettext as _

from core.errors import Fault, Refused
from kpis.engine.formulas.faults import FormulaError
from kpis.engine.formulas.order import CycleError, chain_length, dependency_order, native_frequencies
from kpis.engine.formulas.parser import parse
from kpis.engine.formulas.tree import Expression
from kpis.engine.frequency import Frequency
from kpis.formulas.graph import FormulaGraph, read_graph
from kpis.formulas.wording import fault_text
from kpis.models import Definition

MOST_STEPS = 10
"""Formulas that may stand one upon the other, which bounds the work of a change and of looking back."""
MOST_INPUTS = 100
"""KPIs that a formula may be computed from, those of its inputs' formulas included."""


@dataclass(frozen=True)
class CheckedFormula:
    """A formula that may be saved, among all others as they would be then."""

    expression: Expression
    frequency: Frequency
    graph: FormulaGraph


def check_formula(text: str, code: str) -> CheckedFormula:
    """Read the formula of the KPI `code`, which need not exist yet; two queries.

    Raises Refused: what is wrong and where, an unknown KPI with the one that may be meant, a cycle by its
    names, too long a chain of formulas, too many KPIs below one.
    """
    kpis = frequency_by_code()
    expression = _read(text, {*kpis, code})
    with connection.cursor() as cursor:
        stored = read_graph(cursor)
    graph = FormulaGraph({**stored.expressions, code: expression}, {code: 0, **stored.kpi_ids})
    _refuse_cycle(graph)
    _refuse_work(graph, code)
    frequencies = native_frequencies(graph.expressions, _reported(kpis, graph))
    return CheckedFormula(expression, frequencies[code], graph)


def frequency_by_code() -> dict[str, Frequency]:
    """The native frequency of every KPI as it is defined now."""
    rows = Definition.objects.current().values_list("kpi__code", "frequency")
    return {code: Frequency(frequency) for code, frequency in rows}


def _reported(kpis: Mapping[str, Frequency], graph: FormulaGraph) -> dict[str, Frequency]:
    return {code: frequency for code, frequency in kpis.items() if code not in graph.expressions}


def _read(text: str, known: set[str]) -> Expression:
    if not text.strip():
        raise Refused([Fault(_("Write the formula."), field="formula", code="required")])
    try:
        return parse(text, known)
    except FormulaError as error:
        raise Refused([Fault(fault_text(error), field="formula", code="formula")]) from None


def _refuse_cycle(graph: FormulaGraph) -> None:
    try:
        dependency_order(graph.expressions)
    except CycleError as cycle:
        reason = _("A formula cannot need its own result: %(path)s.") % {"path": cycle}
        raise Refused([Fault(reason, field="formula", code="cycle")]) from None


def _refuse_work(graph: FormulaGraph, code: str) -> None:
    """Refuse what would make this formula, or one above it, too much work."""
    for each in [code, *sorted(graph.above([code]))]:
        part = graph.part([each])
        if chain_length(part) > MOST_STEPS:
            reason = _("%(kpi)s would stand on more than %(most)s formulas, one upon the other.")
            raise Refused([Fault(reason % {"kpi": each, "most": MOST_STEPS}, field="formula", code="work")])
        if len(graph.below([each])) - 1 > MOST_INPUTS:
            reason = _("%(kpi)s would be computed from more than %(most)s KPIs.")
            raise Refused([Fault(reason % {"kpi": each, "most": MOST_INPUTS}, field="formula", code="work")])
