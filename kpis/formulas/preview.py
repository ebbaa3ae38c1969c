"""What a formula would show, before it is saved: its inputs, and its last periods at a department."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from django.db import connection
from django.utils import timezone

from kpis.engine.batch import Cells
from kpis.engine.formulas.tokens import written
from kpis.engine.frequency import Frequency, Period
from kpis.engine.layout import grain_of, position
from kpis.engine.periods import Calendar
from kpis.engine.rules import KpiRules
from kpis.engine.states import coverage
from kpis.formulas.checking import CheckedFormula, check_formula
from kpis.models import KPI
from kpis.store.compute import KnownKpis, formula_cells
from kpis.store.rules import KnownRules, read_rules
from kpis.store.tree import read_tree

SHOWN = 12
_UNSAVED = 0


@dataclass(frozen=True)
class InputKpi:
    """A KPI that a formula uses, as the formula writes it."""

    kpi: KPI
    frequency: Frequency
    written: str
    required: bool


@dataclass(frozen=True)
class PreviewPeriod:
    """The formula's value in a period (None: missing) and the share of what it needs that is in, 0 to 1."""

    period: Period
    value: float | None
    coverage: float


@dataclass(frozen=True)
class Preview:
    """A formula that may be saved, with its inputs and its last periods, the oldest first."""

    checked: CheckedFormula
    inputs: Sequence[InputKpi]
    periods: Sequence[PreviewPeriod]

    @property
    def has_values(self) -> bool:
        """Whether there is anything to show."""
        return any(each.value is not None for each in self.periods)


def preview(text: str, code: str, department_id: int, calendar: Calendar, as_of: dt.date) -> Preview:
    """Check a formula of the KPI `code` (which need not exist) and compute it, without storing anything.

    Raises Refused as `check_formula` does.
    """
    checked = check_formula(text, code)
    known = _known(checked, code)
    last = calendar.containing(as_of, checked.frequency)
    if not calendar.ended(last, as_of):
        last = calendar.previous(last)
    periods = [calendar.shift(last, n) for n in range(1 - SHOWN, 1)]
    shown = _values(known, code, department_id, periods, calendar, as_of)
    return Preview(checked, _inputs(checked, known), shown)


def _known(checked: CheckedFormula, code: str) -> KnownKpis:
    """All that the formula needs, and the formula as it would be."""
    needed = read_rules([], codes=checked.graph.below([code]) - {code})
    rules = KpiRules(code, checked.frequency, formula=checked.expression.text)
    found = {each.rules.code: each for each in needed}
    return KnownKpis({**found, code: KnownRules(_UNSAVED, rules, 0)}, checked.graph)


def _inputs(checked: CheckedFormula, known: KnownKpis) -> list[InputKpi]:
    """The KPIs that the formula names, in the order in which it does."""
    expression = checked.expression
    kpis = {each.code: each for each in KPI.objects.filter(code__in=expression.codes)}
    return [
        InputKpi(kpis[code], known.rules[code].rules.frequency, written(code), code in expression.required)
        for code in expression.codes
    ]


def _values(
    known: KnownKpis,
    code: str,
    department_id: int,
    periods: Sequence[Period],
    calendar: Calendar,
    as_of: dt.date,
) -> list[PreviewPeriod]:
    years = (calendar.fiscal_year_of(periods[0]), calendar.fiscal_year_of(periods[-1]))
    with connection.cursor() as cursor:
        tree = read_tree(cursor, timezone.now())
        (computed,) = formula_cells(cursor, [code], known, years, calendar, as_of, tree)
    department = int(np.flatnonzero(computed.department_ids == department_id)[0])
    native = known.rules[code].rules.frequency
    return [_at(computed.cells, department, native, period, calendar) for period in periods]


def _at(
    cells: Cells, department: int, native: Frequency, period: Period, calendar: Calendar
) -> PreviewPeriod:
    metrics = cells.grains[grain_of(period.frequency)]
    year = calendar.fiscal_year_of(period) - cells.years.start
    place = (department, 0, year, position(calendar, native, period))
    value, expected, reported = (float(metrics[name][place]) for name in ("value", "expected", "reported"))
    return PreviewPeriod(period, None if value != value else value, coverage(value, expected, reported))
