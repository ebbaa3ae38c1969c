"""SMART goals under objectives, and the steps that lead there."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from core.history import tracked
from kpis.models import KPI
from org.models import Department
from strategy.enums import ActivityState, GoalState
from strategy.models.objective import Objective


@tracked
class Goal(models.Model):
    """One outcome by a day: a KPI goes from a baseline to a target. What is missing, the SMART check says.

    `department`: whose series of the KPI is meant; none: the organisation's.
    """

    objective = models.ForeignKey(Objective, on_delete=models.CASCADE, related_name="goals")
    statement = models.CharField(_("Statement"), max_length=500)
    kpi = models.ForeignKey(KPI, null=True, blank=True, on_delete=models.PROTECT, related_name="goals")
    department = models.ForeignKey(
        Department, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    baseline = models.FloatField(_("Baseline"), null=True, blank=True)
    baseline_on = models.DateField(_("Baseline as of"), null=True, blank=True)
    target = models.FloatField(_("Target"), null=True, blank=True)
    due_on = models.DateField(_("Due"), null=True, blank=True)
    owner = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="owned_goals"
    )
    resources = models.TextField(_("Resources"), blank=True)
    budget = models.DecimalField(_("Budget"), max_digits=16, decimal_places=2, null=True, blank=True)
    relevance = models.TextField(_("Why it matters"), blank=True)
    state = models.CharField(_("State"), max_length=8, choices=GoalState.choices, default=GoalState.OPEN)
    closing_note = models.TextField(_("What became of it"), blank=True)
    position = models.PositiveIntegerField(default=0)
    archived_on = models.DateField(_("Archived"), null=True, blank=True)
    origin = models.ForeignKey("self", null=True, blank=True, on_delete=models.SET_NULL, related_name="+")

    class Meta:
        ordering = ["position", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(budget__isnull=True) | Q(budget__gte=0), name="a_goal_costs_nothing_or_something"
            )
        ]

    def __str__(self) -> str:
        return self.statement


@tracked
class GoalStep(models.Model):
    """Something to do for a goal: who, and by when."""

    goal = models.ForeignKey(Goal, on_delete=models.CASCADE, related_name="steps")
    name = models.CharField(_("Step"), max_length=300)
    who = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="goal_steps"
    )
    due_on = models.DateField(_("Due"), null=True, blank=True)
    state = models.CharField(
        _("State"), max_length=9, choices=ActivityState.choices, default=ActivityState.PLANNED
    )
    done_on = models.DateField(_("Done"), null=True, blank=True)
    position = models.PositiveIntegerField(default=0)
    origin = models.ForeignKey("self", null=True, blank=True, on_delete=models.SET_NULL, related_name="+")

    class Meta:
        ordering = ["position", "pk"]

    def __str__(self) -> str:
        return self.name


@tracked
class OperationalActivity(models.Model):
    """What a department does in the daily run of things to keep its part of the strategy."""

    plan = models.ForeignKey("strategy.Plan", on_delete=models.CASCADE, related_name="activities")
    objective = models.ForeignKey(
        Objective, null=True, blank=True, on_delete=models.SET_NULL, related_name="activities"
    )
    name = models.CharField(_("Activity"), max_length=300)
    description = models.TextField(_("Description"), blank=True)
    who = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    starts_on = models.DateField(_("From"), null=True, blank=True)
    due_on = models.DateField(_("To"), null=True, blank=True)
    state = models.CharField(
        _("State"), max_length=9, choices=ActivityState.choices, default=ActivityState.PLANNED
    )
    budget = models.DecimalField(_("Budget"), max_digits=16, decimal_places=2, null=True, blank=True)
    position = models.PositiveIntegerField(default=0)
    origin = models.ForeignKey("self", null=True, blank=True, on_delete=models.SET_NULL, related_name="+")

    class Meta:
        ordering = ["position", "pk"]
        verbose_name_plural = "operational activities"

    def __str__(self) -> str:
        return self.name
