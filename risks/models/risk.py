"""Risks: cause, event, consequence; whom and what they touch; how they were rated and reviewed."""

from django.conf import settings
from django.contrib.postgres.indexes import GinIndex
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from core.history import tracked
from initiatives.models import Initiative
from kpis.models import KPI
from org.models import Department
from risks.enums import (
    Confidentiality,
    Knowledge,
    RatingKind,
    Response,
    ReviewOutcome,
    RiskKind,
    RiskState,
    Side,
)
from risks.models.matrix import RiskCategory, RiskMatrix
from strategy.models import AnalysisItem, Assumption, Objective

_USER = settings.AUTH_USER_MODEL


@tracked
class SharedCause(models.Model):
    """Something that would set off several risks at once; `strength`: how much it ties them (0 to 1)."""

    name = models.CharField(_("Name"), max_length=200, unique=True)
    strength = models.FloatField(_("How much it ties risks together"), default=0.5)

    class Meta:
        ordering = ["name"]
        constraints = [
            models.CheckConstraint(condition=Q(strength__range=(0, 1)), name="a_cause_ties_from_0_to_1")
        ]

    def __str__(self) -> str:
        return self.name


@tracked
class Risk(models.Model):
    """Because of a cause an event may happen, with a consequence for what the organisation wants.

    `department`: the one that answers for it. `item`: what of the analysis it came from. `accepted_until`:
    the response *accept* ends that day. `next_review_on`: when it is looked at again.
    """

    code = models.CharField(_("Code"), max_length=40, unique=True)
    kind = models.CharField(_("Kind"), max_length=11, choices=RiskKind.choices, default=RiskKind.THREAT)
    title = models.CharField(_("Title"), max_length=300)
    cause = models.TextField(_("Because of"), blank=True)
    event = models.TextField(_("this may happen"), blank=True)
    consequence = models.TextField(_("which would lead to"), blank=True)
    category = models.ForeignKey(
        RiskCategory, null=True, blank=True, on_delete=models.PROTECT, related_name="risks"
    )
    state = models.CharField(_("State"), max_length=8, choices=RiskState.choices, default=RiskState.OPEN)
    confidentiality = models.CharField(
        _("Who may see it"), max_length=10, choices=Confidentiality.choices, default=Confidentiality.OPEN
    )
    owner = models.ForeignKey(
        _USER, null=True, blank=True, on_delete=models.PROTECT, related_name="owned_risks"
    )
    department = models.ForeignKey(
        Department, null=True, blank=True, on_delete=models.PROTECT, related_name="risks"
    )
    knowledge = models.CharField(
        _("Strength of knowledge"), max_length=8, choices=Knowledge.choices, blank=True, default=""
    )
    response = models.CharField(_("Response"), max_length=8, choices=Response.choices, blank=True, default="")
    response_reason = models.TextField(_("Why this response"), blank=True)
    accepted_by = models.ForeignKey(_USER, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    accepted_until = models.DateField(_("Accepted until"), null=True, blank=True)
    shared_cause = models.ForeignKey(
        SharedCause, null=True, blank=True, on_delete=models.PROTECT, related_name="risks"
    )
    item = models.ForeignKey(
        AnalysisItem, null=True, blank=True, on_delete=models.SET_NULL, related_name="risks"
    )
    reference = models.CharField(_("Reference in another system"), max_length=100, blank=True)
    next_review_on = models.DateField(_("Next review"), null=True, blank=True)
    escalated_at = models.DateTimeField(null=True, blank=True)
    escalation = models.TextField(_("Why it was escalated"), blank=True)
    closed_on = models.DateField(_("Closed"), null=True, blank=True)
    closing_note = models.TextField(_("What became of it"), blank=True)
    added_at = models.DateTimeField(auto_now_add=True)
    added_by = models.ForeignKey(_USER, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    archived_on = models.DateField(_("Archived"), null=True, blank=True)

    class Meta:
        ordering = ["code"]
        indexes = [GinIndex(fields=["title"], opclasses=["gin_trgm_ops"], name="risk_title_trgm")]

    def __str__(self) -> str:
        return self.title


@tracked
class RiskDepartment(models.Model):
    """A department that a risk concerns beside the one that answers for it."""

    risk = models.ForeignKey(Risk, on_delete=models.CASCADE, related_name="concerned")
    department = models.ForeignKey(Department, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["risk", "department"], name="a_risk_concerns_a_department_once")
        ]

    def __str__(self) -> str:
        return f"{self.risk_id} concerns {self.department_id}"


def _touches_one() -> Q:
    """Exactly one of the four is there."""
    things = ("objective", "initiative", "kpi", "assumption")
    one = Q()
    for each in things:
        one |= Q(**{f"{other}__isnull": other != each for other in things})
    return one


@tracked
class RiskLink(models.Model):
    """What a risk touches: one objective, initiative, KPI or assumption."""

    risk = models.ForeignKey(Risk, on_delete=models.CASCADE, related_name="links")
    objective = models.ForeignKey(
        Objective, null=True, blank=True, on_delete=models.PROTECT, related_name="risk_links"
    )
    initiative = models.ForeignKey(
        Initiative, null=True, blank=True, on_delete=models.CASCADE, related_name="risk_links"
    )
    kpi = models.ForeignKey(KPI, null=True, blank=True, on_delete=models.PROTECT, related_name="risk_links")
    assumption = models.ForeignKey(
        Assumption, null=True, blank=True, on_delete=models.CASCADE, related_name="risk_links"
    )
    note = models.CharField(_("How it touches it"), max_length=300, blank=True)

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["risk", "objective", "initiative", "kpi", "assumption"],
                nulls_distinct=False,
                name="a_risk_touches_a_thing_once",
            ),
            models.CheckConstraint(
                condition=_touches_one(),
                name="a_risk_link_touches_one_thing",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.risk_id} touches"


@tracked
class RiskFactor(models.Model):
    """One of several causes or consequences, for the picture of causes, event and consequences."""

    risk = models.ForeignKey(Risk, on_delete=models.CASCADE, related_name="factors")
    side = models.CharField(_("Side"), max_length=11, choices=Side.choices)
    text = models.CharField(_("Words"), max_length=300)
    position = models.PositiveIntegerField(default=0)

    class Meta:
        ordering = ["position", "pk"]

    def __str__(self) -> str:
        return self.text


@tracked
class RiskControl(models.Model):
    """What is in place already: it stands against a cause, or softens a consequence."""

    risk = models.ForeignKey(Risk, on_delete=models.CASCADE, related_name="controls")
    side = models.CharField(_("Side"), max_length=11, choices=Side.choices, default=Side.CAUSE)
    factor = models.ForeignKey(
        RiskFactor, null=True, blank=True, on_delete=models.SET_NULL, related_name="controls"
    )
    name = models.CharField(_("Control"), max_length=300)
    strength = models.CharField(
        _("How well it works"), max_length=8, choices=Knowledge.choices, blank=True, default=""
    )
    owner = models.ForeignKey(_USER, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    position = models.PositiveIntegerField(default=0)

    class Meta:
        ordering = ["position", "pk"]

    def __str__(self) -> str:
        return self.name


@tracked
class RiskRating(models.Model):
    """A rating on a day; the latest of a kind counts. Levels count from 1; `score` as the matrix made it."""

    risk = models.ForeignKey(Risk, on_delete=models.CASCADE, related_name="ratings")
    kind = models.CharField(_("Of"), max_length=8, choices=RatingKind.choices, default=RatingKind.CURRENT)
    matrix = models.ForeignKey(RiskMatrix, on_delete=models.PROTECT, related_name="ratings")
    likelihood = models.PositiveSmallIntegerField(_("Likelihood"))
    impact = models.PositiveSmallIntegerField(_("Impact"))
    score = models.PositiveSmallIntegerField()
    rationale = models.TextField(_("Why"), blank=True)
    rated_on = models.DateField(_("As of"))
    assessor = models.ForeignKey(_USER, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    rated_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["-rated_on", "-pk"]
        indexes = [models.Index(fields=["risk", "kind", "-rated_on"])]
        constraints = [
            models.CheckConstraint(
                condition=Q(likelihood__range=(1, 7), impact__range=(1, 7)), name="levels_are_1_to_7"
            )
        ]

    def __str__(self) -> str:
        return f"{self.risk_id} {self.kind} {self.score}"


@tracked
class RiskReview(models.Model):
    """Somebody looked at a risk: what they found, and when it is looked at again."""

    risk = models.ForeignKey(Risk, on_delete=models.CASCADE, related_name="reviews")
    reviewed_on = models.DateField(_("On"))
    outcome = models.CharField(
        _("Outcome"), max_length=9, choices=ReviewOutcome.choices, default=ReviewOutcome.KEPT
    )
    note = models.TextField(_("What was found"), blank=True)
    reviewed_by = models.ForeignKey(_USER, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    next_review_on = models.DateField(_("Next review"), null=True, blank=True)

    class Meta:
        ordering = ["-reviewed_on", "-pk"]

    def __str__(self) -> str:
        return f"{self.risk_id} {self.reviewed_on}"
