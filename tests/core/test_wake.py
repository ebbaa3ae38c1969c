"""Waking the workers: once a transaction, whatever a savepoint takes back."""

from typing import Any

from django.db import transaction

from core.outbox import wake


def test_the_same_wake_up_is_sent_once_a_transaction(
    db: None, django_capture_on_commit_callbacks: Any
) -> None:
    with django_capture_on_commit_callbacks() as calls:
        for _ in range(3):
            wake("kpis.roll_up_dirty")
        wake("core.deliver_event", 1)
        wake("core.deliver_event", 2)

    assert len(calls) == 3


def test_a_wake_up_that_a_savepoint_took_back_is_queued_anew(
    db: None, django_capture_on_commit_callbacks: Any
) -> None:
    with django_capture_on_commit_callbacks() as calls:
        with transaction.atomic():
            wake("kpis.roll_up_dirty")
            transaction.set_rollback(True)
        wake("kpis.roll_up_dirty")

    assert len(calls) == 1
