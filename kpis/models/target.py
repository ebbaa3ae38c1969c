"""Targets of series, and targets set directly for a cell."""

from django.db import models
from django.db.models import Q

from core.models import Known
from kpis.enums import Frequency
from kpis.models.kpi import KPI
from org.models import Department


class AnchoredTarget(Known):
    """Target, red_line, best and worst; of a band low, red_low, high and red_high."""

    kpi = models.ForeignKey(KPI, on_delete=models.CASCADE, related_name="+")
    department = models.ForeignKey(Department, on_delete=models.PROTECT, related_name="+")
    period = models.IntegerField(help_text="the period's ordinal at its frequency")
    target = models.FloatField(null=True, blank=True)
    red_line = models.FloatField(null=True, blank=True)
    best = models.FloatField(null=True, blank=True)
    worst = models.FloatField(null=True, blank=True)
    low = models.FloatField(null=True, blank=True)
    high = models.FloatField(null=True, blank=True)
    red_low = models.FloatField(null=True, blank=True)
    red_high = models.FloatField(null=True, blank=True)
    note = models.TextField(blank=True)

    class Meta:
        abstract = True


class SeriesTarget(AnchoredTarget):
    """The target of a series for one of its native periods."""

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["kpi", "period", "department"],
                condition=Q(known_to__isnull=True),
                name="one_current_target",
            )
        ]

    def __str__(self) -> str:
        return f"{self.kpi_id} {self.department_id} {self.period}: {self.target}"


class CellTarget(AnchoredTarget):
    """A target set directly for KPI × department × frequency × period; it feeds no other cell."""

    frequency = models.CharField(max_length=8, choices=Frequency.choices)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["kpi", "frequency", "period", "department"],
                condition=Q(known_to__isnull=True),
                name="one_current_cell_target",
            )
        ]

    def __str__(self) -> str:
        return f"{self.kpi_id} {self.department_id} {self.frequency} {self.period}: {self.target}"
