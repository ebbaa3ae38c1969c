"""What is done about a risk: actions, plans for the worst, and indicators that call them up."""

from django.conf import settings
from django.core.validators import MaxValueValidator
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from core.history import tracked
from kpis.enums import Frequency
from kpis.models import KPI
from org.models import Department
from risks.enums import ContingencyState, Crossing, IndicatorState, MitigationState, ProposalState, Side
from risks.models.risk import Risk, RiskRating

_USER = settings.AUTH_USER_MODEL


@tracked
class Mitigation(models.Model):
    """An action against a threat or for an opportunity; done, it proposes a rating and never makes one.

    `to_likelihood`, `to_impact`: levels of the matrix in use that are expected once it is done.
    """

    risk = models.ForeignKey(Risk, on_delete=models.CASCADE, related_name="mitigations")
    name = models.CharField(_("Action"), max_length=300)
    description = models.TextField(_("Description"), blank=True)
    side = models.CharField(_("Side"), max_length=11, choices=Side.choices, default=Side.CAUSE)
    owner = models.ForeignKey(
        _USER, null=True, blank=True, on_delete=models.PROTECT, related_name="risk_mitigations"
    )
    due_on = models.DateField(_("Due"), null=True, blank=True)
    cost = models.DecimalField(_("Cost"), max_digits=16, decimal_places=2, null=True, blank=True)
    to_likelihood = models.PositiveSmallIntegerField(_("Likelihood afterwards"), null=True, blank=True)
    to_impact = models.PositiveSmallIntegerField(_("Impact afterwards"), null=True, blank=True)
    effect = models.TextField(_("Expected effect"), blank=True)
    state = models.CharField(
        _("State"), max_length=9, choices=MitigationState.choices, default=MitigationState.PLANNED
    )
    progress = models.PositiveSmallIntegerField(
        _("Progress in percent"), default=0, validators=[MaxValueValidator(100)]
    )
    done_on = models.DateField(_("Done"), null=True, blank=True)
    position = models.PositiveIntegerField(default=0)

    class Meta:
        ordering = ["position", "pk"]

    def __str__(self) -> str:
        return self.name


@tracked
class RatingProposal(models.Model):
    """A rating that a completed action proposes; somebody accepts it (a rating is made) or declines."""

    risk = models.ForeignKey(Risk, on_delete=models.CASCADE, related_name="proposals")
    mitigation = models.ForeignKey(Mitigation, on_delete=models.CASCADE, related_name="proposals")
    likelihood = models.PositiveSmallIntegerField(_("Likelihood"))
    impact = models.PositiveSmallIntegerField(_("Impact"))
    state = models.CharField(
        _("State"), max_length=8, choices=ProposalState.choices, default=ProposalState.OPEN
    )
    rating = models.ForeignKey(RiskRating, null=True, blank=True, on_delete=models.SET_NULL, related_name="+")
    reason = models.TextField(_("Reason"), blank=True)
    proposed_at = models.DateTimeField(auto_now_add=True)
    decided_by = models.ForeignKey(_USER, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    decided_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["-proposed_at", "-pk"]

    def __str__(self) -> str:
        return f"{self.risk_id} {self.likelihood} × {self.impact}"


@tracked
class ContingencyPlan(models.Model):
    """What is done when it happens after all: on which trigger, by whom, with what."""

    risk = models.ForeignKey(Risk, on_delete=models.CASCADE, related_name="contingency_plans")
    name = models.CharField(_("Name"), max_length=300)
    trigger = models.TextField(_("Called up when"), blank=True)
    owner = models.ForeignKey(
        _USER, null=True, blank=True, on_delete=models.PROTECT, related_name="contingency_plans"
    )
    resources = models.TextField(_("What it needs"), blank=True)
    cost = models.DecimalField(_("Cost"), max_digits=16, decimal_places=2, null=True, blank=True)
    tested_on = models.DateField(_("Tested on"), null=True, blank=True)
    test_result = models.TextField(_("What the test showed"), blank=True)
    state = models.CharField(
        _("State"), max_length=6, choices=ContingencyState.choices, default=ContingencyState.READY
    )
    called_at = models.DateTimeField(null=True, blank=True)
    called_by = models.ForeignKey(_USER, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    called_why = models.TextField(_("Why it was called up"), blank=True)
    ended_at = models.DateTimeField(null=True, blank=True)
    outcome = models.TextField(_("How it went"), blank=True)
    archived_on = models.DateField(_("Archived"), null=True, blank=True)

    class Meta:
        ordering = ["pk"]

    def __str__(self) -> str:
        return self.name


@tracked
class ContingencyStep(models.Model):
    """A step of a contingency plan; `within_hours` after it was called up."""

    plan = models.ForeignKey(ContingencyPlan, on_delete=models.CASCADE, related_name="steps")
    name = models.CharField(_("Step"), max_length=300)
    who = models.ForeignKey(_USER, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    within_hours = models.PositiveIntegerField(_("Within hours"), null=True, blank=True)
    done_at = models.DateTimeField(null=True, blank=True)
    position = models.PositiveIntegerField(default=0)

    class Meta:
        ordering = ["position", "pk"]

    def __str__(self) -> str:
        return self.name


@tracked
class RiskIndicator(models.Model):
    """A KPI that warns of a risk; crossing the trigger escalates the risk and calls up its plan, once.

    `department`: whose series; none: the organisation's. `value`, `frequency`, `period`: what was seen last.
    """

    risk = models.ForeignKey(Risk, on_delete=models.CASCADE, related_name="indicators")
    kpi = models.ForeignKey(KPI, on_delete=models.PROTECT, related_name="risk_indicators")
    department = models.ForeignKey(
        Department, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    crossing = models.CharField(_("Warns"), max_length=5, choices=Crossing.choices, default=Crossing.ABOVE)
    warning = models.FloatField(_("Warning at"), null=True, blank=True)
    trigger = models.FloatField(_("Trigger at"))
    plan = models.ForeignKey(
        ContingencyPlan, null=True, blank=True, on_delete=models.SET_NULL, related_name="indicators"
    )
    state = models.CharField(
        _("State"), max_length=9, choices=IndicatorState.choices, default=IndicatorState.UNKNOWN
    )
    state_since = models.DateTimeField(null=True, blank=True)
    value = models.FloatField(null=True, blank=True)
    frequency = models.CharField(max_length=8, choices=Frequency.choices, blank=True, default="")
    period = models.IntegerField(null=True, blank=True)
    told_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["risk", "kpi", "department"],
                nulls_distinct=False,
                name="a_kpi_warns_of_a_risk_once",
            ),
            models.CheckConstraint(
                condition=Q(warning__isnull=True)
                | (Q(crossing=Crossing.ABOVE) & Q(warning__lte=models.F("trigger")))
                | (Q(crossing=Crossing.BELOW) & Q(warning__gte=models.F("trigger"))),
                name="an_indicator_warns_before_it_triggers",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kpi_id} warns of {self.risk_id}"


@tracked
class Escalation(models.Model):
    """That a risk was escalated, why, and what was answered."""

    risk = models.ForeignKey(Risk, on_delete=models.CASCADE, related_name="escalations")
    indicator = models.ForeignKey(
        RiskIndicator, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    reason = models.TextField(_("Why"))
    escalated_by = models.ForeignKey(_USER, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    escalated_at = models.DateTimeField(auto_now_add=True)
    answer = models.TextField(_("What is done"), blank=True)
    answered_by = models.ForeignKey(_USER, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    answered_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["-escalated_at", "-pk"]

    def __str__(self) -> str:
        return f"{self.risk_id} {self.escalated_at:%Y-%m-%d}"
