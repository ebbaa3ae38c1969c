"""Which reminders went out."""

from django.conf import settings
from django.db import models
from django.utils import timezone


class Reminder(models.Model):
    """That a person was reminded on a day of all that is due: at most one mail a person and day.

    `items`: what it named, as the keys of due items, so that the same thing is not said again too soon.
    """

    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    day = models.DateField()
    items = models.JSONField(default=list)
    sent_at = models.DateTimeField(default=timezone.now)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["person", "day"], name="one_reminder_a_person_and_day")
        ]

    def __str__(self) -> str:
        return f"{self.person_id} on {self.day}"
