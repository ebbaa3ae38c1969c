"""What the demonstration shows of judgement: a status set by hand, which stands beside the computed one."""

import datetime as dt

from django.utils import timezone

from kpis.actions import override_status
from kpis.engine.frequency import Frequency
from kpis.enums import OverrideStatus
from kpis.models import KPI
from kpis.queries import calendar as fiscal_calendar
from kpis.wording import last_ended
from org.models import User
from smo.demo.backdating import known_since
from smo.demo.people import Departments

KNOWN_AFTER = dt.timedelta(days=24)
HOLDS_FOR = dt.timedelta(days=45)
REASON = "The ferry pier was closed for three weeks for the new ramp; bookings since then are on target."


def judge_by_hand(kpis: dict[str, KPI], departments: Departments, staff: User, today: dt.date) -> None:
    """Set one KPI of the last quarter to near target, known since some weeks after the quarter."""
    calendar = fiscal_calendar()
    period = last_ended(calendar, Frequency.QUARTER, today)
    stored = timezone.now()
    override_status(
        by=staff,
        kpi=kpis["ferry-guests"],
        department=departments["city"],
        period=period,
        status=OverrideStatus.AMBER,
        reason=REASON,
        expires_on=timezone.localdate() + HOLDS_FOR,
    )
    day = min(calendar.end(period) + KNOWN_AFTER, today)
    noon = dt.datetime.combine(day, dt.time(12), tzinfo=timezone.get_current_timezone())
    known_since(min(noon, stored), stored_after=stored)
