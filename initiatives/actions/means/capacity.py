"""How many people of a skill a department has, from month to month."""

import datetime as dt
from typing import Any

from django.db.models import Q
from django.utils.translation import gettext as _

from core.actions import action
from core.errors import Fault, Refused
from initiatives.actions.storing import store
from initiatives.means.checking import check_fte, check_months
from initiatives.means.months import first_day, month_of, month_text
from initiatives.models import Capacity, Skill
from initiatives.validators import refuse
from org.models import Department, User

FIELDS = ("first_month", "last_month", "fte", "note")


@action
def add_capacity(*, by: User | None, department: Department, skill: Skill, **fields: Any) -> Capacity:
    """Say what a department has from a month on, `fields` of `FIELDS`; no last month: until further notice.

    What held until further notice ends the month before. Raises Refused where something else is said of the
    same months already.
    """
    first: dt.date = fields["first_month"].replace(day=1)
    open_ended = Capacity.objects.filter(
        department=department, skill=skill, last_month=None, first_month__lt=first
    )
    for earlier in open_ended.select_for_update():
        earlier.last_month = first_day(month_of(first) - 1)
        earlier.save(update_fields=["last_month"])
    return _stored(Capacity(department=department, skill=skill), fields)


@action
def change_capacity(*, by: User | None, capacity: Capacity, **fields: Any) -> Capacity:
    """Change fields of `FIELDS`; raises Refused."""
    return _stored(capacity, fields)


@action
def remove_capacity(*, by: User | None, capacity: Capacity) -> None:
    """Take it out; the history keeps it."""
    capacity.delete()


def _stored(capacity: Capacity, fields: dict[str, Any]) -> Capacity:
    unknown = set(fields) - set(FIELDS)
    if unknown:
        raise TypeError(f"a capacity has no {', '.join(sorted(unknown))}")
    first, last = (fields.get(name, getattr(capacity, name)) for name in ("first_month", "last_month"))
    months = {"first_month": first.replace(day=1), "last_month": last.replace(day=1) if last else None}
    refuse(check_months(first, last), check_fte(fields.get("fte", capacity.fte)))
    _refuse_overlap(capacity, months["first_month"], months["last_month"])
    return store(capacity, **{**fields, **months})


def _refuse_overlap(capacity: Capacity, first: dt.date, last: dt.date | None) -> None:
    others = Capacity.objects.filter(department=capacity.department, skill=capacity.skill)
    meeting = others.exclude(pk=capacity.pk).filter(Q(last_month=None) | Q(last_month__gte=first))
    other = (meeting.filter(first_month__lte=last) if last else meeting).first()
    if other is not None:
        words = _("%(fte)g FTE are said of these months already, from %(month)s on: change that instead.")
        told = words % {"fte": other.fte, "month": month_text(month_of(other.first_month))}
        raise Refused([Fault(told, field="first_month", code="overlap")])
