"""Why one KPI's cell is what it is: departments below, inputs of its formula, what is missing, what moved."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from kpis.as_of import AsOf
from kpis.cells import Cell, read_many
from kpis.engine.explain import Branch, Change, explain_change
from kpis.engine.formulas.parser import parse
from kpis.engine.frequency import Period
from kpis.engine.periods import Calendar
from kpis.engine.rules import DepartmentRollup, OwnValue, TimeRollup
from kpis.explaining.leaf import leaf_of
from kpis.explaining.missing import MissingValue, missing_values
from kpis.formulas.reported import reported_below
from kpis.models import KPI, Series
from kpis.store.rules import KnownRules, read_rules
from org.queries import TreeNode

_EXACT = 1e-9


@dataclass(frozen=True)
class Part:
    """A department's part of a value: one of those below, or (`own`) what the department itself reports.

    Where values add up, `share` is its share of the value and `moved` what it added to the value's change.
    """

    department: TreeNode
    own: bool
    cell: Cell | None
    value: float | None
    share: float | None = None
    moved: float | None = None


@dataclass(frozen=True)
class InputValue:
    """An input of a formula with its cell."""

    kpi: KPI
    cell: Cell


@dataclass(frozen=True)
class CellExplanation:
    """Why a KPI's number at a department in a period is what it is, against the period before.

    `change`: the split of the change of the score into actuals and anchors.
    """

    kpi: KPI
    known: KnownRules
    department: TreeNode
    period: Period
    calendar: Calendar
    as_of: dt.date
    cell: Cell
    before: Cell
    change: Change
    parts: tuple[Part, ...]
    inputs: tuple[InputValue, ...]
    missing: tuple[MissingValue, ...]

    @property
    def moved(self) -> float | None:
        """The change of the score; None where one of the two is wanting."""
        now, before = self.cell.score, self.before.score
        return None if now is None or before is None else now - before


@dataclass(frozen=True)
class Question:
    """Which cell is asked about, and as of which day."""

    kpi: KPI
    known: KnownRules
    department: TreeNode
    period: Period
    calendar: Calendar
    as_of: AsOf

    @property
    def periods(self) -> list[Period]:
        """The period before and the period."""
        return [self.calendar.previous(self.period), self.period]

    def cells(self, wanted: Sequence[tuple[int, KnownRules]]) -> Sequence[Sequence[Cell]]:
        """The cells of both periods for each wanted department and KPI."""
        return read_many(wanted, self.periods, self.calendar, self.as_of.day, known_at=self.as_of.known_at)


def explain_cell(question: Question, tree: Sequence[TreeNode]) -> CellExplanation:
    """The explanation; a constant number of queries. `tree`: the departments of the day."""
    below = [node for node in tree if node.parent_id == question.department.id]
    before, now = question.cells([(question.department.id, question.known)])[0]
    inputs = _inputs(question)
    reported = reported_below([question.known], question.as_of.known_at)[question.known.kpi_id]
    asked = [(known, now.shown) for known in reported]
    return CellExplanation(
        kpi=question.kpi,
        known=question.known,
        department=question.department,
        period=question.period,
        calendar=question.calendar,
        as_of=question.as_of.day,
        cell=now,
        before=before,
        change=_change(question, before, now),
        parts=tuple(_parts(question, below, before, now)),
        inputs=tuple(inputs),
        missing=tuple(
            missing_values(
                asked,
                question.department.id,
                question.calendar,
                question.as_of.day,
                question.as_of.known_at,
            )
        ),
    )


def _change(question: Question, before: Cell, now: Cell) -> Change:
    """The split of the score's change; without effects where stored scores await their computation."""
    one = [Branch("kpi", ((1.0, leaf_of(cell, question.known)),)) for cell in (before, now)]
    change = explain_change(*one)
    pairs = ((change.before, before.score), (change.now, now.score))
    if all(a is b or (a is not None and b is not None and abs(a - b) <= _EXACT) for a, b in pairs):
        return change
    return Change(before.score, now.score, {})


def _parts(question: Question, below: Sequence[TreeNode], before: Cell, now: Cell) -> list[Part]:
    """The departments below at which the KPI applies in either period, and the department's own report."""
    rows = question.cells([(node.id, question.known) for node in below])
    cells = [(node, row[0], row[1]) for node, row in zip(below, rows, strict=True) if _applies(row)]
    if not cells:
        return []
    reports = _reports(question)
    parts = [Part(node, False, here, here.value) for node, _then, here in cells]
    if not _adds_up(question.known, now):
        return parts
    then = [earlier for _, earlier, _ in cells]
    own_now = _rest(now, [here for _, _, here in cells])
    own_then = _rest(before, then)
    if not reports and (not _nothing(own_now, now) or not _nothing(own_then, before)):
        return parts  # a department moved, or holds a value of its own that it does not report any more
    shared = [
        _shared(part, now, part.value, earlier.value) for part, earlier in zip(parts, then, strict=True)
    ]
    if reports:
        own = Part(question.department, True, None, own_now)
        shared.insert(0, _shared(own, now, own_now, own_then))
    return shared


def _applies(row: Sequence[Cell]) -> bool:
    return any(cell.applicable for cell in row)


def _shared(part: Part, whole: Cell, value: float | None, then: float | None) -> Part:
    share = value / whole.value if value is not None and whole.value else None
    moved = None if value is None and then is None else (value or 0.0) - (then or 0.0)
    return Part(part.department, part.own, part.cell, value, share, moved)


def _reports(question: Question) -> bool:
    """Whether the department reports the KPI itself."""
    return Series.objects.filter(kpi=question.kpi, department_id=question.department.id).exists()


def _adds_up(known: KnownRules, cell: Cell) -> bool:
    """Whether values of departments add up to the value: summed over departments and over time."""
    rules = known.rules
    return (
        not rules.formula
        and rules.department_rollup == DepartmentRollup.SUM
        and rules.own_value == OwnValue.ADDS
        and (rules.time_rollup == TimeRollup.SUM or cell.shown.frequency == rules.frequency)
    )


def _rest(whole: Cell, parts: Sequence[Cell]) -> float | None:
    """What is left of a value without those of the departments below."""
    if whole.value is None:
        return None
    return whole.value - sum(each.value for each in parts if each.value is not None)


def _nothing(rest: float | None, whole: Cell) -> bool:
    return rest is None or abs(rest) <= _EXACT * max(1.0, abs(whole.value or 0.0))


def _inputs(question: Question) -> list[InputValue]:
    """The inputs of a formula with their cells, in its order."""
    formula = question.known.rules.formula
    if not formula:
        return []
    codes = parse(formula).codes
    kpis = {each.code: each for each in KPI.objects.filter(code__in=codes)}
    known = read_rules([each.pk for each in kpis.values()], question.as_of.known_at)
    rules = {each.kpi_id: each for each in known}
    used = [kpis[code] for code in codes if code in kpis and kpis[code].pk in rules]
    rows = question.cells([(question.department.id, rules[kpi.pk]) for kpi in used])
    return [InputValue(kpi, row[1]) for kpi, row in zip(used, rows, strict=True)]
