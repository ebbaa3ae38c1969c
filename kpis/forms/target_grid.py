"""One line of a year's targets of a KPI, for all departments."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django import forms
from django.forms import BoundField

from core.ui.numbers import number_text
from kpis.actions.targets import ANCHORS
from kpis.engine.frequency import Period
from kpis.forms.fields import TypedNumberField
from kpis.intake import RawTarget
from kpis.targeting.grid import GridRow, TargetGrid
from kpis.wording import period_text


@dataclass(frozen=True)
class ShownCell:
    """A cell of the grid: its field, or its number where it cannot be set; and what is rolled up there."""

    label: str
    field: BoundField | None
    text: str
    rolled: str


class TargetGridForm(forms.Form):
    """A field for each department and period in which a target can be set, named `department_ordinal`."""

    def __init__(self, data: Any, *, grid: TargetGrid, **kwargs: Any) -> None:
        super().__init__(data, **kwargs)
        self.grid = grid
        for row, period in self._open():
            field = TypedNumberField(
                unit=grid.targeted.kpi.unit,
                label=f"{row.department.name}, {period_text(period, grid.targeted.calendar)}",
                required=False,
                initial=self._stored(row, period),
            )
            if (row.department.id, period.ordinal) in grid.rolled:
                field.widget.attrs["placeholder"] = self._rolled(row, period)
            self.fields[_name(row, period)] = field

    def _open(self) -> Iterator[tuple[GridRow, Period]]:
        for row in self.grid.rows:
            for period in self.grid.periods:
                if period.ordinal in row.open_in:
                    yield row, period

    def _stored(self, row: GridRow, period: Period) -> float | None:
        stored = self.grid.stored.get((row.department.id, period.ordinal))
        number: float | None = getattr(stored, self.grid.line, None)
        return number

    def _rolled(self, row: GridRow, period: Period) -> str:
        number = self.grid.rolled.get((row.department.id, period.ordinal))
        return "" if number is None else number_text(number, self.grid.targeted.kpi.decimals)

    def rows(self) -> list[tuple[GridRow, list[ShownCell]]]:
        """Each department with its cells, in the order of the periods."""
        return [(row, [self._cell(row, period) for period in self.grid.periods]) for row in self.grid.rows]

    def _cell(self, row: GridRow, period: Period) -> ShownCell:
        stored, name = self._stored(row, period), _name(row, period)
        decimals = self.grid.targeted.kpi.decimals
        return ShownCell(
            label=period_text(period, self.grid.targeted.calendar),
            field=self[name] if name in self.fields else None,
            text="" if stored is None else number_text(stored, decimals),
            rolled=self._rolled(row, period) if stored is not None or name not in self.fields else "",
        )

    def changed_rows(self) -> list[tuple[str, RawTarget]]:
        """What the valid form says anew, as the field's name and a row for `kpis.intake`.

        The other lines of a target stay as they are.
        """
        return [
            (_name(row, period), self._raw(row, period))
            for row, period in self._open()
            if self.cleaned_data[_name(row, period)] != self._stored(row, period)
        ]

    def _raw(self, row: GridRow, period: Period) -> RawTarget:
        grid = self.grid
        stored = grid.stored.get((row.department.id, period.ordinal))
        lines = {name: getattr(stored, name, None) for name in ANCHORS}
        lines[grid.line] = self.cleaned_data[_name(row, period)]
        text = grid.targeted.calendar.format(period)
        return RawTarget(
            grid.targeted.kpi.code, row.department.code, text, **lines, note=stored.note if stored else ""
        )


def _name(row: GridRow, period: Period) -> str:
    return f"{row.department.id}_{period.ordinal}"
