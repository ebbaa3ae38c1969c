"""What rows of values and of targets have in common: a KPI, a department, a period; and no row twice."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, field
from difflib import get_close_matches
from typing import NamedTuple, Protocol

from django.utils.translation import gettext as _

from core.errors import Fault
from kpis.engine.frequency import Period
from kpis.formulas.words import computed_text
from kpis.intake.reading import read_period
from kpis.intake.world import KnownDepartment, KnownKPI, KnownSeries, World


class KeyedRow(Protocol):
    """A row that names what it is about."""

    @property
    def kpi(self) -> str:
        """Code of the KPI."""

    @property
    def department(self) -> str:
        """Code of the department; empty: the one at the top."""

    @property
    def period(self) -> str:
        """The period as text."""

    @property
    def line(self) -> int | None:
        """Line of a file; None for a row of an array."""


class ReadPeriod(NamedTuple):
    """A period with its last day and whether it is closed."""

    period: Period
    last_day: dt.date
    closed: bool


@dataclass
class RowChecker:
    """Looks up what rows name, and gathers their faults."""

    world: World
    faults: list[Fault] = field(default_factory=list)
    refused: set[int] = field(default_factory=set)
    seen: dict[tuple[int, int, int], tuple[int, int | None]] = field(default_factory=dict)
    periods: dict[tuple[str, str], ReadPeriod | str] = field(default_factory=dict)

    def refuse(self, position: int, row: KeyedRow, name: str, reason: str, code: str = "invalid") -> None:
        """Note a fault of a row: by its line, else by its position."""
        self.refused.add(position)
        index = None if row.line is not None else position
        self.faults.append(Fault(reason, row.line, index, name, code))

    def sorted_faults(self) -> list[Fault]:
        """The faults in the order of their rows."""
        return sorted(self.faults, key=lambda fault: fault.line or fault.index or 0)

    def kpi(self, position: int, row: KeyedRow) -> KnownKPI | None:
        """The KPI that the row names; None is a fault."""
        code = row.kpi.strip()
        kpi = self.world.kpis.get(code) or self.world.kpis.get(code.lower())
        if kpi is None:
            reason = _("There is no KPI %(code)s.") % {"code": repr(code[:60])}
            self.refuse(position, row, "kpi", reason + self._meant(code, self.world.all_kpi_codes), "unknown")
        return kpi

    def department(self, position: int, row: KeyedRow) -> KnownDepartment | None:
        """The department that the row names, or the one at the top; None is a fault."""
        code = row.department.strip()
        if not code:
            if self.world.top is None:
                self.refuse(position, row, "department", _("There is no department yet."), "unknown")
            return self.world.top
        known = self.world.departments
        department = known.get(code) or known.get(code.lower())
        if department is None:
            reason = _("There is no department %(code)s.") % {"code": repr(code[:60])}
            meant = self._meant(code, [each.code for each in known.values()])
            self.refuse(position, row, "department", reason + meant, "unknown")
        return department

    def _meant(self, code: str, known: Sequence[str]) -> str:
        # Comparing with every code is slow; a file full of unknown codes has a wrong column instead.
        close = get_close_matches(code, known, n=1, cutoff=0.8) if len(self.faults) < 50 else []
        return " " + _("Did you mean %(code)s?") % {"code": close[0]} if close else ""

    def period(self, position: int, row: KeyedRow, kpi: KnownKPI) -> ReadPeriod | None:
        """The period that the row names, of the KPI's frequency; None is a fault."""
        key = (row.period, kpi.frequency)
        if key not in self.periods:
            self.periods[key] = self._read_period(row.period, kpi)
        found = self.periods[key]
        if isinstance(found, str):
            self.refuse(position, row, "period", found, "period")
            return None
        return found

    def _read_period(self, text: str, kpi: KnownKPI) -> ReadPeriod | str:
        calendar = self.world.calendar
        try:
            period = read_period(text, kpi.frequency, calendar)
        except ValueError as error:
            return str(error)
        return ReadPeriod(period, calendar.end(period), self.world.closed.holds(period))

    def series(
        self,
        position: int,
        row: KeyedRow,
        kpi: KnownKPI,
        department: KnownDepartment,
        period: ReadPeriod | None,
    ) -> KnownSeries | None:
        """The series that the row is about, active in its period; None is a fault."""
        if kpi.formula:
            self.refuse(position, row, "kpi", computed_text(kpi.code, kpi.formula), "formula")
            return None
        names = {"kpi": kpi.code, "department": department.code}
        series = self.world.series.get((kpi.id, department.id))
        if series is None:
            reason = _(
                "%(department)s does not report %(kpi)s: open a series on the KPI's page, or name the "
                "department in a KPI import."
            )
            self.refuse(position, row, "department", reason % names, "no_series")
        elif period is not None and not series.active_on(period.last_day):
            reason = _("%(department)s does not report %(kpi)s in %(period)s: the series is not active then.")
            values = {**names, "period": self.world.calendar.format(period.period)}
            self.refuse(position, row, "period", reason % values, "inactive")
        return series

    def repetition(self, position: int, row: KeyedRow, key: tuple[int, int, int]) -> None:
        """Refuse a row whose KPI, department and period stood in another before."""
        first_position, first_line = self.seen.setdefault(key, (position, row.line))
        if first_position == position:
            return
        reason = _("This KPI, department and period were given before, in row %(row)s.")
        if first_line is not None:
            reason = _("This KPI, department and period were given before, on line %(line)s.")
        place = {"row": first_position, "line": first_line}
        self.refuse(position, row, "period", reason % place, "duplicate")
