"""Where the process behind a KPI changed, so that its natural limits begin anew."""

import datetime as dt

from django.utils import timezone

from kpis.actions import split_baseline
from kpis.models import KPI
from org.models import User
from smo.demo.backdating import known_since
from smo.demo.history import months_before
from smo.demo.people import Departments

# KPI → how many months before today, and what changed.
SPLITS = {
    "bus-on-time": (22, "New timetable: departures are spread over the hour"),
    "permits-online": (16, "The permit portal opened"),
    "potholes": (14, "Two crews instead of one"),
    "vacant-posts": (13, "Posts are filled by a standing panel"),
}
_NOTICED = dt.timedelta(days=40)


def begin_baselines(kpis: dict[str, KPI], departments: Departments, by: User, today: dt.date) -> None:
    """New baselines at the top, each known some weeks after the change."""
    for code, (months, reason) in SPLITS.items():
        changed = timezone.now()
        first = months_before(today, months)
        split_baseline(
            by=by,
            kpi=kpis[code],
            department=departments["city"],
            period=f"{first:%Y-%m}",
            reason=reason,
        )
        noticed = dt.datetime.combine(first + _NOTICED, dt.time(12), tzinfo=timezone.get_current_timezone())
        known_since(noticed, stored_after=changed)
