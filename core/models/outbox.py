"""The outbox: what happened, written in the transaction in which it happened."""

from django.db import models
from django.utils import timezone


class OutboxEvent(models.Model):
    """A domain event such as `kpis.measurements_recorded`; the outbox is the truth, the broker only wakes."""

    name = models.CharField(max_length=80)
    payload = models.JSONField(default=dict)
    happened_at = models.DateTimeField(default=timezone.now)
    delivered_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        indexes = [
            models.Index(fields=["id"], condition=models.Q(delivered_at__isnull=True), name="outbox_waiting")
        ]

    def __str__(self) -> str:
        return f"{self.name} #{self.pk}"


class OutboxDelivery(models.Model):
    """That one subscriber has dealt with one event: a second delivery does nothing."""

    event = models.ForeignKey(OutboxEvent, on_delete=models.CASCADE, related_name="deliveries")
    subscriber = models.CharField(max_length=160)
    done_at = models.DateTimeField(null=True, blank=True)
    attempts = models.PositiveIntegerField(default=0)
    error = models.TextField(blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["event", "subscriber"], name="one_delivery_a_subscriber")
        ]

    def __str__(self) -> str:
        return f"{self.event_id} → {self.subscriber}"
