"""Versions of plans, revisions of active ones, and who agreed to what when."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from core.history import tracked
from org.models import Department
from strategy.enums import AgreementDecision, AgreementSide, RevisionState
from strategy.models.plan import Plan

_USER = settings.AUTH_USER_MODEL


class PlanVersion(models.Model):
    """A plan as it was agreed at a moment: `snapshot` holds all its elements. Never changed."""

    plan = models.ForeignKey(Plan, on_delete=models.CASCADE, related_name="versions")
    number = models.PositiveIntegerField()
    snapshot = models.JSONField()
    reason = models.TextField(blank=True)
    made_by = models.ForeignKey(_USER, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    made_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["-number"]
        constraints = [models.UniqueConstraint(fields=["plan", "number"], name="plan_versions_are_numbered")]

    def __str__(self) -> str:
        return f"{self.plan_id} version {self.number}"


@tracked
class Revision(models.Model):
    """A change to an active plan: written on `branch`, in force from `since` once an executive approved it.

    `base` is the plan as it was when the branch was made: what differs between it and the branch is the
    change; what differs between it and the plan at approval is a conflict.
    """

    plan = models.ForeignKey(Plan, on_delete=models.CASCADE, related_name="revisions")
    branch = models.OneToOneField(Plan, on_delete=models.PROTECT, related_name="revision")
    title = models.CharField(_("What changes"), max_length=300)
    reason = models.TextField(_("Reason"))
    since = models.DateField(_("In force from"), null=True, blank=True)
    state = models.CharField(
        _("State"), max_length=10, choices=RevisionState.choices, default=RevisionState.DRAFTING
    )
    base = models.JSONField()
    before = models.ForeignKey(PlanVersion, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    after = models.ForeignKey(PlanVersion, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    begun_by = models.ForeignKey(_USER, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    begun_at = models.DateTimeField(auto_now_add=True)
    proposed_at = models.DateTimeField(null=True, blank=True)
    decided_by = models.ForeignKey(_USER, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    decided_at = models.DateTimeField(null=True, blank=True)
    comment = models.TextField(_("Comment"), blank=True)

    class Meta:
        ordering = ["-begun_at"]
        constraints = [models.CheckConstraint(condition=~Q(reason=""), name="a_revision_has_a_reason")]

    def __str__(self) -> str:
        return self.title


@tracked
class Agreement(models.Model):
    """That somebody agreed to a plan, approved it or returned it, for whom and when."""

    plan = models.ForeignKey(Plan, on_delete=models.CASCADE, related_name="agreements")
    side = models.CharField(max_length=10, choices=AgreementSide.choices)
    department = models.ForeignKey(
        Department, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    decision = models.CharField(max_length=8, choices=AgreementDecision.choices)
    version = models.ForeignKey(
        PlanVersion, null=True, blank=True, on_delete=models.PROTECT, related_name="agreements"
    )
    comment = models.TextField(_("Comment"), blank=True)
    by = models.ForeignKey(_USER, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(auto_now_add=True)
    stands = models.BooleanField(default=True, help_text="false once the plan went back to draft")

    class Meta:
        ordering = ["at", "pk"]

    def __str__(self) -> str:
        return f"{self.by_id} {self.decision} {self.plan_id}"
