"""What an imported row reports of its initiative."""

import datetime as dt
from typing import Any

from django.utils.translation import gettext as _

from core.errors import Fault, Refused
from core.tabular.table import Row
from initiatives.actions.imports import keep_report
from initiatives.models import Initiative
from org.models import User

# A state as a whole stands for what is delivered: of the three, the worst one is shown.
_FIELDS = {
    "overall": "scope",
    "overall_reason": "scope_reason",
    "schedule": "schedule",
    "schedule_reason": "schedule_reason",
    "cost": "cost",
    "cost_reason": "cost_reason",
    "done": "done",
    "next": "next",
}


def store_report(by: User | None, initiative: Initiative, row: Row, day: dt.date | None) -> bool:
    """Keep what the row reports as an update; whether anything changed. Raises Refused."""
    fields: dict[str, Any] = {kept: row[name] for name, kept in _FIELDS.items() if row[name]}
    if row["progress"] is not None:
        fields["progress"] = _percent(row["progress"])
    if not fields:
        return False
    day = row["reported_on"] or day
    if day is None:
        raise Refused(_("Say for the whole file on which day it was reported."))
    return keep_report(by=by, initiative=initiative, day=day, fields=fields)


def _percent(value: float) -> int:
    if not 0 <= value <= 100:
        raise Refused([Fault(_("Progress goes from 0 to 100."), field="progress")])
    return round(value)
