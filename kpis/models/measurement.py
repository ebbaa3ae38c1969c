"""Reported actuals, never overwritten."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from core.models import Known
from kpis.enums import MeasurementState
from kpis.models.kpi import KPI
from org.models import Department


class Measurement(Known):
    """One reported actual of a series for one native period.

    A correction closes the row (`known_to`) and adds another with who, when and why. A pending row (draft,
    submitted or returned) waits for approval; until then the current one stays. It is known from its
    approval, `entered_at` says when it was entered.
    """

    kpi = models.ForeignKey(KPI, on_delete=models.CASCADE, related_name="measurements", db_index=False)
    department = models.ForeignKey(Department, on_delete=models.PROTECT, related_name="+", db_index=False)
    period = models.IntegerField(help_text="the period's ordinal at the KPI's native frequency")
    value = models.FloatField()
    pending = models.BooleanField(default=False)
    state = models.CharField(
        max_length=9,
        choices=MeasurementState.choices,
        default=MeasurementState.APPROVED,
        db_default=MeasurementState.APPROVED,
    )
    note = models.TextField(blank=True)
    reason = models.TextField(blank=True)
    external_id = models.CharField(max_length=120, blank=True)
    entered_at = models.DateTimeField(auto_now_add=True)
    approved_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )

    decided_at = models.DateTimeField(null=True, blank=True)
    comment = models.TextField(blank=True, db_default="", help_text="why it was returned")

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(pending=False, state=MeasurementState.APPROVED)
                | (Q(pending=True) & ~Q(state=MeasurementState.APPROVED)),
                name="only_an_approved_value_counts",
            ),
            # KPI before period before department: the one index order in which re-reading a KPI's year
            # stays flat as the table grows (measured, see benchmarks/).
            models.UniqueConstraint(
                fields=["kpi", "period", "department"],
                include=["value"],
                condition=Q(known_to__isnull=True, pending=False),
                name="one_current_measurement",
            ),
            models.UniqueConstraint(
                fields=["kpi", "period", "department"],
                condition=Q(known_to__isnull=True, pending=True),
                name="one_pending_measurement",
            ),
            models.CheckConstraint(
                # NaN sorts above every number in PostgreSQL, so a range shuts it out with the infinities.
                condition=Q(value__range=(-1.7e308, 1.7e308)),
                name="a_value_is_a_finite_number",
            ),
        ]
        indexes = [
            models.Index(fields=["kpi", "department", "period"], name="measurement_revisions"),
            # Few rows, which a page asks for of every KPI it shows: what was restated.
            models.Index(
                fields=["kpi", "period"],
                include=["department", "known_to"],
                condition=Q(known_to__isnull=False, pending=False),
                name="superseded_measurement",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kpi_id} {self.department_id} {self.period}: {self.value}"
