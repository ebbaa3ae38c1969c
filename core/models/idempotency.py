"""Answers kept for a day so that a repeated POST does not act twice."""

from django.db import models
from django.utils import timezone


class IdempotentAnswer(models.Model):
    """The first answer to a POST with an Idempotency-Key, by who asked and where."""

    caller = models.CharField(max_length=80)
    key = models.CharField(max_length=255)
    path = models.CharField(max_length=500)
    request_digest = models.CharField(max_length=64)
    status = models.PositiveSmallIntegerField(null=True)
    body = models.BinaryField(default=b"")
    content_type = models.CharField(max_length=100, blank=True)
    created_at = models.DateTimeField(default=timezone.now, db_index=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["caller", "key"], name="one_answer_a_key")]

    def __str__(self) -> str:
        return f"{self.caller} {self.key}"
