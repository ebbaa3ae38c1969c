"""Checking values."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, field

from django.utils.translation import gettext as _

from core.errors import Fault
from kpis.actions import Entry
from kpis.intake.raw import RawValue
from kpis.intake.reading import read_moment, read_number
from kpis.intake.rows import RowChecker
from kpis.intake.world import KnownDepartment, KnownKPI, KnownSeries, current_values, read_world
from kpis.models import Measurement
from kpis.previous_values import previous_values
from org.models import User

_LONGEST_ID = Measurement._meta.get_field("external_id").max_length or 0


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
    checker = _ValueChecker(read_world(row.kpi for row in rows), by=by)
    for position, row in enumerate(rows):
        checker.check(position, row)
    checker.check_stated()
    checker.carry_notes()
    entries = [entry for position, entry in checker.entries.items() if position not in checker.refused]
    return Checked(entries, checker.sorted_faults())


@dataclass
class _ValueChecker(RowChecker):
    """Goes through the rows; what it has seen so far."""

    by: User | None = None
    entries: dict[int, Entry] = field(default_factory=dict)
    stated: list[tuple[int, RawValue, Entry, bool]] = field(default_factory=list)  # bool: lacks a reason
    carrying: list[int] = field(default_factory=list)
    may: dict[tuple[str, int | None], bool] = field(default_factory=dict)

    def check(self, position: int, row: RawValue) -> None:
        """Check all that a row says by itself, and that it is no repetition."""
        kpi, department = self.kpi(position, row), self.department(position, row)
        value, known_since = self._value(position, row), self._known_since(position, row)
        self._texts(position, row)
        period = self.period(position, row, kpi) if kpi else None
        if kpi and department:
            series = self.series(position, row, kpi, department, period)
            self._may_enter(position, row, kpi, department, series)
        if position in self.refused or not (kpi and department and period) or value is None:
            return
        key = (kpi.id, department.id, period.period.ordinal)
        entry = Entry(*key, value, row.note, row.reason, row.external_id, known_since)
        unexplained = period.closed and not row.reason.strip()
        if known_since is not None or unexplained:
            self.stated.append((position, row, entry, unexplained))
        if row.carry_note and not row.note:
            self.carrying.append(position)
        self.repetition(position, row, key)
        self.entries[position] = entry

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
        if len(row.external_id) > _LONGEST_ID:
            reason = _("At most %(most)s characters.") % {"most": _LONGEST_ID}
            self.refuse(position, row, "external_id", reason)

    def _may_enter(
        self,
        position: int,
        row: RawValue,
        kpi: KnownKPI,
        department: KnownDepartment,
        series: KnownSeries | None,
    ) -> None:
        names = {"kpi": kpi.code, "department": department.code}
        if series is None or self.by is None:
            return
        key = (series.path, series.steward_id)
        if key not in self.may:
            self.may[key] = self.by.has_perm("kpis.enter_value", series)
        if not self.may[key]:
            reason = _("%(kpi)s of %(department)s is not yours to report.")
            self.refuse(position, row, "department", reason % names, "forbidden")

    def check_stated(self) -> None:
        """Check rows that state the past or a closed period against what is stored: nothing may differ."""
        stored = current_values([entry for _position, _row, entry, _unexplained in self.stated])
        for position, row, entry, unexplained in self.stated:
            present = stored.get(entry[:3])
            if present == entry.value:
                continue
            if entry.known_since is not None and present is not None:
                reason = _("%(value)s is there already: only a first value states since when it was known.")
                self.refuse(position, row, "known_since", reason % {"value": f"{present:g}"}, "exists")
            elif unexplained:
                reason = _("The period is closed: say why it changes.")
                self.refuse(position, row, "reason", reason, "closed")

    def carry_notes(self) -> None:
        """Give rows that carry the note of the value before them that note."""
        found = previous_values(self.entries[position][:3] for position in self.carrying)
        for position in self.carrying:
            entry = self.entries[position]
            if previous := found.get(entry[:3]):
                self.entries[position] = entry._replace(note=previous.note)
