"""Files that show where a value comes from."""

from django.conf import settings
from django.db import models
from django.utils import timezone

from core.history import tracked_without
from kpis.models.kpi import KPI
from org.models import Department


@tracked_without("content")
class Evidence(models.Model):
    """A file handed in with a series' value for a native period; it stays through corrections.

    Removing it empties `content`; that it was there, who removed it and why stays.
    """

    kpi = models.ForeignKey(KPI, on_delete=models.CASCADE, related_name="+")
    department = models.ForeignKey(Department, on_delete=models.PROTECT, related_name="+")
    period = models.IntegerField(help_text="the period's ordinal at the KPI's native frequency")
    name = models.CharField(max_length=255)
    content_type = models.CharField(max_length=120)
    size = models.PositiveIntegerField()
    sha256 = models.CharField(max_length=64)
    content = models.BinaryField()
    uploaded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )
    uploaded_at = models.DateTimeField(default=timezone.now)
    removed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    removed_at = models.DateTimeField(null=True, blank=True)
    removal_reason = models.TextField(blank=True, db_default="")

    class Meta:
        verbose_name_plural = "evidence"
        indexes = [models.Index(fields=["kpi", "department", "period"], name="evidence_of_a_value")]

    def __str__(self) -> str:
        return self.name
