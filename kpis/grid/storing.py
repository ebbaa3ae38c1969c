"""Storing what was typed into a grid: each cell by itself, so that one fault keeps no other value out."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from django.core.exceptions import PermissionDenied
from django.utils.translation import gettext as _

from core.errors import Conflict, Fault, Refused
from kpis.actions import record_measurements
from kpis.engine.frequency import Frequency, Period, PeriodError
from kpis.engine.periods import Calendar
from kpis.enums import MeasurementState
from kpis.grid.plausible import doubt
from kpis.grid.rows import GridCell, grid_cells
from kpis.grid.typed import Typed, number_as_typed
from kpis.intake import RawValue, check_values
from kpis.models import Definition
from kpis.queries import calendar as fiscal_calendar
from kpis.queries import series_with_path
from org.models import User


class Outcome(StrEnum):
    """What became of a cell: the first three are done, the others ask for something."""

    STORED = "stored"
    UNCHANGED = "unchanged"
    WAITS = "waits"
    ASKS = "asks"
    NEEDS_REASON = "needs_reason"
    WRONG = "wrong"

    @property
    def is_done(self) -> bool:
        """Whether nothing more is asked for."""
        return self in (Outcome.STORED, Outcome.UNCHANGED, Outcome.WAITS)


@dataclass(frozen=True)
class Answer:
    """What became of one cell, in words where it asks for something; what was typed is kept."""

    typed: Typed
    outcome: Outcome
    message: str = ""
    cell: GridCell | None = None
    value: float | None = None
    again: bool = False  # the same stands there already: nothing was stored

    @property
    def is_news(self) -> bool:
        """Whether something was stored."""
        return self.outcome.is_done and not self.again


def store_typed(*, by: User, typed: Sequence[Typed]) -> list[Answer]:
    """Store each cell that can be; the answers stand in the order of `typed`.

    Raises PermissionDenied where a value is not the user's to report: then nothing is stored.
    """
    desk = _Desk(by, fiscal_calendar())
    answers = desk.read(typed)
    return desk.store(answers)


class _Desk:
    """Goes through what was typed: reads it, asks about it, stores it."""

    def __init__(self, by: User, calendar: Calendar) -> None:
        self.by, self.calendar = by, calendar

    def read(self, typed: Sequence[Typed]) -> list[Answer]:
        """Each cell with its number, or with what is wrong or missing."""
        cells = self._cells(typed)
        return [self._read(each, cells.get(each.key)) for each in typed]

    def _cells(self, typed: Sequence[Typed]) -> Mapping[str, GridCell]:
        series = series_with_path().filter(pk__in={each.series for each in typed})
        known = {each.pk: each for each in series.select_related("kpi", "department")}
        kpis = {each.kpi_id for each in known.values()}
        definitions = Definition.objects.current().filter(kpi__in=kpis)
        frequency = dict(definitions.values_list("kpi_id", "frequency"))
        wanted = [
            (known[each.series], Period(Frequency(frequency[known[each.series].kpi_id]), each.period))
            for each in typed
            if each.series in known
        ]
        return {cell.key: cell for cell in grid_cells(wanted)}

    def _read(self, typed: Typed, cell: GridCell | None) -> Answer:
        if cell is None:
            return Answer(typed, Outcome.WRONG, _("This series is no longer there."))
        if not self.by.has_perm("kpis.enter_value", cell.series):
            raise PermissionDenied
        kpi = cell.series.kpi
        try:
            value = number_as_typed(typed.value, kpi.unit)
            self.calendar.format(cell.period)
        except (ValueError, OverflowError, PeriodError) as error:
            return Answer(typed, Outcome.WRONG, str(error), cell)
        if _stands_there(typed, cell, value):
            outcome = Outcome.UNCHANGED if cell.pending is None else Outcome.WAITS
            return Answer(typed, outcome, "", cell, value, again=True)
        question = "" if typed.confirmed else doubt(value, list(cell.before.values()), kpi.unit, kpi.decimals)
        if question:
            return Answer(typed, Outcome.ASKS, question, cell, value)
        if cell.current is not None and cell.current.value != value and not _reason(typed, cell):
            return Answer(typed, Outcome.NEEDS_REASON, _("Say why the value changes."), cell, value)
        if _changes_the_note_alone(typed, cell, value):
            reason = _("This value is stored already, and its note stays as it was.")
            return Answer(typed, Outcome.WRONG, reason, cell, value)
        return Answer(typed, Outcome.STORED, "", cell, value)

    def store(self, answers: Sequence[Answer]) -> list[Answer]:
        """Store what can be stored, and say of each cell what became of it."""
        rows = [each for each in answers if each.outcome == Outcome.STORED]
        checked = check_values(by=self.by, rows=[self._raw(each) for each in rows])
        if checked.forbidden:
            raise PermissionDenied
        faults = {rows[fault.index or 0].typed.key: fault for fault in checked.faults}
        told = [_told(each, faults.get(each.typed.key)) for each in answers]
        try:
            record_measurements(by=self.by, rows=checked.entries)
        except (Refused, Conflict) as refusal:
            return [
                replace(each, outcome=Outcome.WRONG, message=str(refusal)) if each.outcome.is_done else each
                for each in told
            ]
        return told

    def _raw(self, answer: Answer) -> RawValue:
        assert answer.cell is not None
        series, typed = answer.cell.series, answer.typed
        period = self.calendar.format(answer.cell.period)
        return RawValue(
            series.kpi.code,
            series.department.code,
            period,
            answer.value,
            typed.note,
            _reason(typed, answer.cell),
        )


def _reason(typed: Typed, cell: GridCell) -> str:
    """Why the value changes: as typed, else as the value says that was begun or returned."""
    return typed.reason or (cell.pending.reason if cell.pending else "")


def _stands_there(typed: Typed, cell: GridCell, value: float) -> bool:
    """Whether the very value counts already, or waits for approval; what was returned is handed in again."""
    stored = cell.pending or cell.current
    if stored is None or stored.state not in (MeasurementState.APPROVED, MeasurementState.SUBMITTED):
        return False
    return stored.value == value and typed.note in ("", stored.note)


def _changes_the_note_alone(typed: Typed, cell: GridCell, value: float) -> bool:
    """Whether only the note is new: the same value again is no revision, so that the note would be lost."""
    current = cell.current
    return current is not None and current.value == value and typed.note not in ("", current.note)


def _told(answer: Answer, fault: Fault | None) -> Answer:
    """The answer after the checks that values of any origin pass."""
    if fault is not None:
        outcome = Outcome.NEEDS_REASON if fault.code == "closed" else Outcome.WRONG
        return replace(answer, outcome=outcome, message=fault.message)
    if answer.outcome != Outcome.STORED or answer.cell is None:
        return answer
    if answer.cell.series.kpi.approval_needed:
        return replace(answer, outcome=Outcome.WAITS)
    last = answer.cell.last
    same = last is not None and last[1] == answer.value
    return replace(answer, outcome=Outcome.UNCHANGED if same else Outcome.STORED)
