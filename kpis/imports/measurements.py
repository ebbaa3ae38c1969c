"""Values of KPIs from a file."""

from django.utils.translation import gettext as _

from core.imports import SAMPLE_ROWS, Outcome, attempt
from core.tabular import Column, Row, Table, read_table
from kpis.actions import Recorded, record_measurements
from kpis.intake import RawValue, check_values
from org.models import User

MEASUREMENT_COLUMNS = (
    Column("kpi", required=True),
    Column("department"),
    Column("period", required=True),
    # As text: `kpis.intake` reads numbers, so that a row's faults are told together.
    Column("value", required=True),
    Column("note"),
    Column("known_since"),
    Column("reason"),
    Column("external_id"),
)


def import_measurements(
    *, by: User | None, name: str, data: bytes, skip_bad: bool = False, dry_run: bool = False
) -> Outcome:
    """Record values; an empty department means the one at the top. The same value again changes nothing."""
    table = read_table(name, data, MEASUREMENT_COLUMNS)
    return attempt(lambda: _import(by, table, skip_bad), dry_run=dry_run)


def _import(by: User | None, table: Table, skip_bad: bool) -> Outcome:
    checked = check_values(by=by, rows=[raw_value(row) for row in table.rows])
    faults = sorted([*table.faults, *checked.faults], key=lambda fault: fault.line or 0)
    recorded = record_measurements(by=by, rows=checked.entries)
    return Outcome(
        counts=counts_of(recorded),
        faults=faults,
        total=table.total,
        skippable=bool(checked.entries and faults),
        stored=bool(checked.entries) and (skip_bad or not faults),
        columns=table.columns,
        sample=[row.texts(table.columns) for row in table.rows[:SAMPLE_ROWS]],
    )


def counts_of(recorded: Recorded) -> dict[str, int]:
    """What was recorded, in words."""
    counts = {
        _("new values"): recorded.new,
        _("corrected values"): recorded.corrected,
        _("unchanged values"): recorded.unchanged,
    }
    # Said only where a KPI asks for it, as few files hold such values.
    waiting = {_("values that wait for approval"): recorded.submitted}
    return counts | waiting if recorded.submitted else counts


def raw_value(row: Row) -> RawValue:
    """A row of a file with these columns, as `kpis.intake` takes it."""
    return RawValue(
        kpi=row["kpi"],
        department=row["department"],
        period=row["period"],
        value=row["value"],
        note=row["note"],
        reason=row["reason"],
        external_id=row["external_id"],
        known_since=row["known_since"],
        line=row.line,
    )
