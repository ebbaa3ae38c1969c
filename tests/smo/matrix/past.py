"""As of a past day, statuses set by hand, and what was restated: who may, by pages and by the API."""

import datetime as dt
from typing import Any

from django.utils import timezone

from kpis.actions import override_status
from kpis.engine.frequency import Frequency, Period
from kpis.models import KPI
from org.models import Department, User
from tests.smo.matrix.callers import STAFF, WRITING
from tests.smo.matrix.rows import Row, page, read, resource, write

SMO = (STAFF,)
WRITERS = (WRITING,)
COMPLAINTS = {"code": "complaints"}
OVERRIDE = {
    "kpi": "complaints",
    "department": "roads",
    "period": "2026-03",
    "status": "amber",
    "reason": "One burst main.",
    "expires_on": "{in_a_month}",
}

PAST_PAGES: list[Row] = [
    *page("override_status", COMPLAINTS, SMO, SMO, query="?department=roads&period=2026-03"),
    *page("restatements"),
    *page("lift_override", {"pk": "{override}"}, SMO, SMO),
]

PAST_API: list[Row] = [
    *resource("api-restatements-list", read()),
    *resource("api-status-overrides-list", read(), write("POST", SMO, WRITERS, 201, body=OVERRIDE)),
    *resource("api-status-overrides-detail", read(), where={"ref": "{override}"}),
    *resource(
        "api-status-overrides-lift",
        write("POST", SMO, WRITERS, 200, body={"reason": "The main is mended."}),
        where={"ref": "{override}"},
    ),
]


def make_past(by: User, departments: dict[str, Department]) -> dict[str, Any]:
    """A status set by hand."""
    in_a_month = timezone.localdate() + dt.timedelta(days=30)
    override = override_status(
        by=by,
        kpi=KPI.objects.get(code="complaints"),
        department=departments["roads"],
        period=Period(Frequency.MONTH, 2026 * 12 + 1),
        status="amber",
        reason="One burst main.",
        expires_on=in_a_month,
    )
    return {"override": override.pk, "in_a_month": in_a_month.isoformat()}
