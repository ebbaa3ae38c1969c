"""Targets of a series for its native periods of a year, as a grid of numbers."""

from collections.abc import Mapping, Sequence
from typing import Any

from django import forms
from django.forms import BoundField
from django.utils.translation import gettext as _

from kpis.engine.frequency import Period
from kpis.engine.periods import Calendar
from kpis.engine.scoring import Direction
from kpis.forms.fields import NumberField
from kpis.intake import RawTarget
from kpis.models import SeriesTarget
from kpis.wording import period_text

Stored = Mapping[int, SeriesTarget]


class TargetField(NumberField):
    """One number of the grid. Its label is read aloud in full; `line_label` heads the column."""

    def __init__(self, *, line_label: str, period: str, **kwargs: Any) -> None:
        super().__init__(label=f"{line_label}, {period}", required=False, **kwargs)
        self.line_label = line_label


class TargetsForm(forms.Form):
    """One field a period and line, named `line_ordinal`; `stored` are the present targets by ordinal."""

    def __init__(
        self,
        data: Any,
        *,
        direction: str,
        periods: Sequence[Period],
        stored: Stored,
        calendar: Calendar,
        **kwargs: Any,
    ) -> None:
        super().__init__(data, **kwargs)
        self.periods, self.stored, self.calendar = periods, stored, calendar
        self.lines = shown_lines(direction, stored.values())
        for line, label in self.lines.items() if len(periods) > 1 else ():
            self.fields[f"fill_{line}"] = TargetField(line_label=label, period=_("every empty period"))
        for period in periods:
            for line, label in self.lines.items():
                self._add(line, label, period)

    def _add(self, line: str, label: str, period: Period) -> None:
        name = f"{line}_{period.ordinal}"
        self.fields[name] = TargetField(
            line_label=label,
            period=period_text(period, self.calendar),
            initial=getattr(self.stored.get(period.ordinal), line, None),
        )

    def clean(self) -> dict[str, Any]:
        """Periods without any number take those for every empty period."""
        data = super().clean() or {}
        fill = {line: data.get(f"fill_{line}") for line in self.lines}
        for period in self.periods:
            names = {line: f"{line}_{period.ordinal}" for line in self.lines}
            if not any(name in self.errors or data.get(name) is not None for name in names.values()):
                data |= {name: fill[line] for line, name in names.items()}
        return data

    def fill_row(self) -> list[BoundField]:
        """The numbers for every empty period, in the order of the lines; none for a single period."""
        return [self[f"fill_{line}"] for line in self.lines if f"fill_{line}" in self.fields]

    def rows(self) -> list[tuple[Period, str, list[BoundField]]]:
        """Each period with its words and fields, in the order of the lines."""
        return [
            (each, period_text(each, self.calendar), [self[f"{line}_{each.ordinal}"] for line in self.lines])
            for each in self.periods
        ]

    def changed_rows(self, kpi: str, department: str) -> list[tuple[Period, RawTarget]]:
        """The periods in which the valid form says something new, as rows for `kpis.intake`."""
        return [(each, self._row(each, kpi, department)) for each in self.periods if self._has_changed(each)]

    def _has_changed(self, period: Period) -> bool:
        stored = self.stored.get(period.ordinal)
        return any(
            self.cleaned_data[f"{line}_{period.ordinal}"] != getattr(stored, line, None)
            for line in self.lines
        )

    def _row(self, period: Period, kpi: str, department: str) -> RawTarget:
        stored = self.stored.get(period.ordinal)
        numbers = {line: self.cleaned_data[f"{line}_{period.ordinal}"] for line in self.lines}
        note = stored.note if stored else ""
        return RawTarget(kpi, department, self.calendar.format(period), **numbers, note=note)


def shown_lines(direction: str, stored: Any) -> dict[str, str]:
    """The lines that the grid asks for, with their labels; best and worst only where some are stored."""
    if direction == Direction.BAND:
        return {
            "red_low": _("Red line below"),
            "low": _("Band from"),
            "high": _("Band to"),
            "red_high": _("Red line above"),
        }
    lines = {"target": _("Target"), "red_line": _("Red line")}
    if any(each.best is not None or each.worst is not None for each in stored):
        lines |= {"best": _("Best"), "worst": _("Worst")}
    return lines
