"""Checking rows against what is known."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, field
from difflib import get_close_matches
from typing import Any

from django.utils.translation import gettext as _

from core.errors import Fault
from kpis.actions import Entry
from kpis.engine.frequency import Period
from kpis.enums import Kind
from kpis.intake.raw import RawValue
from kpis.intake.reading import read_moment, read_number, read_period
from kpis.intake.world import KnownDepartment, KnownKPI, World, current_values, read_world
from kpis.models import Measurement
from org.models import User

_MOST_ID = Measurement._meta.get_field("external_id").max_length or 0


@dataclass(frozen=True)
class Checked:
    """Entries to record, in the order of their rows, and the faults of the other rows."""

    entries: list[Entry]
    faults: list[Fault]

    @property
    def forbidden(self) -> bool:
        """Whether a row asks for what the user may not do."""
        return any(fault.code == "forbidden" for fault in self.faults)


def check_values(*, by: User | None, rows: Sequence[RawValue]) -> Checked:
    """Turn raw rows into entries that `record_measurements` takes; by=None (a command) may do everything.

    Every fault of a row is named with its field and its line or its index. A number of queries that does
    not depend on the number of rows. A repeated row is the fault of the later one.
    """
    checker = _Checker(by, read_world(row.kpi for row in rows))
    for position, row in enumerate(rows):
        checker.check(position, row)
    checker.check_stated()
    return Checked(
        [entry for position, entry in checker.entries.items() if position not in checker.refused],
        sorted(checker.faults, key=lambda fault: fault.line or fault.index or 0),
    )


@dataclass
class _Checker:
    """Goes through the rows; what it has seen so far."""

    by: User | None
    world: World
    entries: dict[int, Entry] = field(default_factory=dict)
    faults: list[Fault] = field(default_factory=list)
    refused: set[int] = field(default_factory=set)
    seen: dict[tuple[int, int, int], tuple[int, RawValue]] = field(default_factory=dict)
    stated: list[tuple[int, RawValue, Entry, bool]] = field(default_factory=list)  # bool: closed
    may: dict[tuple[str, int, int], bool] = field(default_factory=dict)
    periods: dict[tuple[str, str], tuple[Period, dt.date, bool] | str] = field(default_factory=dict)

    def refuse(self, position: int, row: RawValue, name: str, reason: str, code: str = "invalid") -> None:
        """Note a fault of a row."""
        self.refused.add(position)
        index = None if row.line is not None else position
        self.faults.append(Fault(reason, row.line, index, name, code))

    def check(self, position: int, row: RawValue) -> None:
        """Check all that a row says by itself, and that it is no repetition."""
        kpi, department = self._kpi(position, row), self._department(position, row)
        value = self._value(position, row)
        known_since = self._known_since(position, row)
        self._texts(position, row)
        period = self._period(position, row, kpi) if kpi else None
        if kpi and department:
            self._series(position, row, kpi, department, period)
        if position in self.refused or not (kpi and department and period and value is not None):
            return
        entry = Entry(
            kpi.id,
            department.id,
            period[0].ordinal,
            value,
            row.note,
            row.reason,
            row.external_id,
            known_since,
        )
        if known_since is not None or (period[2] and not row.reason.strip()):
            self.stated.append((position, row, entry, period[2]))
        self._repetition(position, row, entry)
        self.entries[position] = entry

    def _kpi(self, position: int, row: RawValue) -> KnownKPI | None:
        code = row.kpi.strip()
        kpi = self.world.kpis.get(code) or self.world.kpis.get(code.lower())
        if kpi is None:
            reason = _("There is no KPI %(code)s.") % {"code": repr(code[:60])}
            self.refuse(position, row, "kpi", reason + self._meant(code, self.world.all_kpi_codes), "unknown")
        elif kpi.kind == Kind.FORMULA:
            self.refuse(position, row, "kpi", _("%(code)s is computed, not reported.") % {"code": kpi.code})
            return None
        return kpi

    def _department(self, position: int, row: RawValue) -> KnownDepartment | None:
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

    def _value(self, position: int, row: RawValue) -> float | None:
        try:
            return read_number(row.value)
        except ValueError as error:
            self.refuse(position, row, "value", str(error), "number")
            return None

    def _known_since(self, position: int, row: RawValue) -> dt.datetime | None:
        try:
            moment = read_moment(row.known_since)
        except (ValueError, OverflowError) as error:
            self.refuse(position, row, "known_since", str(error))
            return None
        if moment is not None and self.by is not None and not self.by.has_perm("kpis.state_known_since"):
            reason = _("Only the strategy office states since when a value was known.")
            self.refuse(position, row, "known_since", reason, "forbidden")
        return moment

    def _texts(self, position: int, row: RawValue) -> None:
        for name in ("note", "reason", "external_id"):
            if "\x00" in getattr(row, name):
                self.refuse(position, row, name, _("The text holds characters that cannot be kept."))
        if len(row.external_id) > _MOST_ID:
            reason = _("At most %(most)s characters.") % {"most": _MOST_ID}
            self.refuse(position, row, "external_id", reason)

    def _period(self, position: int, row: RawValue, kpi: KnownKPI) -> tuple[Period, dt.date, bool] | None:
        """The period with its last day and whether it is closed."""
        key = (row.period, kpi.frequency)
        if key not in self.periods:
            self.periods[key] = self._read_period(row.period, kpi)
        found = self.periods[key]
        if isinstance(found, str):
            self.refuse(position, row, "period", found, "period")
            return None
        return found

    def _read_period(self, text: str, kpi: KnownKPI) -> tuple[Period, dt.date, bool] | str:
        try:
            period = read_period(text, kpi.frequency, self.world.calendar)
        except ValueError as error:
            return str(error)
        closed = any(
            self.world.calendar.within(period, frequency).ordinal in ordinals
            for frequency, ordinals in self.world.closed.items()
            if not frequency.is_finer_than(period.frequency)
        )
        return period, self.world.calendar.end(period), closed

    def _series(
        self,
        position: int,
        row: RawValue,
        kpi: KnownKPI,
        department: KnownDepartment,
        period: tuple[Period, dt.date, bool] | None,
    ) -> None:
        names = {"kpi": kpi.code, "department": department.code}
        series = self.world.series.get((kpi.id, department.id))
        if series is None:
            reason = _(
                "%(department)s does not report %(kpi)s: open a series on the KPI's page, or name the "
                "department in a KPI import."
            )
            self.refuse(position, row, "department", reason % names, "no_series")
        elif not self._may_enter(kpi, department, series):
            reason = _("%(kpi)s of %(department)s is not yours to report.")
            self.refuse(position, row, "department", reason % names, "forbidden")
        elif period is not None and not series.active_on(period[1]):
            reason = _("%(department)s does not report %(kpi)s in %(period)s: the series is not active then.")
            values = {**names, "period": self.world.calendar.format(period[0])}
            self.refuse(position, row, "period", reason % values, "inactive")

    def _may_enter(self, kpi: KnownKPI, department: KnownDepartment, series: Any) -> bool:
        if self.by is None:
            return True
        key = (series.path, series.steward_id or 0, department.id)
        if key not in self.may:
            self.may[key] = self.by.has_perm("kpis.enter_value", series)
        return self.may[key]

    def _repetition(self, position: int, row: RawValue, entry: Entry) -> None:
        key = entry[:3]
        first_position, first = self.seen.setdefault(key, (position, row))
        if first_position != position:
            reason = _("This KPI, department and period were given before, in row %(row)s.")
            if first.line is not None:
                reason = _("This KPI, department and period were given before, on line %(line)s.")
            reason %= {"row": first_position, "line": first.line}
            self.refuse(position, row, "period", reason, "duplicate")

    def check_stated(self) -> None:
        """Check rows that state the past against what is stored: nothing may be there that differs."""
        stored = current_values([entry for _position, _row, entry, _closed in self.stated])
        for position, row, entry, closed in self.stated:
            present = stored.get(entry[:3])
            if present == entry.value:
                continue
            if entry.known_since is not None and present is not None:
                reason = _(
                    "A value is there already (%(value)s): only a first value states since when it was known."
                )
                self.refuse(position, row, "known_since", reason % {"value": f"{present:g}"}, "exists")
            elif closed and not row.reason.strip():
                self.refuse(position, row, "reason", _("The period is closed: say why it changes."), "closed")
