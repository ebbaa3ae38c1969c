"""A KPI at a department."""

from django.conf import settings
from django.contrib.postgres.fields import DateRangeField
from django.db import models
from django.utils.translation import gettext_lazy as _

from core.history import tracked
from core.models import Known
from core.models.dated import one_at_a_time
from kpis.models.kpi import KPI
from org.models import Department


@tracked
class Series(models.Model):
    """A KPI at a department, with the steward who reports it. Any department may have one."""

    kpi = models.ForeignKey(KPI, on_delete=models.CASCADE, related_name="series")
    department = models.ForeignKey(Department, on_delete=models.PROTECT, related_name="series")
    steward = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("Steward"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="stewarded_series",
    )

    class Meta:
        verbose_name_plural = "series"
        constraints = [models.UniqueConstraint(fields=["kpi", "department"], name="one_series_a_department")]

    def __str__(self) -> str:
        return f"{self.kpi_id} at {self.department_id}"


class SeriesTerm(Known):
    """From when to when a series is active, and its weight in a weighted rollup."""

    series = models.ForeignKey(Series, on_delete=models.CASCADE, related_name="terms")
    valid = DateRangeField()
    weight = models.FloatField(default=1.0)

    class Meta:
        constraints = [
            one_at_a_time("a_series_has_one_term_at_a_time", "series"),
            models.CheckConstraint(condition=models.Q(weight__gte=0), name="series_weight_is_not_negative"),
        ]

    def __str__(self) -> str:
        return f"{self.series_id} {self.valid}"
