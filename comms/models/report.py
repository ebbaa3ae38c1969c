"""Performance reports: what is sent to whom and when, and what was sent."""

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django_celery_beat.models import PeriodicTask

from comms.enums import DeliveryState, PeriodRule
from core.history import tracked
from org.models import Department
from strategy.models import Plan


@tracked
class ReportDefinition(models.Model):
    """A performance report: plan, department, period rule, recipients and schedule."""

    name = models.CharField(_("Name"), max_length=200)
    plan = models.ForeignKey(Plan, on_delete=models.CASCADE, related_name="reports")
    department = models.ForeignKey(
        Department, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    period_rule = models.CharField(
        _("Period"), max_length=12, choices=PeriodRule.choices, default=PeriodRule.LAST_MONTH
    )
    recipients = models.ManyToManyField(settings.AUTH_USER_MODEL, blank=True, related_name="reports")
    owner = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="owned_reports"
    )
    schedule = models.OneToOneField(
        PeriodicTask, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    is_active = models.BooleanField(_("Sent on schedule"), default=True)
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name


class ReportRun(models.Model):
    """One report as it was sent: the numbers frozen, both bodies, the recipients and what became of it."""

    definition = models.ForeignKey(ReportDefinition, on_delete=models.PROTECT, related_name="runs")
    slot = models.CharField(max_length=60, help_text="what the run is for; one run a slot")
    period = models.CharField(max_length=12)
    as_of = models.DateTimeField()
    numbers = models.JSONField(default=dict)
    digest = models.CharField(max_length=64)
    subject = models.CharField(max_length=300)
    html = models.TextField()
    text = models.TextField()
    recipients = ArrayField(models.EmailField(), default=list)
    state = models.CharField(max_length=8, choices=DeliveryState.choices, default=DeliveryState.FROZEN)
    deliveries = models.JSONField(default=dict, help_text="what became of it by address")
    error = models.TextField(blank=True)
    created_at = models.DateTimeField(default=timezone.now)
    claimed_at = models.DateTimeField(null=True, blank=True)
    sent_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["-created_at"]
        constraints = [models.UniqueConstraint(fields=["definition", "slot"], name="one_run_a_slot")]

    def __str__(self) -> str:
        return f"{self.definition_id} {self.slot}"
