"""Tasks of the ground floor."""

from datetime import timedelta

from celery import shared_task
from django.utils import timezone

from core import outbox
from core.models import IdempotentAnswer, OutboxEvent, StoredFile


@shared_task(name="core.deliver_event")
def deliver_event(event_id: int) -> None:
    """Deliver one event of the outbox."""
    outbox.deliver(event_id)


@shared_task(name="core.sweep_outbox")
def sweep_outbox() -> None:
    """Deliver what a crash or a lost broker message left behind."""
    outbox.sweep()


@shared_task(name="core.prune")
def prune() -> None:
    """Forget kept answers after a day, uploads after a week, delivered events after ninety days."""
    now = timezone.now()
    IdempotentAnswer.objects.filter(created_at__lt=now - timedelta(days=1)).delete()
    StoredFile.objects.filter(purpose="import", created_at__lt=now - timedelta(days=7)).delete()
    OutboxEvent.objects.filter(delivered_at__lt=now - timedelta(days=90)).delete()
