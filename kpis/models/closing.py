"""Periods that are closed to changes."""

from django.conf import settings
from django.db import models

from core.models import Known
from core.models.dated import one_at_a_time
from kpis.enums import Frequency


class PeriodClosing(Known):
    """That a period is closed: its values change only with a reason for the restatement.

    Reopening closes the row (`known_to`) and says why and by whom. `recorded_by` closed the period.
    """

    frequency = models.CharField(max_length=8, choices=Frequency.choices)
    period = models.IntegerField()
    reopening_reason = models.TextField(blank=True)
    reopened_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )

    class Meta:
        constraints = [one_at_a_time("a_period_is_closed_once", "frequency", "period", valid=False)]

    def __str__(self) -> str:
        return f"{self.frequency} {self.period}"
