"""Initiatives: who leads them, which objectives they serve, and what was decided at their gates."""

from django.conf import settings
from django.contrib.postgres.indexes import GinIndex
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from core.history import tracked
from initiatives.enums import (
    Cadence,
    Confidentiality,
    ElementState,
    GateOutcome,
    Size,
    Stage,
    Strength,
    Verdict,
)
from initiatives.models.method import Category, Method, MethodElement, MethodStage
from org.models import Department
from strategy.models import Objective

_USER = settings.AUTH_USER_MODEL


@tracked
class Initiative(models.Model):
    """Something that the organisation does, beside its daily work, so that objectives are reached.

    `department`: the one that leads it. `starts_on`, `ends_on`: as planned. `size` none: told from money
    and duration. `reference`: what another system calls it. `must_do`: law or contract demand it.
    """

    code = models.CharField(_("Code"), max_length=40, unique=True)
    name = models.CharField(_("Name"), max_length=300)
    purpose = models.TextField(_("What it changes, and for whom"), blank=True)
    scope = models.TextField(_("What belongs to it and what does not"), blank=True)
    category = models.ForeignKey(
        Category, null=True, blank=True, on_delete=models.PROTECT, related_name="initiatives"
    )
    stage = models.CharField(_("Stage"), max_length=9, choices=Stage.choices, default=Stage.IDEA)
    stage_since = models.DateField(_("In this stage since"), null=True, blank=True)
    confidentiality = models.CharField(
        _("Who may see it"), max_length=10, choices=Confidentiality.choices, default=Confidentiality.OPEN
    )
    department = models.ForeignKey(
        Department, null=True, blank=True, on_delete=models.PROTECT, related_name="initiatives"
    )
    sponsor = models.ForeignKey(
        _USER, null=True, blank=True, on_delete=models.PROTECT, related_name="sponsored_initiatives"
    )
    lead = models.ForeignKey(
        _USER, null=True, blank=True, on_delete=models.PROTECT, related_name="led_initiatives"
    )
    starts_on = models.DateField(_("Start"), null=True, blank=True)
    ends_on = models.DateField(_("End"), null=True, blank=True)
    size = models.CharField(_("Size"), max_length=6, choices=Size.choices, blank=True, default="")
    must_do = models.BooleanField(_("Must be done (law, contract, safety)"), default=False)
    method = models.ForeignKey(
        Method, null=True, blank=True, on_delete=models.PROTECT, related_name="initiatives"
    )
    method_stage = models.ForeignKey(
        MethodStage, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    cadence = models.CharField(
        _("Status updates"), max_length=11, choices=Cadence.choices, default=Cadence.MONTHLY
    )
    reference = models.CharField(_("Reference in another system"), max_length=100, blank=True)
    merged_into = models.ForeignKey(
        "self", null=True, blank=True, on_delete=models.PROTECT, related_name="merged"
    )
    added_at = models.DateTimeField(auto_now_add=True)
    added_by = models.ForeignKey(_USER, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    archived_on = models.DateField(_("Archived"), null=True, blank=True)

    class Meta:
        ordering = ["code"]
        constraints = [
            models.CheckConstraint(
                condition=Q(starts_on__isnull=True)
                | Q(ends_on__isnull=True)
                | Q(ends_on__gte=F("starts_on")),
                name="an_initiative_ends_after_its_start",
            )
        ]
        indexes = [
            models.Index(fields=["stage"]),
            GinIndex(fields=["name"], opclasses=["gin_trgm_ops"], name="initiative_name_trgm"),
        ]

    def __str__(self) -> str:
        return self.name


@tracked
class InitiativeDepartment(models.Model):
    """A department that takes part in an initiative which another one leads."""

    initiative = models.ForeignKey(Initiative, on_delete=models.CASCADE, related_name="taking_part")
    department = models.ForeignKey(Department, on_delete=models.PROTECT, related_name="+")
    part = models.CharField(_("Its part"), max_length=300, blank=True)

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["initiative", "department"], name="a_department_takes_part_in_an_initiative_once"
            )
        ]

    def __str__(self) -> str:
        return f"{self.department_id} in {self.initiative_id}"


@tracked
class Contribution(models.Model):
    """That an initiative serves an objective, and how much it is expected to."""

    initiative = models.ForeignKey(Initiative, on_delete=models.CASCADE, related_name="contributions")
    objective = models.ForeignKey(Objective, on_delete=models.PROTECT, related_name="served_by")
    strength = models.PositiveSmallIntegerField(
        _("Contribution"), choices=Strength.choices, default=Strength.SOME
    )
    note = models.TextField(_("How it contributes"), blank=True)

    class Meta:
        ordering = ["-strength", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["initiative", "objective"], name="an_initiative_serves_an_objective_once"
            )
        ]

    def __str__(self) -> str:
        return f"{self.initiative_id} serves {self.objective_id}"


@tracked
class GateDecision(models.Model):
    """What was asked and decided when an initiative was to enter another stage.

    `criteria`: as they stood then, a list of {"text", "required", "met" (true, false, null), "note"}.
    """

    initiative = models.ForeignKey(Initiative, on_delete=models.CASCADE, related_name="gates")
    from_stage = models.CharField(max_length=9, choices=Stage.choices)
    to_stage = models.CharField(_("To the stage"), max_length=9, choices=Stage.choices)
    outcome = models.CharField(
        _("Decision"), max_length=9, choices=GateOutcome.choices, default=GateOutcome.WAITING
    )
    request = models.TextField(_("What is asked for, and why"), blank=True)
    criteria = models.JSONField(default=list, blank=True)
    asked_by = models.ForeignKey(_USER, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    asked_at = models.DateTimeField(auto_now_add=True)
    decide_by = models.DateField(_("Decision wanted by"), null=True, blank=True)
    reason = models.TextField(_("Reason"), blank=True)
    conditions = models.TextField(_("Conditions"), blank=True)
    decided_by = models.ForeignKey(_USER, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    decided_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["-asked_at", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["initiative"],
                condition=Q(outcome=GateOutcome.WAITING),
                name="an_initiative_waits_at_one_gate",
            ),
            models.CheckConstraint(
                condition=Q(outcome=GateOutcome.WAITING) | Q(decided_at__isnull=False),
                name="a_decision_has_its_time",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.initiative_id} → {self.to_stage}: {self.outcome}"


@tracked
class InitiativeElement(models.Model):
    """How an initiative answers a role, deliverable or check of its method."""

    initiative = models.ForeignKey(Initiative, on_delete=models.CASCADE, related_name="elements")
    element = models.ForeignKey(MethodElement, on_delete=models.PROTECT, related_name="+")
    state = models.CharField(
        _("State"), max_length=10, choices=ElementState.choices, default=ElementState.OPEN
    )
    person = models.ForeignKey(_USER, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    url = models.URLField(_("Where it is"), max_length=1000, blank=True)
    note = models.TextField(_("Note"), blank=True)
    done_on = models.DateField(_("Done"), null=True, blank=True)

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(fields=["initiative", "element"], name="an_element_is_answered_once")
        ]

    def __str__(self) -> str:
        return f"{self.element_id} of {self.initiative_id}: {self.state}"


@tracked
class OverlapVerdict(models.Model):
    """What somebody decided about two initiatives that were suggested as overlapping."""

    first = models.ForeignKey(Initiative, on_delete=models.CASCADE, related_name="+")
    second = models.ForeignKey(Initiative, on_delete=models.CASCADE, related_name="+")
    verdict = models.CharField(_("Finding"), max_length=9, choices=Verdict.choices)
    note = models.TextField(_("Reason"), blank=True)
    judged_by = models.ForeignKey(_USER, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    judged_at = models.DateTimeField(auto_now=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["first", "second"], name="a_pair_is_judged_once"),
            models.CheckConstraint(condition=Q(first__lt=F("second")), name="a_pair_has_one_order"),
        ]

    def __str__(self) -> str:
        return f"{self.first_id} and {self.second_id}: {self.verdict}"
