"""Reading performance reports: definitions, their runs, and who may see which."""

from datetime import date, timedelta
from typing import Any

from django.db.models import OuterRef, QuerySet, Subquery
from django.utils import timezone

from comms.enums import DeliveryState
from comms.models import Reminder, ReportDefinition, ReportRun
from org.roles import is_smo_staff

# A run that was claimed so long ago and has no outcome: whoever sent it died before the server's answer.
ANSWER_LOST_AFTER = timedelta(minutes=10)


def visible_definitions(user: Any) -> QuerySet[ReportDefinition]:
    """Definitions the user may know of: SMO staff all, others those that are sent to them."""
    definitions = ReportDefinition.objects.select_related("plan", "department", "schedule__crontab", "owner")
    return definitions if is_smo_staff(user) else definitions.filter(recipients=user).distinct()


def with_last_run(definitions: QuerySet[ReportDefinition]) -> QuerySet[ReportDefinition]:
    """Definitions with the time and state of their newest run."""
    newest = ReportRun.objects.filter(definition=OuterRef("pk")).order_by("-created_at")
    return definitions.annotate(
        last_run_at=Subquery(newest.values("created_at")[:1]), last_state=Subquery(newest.values("state")[:1])
    )


def visible_runs(user: Any) -> QuerySet[ReportRun]:
    """Runs the user may open: SMO staff all, others those that were sent to them."""
    runs = ReportRun.objects.select_related("definition__plan", "definition__department")
    return runs if is_smo_staff(user) else runs.filter(recipients__contains=[user.email.lower()])


def answer_is_lost(run: ReportRun) -> bool:
    """Whether the run was claimed and nobody came back to say how it went."""
    claimed = run.state == DeliveryState.CLAIMED and run.claimed_at is not None
    return claimed and timezone.now() - run.claimed_at > ANSWER_LOST_AFTER  # type: ignore[operator]


def reminded_on(day: date) -> set[int]:
    """The people (by id) who had a reminder of what is due on a day."""
    return set(Reminder.objects.filter(day=day).values_list("person_id", flat=True))
