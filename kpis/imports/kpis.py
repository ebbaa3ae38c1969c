"""KPIs with their series from a file."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from core.errors import Conflict, Fault, Refused
from core.imports import Outcome, attempt, import_rows
from core.tabular import Column, Row, Table, read_table
from kpis.actions import FAR_PAST, change_kpi, create_kpi, open_many_series, open_series
from kpis.enums import Kind
from kpis.imports.kpi_cells import KPI_COLUMNS, department_codes, missing_for_new, read_fields
from kpis.imports.registry import handlers, registered_columns
from kpis.models import KPI, Definition, Series, SeriesTerm
from org.models import Department, User
from org.queries import root_department
from org.validators import validate_code

# So many codes are told by name; the counts tell the rest.
_MOST_NAMED = 20


def kpi_columns() -> Sequence[Column]:
    """The columns that a KPI file may have, those of the floors above included."""
    return [*KPI_COLUMNS, *registered_columns()]


def import_kpis(
    *, by: User | None, name: str, data: bytes, skip_bad: bool = False, dry_run: bool = False
) -> Outcome:
    """Define KPIs, or change known ones by their code; an empty cell leaves what is there.

    Each department listed gets a series; without any, a KPI that has none gets one at the top. Series that
    are not listed stay.
    """
    table = read_table(name, data, kpi_columns())
    return attempt(lambda: _import(by, table, skip_bad), dry_run=dry_run)


def _import(by: User | None, table: Table, skip_bad: bool) -> Outcome:
    departments = {each.code.lower(): each for each in Department.objects.all()}
    storing = _Storing(by, departments, root_department())
    rows, repeated = _once(table.rows)
    outcome = import_rows(table, storing.store, skip_bad=skip_bad, rows=rows, faults=repeated)
    counts = {**outcome.counts, _("new series"): storing.opened} if storing.opened else outcome.counts
    return replace(outcome, counts=counts, notes=storing.notes())


def _once(rows: Iterable[Row]) -> tuple[list[Row], list[Fault]]:
    """The rows whose code stands for the first time, and faults for the others."""
    first: dict[str, Row] = {}
    faults = []
    for row in rows:
        known = first.setdefault(row["code"].lower(), row)
        if known is not row:
            reason = _("This code stands on line %(line)s already.") % {"line": known.line}
            faults.append(Fault(reason, row.line, field="code", code="duplicate"))
    return list(first.values()), faults


@dataclass
class _Storing:
    """Stores one row after the other; each alone, so that a refused one leaves nothing behind."""

    by: User | None
    departments: dict[str, Department]
    top: Department | None
    opened: int = 0
    changed: list[str] = field(default_factory=list)

    def store(self, row: Row) -> str:
        """Define or change the row's KPI; raises Refused."""
        kpi = KPI.objects.filter(code__iexact=row["code"]).first()
        try:
            with transaction.atomic():
                return self._store(row, kpi)
        except Conflict as conflict:
            raise Refused([Fault(str(conflict), code="conflict")]) from None

    def _store(self, row: Row, kpi: KPI | None) -> str:
        fields = read_fields(row)
        reporting = self._departments(row["departments"])
        known, altered = kpi, False
        if kpi is None:
            kpi = self._define(row["code"], fields)
        else:
            altered = self._change(kpi, fields)
        opened = self._open(kpi, reporting)
        done = [run(by=self.by, kpi=kpi, text=row[name]) for name, run in handlers().items() if row[name]]
        self.opened += opened
        if known is None:
            return _("new KPIs")
        if not (altered or opened or any(done)):
            return _("unchanged KPIs")
        self.changed.append(kpi.code)
        return _("changed KPIs")

    def _define(self, code: str, fields: dict[str, Any]) -> KPI:
        faults = missing_for_new(fields)
        try:
            validate_code(code)
        except ValidationError as error:
            faults.append(Fault(error.messages[0], field="code"))
        if faults:
            raise Refused(faults)
        KPI(code=code, **_card(fields)).clean_fields()
        return create_kpi(by=self.by, code=code, **fields)

    def _change(self, kpi: KPI, fields: dict[str, Any]) -> bool:
        definition = Definition.objects.current().get(kpi=kpi)
        present = {name: getattr(kpi if hasattr(kpi, name) else definition, name) for name in fields}
        changed = {name: value for name, value in fields.items() if present[name] != value}
        if changed:
            KPI(code=kpi.code, **{"name": kpi.name, **_card(changed)}).clean_fields()
            change_kpi(by=self.by, kpi=kpi, **changed)
        return bool(changed)

    def _departments(self, cell: str) -> list[Department]:
        codes = department_codes(cell)
        unknown = [code for code in codes if code.lower() not in self.departments]
        if unknown:
            reason = _("There is no department %(codes)s.") % {"codes": ", ".join(unknown)}
            raise Refused([Fault(reason, field="departments", code="unknown")])
        return [self.departments[code] for code in dict.fromkeys(code.lower() for code in codes)]

    def _open(self, kpi: KPI, reporting: Sequence[Department]) -> int:
        """Open the series that are not there yet; returns how many. A formula is reported by nobody."""
        if not reporting and Definition.objects.current().filter(kpi=kpi, kind=Kind.FORMULA).exists():
            return 0
        known = set(Series.objects.filter(kpi=kpi).values_list("department_id", flat=True))
        if not reporting and not known:
            if self.top is None:
                reason = _("There is no department yet: add one first, or import departments.")
                raise Refused([Fault(reason, field="departments", code="unknown")])
            reporting = [self.top]
        never = [each for each in reporting if each.pk not in known]
        if never:
            open_many_series(by=self.by, kpi=kpi, departments=never)
        return len(never) + self._reopen(kpi, [each for each in reporting if each.pk in known])

    def _reopen(self, kpi: KPI, reporting: Sequence[Department]) -> int:
        """Have those that have stopped report again from then on; returns how many."""
        terms = SeriesTerm.objects.current().filter(series__kpi=kpi).order_by("valid")
        ends = dict(terms.values_list("series__department_id", "valid__endswith"))
        starts = {each: ends.get(each.pk, FAR_PAST) for each in reporting}
        over = {each: end for each, end in starts.items() if end is not None and end <= timezone.localdate()}
        for department, since in over.items():
            open_series(by=self.by, kpi=kpi, department=department, since=since)
        return len(over)

    def notes(self) -> list[str]:
        """Which known KPIs were changed."""
        if not self.changed:
            return []
        named = ", ".join(self.changed[:_MOST_NAMED])
        more = len(self.changed) - _MOST_NAMED
        return [
            _("Changed: %(codes)s") % {"codes": named}
            + (_(" and %(count)s more") % {"count": more} if more > 0 else "")
        ]


def _card(fields: dict[str, Any]) -> dict[str, Any]:
    names = {each.name for each in KPI._meta.concrete_fields}
    return {name: value for name, value in fields.items() if name in names}
