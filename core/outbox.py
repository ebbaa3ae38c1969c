"""The outbox: how a lower floor tells the floors above that something happened.

An action writes a domain event in its own transaction; after the commit a Celery task delivers it to the
subscribers, each of which sees an event once, whoever delivers it. A sweeper delivers what a crash or a lost
broker message left behind: the outbox is the truth, the broker only wakes people up.
"""

from collections import defaultdict
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import structlog
from celery import current_app
from django.db import connection, transaction
from django.utils import timezone
from kombu.exceptions import OperationalError

from core.models import OutboxDelivery, OutboxEvent

log = structlog.get_logger(__name__)
Subscriber = Callable[[OutboxEvent], None]
_subscribers: dict[str, dict[str, Subscriber]] = defaultdict(dict)
MOST_ATTEMPTS = 10


def subscribe(event_name: str, subscriber: Subscriber) -> None:
    """Have `subscriber` called with each event of this name; for `AppConfig.ready()`.

    It runs inside the transaction that notes its delivery, so what it stores is stored once.
    """
    _subscribers[event_name][f"{subscriber.__module__}.{subscriber.__qualname__}"] = subscriber


def emit(name: str, **payload: Any) -> OutboxEvent:
    """Write a domain event in the running transaction; it is delivered after the commit."""
    event = OutboxEvent.objects.create(name=name, payload=payload)
    wake("core.deliver_event", event.pk)
    return event


def wake(task: str, *args: Any) -> None:
    """Queue a task by name once the running transaction is committed.

    The same call queued many times in a transaction is sent once. A broker that cannot be reached loses
    nothing: what is to be done stands in the database, and the sweeper finds it there.
    """
    # A queued call that a savepoint takes back is gone from this list, so that it is queued anew.
    if any(getattr(entry[1], "sends", None) == (task, args) for entry in connection.run_on_commit):
        return

    def send() -> None:
        try:
            current_app.send_task(task, args=args)
        except (OperationalError, OSError) as error:
            log.warning("broker_unreachable", task=task, error=str(error))

    send.sends = (task, args)  # type: ignore[attr-defined]
    transaction.on_commit(send)


def deliver(event_id: int) -> int:
    """Hand one event to each subscriber that has not had it; returns how many failed this time."""
    event = OutboxEvent.objects.filter(pk=event_id, delivered_at__isnull=True).first()
    if event is None:
        return 0
    waiting = _subscribers.get(event.name, {})
    failures = sum(not _deliver_to(event, key, subscriber) for key, subscriber in waiting.items())
    if not failures:
        OutboxEvent.objects.filter(pk=event.pk).update(delivered_at=timezone.now())
    return failures


def _deliver_to(event: OutboxEvent, key: str, subscriber: Subscriber) -> bool:
    """Run one subscriber and note it in one transaction; False where it failed and is to be tried again."""
    delivery, _ = OutboxDelivery.objects.get_or_create(event=event, subscriber=key)
    if delivery.done_at is not None or delivery.attempts >= MOST_ATTEMPTS:
        return True
    try:
        with transaction.atomic():
            locked = OutboxDelivery.objects.select_for_update().get(pk=delivery.pk)
            if locked.done_at is None:
                subscriber(event)
                OutboxDelivery.objects.filter(pk=delivery.pk).update(done_at=timezone.now())
    except Exception as error:  # whatever a subscriber raises must not stop the others
        log.exception("delivery_failed", event_name=event.name, event_id=event.pk, subscriber=key)
        OutboxDelivery.objects.filter(pk=delivery.pk).update(
            attempts=delivery.attempts + 1, error=f"{type(error).__name__}: {error}"
        )
        return False
    return True


def sweep(older_than: timedelta = timedelta(seconds=10), limit: int = 1000) -> int:
    """Deliver events that have waited longer than `older_than`; returns how many were tried."""
    waiting = OutboxEvent.objects.filter(
        delivered_at__isnull=True, happened_at__lte=timezone.now() - older_than
    )
    ids = list(waiting.order_by("pk").values_list("pk", flat=True)[:limit])
    for event_id in ids:
        deliver(event_id)
    return len(ids)
