"""Formula KPIs at every department, frequency and year to date, in dependency order."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np

from kpis.engine.batch import Batch, Cells, CellTarget
from kpis.engine.cell_targets import complete_lines
from kpis.engine.formulas.evaluator import Evaluator
from kpis.engine.formulas.inputs import Place
from kpis.engine.formulas.order import dependency_order
from kpis.engine.formulas.targets import default_targets, mean_of_natives, native_targets
from kpis.engine.formulas.tree import Expression
from kpis.engine.layout import grains_of, row_layout
from kpis.engine.over_time import SectionCells
from kpis.engine.periods import Calendar, Frequency, Period
from kpis.engine.rows import Row, empty_row
from kpis.engine.rules import KpiRules
from kpis.engine.scoring import FloatArray


@dataclass(frozen=True, slots=True)
class FormulaKpi:
    """A formula KPI: its rules (`frequency` is its coarsest input's), its tree and its cell targets.

    A cell target's `kpi` is not read.
    """

    rules: KpiRules
    expression: Expression
    cell_targets: tuple[CellTarget, ...] = ()


def roll_up_formulas(
    batches: Sequence[Batch], formulas: Mapping[str, FormulaKpi], calendar: Calendar, as_of: date
) -> dict[str, Cells]:
    """The cells of every formula, by code, each with one KPI on its axis.

    `batches` hold all reported inputs, over the same departments and fiscal years. Where formulas use `prev`
    they begin `history_years` before the years wanted, as the first years lack what was before them.
    Raises CycleError, and KeyError for an input that is neither reported nor a formula.
    """
    expressions = {code: formula.expression for code, formula in formulas.items()}
    with np.errstate(all="ignore"):
        evaluator = Evaluator(batches, expressions, calendar, as_of)
        return {code: _cells_of(formulas[code], code, evaluator) for code in dependency_order(expressions)}


def _cells_of(formula: FormulaKpi, code: str, evaluator: Evaluator) -> Cells:
    native = Frequency(formula.rules.frequency)
    targets = _Targets.of(formula, code, evaluator)
    grains = {}
    for grain in grains_of(native):
        layout = row_layout(native, grain)
        row = empty_row((evaluator.departments, 1, len(evaluator.years)), layout)
        for section in layout.sections:
            _put(row, Place(section), targets, evaluator)
        _put(row, Place(layout.ytd, year_to_date=True), targets, evaluator)
        row.score([0], formula.rules.direction)
        grains[grain] = row.flattened()
    return Cells(evaluator.years, grains)


@dataclass(frozen=True, slots=True)
class _Targets:
    """A formula with its value [D,1,P] and targets [4,D,1,P] on its native axis."""

    formula: FormulaKpi
    code: str
    value: FloatArray
    anchors: FloatArray

    @classmethod
    def of(cls, formula: FormulaKpi, code: str, evaluator: Evaluator) -> _Targets:
        native = Frequency(formula.rules.frequency)
        section = row_layout(native, grains_of(native)[-1]).ytd
        exists = evaluator.exists(section).ravel()
        value = evaluator.formula(code, Place(section)).value[..., exists]
        ordinals = evaluator.ordinals(native)
        return cls(formula, code, value, native_targets(formula.rules, formula.cell_targets, value, ordinals))


def _put(row: Row, place: Place, targets: _Targets, evaluator: Evaluator) -> None:
    """Fill a section, or the year to date, with values, counts and anchors."""
    rules = targets.formula.rules
    cells = evaluator.formula(targets.code, place)
    if targets.formula.cell_targets:
        walk = evaluator.walk(place, Frequency(rules.frequency))
        whole, to_date = mean_of_natives(rules, targets.value, targets.anchors, walk)
    else:
        whole, to_date = default_targets(rules, cells.value.shape)
    if not place.year_to_date:
        for target in targets.formula.cell_targets:
            _set_own(target, place, rules, evaluator, (whole, to_date))
    filled = SectionCells(cells.value, whole, to_date, cells.counts, np.full_like(cells.value, np.nan))
    row.put(place.section, [0], filled, 0, prefix="ytd_" if place.year_to_date else "")


def _set_own(
    target: CellTarget,
    place: Place,
    rules: KpiRules,
    evaluator: Evaluator,
    anchors: tuple[FloatArray, FloatArray],
) -> None:
    """A formula has no yardstick to share a cell's own target by: to date it is the same."""
    calendar, period = evaluator.calendar, target.period
    year = calendar.fiscal_year_of(period)
    if period.frequency != place.section.frequency or year not in evaluator.years:
        return
    first, _ = calendar.child_range(Period(Frequency.YEAR, year), period.frequency)
    cell = (year - evaluator.years[0]) * place.section.size + period.ordinal - first
    whole, to_date = (lines[:, target.department, 0, cell] for lines in anchors)
    whole[:] = to_date[:] = complete_lines(np.array(target.anchors), whole.copy(), rules)
