"""One reported value with all that belongs to it: what counts, what waits, files, revisions."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from kpis.approvals import pending, readable_by
from kpis.closings import closed_periods
from kpis.engine.frequency import Period
from kpis.evidence import visible_evidence
from kpis.intake.place import Place
from kpis.models import Evidence, Measurement
from kpis.queries import calendar as fiscal_calendar
from kpis.waiting_rows import WaitingRow, waiting_rows


@dataclass(frozen=True)
class OneValue:
    """A series at a native period; `waits`: what is not decided, `closed_with`: the closed period it is in.

    `revisions`: the latest first; `files`: removed ones too, the oldest first.
    """

    place: Place
    present: Measurement | None
    waits: WaitingRow | None
    closed_with: Period | None
    revisions: Sequence[Measurement]
    files: Sequence[Evidence]


def read_value(user: Any, place: Place) -> OneValue:
    """The value as the user may see it; a constant number of queries."""
    where = {
        "kpi": place.kpi_id,
        "department": place.department_id,
        "period": place.period.ordinal,
    }
    revisions = list(
        readable_by(user, Measurement.objects.filter(**where))
        .select_related("recorded_by", "approved_by")
        .order_by("-entered_at", "-pk")
    )
    seen = {row.pk for row in revisions}
    waits = [row for row in pending().filter(**where) if row.pk in seen]
    present = [row for row in revisions if row.known_to is None and not row.pending]
    return OneValue(
        place=place,
        present=present[0] if present else None,
        waits=waiting_rows(user, waits)[0] if waits else None,
        closed_with=closed_periods(fiscal_calendar()).holding(place.period),
        revisions=revisions,
        files=list(visible_evidence(user).filter(**where).order_by("uploaded_at", "pk")),
    )
