"""What has to be computed again, and what was."""

from django.db import models
from django.utils import timezone


class DirtyKPI(models.Model):
    """That a KPI's inputs changed; inserted with the change, deleted with the cells computed from it.

    Without years: all of them. No foreign key: the row must never block or be blocked by a KPI's row.
    """

    kpi_key = models.BigIntegerField(db_index=True)
    first_year = models.SmallIntegerField(null=True)
    last_year = models.SmallIntegerField(null=True)
    since = models.DateTimeField(default=timezone.now)

    def __str__(self) -> str:
        return f"{self.kpi_key} {self.first_year}–{self.last_year}"


class RollupRun(models.Model):
    """One computation of cells, by a change or in full."""

    full = models.BooleanField(default=False)
    started_at = models.DateTimeField(default=timezone.now)
    finished_at = models.DateTimeField(null=True, blank=True, db_index=True)
    as_of = models.DateField()
    kpis = models.PositiveIntegerField(default=0)
    rows_written = models.PositiveIntegerField(default=0)

    def __str__(self) -> str:
        return f"rollup {self.pk}"
