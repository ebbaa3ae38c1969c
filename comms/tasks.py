"""Tasks of communication: each safe to run twice."""

from datetime import timedelta

from celery import shared_task
from django.utils import timezone

from comms import actions
from comms.enums import DeliveryState
from comms.models import ReportDefinition, ReportRun


@shared_task(name="comms.run_report")
def run_report(definition_id: int) -> None:
    """Run a report for the present hour; the slot keeps two clocks or a retry from sending twice."""
    definition = ReportDefinition.objects.filter(pk=definition_id, is_active=True).first()
    if definition is not None:
        actions.run_report(definition, f"scheduled {timezone.localtime():%Y-%m-%dT%H}")


@shared_task(name="comms.send_reminders")
def send_reminders() -> None:
    """Remind people of what is due from them; a second run reminds those whom the first could not."""
    actions.send_reminders()


@shared_task(name="comms.send_frozen")
def send_frozen() -> None:
    """Send what was frozen and never claimed: its worker died between the two."""
    waiting = ReportRun.objects.filter(
        state=DeliveryState.FROZEN, created_at__lt=timezone.now() - timedelta(minutes=2)
    )
    for run in waiting:
        actions.send(run)
