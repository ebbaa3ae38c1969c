"""Whose update is due, and since when."""

import datetime as dt
from dataclasses import dataclass
from typing import Any

from django.db.models import Max, OuterRef, Q, QuerySet, Subquery
from django.utils import timezone

from initiatives.enums import Cadence, Stage, UpdateState
from initiatives.models import Initiative, StatusUpdate
from initiatives.queries import departments_headed, standing_initiatives
from initiatives.status.cadence import due_days, next_due
from kpis.queries import calendar as fiscal_calendar
from org.enums import Role
from org.models import Membership

# From so many days before its day on an update is asked for.
NEAR: dict[str, dt.timedelta] = {
    Cadence.WEEKLY: dt.timedelta(days=2),
    Cadence.FORTNIGHTLY: dt.timedelta(days=3),
    Cadence.MONTHLY: dt.timedelta(days=7),
    Cadence.QUARTERLY: dt.timedelta(days=14),
}


@dataclass(frozen=True)
class Duty:
    """An update that is due: `due_on` the day it is for; `since`: the first one missed (None: to come)."""

    initiative: Initiative
    due_on: dt.date
    since: dt.date | None = None

    @property
    def wanted_on(self) -> dt.date:
        """The day from which it is late: the first one missed, else its own."""
        return self.since or self.due_on

    def is_open(self, today: dt.date) -> bool:
        """Whether it can be done by now: its day has come, or is near for what is asked so often."""
        return self.since is not None or self.due_on - today <= NEAR[self.initiative.cadence]

    def is_late(self, today: dt.date) -> bool:
        """Whether its day has passed."""
        return self.wanted_on < today

    def days_late(self, today: dt.date) -> int:
        """For how many days it is late."""
        return max((today - self.wanted_on).days, 0)


def duties(initiatives: QuerySet[Initiative], today: dt.date, until: dt.date) -> list[Duty]:
    """The updates due of these initiatives up to a day, the longest late first; two queries."""
    first_month = fiscal_calendar().first_month
    going = with_last_report(initiatives.filter(stage=Stage.ACTIVE).exclude(cadence=Cadence.NEVER))
    found = (duty_of(each, today, until, first_month) for each in going.select_related("lead", "department"))
    asked = (each for each in found if each is not None and each.is_open(today))
    return sorted(asked, key=lambda each: (each.wanted_on, each.initiative.code))


def with_last_report(initiatives: QuerySet[Initiative]) -> QuerySet[Initiative]:
    """Initiatives with `last_report`, the day that the latest update handed in was for."""
    handed_in = StatusUpdate.objects.filter(initiative=OuterRef("pk"), state=UpdateState.SUBMITTED)
    latest = handed_in.order_by().values("initiative").annotate(latest=Max("due_on")).values("latest")
    return initiatives.annotate(last_report=Subquery(latest))


def duty_of(initiative: Any, today: dt.date, until: dt.date, first_month: int) -> Duty | None:
    """What is due of one initiative (with `last_report`): of several missed days the latest."""
    since = report_from(initiative)
    missed = due_days(initiative.cadence, since, today, first_month)
    if missed:
        return Duty(initiative, missed[-1], missed[0])
    coming = next_due(initiative.cadence, since, first_month)
    return Duty(initiative, coming) if coming is not None and coming <= until else None


def report_from(initiative: Any) -> dt.date:
    """The day after which updates are due: that of the last one, else since it is active and known here."""
    if initiative.last_report is not None:
        day: dt.date = initiative.last_report
        return day
    known = timezone.localdate(initiative.added_at)
    return max(known, initiative.stage_since or known)


def day_to_report(initiative: Initiative, today: dt.date) -> dt.date:
    """The day that an update written now is for: the latest missed one, the next, else today."""
    with_last = with_last_report(Initiative.objects.filter(pk=initiative.pk)).get()
    first_month = fiscal_calendar().first_month
    duty = duty_of(with_last, today, dt.date.max, first_month) if initiative.stage == Stage.ACTIVE else None
    return today if duty is None or report_from(with_last) > today else duty.due_on


def own_duties(user: Any, today: dt.date, until: dt.date) -> list[Duty]:
    """Updates due from the user: of what they lead and, where nobody leads, what their department does."""
    mine = Q(lead=user.pk) | Q(lead=None, department__in=headed_departments(user))
    return duties(standing_initiatives(user).filter(mine), today, until)


def headed_departments(user: Any) -> QuerySet[Membership, Any]:
    """Ids of the departments that the user heads, without those below, as a subquery."""
    held = Membership.objects.filter(user=user.pk, role=Role.DEPARTMENT_HEAD, department__isnull=False)
    return held.values("department")


def department_duties(user: Any, today: dt.date, until: dt.date) -> list[Duty]:
    """Updates due from others in the departments that the user heads, those below included."""
    others = standing_initiatives(user).filter(department__in=departments_headed(user), lead__isnull=False)
    return duties(others.exclude(lead=user.pk), today, until)


def all_duties(user: Any, today: dt.date, until: dt.date) -> list[Duty]:
    """Updates due from anybody, of the initiatives that the user may know of."""
    return duties(standing_initiatives(user), today, until)
