"""The Gantt chart of one action plan."""

import datetime as dt
from collections.abc import Sequence

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from initiatives.planning.gantt import Arrow, Bar, Chart, Diamond, chart_of
from initiatives.planning.plan import ActionPlan, PlanRow
from kpis.engine.periods import Calendar


def plan_chart(plan: ActionPlan, today: dt.date, zoom: str, fiscal: Calendar) -> Chart | None:
    """Bars, diamonds and arrows of a plan; None where nothing has a day."""
    bars = [_bar(row) for row in plan.rows]
    return chart_of(bars, _arrows(plan.rows), today, zoom, fiscal)


def _bar(row: PlanRow) -> Bar:
    expected = row.timing.ends_on if row.timing and row.timing.delay_days else None
    if row.is_milestone:
        diamonds = [Diamond(row.ends_on, _title(row), row.is_done, row.is_late)] if row.ends_on else []
        return Bar(
            row.task.pk,
            _title(row),
            last=row.ends_on,
            is_critical=row.is_critical,
            expected_end=expected,
            diamonds=diamonds,
        )
    was = (row.agreed.starts_on or row.agreed.ends_on, row.agreed.ends_on) if row.agreed else (None, None)
    return Bar(
        row.task.pk,
        _title(row),
        kind="phase" if row.is_phase else "task",
        first=row.starts_on or row.ends_on,
        last=row.ends_on or row.starts_on,
        progress=row.progress,
        is_critical=row.is_critical,
        is_late=row.is_late,
        expected_end=expected,
        agreed=(was[0], was[1]) if was[0] and was[1] else None,
    )


def _title(row: PlanRow) -> str:
    """What hovering says: the name, its days, how far it is, why it is late."""
    parts = [row.task.name, days_text(row.starts_on, row.ends_on)]
    if not row.is_milestone:
        parts.append(_("%(progress)d %% done") % {"progress": round(row.progress)})
    if row.delay is not None:
        parts.append(row.delay.text)
    return " · ".join(part for part in parts if part)


def days_text(first: dt.date | None, last: dt.date | None) -> str:
    """From when to when; one day once."""
    days = [date_format(day, "j M Y") for day in dict.fromkeys((first, last)) if day is not None]
    return " – ".join(days)


def _arrows(rows: Sequence[PlanRow]) -> list[Arrow]:
    critical = {row.task.pk for row in rows if row.is_critical}
    return [
        Arrow(
            tie.dependency.before_id,
            tie.dependency.after_id,
            tie.dependency.bond,
            {tie.dependency.before_id, tie.dependency.after_id} <= critical,
        )
        for row in rows
        for tie in row.waits_for
        if tie.initiative is None and not tie.is_hidden
    ]
